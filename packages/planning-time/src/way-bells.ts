import { contractOf, lawOf, together } from "./way-balance.js";
import type { Way, WayNote } from "./ways.js";
import type { WaysQuestion } from "./ways-question.js";
import { minutesOf, turnsOf, type WaysWeek } from "./ways-week.js";

/** Every period of some days is a few minutes shorter; what is saved is one block a day for the whole staff. */
export function shaveWay(week: WaysWeek, shave: NonNullable<WaysQuestion["shave"]>): Way {
  const days = shave.days ?? week.timetable.days.map(({ id }) => id);
  const shaved = week.timetable.periods.flatMap(({ day }, p) => (days.includes(day) ? [p] : []));
  const block = Math.max(
    0,
    ...days.map((day) => shaved.filter((p) => week.timetable.periods[p]!.day === day).length * shave.minutes),
  );
  const count = (periods: ReadonlySet<number>) => shaved.filter((p) => periods.has(p)).length * shave.minutes;
  const staffTime = shaved.length * shave.minutes;
  const lost = (group: string) => count(week.taught.get(group)!);
  return {
    ...wholeStaff(week, staffTime, block, "shave"),
    instructionLost: Math.max(0, ...week.groups.map(lost)),
    // Periods without a lesson are shorter, too.
    ...contractOf(week, (id) => minutesOf(week, week.free.get(id)!) - count(week.free.get(id)!)),
    ...lawOf(week, lost),
  };
}

/** Students go earlier or come later on one day; the whole staff has that time. */
export function releaseWay(week: WaysWeek, release: NonNullable<WaysQuestion["release"]>): Way {
  const { minutes, day, when, every = 1 } = release;
  const ofDay = week.timetable.periods.flatMap((period, p) => (period.day === day ? [p] : []));
  const inWindow = new Map<number, number>();
  let left = minutes;
  for (const p of when === "early" ? [...ofDay].reverse() : ofDay) {
    const taken = Math.min(left, week.minutes[p]!);
    if (taken > 0) inWindow.set(p, taken);
    left -= taken;
  }
  const time = minutes - Math.max(0, left);
  const within = (periods: ReadonlySet<number>) =>
    [...inWindow].reduce((sum, [p, taken]) => sum + (periods.has(p) ? taken : 0), 0) / every;
  const lost = (group: string) => within(week.taught.get(group)!);
  const way = wholeStaff(week, time / every, time, "release");
  return {
    ...way,
    instructionLost: Math.round(Math.max(0, ...week.groups.map(lost))),
    ...contractOf(week, (id) => minutesOf(week, week.free.get(id)!) - within(week.free.get(id)!)),
    ...lawOf(week, lost),
    notes: [...way.notes, { code: "transport", values: { minutes, when } }],
  };
}

/** Time in which all teachers are free at once: teams with members in common meet in turns. */
function wholeStaff(week: WaysWeek, perWeek: number, block: number, kind: "shave" | "release") {
  const turns = turnsOf(week.teams);
  const shortest = week.question.contract?.shortest ?? 0;
  const useful = block / turns >= shortest;
  const notes: WayNote[] = [
    ...(turns > 1 ? [{ code: "turns" as const, values: { turns } }] : []),
    ...(useful
      ? []
      : [{ code: "short-stretch" as const, values: { block: Math.floor(block / turns), shortest } }]),
    ...(kind === "shave" ? [{ code: "supervision" as const, values: { block } }] : []),
    { code: "needs-agreement" as const, values: {} },
  ];
  const gained = useful ? Math.floor(perWeek / turns) : 0;
  return {
    kind,
    from: "next-year" as const,
    ...together(week.teams.map(({ id }) => ({ team: id, gained }))),
    students: week.groups.length,
    teachers: week.teachers.length,
    moved: 0,
    coverHours: 0,
    notes,
  };
}
