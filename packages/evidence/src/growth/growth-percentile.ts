import { fail, ok, type Result } from "@collegium/schema";
import { quantile } from "../descriptive.js";
import { requireFinite, requireSameLength } from "../numbers.js";
import { type QuantileFit, quantileRegression } from "./quantile-regression.js";

/** Fewest students of one grade for which growth percentiles are computed. */
const ENOUGH = 1000;

/**
 * Student growth percentile: the rank of a student's score among students with like scores before, 1 to 99. A rank, not
 * points of growth, and ±15 or worse for one student: for groups, not for verdicts.
 * Quantile regression through cubic B-splines with knots at 20/40/60/80 %, τ = 0.005 … 0.995, sorted, counting the
 * quantiles below the score (Betebenner 2009).
 *
 * Issue code: `too-few-students` (under 1000 of one grade); use {@link gainBands} there.
 */
export function growthPercentiles(
  before: readonly number[],
  after: readonly number[],
  spline: SplineKnots = knotsOf(before),
): Result<number[]> {
  requireSameLength(before, after, "before, after");
  if (before.length < ENOUGH) {
    return fail({
      code: "too-few-students",
      path: ["before"],
      message: `Growth percentiles need at least ${ENOUGH} students of one grade.`,
      hint: "Use gain bands instead.",
      data: { minimum: ENOUGH },
    });
  }
  const rows = before.map((score) => splineRow(score, spline));
  const fits: (readonly number[])[] = [];
  let fit: QuantileFit | null = null;
  for (let step = 0; step < 100; step++) {
    fit = quantileRegression(rows, after, 0.005 + step / 100, fit ?? undefined);
    if (!fit) {
      return fail({
        code: "no-spread",
        path: ["before"],
        message: "The earlier scores take too few values.",
      });
    }
    fits.push(fit.coefficients);
  }
  return ok(
    rows.map((row, s) => {
      const below = fits.filter((b) => row.reduce((sum, x, j) => sum + x * b[j]!, 0) < after[s]!).length;
      return Math.min(99, Math.max(1, below));
    }),
  );
}

/** Where a cubic B-spline bends, and between which ends it runs. */
export interface SplineKnots {
  readonly knots: readonly number[];
  readonly boundary: readonly [number, number];
}

/** Knots at 20, 40, 60 and 80 % of the scores, boundary a tenth of the range beyond them. */
export function knotsOf(scores: readonly number[]): SplineKnots {
  requireFinite(scores, "scores");
  const low = Math.min(...scores);
  const high = Math.max(...scores);
  const room = (high - low) / 10;
  return {
    knots: [0.2, 0.4, 0.6, 0.8].map((q) => quantile(scores, q) ?? 0),
    boundary: [low - room, high + room],
  };
}

/** One row of the regression: intercept, then the cubic B-spline basis without its first function. */
export function splineRow(x: number, { knots, boundary }: SplineKnots): number[] {
  const [low, high] = boundary;
  const t = [low, low, low, low, ...knots, high, high, high, high];
  const last = t.length - 5;
  let span = 3;
  while (span < last && x >= t[span + 1]!) span++;
  // Cox and de Boor: the four functions that are not zero on this span.
  const values = [1];
  for (let degree = 1; degree <= 3; degree++) {
    const next = new Array<number>(degree + 1).fill(0);
    for (let i = 0; i < degree; i++) {
      const left = t[span - degree + 1 + i]!;
      const right = t[span + 1 + i]!;
      const part = right > left ? values[i]! / (right - left) : 0;
      next[i]! += (right - x) * part;
      next[i + 1]! += (x - left) * part;
    }
    values.splice(0, values.length, ...next);
  }
  const row = new Array<number>(t.length - 4).fill(0);
  values.forEach((value, i) => {
    row[span - 3 + i] = value;
  });
  return [1, ...row.slice(1)];
}

/** How much students with like earlier scores usually gain. */
export interface GainBand {
  /** Range of the earlier score. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Quartiles of the gain. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/**
 * Bands of usual gains by fifths of the earlier score: what a school of ordinary size can say instead of growth
 * percentiles. Bands with under ten students are joined to their neighbour; empty under ten students.
 */
export function gainBands(before: readonly number[], after: readonly number[]): GainBand[] {
  requireSameLength(before, after, "before, after");
  requireFinite(after, "after");
  const order = [...before.keys()].sort((a, b) => before[a]! - before[b]!);
  const n = order.length;
  if (n < 10) return [];
  const count = Math.min(5, Math.max(1, Math.floor(n / 10)));
  return Array.from({ length: count }, (_, i) => {
    const group = order.slice(Math.floor((i * n) / count), Math.floor(((i + 1) * n) / count));
    const gain = group.map((s) => after[s]! - before[s]!);
    return {
      from: before[group[0]!]!,
      to: before[group.at(-1)!]!,
      n: group.length,
      low: quantile(gain, 0.25)!,
      middle: quantile(gain, 0.5)!,
      high: quantile(gain, 0.75)!,
    };
  });
}
