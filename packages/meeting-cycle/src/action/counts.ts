import type { ActionPhase, ActionState } from "./action.js";

/** How many actions stand where, for one team, school or district. */
export interface ActionCounts {
  readonly active: number;
  readonly stuck: number;
  readonly done: number;
  readonly dropped: number;
  /** Active or stuck, with a date before the day asked about. */
  readonly overdue: number;
}

/**
 * Counts of actions, for reports that go upward.
 * Guarantees to count actions and no people: there is no owner, no rate and no ranking in it.
 * @param on - School day, `YYYY-MM-DD`.
 */
export function countActions(
  actions: readonly Pick<ActionState, "phase" | "due">[],
  on: string,
): ActionCounts {
  const count = (phase: ActionPhase) => actions.filter((action) => action.phase === phase).length;
  return {
    active: count("active"),
    stuck: count("stuck"),
    done: count("done"),
    dropped: count("dropped"),
    overdue: actions.filter(({ phase, due }) => (phase === "active" || phase === "stuck") && due < on).length,
  };
}
