import { type AtSchoolOptions, atSchool } from "./at-school.js";
import { isoDate, weekdayOf } from "./civil-date.js";
import { datedLessons, type LessonDates } from "./dated-lessons.js";
import type { DayTable } from "./day-table.js";
import { type Distribution, distributionOf } from "./distribution.js";
import type { Team } from "./teams.js";
import type { Timetable } from "./timetable.js";
import { bellOf } from "./timetable-day.js";
import { unavailableDates } from "./unavailable-dates.js";

/** One team's shared minutes in one week of the calendar. */
export interface WeekMinutes {
  /** Date of its Monday. */
  readonly monday: string;
  /** Days with school in it. */
  readonly schoolDays: number;
  /** Minutes of teaching periods in which all members are free. */
  readonly common: number;
  /** Minutes in which the team's own meeting stands. */
  readonly meetings: number;
}

/** One team's shared time over the year. */
export interface TeamWeeks {
  readonly id: string;
  readonly name?: string;
  /** Every week that has school, in order. */
  readonly weeks: readonly WeekMinutes[];
  /** Common and meeting minutes together, spread over these weeks. */
  readonly acrossWeeks: Distribution | null;
  /** Weeks with no shared minute at all. */
  readonly weeksWithout: number;
}

/**
 * Measures each team's shared minutes week by week over a school year, with its holidays, early releases, odd weeks
 * and exam bells: a period that looks shared in the timetable may fall out often.
 * Counts the bells of each date, and periods of kind teaching alone that the timetable has: nobody meets in a lunch
 * unless a meeting stands there, nor in an exam that a special day adds, nor in a period in which a member is not at school (`present`, and the timetable's own unavailable times). The
 * whole-week figures of {@link auditMinutes} are those of a week without exceptions.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const calendar = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0] }));
 * const timetable = unwrap(Timetable.create({
 *   id: "t", ...Timetable.options.examples[0], days: [{ id: "MO", name: "Monday" }],
 *   periods: [{ id: "mo-1", name: "1", day: "MO" }], placements: [],
 * }));
 * const team = { id: "maths", members: ["t1"], source: "department" as const };
 * const [weeks] = auditWeeks(timetable, unwrap(dayTable(calendar, "north")), [team]);
 * weeks?.weeks[1]; // => { monday: "2026-09-07", schoolDays: 4, common: 180, meetings: 0 }
 * ```
 */
export function auditWeeks(
  timetable: Timetable,
  table: DayTable,
  teams: readonly Team[],
  { present, rules, ...how }: LessonDates & AtSchoolOptions = {},
): TeamWeeks[] {
  const here = atSchool(timetable, { ...(present && { present }), ...(rules && { rules }) });
  const rooms = new Set(timetable.resources.filter(({ kind }) => kind === "room").map(({ id }) => id));
  const meetings = new Set(timetable.lessons.filter(({ kind }) => kind === "meeting").map(({ id }) => id));
  const busy = new Map<string, Set<string>>();
  const meets = new Map<string, Set<string>>();
  const put = (map: Map<string, Set<string>>, key: string, value: string) => {
    const set = map.get(key) ?? new Set();
    set.add(value);
    map.set(key, set);
  };
  for (const { lesson, day, period, resources } of datedLessons(timetable, table, how)) {
    const people = resources.filter((id) => !rooms.has(id));
    for (const id of people) put(busy, `${day} ${period}`, id);
    if (meetings.has(lesson)) put(meets, `${day} ${period}`, JSON.stringify([...new Set(people)].sort()));
  }
  const away = new Map(
    [...new Set(teams.flatMap(({ members }) => members))].map((id) => [
      id,
      new Set(timetable.periods.filter((period) => !here(id, period.id)).map((period) => period.id)),
    ]),
  );
  for (const [id, times] of unavailableDates(timetable, table, how, away))
    for (const { day, period } of times) put(busy, `${day} ${period}`, id);
  const known = new Set(timetable.periods.map(how.bell ?? bellOf(table)));
  const days = table.days.filter(({ school }) => school);
  return teams.map(({ id, name, members }) => {
    const own = JSON.stringify([...new Set(members)].sort());
    const weeks = new Map<number, { schoolDays: number; common: number; meetings: number }>();
    for (const { day, periods } of days) {
      const monday = day - weekdayOf(day);
      const week = weeks.get(monday) ?? { schoolDays: 0, common: 0, meetings: 0 };
      week.schoolDays++;
      for (const period of periods) {
        const key = `${day} ${period.id}`;
        const minutes = period.end - period.start;
        if (meets.get(key)?.has(own)) week.meetings += minutes;
        else if (
          period.kind === "teaching" &&
          known.has(period.id) &&
          !members.some((member) => busy.get(key)?.has(member))
        ) {
          week.common += minutes;
        }
      }
      weeks.set(monday, week);
    }
    const list = [...weeks]
      .sort(([a], [b]) => a - b)
      .map(([monday, week]): WeekMinutes => ({ monday: isoDate(monday), ...week }));
    const shared = list.map(({ common, meetings }) => common + meetings);
    return {
      id,
      ...(name !== undefined && { name }),
      weeks: list,
      acrossWeeks: distributionOf(shared),
      weeksWithout: shared.filter((minutes) => minutes === 0).length,
    };
  });
}
