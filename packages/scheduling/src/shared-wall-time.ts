import { ok, type Result } from "@collegium/schema";
import { isoDate, weekdayOf } from "./civil-date.js";
import type { SchoolWeeks } from "./dated-availability.js";
import { type DatedLesson, datedLessons } from "./dated-lessons.js";
import { outsideHours } from "./outside-hours.js";
import type { PersonTime, TimeOnDate } from "./person-time.js";
import { WEEKDAYS } from "./recurrence-rule.js";
import type { Timetable } from "./timetable.js";
import { unavailableDates } from "./unavailable-dates.js";
import { localTime, wallTime } from "./wall-time.js";
import { findZone } from "./zone.js";

/** A stretch of time in minutes since midnight of 1970-01-01, by the wall clock that all schools are told in. */
export interface SharedSpan {
  readonly from: number;
  readonly to: number;
}

/** One school with everything it has on dates told by the wall clock of the first school. */
export interface SharedSchool {
  readonly timetable: Timetable;
  readonly lessons: readonly DatedLesson[];
  /** First bell to last bell of every date with school, by the school's own dates. */
  readonly sessions: ReadonlyMap<number, SharedSpan>;
  /** Periods in which the timetable's rules call people and rooms unavailable, by id. */
  readonly unavailable: ReadonlyMap<string, readonly TimeOnDate[]>;
  /** Lunches of the bells. */
  readonly lunches: readonly TimeOnDate[];
  /** Times at which a part-timer of the school is not at work, from one date to another. */
  readonly offHours: (present: NonNullable<PersonTime["present"]>) => readonly TimeOnDate[];
}

/**
 * Tells the lessons and bells of several schools by the wall clock of the first, so that a team across two time zones
 * can be asked like any other. What runs over midnight there is on both dates.
 *
 * Issue code: `unknown-zone`.
 */
export function onOneClock(schools: readonly SchoolWeeks[]): Result<readonly SharedSchool[]> {
  const home = schools[0]?.table.zone;
  const shared: SharedSchool[] = [];
  for (const school of schools) {
    const clock = clockFrom(school.table.zone, home ?? school.table.zone);
    if (!clock.ok) return clock;
    shared.push(shareOf(school, clock.value));
  }
  return ok(shared);
}

/** A school's own date and minutes as minutes of the common clock. */
type Clock = (day: number, minute: number) => number;

function clockFrom(own: string, home: string): Result<Clock> {
  if (own === home) return ok((day, minute) => day * 1440 + minute);
  const [from, to] = [findZone(own), findZone(home)];
  if (!from.ok) return from;
  if (!to.ok) return to;
  return ok((day, minute) => {
    const { instant } = wallTime(from.value, day * 86_400 + minute * 60);
    return Math.floor(localTime(to.value, instant) / 60);
  });
}

function shareOf({ timetable, table, how }: SchoolWeeks, clock: Clock): SharedSchool {
  const put = <T extends { day: number; start: number; end: number }>(one: T) =>
    onDates({ from: clock(one.day, one.start), to: clock(one.day, one.end) }).map((piece) => ({
      ...one,
      ...piece,
    }));
  const days = table.days.filter(({ school, periods }) => school && periods.length > 0);
  return {
    timetable,
    lessons: datedLessons(timetable, table, how).flatMap(put),
    sessions: new Map(
      days.map(({ day, periods }) => {
        const start = periods.reduce((least, one) => Math.min(least, one.start), 1440);
        const end = periods.reduce((most, one) => Math.max(most, one.end), 0);
        return [day, { from: clock(day, start), to: clock(day, end) }];
      }),
    ),
    unavailable: new Map(
      [...unavailableDates(timetable, table, how)].map(([id, times]) => [id, times.flatMap(put)]),
    ),
    lunches: days.flatMap(({ day, periods }) =>
      periods.filter(({ kind }) => kind === "lunch").flatMap(({ start, end }) => put({ day, start, end })),
    ),
    offHours: (present) =>
      table.days.flatMap(({ day }) => {
        const weekday = WEEKDAYS[weekdayOf(day)];
        const hours = present.filter((one) => one.weekday === weekday);
        return outsideHours(hours).flatMap((gap) => put({ day, ...gap }));
      }),
  };
}

/** A stretch as dates and minutes; over midnight it is on both. */
export function onDates({
  from,
  to,
}: SharedSpan): { day: number; date: string; start: number; end: number }[] {
  const pieces: { day: number; date: string; start: number; end: number }[] = [];
  for (let day = Math.floor(from / 1440); day * 1440 < to; day++) {
    const start = Math.max(0, from - day * 1440);
    pieces.push({ day, date: isoDate(day), start, end: Math.min(1440, to - day * 1440) });
  }
  return pieces;
}
