import type { MeetingView } from "../meeting/view.js";
import type { Need } from "../needs.js";

/** What one meeting means for one student. */
export interface StudentRecap {
  readonly student: string;
  readonly needs: readonly Omit<Need, "students">[];
}

/**
 * Every student a meeting was about, what was decided for each, and who owns it.
 * Guarantees to read one viewer's view: whoever may not see students gets an empty recap. Students nobody named are in it,
 * with nothing decided, so that nobody is lost.
 * @param students - Only these, where a teacher looks at the own classes.
 */
export function recapOf(view: MeetingView, students?: readonly string[]): readonly StudentRecap[] {
  const needs = view.needs ?? [];
  const all = new Set([...needs.flatMap((need) => need.students), ...(view.unnamed ?? [])]);
  return [...all]
    .filter((student) => students === undefined || students.includes(student))
    .sort()
    .map((student) => ({
      student,
      needs: needs.filter((need) => need.students.includes(student)).map(({ students: _, ...need }) => need),
    }));
}
