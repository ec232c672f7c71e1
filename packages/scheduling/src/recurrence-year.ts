import { fail, ok, type Result } from "@collegium/schema";
import { civilDate, dayNumber } from "./civil-date.js";
import { findCalendarYears } from "./recurrence-calendar.js";
import { partIssue } from "./recurrence-issues.js";

/** One month of a calendar's year. */
export interface CalendarMonth {
  readonly month: number;
  readonly leap: boolean;
  /** Day number of its first day. */
  readonly first: number;
  readonly length: number;
}

/** One year of a calendar, as day numbers. */
export interface CalendarYear {
  readonly year: number;
  readonly first: number;
  readonly length: number;
  readonly months: readonly CalendarMonth[];
}

/** Years of a calendar by number and by the day they hold. */
export interface CalendarYears {
  readonly name: string;
  readonly year: (year: number) => CalendarYear;
  readonly yearOf: (day: number) => number;
  /** What reading its years has cost since this was asked last, in units of effort. */
  readonly takeCost: () => number;
}

/** The calendar of everyday life, computed, with the latest years remembered. */
export const GREGORIAN: CalendarYears = {
  name: "gregorian",
  year: (year) => {
    const slot = ((year % 16) + 16) % 16;
    const kept = recent[slot];
    if (kept?.year === year) {
      latest = kept;
      return kept;
    }
    const first = dayNumber(year, 1, 1);
    const months: CalendarMonth[] = [];
    for (let month = 1, start = first; month <= 12; month++) {
      const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
      months.push({ month, leap: false, first: start, length: next - start });
      start = next;
    }
    const made = { year, first, length: months[11]!.first + 31 - first, months };
    recent[slot] = made;
    latest = made;
    return made;
  },
  // Days are most often looked at one after the other.
  yearOf: (day) =>
    latest && day >= latest.first && day < latest.first + latest.length ? latest.year : civilDate(day).year,
  takeCost: () => 0,
};
let latest: CalendarYear | undefined;
const recent: (CalendarYear | undefined)[] = new Array(16).fill(undefined);

/** Calendars that have the Gregorian months and days and only number their years differently. */
const SAME_MONTHS = ["gregorian", "buddhist", "japanese", "roc"];

/** The calendar a rule counts in; `rule-calendar-unknown` where this runtime has none of that name. */
export function calendarYears(name: string): Result<CalendarYears> {
  if (SAME_MONTHS.includes(name)) return ok(GREGORIAN);
  const found = findCalendarYears(name);
  if (found) return ok(found);
  return fail(partIssue("rule-calendar-unknown", "RSCALE", "rule-calendar-unknown"));
}

/** The month of a year that holds a day. */
export function monthOf(year: CalendarYear, day: number): CalendarMonth {
  for (let index = year.months.length - 1; index > 0; index--) {
    if (year.months[index]!.first <= day) return year.months[index]!;
  }
  return year.months[0]!;
}

/** First day of week 1: the first week with at least four days in the year (RFC 5545, 3.3.10). */
export function firstWeek(calendar: CalendarYears, year: number, weekStart: number): number {
  const { first } = calendar.year(year);
  const into = (((first + 3 - weekStart) % 7) + 7) % 7;
  return into <= 3 ? first - into : first - into + 7;
}
