import { readWaysQuestion, type WaysQuestion, waysSheet, waysToMakeTime } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/node";
import type { Timetable } from "@collegium/scheduling";
import { type Call, type Command, Misused, text, wholeNumber } from "../command.js";
import { accepted } from "../files.js";
import { languageOf, periodsOf, problemFlags, readProblem } from "../planning-problem.js";

const { rules: _rules, objective: _objective, ...asked } = problemFlags;

/** `collegium time ways`: five ways to make time for teams, side by side. */
export const timeWays: Command = {
  name: "time ways",
  says: "ways to make time side by side: swaps, parallel specials, shorter periods, early release, cover",
  flags: {
    ...asked,
    "minutes-per-period": {
      type: "string",
      value: "N",
      says: "length of a period where the file has no bells",
    },
    shave: { type: "string", value: "N", says: "minutes taken from every period; default 5" },
    "shave-days": { type: "string", value: "DAY", multiple: true, says: "only on this day; repeatable" },
    release: {
      type: "string",
      value: "N",
      says: "minutes that students leave earlier on one day; default 60",
    },
    "release-day": { type: "string", value: "DAY", says: "on which day; default the last of the week" },
    late: { type: "boolean", says: "students come later instead of leaving earlier" },
    cover: { type: "string", value: "N", says: "cover teachers in each period; default 2" },
    "cover-lessons": { type: "string", value: "N", says: "lessons of one teacher covered a week; default 1" },
    contract: { type: "string", value: "N", says: "minutes a week that every teacher keeps to plan alone" },
    shortest: {
      type: "string",
      value: "N",
      says: "shortest stretch that counts as time, in minutes; default 25",
    },
    law: { type: "string", value: "N", says: "minutes of instruction that the law wants in a year" },
    weeks: { type: "string", value: "N", says: "weeks of instruction in a year; default 36" },
    seconds: { type: "string", value: "N", says: "how long each of the two searches takes; default 10" },
    seed: { type: "string", value: "N", says: "seed of the searches; default 1" },
    lang: { type: "string", value: "en|es", says: "language of the answer; default en" },
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const locale = languageOf(call);
    const seconds = wholeNumber(call, "seconds", 10, 1);
    const { problem } = await readProblem(call, terminal);
    const { timetable, teams } = problem;
    const question = accepted(readWaysQuestion(questionOf(call, timetable)));
    // Nothing is searched for a question that cannot be answered.
    accepted(waysToMakeTime(timetable, teams, question));
    const options = { seconds, seed: wholeNumber(call, "seed", 1), signal: terminal.signal };
    const wish = {
      ...problem,
      ownPeriods: Math.max(problem.ownPeriods ?? 0, ownPeriods(timetable, question)),
    };
    // Next year the timetable is drawn up anew: nothing stays for its own sake, and rooms are found again.
    const { pins: _, ...free } = wish;
    const plans = {
      "next-term": await planInWorker({ ...wish, rules: "all" }, options),
      "next-year": await planInWorker({ ...free, rules: "clashes" }, options),
    };
    const ways = accepted(waysToMakeTime(timetable, teams, question, plans));
    terminal.out(
      call.flags["json"] === true
        ? JSON.stringify({ question, ways }, undefined, 2)
        : waysSheet(ways, teams, locale),
    );
    return 0;
  },
};

function questionOf(call: Call, timetable: Timetable): WaysQuestion {
  const optional = (flag: string) =>
    text(call, flag) === undefined ? undefined : wholeNumber(call, flag, 0, 1);
  const minutesPerPeriod = optional("minutes-per-period");
  const ownMinutes = optional("contract");
  const instructionMinutes = optional("law");
  const shaveDays = call.flags["shave-days"];
  const shortest = wholeNumber(call, "shortest", 25);
  const weeks = wholeNumber(call, "weeks", 36, 1);
  return {
    ...(minutesPerPeriod !== undefined && { minutesPerPeriod }),
    shave: {
      minutes: wholeNumber(call, "shave", 5, 1),
      ...(Array.isArray(shaveDays) && { days: shaveDays.map((day) => dayOf(day, timetable, "shave-days")) }),
    },
    release: {
      minutes: wholeNumber(call, "release", 60, 10),
      day: dayOf(text(call, "release-day") ?? timetable.days.at(-1)!.id, timetable, "release-day"),
      when: call.flags["late"] === true ? "late" : "early",
    },
    cover: {
      teachers: wholeNumber(call, "cover", 2, 1),
      lessonsPerTeacher: wholeNumber(call, "cover-lessons", 1, 1),
    },
    contract: { ...(ownMinutes !== undefined && { ownMinutes }), shortest },
    ...(instructionMinutes !== undefined && { law: { instructionMinutes, weeks } }),
  };
}

/** A day by id or name. */
function dayOf(words: string, timetable: Timetable, flag: string): string {
  const [period] = periodsOf(words, timetable, `--${flag}`);
  const day = timetable.periods.find(({ id }) => id === period)?.day;
  if (day === undefined) throw new Misused(`--${flag} takes a day of the timetable.`);
  return day;
}

/** The contract's minutes as whole periods that every teacher keeps. */
function ownPeriods({ periods }: Timetable, { contract, minutesPerPeriod = 45 }: WaysQuestion): number {
  const lengths = periods.map(({ start, end }) =>
    start !== undefined && end !== undefined && end > start ? end - start : minutesPerPeriod,
  );
  return Math.ceil((contract?.ownMinutes ?? 0) / Math.max(1, Math.min(...lengths)));
}
