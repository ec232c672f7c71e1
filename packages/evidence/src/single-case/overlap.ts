import { median } from "../descriptive.js";

import { normalQuantile } from "../distributions/normal.js";
import { findRoot } from "../distributions/root.js";
import type { Interval } from "../groups/proportion.js";
import { requireFinite } from "../numbers.js";

/** Which way is better. */
export type Improvement = "increase" | "decrease";

/** Overlap of one student's scores before (A) and during (B) an intervention. All indices assume independent scores. */
export interface Overlap {
  /** Scores before and during. */
  readonly n: readonly [number, number];
  /** Under five scores in a phase: computed, not to be interpreted. */
  readonly thin: boolean;
  /** Non-overlap of all pairs: the share of pairs in which B is better, ties counting half. */
  readonly nap: number;
  readonly napError: {
    /** Unbiased standard error; null under two scores in a phase. */
    readonly unbiased: number | null;
    /** Hanley and McNeil's. */
    readonly hanley: number;
    /** Under the hypothesis of no effect. */
    readonly null: number;
  };
  /** Interval of NAP by score inversion. */
  readonly napInterval: Interval;
  /** 2·NAP − 1. */
  readonly tau: number;
  readonly tauError: number | null;
  readonly tauInterval: Interval;
  /** Tau-U corrected for the trend in A. May pass 1: prefer tau. */
  readonly tauU: number;
  /** Share of B better than the best of A. Legacy: one odd score in A makes it 0. */
  readonly pnd: number;
  /** Share of B better than the median of A. */
  readonly pem: number;
  /** Share of scores left when the fewest are removed so that no A overlaps a B. */
  readonly pand: number;
  /** Improvement rate difference, from PAND. */
  readonly ird: number;
}

/** How the interval is computed. */
export interface OverlapOptions {
  /** 0.95 by default. */
  readonly level?: number;
  /** Where the search for an end of the interval stops; to the last digit by default. */
  readonly rootTolerance?: number;
}

/**
 * Compares one student's scores before and during an intervention without a model of growth.
 * Null under three scores in a phase; formulas as in Pustejovsky's SingleCaseES.
 */
export function overlap(
  before: readonly number[],
  during: readonly number[],
  improvement: Improvement,
  { level = 0.95, rootTolerance = 0 }: OverlapOptions = {},
): Overlap | null {
  requireFinite(before, "before");
  requireFinite(during, "during");
  const sign = improvement === "increase" ? 1 : -1;
  const a = before.map((value) => sign * value);
  const b = during.map((value) => sign * value);
  const [m, n] = [a.length, b.length];
  if (m < 3 || n < 3) return null;
  const q = a.map((low) => b.map((high) => (high > low ? 1 : high === low ? 0.5 : 0)));
  const nap = q.flat().reduce<number>((sum, value) => sum + value, 0) / (m * n);
  const napError = errors(q, nap, m, n);
  const napInterval = scoreInterval(nap, m, n, level, rootTolerance);
  const pand = nonOverlap(a, b) / (m + n);
  const best = Math.max(...a);
  const middle = median(a)!;
  const half = (test: (value: number) => number) => b.reduce((sum, value) => sum + test(value), 0) / n;
  return {
    n: [m, n],
    thin: m < 5 || n < 5,
    nap,
    napError,
    napInterval,
    tau: 2 * nap - 1,
    tauError: napError.unbiased === null ? null : 2 * napError.unbiased,
    tauInterval: { low: 2 * napInterval.low - 1, high: 2 * napInterval.high - 1 },
    tauU: (m * n * (2 * nap - 1) - trend(a)) / (m * n),
    pnd: half((value) => (value > best ? 1 : 0)),
    pem: half((value) => (value > middle ? 1 : value === middle ? 0.5 : 0)),
    pand,
    ird: ((m + n) ** 2 * pand - m * m - n * n) / (2 * m * n),
  };
}

/** Kendall's S of a phase against time. */
function trend(values: readonly number[]): number {
  let s = 0;
  for (let i = 0; i < values.length; i++) for (let j = 0; j < i; j++) s += Math.sign(values[i]! - values[j]!);
  return s;
}

function errors(q: readonly (readonly number[])[], nap: number, m: number, n: number): Overlap["napError"] {
  const rest = q.map((row) => row.map((value) => value - nap));
  const rows = rest.map((row) => row.reduce((sum, value) => sum + value, 0));
  const columns = rest[0]!.map((_, j) => rest.reduce((sum, row) => sum + row[j]!, 0));
  const squares = (sums: readonly number[]) => sums.reduce((sum, value) => sum + value * value, 0);
  const q1 = squares(rows) / (m * n * n);
  const q2 = squares(columns) / (m * m * n);
  const x = squares(rest.flat()) / (m * n);
  const clipped = Math.min(1 - 1 / (2 * m * n), Math.max(1 / (2 * m * n), nap));
  const whole = clipped * (1 - clipped);
  const unbiased = (whole + n * q1 + m * q2 - 2 * x) / ((m - 1) * (n - 1));
  return {
    unbiased: Math.sqrt(Math.max(0, unbiased)),
    hanley: Math.sqrt(Math.max(0, (whole + (n - 1) * q1 + (m - 1) * q2) / (m * n))),
    null: Math.sqrt((m + n + 1) / (12 * m * n)),
  };
}

/** Newcombe's score interval of a Mann-Whitney share (method 5, 2006). */
function scoreInterval(nap: number, m: number, n: number, level: number, tolerance: number): Interval {
  const h = (m + n) / 2 - 1;
  const z = normalQuantile((1 + level) / 2);
  const miss = (x: number) =>
    m * n * (nap - x) ** 2 * (2 - x) * (1 + x) - z * z * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
  return {
    low: nap === 0 ? 0 : findRoot(miss, 0, nap, tolerance),
    high: nap === 1 ? 1 : findRoot(miss, nap, 1, tolerance),
  };
}

/** Most scores that can stay so that every A kept is below every B kept. */
function nonOverlap(a: readonly number[], b: readonly number[]): number {
  const low = [...a].sort((x, y) => x - y);
  const high = [...b].sort((x, y) => x - y);
  let most = 0;
  for (let i = 0; i <= low.length; i++) {
    const kept = i === 0 ? high.length : high.filter((value) => value > low[i - 1]!).length;
    most = Math.max(most, i + kept);
  }
  return most;
}
