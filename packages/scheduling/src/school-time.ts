import { fail, ok, type Result } from "@collegium/schema";
import type { SchoolPeriod } from "./bell-schedule.js";
import { type DayTable, dayOn } from "./day-table.js";
import { timeIssue } from "./time-issue.js";
import { type GapDecision, type OverlapDecision, wallTime } from "./wall-time.js";
import { findZone } from "./zone.js";

/** A period with its instants, in seconds since 1970-01-01T00:00:00Z. */
export interface PeriodInstants {
  readonly period: SchoolPeriod;
  readonly start: number;
  readonly end: number;
}

/** What the clocks decide for bells; by default a missing time moves behind the gap and a repeated one is the first. */
export interface ClockDecisions {
  readonly gap?: GapDecision;
  readonly overlap?: OverlapDecision;
}

/**
 * The instants at which the periods of a date begin and end, through the school's zone.
 * With the decision `skip` a period is left out whose begin or end the clocks leave out.
 *
 * Issue codes: `unknown-zone`, `outside-year`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const calendar = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0] }));
 * const table = unwrap(dayTable(calendar, "north"));
 * unwrap(periodInstants(table, "2026-09-01"))[0]?.start; // => Date.UTC(2026, 8, 1, 12) / 1000
 * ```
 */
export function periodInstants(
  table: DayTable,
  date: string,
  decisions: ClockDecisions = {},
): Result<readonly PeriodInstants[]> {
  const zone = findZone(table.zone);
  if (!zone.ok) return zone;
  const row = dayOn(table, date);
  if (!row) {
    return fail(timeIssue("outside-year", []));
  }
  const instant = (minute: number): number => {
    const meaning = wallTime(zone.value, row.day * 86400 + minute * 60);
    if (meaning.kind === "gap" && decisions.gap === "skip") return Number.NaN;
    return meaning.kind === "overlap" && decisions.overlap === "second" ? meaning.second : meaning.instant;
  };
  const periods = row.periods.map((period) => ({
    period,
    start: instant(period.start),
    end: instant(period.end),
  }));
  return ok(periods.filter(({ start, end }) => !Number.isNaN(start + end)));
}
