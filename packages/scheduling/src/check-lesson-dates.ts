import type { Issue } from "@collegium/schema";
import { calendarIssue, phrase } from "./calendar-words.js";
import type { LessonDates } from "./dated-lessons.js";
import type { DayTable } from "./day-table.js";
import type { Timetable } from "./timetable.js";
import { bellOf, timetableDayOf } from "./timetable-day.js";

/**
 * What of a timetable no date of a school's year has: lessons there would count on no date, and everyone would look
 * free. Names days that never come and periods that no bell rings, where lessons stand in them.
 *
 * Issue codes: `days-never-come`, `periods-never-ring`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const calendar = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0] }));
 * const timetable = unwrap(Timetable.create({
 *   id: "t", ...Timetable.options.examples[0], periods: [{ id: "mon-1", name: "First", day: "mon" }],
 * }));
 * checkLessonDates(timetable, unwrap(dayTable(calendar, "north")))[0]?.message;
 * // => "The bells have no period that the timetable calls First; lessons there count on no date."
 * ```
 */
export function checkLessonDates(
  timetable: Timetable,
  table: DayTable,
  how: LessonDates = {},
): readonly Issue[] {
  const timetableDay = how.timetableDay ?? timetableDayOf(timetable);
  const bell = how.bell ?? bellOf(table);
  const held = table.days.filter(({ school }) => school);
  const come = new Set(held.map(timetableDay));
  const ring = new Set(held.flatMap(({ periods }) => periods.map(({ id }) => id)));
  const position = new Map(timetable.periods.map(({ id }, index) => [id, index]));
  const used = timetable.placements.flatMap(({ start, duration }) => {
    const first = position.get(start) ?? timetable.periods.length;
    const day = timetable.periods[first]?.day;
    return timetable.periods.slice(first, first + duration).filter((period) => period.day === day);
  });
  const filled = new Set(used);
  const inUse = new Set(used.map(({ day }) => day));
  const days = timetable.days.filter(({ id }) => inUse.has(id) && !come.has(id)).map(({ name }) => name);
  const unheard = timetable.periods.filter((period) => filled.has(period) && !ring.has(bell(period)));
  const names = [...new Set(unheard.map(({ name }) => name))];
  return [
    ...(days.length > 0
      ? [calendarIssue("days-never-come", ["days"], phrase("days-never-come", { days }))]
      : []),
    ...(names.length > 0
      ? [calendarIssue("periods-never-ring", ["periods"], phrase("periods-never-ring", { names }))]
      : []),
  ];
}
