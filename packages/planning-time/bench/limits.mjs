// What a search costs the program that asks for it: memory, the event loop's longest delay, time over the limit, time
// from an abort to the answer. npm run bench -- planning-time limits [NAME…]; about 6 minutes, ends with 1 on a miss.
// Every answer is looked at by the independent checker, in this process; the searches run in processes of their own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPlan } from "../verify/compare.mjs";
import { loadSchool, planned } from "./schools.mjs";

/** The aims: megabytes, and milliseconds. */
const AIMS = { memory: 600, delay: 50, over: 500, cancel: 200 };
/** Time limits in seconds; the longest comes first, so that its memory is not that of searches before. */
const LIMITS = [20, 5, 2];
/** When to abort: milliseconds after the call, within searches of so many seconds, so that each part of the search is met. */
const MOMENTS = {
  starting: { seconds: 60, from: 0, step: 30 },
  cooling: { seconds: 60, from: 500, step: 120 },
  repairs: { seconds: 3, from: 1500, step: 110 },
  proving: { seconds: 10, from: 300, step: 350 },
};
const ABORTS = Number(process.env.ABORTS ?? 10);
const NAMES = ["synth-400-s7", "synth-120-s7", "AU-BG-98", "ZA-WD-09"];

if (!process.env.COLLEGIUM_DATA) {
  console.error("COLLEGIUM_DATA is not set: there are no schools to plan.");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "limits-"));
const child = fileURLToPath(new URL("one-school.mjs", import.meta.url));
const searches = [
  ...LIMITS.map((seconds) => ({ moment: "limit", seconds })),
  ...Object.entries(MOMENTS).flatMap(([moment, { seconds, from, step }]) =>
    Array.from({ length: ABORTS }, (_, i) => ({ moment, seconds, abort: from + i * step })),
  ),
];
const load = loadavg()[0].toFixed(1);
const rows = [];
for (const name of process.argv.slice(2).length > 0 ? process.argv.slice(2) : NAMES)
  rows.push(...measure(name));
rmSync(folder, { recursive: true });
console.log(
  `${cpus().length} cores, load at the start ${load} and at the end ${loadavg()[0].toFixed(1)}, of which up to 2 are the search's own\n`,
);
console.log("| school | what | worst | aim | |\n|---|---|---|---|---|");
for (const { name, what, worst, unit, aim, note = "" } of rows) {
  const verdict = aim === undefined ? "" : worst <= aim ? "kept" : "MISSED";
  console.log(
    `| ${name} | ${what}${note} | ${Math.round(worst)} ${unit} | ${aim === undefined ? "" : `${aim} ${unit}`} | ${verdict} |`,
  );
}
process.exit(rows.some(({ worst, aim }) => worst > aim) ? 1 : 0);

function measure(name) {
  const { timetable, teams, week } = loadSchool(name);
  const question = join(folder, `${name}.json`);
  const answers = join(folder, `${name}.answers`);
  writeFileSync(question, JSON.stringify({ problem: { timetable, teams, rules: "clashes" }, searches }));
  const { status } = spawnSync(process.execPath, [child, question, answers], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0)
    return [{ name, what: `the process ended with ${status}`, worst: Infinity, unit: "", aim: 0 }];
  const done = readFileSync(answers, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  if (process.env.DETAIL) for (const one of done) console.error(detail(name, one));
  const wrong = done.filter((answer) => !stands(week, teams, answer)).length;
  const worstOf = (list, value) => Math.max(0, ...list.map(value));
  const worstLoop = done.reduce((a, b) => (b.loop.delay > a.loop.delay ? b : a));
  const { late, lateAt } = worstLoop.loop;
  const limited = done.filter(({ moment }) => moment === "limit");
  return [
    { name, what: `answers that the checker refuses, of ${done.length}`, worst: wrong, unit: "", aim: 0 },
    {
      name,
      what: `memory, search of ${LIMITS[0]} s`,
      worst: done[0].peak / 2 ** 20,
      unit: "MB",
      aim: AIMS.memory,
    },
    {
      name,
      what: "memory, all searches one after another",
      worst: worstOf(done, ({ peak }) => peak) / 2 ** 20,
      unit: "MB",
      aim: AIMS.memory,
    },
    {
      name,
      what: "event loop's longest delay",
      note: ` (${Math.round(lateAt)} ms after the start of a search${worstLoop.abort === undefined ? "" : ` aborted at ${worstLoop.abort} ms`}; gap ${Math.round(late)} ms)`,
      worst: worstLoop.loop.delay,
      unit: "ms",
      aim: AIMS.delay,
    },
    {
      name,
      what: "of it: longest own work in one turn",
      worst: worstOf(done, ({ loop }) => loop.ran),
      unit: "ms",
    },
    {
      name,
      what: "of it: longest wait for a processor",
      worst: worstOf(done, ({ loop }) => loop.waited),
      unit: "ms",
    },
    {
      name,
      what: "until the call returns, waits included",
      worst: worstOf(done, ({ called }) => called),
      unit: "ms",
    },
    ...limited.map(({ seconds, took, proven, placed, wanted, moved }) => ({
      name,
      what: `over the limit of ${seconds} s`,
      note: ` (${placed} of ${wanted} blocks, ${moved} moved${proven ? `, proven after ${(took / 1000).toFixed(1)} s` : ""})`,
      worst: Math.max(0, took - seconds * 1000),
      unit: "ms",
      aim: AIMS.over,
    })),
    ...Object.keys(MOMENTS).map((moment) => {
      const aborted = done.filter((one) => one.moment === moment && one.answered !== undefined);
      const phases = [...new Set(aborted.map(({ phase }) => phase || "nothing yet"))].join(", ");
      return {
        name,
        what: `abort while ${moment}`,
        note: ` (${aborted.length} of ${ABORTS} before the search's own end${phases ? `; last said: ${phases}` : ""})`,
        worst: worstOf(aborted, ({ answered }) => answered),
        unit: "ms",
        aim: AIMS.cancel,
      };
    }),
  ];
}

/** Whether the independent checker finds no fault, the same count of moves, and everybody free in the blocks named. */
function stands(week, teams, { starts, moved, blocks }) {
  const after = planned(
    week,
    starts.map((start) => ({ start })),
  );
  const checked = checkPlan(week, after, teams);
  const busy = new Set();
  for (const { slots, start, duration } of after.meetings)
    for (const id of slots) for (let i = 0; i < duration; i++) busy.add(`${id}\n${week.times[start + i].id}`);
  const free = blocks.every(({ members, blocks: named }) =>
    named.every((period) =>
      [...new Set(members)].every((id) => {
        const cell = `${id}\n${period}`;
        return !busy.has(cell) && busy.add(cell);
      }),
    ),
  );
  return checked.faults.length === 0 && checked.moved === moved && free;
}

function detail(name, { moment, seconds, abort, phase, called, took, answered, loop, rss, placed, moved }) {
  const { delay, late, lateAt, ran, waited } = loop;
  const ms = (value) => `${Math.round(value)} ms`;
  const aborted = abort === undefined ? "" : `, aborted at ${ms(abort)}, answered after ${ms(answered ?? 0)}`;
  return (
    `${name} ${moment} of ${seconds} s: took ${ms(took)}${aborted}; call ${ms(called)}, delay ${ms(delay)} ` +
    `(gap ${ms(late)} at ${ms(lateAt)}, ran ${ms(ran)}, waited ${ms(waited)}), ${Math.round(rss / 2 ** 20)} MB, ` +
    `${phase || "nothing said"}, ${placed} placed, ${moved} moved`
  );
}
