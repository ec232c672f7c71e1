import type { Lesson, Placement } from "@collegium/scheduling";
import type { PlanningProblem } from "./problem.js";
import { type RoomNeed, roomNeeds } from "./room-needs.js";
import { hardRules } from "./rule.js";
import { isRead } from "./rule-costs.js";

/** One thing that moves as a whole: a placement, or several that must stand together. */
export interface Entry {
  readonly lessons: readonly Lesson[];
  readonly parts: readonly number[];
  readonly start: number;
  readonly duration: number;
  readonly resources: readonly number[];
  /** Rooms that may become others; `resources` is without them. */
  readonly needs: readonly RoomNeed[];
  readonly pinned: boolean;
  /** Same people and same length, one key for each placement: what daily limits count. */
  readonly classes: readonly string[];
}

/** Ids to indices. */
export interface Indices {
  readonly period: ReadonlyMap<string, number>;
  readonly resource: ReadonlyMap<string, number>;
  readonly isPerson: (resource: number) => boolean;
}

/** Placements as things that move: pinned ones are marked, and linked lessons are one where the rules are kept. */
export function entriesOf(problem: PlanningProblem, indices: Indices): Entry[] {
  const { timetable } = problem;
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const isPinned = pinsOf(problem);
  const needs = new Map<number, RoomNeed[]>();
  for (const need of problem.rules === "all" ? roomNeeds(problem) : [])
    needs.set(need.part, [...(needs.get(need.part) ?? []), need]);
  const single = timetable.placements.map((placement, index): Entry => {
    const lesson = lessons.get(placement.lesson) as Lesson;
    const rooms = needs.get(index) ?? [];
    const resources = resourcesOf(lesson, placement, rooms, indices);
    const people = resources.filter((r) => indices.isPerson(r));
    return {
      lessons: [lesson],
      parts: [index],
      start: indices.period.get(placement.start) as number,
      duration: placement.duration,
      resources,
      needs: rooms,
      classes: [`${people.join(" ")}|${placement.duration}`],
      pinned: isPinned(placement),
    };
  });
  return problem.rules === "all" ? together(single, problem) : single;
}

function resourcesOf(
  lesson: Lesson,
  { chosen = [] }: Placement,
  needs: readonly RoomNeed[],
  indices: Indices,
): number[] {
  const stays = chosen.filter(({ role }) => !needs.some((need) => need.role === role));
  const ids = [...lesson.resources, ...stays.map(({ resource }) => resource)];
  const found = ids.map((id) => indices.resource.get(id)).filter((r): r is number => r !== undefined);
  return [...new Set(found)].sort((a, b) => a - b);
}

function pinsOf(problem: PlanningProblem): (placement: Placement) => boolean {
  const { timetable, pins = [] } = problem;
  const fixed = new Set<string>();
  for (const rule of hardRules(timetable)) {
    if (rule.kind === "preassigned-times") for (const { lesson } of rule.starts ?? []) fixed.add(lesson);
    if (problem.rules !== "all") continue;
    // Nobody here can say whether a move would break it.
    if (!isRead(rule.kind)) for (const id of rule.lessons ?? []) fixed.add(id);
    if (rule.kind !== "order-events") continue;
    for (const { first, second } of rule.pairs ?? []) fixed.add(first).add(second);
  }
  return (placement) =>
    fixed.has(placement.lesson) ||
    pins.some(
      (pin) => pin.lesson === placement.lesson && (pin.at === undefined || pin.at === placement.start),
    );
}

/** Linked lessons that stand together today stay together; a linked meeting that stands alone today stays put. */
function together(entries: readonly Entry[], problem: PlanningProblem): Entry[] {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const up = root.get(id);
    return up === undefined || up === id ? id : find(up);
  };
  for (const rule of hardRules(problem.timetable)) {
    if (rule.kind !== "link-events") continue;
    for (const { lessons } of rule.lessonGroups ?? []) {
      for (const id of lessons) root.set(find(id), find(lessons[0]!));
    }
  }
  const size = new Map<string, Set<string>>();
  for (const id of root.keys()) size.set(find(id), (size.get(find(id)) ?? new Set()).add(id));
  const linked = new Map<string, Entry[]>();
  const result: Entry[] = [];
  for (const entry of entries) {
    const id = entry.lessons[0]!.id;
    const set = find(id);
    if ((size.get(set)?.size ?? 1) < 2) {
      result.push(entry);
      continue;
    }
    const key = `${set}\n${entry.start}\n${entry.duration}`;
    linked.set(key, [...(linked.get(key) ?? []), entry]);
  }
  for (const [key, group] of linked) {
    const whole = size.get(key.split("\n")[0]!)!.size === new Set(group.map((e) => e.lessons[0]!.id)).size;
    const pinned = !whole || group.some((entry) => entry.pinned);
    if (!whole) {
      result.push(...group.map((entry) => ({ ...entry, pinned })));
      continue;
    }
    result.push({
      lessons: group.flatMap((entry) => entry.lessons),
      parts: group.flatMap((entry) => entry.parts),
      start: group[0]!.start,
      duration: group[0]!.duration,
      resources: [...new Set(group.flatMap((entry) => entry.resources))].sort((a, b) => a - b),
      needs: group.flatMap((entry) => entry.needs),
      pinned,
      classes: group.flatMap((entry) => entry.classes),
    });
  }
  return result;
}
