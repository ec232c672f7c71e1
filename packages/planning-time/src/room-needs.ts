import type { Lesson, Placement } from "@collegium/scheduling";
import type { PlanningProblem } from "./problem.js";
import { hardRules } from "./rule.js";

/** A room of one placement that may become another: it was chosen for it, and the file says which rooms would do. */
export interface RoomNeed {
  /** Index of the placement. */
  readonly part: number;
  readonly role: string;
  readonly today: string;
  /** Every room that would do, today's among them, in the timetable's order. */
  readonly suitable: readonly string[];
}

/** Rules under which a lesson keeps its rooms: the same ones in all its meetings, so many hours in each. */
const KEEPING = new Set(["avoid-split-assignments", "limit-workload"]);

/**
 * Rooms that a plan may choose anew: those that the timetable chose for a placement and for which a hard rule, or the
 * lesson's need, names what is suitable. All others stay with their lessons, and so do those of lessons that are pinned.
 */
export function roomNeeds({ timetable, pins = [] }: Pick<PlanningProblem, "timetable" | "pins">): RoomNeed[] {
  const rooms = timetable.resources.filter(({ kind }) => kind === "room");
  const isRoom = new Set(rooms.map(({ id }) => id));
  const preferred = new Map<string, string[][]>();
  const kept = new Set<string>();
  for (const rule of hardRules(timetable)) {
    const lessons = rule.lessons ?? (rule.lessonGroups ?? []).flatMap((group) => group.lessons);
    for (const lesson of lessons) {
      const key = `${lesson}\n${rule.role ?? ""}`;
      if (KEEPING.has(rule.kind)) kept.add(key);
      if (rule.kind === "prefer-resources")
        preferred.set(key, [...(preferred.get(key) ?? []), [...(rule.preferred ?? [])]]);
    }
    if (KEEPING.has(rule.kind)) for (const id of rule.resources ?? []) kept.add(id);
  }
  const suitableFor = (lesson: Lesson, role: string): readonly string[] => {
    const key = `${lesson.id}\n${role}`;
    const lists = preferred.get(key);
    if (kept.has(key)) return [];
    if (lists) return lists.reduce((all, list) => all.filter((id) => list.includes(id)));
    const pool = lesson.needs?.find((need) => need.role === role)?.pool;
    return pool === undefined ? [] : rooms.flatMap(({ id, pools }) => (pools?.includes(pool) ? [id] : []));
  };
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const found = new Map<string, readonly string[]>();
  const isPinned = ({ lesson, start }: Placement) =>
    pins.some((pin) => pin.lesson === lesson && (pin.at === undefined || pin.at === start));
  return timetable.placements.flatMap((placement, part) =>
    (placement.chosen ?? []).flatMap(({ role, resource: today }): RoomNeed[] => {
      if (!isRoom.has(today) || isPinned(placement)) return [];
      const key = `${placement.lesson}\n${role}\n${today}`;
      let suitable = found.get(key);
      if (!suitable) {
        const named = new Set([today, ...suitableFor(lessons.get(placement.lesson)!, role)]);
        suitable = rooms.flatMap(({ id }) => (named.has(id) && !kept.has(id) ? [id] : []));
        found.set(key, suitable);
      }
      return suitable.length > 1 && suitable.includes(today) ? [{ part, role, today, suitable }] : [];
    }),
  );
}

/** A placement with other rooms, by role. */
export function withRooms(placement: Placement, rooms: ReadonlyMap<string, string>): Placement {
  const chosen = placement.chosen?.map((one) => ({ ...one, resource: rooms.get(one.role) ?? one.resource }));
  return { ...placement, ...(chosen && { chosen }) };
}
