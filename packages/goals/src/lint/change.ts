import type { GoalFields } from "../goal-set.js";
import type { Indicator, Measure, Target } from "../results-goal.js";
import type { LintSet } from "./rule.js";

/** Copies of a set with one thing changed in its last goal; the makers of bad examples. */
export function withGoal(set: LintSet, change: (goal: GoalFields) => GoalFields): LintSet {
  return { ...set, goals: set.goals.map((goal, g) => (g === set.goals.length - 1 ? change(goal) : goal)) };
}

/** Changes the first indicator of the last goal. */
export function withIndicator(set: LintSet, change: (indicator: Indicator) => Indicator): LintSet {
  return withGoal(set, (goal) => ({
    ...goal,
    indicators: goal.indicators.map((indicator, i) => (i === 0 ? change(indicator) : indicator)),
  }));
}

/** Changes the first measure of that indicator. */
export function withMeasure(set: LintSet, change: (measure: Measure) => Measure): LintSet {
  return withIndicator(set, (indicator) => ({
    ...indicator,
    measures: indicator.measures.map((measure, m) => (m === 0 ? change(measure) : measure)),
  }));
}

/** Changes one target of that measure: 0 the whole group, 1 the subgroup. */
export function withTarget(set: LintSet, place: number, change: (target: Target) => Target): LintSet {
  return withMeasure(set, (measure) => ({
    ...measure,
    targets: measure.targets.map((target, t) => (t === place ? change(target) : target)),
  }));
}

/** An object without one of its fields. */
export function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}
