import type { Placement } from "@collegium/scheduling";
import type { Terms } from "./objective.js";
import type { PlanReason } from "./reason-texts.js";
import type { HardRules } from "./rule-costs.js";

/** One lesson to move: what a timetabler carries out. */
export interface Move {
  readonly lesson: string;
  /** Which of the lesson's meetings in the week, counted from 1 in the timetable's order. */
  readonly occurrence: number;
  /** Length in periods. */
  readonly duration: number;
  /** Period ids of the old and the new start. */
  readonly from: string;
  readonly to: string;
  /** Rooms that change with it; a lesson that only changes rooms has the same `from` and `to`. Absent where none do. */
  readonly rooms?: readonly RoomChange[];
}

/** A room that a lesson leaves for another. */
export interface RoomChange {
  /** The role of the room in the lesson, as the timetable names it. */
  readonly role: string;
  readonly from: string;
  readonly to: string;
}

/** One lesson that a cover teacher takes in its usual time, while a team of its own teacher meets. */
export interface CoveredLesson {
  readonly lesson: string;
  /** Which of the lesson's meetings in the week, counted from 1 in the timetable's order. */
  readonly occurrence: number;
  /** Length in periods; a lesson is covered as a whole. */
  readonly duration: number;
  /** Period id of its start. */
  readonly period: string;
  /** The teacher who is with a team, and the one who takes the lesson. */
  readonly member: string;
  readonly by: string;
  /** Teams that meet meanwhile; more than one where a long lesson lies beside two blocks. */
  readonly teams: readonly string[];
}

/** What a team gets. */
export interface PlannedTeam {
  readonly id: string;
  readonly members: readonly string[];
  readonly wanted: number;
  /** Period ids in which all members are free, in time order. */
  readonly blocks: readonly string[];
}

/** An answer to a {@link PlanningProblem}: the blocks, the moves that make them, and how good it can be at most. */
export interface Plan {
  readonly rules: "clashes" | "all";
  /** What the plan was checked for, in words. */
  readonly checked: readonly string[];
  /** Blocks wanted and placed, all teams together. */
  readonly wanted: number;
  readonly placed: number;
  /** Periods of lessons' (start, length) pairs that are not among the lesson's present ones. */
  readonly moved: number;
  /** All that the objective compares, missing blocks and moved periods among it. */
  readonly terms: Terms;
  /** No plan misses fewer blocks; none that misses as few as this one moves fewer periods. */
  readonly bound: { readonly missing: number; readonly moved: number };
  /** Whether both bounds are reached: shown of missing blocks and moved periods alone, not of the other terms. */
  readonly proven: boolean;
  readonly teams: readonly PlannedTeam[];
  readonly moves: readonly Move[];
  /** Who takes which lesson, so that it need not move; absent where nobody may. */
  readonly covered?: readonly CoveredLesson[];
  /** Teams without all their blocks: why, as an English sentence and as data for other languages. */
  readonly unplaced: readonly {
    readonly team: string;
    readonly because: string;
    readonly reason: PlanReason;
  }[];
  /** Cost of the timetable's own hard rules today and with this plan; absent where it has none. */
  readonly hard?: HardRules;
  /** Present where the reduced model was used: what nobody looked at, and how many conflicts of that kind arise. */
  readonly unchecked?: { readonly sentence: string; readonly conflicts: number };
  /** The whole changed week, for writing it out. */
  readonly placements: readonly Placement[];
}

/** How far a search is. */
export interface PlanProgress {
  readonly wanted: number;
  readonly placed: number;
  readonly moved: number;
  readonly terms: Terms;
  readonly bound: { readonly missing: number; readonly moved: number };
  readonly phase: "explaining" | "finding" | "improving" | "proving";
  readonly steps: number;
}
