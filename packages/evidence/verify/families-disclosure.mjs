const CUT = 15;

/** Blocks of schools by minority and low score: primary suppression only, and what an outsider works out. */
export function attack(e, { csv, columns }, table, expect) {
  const { rows } = table(csv);
  return expect.map(({ schools, primarySuppressed, attackBounds }) => {
    const counts = schools.map((school) => {
      const line = [0, 0, 0, 0];
      for (const row of rows) {
        if (row.School === String(school))
          line[(row.Minority === "Yes" ? 2 : 0) + (Number(row.MathAch) >= CUT ? 1 : 0)]++;
      }
      return line;
    });
    const set = e.publishedSet({ name: "block", rows: schools.map(String), columns, counts }).value;
    const small = counts.flatMap((line, i) => line.flatMap((n, j) => (n > 0 && n < 10 ? [[i, j]] : [])));
    const id = ([i, j]) => e.cellId("block", String(schools[i]), columns[j]);
    const bounds = new Map(e.attack(set, new Set(small.map(id))).map((one) => [one.id, [one.low, one.high]]));
    return {
      schools,
      table: counts,
      primarySuppressed: inNotationOf(primarySuppressed, counts, small, () => []),
      attackBounds: inNotationOf(attackBounds, counts, small, (cell) => bounds.get(id(cell))),
    };
  });
}

/** The reference may list cells (from 0 or from 1), or give one line per row of the table; the numbers are ours. */
function inNotationOf(reference, counts, cells, values) {
  const width = values(cells[0] ?? [0, 0])?.length ?? 0;
  if (reference.length === counts.length && reference[0]?.length === counts[0].length && width === 0) {
    const booleans = typeof reference[0][0] === "boolean";
    return counts.map((line, i) =>
      line.map((_, j) => {
        const inside = cells.some(([a, b]) => a === i && b === j);
        return booleans ? inside : inside ? 1 : 0;
      }),
    );
  }
  const first = reference[0] ?? [];
  const base = cells.length > 0 && first[0] === cells[0][0] + 1 && first[1] === cells[0][1] + 1 ? 1 : 0;
  const listed = width === 0 || first.length === 2 + width;
  return cells.map((cell) => [...(listed ? cell.map((index) => index + base) : []), ...values(cell)]);
}
