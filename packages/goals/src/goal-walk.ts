import type { GoalFields } from "./goal-set.js";
import type { Indicator, Measure, Population, Target } from "./results-goal.js";

/** Where in a set something stands, as the path of an issue. */
export type Path = readonly (string | number)[];

/** A target with the measure and indicator it belongs to. */
export interface PlacedTarget {
  readonly goal: GoalFields;
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly target: Target;
  readonly path: Path;
}

/** A measure with its indicator. */
export interface PlacedMeasure {
  readonly goal: GoalFields;
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly path: Path;
}

/** Every measure of the goals, in order. */
export function measuresOf(goals: readonly GoalFields[]): PlacedMeasure[] {
  return goals.flatMap((goal, g) =>
    goal.indicators.flatMap((indicator, i) =>
      indicator.measures.map((measure, m) => ({
        goal,
        indicator,
        measure,
        path: ["goals", g, "indicators", i, "measures", m],
      })),
    ),
  );
}

/** Every target of the goals, in order. */
export function targetsOf(goals: readonly GoalFields[]): PlacedTarget[] {
  return measuresOf(goals).flatMap((placed) =>
    placed.measure.targets.map((target, t) => ({ ...placed, target, path: [...placed.path, "targets", t] })),
  );
}

/** How far a value lies beyond another in the direction that is better. */
export function better(measure: Measure, value: number, than: number): number {
  return measure.direction === "increase" ? value - than : than - value;
}

/** The last target of the whole group on a measure; earlier ones are steps on the way. */
export function wholeTarget(measure: Measure): Target | undefined {
  return lastTarget(measure, { kind: "all" });
}

/** The last target of one group on a measure. */
export function lastTarget(measure: Measure, population: Population): Target | undefined {
  const own = measure.targets.filter((target) => samePopulation(target.population, population));
  return own.reduce<Target | undefined>(
    (last, target) => (last && last.by >= target.by ? last : target),
    undefined,
  );
}

/** Whether two populations are the same group. */
export function samePopulation(a: Population, b: Population): boolean {
  return a.kind === "all" ? b.kind === "all" : b.kind === "subgroup" && a.group === b.group;
}

/** Days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
