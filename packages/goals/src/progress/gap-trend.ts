import { samePopulation } from "../goal-walk.js";
import type { GoalPoint } from "../results.js";
import type { Measure, Population, ResultsGoal } from "../results-goal.js";
import { standardErrorOf } from "./doubt.js";

/** A subgroup beside everyone on one day. */
export interface GapPoint {
  readonly on: string;
  readonly whole: number;
  readonly subgroup: number;
  /** Whole group minus subgroup, in the direction that is better: above zero the subgroup is behind. */
  readonly gap: number;
  /** The gap in standard deviations of the whole group on that day; null where it cannot be known. */
  readonly gapInDeviations: number | null;
}

/** How a subgroup and everyone moved, side by side: a difference alone hides who fell. */
export interface GapTrend {
  readonly measure: string;
  readonly population: Population;
  readonly points: readonly GapPoint[];
  /** Between the first and the last day; null with fewer than two days. */
  readonly verdict: "closing" | "closing-by-lowering" | "growing" | "unchanged" | null;
  /** Whether the change of the gap is larger than chance would bring (two standard errors); null where that is unknown. */
  readonly beyondChance: boolean | null;
}

/** Change in standard deviations that counts as one. */
const NOTABLE = 0.05;

/**
 * The gap between each subgroup and the whole group over time, with both trends.
 * A day counts where both have a value. "closing-by-lowering" where the gap shrinks because the whole group fell by more than
 * the subgroup gained.
 */
export function gapTrends(goal: Pick<ResultsGoal, "indicators">, points: readonly GoalPoint[]): GapTrend[] {
  return goal.indicators
    .flatMap(({ measures }) => measures)
    .flatMap((measure) => {
      const known = [...points.filter(({ measure: id }) => id === measure.id), ...baselines(measure)];
      const subgroups = measure.targets
        .map(({ population }) => population)
        .filter(({ kind }) => kind === "subgroup");
      return subgroups.map((population) => trendOf(measure, population, known));
    });
}

function baselines(measure: Measure): GoalPoint[] {
  return measure.targets.flatMap(({ population, baseline }) =>
    baseline ? [{ measure: measure.id, population, ...baseline }] : [],
  );
}

function trendOf(measure: Measure, population: Population, known: readonly GoalPoint[]): GapTrend {
  const sign = measure.direction === "increase" ? 1 : -1;
  const whole = new Map(
    known.filter(({ population: p }) => p.kind === "all").map((point) => [point.on, point]),
  );
  const own = new Map(
    known.filter((point) => samePopulation(point.population, population)).map((point) => [point.on, point]),
  );
  const points = [...own.values()]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .flatMap((point): GapPoint[] => {
      const all = whole.get(point.on);
      if (!all) return [];
      const gap = sign * (all.value - point.value);
      const deviation = deviationOf(all, measure.unit);
      return [
        {
          on: point.on,
          whole: all.value,
          subgroup: point.value,
          gap,
          gapInDeviations: deviation ? gap / deviation : null,
        },
      ];
    });
  const errors = [points[0], points.at(-1)].flatMap((point) =>
    point ? [whole.get(point.on)!, own.get(point.on)!].map((one) => standardErrorOf(one, measure.unit)) : [],
  );
  return {
    measure: measure.id,
    population,
    points,
    verdict: verdictOf(points, sign),
    beyondChance: points.length < 2 ? null : isBeyond(points, errors),
  };
}

/** The subgroup is part of the whole, so the errors are added as if apart: rather too careful than too sure. */
function isBeyond(points: readonly GapPoint[], errors: readonly (number | null)[]): boolean | null {
  if (errors.some((error) => error === null)) return null;
  const squares = errors.reduce<number>((sum, error) => sum + error! ** 2, 0);
  return Math.abs(points.at(-1)!.gap - points[0]!.gap) > 2 * Math.sqrt(squares);
}

function deviationOf(point: GoalPoint, unit: Measure["unit"]): number | null {
  if (unit === "share") return Math.sqrt(point.value * (1 - point.value));
  return point.standardError === undefined ? null : point.standardError * Math.sqrt(point.n);
}

function verdictOf(points: readonly GapPoint[], sign: number): GapTrend["verdict"] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const [before, after] = [first.gapInDeviations ?? first.gap, last.gapInDeviations ?? last.gap];
  const change = Math.abs(after) - Math.abs(before);
  if (Math.abs(change) < NOTABLE) return "unchanged";
  if (change > 0) return "growing";
  const fall = sign * (first.whole - last.whole);
  const gain = sign * (last.subgroup - first.subgroup);
  return fall > 0 && gain < fall ? "closing-by-lowering" : "closing";
}
