import { periodIndex, resourcesOf } from "./placed.js";
import type { Move } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { withRooms } from "./room-needs.js";

/** Who leaves and who enters one person's or room's period. */
export interface Cell {
  readonly leaving: number[];
  readonly entering: number[];
  /** Whether a student or group is there, whose day must stay whole. */
  readonly students: boolean;
}

/** The periods of people and rooms that a plan's moves touch, moves by their index. */
export interface MoveCells {
  readonly moves: readonly Move[];
  readonly byCell: ReadonlyMap<string, Cell>;
  /** Index of each move's placement in the timetable. */
  readonly placement: readonly number[];
  /** Periods by which each move counts as moved: none where another meeting of its lesson stood there before. */
  readonly movedPeriods: readonly number[];
  /** Name of a cell. */
  readonly key: (resource: string, period: string) => string;
}

/** Looks at moves person by person and period by period; rooms count where the plan keeps the school's rules. */
export function moveCells(problem: PlanningProblem, moves: readonly Move[]): MoveCells {
  const { timetable, rules } = problem;
  const index = periodIndex(timetable);
  const used = resourcesOf(timetable);
  const kinds = new Map(timetable.resources.map((resource) => [resource.id, resource.kind]));
  const occurrences = new Map<string, number[]>();
  timetable.placements.forEach((placement, i) => {
    const list = occurrences.get(placement.lesson) ?? [];
    list.push(i);
    occurrences.set(placement.lesson, list);
  });
  const placement = moves.map((move) => occurrences.get(move.lesson)![move.occurrence - 1]!);
  const byCell = new Map<string, Cell>();
  const key = (resource: string, period: string) => `${resource}\n${period}`;
  moves.forEach((move, i) => {
    const present = timetable.placements[placement[i]!]!;
    const before = new Set(used(present));
    const after = new Set(used(withRooms(present, new Map(move.rooms?.map(({ role, to }) => [role, to])))));
    for (const id of new Set([...before, ...after])) {
      const kind = kinds.get(id);
      const students = kind === "group" || kind === "student";
      if (!students && kind !== "teacher" && rules !== "all") continue;
      if (move.from === move.to && before.has(id) && after.has(id)) continue;
      for (const [who, end, side] of [
        [before, move.from, "leaving"],
        [after, move.to, "entering"],
      ] as const) {
        if (!who.has(id)) continue;
        for (let d = 0; d < move.duration; d++) {
          const name = key(id, timetable.periods[index.get(end)! + d]!.id);
          const cell = byCell.get(name) ?? { leaving: [], entering: [], students };
          cell[side].push(i);
          byCell.set(name, cell);
        }
      }
    }
  });
  const movedPeriods = moves.map((move) => {
    const stood = occurrences.get(move.lesson)!.some((i) => {
      const other = timetable.placements[i]!;
      return other.start === move.to && other.duration === move.duration;
    });
    return stood ? 0 : move.duration;
  });
  return { moves, byCell, placement, movedPeriods, key };
}
