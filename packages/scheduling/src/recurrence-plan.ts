import { weekdayOf } from "./civil-date.js";
import type { Frequency, RecurrenceRule, RuleMonth, RuleWeekday } from "./recurrence-rule.js";
import { type CalendarYears, monthOf } from "./recurrence-year.js";

/** A rule joined with its start: what the rule leaves open is taken from the start (RFC 5545, 3.3.10). */
export interface RecurrencePlan {
  readonly rule: RecurrenceRule;
  readonly frequency: Frequency;
  readonly interval: number;
  readonly weekStart: number;
  readonly calendar: CalendarYears;
  readonly skip: RecurrenceRule["skip"];
  readonly startDay: number;
  /** Seconds of the start within its day. */
  readonly startSecond: number;
  readonly months?: readonly RuleMonth[];
  readonly weekNumbers?: readonly number[];
  readonly yearDays?: readonly number[];
  readonly monthDays?: readonly number[];
  readonly weekdays?: readonly RuleWeekday[];
  /** Whether numbered weekdays count within the month. */
  readonly nthInMonth: boolean;
  /** Bit per weekday: allowed without or with any number. */
  readonly weekdayMask: number;
  readonly numbered: boolean;
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions?: readonly number[];
}

/** Joins a rule with its start, `day` and `second` of local time; whole days ignore the parts about time. */
export function planRecurrence(
  rule: RecurrenceRule,
  calendar: CalendarYears,
  day: number,
  second: number,
  wholeDay: boolean,
): RecurrencePlan {
  const { frequency } = rule;
  const year = calendar.year(calendar.yearOf(day));
  const month = monthOf(year, day);
  const bare = !rule.byWeekday && !rule.byMonthDay && !rule.byYearDay;
  let { byMonth: months, byMonthDay: monthDays, byWeekday: weekdays } = rule;

  if (bare && (frequency === "MONTHLY" || (frequency === "YEARLY" && !rule.byWeekNumber))) {
    monthDays = [day - month.first + 1];
  }
  if (bare && (frequency === "WEEKLY" || rule.byWeekNumber)) weekdays = [{ weekday: weekdayOf(day) }];
  // A yearly rule that names days of the month and nothing else recurs in the month of its start.
  const alone = !rule.byWeekNumber && !rule.byYearDay && !rule.byWeekday;
  if (frequency === "YEARLY" && monthDays && !months && alone) {
    months = [{ month: month.month, leap: month.leap }];
  }
  const timed = <T>(part: readonly number[] | undefined, otherwise: T): readonly number[] | T =>
    wholeDay ? otherwise : part ? sorted(part) : otherwise;
  const within = { HOURLY: 1, MINUTELY: 2, SECONDLY: 3 }[frequency as string] ?? 0;
  return {
    rule,
    frequency,
    interval: rule.interval,
    weekStart: rule.weekStart,
    calendar,
    skip: rule.skip,
    startDay: day,
    startSecond: second,
    ...(months && {
      months: months.length > 13 ? once(months, ({ month, leap }) => `${month} ${leap}`) : months,
    }),
    ...(rule.byWeekNumber && { weekNumbers: sorted(rule.byWeekNumber) }),
    ...(rule.byYearDay && { yearDays: sorted(rule.byYearDay) }),
    ...(monthDays && { monthDays: monthDays.length > 1 ? sorted(monthDays) : monthDays }),
    ...(weekdays && {
      weekdays: weekdays.length > 7 ? once(weekdays, (day) => `${day.weekday} ${day.nth}`) : weekdays,
    }),
    nthInMonth: frequency === "MONTHLY" || rule.byMonth !== undefined,
    weekdayMask: weekdays ? weekdays.reduce((mask, { weekday }) => mask | (1 << weekday), 0) : 127,
    numbered: weekdays?.some(({ nth }) => nth !== undefined) ?? false,
    hours: timed(rule.byHour, within >= 1 ? range(24) : [Math.floor(second / 3600)]),
    minutes: timed(rule.byMinute, within >= 2 ? range(60) : [Math.floor(second / 60) % 60]),
    seconds: timed(rule.bySecond, within >= 3 ? range(60) : [second % 60]),
    ...(rule.bySetPosition && { positions: sorted(rule.bySetPosition) }),
  };
}

/** Ascending, each value once. */
export function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Each thing once, by its key: a list may name one a thousand times. */
function once<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  return [...new Map(things.map((thing) => [keyOf(thing), thing])).values()];
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
