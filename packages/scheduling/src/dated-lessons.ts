import type { DayTable, SchoolDay } from "./day-table.js";
import type { Period, Timetable } from "./timetable.js";
import { bellOf, timetableDayOf } from "./timetable-day.js";

/** One period of a lesson on a date, in wall times of the school. */
export interface DatedLesson {
  readonly lesson: string;
  readonly name: string;
  readonly school: string;
  readonly day: number;
  readonly date: string;
  /** Id of the bell period. */
  readonly period: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly end: number;
  readonly resources: readonly string[];
}

/** How a timetable's week meets the calendar. */
export interface LessonDates {
  /**
   * Day id of the timetable that holds on a date; by default the cycle day and weekday (`A-MO`), the cycle day (`A`), or
   * the weekday by id or name (`MO`, `mon`, `Monday`).
   */
  readonly timetableDay?: (day: SchoolDay) => string | undefined;
  /** Bell period of a timetable's period; by default the one whose id, or else whose name, is the period's name. */
  readonly bell?: (period: Period) => string;
}

/**
 * The lessons of a timetable on the dates of a school year: what each teacher really teaches on an odd day.
 * Times are those of the date's own bells, so early release, exam weeks and the rotating cycle are all in them; a
 * period that the date does not have holds no lesson. Days and periods that no date has at all are what
 * {@link checkLessonDates} tells.
 */
export function datedLessons(timetable: Timetable, table: DayTable, how: LessonDates = {}): DatedLesson[] {
  const timetableDay = how.timetableDay ?? timetableDayOf(timetable);
  const bell = how.bell ?? bellOf(table);
  const byDay = placementsByDay(timetable, bell);
  const found: DatedLesson[] = [];
  for (const day of table.days) {
    if (!day.school) continue;
    const id = timetableDay(day);
    for (const { lesson, name, bells, resources } of (id !== undefined && byDay.get(id)) || []) {
      for (const period of day.periods) {
        if (!bells.includes(period.id)) continue;
        const { start, end } = period;
        found.push({
          lesson,
          name,
          school: table.school,
          day: day.day,
          date: day.date,
          period: period.id,
          start,
          end,
          resources,
        });
      }
    }
  }
  return found;
}

interface DayPlacement {
  readonly lesson: string;
  readonly name: string;
  /** Bell periods that the placement fills. */
  readonly bells: readonly string[];
  readonly resources: readonly string[];
}

function placementsByDay(
  timetable: Timetable,
  bell: (period: Period) => string,
): Map<string, DayPlacement[]> {
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const position = new Map(timetable.periods.map((period, index) => [period.id, index]));
  const byDay = new Map<string, DayPlacement[]>();
  for (const placement of timetable.placements) {
    const lesson = lessons.get(placement.lesson);
    const index = position.get(placement.start);
    if (!lesson || index === undefined) continue; // readTimetable reports unresolved references
    const { day } = timetable.periods[index]!;
    const filled = timetable.periods
      .slice(index, index + placement.duration)
      .filter((one) => one.day === day);
    const chosen = placement.chosen?.map(({ resource }) => resource) ?? [];
    const entry = {
      lesson: lesson.id,
      name: lesson.name,
      bells: filled.map(bell),
      resources: [...lesson.resources, ...chosen],
    };
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return byDay;
}
