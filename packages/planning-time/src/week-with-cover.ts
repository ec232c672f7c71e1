import type { Lesson, Placement, Timetable } from "@collegium/scheduling";
import { occurrencesOf } from "./placed.js";
import type { Plan } from "./plan-document.js";

/**
 * The week as a school lives it under a plan: every lesson where the plan puts it, and whoever covers in the place of the
 * teacher who is with a team. Each meeting that somebody covers is a lesson of its own, with an id of its own; rules that
 * name lessons go on to name those with their own teachers.
 * @example
 * ```ts
 * const timetable = { kind: "timetable", schemaVersion: 1, id: "w", school: "", days: [], periods: [], resources: [], lessons: [], placements: [] };
 * weekWithCover(timetable, { placements: [] }).lessons; // => []
 * ```
 */
export function weekWithCover(timetable: Timetable, plan: Pick<Plan, "placements" | "covered">): Timetable {
  const { placements, covered = [] } = plan;
  if (covered.length === 0) return { ...timetable, placements: [...placements] };
  const covers = new Map(covered.map((one) => [`${one.lesson}\n${one.occurrence}`, one]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const occurrence = occurrencesOf(placements);
  const added: Lesson[] = [];
  const lived = placements.map((placement, i): Placement => {
    const cover = covers.get(`${placement.lesson}\n${occurrence[i]}`);
    const lesson = lessons.get(placement.lesson);
    if (!cover || !lesson) return placement;
    const instead = (id: string) => (id === cover.member ? cover.by : id);
    let id = `${lesson.id} ${cover.occurrence}`;
    while (lessons.has(id)) id += " ";
    const own = { ...lesson, id, duration: placement.duration, resources: lesson.resources.map(instead) };
    lessons.set(id, own);
    added.push(own);
    const chosen = placement.chosen?.map((one) => ({ ...one, resource: instead(one.resource) }));
    return { ...placement, lesson: id, ...(chosen && { chosen }) };
  });
  return { ...timetable, lessons: [...timetable.lessons, ...added], placements: lived };
}
