import { IssueError } from "@collegium/schema";
import { covariance, isConstant } from "../descriptive.js";
import { requireFinite } from "../numbers.js";

/** Item scores: one row per student, one column per item, null where there is no answer. */
export type ScoreMatrix = readonly (readonly (number | null)[])[];

/** How missing answers enter a matrix statistic: students with all answers only, or each pair of items by itself. */
export type MissingRule = "complete" | "pairwise";

/** Refuses ragged rows and cells that are neither numbers nor null; returns the number of columns. */
export function requireMatrix(scores: ScoreMatrix): number {
  const k = scores[0]?.length ?? 0;
  scores.forEach((row, s) => {
    if (row.length !== k) {
      throw new IssueError([
        { code: "ragged", path: ["scores", s], message: `Expected ${k} scores, one for each item.` },
      ]);
    }
    requireFinite(
      row.filter((cell) => cell !== null),
      "scores",
    );
  });
  return k;
}

/** Rows without a missing answer. */
export function completeRows(scores: ScoreMatrix): number[][] {
  return scores.filter((row): row is number[] => row.every((cell) => cell !== null));
}

/** Covariances (divisor n − 1) under a rule for missing answers; null where a pair of items shares under two students. */
export function covarianceMatrix(scores: ScoreMatrix, missing: MissingRule): number[][] | null {
  const k = requireMatrix(scores);
  const rows = missing === "complete" ? completeRows(scores) : scores;
  const column = (j: number) => rows.map((row) => row[j] ?? null);
  const columns = Array.from({ length: k }, (_, j) => column(j));
  const matrix = columns.map(() => new Array<number>(k).fill(0));
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      const x: number[] = [];
      const y: number[] = [];
      columns[i]!.forEach((value, s) => {
        const other = columns[j]![s]!;
        if (value === null || other === null) return;
        x.push(value);
        y.push(other);
      });
      const c = isConstant(x) || isConstant(y) ? (x.length < 2 ? null : 0) : covariance(x, y);
      if (c === null) return null;
      matrix[i]![j] = c;
      matrix[j]![i] = c;
    }
  }
  return matrix;
}
