import type { FoundTeam } from "./find-teams.js";
import type { Timetable } from "./timetable.js";
import { attending } from "./week-grid.js";

const LARGEST = 6;

/**
 * Guesses teams from shared classes: teachers of the same students have the most to talk about.
 * Joins the two teams whose members share most classes on average, up to six people, until none share any; a
 * suggestion is for a person to confirm or change. The same timetable gives the same suggestions.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * suggestTeams(unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] }))); // => []
 * ```
 */
export function suggestTeams(timetable: Timetable): FoundTeam[] {
  const teachers = timetable.resources.filter(({ kind }) => kind === "teacher").map(({ id }) => id);
  const count = teachers.length;
  // Shared classes between two clusters, summed over their pairs; a merged cluster lives on at the lower index.
  const shared = sharedClasses(timetable, teachers);
  const clusters = teachers.map((_, position) => [position]);
  for (;;) {
    let best: [number, number] | undefined;
    let most = 0;
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const [a, b] = [clusters[i]!.length, clusters[j]!.length];
        const average = a * b === 0 || a + b > LARGEST ? 0 : shared[i * count + j]! / (a * b);
        if (average > most) {
          most = average;
          best = [i, j];
        }
      }
    }
    if (best === undefined) break;
    const [into, from] = best;
    clusters[into]!.push(...clusters[from]!);
    clusters[from] = [];
    for (let other = 0; other < count; other++) {
      shared[into * count + other] = shared[into * count + other]! + shared[from * count + other]!;
      shared[other * count + into] = shared[into * count + other]!;
    }
  }
  return clusters
    .filter((members) => members.length >= 2)
    .map((members, position) => ({
      id: `suggested-${position + 1}`,
      name: `Suggested team ${position + 1}`,
      members: members.sort((a, b) => a - b).map((teacher) => teachers[teacher]!),
      source: "suggested" as const,
      because: `These ${members.length} teachers share classes; a person should confirm that they are a team.`,
    }));
}

/** How many groups of students each two teachers have in common, as a square table. */
function sharedClasses(timetable: Timetable, teachers: readonly string[]): Uint32Array {
  const position = new Map(teachers.map((id, at) => [id, at]));
  const groups = new Set(timetable.resources.filter(({ kind }) => kind === "group").map(({ id }) => id));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const taught = new Map<string, Set<number>>();
  for (const placement of timetable.placements) {
    const lesson = lessons.get(placement.lesson);
    if (lesson?.kind !== "teaching") continue;
    const there = attending(lesson, placement);
    for (const group of there) {
      if (!groups.has(group)) continue;
      const set = taught.get(group) ?? new Set();
      for (const id of there) if (position.has(id)) set.add(position.get(id)!);
      taught.set(group, set);
    }
  }
  const table = new Uint32Array(teachers.length ** 2);
  for (const set of taught.values()) {
    for (const a of set) for (const b of set) if (a !== b) table[a * teachers.length + b]! += 1;
  }
  return table;
}
