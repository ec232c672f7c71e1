import { normalQuantile, normalTails } from "@collegium/evidence";
import { daysBetween, samePopulation } from "../goal-walk.js";
import type { GoalPoint } from "../results.js";
import type { Indicator, Measure, Population, ResultsGoal, Target } from "../results-goal.js";
import { standardErrorOf } from "./doubt.js";
import { type Forecast, forecast } from "./forecast.js";

/** Where a target stands; "not-enough-evidence" is an honest answer and the usual one in autumn. */
export type ProgressStatus = "reached" | "ahead" | "on-course" | "behind" | "not-enough-evidence";

/** A point as shown. */
export interface ShownPoint {
  readonly on: string;
  readonly value: number;
  readonly n: number;
  readonly count?: number;
}

/** What would have to be true for the target to be reached. */
export interface Needed {
  /** Change still to come, in the unit of the measure; 0 where reached. */
  readonly change: number;
  /** Further students at the cut, for a share. */
  readonly students?: number;
  /** Change per week from the latest point to the target's day; null on or after it. */
  readonly perWeek: number | null;
}

/** One target on its way. */
export interface TargetProgress {
  readonly indicator: string;
  readonly measure: string;
  readonly target: string;
  readonly population: Population;
  readonly unit: Measure["unit"];
  readonly goalValue: number;
  readonly by: string;
  readonly status: ProgressStatus;
  /** Probability that the true value is beyond the aim line; null where it cannot be known. */
  readonly certainty: number | null;
  /** Points of this population in order of days, the baseline first. */
  readonly points: readonly ShownPoint[];
  /** The line from baseline to target; absent without a baseline. */
  readonly aimLine?: readonly [AimPoint, AimPoint];
  /** The aim line's value on the day of the latest point. */
  readonly expected?: number;
  readonly latest?: ShownPoint;
  readonly needed?: Needed;
  readonly forecast?: Forecast;
}

/** One end of an aim line. */
export interface AimPoint {
  readonly on: string;
  readonly value: number;
}

/** Progress of every target of a goal, in the order of the goal. */
export interface GoalProgress {
  readonly goal: string;
  readonly targets: readonly TargetProgress[];
}

/** Probability from which on a target is called ahead, or behind below its complement. */
const SURE = 0.9;

/**
 * Compares what was measured with each target's aim line, says how sure that is, where it is heading and what would have to
 * be true to get there.
 * Every target of the goal appears once. The status is "not-enough-evidence" without a baseline or a later point, and where
 * the doubt of the latest point is as wide as the whole way from baseline to target.
 */
export function progress(
  goal: Pick<ResultsGoal, "id" | "indicators">,
  points: readonly GoalPoint[],
): GoalProgress {
  return {
    goal: goal.id,
    targets: goal.indicators.flatMap((indicator) =>
      indicator.measures.flatMap((measure) =>
        measure.targets.map((target) => targetProgress(indicator, measure, target, points)),
      ),
    ),
  };
}

function targetProgress(
  indicator: Indicator,
  measure: Measure,
  target: Target,
  all: readonly GoalPoint[],
): TargetProgress {
  const { baseline, population } = target;
  const later = all
    .filter((point) => point.measure === measure.id && samePopulation(point.population, population))
    .filter((point) => baseline === undefined || point.on > baseline.on)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = later.at(-1);
  const own = {
    indicator: indicator.id,
    measure: measure.id,
    target: target.id,
    population,
    unit: measure.unit,
    goalValue: target.value,
    by: target.by,
    points: [...(baseline ? [baseline] : []), ...later].map(shown),
    ...(last ? { latest: shown(last), needed: needed(measure, target, last) } : {}),
  };
  if (!baseline) return { ...own, status: "not-enough-evidence", certainty: null };
  const aimLine: [AimPoint, AimPoint] = [
    { on: baseline.on, value: baseline.value },
    { on: target.by, value: target.value },
  ];
  if (!last) return { ...own, status: "not-enough-evidence", certainty: null, aimLine };
  const expected = aimAt(baseline, target, last.on);
  const heading = forecastOf(measure, target, [baseline, ...later]);
  return {
    ...own,
    ...judged(measure, target, last, expected, Math.abs(target.value - baseline.value)),
    aimLine,
    expected,
    ...(heading ? { forecast: heading } : {}),
  };
}

function judged(
  { direction, unit }: Measure,
  target: Target,
  last: GoalPoint,
  expected: number,
  way: number,
): Pick<TargetProgress, "status" | "certainty"> {
  const sign = direction === "increase" ? 1 : -1;
  const error = standardErrorOf(last, unit);
  const distance = sign * (last.value - expected);
  const certainty = error === null || error === 0 ? null : normalTails(distance / error).lower;
  if (sign * (last.value - target.value) >= 0) return { status: "reached", certainty };
  if (unit === "count") {
    const near = Math.abs(distance) <= 0.05 * way;
    return { status: near ? "on-course" : distance > 0 ? "ahead" : "behind", certainty: null };
  }
  if (certainty === null || error === null) return { status: "not-enough-evidence", certainty: null };
  if (certainty >= SURE) return { status: "ahead", certainty };
  if (certainty <= 1 - SURE) return { status: "behind", certainty };
  const wide = 2 * normalQuantile(SURE) * error > way;
  return { status: wide ? "not-enough-evidence" : "on-course", certainty };
}

function needed({ direction, unit }: Measure, target: Target, last: GoalPoint): Needed {
  const sign = direction === "increase" ? 1 : -1;
  const change = sign * (target.value - last.value) <= 0 ? 0 : target.value - last.value;
  const weeks = daysBetween(last.on, target.by) / 7;
  // A share of 0.7 among 30 students is 21 of them, although 0.7 × 30 is a hair above.
  const students = Math.ceil(Math.abs(target.value * last.n - (last.count ?? last.value * last.n)) - 1e-9);
  return {
    change,
    ...(unit === "share" ? { students: change === 0 ? 0 : students } : {}),
    perWeek: weeks > 0 ? change / weeks : null,
  };
}

function forecastOf(measure: Measure, target: Target, points: readonly ShownPoint[]): Forecast | null {
  const weighed = points.flatMap((point) => {
    const standardError = standardErrorOf(point, measure.unit);
    return standardError === null ? [] : [{ on: point.on, value: point.value, standardError }];
  });
  return forecast(weighed, target, measure.direction, measure.unit === "share" ? [0, 1] : undefined);
}

function shown({ on, value, n, count }: ShownPoint): ShownPoint {
  return { on, value, n, ...(count === undefined ? {} : { count }) };
}

/**
 * The value a target expects on a day: on the straight line from baseline to target, the target's value after it.
 * @example
 * ```ts
 * aimAt({ on: "2026-01-01", value: 0.4 }, { by: "2026-01-11", value: 0.6 }, "2026-01-06"); // => 0.5
 * ```
 */
export function aimAt(baseline: AimPoint, target: { value: number; by: string }, on: string): number {
  const whole = daysBetween(baseline.on, target.by);
  const part = whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(baseline.on, on) / whole));
  return baseline.value + (target.value - baseline.value) * part;
}
