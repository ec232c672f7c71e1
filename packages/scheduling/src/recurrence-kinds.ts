import { weekdayOf } from "./civil-date.js";
import { type Batch, put } from "./recurrence-batch.js";
import { daysOfMonth, daysOfYear, monthPasses } from "./recurrence-days.js";
import type { Effort } from "./recurrence-effort.js";
import type { RecurrencePlan } from "./recurrence-plan.js";
import { type CalendarMonth, type CalendarYear, GREGORIAN } from "./recurrence-year.js";

/** What it costs to find that a kind of year or month has no days, in units of effort. */
const YEAR = 30;
const MONTH = 6;

/**
 * Puts the days of Gregorian years that a yearly rule names. Years of one length that begin on one weekday have the
 * same days, which are worked out once: there are fourteen kinds of year, and a few more where a day of the years
 * beside may be named.
 */
export function daysByKindOfYear(
  plan: RecurrencePlan,
  effort: Effort,
): (number: number, into: Batch) => void {
  const kinds = new Map<number, readonly number[]>();
  const beside = plan.weekNumbers !== undefined || plan.skip !== "OMIT";
  return (number, into) => {
    const { first, length } = GREGORIAN.year(number);
    let kind = length * 7 + weekdayOf(first);
    if (beside) kind = kind * 4 + (isLeap(number - 1) ? 2 : 0) + (isLeap(number + 1) ? 1 : 0);
    let days = kinds.get(kind);
    if (!days) {
      days = daysOfYear(plan, number).map((day) => day - first);
      kinds.set(kind, days);
      if (days.length === 0) effort.left -= YEAR;
    }
    for (const day of days) put(into, first + day);
  };
}

/** The same for the months of a monthly rule: a month's days depend on its number, the leap year and its first weekday. */
export function daysByKindOfMonth(
  plan: RecurrencePlan,
  effort: Effort,
): (year: CalendarYear, month: CalendarMonth, into: Batch) => void {
  const kinds = new Map<number, readonly number[]>();
  return (year, month, into) => {
    const { first } = month;
    const kind = (year.length * 12 + month.month) * 7 + weekdayOf(first);
    let days = kinds.get(kind);
    if (!days) {
      const named = monthPasses(plan, year, month) ? daysOfMonth(plan, month) : [];
      days = named.map((day) => day - first);
      kinds.set(kind, days);
      if (days.length === 0) effort.left -= MONTH;
    }
    for (const day of days) put(into, first + day);
  };
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
