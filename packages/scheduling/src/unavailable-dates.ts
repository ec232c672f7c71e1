import { unavailablePeriods } from "./at-school.js";
import { datedLessons, type LessonDates } from "./dated-lessons.js";
import type { DayTable } from "./day-table.js";
import type { Timetable } from "./timetable.js";

/** A bell period of a date in which somebody, or a room, cannot be had; minutes after midnight. */
export interface UnavailableTime {
  readonly day: number;
  readonly date: string;
  /** Id of the bell period. */
  readonly period: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The periods in which a timetable's hard rules call people and rooms unavailable, on the dates of a school year at
 * those dates' own bells; by id, in time order. They stand on dates just as {@link datedLessons} do. Other `periods` may
 * be given in place of those of the rules.
 */
export function unavailableDates(
  timetable: Timetable,
  table: DayTable,
  how: LessonDates = {},
  periods: ReadonlyMap<string, ReadonlySet<string>> = unavailablePeriods(timetable),
): ReadonlyMap<string, readonly UnavailableTime[]> {
  const off = [...periods];
  // Read as if each were a lesson, so that cycle days and odd bells are decided in one place.
  const asLessons: Timetable = {
    ...timetable,
    lessons: off.map(([id]) => ({ id, name: id, kind: "duty", duration: 1, resources: [id] })),
    placements: off.flatMap(([id, periods]) =>
      [...periods].map((start) => ({ lesson: id, start, duration: 1 })),
    ),
  };
  const found = new Map<string, UnavailableTime[]>();
  if (off.length === 0) return found;
  for (const { lesson, day, date, period, start, end } of datedLessons(asLessons, table, how)) {
    const times = found.get(lesson) ?? [];
    times.push({ day, date, period, start, end });
    found.set(lesson, times);
  }
  return found;
}
