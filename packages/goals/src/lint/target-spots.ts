import { better, daysBetween, type PlacedTarget, samePopulation, targetsOf } from "../goal-walk.js";
import { type LintSet, type Spot, shown } from "./rule.js";

/** A target with its place. */
export type Placed = PlacedTarget;

/** Smallest group for which a percentage says something. */
export const minimum = (set: LintSet) => set.minimumGroup ?? 10;

/** Whether a percentage says something about this target's group. */
export const largeEnough = (set: LintSet, { target }: Placed) => {
  const { population } = target;
  if (population.kind === "all") return true;
  const n = set.subgroups?.find(({ group }) => group === population.group)?.n ?? target.baseline?.n;
  return n === undefined || n >= minimum(set);
};

/** One spot for each target that passes a test, with the facts its words need. */
export const targets = (set: LintSet, test: (placed: Placed) => boolean, field?: string): Spot[] =>
  targetsOf(set.goals)
    .filter(test)
    .map(({ path, measure, target }) => ({
      path: field ? [...path, field] : path,
      facts: {
        measure: measure.name,
        group: target.population.kind === "all" ? "" : (target.population.name ?? target.population.group),
        target: shown(target.value, measure.unit),
        baseline: target.baseline ? shown(target.baseline.value, measure.unit) : "",
      },
    }));

/** Earlier values of a target's measure for its group. */
export const history = (set: LintSet, { measure, target }: Placed) =>
  (set.history ?? []).filter(
    (point) => point.measure === measure.id && samePopulation(point.population, target.population),
  );

/** The largest gain between two neighbouring values of one school year in the history. */
export function usualGains(set: LintSet, placed: Placed): number[] {
  const points = history(set, placed).sort((a, b) => (a.on < b.on ? -1 : 1));
  return points.slice(1).flatMap((point, i) => {
    const gap = daysBetween(points[i]!.on, point.on);
    return gap > 30 && gap < 300 ? [better(placed.measure, point.value, points[i]!.value)] : [];
  });
}
