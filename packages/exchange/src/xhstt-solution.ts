import type { Lesson, Placement } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { child, childrenOf, type Element, listed, textOf } from "./xml.js";

/** What a solution needs to know of its instance. */
export interface Plan {
  readonly lessons: readonly Lesson[];
  /** Ids of periods in time order. */
  readonly periods: readonly string[];
  /** Times that the instance itself gives to events. */
  readonly preassigned: ReadonlyMap<string, string>;
}

/** The solutions of one instance, by the id of their group, in the file's order. */
export function solutionsOf(archive: Element, instance: string): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const group of listed(archive, "SolutionGroups", "SolutionGroup")) {
    const id = group.attributes["Id"] ?? "";
    const solution = childrenOf(group, "Solution").find((s) => s.attributes["Reference"] === instance);
    if (solution && !found.has(id)) found.set(id, solution);
  }
  return found;
}

/** Where a solution puts each lesson, and how many periods of each it leaves without a place. */
export interface ReadSolution {
  readonly placements: Placement[];
  readonly unplaced: ReadonlyMap<string, number>;
}

/**
 * Placements of one solution. An event without a duration is placed whole; one without a time stands where the
 * instance fixes it; one that the instance fixes and the solution leaves out happens all the same.
 *
 * Issue codes: `unknown-reference`, `outside-week`, `placed-too-often`.
 */
export function readSolution(solution: Element, plan: Plan): Result<ReadSolution> {
  const lessons = new Map(plan.lessons.map((lesson) => [lesson.id, lesson]));
  const order = new Map(plan.periods.map((id, index) => [id, index]));
  const left = new Map(plan.lessons.map((lesson) => [lesson.id, lesson.duration]));
  const placements: Placement[] = [];
  const mentioned = new Set<string>();
  const issues: Issue[] = [];
  listed(solution, "Events", "Event").forEach((event, index) => {
    const path = ["Solution", "Events", index];
    const lesson = lessons.get(event.attributes["Reference"] ?? "");
    if (!lesson) {
      issues.push({
        code: "unknown-reference",
        path,
        message: "The solution names an event that the file lacks.",
      });
      return;
    }
    const duration = Number(textOf(event, "Duration") ?? lesson.duration);
    const start = child(event, "Time")?.attributes["Reference"] ?? plan.preassigned.get(lesson.id);
    const chosen = chosenOf(event, lesson);
    if (start === undefined) return;
    const at = order.get(start);
    if (
      at === undefined ||
      !Number.isInteger(duration) ||
      duration < 1 ||
      at + duration > plan.periods.length
    ) {
      issues.push({ code: "outside-week", path, message: "The solution places an event outside the week." });
      return;
    }
    mentioned.add(lesson.id);
    left.set(lesson.id, left.get(lesson.id)! - duration);
    placements.push({ lesson: lesson.id, start, duration, ...(chosen.length > 0 ? { chosen } : {}) });
  });
  for (const [id, start] of plan.preassigned) {
    const lesson = lessons.get(id);
    if (!lesson || mentioned.has(id)) continue;
    left.set(id, 0);
    placements.push({ lesson: id, start, duration: lesson.duration });
  }
  for (const [id, rest] of left) {
    if (rest >= 0) continue;
    issues.push({
      code: "placed-too-often",
      path: ["Solution", "Events", id],
      message: "The solution gives an event more periods than it has.",
    });
  }
  const [first, ...others] = issues;
  if (first) return fail(first, ...others.slice(0, 19));
  const unplaced = new Map([...left].filter(([, rest]) => rest > 0));
  return ok({ placements, unplaced });
}

function chosenOf(event: Element, lesson: Lesson): NonNullable<Placement["chosen"]> {
  const roles = new Set((lesson.needs ?? []).map((need) => need.role));
  return listed(event, "Resources", "Resource").flatMap((element) => {
    const role = textOf(element, "Role");
    const resource = element.attributes["Reference"];
    return role !== undefined && resource !== undefined && roles.has(role) ? [{ role, resource }] : [];
  });
}
