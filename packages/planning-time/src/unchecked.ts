import type { Placement, Timetable } from "@collegium/scheduling";
import { periodIndex, resourcesOf } from "./placed.js";
import type { Plan } from "./plan-document.js";

/**
 * Conflicts that a reduced plan creates where it did not look: a room used by more lessons at once than today, and a
 * person or room used at a time that a rule of the timetable calls unavailable. Counts resource-periods.
 */
export function uncheckedConflicts(timetable: Timetable, placements: readonly Placement[]): number {
  const rooms = new Set(timetable.resources.filter((r) => r.kind === "room").map((r) => r.id));
  const unavailable = new Set<string>();
  for (const rule of timetable.rules ?? []) {
    if (rule.kind !== "avoid-unavailable-times") continue;
    for (const resource of (rule["resources"] as string[] | undefined) ?? []) {
      for (const period of (rule["periods"] as string[] | undefined) ?? [])
        unavailable.add(`${resource}\n${period}`);
    }
  }
  const before = usage(timetable, timetable.placements);
  let conflicts = 0;
  for (const [cell, count] of usage(timetable, placements)) {
    const today = before.get(cell) ?? 0;
    const allowed = unavailable.has(cell)
      ? today
      : rooms.has(cell.slice(0, cell.indexOf("\n")))
        ? Math.max(1, today)
        : count;
    conflicts += Math.max(0, count - allowed);
  }
  return conflicts;
}

/** How many lessons use a resource in a period, by "resource\nperiod". */
function usage(timetable: Timetable, placements: readonly Placement[]): Map<string, number> {
  const index = periodIndex(timetable);
  const used = resourcesOf(timetable);
  const cells = new Map<string, number>();
  for (const placement of placements) {
    const resources = new Set(used(placement));
    const start = index.get(placement.start)!;
    for (let i = 0; i < placement.duration; i++) {
      for (const resource of resources) {
        const cell = `${resource}\n${timetable.periods[start + i]!.id}`;
        cells.set(cell, (cells.get(cell) ?? 0) + 1);
      }
    }
  }
  return cells;
}

/** A room that a moved lesson would need while another lesson has it. */
export interface TakenRoom {
  readonly room: string;
  readonly lesson: string;
}

/**
 * Rooms to find anew when a plan's moves are carried out, by the index of the move: where the lesson's room is taken by
 * another in the new place and was not shared with it before.
 */
export function takenRooms(
  timetable: Timetable,
  plan: Pick<Plan, "moves" | "placements">,
): Map<number, TakenRoom[]> {
  const rooms = new Set(timetable.resources.filter((r) => r.kind === "room").map((r) => r.id));
  const index = periodIndex(timetable);
  const used = resourcesOf(timetable);
  const roomsOf = (placement: Placement) => used(placement).filter((id) => rooms.has(id));
  const cells = new Map<string, Placement[]>();
  for (const placement of plan.placements) {
    for (const room of roomsOf(placement)) {
      for (let d = 0; d < placement.duration; d++) {
        const cell = `${room}\n${index.get(placement.start)! + d}`;
        cells.set(cell, [...(cells.get(cell) ?? []), placement]);
      }
    }
  }
  const seen = new Map<string, number>();
  const moveAt = new Map(plan.moves.map((move, i) => [`${move.lesson}\n${move.occurrence}`, i]));
  const found = new Map<number, TakenRoom[]>();
  for (const placement of plan.placements) {
    const occurrence = (seen.get(placement.lesson) ?? 0) + 1;
    seen.set(placement.lesson, occurrence);
    const move = moveAt.get(`${placement.lesson}\n${occurrence}`);
    if (move === undefined) continue;
    const taken = roomsOf(placement).flatMap((room) => {
      const others = new Set<string>();
      for (let d = 0; d < placement.duration; d++) {
        for (const other of cells.get(`${room}\n${index.get(placement.start)! + d}`) ?? [])
          if (other !== placement) others.add(other.lesson);
      }
      return [...others].map((lesson) => ({ room, lesson }));
    });
    if (taken.length > 0) found.set(move, taken);
  }
  return found;
}
