import { fail, ok, type Result } from "@collegium/schema";
import { civilDate, dayNumber, weekdayOf } from "./civil-date.js";
import { timeIssue } from "./time-issue.js";

/** A stretch of time with one offset from UTC. All values are seconds. */
export interface ZoneSpan {
  /** First instant, inclusive. */
  readonly from: number;
  /** End, exclusive. */
  readonly to: number;
  /** Seconds that local time is ahead of UTC. */
  readonly offset: number;
}

/** A time zone as spans of constant offset, so that wall times and instants convert with plain arithmetic. */
export interface Zone {
  readonly name: string;
  /** The span that holds an instant given in seconds since 1970-01-01T00:00:00Z. */
  readonly spanAt: (instant: number) => ZoneSpan;
}

/** Coordinated Universal Time. */
export const UTC: Zone = {
  name: "UTC",
  spanAt: () => ({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset: 0 }),
};

const known = new Map<string, Zone>([["UTC", UTC]]);

/**
 * The time zone of a school by its IANA name, from the runtime's own zone data.
 * Gives the same answers whatever the host's zone; offsets are read once per year and remembered.
 *
 * Issue code: `unknown-zone`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * wallTime(unwrap(findZone("America/New_York")), Date.UTC(2027, 2, 14, 2, 30) / 1000).kind; // => "gap"
 * ```
 */
export function findZone(name: string): Result<Zone> {
  const found = known.get(name);
  if (found) return ok(found);
  // A bare offset or an odd text may be accepted by a runtime; a school's zone is a named one.
  if (/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(name) && name.length <= 64) {
    try {
      const zone = readZone(name);
      known.set(name, zone);
      return ok(zone);
    } catch {
      // The runtime does not know it: reported below.
    }
  }
  return fail(timeIssue("unknown-zone", []));
}

/** One change of a zone's clocks. */
export interface ZoneTransition {
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** Offsets in seconds before and after. */
  readonly before: number;
  readonly after: number;
}

/** Every change of a zone's clocks in `[from, to)`, seconds since 1970; none after the year 9999. */
export function zoneTransitions(zone: Zone, from: number, to: number): ZoneTransition[] {
  const found: ZoneTransition[] = [];
  let span = zone.spanAt(Math.max(from, EARLIEST - 1));
  const end = Math.min(to, LATEST);
  while (span.to < end) {
    const next = zone.spanAt(span.to);
    if (next.offset !== span.offset) found.push({ at: next.from, before: span.offset, after: next.offset });
    span = next;
  }
  return found;
}

/** Between two looks; a quarter-hour's multiple that is shorter than the seven days of `readYear`. */
const LOOK = 6.5 * 86400;
const QUARTER = 900;
/** 10000-01-01: calendars write years with four digits. */
const LATEST = 253_402_300_800;
/** 1800-01-01: before, no zone of the database has a change. */
const EARLIEST = -5_364_662_400;

/** A zone that asks the runtime's formatter, year by year and only once. */
function readZone(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsetAt = (instant: number): number => {
    const match = /^(\d+)\/(\d+)\/(\d+) (\w+), (\d+):(\d+):(\d+)$/.exec(format.format(instant * 1000))!;
    const year = match[4]!.startsWith("B") ? 1 - Number(match[3]) : Number(match[3]);
    const day = dayNumber(year, Number(match[1]), Number(match[2]));
    return day * 86400 + Number(match[5]) * 3600 + Number(match[6]) * 60 + Number(match[7]) - instant;
  };
  const years = new Map<number, readonly ZoneSpan[]>();
  const spansOf = (year: number): readonly ZoneSpan[] => {
    const kept = years.get(year);
    if (kept) return kept;
    const spans = year < SETTLED ? readYear(year, offsetAt) : spansLike(year, spansOf);
    years.set(year, spans);
    return spans;
  };
  let last: ZoneSpan = { from: 1, to: 0, offset: 0 };
  const before = { from: Number.NEGATIVE_INFINITY, to: EARLIEST, offset: offsetAt(EARLIEST) };
  return {
    name,
    spanAt(instant) {
      if (instant >= last.from && instant < last.to) return last;
      if (instant < EARLIEST) return before;
      const spans = spansOf(civilDate(Math.floor(instant / 86400)).year);
      let index = 0;
      while (index < spans.length - 1 && instant >= spans[index]!.to) index++;
      last = spans[index]!;
      return last;
    },
  };
}

/** From this year on no zone's rules change any more: its clocks change by month and weekday. */
const SETTLED = 2150;

/** The spans of a far year, from the latest settled year that has its length and begins on its weekday. */
function spansLike(year: number, spansOf: (year: number) => readonly ZoneSpan[]): ZoneSpan[] {
  const first = dayNumber(year, 1, 1);
  const length = dayNumber(year + 1, 1, 1) - first;
  let like = SETTLED - 1;
  for (; like > SETTLED - 50; like--) {
    const start = dayNumber(like, 1, 1);
    if (weekdayOf(start) === weekdayOf(first) && dayNumber(like + 1, 1, 1) - start === length) break;
  }
  const later = (first - dayNumber(like, 1, 1)) * 86400;
  return spansOf(like).map(({ from, to, offset }) => ({ from: from + later, to: to + later, offset }));
}

/**
 * Looks every six and a half days, then searches those in which the offset changed. In the zone database no offset
 * comes back after less than 6.9 days (Brazil 2000, Gaza 2040).
 */
function readYear(year: number, offsetAt: (instant: number) => number): ZoneSpan[] {
  const spans: ZoneSpan[] = [];
  const end = dayNumber(year + 1, 1, 1) * 86400;
  let from = dayNumber(year, 1, 1) * 86400;
  let offset = offsetAt(from);
  for (let at = from; at < end; ) {
    const next = Math.min(at + LOOK, end);
    const changed = offsetAt(next);
    if (changed !== offset) {
      const change = changeBetween(at, next, offset, offsetAt);
      if (change === end) break;
      spans.push({ from, to: change, offset });
      from = change;
      offset = changed;
    }
    at = next;
  }
  spans.push({ from, to: end, offset });
  return spans;
}

/** The first instant with another offset, by halves; most clocks change at a quarter of an hour, which is tried first. */
function changeBetween(
  from: number,
  to: number,
  offset: number,
  offsetAt: (instant: number) => number,
): number {
  let low = from;
  let high = to;
  const halve = (grain: number) => {
    while (high - low > grain) {
      const middle = low + Math.floor((high - low) / (2 * grain)) * grain;
      if (offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
  };
  halve(QUARTER);
  if (offsetAt(high - 1) === offset) return high;
  high--;
  halve(1);
  return high;
}
