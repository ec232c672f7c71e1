// The same question to FET (from scratch, meetings as activities without students) and to CBC (the whole model).
// node bench/peers.mjs [NAME…]; needs `fet-cl` and `cbc` on the path: apt install fet coinor-cbc.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../dist/compile.js";
import { programOf } from "../dist/program.js";
import { fetFile, fetMoves } from "./fet.mjs";
import { loadSchool } from "./schools.mjs";

const LIMIT = Number(process.env.LIMIT ?? 60);
if (!process.env.COLLEGIUM_DATA) {
  console.error("COLLEGIUM_DATA is not set: there are no schools to plan.");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "peers-"));
const run = (program, args) => {
  const began = performance.now();
  const { stdout, error } = spawnSync(program, args, { encoding: "utf8", timeout: (LIMIT + 40) * 1000 });
  if (error?.code === "ENOENT") return { text: undefined, seconds: 0 };
  return { text: stdout ?? "", seconds: (performance.now() - began) / 1000 };
};
console.log("| school | peer | blocks | moved | seconds |\n|---|---|---|---|---|");
for (const name of process.argv.slice(2).length > 0
  ? process.argv.slice(2)
  : ["synth-30-s7", "synth-120-s7"]) {
  const { timetable, teams } = loadSchool(name);
  const wanted = teams.reduce((sum, team) => sum + team.blocks, 0);
  console.log(`| ${name} | ${fet(name, timetable, teams, wanted)} |`);
  console.log(`| ${name} | ${cbc(name, timetable, teams, wanted)} |`);
}
if (!process.env.KEEP) rmSync(folder, { recursive: true });

function fet(name, timetable, teams, wanted) {
  const file = join(folder, `${name}.fet`);
  const { text, meetings } = fetFile(timetable, teams);
  writeFileSync(file, text);
  const done = run("fet-cl", [
    `--inputfile=${file}`,
    `--outputdir=${folder}/out`,
    `--timelimitseconds=${LIMIT}`,
  ]);
  if (done.text === undefined) return "FET | not installed | |";
  let solved;
  try {
    solved = readFileSync(join(folder, "out", "timetables", name, `${name}_activities.xml`), "utf8");
  } catch {
    solved = "";
  }
  const { blocks, moved, placed } = fetMoves(solved, timetable, meetings);
  const whole = placed === timetable.placements.length ? moved : "unfinished";
  return `FET | ${blocks} / ${wanted} | ${whole} | ${done.seconds.toFixed(1)}`;
}

function cbc(name, timetable, teams, wanted) {
  const model = compile({ timetable, teams, rules: "clashes" });
  const { program, columns } = programOf(model, { start: model.today }, 50);
  const file = join(folder, `${name}.mps`);
  writeFileSync(file, mps(program));
  const done = run("cbc", [file, "sec", String(LIMIT), "solve", "solution", join(folder, "cbc.txt")]);
  if (done.text === undefined) return "CBC | not installed | |";
  const found = /Objective value:\s+(\d+)/i.exec(done.text);
  if (!found) return `CBC | no answer | | ${done.seconds.toFixed(1)}`;
  const values = new Map(
    readFileSync(join(folder, "cbc.txt"), "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .map(([, column, value]) => [column, Number(value)]),
  );
  const missing = [...columns.missing].reduce((sum, c) => sum + Math.round(values.get(`C${c}`) ?? 0), 0);
  const objective = Math.round(Number(found[1]));
  return `CBC | ${wanted - missing} / ${wanted} | ${objective - 50 * missing} | ${done.seconds.toFixed(1)}`;
}

/** A program in MPS format, all columns whole numbers. */
function mps({ costs, upper, rowLower, rowUpper, starts, indices, values }) {
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
