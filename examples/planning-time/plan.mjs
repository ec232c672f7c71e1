// node plan.mjs TIMETABLE [TEAMS] [--seconds N] [--keep LESSON@PERIOD]… [--rules all|clashes] [--lang en|es] [--out FILE]
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readTimetable, writeTimetable } from "@collegium/exchange";
import { planSheet } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/node";
import { findTeams, readTeams, teamsSolution } from "@collegium/scheduling";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "20" },
    keep: { type: "string", multiple: true, default: [] },
    rules: { type: "string", default: "all" },
    lang: { type: "string", default: "en" },
    out: { type: "string" },
  },
});
const [timetableFile, teamsFile] = positionals;
const seconds = Number(values.seconds);
if (!timetableFile || !["all", "clashes"].includes(values.rules) || !(seconds >= 1)) {
  const flags = "[--seconds N] [--keep LESSON@PERIOD] [--rules all|clashes] [--lang en|es] [--out FILE]";
  fail(2, `node plan.mjs TIMETABLE [TEAMS] ${flags}`);
}
const file = async (name) => readFile(name).catch(() => fail(1, `${basename(name)}: there is no such file.`));
const teamsJson = teamsFile === undefined ? undefined : JSON.parse(await file(teamsFile));
const solution = teamsSolution(teamsJson);
const { timetable, original } = accepted(
  await readTimetable(await file(timetableFile), solution === undefined ? {} : { solution }),
);
const given =
  teamsJson === undefined ? findTeams(timetable) : accepted(readTeams(teamsJson, timetable)).teams;
const teams = given.map((team) => ({ ...team, blocks: team.blocks ?? 3 }));
const pins = values.keep.map((text) => {
  const [lesson, at] = text.split("@");
  return at === undefined ? { lesson } : { lesson, at };
});
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

const problem = { timetable, teams, rules: values.rules, pins };
const plan = await planInWorker(problem, {
  seconds,
  signal: stop.signal,
  onProgress: ({ placed, wanted, moved }) =>
    process.stderr.write(`\r${placed} of ${wanted} blocks, ${moved} periods moved `),
});
process.stderr.write("\n");
console.log(planSheet(problem, plan, { locale: values.lang === "es" ? "es" : "en" }));
if (values.out) await writeFile(values.out, accepted(writeTimetable(original, plan.placements)));

function accepted(result) {
  return result.ok ? result.value : fail(1, result.issues.map((issue) => issue.message).join("\n"));
}

function fail(code, text) {
  console.error(text);
  process.exit(code);
}
