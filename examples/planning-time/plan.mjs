// node plan.mjs TIMETABLE TEAMS [--seconds N] [--keep LESSON@PERIOD]… [--rules clashes|all] [--out FILE]
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readTimetable, writeTimetable } from "@collegium/exchange";
import { swapsOf } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/node";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "20" },
    keep: { type: "string", multiple: true, default: [] },
    rules: { type: "string", default: "all" },
    out: { type: "string" },
  },
});
const [timetableFile, teamsFile] = positionals;
if (!teamsFile || !["all", "clashes"].includes(values.rules)) {
  fail(
    2,
    "node plan.mjs TIMETABLE TEAMS [--seconds N] [--keep LESSON@PERIOD] [--rules clashes|all] [--out FILE]",
  );
}
const { solution, teams } = JSON.parse(await readFile(teamsFile, "utf8"));
const read = await readTimetable(await readFile(timetableFile), solution === undefined ? {} : { solution });
if (!read.ok) fail(1, read.issues.map((issue) => issue.message).join("\n"));
const { timetable, original } = read.value;
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

const plan = await planInWorker(
  {
    timetable,
    teams,
    rules: values.rules,
    pins: values.keep.map((text) => {
      const [lesson, at] = text.split("@");
      return at === undefined ? { lesson } : { lesson, at };
    }),
  },
  {
    seconds: Number(values.seconds),
    signal: stop.signal,
    onProgress: ({ placed, wanted, moved, bound }) =>
      process.stderr.write(
        `\r${placed} of ${wanted} blocks, ${moved} periods moved, at least ${bound.moved} `,
      ),
  },
);
process.stderr.write("\n");
for (const team of plan.teams) console.log(`${team.id}: ${team.blocks.join(", ") || "no block"}`);
for (const { team, because } of plan.unplaced) console.log(`${team}: ${because}`);
if (plan.unchecked)
  console.log(`${plan.unchecked.sentence}; ${plan.unchecked.conflicts} such conflicts arise`);
swapsOf({ timetable, teams, rules: values.rules }, plan).forEach((swap, index) => {
  const buys = swap.blocks.map(({ team, period }) => `${team} at ${period}`).join(", ");
  console.log(`\nSwap ${index + 1}, for ${buys || "room elsewhere"}:`);
  for (const move of swap.moves.map((i) => plan.moves[i])) {
    console.log(`  ${move.lesson}, meeting ${move.occurrence}: ${move.from} to ${move.to}`);
  }
});
if (values.out) {
  const written = await writeTimetable(original, plan.placements, { name: "planned" });
  if (!written.ok) fail(1, written.issues.map((issue) => issue.message).join("\n"));
  await writeFile(values.out, written.value);
}

function fail(code, text) {
  console.error(text);
  process.exit(code);
}
