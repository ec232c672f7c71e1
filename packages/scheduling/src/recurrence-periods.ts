import { dayNumber, weekdayOf } from "./civil-date.js";
import { allowedDays } from "./recurrence-allowed.js";
import { type Batch, put } from "./recurrence-batch.js";
import { daysOfMonth, daysOfYear, monthPasses, passes } from "./recurrence-days.js";
import type { Effort } from "./recurrence-effort.js";
import { daysByKindOfMonth, daysByKindOfYear } from "./recurrence-kinds.js";
import { type RecurrencePlan, sorted } from "./recurrence-plan.js";
import { firstWeek, GREGORIAN, monthOf } from "./recurrence-year.js";

/** Calendars write years with four digits; nothing recurs after this day. */
const LAST_DAY = dayNumber(9999, 12, 31);

/** Why a search ended: the calendar is over, nothing can ever match, or the search grew too long. */
export type SearchEnd = "calendar-over" | "never" | "search-too-long";

/** Adds the next period's wall times, ascending, as seconds; an ending where there is no next. */
export type Periods = (into: Batch) => SearchEnd | undefined;

/** What a period costs of whose days none is at a set position. */
const CHOSEN = 15;
/** How many numbers of a list cost one unit. */
const LISTED = 20;
/** Most wall times that are worked out at once: the days of a year may have 86,400 each. */
const AT_ONCE = 1000;

/** The periods of a rule that counts days or longer, from the one that holds the start or `from`. */
export function dayPeriods(plan: RecurrencePlan, from: number, effort: Effort): Periods {
  const times = timesOfDay(plan);
  const many = times.length;
  effort.left -= many / LISTED;
  const steps: Record<string, typeof byMonth> = {
    YEARLY: byYear,
    MONTHLY: byMonth,
    WEEKLY: byWeek,
    DAILY: byDay,
  };
  const next = steps[plan.frequency]!(plan, from, effort);
  // After 400 years the Gregorian calendar repeats, weekdays included: an empty round proves that nothing matches.
  // Other calendars do not repeat so soon, and their tables are looked at for fifty years.
  const full = { YEARLY: 400, MONTHLY: 4800, WEEKLY: 20871, DAILY: 146097 }[plan.frequency as "DAILY"];
  const exact = plan.calendar === GREGORIAN;
  const round = exact ? full : full / 8;
  const days: Batch = { values: [], size: 0 };
  // Of the period's times on its days, those at the rule's set positions, or all.
  let chosen: readonly number[] | undefined;
  let chosenOf = 0;
  let at = 0;
  let end = 0;
  return (into) => {
    for (let empty = 0; at === end; empty++) {
      if (empty > round) return exact ? "never" : "search-too-long";
      days.size = 0;
      if (!next(days)) return "calendar-over";
      at = 0;
      end = days.size * many;
      if (plan.positions && end > 0) {
        chosen = at === 0 && end === chosenOf ? chosen : positions(plan.positions, end);
        chosenOf = end;
        end = chosen!.length;
      } else while (at < end && days.values[at / many]! < from) at += many;
      effort.left -= plan.calendar.takeCost();
      if (at < end) break;
      effort.left -= days.size > 0 ? CHOSEN : 1;
      if (effort.left < 0) return "search-too-long";
    }
    for (const stop = Math.min(end, at + AT_ONCE); at < stop; at++) {
      const nth = chosen ? chosen[at]! : at;
      put(into, days.values[Math.floor(nth / many)]! * 86400 + times[nth % many]!);
    }
    return undefined;
  };
}

/** Seconds after midnight at which a rule occurs on its days, ascending. */
function timesOfDay({ hours, minutes, seconds }: RecurrencePlan): number[] {
  const times: number[] = [];
  for (const hour of hours)
    for (const minute of minutes)
      for (const second of seconds) times.push(hour * 3600 + minute * 60 + second);
  return times;
}

/** Indexes that the set positions name in a set of so many, ascending. */
export function positions(wanted: readonly number[], size: number): number[] {
  const indexes = wanted.map((nth) => (nth > 0 ? nth - 1 : size + nth));
  return sorted(indexes.filter((index) => index >= 0 && index < size));
}

/** Puts the next period's days into `days`; false after the calendar's last day. */
type Steps = (days: Batch) => boolean;

