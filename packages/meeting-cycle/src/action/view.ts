import type { Grant } from "@collegium/schema";
import type { ActionPhase, ActionState, ActionWording } from "./action.js";

/** An action as one viewer may see it. */
export interface ActionView {
  readonly id: string;
  readonly phase: ActionPhase;
  readonly due: string;
  readonly target?: string;
  readonly meeting: string;
  readonly closedIn?: string;
  readonly follows?: string;
  /** Owner, words and reasons: for the team and the owner. */
  readonly owner?: string;
  readonly wording?: ActionWording;
  readonly reason?: string;
  readonly postponed: number;
  readonly version: number;
}

/**
 * What one viewer may see of an action; `undefined` where the grant allows nothing.
 * Guarantees that outside the team nobody reads whose action it is or how it is worded: reports count, they do not rank.
 */
export function viewAction(
  action: ActionState,
  viewer: { person: string },
  grant: Grant,
): ActionView | undefined {
  if (grant.viewer !== viewer.person || !grant.may.includes("read-actions")) return undefined;
  const team = grant.audience === "team" || grant.audience === "self";
  const { id, phase, due, target, meeting, closedIn, follows, postponed, publicVersion: version } = action;
  return {
    id,
    phase,
    due,
    meeting,
    postponed,
    version,
    ...(target !== undefined && { target }),
    ...(closedIn !== undefined && { closedIn }),
    ...(follows !== undefined && { follows }),
    ...(team && { owner: action.owner }),
    ...(team && action.wording && { wording: action.wording }),
    ...(team && action.reason !== undefined && { reason: action.reason }),
  };
}
