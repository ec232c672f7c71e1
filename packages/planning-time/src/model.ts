import type { PlanningProblem } from "./problem.js";

/** Lessons that are interchangeable in the week: same people, same length. */
export interface Kind {
  /** Indices of everybody and everything that may not be in two places. */
  readonly resources: Int32Array;
  readonly duration: number;
  /** Indices of its occurrences. */
  readonly occurrences: Int32Array;
  /** 1 at each period where one of them starts today. */
  readonly present: Uint8Array;
  /** 1 at each period where one of them may start. */
  readonly allowed: Uint8Array;
  /** Daily limits that count it. */
  readonly limits: Int32Array;
}

/** At most `most` occurrences a day of some kinds: today's daily maximum of one class with one teacher. */
export interface DailyLimit {
  readonly kinds: number[];
  readonly most: number;
}

/** A team as indices. */
export interface ModelTeam {
  readonly members: Int32Array;
  readonly blocks: number;
  /** 1 at each period where it may have a block. */
  readonly allowed: Uint8Array;
}

/** A school's week as numbers: what every search, bound and check of this package works on. */
export interface Model {
  readonly problem: PlanningProblem;
  readonly periods: number;
  readonly days: number;
  readonly dayOf: Int32Array;
  readonly resources: number;
  /** Ids by resource index. */
  readonly resourceIds: readonly string[];
  /** How many lessons a resource may have at once, by resource and period: 1, or what it has today. */
  readonly capacity: Uint8Array;
  readonly kinds: readonly Kind[];
  /** Kind of each occurrence. */
  readonly kindOf: Int32Array;
  /** Period in which each occurrence starts today. */
  readonly today: Int32Array;
  /** Placements of the timetable that an occurrence stands for; several where they must stand together. */
  readonly parts: readonly (readonly number[])[];
  readonly limits: readonly DailyLimit[];
  readonly teams: readonly ModelTeam[];
  readonly blocksPerDay: number;
}

/** Periods a lesson of this length covers from a start, all on one day. */
export function fitsDay(dayOf: Int32Array, start: number, duration: number): boolean {
  return start + duration <= dayOf.length && dayOf[start] === dayOf[start + duration - 1];
}