function byYear(plan: RecurrencePlan, from: number, effort: Effort): Steps {
  const { calendar, interval } = plan;
  const start = plan.weekNumbers ? firstWeekYear(plan) : calendar.yearOf(plan.startDay);
  if (plan.weekNumbers) effort.left -= CHOSEN;
  let year = start + interval * Math.max(0, Math.floor((calendar.yearOf(from) - 1 - start) / interval));
  const last = calendar.yearOf(LAST_DAY);
  const daysIn = calendar === GREGORIAN ? daysByKindOfYear(plan, effort) : undefined;
  return (days) => {
    if (year > last) return false;
    if (daysIn) daysIn(year, days);
    else append(days, daysOfYear(plan, year));
    year += interval;
    return true;
  };
}

/**
 * The year from which a rule with week numbers counts its interval: the one to which the start's week belongs, where
 * that year still has a day of the rule at or after the start; otherwise the start's own.
 */
function firstWeekYear(plan: RecurrencePlan): number {
  const { calendar, startDay, weekStart } = plan;
  const own = calendar.yearOf(startDay);
  const after = startDay >= firstWeek(calendar, own + 1, weekStart) ? own + 1 : own;
  const year = startDay < firstWeek(calendar, own, weekStart) ? own - 1 : after;
  return daysOfYear(plan, year).some((day) => day >= startDay) ? year : own;
}

function byMonth(plan: RecurrencePlan, from: number, effort: Effort): Steps {
  const { calendar, interval } = plan;
  let year = calendar.year(calendar.yearOf(plan.startDay));
  let index = year.months.indexOf(monthOf(year, plan.startDay));
  if (calendar === GREGORIAN) {
    const later = 12 * (calendar.yearOf(from) - 2 - year.year);
    const ahead = index + interval * Math.max(0, Math.floor(later / interval));
    year = calendar.year(year.year + Math.floor(ahead / 12));
    index = ahead % 12;
  }
  const lastYear = calendar.yearOf(LAST_DAY);
  const advance = () => {
    index += interval;
    if (calendar === GREGORIAN && index >= 24) {
      year = calendar.year(Math.min(year.year + Math.floor(index / 12), lastYear + 1));
      index %= 12;
    }
    while (index >= year.months.length && year.year <= lastYear) {
      index -= year.months.length;
      year = calendar.year(year.year + 1);
    }
  };
  const daysIn = calendar === GREGORIAN ? daysByKindOfMonth(plan, effort) : undefined;
  while (year.first + year.length < from - 400 && year.year <= lastYear && effort.left >= 0) {
    advance();
    effort.left -= 1 + calendar.takeCost();
  }
  return (days) => {
    if (year.year > lastYear) return false;
    const month = year.months[index]!;
    if (daysIn) daysIn(year, month, days);
    else if (monthPasses(plan, year, month)) append(days, daysOfMonth(plan, month));
    advance();
    return true;
  };
}

function byWeek(plan: RecurrencePlan, from: number): Steps {
  const step = 7 * plan.interval;
  const first = plan.startDay - ((weekdayOf(plan.startDay) - plan.weekStart + 7) % 7);
  let week = first + step * Math.max(0, Math.floor((from - 7 - first) / step));
  const into: number[] = []; // distance of each wanted weekday from the start of the week
  for (let i = 0; i < 7; i++) if (plan.weekdayMask & (1 << ((plan.weekStart + i) % 7))) into.push(i);
  return (days) => {
    if (week > LAST_DAY) return false;
    for (let index = 0; index < into.length; index++) {
      const day = week + into[index]!;
      if (!plan.months || passes(plan, day)) put(days, day);
    }
    week += step;
    return true;
  };
}

function byDay(plan: RecurrencePlan, from: number, effort: Effort): Steps {
  const { interval, startDay } = plan;
  const notBefore = (day: number) =>
    startDay + interval * Math.max(0, Math.ceil((day - startDay) / interval));
  const allowedFrom = allowedDays(plan, effort);
  let day = notBefore(from);
  return (days) => {
    if (day > LAST_DAY) return false;
    const allowed = allowedFrom(day);
    if (allowed === day) put(days, day);
    // What cannot be told in time is looked at day by day.
    day = Number.isNaN(allowed) || allowed === day ? day + interval : notBefore(allowed);
    return true;
  };
}

function append(days: Batch, more: readonly number[]): void {
  for (const day of more) put(days, day);
}
