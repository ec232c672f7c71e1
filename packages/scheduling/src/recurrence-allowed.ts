import { civilDate, dayNumber, weekdayOf } from "./civil-date.js";
import { monthPasses, nextDay, passes } from "./recurrence-days.js";
import type { Effort } from "./recurrence-effort.js";
import type { RecurrencePlan } from "./recurrence-plan.js";
import type { RecurrenceRule } from "./recurrence-rule.js";
import { GREGORIAN, monthOf } from "./recurrence-year.js";

/** No day from here on. */
export const NEVER = Number.POSITIVE_INFINITY;
/** After so many years the Gregorian calendar repeats, weekdays included. */
const ROUND = 400;
/** What a list of a year's days costs. */
const LISTED = 300;
/** What it costs to look at the days of a month of another calendar in vain, and to see that the month is not named. */
const LOOKED = 40;
const PASSED = 10;
/** Other calendars do not repeat so soon, and are looked at for fifty years. */
const LONG = 18_262;

/**
 * Finds the first day from one on that a rule allows which counts hours or less, or {@link NEVER}; `NaN` where looking
 * cost too much.
 */
export function allowedDays(plan: RecurrencePlan, effort: Effort): (from: number) => number {
  if (!plan.months && !plan.monthDays && !plan.yearDays) return byWeekday(plan);
  return plan.calendar === GREGORIAN ? byKindOfYear(plan, effort) : byMonth(plan, effort);
}

function byWeekday({ weekdayMask }: RecurrencePlan): (from: number) => number {
  return (from) => {
    let day = from;
    while ((weekdayMask & (1 << weekdayOf(day))) === 0) day++;
    return day;
  };
}

/** Years of one length that begin on one weekday allow the same days: there are fourteen kinds of year. */
function byKindOfYear(plan: RecurrencePlan, effort: Effort): (from: number) => number {
  // For these rules nothing depends on the start, and a calendar may have a thousand events of one rule.
  const kinds = known.get(plan.rule) ?? new Map<number, readonly number[]>();
  known.set(plan.rule, kinds);
  return (from) => {
    let { year } = civilDate(from);
    let first = dayNumber(year, 1, 1);
    for (const end = year + ROUND; year <= end; year++) {
      const next = dayNumber(year + 1, 1, 1);
      const kind = (next - first) * 7 + weekdayOf(first);
      let days = kinds.get(kind);
      if (!days) {
        days = daysOf(plan, first, next);
        kinds.set(kind, days);
        effort.left -= LISTED;
      }
      for (const day of days) if (first + day >= from) return first + day;
      first = next;
    }
    return NEVER;
  };
}

const known = new WeakMap<RecurrenceRule, Map<number, readonly number[]>>();

/** The days of a year that pass, counted from its first. */
function daysOf(plan: RecurrencePlan, first: number, end: number): number[] {
  const found: number[] = [];
  for (let day = first; day < end; ) {
    const fits = passes(plan, day);
    if (fits) found.push(day - first);
    day = fits ? day + 1 : nextDay(plan, day);
  }
  return found;
}

function byMonth(plan: RecurrencePlan, effort: Effort): (from: number) => number {
  const { calendar } = plan;
  const { months: _, ...within } = plan;
  return (from) => {
    let year = calendar.year(calendar.yearOf(from));
    let index = year.months.indexOf(monthOf(year, from));
    for (let month = year.months[index]!; month.first < from + LONG; month = year.months[index]!) {
      const named = monthPasses(plan, year, month);
      const end = month.first + month.length;
      if (named)
        for (let day = Math.max(from, month.first); day < end; day++) if (passes(within, day)) return day;
      effort.left -= (named ? LOOKED : PASSED) + calendar.takeCost();
      if (effort.left < 0) break;
      if (++index === year.months.length) {
        year = calendar.year(year.year + 1);
        index = 0;
      }
    }
    return Number.NaN;
  };
}
