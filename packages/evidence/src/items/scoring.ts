import { fail, type Issue, ok, type Result } from "@collegium/schema";

/** One cell of a pasted grid: an answer, a score, or nothing. */
export type Answer = string | number | null;

/** One question of a quiz. With a key, answers are compared to it; without, the cells are scores up to `max`. */
export interface QuizItem {
  readonly id: string;
  /** The right answer; spaces around it and letter case do not count. */
  readonly key?: string;
  /** The standard it measures, in the words of the school. */
  readonly standard?: string;
  /** Highest score; 1 by default. */
  readonly max?: number;
}

/** One student of a quiz. */
export interface QuizStudent {
  readonly id: string;
  readonly class?: string;
}

/** A quiz as pasted from a spreadsheet: one row of responses per student, one column per item. */
export interface QuizResponses {
  readonly students: readonly QuizStudent[];
  readonly items: readonly QuizItem[];
  readonly responses: readonly (readonly Answer[])[];
}

/** What became of one cell; omitted, not reached and wrong are three different things. */
export type CellState = "right" | "partial" | "wrong" | "omitted" | "not-reached";

/** A quiz with every cell scored. */
export interface ScoredQuiz {
  /** Points by student, then item; null where nothing was answered. */
  readonly points: readonly (readonly (number | null)[])[];
  readonly states: readonly (readonly CellState[])[];
  /** Answers in the form in which they are compared: trimmed, upper case. */
  readonly answers: readonly (readonly (string | null)[])[];
}

/**
 * Scores a pasted quiz cell by cell.
 * An empty cell before a student's last answer is omitted, one after it not reached; neither is a zero. All bad cells
 * are reported at once, by position, never by value.
 *
 * Issue codes: `no-students`, `no-items`, `duplicate-id`, `ragged`, `bad-max`, `not-a-score`, `score-out-of-range`.
 */
export function scoreQuiz(quiz: QuizResponses): Result<ScoredQuiz> {
  const issues = shapeIssues(quiz);
  const points: (number | null)[][] = [];
  const states: CellState[][] = [];
  const answers: (string | null)[][] = [];
  const keys = quiz.items.map((item) => (item.key === undefined ? undefined : comparable(item.key)));
  quiz.responses.forEach((row, s) => {
    const given = row.map(comparableOrNull);
    const last = given.findLastIndex((answer) => answer !== null);
    answers.push(given);
    points.push([]);
    states.push([]);
    quiz.items.forEach((item, i) => {
      const answer = given[i] ?? null;
      const max = item.max ?? 1;
      if (answer === null) {
        points[s]!.push(null);
        states[s]!.push(i < last ? "omitted" : "not-reached");
        return;
      }
      const score = keys[i] === undefined ? scoreOf(answer) : answer === keys[i] ? max : 0;
      if (score === null) issues.push(notAScore(s, i));
      else if (score < 0 || score > max) issues.push(outOfRange(s, i, max));
      points[s]!.push(score);
      states[s]!.push(score === max ? "right" : score === 0 ? "wrong" : "partial");
    });
  });
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
  return ok({ points, states, answers });
}

function comparable(answer: string | number): string {
  return String(answer).trim().toUpperCase();
}

function comparableOrNull(answer: Answer): string | null {
  if (answer === null) return null;
  const text = comparable(answer);
  return text === "" ? null : text;
}

function scoreOf(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : null;
}

function shapeIssues({ students, items, responses }: QuizResponses): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, path: (string | number)[], message: string, hint?: string) =>
    issues.push(hint === undefined ? { code, path, message } : { code, path, message, hint });
  if (students.length === 0) add("no-students", ["students"], "The quiz has no students.");
  if (items.length === 0) add("no-items", ["items"], "The quiz has no items.");
  for (const [name, list] of [
    ["students", students],
    ["items", items],
  ] as const) {
    const seen = new Set<string>();
    list.forEach(({ id }, index) => {
      if (seen.has(id)) {
        add("duplicate-id", [name, index, "id"], "This id stands in the list twice.", "Keep one of the two.");
      }
      seen.add(id);
    });
  }
  if (responses.length !== students.length) {
    add("ragged", ["responses"], `Expected ${students.length} rows of responses, one for each student.`);
  }
  responses.forEach((row, index) => {
    if (row.length !== items.length) {
      add("ragged", ["responses", index], `Expected ${items.length} responses, one for each item.`);
    }
  });
  items.forEach(({ max }, index) => {
    if (max !== undefined && !(Number.isFinite(max) && max > 0)) {
      add("bad-max", ["items", index, "max"], "The highest score must be a number above zero.");
    }
  });
  return issues;
}

function notAScore(student: number, item: number): Issue {
  return {
    code: "not-a-score",
    path: ["responses", student, item],
    message: "Expected a score as a number.",
    hint: "Correct the cell, leave it empty, or give the item a key.",
  };
}

function outOfRange(student: number, item: number, max: number): Issue {
  return {
    code: "score-out-of-range",
    path: ["responses", student, item],
    message: `Expected a score from 0 to ${max}.`,
    hint: "Correct the cell, or give the item its highest score.",
    data: { max },
  };
}
