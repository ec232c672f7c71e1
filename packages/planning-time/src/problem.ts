import type { Timetable } from "@collegium/scheduling";
import type { Cover } from "./cover.js";
import type { Objective } from "./objective.js";

/** Teachers who want to plan together, and how many blocks a week they want. */
export interface PlanningTeam {
  readonly id: string;
  /** Ids of the timetable's teachers. */
  readonly members: readonly string[];
  /** Blocks wanted in a week; 0 where nobody said. */
  readonly blocks?: number;
  readonly name?: string;
  /** Periods in which this team may have no block. */
  readonly notAt?: readonly string[];
}

/** A lesson that must stay: all its occurrences, or only the one that starts at a period. */
export interface Pin {
  readonly lesson: string;
  /** Period id; all occurrences where absent. */
  readonly at?: string;
}

/**
 * What a school asks: its week as it is, its teams, and what must hold.
 * `clashes` checks teachers, groups, the students' day and daily spread; `all` checks the timetable's own rules too.
 */
export interface PlanningProblem {
  readonly timetable: Timetable;
  readonly teams: readonly PlanningTeam[];
  readonly rules: "clashes" | "all";
  /** Blocks that one team may have on one day; 1 where absent. */
  readonly blocksPerDay?: number;
  /** Lessons that must not move. */
  readonly pins?: readonly Pin[];
  /** Periods in which no team may have a block. */
  readonly noBlocksAt?: readonly string[];
  /** Periods that nobody likes for a block: the last of Friday. Avoided as far as the objective says: by default, last. */
  readonly unpopular?: readonly string[];
  /** Periods a week that every teacher keeps to plan alone, beside all blocks; a teacher with fewer keeps what there is. */
  readonly ownPeriods?: number;
  /** Who may take lessons of members while their team meets; nobody where absent. */
  readonly cover?: Cover;
  /** Which of two plans is better; `lexicographic` where absent. */
  readonly objective?: Objective;
}
