// node plan.mjs TIMETABLE [TEAMS] [--seconds N] [--keep LESSON@PERIOD]… [--rules all|clashes] [--cover FILE]
//   [--lang en|es] [--out FILE]
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readTimetable, timetableIssueIn, writeTimetable } from "@collegium/exchange";
import { planSheet, readCover } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/node";
import { findTeams, inLanguage, readTeams, teamsSolution } from "@collegium/scheduling";

const { positionals, values } = asked();
const [timetableFile, teamsFile] = positionals;
const seconds = Number(values.seconds);
const locale = values.lang === "es" ? "es" : "en";
if (!timetableFile || !["all", "clashes"].includes(values.rules) || !(seconds >= 1)) misused();
if (values.out && [timetableFile, teamsFile].some((name) => name && resolve(name) === resolve(values.out)))
  fail(1, `${basename(values.out)}: this file is read here, so it is not written over.`);
const file = async (name) => readFile(name).catch(() => fail(1, `${basename(name)}: there is no such file.`));
const teamsJson = teamsFile === undefined ? undefined : await json(teamsFile);
const solution = teamsSolution(teamsJson);
const { timetable, original } = accepted(
  await readTimetable(await file(timetableFile), solution === undefined ? {} : { solution }),
);
const given =
  teamsJson === undefined ? findTeams(timetable) : accepted(readTeams(teamsJson, timetable)).teams;
const teams = given.map((team) => ({ ...team, blocks: team.blocks ?? 3 }));
const pins = values.keep.map((text) => {
  const [lesson, at] = text.split("@");
  const stands = timetable.placements.some(
    (p) => p.lesson === lesson && (at === undefined || p.start === at),
  );
  if (!stands) fail(1, `${text}: no lesson of this id starts then. Ids are those of the file.`);
  return at === undefined ? { lesson } : { lesson, at };
});
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

const cover = values.cover ? accepted(readCover(await json(values.cover), timetable)) : undefined;
const problem = { timetable, teams, rules: values.rules, pins, ...(cover && { cover }) };
const plan = await planInWorker(problem, {
  seconds,
  signal: stop.signal,
  onProgress: ({ placed, wanted, moved }) =>
    process.stderr.write(`\r${placed} of ${wanted} blocks, ${moved} periods moved `),
});
process.stderr.write("\n");
console.log(planSheet(problem, plan, { locale }));
if (values.out) await writeFile(values.out, accepted(writeTimetable(original, plan.placements)));

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        seconds: { type: "string", default: "20" },
        keep: { type: "string", multiple: true, default: [] },
        rules: { type: "string", default: "all" },
        cover: { type: "string" },
        lang: { type: "string", default: "en" },
        out: { type: "string" },
      },
    });
  } catch {
    return misused();
  }
}

function misused() {
  const flags = "[--seconds N] [--keep LESSON@PERIOD] [--rules all|clashes] [--cover FILE]";
  return fail(2, `node plan.mjs TIMETABLE [TEAMS] ${flags} [--lang en|es] [--out FILE]`);
}

async function json(name) {
  const text = await file(name);
  try {
    return JSON.parse(text);
  } catch {
    return fail(1, `${basename(name)}: this is not JSON. Check commas, quotes and brackets.`);
  }
}

function accepted(result) {
  if (result.ok) return result.value;
  const said = result.issues.map((issue) => timetableIssueIn(inLanguage(issue, locale), locale));
  return fail(1, said.map(({ message, hint = "" }) => `${message} ${hint}`).join("\n"));
}

function fail(code, text) {
  console.error(text);
  process.exit(code);
}
