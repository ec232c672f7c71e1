import { mean, variance } from "../descriptive.js";
import { inverseDiagonal, sumAndTrace, toCorrelations } from "../matrix.js";
import { completeRows, covarianceMatrix, type MissingRule, type ScoreMatrix } from "./score-matrix.js";

/** Internal consistency of a quiz; every field null where it cannot be known. */
export interface Reliability {
  /** Students used. */
  readonly n: number;
  readonly items: number;
  /** Cronbach's alpha; may be negative. */
  readonly alpha: number | null;
  /** Alpha of standardised items. */
  readonly standardised: number | null;
  /** Guttman's lambda 6 from squared multiple correlations. */
  readonly lambda6: number | null;
  /** Standard error of alpha (Duhachek and Iacobucci 2004). */
  readonly standardError: number | null;
  /** Alpha of the other items, by item: advice, not a rule. */
  readonly ifDropped: readonly (number | null)[];
}

/**
 * Says how far a quiz measures one thing with little noise, before its scores decide anything.
 * Sample covariances with divisor n − 1; missing answers by the rule given, never as zeros. Null, not NaN, where items
 * have no spread or there are under two items or students.
 * @example
 * ```ts
 * reliability([[1, 1], [0, 0], [1, 1], [0, 0]], "complete").alpha; // => 1
 * reliability([[1, 1], [1, 1]], "complete").alpha; // => null
 * ```
 */
export function reliability(scores: ScoreMatrix, missing: MissingRule): Reliability {
  const c = covarianceMatrix(scores, missing);
  const k = scores[0]?.length ?? 0;
  const n = missing === "complete" ? completeRows(scores).length : scores.length;
  const r = c && toCorrelations(c);
  return {
    n,
    items: k,
    alpha: c && alphaOf(c),
    standardised: r && alphaOf(r),
    lambda6: r && lambda6(r),
    standardError: c && alphaError(c, n),
    ifDropped: Array.from({ length: k }, (_, j) => c && alphaOf(without(c, j))),
  };
}

function alphaOf(c: readonly (readonly number[])[]): number | null {
  const k = c.length;
  const { sum, trace } = sumAndTrace(c);
  return k < 2 || !isSpread(c, sum) ? null : (k / (k - 1)) * (1 - trace / sum);
}

/** Whether totals vary at all: items that cancel each other leave a sum of rounding errors. */
function isSpread(c: readonly (readonly number[])[], sum: number): boolean {
  return sum > 1e-12 * c.flat().reduce((total, value) => total + Math.abs(value), 0);
}

function without(c: readonly (readonly number[])[], j: number): number[][] {
  return c.filter((_, i) => i !== j).map((row) => row.filter((_, i) => i !== j));
}

function lambda6(r: readonly (readonly number[])[]): number | null {
  const inverse = r.length < 2 ? null : inverseDiagonal(r);
  if (!inverse) return null;
  const { sum } = sumAndTrace(r);
  return isSpread(r, sum) ? 1 - inverse.reduce((total, d) => total + 1 / d, 0) / sum : null;
}

function alphaError(c: readonly (readonly number[])[], n: number): number | null {
  const k = c.length;
  const { sum, trace } = sumAndTrace(c);
  if (k < 2 || n < 2 || !isSpread(c, sum)) return null;
  let squareTrace = 0;
  let squareSum = 0;
  for (let i = 0; i < k; i++) {
    const row = c[i]!.reduce((a, b) => a + b, 0);
    squareSum += row * row;
    for (let j = 0; j < k; j++) squareTrace += c[i]![j]! * c[j]![i]!;
  }
  const q =
    ((2 * k * k) / ((k - 1) ** 2 * sum ** 3)) * (sum * (squareTrace + trace * trace) - 2 * trace * squareSum);
  return Math.sqrt(Math.max(0, q) / n);
}

/** Kuder-Richardson coefficients of right/wrong items. */
export interface KuderRichardson {
  /** KR-20; item variances p(1 − p) and the variance of the total both with divisor n. */
  readonly kr20: number | null;
  /** KR-21, from mean and variance alone: a lower bound that takes all items as equally hard. */
  readonly kr21: number | null;
}

/**
 * The Kuder-Richardson coefficients of a quiz scored 0 and 1, from students with all answers.
 * Both variances use divisor n: mixing divisors is the usual bug.
 */
export function kuderRichardson(scores: ScoreMatrix): KuderRichardson {
  const rows = completeRows(scores);
  if (rows.some((row) => row.some((score) => score !== 0 && score !== 1))) {
    throw new RangeError("Kuder-Richardson needs scores of 0 and 1.");
  }
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  const totals = rows.map((row) => row.reduce((a, b) => a + b, 0));
  const sample = variance(totals);
  if (sample === null || sample === 0 || k < 2) return { kr20: null, kr21: null };
  const spread = (sample * (n - 1)) / n;
  const centre = mean(totals)!;
  let items = 0;
  for (let j = 0; j < k; j++) {
    const p = mean(rows.map((row) => row[j]!))!;
    items += p * (1 - p);
  }
  return {
    kr20: (k / (k - 1)) * (1 - items / spread),
    kr21: (k / (k - 1)) * (1 - (centre * (k - centre)) / (k * spread)),
  };
}

/**
 * Standard error of measurement: how far a score would move if the same student took an equal quiz again.
 * s·√(1 − reliability), in points; null where the reliability is unknown or above one.
 * @example
 * ```ts
 * standardErrorOfMeasurement(10, 0.91)?.toFixed(3); // => "3.000"
 * ```
 */
export function standardErrorOfMeasurement(deviation: number, coefficient: number | null): number | null {
  if (coefficient === null || coefficient > 1) return null;
  return deviation * Math.sqrt(1 - coefficient);
}

/** Lord's standard error for one total of k right/wrong items: small at the ends, largest in the middle. */
export function conditionalError(total: number, k: number): number | null {
  return k < 2 ? null : Math.sqrt(Math.max(0, total * (k - total)) / (k - 1));
}
