import { weekdayOf } from "./civil-date.js";
import { type RecurrencePlan, sorted } from "./recurrence-plan.js";
import type { RuleMonth } from "./recurrence-rule.js";
import { type CalendarMonth, type CalendarYear, firstWeek, GREGORIAN, monthOf } from "./recurrence-year.js";

/** The days of one calendar year that the parts of a yearly rule name, ascending. */
export function daysOfYear(plan: RecurrencePlan, number: number): number[] {
  const year = plan.calendar.year(number);
  if (plan.weekNumbers) return daysOfWeeks(plan, number, plan.weekNumbers);
  if (plan.yearDays) {
    const days = plan.yearDays.map((nth) => nthDay(year.first, year.length, nth, plan.skip));
    return sorted(days.filter((day): day is number => day !== undefined && passes(plan, day, true)));
  }
  const months = plan.months ? monthsNamed(plan, year, plan.months) : year.months;
  if (plan.monthDays) return sorted(months.flatMap((month) => daysOfMonth(plan, month)));
  const found: number[] = [];
  if (plan.months) for (const month of months) weekdaysWithin(plan, month.first, month.length, found);
  else weekdaysWithin(plan, year.first, year.length, found);
  return sorted(found);
}

/** The days of one month that a monthly or yearly rule names. */
export function daysOfMonth(plan: RecurrencePlan, month: CalendarMonth): number[] {
  const found: number[] = [];
  if (!plan.monthDays) {
    weekdaysWithin(plan, month.first, month.length, found);
    return sorted(found);
  }
  for (const nth of plan.monthDays) {
    const day = nthDay(month.first, month.length, nth, plan.skip);
    if (day !== undefined && weekdayPasses(plan, day)) found.push(day);
  }
  return sorted(found);
}

/** Whether a month is one that the rule names, when the rule's frequency already led there. */
export function monthPasses(plan: RecurrencePlan, year: CalendarYear, month: CalendarMonth): boolean {
  if (!plan.months) return true;
  if (plan.calendar === GREGORIAN) return plan.months.some((one) => one.month === month.month);
  return monthsNamed(plan, year, plan.months).includes(month);
}

/** Whether a day agrees with every part of the rule that limits days; days of the year may be settled already. */
export function passes(plan: RecurrencePlan, day: number, yearDaySettled = false): boolean {
  if ((plan.weekdayMask & (1 << weekdayOf(day))) === 0) return false;
  if (!plan.months && !plan.monthDays && !plan.yearDays && !plan.numbered) return true;
  const year = plan.calendar.year(plan.calendar.yearOf(day));
  const month = monthOf(year, day);
  if (plan.monthDays && !includesNth(plan.monthDays, day - month.first + 1, month.length)) return false;
  if (plan.months && !monthPasses(plan, year, month)) return false;
  if (plan.yearDays && !yearDaySettled && !includesNth(plan.yearDays, day - year.first + 1, year.length))
    return false;
  return !plan.numbered || weekdayPasses(plan, day);
}

/** The first day after one that does not pass which may: behind its month where the rule leaves that out whole. */
export function nextDay(plan: RecurrencePlan, day: number): number {
  if (!plan.months) return day + 1;
  const year = plan.calendar.year(plan.calendar.yearOf(day));
  const month = monthOf(year, day);
  return monthPasses(plan, year, month) ? day + 1 : month.first + month.length;
}

function daysOfWeeks(plan: RecurrencePlan, number: number, weekNumbers: readonly number[]): number[] {
  const first = firstWeek(plan.calendar, number, plan.weekStart);
  const weeks = (firstWeek(plan.calendar, number + 1, plan.weekStart) - first) / 7;
  const found: number[] = [];
  for (const week of weekNumbers) {
    const index = week > 0 ? week - 1 : weeks + week;
    if (index < 0 || index >= weeks) continue;
    for (let day = first + index * 7, end = day + 7; day < end; day++) if (passes(plan, day)) found.push(day);
  }
  return sorted(found);
}

/** The nth day of a stretch, counted from its end where negative; a day it does not have goes by the skip rule. */
function nthDay(
  first: number,
  length: number,
  nth: number,
  skip: RecurrencePlan["skip"],
): number | undefined {
  if (Math.abs(nth) <= length) return nth > 0 ? first + nth - 1 : first + length + nth;
  if (skip === "OMIT") return undefined;
  const past = nth > 0 ? first + length : first;
  return skip === "FORWARD" ? past : past - 1;
}

/** The year's months that the rule names; a leap month that the year does not have goes by the skip rule. */
function monthsNamed(
  plan: RecurrencePlan,
  year: CalendarYear,
  wanted: readonly RuleMonth[],
): readonly CalendarMonth[] {
  const has = (month: number, leap: boolean) =>
    year.months.some((one) => one.month === month && one.leap === leap);
  const resolved = wanted.flatMap(({ month, leap }) => {
    if (has(month, leap)) return [{ month, leap }];
    if (!leap || plan.skip === "OMIT") return [];
    return [{ month: plan.skip === "FORWARD" ? month + 1 : month, leap: false }];
  });
  return year.months.filter((one) => resolved.some((w) => w.month === one.month && w.leap === one.leap));
}

/** Every weekday of the rule within a stretch: all of them, or the nth from either end. */
function weekdaysWithin(plan: RecurrencePlan, first: number, length: number, found: number[]): void {
  for (const { weekday, nth } of plan.weekdays ?? []) {
    const earliest = first + ((weekday - weekdayOf(first) + 7) % 7);
    const end = first + length;
    if (nth === undefined) for (let day = earliest; day < end; day += 7) found.push(day);
    else {
      const latest = earliest + Math.floor((end - 1 - earliest) / 7) * 7;
      const day = nth > 0 ? earliest + (nth - 1) * 7 : latest + (nth + 1) * 7;
      if (day >= first && day < end) found.push(day);
    }
  }
}

function weekdayPasses(plan: RecurrencePlan, day: number): boolean {
  if (!plan.weekdays) return true;
  const weekday = weekdayOf(day);
  if ((plan.weekdayMask & (1 << weekday)) === 0) return false;
  if (!plan.numbered) return true;
  const year = plan.calendar.year(plan.calendar.yearOf(day));
  const { first, length } = plan.nthInMonth ? monthOf(year, day) : year;
  const fromStart = Math.floor((day - first) / 7) + 1;
  const fromEnd = -Math.floor((first + length - 1 - day) / 7) - 1;
  return plan.weekdays.some(
    (one) =>
      one.weekday === weekday && (one.nth === undefined || one.nth === fromStart || one.nth === fromEnd),
  );
}

function includesNth(wanted: readonly number[], nth: number, length: number): boolean {
  return wanted.includes(nth) || wanted.includes(nth - length - 1);
}
