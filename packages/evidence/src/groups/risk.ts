import { normalQuantile } from "../distributions/normal.js";
import type { Interval } from "./proportion.js";
import { requireCount } from "./proportion.js";

/** How much more often something happens in one group than in another; each null where it cannot be known. */
export interface RiskComparison {
  readonly ratio: number | null;
  /** Standard error of the natural logarithm of the ratio. */
  readonly ratioError: number | null;
  readonly ratioInterval: Interval | null;
  readonly odds: number | null;
  readonly oddsError: number | null;
  readonly difference: number | null;
  readonly differenceError: number | null;
  /** Cohen's h, the difference on the arcsine scale. */
  readonly h: number | null;
  /** Pearson's chi-square without correction, one degree of freedom. */
  readonly chiSquare: number | null;
  /** The same with Yates' continuity correction. */
  readonly chiSquareCorrected: number | null;
}

/**
 * Compares a risk (below the cut, absent, referred) between two groups.
 * With an empty cell there is no ratio, only the difference: no constant is added to make one.
 * @param a - Count in the first group of n1; b of n0 in the second.
 */
export function compareRisk(a: number, n1: number, b: number, n0: number, level = 0.95): RiskComparison {
  requireCount(a, n1);
  requireCount(b, n0);
  if (n1 === 0 || n0 === 0) return { ...NOTHING };
  const [p1, p0] = [a / n1, b / n0];
  const pooled = (a + b) / (n1 + n0);
  const ratio = a > 0 && b > 0 ? p1 / p0 : null;
  const ratioError = ratio === null ? null : Math.sqrt(1 / a - 1 / n1 + 1 / b - 1 / n0);
  const full = ratio !== null && a < n1 && b < n0;
  const z = normalQuantile((1 + level) / 2);
  const spread = pooled * (1 - pooled) * (1 / n1 + 1 / n0);
  return {
    ratio,
    ratioError,
    ratioInterval:
      ratio === null || ratioError === null
        ? null
        : { low: ratio * Math.exp(-z * ratioError), high: ratio * Math.exp(z * ratioError) },
    odds: full ? (a * (n0 - b)) / (b * (n1 - a)) : null,
    oddsError: full ? Math.sqrt(1 / a + 1 / (n1 - a) + 1 / b + 1 / (n0 - b)) : null,
    difference: p1 - p0,
    differenceError: Math.sqrt((p1 * (1 - p1)) / n1 + (p0 * (1 - p0)) / n0),
    h: 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p0)),
    chiSquare: spread > 0 ? (p1 - p0) ** 2 / spread : null,
    // Half a student in each cell, though never past equality (as in R).
    chiSquareCorrected:
      spread > 0 ? Math.max(0, Math.abs(p1 - p0) - (1 / n1 + 1 / n0) / 2) ** 2 / spread : null,
  };
}

const NOTHING: RiskComparison = {
  ratio: null,
  ratioError: null,
  ratioInterval: null,
  odds: null,
  oddsError: null,
  difference: null,
  differenceError: null,
  h: null,
  chiSquare: null,
  chiSquareCorrected: null,
};
