import type { Timetable } from "@collegium/scheduling";
import { fail, ok, type Result } from "@collegium/schema";
import { readGrid } from "./schedule-grid.js";
import { type ScheduledLesson, scheduledLessons } from "./schedule-lessons.js";
import type { ScheduleMapping } from "./schedule-mapping.js";
import { type Meetings, readMeetings } from "./schedule-meetings.js";
import { readSheet, type ScheduleSheet } from "./schedule-sheet.js";

/** A schedule as understood: its sheet, its rows and its lessons. The writer starts from the same. */
export interface Schedule {
  readonly text: string;
  readonly sheet: ScheduleSheet;
  readonly meetings: Meetings;
  readonly lessons: readonly ScheduledLesson[];
}

const MOST_ISSUES = 20;

/**
 * Understands a master schedule through its mapping.
 *
 * Issue codes: those of `readSheet`, and `unknown-day`, `unknown-period`, `no-teacher`, `no-rows`.
 */
export function understandSchedule(text: string, mapping: ScheduleMapping): Result<Schedule> {
  const sheet = readSheet(text, mapping);
  if (!sheet.ok) return sheet;
  const meetings = mapping.layout === "grid" ? readGrid(sheet.value) : readMeetings(sheet.value);
  const [first, ...rest] = meetings.issues;
  if (first) return fail(first, ...rest.slice(0, MOST_ISSUES - 1));
  if (meetings.rows.length === 0) {
    return fail({
      code: "no-rows",
      path: ["rows"],
      message: "No row of the schedule is a lesson with a period.",
    });
  }
  return ok({ text, sheet: sheet.value, meetings, lessons: scheduledLessons(meetings.rows) });
}

/** The periods of the week that are in use, in time order, and how to find them. */
export interface ScheduleWeek {
  readonly periods: Timetable["periods"];
  /** A day's periods in order, by their keys. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** The id of a period of a day. */
export function periodId(day: string, key: string): string {
  return `${day}-${key}`;
}

/** The week that a schedule's rows span. */
export function weekOf(meetings: Meetings): ScheduleWeek {
  const used = new Set(
    meetings.rows.flatMap((row) => row.slots.map((slot) => periodId(slot.day, slot.period))),
  );
  const keys = new Map(
    meetings.days.map((day) => [
      day,
      meetings.periods.map((p) => p.key).filter((key) => used.has(periodId(day, key))),
    ]),
  );
  const byKey = new Map(meetings.periods.map((period) => [period.key, period]));
  const periods = [...keys].flatMap(([day, list]) =>
    list.map((key) => {
      const { name, start, end } = byKey.get(key)!;
      return {
        id: periodId(day, key),
        name,
        day,
        ...(start === undefined || end === undefined ? {} : { start, end }),
      };
    }),
  );
  return { periods, keys };
}
