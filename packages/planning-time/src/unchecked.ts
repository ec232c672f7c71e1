import type { Placement, Timetable } from "@collegium/scheduling";
import { occurrencesOf, periodIndex, resourcesOf } from "./placed.js";
import type { Plan } from "./plan-document.js";

/**
 * Conflicts that a reduced plan creates where it did not look: a room used by more lessons at once than today, and a
 * person or room used at a time that a rule of the timetable calls unavailable. Counts resource-periods.
 */
export function uncheckedConflicts(timetable: Timetable, placements: readonly Placement[]): number {
  const { resources, periods, rules = [] } = timetable;
  const rows = new Map(resources.map(({ id }, row) => [id, row * periods.length]));
  const index = periodIndex(timetable);
  const unavailable = new Uint8Array(resources.length * periods.length);
  for (const rule of rules) {
    if (rule.kind !== "avoid-unavailable-times") continue;
    for (const resource of (rule["resources"] as string[] | undefined) ?? []) {
      for (const period of (rule["periods"] as string[] | undefined) ?? [])
        unavailable[rows.get(resource)! + index.get(period)!] = 1;
    }
  }
  const before = usage(timetable, timetable.placements, rows);
  const after = usage(timetable, placements, rows);
  let conflicts = 0;
  resources.forEach(({ id, kind }) => {
    for (let cell = rows.get(id)!, p = 0; p < periods.length; cell++, p++) {
      const today = before[cell]!;
      const allowed = unavailable[cell] ? today : kind === "room" ? Math.max(1, today) : Infinity;
      conflicts += Math.max(0, after[cell]! - allowed);
    }
  });
  return conflicts;
}

/** How many lessons use a resource in a period, by the resource's row and the period. */
function usage(
  timetable: Timetable,
  placements: readonly Placement[],
  rows: ReadonlyMap<string, number>,
): Uint16Array {
  const index = periodIndex(timetable);
  const used = resourcesOf(timetable);
  const cells = new Uint16Array(timetable.resources.length * timetable.periods.length);
  for (const placement of placements) {
    for (const resource of new Set(used(placement))) {
      const cell = rows.get(resource)! + index.get(placement.start)!;
      for (let d = 0; d < placement.duration; d++) cells[cell + d]!++;
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
  const occurrence = occurrencesOf(plan.placements);
  const moveAt = new Map(plan.moves.map((move, i) => [`${move.lesson}\n${move.occurrence}`, i]));
  const found = new Map<number, TakenRoom[]>();
  for (const [i, placement] of plan.placements.entries()) {
    const move = moveAt.get(`${placement.lesson}\n${occurrence[i]}`);
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
