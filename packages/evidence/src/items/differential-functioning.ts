import { chiSquareTails } from "../distributions/tails.js";
import { requireMatrix, type ScoreMatrix } from "./score-matrix.js";

/** Whether an item is harder for one group than for students of the other group with the same total. */
export interface DifferentialFunctioning {
  /** Mantel-Haenszel common odds ratio of a right answer, reference against focal group. */
  readonly oddsRatio: number | null;
  /** −2.35 ln of the odds ratio (ETS delta); below zero the item is harder for the focal group. */
  readonly delta: number | null;
  /** Mantel-Haenszel chi-square with continuity correction, one degree of freedom. */
  readonly chiSquare: number | null;
  readonly p: number | null;
  /** A: small, B: some, C: large (ETS, by size and significance); null where unknown or under 100 a group. */
  readonly grade: "A" | "B" | "C" | null;
}

/** Smallest group for which a grade is given. */
const ENOUGH = 100;

/**
 * Mantel-Haenszel test of differential item functioning: does an item treat students of equal score alike?
 * Scores of 0 and 1; matched on the total including the item; strata with one student do not count; students with a
 * missing answer are left out (Holland and Thayer 1988).
 * @param focal - Whether each student belongs to the focal group.
 */
export function differentialFunctioning(
  scores: ScoreMatrix,
  focal: readonly boolean[],
): DifferentialFunctioning[] {
  const k = requireMatrix(scores);
  const kept = [...scores.keys()].filter((s) => scores[s]!.every((cell) => cell !== null));
  const totals = new Map(kept.map((s) => [s, scores[s]!.reduce<number>((a, b) => a + b!, 0)]));
  const sizes = [true, false].map((group) => kept.filter((s) => focal[s] === group).length);
  return Array.from({ length: k }, (_, j) => {
    const strata = new Map<number, [number, number, number, number]>();
    for (const s of kept) {
      const cell = strata.get(totals.get(s)!) ?? [0, 0, 0, 0];
      cell[(focal[s] ? 2 : 0) + (scores[s]![j] === 1 ? 0 : 1)]!++;
      strata.set(totals.get(s)!, cell);
    }
    return mantelHaenszel([...strata.values()], Math.min(...sizes) >= ENOUGH);
  });
}

/**
 * Mantel-Haenszel over 2×2 tables given as [a, b, c, d]: first row a, b; second row c, d.
 * @param graded - Whether the groups are large enough for an ETS grade.
 */
export function mantelHaenszel(
  tables: readonly (readonly [number, number, number, number])[],
  graded = true,
): DifferentialFunctioning {
  let top = 0;
  let bottom = 0;
  let difference = 0;
  let spread = 0;
  let errorTop = 0;
  let errorMixed = 0;
  let errorBottom = 0;
  for (const [a, b, c, d] of tables) {
    const n = a + b + c + d;
    if (n < 2) continue;
    const [r, s] = [(a * d) / n, (b * c) / n];
    top += r;
    bottom += s;
    difference += a - ((a + b) * (a + c)) / n;
    spread += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
    errorTop += ((a + d) / n) * r;
    errorMixed += ((a + d) / n) * s + ((b + c) / n) * r;
    errorBottom += ((b + c) / n) * s;
  }
  const oddsRatio = top > 0 && bottom > 0 ? top / bottom : null;
  const delta = oddsRatio === null ? null : -2.35 * Math.log(oddsRatio);
  const gap = Math.abs(difference);
  const chiSquare = spread > 0 ? (gap - (gap >= 0.5 ? 0.5 : 0)) ** 2 / spread : null;
  const p = chiSquare === null ? null : chiSquareTails(chiSquare, 1).upper;
  // Robins, Breslow and Greenland 1986.
  const error =
    2.35 *
    Math.sqrt(
      errorTop / (2 * top * top) + errorMixed / (2 * top * bottom) + errorBottom / (2 * bottom * bottom),
    );
  return {
    oddsRatio,
    delta,
    chiSquare,
    p,
    grade: graded && delta !== null && p !== null ? gradeOf(delta, p, error) : null,
  };
}

function gradeOf(delta: number, p: number, error: number): "A" | "B" | "C" {
  const size = Math.abs(delta);
  if (p >= 0.05 || size < 1) return "A";
  return size >= 1.5 && (size - 1) / error > 1.645 ? "C" : "B";
}
