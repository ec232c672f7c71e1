import type { SchoolDay, SchoolWeeks } from "@collegium/scheduling";
import type { Blocked, FreeQuestion, FreeSources, InTheWay } from "./common-days.js";
import { dayOf, endOf, lessonsOf, schoolOf } from "./free-schools.js";

const SHOWN = 5;

/**
 * The times at the bells of each date with the fewest lessons of required people in the way. Unlike the obstacles of
 * `findDatedTime` they count other teams' meetings too, which can be moved as well, and tell a cause once for many weeks.
 */
export function blockedTimes(
  { required, minutes }: FreeQuestion,
  days: readonly SchoolDay[],
  schools: readonly SchoolWeeks[],
  { meetings = [], own }: FreeSources,
): Blocked[] {
  const [home, ...elsewhere] = schools;
  const busy = [
    ...(home ? lessonsOf(home) : []).map((one) => ({ ...one, key: one.lesson, what: "lesson" as const })),
    ...elsewhere.flatMap(lessonsOf).map((one) => ({ ...one, key: "", name: "", what: "busy" as const })),
    ...meetings.flatMap(({ members, meetings: held }) =>
      held
        .filter(({ status }) => status !== "cancelled")
        .map((one) => ({ ...one, key: one.series, name: "", resources: members, what: "meeting" as const })),
    ),
    ...[...(own ?? [])].flatMap(([id, times]) =>
      times.map(({ date, start = 0, end = 1440 }) => ({
        ...{ date, start, end, key: "", name: "", resources: [id], what: "busy" as const },
      })),
    ),
  ];
  const byDate = new Map<string, (typeof busy)[number][]>();
  for (const one of busy) {
    const same = byDate.get(one.date);
    if (same) same.push(one);
    else byDate.set(one.date, [one]);
  }
  const inSession = (day: number, start: number, end: number) =>
    required.every((id) => {
      const own = dayOf(schoolOf(id, schools).table, day);
      return own?.school && (own.periods[0]?.start ?? 1440) <= start && end <= endOf(own);
    });
  const found = days.flatMap((day) =>
    day.periods
      .filter(({ start, kind }) => kind !== "lunch" && inSession(day.day, start, start + minutes))
      .map((period): Blocked => {
        const [start, end] = [period.start, period.start + minutes];
        const by = new Map<string, InTheWay>();
        for (const { key, what, name, resources, ...one } of byDate.get(day.date) ?? []) {
          if (one.start >= end || one.end <= start) continue;
          const people = required.filter((id) => resources.includes(id));
          const known = by.get(`${what} ${key}`)?.people ?? [];
          if (people.length > 0)
            by.set(`${what} ${key}`, { what, name, people: [...new Set([...known, ...people])] });
        }
        return { day, start, end, period, by: [...by.values()], again: 0 };
      }),
  );
  const nearest = found
    .filter(({ by }) => by.length > 0)
    .sort((a, b) => a.by.length - b.by.length || a.day.day - b.day.day || a.start - b.start);
  return eachOnce(nearest).slice(0, SHOWN);
}

/** The same lessons at the same period, week after week, are one entry with its first date. */
function eachOnce(times: readonly Blocked[]): Blocked[] {
  const byCause = new Map<string, Blocked>();
  for (const time of times) {
    const cause = JSON.stringify([time.period.id, time.day.weekday, time.by]);
    const known = byCause.get(cause);
    byCause.set(cause, known ? { ...known, again: known.again + 1 } : time);
  }
  return [...byCause.values()];
}
