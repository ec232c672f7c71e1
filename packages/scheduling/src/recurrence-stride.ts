import { weekdayOf } from "./civil-date.js";
import type { Moment } from "./moment.js";
import type { RecurrenceRule } from "./recurrence-rule.js";
import type { RuleEnd, RuleStarts, Wanted } from "./recurrence-starts.js";

/** 10000-01-01T00:00:00: calendars write years with four digits. */
const CALENDAR_END = 253_402_300_800;
const NONE = Number.POSITIVE_INFINITY;
const LARGEST = 2 ** 31 - 1;
const TWO_DAYS = 2 * 86400;

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
export function strideStarts(stride: Stride, count: number, until: RuleEnd, wanted: Wanted): RuleStarts {
  const { except } = wanted;
  // Most lists of exceptions are in order and in the start's own wall time: then none of them needs the zone.
  return (
    walk(stride, count, until, wanted, except.moments, false) ??
    walk(stride, count, until, wanted, except.inWallTime(), true)!
  );
}

/**
 * Walks in wall time with the exceptions beside it. Where these are not `settled`, gives nothing if they turn out to be
 * out of order, of another form than the start, or near a change of the clocks.
 */
function walk(
  { first, step }: Stride,
  count: number,
  until: RuleEnd,
  { start, near, reader, from, to, most, except: exceptions }: Wanted,
  except: readonly Moment[],
  settled: boolean,
): RuleStarts | undefined {
  const endLocal = Math.min(until.wall + 1, CALENDAR_END);
  const endInstant = Math.min(until.instant + 1, to);
  const skipped = count === NONE ? Math.max(0, Math.ceil((near - first) / step)) : 0;
  let at = first + skipped * step;
  let last = Math.min(endLocal, first + count * step);
  const span = Math.min(last, endInstant + 86400) - Math.max(at, from - 86400);
  const { form } = start;
  const many = except.length;
  const instants = new Array<number>(roomFor(span / step, most, many));
  let size = 0;
  // Without COUNT it does not matter how many starts a day that is left out has.
  const leap = count === NONE;
  let found = skipped > 0 ? first : undefined; // not looked at
  // The exception that is next, from its wall time to before another.
  let next = -1;
  let out = -NONE;
  let outEnd = -NONE;

  while (at < last && size <= most) {
    const stretch = reader.stretchAt(at);
    if (!stretch) {
      const instant = reader.read(at);
      // At a change of the clocks one start at a time, which may not exist: RFC 5545, 3.3.10.
      if (Number.isNaN(instant)) last = Math.min(endLocal, last + step);
      else {
        found ??= at;
        if (instant >= endInstant) break;
        if (instant >= from && !exceptions.has(instant)) instants[size++] = instant;
      }
      at += step;
      continue;
    }
    found ??= at;
    const { offset } = stretch;
    const instant = at - offset;
    if (instant < from) at += Math.ceil(Math.min(from - instant, stretch.end - at) / step) * step;
    // One more than wanted tells that there are more.
    let { end } = stretch;
    if (last < end) end = last;
    if (endInstant + offset < end) end = endInstant + offset;
    const enough = at + (most + 1 - size) * step;
    if (enough < end) end = enough;
    if (instant >= endInstant) break;
    while (at < end) {
      if (at < out) {
        const before = size;
        size = fill(instants, size, at - offset, (out < end ? out : end) - offset, step);
        at += (size - before) * step;
      } else if (at < outEnd) {
        at +=
          outEnd - at <= step ? step : Math.ceil((Math.min(outEnd, leap ? NONE : end) - at) / step) * step;
      } else {
        if (!settled && out < stretch.first && out > stretch.first - TWO_DAYS) return undefined;
        next++;
        if (next < many) {
          const one = except[next]!;
          const { local } = one;
          if (!settled && (local < out || one.form !== form)) return undefined;
          out = local;
          outEnd = one.form === "date" ? local + 86400 : local + 1;
        } else {
          out = NONE;
          outEnd = NONE;
        }
      }
    }
  }
  if (!settled && !inOrder(except, next, out, form)) return undefined;
  const complete = size <= most;
  if (!complete) size = most;
  if (instants.length !== size) instants.length = size;
  return { instants, complete, synchronized: found === undefined || found === start.local };
}

function fill(instants: number[], size: number, from: number, to: number, step: number): number {
  let place = size;
  if (to <= LARGEST - step && from >= -LARGEST) {
    const end = to | 0;
    const by = step | 0;
    let at = from | 0;
    for (const most = (end - 3 * by) | 0; at < most; at = (at + 4 * by) | 0) {
      instants[place] = at;
      instants[place + 1] = (at + by) | 0;
      instants[place + 2] = (at + 2 * by) | 0;
      instants[place + 3] = (at + 3 * by) | 0;
      place += 4;
    }
    for (; at < end; at = (at + by) | 0) instants[place++] = at;
  } else for (let at = from; at < to; at += step) instants[place++] = at;
  return place;
}

/** Whether the rest of a list goes on in time and form; a late one must not hide an early one. */
function inOrder(except: readonly Moment[], next: number, after: number, form: Moment["form"]): boolean {
  let last = after;
  for (let at = Math.max(0, next); at < except.length; at++) {
    const one = except[at]!;
    if (one.local < last || one.form !== form) return false;
    last = one.local;
  }
  return true;
}

/** Room for an answer that is made beforehand, and no more than that, spares copying of the list. */
function roomFor(starts: number, most: number, leftOut: number): number {
  return Math.min(Math.max(0, Math.min(Math.ceil(starts), most) - leftOut), 10_000);
}
