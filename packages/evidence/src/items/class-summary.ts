import { collect } from "../collect.js";
import type { QuizResponses, ScoredQuiz } from "./scoring.js";
import type { StudentSummary } from "./student-summary.js";

/** How one class did, item by item. */
export interface ClassSummary {
  readonly class: string;
  readonly students: number;
  readonly present: number;
  readonly items: readonly { readonly item: string; readonly right: number; readonly of: number }[];
  readonly standards: readonly { readonly standard: string; readonly right: number; readonly of: number }[];
}

/** Classes in the order in which they first appear among the students. */
export function classSummaries(
  quiz: QuizResponses,
  scored: ScoredQuiz,
  students: readonly StudentSummary[],
  standards: ReadonlyMap<string, readonly number[]>,
): ClassSummary[] {
  const rows = collect(
    quiz.students.flatMap((student, s) => (student.class === undefined ? [] : [[student.class, s] as const])),
  );
  return [...rows].map(([name, members]) => ({
    class: name,
    students: members.length,
    present: members.filter((s) => students[s]!.present).length,
    items: quiz.items.map(({ id }, i) => ({ item: id, ...count(scored, members, [i]) })),
    standards: [...standards].map(([standard, columns]) => ({
      standard,
      ...count(scored, members, columns),
    })),
  }));
}

/** Answers with full points, of all given, over some rows and columns. */
export function count(scored: ScoredQuiz, rows: Iterable<number>, columns: readonly number[]) {
  let right = 0;
  let of = 0;
  for (const s of rows) {
    for (const i of columns) {
      if (scored.points[s]![i] === null) continue;
      of++;
      if (scored.states[s]![i] === "right") right++;
    }
  }
  return { right, of };
}
