import type { RoomGiver } from "./give-rooms.js";
import type { PlanningProblem } from "./problem.js";

/** Lessons that are interchangeable in the week: same people, same length. */
export interface Kind {
  /** Indices of everybody and everything that may not be in two places. */
  readonly resources: Int32Array;
  readonly duration: number;
  /** Moved periods if one of them moves: its length, times the lessons that stand together in it. */
  readonly weight: number;
  /** Indices of its occurrences. */
  readonly occurrences: Int32Array;
  /** 1 at each period where one of them starts today. */
  readonly present: Uint8Array;
  /** 1 at each period where one of them may start. */
  readonly allowed: Uint8Array;
  /** What one that starts at a period adds to limits: limit and amount by turns. */
  readonly effects: readonly Int32Array[];
}

/** A count over the week that stays between two numbers. */
export interface Limit {
  readonly least: number;
  readonly most: number;
  /** Whether it counts rooms, which a plan then gives to lessons one by one. */
  readonly rooms?: boolean;
}

/** A rule about the shape of one resource's week, which no sum can say; it may be broken as much as today. */
export interface ShapeRule {
  /** Free periods between lessons, or days with a lesson. */
  readonly kind: "idle" | "days";
  readonly groups: readonly Int32Array[];
  readonly minimum: number;
  readonly maximum: number;
  /** How far today's week departs from it. */
  readonly today: number;
}

/** A team as indices. */
export interface ModelTeam {
  readonly members: Int32Array;
  readonly blocks: number;
  /** 1 at each period where it may have a block. */
  readonly allowed: Uint8Array;
}

/** A cover teacher in the place of one of a lesson's teachers. */
export interface CoverOption {
  readonly kind: number;
  readonly member: number;
  readonly by: number;
  /** What it adds to limits: limit and amount by turns. */
  readonly effects: Int32Array;
}

/** Who may take whose lessons, and what that makes possible. */
export interface CoverModel {
  readonly options: readonly CoverOption[];
  /** Options by kind. */
  readonly of: readonly (readonly number[])[];
  /** 1 where a cover teacher may take a lesson, by resource × periods + period. */
  readonly open: Uint8Array;
  /** Blocks that each resource can be in beside its own room, since its lessons may be taken. */
  readonly room: Int32Array;
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
  /** 1 for each teacher, student group and student: who is touched when the week changes. */
  readonly people: Uint8Array;
  /** How many lessons a resource may have at once, by resource and period: 1, or what it has today. */
  readonly capacity: Uint8Array;
  readonly kinds: readonly Kind[];
  /** Kind of each occurrence. */
  readonly kindOf: Int32Array;
  /** Period in which each occurrence starts today. */
  readonly today: Int32Array;
  /** Placements of the timetable that an occurrence stands for; several where they must stand together. */
  readonly parts: readonly (readonly number[])[];
  readonly limits: readonly Limit[];
  /** Gives rooms to the lessons of a week; absent where every room stays with its lesson. */
  readonly rooms?: RoomGiver;
  /** Shape rules of each resource that has some. */
  readonly shapes: ReadonlyMap<number, readonly ShapeRule[]>;
  readonly teams: readonly ModelTeam[];
  readonly blocksPerDay: number;
  /** 1 at each period that nobody likes for a block. */
  readonly unpopular: Uint8Array;
  /** Blocks that each resource can be in at most: its periods without a lesson, less those it keeps for itself. */
  readonly blockRoom: Int32Array;
  /** Absent where nobody covers. */
  readonly cover?: CoverModel;
}

/** Periods a lesson of this length covers from a start, all on one day. */
export function fitsDay(dayOf: Int32Array, start: number, duration: number): boolean {
  return start + duration <= dayOf.length && dayOf[start] === dayOf[start + duration - 1];
}

/** How far a week of one resource departs from a shape rule; `busy` says per period whether it has a lesson. */
export function shapeDeviation(rule: ShapeRule, busy: (period: number) => boolean): number {
  let count = 0;
  for (const group of rule.groups) {
    let first = -1;
    let last = -1;
    let taught = 0;
    for (let i = 0; i < group.length; i++) {
      if (!busy(group[i]!)) continue;
      if (first < 0) first = i;
      last = i;
      taught++;
    }
    if (rule.kind === "days") count += taught > 0 ? 1 : 0;
    else if (taught > 0) count += last - first + 1 - taught;
  }
  return Math.max(0, rule.minimum - count, count - rule.maximum);
}
