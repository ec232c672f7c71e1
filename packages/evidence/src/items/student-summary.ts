import { type Mastery, mastery } from "./mastery.js";
import type { QuizResponses, ScoredQuiz } from "./scoring.js";

/** How one student did on one standard. */
export interface StudentStandard extends Mastery {
  readonly standard: string;
  readonly points: number;
  /** Points to be had on the items answered. */
  readonly max: number;
  readonly thin: boolean;
}

/** What one student missed; for the people responsible for this student only. */
export interface StudentSummary {
  readonly id: string;
  readonly class?: string;
  readonly present: boolean;
  readonly right: number;
  readonly of: number;
  readonly points: number;
  readonly max: number;
  /** Items answered without full points, with the answer given. */
  readonly missed: readonly { readonly item: string; readonly answer: string; readonly points: number }[];
  readonly omitted: readonly string[];
  readonly notReached: readonly string[];
  readonly standards: readonly StudentStandard[];
}

/** Items a standard needs before its result for one student is more than a hint. */
export const ENOUGH_ITEMS = 4;
/** Summarises one row of a scored quiz. */
export function studentSummary(
  quiz: QuizResponses,
  scored: ScoredQuiz,
  s: number,
  standards: ReadonlyMap<string, readonly number[]>,
  cut: number,
): StudentSummary {
  const student = quiz.students[s]!;
  const points = scored.points[s]!;
  const states = scored.states[s]!;
  const all = quiz.items.map((_, i) => i);
  const answered = all.filter((i) => points[i] !== null);
  const present = answered.length > 0;
  const sum = (columns: readonly number[]) => columns.reduce((total, i) => total + (points[i] ?? 0), 0);
  const most = (columns: readonly number[]) =>
    columns.reduce((total, i) => total + (points[i] === null ? 0 : (quiz.items[i]!.max ?? 1)), 0);
  const ids = (state: string) =>
    all.filter((i) => present && states[i] === state).map((i) => quiz.items[i]!.id);
  return {
    id: student.id,
    ...(student.class === undefined ? {} : { class: student.class }),
    present,
    right: answered.filter((i) => states[i] === "right").length,
    of: answered.length,
    points: sum(answered),
    max: most(answered),
    missed: answered
      .filter((i) => states[i] !== "right")
      .map((i) => ({ item: quiz.items[i]!.id, answer: scored.answers[s]![i]!, points: points[i]! })),
    omitted: ids("omitted"),
    notReached: ids("not-reached"),
    standards: [...standards].flatMap(([standard, columns]) => {
      const max = most(columns);
      const known = mastery(sum(columns), max, cut);
      return known
        ? [{ standard, points: sum(columns), max, thin: columns.length < ENOUGH_ITEMS, ...known }]
        : [];
    }),
  };
}
