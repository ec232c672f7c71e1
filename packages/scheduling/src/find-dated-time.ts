import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { type AvailabilityGrid, availabilityGrid } from "./availability.js";
import { isoDate } from "./civil-date.js";
import { type DatedLesson, datedLessons, type LessonDates } from "./dated-lessons.js";
import { type DatedObstacles, obstaclesOn } from "./dated-obstacles.js";
import type { DayTable } from "./day-table.js";
import { findSlots, type Slot, type SlotQuery } from "./find-slots.js";
import { buildAvailability, type PersonTime, type TravelMinutes } from "./person-time.js";
import { slotIssue } from "./slot-issue.js";
import type { Timetable } from "./timetable.js";

/** One school with its own bells: who teaches what, and when the bells ring on each date. */
export interface SchoolWeeks {
  readonly timetable: Timetable;
  readonly table: DayTable;
  readonly how?: LessonDates;
}

/** Whom, how long and on which dates a meeting needs. */
export interface DatedTimeRequest extends SlotQuery {
  /** Dates wanted, as day numbers since 1970-01-01, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** What else is known of people's time: absences, imported calendars, part-time hours. */
  readonly people?: readonly PersonTime[];
  /** Minutes from one school to another, none where absent. */
  readonly travel?: TravelMinutes;
  /** Minutes before the first bell and after the last one that count as well, none where absent. */
  readonly around?: number;
}

/** Every time on the dates at which a meeting can be, in time order; where there is none, what stands in the way. */
export interface DatedTimes {
  readonly slots: readonly Slot[];
  /** Up to five, fewest lessons first; empty where there are slots. */
  readonly obstacles: readonly DatedObstacles[];
}

/**
 * Finds time on dates for people of one or several schools, each with its own bells: a team that spans an elementary
 * and a high school meets when both are in session and everyone is free, to the minute, on odd days too.
 * A person is taken to be at a school from its first bell to its last on every date with school; someone in two
 * timetables is looked for in both. None is missed that begins on a whole five minutes.
 *
 * Issue codes: those of {@link findSlots}, and `ambiguous-person` where one id names two people; warnings of {@link buildAvailability} and `no-school-dates`.
 */
export function findDatedTime(
  schools: readonly SchoolWeeks[],
  request: DatedTimeRequest,
): Result<DatedTimes> {
  const asked = new Set([...request.required, ...(request.optional ?? []), ...(request.rooms ?? [])]);
  const lessons = schools.flatMap(({ timetable, table, how }) =>
    datedLessons(timetable, table, how).filter(({ day }) => day >= request.first && day <= request.last),
  );
  const ambiguous = [...asked].filter((id) => namesOf(id, schools).size > 1);
  if (ambiguous.length > 0) return fail(slotIssue("ambiguous-person", [], { n: ambiguous.length }));
  const grid = gridOf(schools, request);
  if (grid.days.length === 0)
    return ok({ slots: [], obstacles: [] }, [slotIssue("no-school-dates", ["first"])]);
  const known = new Set([
    ...schools.flatMap(({ timetable }) => timetable.resources.map(({ id }) => id)),
    ...(request.people ?? []).map(({ id }) => id),
  ]);
  const people = [...asked]
    .filter((id) => known.has(id))
    .map((id) => timeOf(id, schools, lessons, grid, request));
  const built = buildAvailability(grid, people, request.travel);
  if (!built.ok) return built;
  const slots = findSlots(built.value, request);
  if (!slots.ok) return slots;
  const warnings: readonly Issue[] = built.warnings;
  if (slots.value.length > 0) return ok({ slots: slots.value, obstacles: [] }, warnings);
  const open = buildAvailability(
    grid,
    people.map(({ lessons: _, ...rest }) => rest),
  );
  const names = new Map(
    schools.flatMap(({ timetable }) => timetable.resources.map(({ id, name }) => [id, name])),
  );
  const { quorum: _, optional: __, ...required } = request;
  const possible = open.ok ? findSlots(open.value, { ...required, rooms: [] }) : slots;
  const obstacles = possible.ok ? obstaclesOn(possible.value, lessons, request.required, names) : [];
  return ok({ slots: [], obstacles }, warnings);
}

/** What the timetables call a resource: different names are different people. */
function namesOf(id: string, schools: readonly SchoolWeeks[]): Set<string> {
  const own = schools.flatMap(({ timetable }) => timetable.resources.filter((one) => one.id === id));
  return new Set(own.map(({ name }) => name));
}

/** Days with school somewhere, from the earliest bell to the latest. */
function gridOf(
  schools: readonly SchoolWeeks[],
  { first, last, around = 0 }: DatedTimeRequest,
): AvailabilityGrid {
  const rows = schools.flatMap(({ table }) =>
    table.days.filter(
      ({ day, school, periods }) => school && periods.length > 0 && day >= first && day <= last,
    ),
  );
  const starts = rows.map(({ periods }) => periods[0]!.start);
  const ends = rows.flatMap(({ periods }) => periods.map(({ end }) => end));
  const from = Math.max(0, Math.floor((least(starts, 0) - around) / 5) * 5);
  return availabilityGrid(
    rows.map(({ day }) => day),
    from,
    Math.min(1440, most(ends, from) + around),
  );
}

function least(values: readonly number[], otherwise: number): number {
  return values.reduce((a, b) => Math.min(a, b), values[0] ?? otherwise);
}

function most(values: readonly number[], otherwise: number): number {
  return values.reduce((a, b) => Math.max(a, b), values[0] ?? otherwise);
}

/** All that is known of one person's time, with the hours at which none of his or her schools is in session. */
function timeOf(
  id: string,
  schools: readonly SchoolWeeks[],
  lessons: readonly DatedLesson[],
  grid: AvailabilityGrid,
  { people = [], around = 0 }: DatedTimeRequest,
): PersonTime {
  const own = schools.filter(({ timetable }) => timetable.resources.some((one) => one.id === id));
  const more = people.find((person) => person.id === id);
  const away =
    own.length === 0
      ? []
      : grid.days.flatMap((day) => {
          const bells = own.flatMap(({ table }) => {
            const row = table.days[day - table.first];
            return row?.school ? row.periods : [];
          });
          const date = isoDate(day);
          if (bells.length === 0) return [{ date }];
          const starts = bells.map((bell) => bell.start);
          const ends = bells.map((bell) => bell.end);
          return [
            { date, start: 0, end: least(starts, 0) - around },
            { date, start: most(ends, 0) + around, end: 1440 },
          ];
        });
  return {
    ...more,
    id,
    lessons: [...lessons.filter(({ resources }) => resources.includes(id)), ...(more?.lessons ?? [])],
    busy: [...away, ...(more?.busy ?? [])],
  };
}

/** Slots that begin one after the other as one stretch: its day, its first start and its last end. */
export function slotStretches(
  slots: readonly Slot[],
  step = 5,
): readonly { readonly date: string; readonly start: number; readonly end: number }[] {
  const stretches: { date: string; start: number; end: number; last: number }[] = [];
  for (const { date, start, end } of slots) {
    const open = stretches[stretches.length - 1];
    if (open && open.date === date && start - open.last <= step) {
      open.last = start;
      open.end = end;
    } else stretches.push({ date, start, end, last: start });
  }
  return stretches.map(({ date, start, end }) => ({ date, start, end }));
}
