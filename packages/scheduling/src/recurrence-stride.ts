import { weekdayOf } from "./civil-date.js";
import type { RecurrenceRule } from "./recurrence-rule.js";
import type { RuleStarts, Wanted } from "./recurrence-starts.js";

/** 10000-01-01T00:00:00: calendars write years with four digits. */
const CALENDAR_END = 253_402_300_800;

/** A rule whose wall times follow each other at one distance, in seconds. */
export interface Stride {
  readonly first: number;
  readonly step: number;
}

/** The stride of a rule that has one, as most standing meetings do; `start` in seconds of wall time. */
export function strideOf(rule: RecurrenceRule, start: number): Stride | undefined {
  const { frequency, interval, byWeekday, weekStart } = rule;
  if (rule.bySetPosition ?? rule.byMonth ?? rule.byMonthDay ?? rule.byYearDay) return undefined;
  if (rule.byHour ?? rule.byMinute ?? rule.bySecond) return undefined;
  if (frequency === "WEEKLY") {
    if (!byWeekday) return { first: start, step: interval * 604_800 };
    if (byWeekday.length !== 1) return undefined;
    const into = (weekday: number) => (weekday - weekStart + 7) % 7;
    const more = into(byWeekday[0]!.weekday) - into(weekdayOf(Math.floor(start / 86400)));
    return { first: start + (more < 0 ? more + interval * 7 : more) * 86400, step: interval * 604_800 };
  }
  const unit = UNITS[frequency];
  return unit === undefined || byWeekday ? undefined : { first: start, step: interval * unit };
}

const UNITS: Partial<Record<RecurrenceRule["frequency"], number>> = {
  SECONDLY: 1,
  MINUTELY: 60,
  HOURLY: 3600,
  DAILY: 86400,
};

/**
 * The starts of a stride, from one change of the clocks to the next at a time: between two changes instants are wall
 * times less one offset. What lies before the wanted stretch is counted by division.
 */
export function strideStarts(
  { first, step }: Stride,
  count: number,
  until: { readonly local: number; readonly instant: number },
  start: number,
  { near, reader, from, to, most, except }: Wanted,
): RuleStarts {
  const endLocal = Math.min(until.local + 1, CALENDAR_END);
  const endInstant = Math.min(until.instant + 1, to);
  const skipped = count === Number.POSITIVE_INFINITY ? Math.max(0, Math.ceil((near - first) / step)) : 0;
  let at = first + skipped * step;
  // Where COUNT ends the rule; the rest is additions and comparisons alone.
  let counted = first + count * step;
  const span = Math.min(endLocal, endInstant + 86400, counted) - Math.max(at, from - 86400);
  const instants = new Array<number>(roomFor(span / step, most, except.length));
  let found = skipped > 0 ? first : undefined; // not looked at
  let size = 0;
  let next = 0;
  let leftOut = except[0] ?? Number.POSITIVE_INFINITY;
  while (at < endLocal && at < counted) {
    const instant = reader.read(at);
    const { stretch } = reader;
    const inside = at >= stretch.first && at < stretch.end;
    // At a change of the clocks one start at a time, which may not exist: RFC 5545, 3.3.10.
    const offset = inside ? stretch.offset : at - instant;
    if (Number.isNaN(offset)) {
      at += step;
      counted += step;
      continue;
    }
    found ??= at;
    const end = Math.min(Math.min(inside ? stretch.end : at + 1, endLocal, counted) - offset, endInstant);
    let here = at - offset;
    if (here >= end) break;
    if (here < from) here += Math.ceil((Math.min(from, end) - here) / step) * step;
    while (here < end) {
      while (leftOut < here) leftOut = except[++next] ?? Number.POSITIVE_INFINITY;
      if (leftOut === here) {
        here += step;
        continue;
      }
      if (size === most) return ended(instants, size, false, found === start);
      const free = Math.min(end, leftOut, here + (most - size) * step);
      for (; here < free; here += step) instants[size++] = here;
    }
    at = here + offset;
  }
  return ended(instants, size, true, found === undefined || found === start);
}

/** Room for an answer that is made beforehand, and no more than that, spares copying of the list. */
function roomFor(starts: number, most: number, leftOut: number): number {
  return Math.min(Math.max(0, Math.min(Math.ceil(starts), most) - leftOut), 10_000);
}

function ended(instants: number[], size: number, complete: boolean, synchronized: boolean): RuleStarts {
  if (instants.length !== size) instants.length = size;
  return { instants, complete, synchronized };
}
