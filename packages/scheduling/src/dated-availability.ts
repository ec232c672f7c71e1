import { fail, ok, type Result } from "@collegium/schema";
import { type Availability, type AvailabilityGrid, availabilityGrid } from "./availability.js";
import { isoDate } from "./civil-date.js";
import type { DatedLesson, LessonDates } from "./dated-lessons.js";
import type { DayTable } from "./day-table.js";
import { outsideHours } from "./outside-hours.js";
import { buildAvailability, type PersonTime, type TimeOnDate, type TravelMinutes } from "./person-time.js";
import { onDates, onOneClock, type SharedSchool, type SharedSpan } from "./shared-wall-time.js";
import { slotIssue } from "./slot-issue.js";
import type { Timetable } from "./timetable.js";

/** One school with its own bells: who teaches what, and when the bells ring on each date. */
export interface SchoolWeeks {
  readonly timetable: Timetable;
  readonly table: DayTable;
  readonly how?: LessonDates;
}

/** Whose time on which dates is wanted. */
export interface DatedPeople {
  /** People, and rooms too, by the timetables' ids. */
  readonly asked: readonly string[];
  /** Dates wanted, as day numbers since 1970-01-01, both inclusive, by the first school's clock. */
  readonly first: number;
  readonly last: number;
  /**
   * What else is known of people's time: absences, imported calendars, part-time hours. Hours of weekdays (`present`)
   * are by the clock of the person's own school, everything else by that of the first.
   */
  readonly people?: readonly PersonTime[];
  /** Minutes from one school to another, none where absent. */
  readonly travel?: TravelMinutes;
  /** Minutes before the first bell and after the last one that count as well, none where absent. */
  readonly around?: number;
}

/** People's time on dates, with what it was made from. */
export interface DatedAvailability {
  /** Everyone's time by the first school's clock; who is in no timetable and not in `people` is not in it. */
  readonly availability: Availability;
  /** Lessons on these dates. */
  readonly lessons: readonly DatedLesson[];
  readonly people: readonly PersonTime[];
}

/**
 * The time of people of one or several schools on dates: lessons at each date's own bells, what the timetables' rules
 * call unavailable, whatever else is known, and the hours at which none of a person's schools is in session. A lunch of
 * the bells is time that a person would rather keep.
 * Everything is told by the first school's clock, whatever zone the others are in.
 *
 * Issue codes: `ambiguous-person` where one id names two people, `unknown-zone`; warnings of {@link buildAvailability}.
 */
export function datedAvailability(
  schools: readonly SchoolWeeks[],
  request: DatedPeople,
): Result<DatedAvailability> {
  const asked = new Set(request.asked);
  const ambiguous = [...asked].filter((id) => namesOf(id, schools).size > 1);
  if (ambiguous.length > 0) return fail(slotIssue("ambiguous-person", [], { n: ambiguous.length }));
  const clock = onOneClock(schools);
  if (!clock.ok) return clock;
  const shared = clock.value;
  const lessons = shared.flatMap((school) =>
    school.lessons.filter(({ day }) => day >= request.first && day <= request.last),
  );
  const grid = gridOf(shared, request);
  const known = new Set([
    ...schools.flatMap(({ timetable }) => timetable.resources.map(({ id }) => id)),
    ...(request.people ?? []).map(({ id }) => id),
  ]);
  const people = [...asked]
    .filter((id) => known.has(id))
    .map((id) => timeOf(id, shared, lessons, grid, request));
  const built = buildAvailability(grid, people, request.travel);
  if (!built.ok) return built;
  return ok({ availability: built.value, lessons, people }, built.warnings);
}

/** What the timetables call a resource: different names are different people. */
function namesOf(id: string, schools: readonly SchoolWeeks[]): Set<string> {
  const own = schools.flatMap(({ timetable }) => timetable.resources.filter((one) => one.id === id));
  return new Set(own.map(({ name }) => name));
}

/** Days with school somewhere, from the earliest bell to the latest. */
function gridOf(
  schools: readonly SharedSchool[],
  { first, last, around = 0 }: DatedPeople,
): AvailabilityGrid {
  const pieces = schools
    .flatMap(({ sessions }) => [...sessions.values()].flatMap(onDates))
    .filter(({ day }) => day >= first && day <= last);
  const earliest = pieces.reduce((least, { start }) => Math.min(least, start), pieces[0]?.start ?? 0);
  const from = Math.max(0, Math.floor((earliest - around) / 5) * 5);
  const latest = pieces.reduce((most, { end }) => Math.max(most, end), from);
  return availabilityGrid(
    pieces.map(({ day }) => day),
    from,
    Math.min(1440, latest + around),
  );
}

/** All that is known of one person's time, with the hours at which none of his or her schools is in session. */
function timeOf(
  id: string,
  schools: readonly SharedSchool[],
  lessons: readonly DatedLesson[],
  grid: AvailabilityGrid,
  { people = [], around = 0 }: DatedPeople,
): PersonTime {
  const own = schools.filter(({ timetable }) => timetable.resources.some((one) => one.id === id));
  const { present, ...more } = people.find((person) => person.id === id) ?? { id };
  // Hours of weekdays are those of the person's own school, whose clock may be another.
  const home = own[0];
  const off = present && home ? home.offHours(present) : [];
  return {
    ...more,
    id,
    ...(present && !home && { present }),
    lessons: [...lessons.filter(({ resources }) => resources.includes(id)), ...(more.lessons ?? [])],
    busy: [
      ...(own.length === 0 ? [] : closed(own, grid, around)),
      ...own.flatMap(({ unavailable }) => unavailable.get(id) ?? []),
      ...off,
      ...(more.busy ?? []),
    ],
    avoid: [...own.flatMap(({ lunches }) => lunches), ...(more.avoid ?? [])],
  };
}

/** The hours of the grid at which none of a person's schools is in session: from the first bell to the last, date by date. */
function closed(own: readonly SharedSchool[], grid: AvailabilityGrid, around: number): TimeOnDate[] {
  const byDate = new Map<number, SharedSpan>();
  for (const { sessions } of own)
    for (const [day, { from, to }] of sessions) {
      const known = byDate.get(day) ?? { from, to };
      byDate.set(day, { from: Math.min(known.from, from), to: Math.max(known.to, to) });
    }
  const open = new Map<number, { start: number; end: number }[]>();
  for (const { from, to } of byDate.values())
    for (const { day, start, end } of onDates({ from: from - around, to: to + around }))
      open.set(day, [...(open.get(day) ?? []), { start, end }]);
  return grid.days.flatMap((day) => {
    const date = isoDate(day);
    return outsideHours(open.get(day) ?? []).map((gap) => ({ date, ...gap }));
  });
}
