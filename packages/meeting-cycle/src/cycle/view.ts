import type { Grant } from "@collegium/schema";
import type { CycleState } from "./cycle.js";

/** A cycle as one viewer may see it. */
export interface CycleView
  extends Pick<
    CycleState,
    | "id"
    | "phase"
    | "team"
    | "kind"
    | "goal"
    | "target"
    | "after"
    | "points"
    | "history"
    | "outcome"
    | "next"
    | "successor"
  > {
  readonly version: number;
  readonly meetings: CycleState["meetings"];
  /** The team's own words; for the team only. */
  readonly entries?: CycleState["entries"];
  readonly actions?: CycleState["actions"];
  readonly actionCount: number;
}

/**
 * What one viewer may see of a cycle; `undefined` where the grant allows nothing.
 * Guarantees that entries, which are the team's own words, stay with the team.
 */
export function viewCycle(
  cycle: CycleState,
  viewer: { person: string },
  grant: Grant,
): CycleView | undefined {
  const may = (action: string) => grant.may.includes(action);
  if (grant.viewer !== viewer.person || !(may("read-agenda") || may("read-goal"))) return undefined;
  const team = (grant.audience === "team" || grant.audience === "self") && may("read-notes");
  const { entries, actions, publicVersion, ownVersions: _, recentCommands: __, ...open } = cycle;
  return {
    ...open,
    version: publicVersion,
    actionCount: actions.length,
    ...(team && { entries, actions }),
  };
}
