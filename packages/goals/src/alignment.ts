import type { GoalFields } from "./goal-set.js";

/** How one goal stands among the others. */
export interface GoalAlignment {
  readonly goal: string;
  /** Goals it serves, the nearest first; ends where a goal is not in the set. */
  readonly serves: readonly string[];
  /** Goals that serve it directly. */
  readonly servedBy: readonly string[];
  /** Goals it works beside, named by either. */
  readonly beside: readonly string[];
  /** Standards it shares with the goal it serves: a team works on what the school works on. */
  readonly shared: readonly string[];
  /** It ends on its parent's last day or before; null without a parent in the set. */
  readonly nests: boolean | null;
}

/** Vertical and horizontal alignment of the goals of a set, in its order; a circle of parents is followed once. */
export function alignment(goals: readonly GoalFields[]): GoalAlignment[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const standards = (goal: GoalFields) => goal.indicators.flatMap((indicator) => indicator.standards ?? []);
  return goals.map((goal) => {
    const serves: string[] = [];
    for (
      let at = goal.parent;
      at !== undefined && byId.has(at) && !serves.includes(at);
      at = byId.get(at)!.parent
    ) {
      serves.push(at);
    }
    const parent = goal.parent === undefined ? undefined : byId.get(goal.parent);
    const named = (other: GoalFields) =>
      other.id !== goal.id &&
      ((goal.alongside ?? []).includes(other.id) || (other.alongside ?? []).includes(goal.id));
    const above = new Set(parent ? standards(parent) : []);
    return {
      goal: goal.id,
      serves,
      servedBy: goals.filter((other) => other.parent === goal.id).map(({ id }) => id),
      beside: goals.filter(named).map(({ id }) => id),
      shared: [...new Set(standards(goal))].filter((standard) => above.has(standard)),
      nests: parent ? goal.until <= parent.until : null,
    };
  });
}
