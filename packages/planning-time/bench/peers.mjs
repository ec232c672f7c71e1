// The same question to this package, to FET (from scratch, meetings as activities without students) and to CBC (the whole
// model), one after another in one run. node bench/peers.mjs [NAME…]; LIMIT seconds each, PEERS to leave some out.
// Needs `fet-cl` and `cbc` on the path: apt install fet coinor-cbc.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planInWorker } from "@collegium/planning-time/node";
import { compile } from "../dist/compile.js";
import { programOf } from "../dist/program.js";
import { fetFile, fetMoves } from "./fet.mjs";
import { mps } from "./mps.mjs";
import { loadFetSchool, loadSchool } from "./schools.mjs";

const LIMIT = Number(process.env.LIMIT ?? 60);
const PEERS = { ours, FET: fet, CBC: cbc };
const FET_SCHOOLS = ["6th-Primary-School", "Hopwood", "IBDP-School-2016"];
const NAMES = ["synth-30-s7", "synth-120-s7", "synth-400-s7", ...FET_SCHOOLS];
if (!process.env.COLLEGIUM_DATA) {
  console.error("COLLEGIUM_DATA is not set: there are no schools to plan.");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "peers-"));
console.log("| school | who | blocks | moved | lessons | first full answer, s | ended after, s | gap |");
console.log("|---|---|---|---|---|---|---|---|");
for (const name of process.argv.slice(2).length > 0 ? process.argv.slice(2) : NAMES) {
  const { timetable, teams } = FET_SCHOOLS.includes(name) ? await loadFetSchool(name) : loadSchool(name);
  const school = { name, timetable, teams, wanted: teams.reduce((sum, team) => sum + team.blocks, 0) };
  const periods = timetable.placements.reduce((sum, { duration }) => sum + duration, 0);
  for (const peer of process.env.PEERS?.split(",") ?? Object.keys(PEERS)) {
    const { blocks = "no answer", moved = "", first = "", ended, gap = "" } = await PEERS[peer](school);
    const share = typeof moved === "number" ? `${moved} (${Math.round((100 * moved) / periods)} %)` : moved;
    console.log(
      `| ${name} | ${peer} | ${blocks} / ${school.wanted} | ${share} | ${periods} | ${first} | ${ended} | ${gap} |`,
    );
  }
}
rmSync(folder, { recursive: true });

async function ours({ timetable, teams }) {
  const elapsed = stopwatch();
  let first = "";
  const found = await planInWorker(
    { timetable, teams, rules: "clashes" },
    {
      seconds: LIMIT,
      onProgress: ({ placed, wanted }) => {
        if (first === "" && placed === wanted) first = elapsed();
      },
    },
  );
  const bound = `moved ${found.bound.moved}${found.bound.missing > 0 ? `, missing ${found.bound.missing}` : ""}`;
  return {
    blocks: found.placed,
    moved: found.moved,
    first,
    ended: elapsed(),
    gap: found.proven ? "proven" : `bound: ${bound}`,
  };
}

function fet({ name, timetable, teams, wanted }) {
  const file = join(folder, `${name}.fet`);
  const { text, meetings } = fetFile(timetable, teams);
  writeFileSync(file, text);
  const ended = run("fet-cl", [
    `--inputfile=${file}`,
    `--outputdir=${folder}/out`,
    `--timelimitseconds=${LIMIT}`,
  ]).ended;
  let solved = "";
  try {
    solved = readFileSync(join(folder, "out", "timetables", name, `${name}_activities.xml`), "utf8");
  } catch {
    return { ended };
  }
  const { blocks, moved, placed } = fetMoves(solved, timetable, meetings);
  const whole = placed === timetable.placements.length;
  return {
    blocks,
    moved: whole ? moved : `${timetable.placements.length - placed} lessons without a place`,
    first: whole && blocks === wanted ? ended : "",
    ended,
  };
}

function cbc({ name, timetable, teams, wanted }) {
  const model = compile({ timetable, teams, rules: "clashes" });
  const { program, columns } = programOf(model, { start: model.today }, 50);
  const file = join(folder, `${name}.mps`);
  writeFileSync(file, mps(program));
  const solution = join(folder, `${name}.txt`);
  const { text, ended } = run("cbc", [file, "sec", String(LIMIT), "solve", "solution", solution]);
  const found = /Objective value:\s+([\d.]+)/i.exec(text);
  const lower = /Lower bound:\s+([\d.]+)/i.exec(text);
  if (!found || /No feasible solution found/i.test(text))
    return { ended, gap: lower ? `bound: ${Number(lower[1])}` : "" };
  const values = new Map(
    readFileSync(solution, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .map(([, column, value]) => [column, Number(value)]),
  );
  const missing = [...columns.missing].reduce((sum, c) => sum + Math.round(values.get(`C${c}`) ?? 0), 0);
  return {
    blocks: wanted - missing,
    moved: Math.round(Number(found[1])) - 50 * missing,
    first: missing === 0 ? `within ${ended}` : "",
    ended,
    gap: lower ? `bound: ${Number(lower[1])}` : "proven",
  };
}

function run(program, args) {
  const elapsed = stopwatch();
  const { stdout, error } = spawnSync(program, args, {
    encoding: "utf8",
    timeout: (LIMIT + 60) * 1000,
    maxBuffer: 2 ** 28,
  });
  if (error?.code === "ENOENT") throw new Error(`${program} is not installed`);
  return { text: stdout ?? "", ended: elapsed() };
}

function stopwatch() {
  const began = performance.now();
  return () => ((performance.now() - began) / 1000).toFixed(1);
}
