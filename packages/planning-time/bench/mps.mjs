// Programs for solvers that read files.

/** A program in MPS format, all columns whole numbers. */
export function mps({ costs, upper, rowLower, rowUpper, starts, indices, values }) {
  const kind = (r) => (rowLower[r] === rowUpper[r] ? "E" : Number.isFinite(rowUpper[r]) ? "L" : "G");
  const lines = ["NAME whole", "ROWS", " N cost"];
  const terms = Array.from(costs, (cost, c) => [` C${c} cost ${cost}`]);
  const sides = [];
  const ranges = [];
  for (let r = 0; r < rowLower.length; r++) {
    lines.push(` ${kind(r)} R${r}`);
    sides.push(` RHS R${r} ${kind(r) === "G" ? rowLower[r] : rowUpper[r]}`);
    if (kind(r) === "L" && Number.isFinite(rowLower[r]))
      ranges.push(` RNG R${r} ${rowUpper[r] - rowLower[r]}`);
    for (let i = starts[r]; i < starts[r + 1]; i++)
      terms[indices[i]].push(` C${indices[i]} R${r} ${values[i]}`);
  }
  const bounds = Array.from(upper, (most, c) => ` UP BND       ${`C${c}`.padEnd(10)}${most}`);
  const parts = [["COLUMNS", " M1 'MARKER' 'INTORG'"], terms.flat(), [" M2 'MARKER' 'INTEND'", "RHS"], sides];
  if (ranges.length > 0) parts.push(["RANGES"], ranges);
  return [lines, ...parts, ["BOUNDS"], bounds, ["ENDATA", ""]].flat().join("\n");
}
