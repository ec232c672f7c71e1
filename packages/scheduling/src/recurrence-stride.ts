import type { RecurrencePlan } from "./recurrence-plan.js";
import type { RuleStarts, Wanted } from "./recurrence-starts.js";

/** 10000-01-01T00:00:00: calendars write years with four digits. */
const CALENDAR_END = 253_402_300_800;

/** A rule whose wall times follow each other at one distance, in seconds. */
export interface Stride {
  readonly first: number;
  readonly step: number;
}

/** The stride of a rule that has one, as most standing meetings do; `start` in seconds of wall time. */
export function strideOf(plan: RecurrencePlan, start: number): Stride | undefined {
  const { frequency, interval, weekdays, weekStart, startDay } = plan;
  if (plan.positions || plan.months || plan.monthDays || plan.yearDays || plan.numbered) return undefined;
  const unit = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 }[frequency as string];
  if (unit !== undefined) {
    const free = !weekdays && plan.hours.length === 24;
    const open =
      free && (unit === 3600 || plan.minutes.length === 60) && (unit > 1 || plan.seconds.length === 60);
    const single = (unit < 3600 || plan.minutes.length === 1) && (unit === 1 || plan.seconds.length === 1);
    if (!open || !single) return undefined;
    const inside = unit === 1 ? 0 : unit === 60 ? plan.seconds[0]! : plan.minutes[0]! * 60 + plan.seconds[0]!;
    return from(Math.floor(start / unit) * unit + inside, interval * unit, start);
  }
  if (plan.hours.length + plan.minutes.length + plan.seconds.length !== 3) return undefined;
  const time = plan.hours[0]! * 3600 + plan.minutes[0]! * 60 + plan.seconds[0]!;
  if (frequency === "DAILY" && !weekdays) return from(startDay * 86400 + time, interval * 86400, start);
  if (frequency !== "WEEKLY" || weekdays?.length !== 1) return undefined;
  const { weekday } = weekdays[0]!;
  const into = (day: number) => (day - weekStart + 7) % 7;
  const day = startDay - into((((startDay + 3) % 7) + 7) % 7) + into(weekday);
  return from(day * 86400 + time, interval * 7 * 86400, start);
}

function from(first: number, step: number, start: number): Stride {
  return { first: first < start ? first + step : first, step };
}

/**
 * The starts of a stride, from one change of the clocks to the next at a time: between two changes instants are wall
 * times less one offset. What lies before the wanted stretch is counted by division.
 */
export function strideStarts(
  { first, step }: Stride,
  count: number,
  until: { readonly local: number; readonly instant: number },
  start: number,
  { reader, from, to, most, except }: Wanted,
): RuleStarts {
  // Room made beforehand spares copying while the lists grow.
  const room = Math.min(count, most, 10_000);
  const instants = new Array<number>(room);
  const lastLocal = Math.min(until.local, CALENDAR_END - 1);
  const endInstant = Math.min(until.instant + 1, to);
  let found: number | undefined;
  let left = count;
  let size = 0;
  let next = 0;
  let leftOut = except[0] ?? Number.POSITIVE_INFINITY;
  for (let at = first; left > 0 && at <= lastLocal; ) {
    const instant = reader(at);
    const stretch = reader.stretch();
    const inside = at >= stretch.first && at < stretch.end;
    // At a change of the clocks one start at a time, which may not exist: RFC 5545, 3.3.10.
    const offset = inside ? stretch.offset : at - instant;
    if (Number.isNaN(offset)) {
      at += step;
      continue;
    }
    found ??= at;
    const stop = Math.min(inside ? stretch.end : at + 1, lastLocal + 1, endInstant + offset);
    let many = Math.min(left, Math.ceil((stop - at) / step));
    if (many <= 0) break;
    left -= many;
    const before = Math.min(many, Math.max(0, Math.ceil((from + offset - at) / step)));
    at += before * step;
    many -= before;
    for (const stopAt = at + many * step; at < stopAt; ) {
      // Up to the next exception nothing needs to be asked of a start.
      const here = at - offset;
      while (leftOut < here) leftOut = except[++next] ?? Number.POSITIVE_INFINITY;
      if (leftOut === here) {
        at += step;
        continue;
      }
      if (size === most) return ended(instants, size, false, found === start);
      const runEnd = Math.min(stopAt, leftOut + offset, at + (most - size) * step);
      for (; at < runEnd; at += step) instants[size++] = at - offset;
    }
  }
  return ended(instants, size, true, found === undefined || found === start);
}

function ended(instants: number[], size: number, complete: boolean, synchronized: boolean): RuleStarts {
  instants.length = size;
  return { instants, complete, synchronized };
}
