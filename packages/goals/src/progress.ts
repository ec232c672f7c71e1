import { daysBetween, samePopulation } from "./goal-walk.js";
import type { GoalPoint } from "./results.js";
import type { Indicator, Measure, Population, ResultsGoal, Target } from "./results-goal.js";

/** Where a target stands; "not-enough-evidence" is an honest answer and the usual one in autumn. */
export type ProgressStatus = "reached" | "ahead" | "on-course" | "behind" | "not-enough-evidence";

/** One target on its way. */
export interface TargetProgress {
  readonly indicator: string;
  readonly measure: string;
  readonly target: string;
  readonly population: Population;
  readonly status: ProgressStatus;
  /** Points of this population in order of days, the baseline first. */
  readonly points: readonly {
    readonly on: string;
    readonly value: number;
    readonly n: number;
    readonly count?: number;
  }[];
  /** The line from baseline to target; absent without a baseline. */
  readonly aimLine?: readonly [AimPoint, AimPoint];
  /** The aim line's value on the day of the latest point. */
  readonly expected?: number;
  readonly latest?: {
    readonly on: string;
    readonly value: number;
    readonly n: number;
    readonly count?: number;
  };
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

/**
 * Compares what was measured with each target's aim line.
 * Every target of the goal appears once; without a baseline or a later point the status says so instead of guessing.
 */
export function progress(goal: ResultsGoal, points: readonly GoalPoint[]): GoalProgress {
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
  const { baseline } = target;
  const later = all
    .filter((point) => point.measure === measure.id && samePopulation(point.population, target.population))
    .filter((point) => baseline === undefined || point.on > baseline.on)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const own = {
    indicator: indicator.id,
    measure: measure.id,
    target: target.id,
    population: target.population,
  };
  const points = [...(baseline ? [shown(baseline)] : []), ...later.map(shown)];
  const last = later.at(-1);
  if (!baseline || !last) {
    return {
      ...own,
      status: "not-enough-evidence",
      points,
      ...(baseline ? { aimLine: aimLine(baseline, target) } : {}),
      ...(last ? { latest: shown(last) } : {}),
    };
  }
  const expected = aimAt(baseline, target, last.on);
  const sign = measure.direction === "increase" ? 1 : -1;
  const reached = sign * (last.value - target.value) >= 0;
  const distance = sign * (last.value - expected);
  const doubt = standardErrorOf(last);
  const status = reached
    ? "reached"
    : doubt === null
      ? "not-enough-evidence"
      : distance > doubt
        ? "ahead"
        : distance < -doubt
          ? "behind"
          : "on-course";
  return { ...own, status, points, aimLine: aimLine(baseline, target), expected, latest: shown(last) };
}

function shown({ on, value, n, count }: { on: string; value: number; n: number; count?: number }) {
  return { on, value, n, ...(count === undefined ? {} : { count }) };
}

function aimLine(baseline: AimPoint, target: { value: number; by: string }): [AimPoint, AimPoint] {
  return [
    { on: baseline.on, value: baseline.value },
    { on: target.by, value: target.value },
  ];
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

function standardErrorOf(point: GoalPoint): number | null {
  if (point.standardError !== undefined) return point.standardError;
  if (point.count === undefined || point.n === 0) return null;
  return Math.sqrt((point.value * (1 - point.value)) / point.n);
}
