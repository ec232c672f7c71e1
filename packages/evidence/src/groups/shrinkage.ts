import { mean, variance } from "../descriptive.js";
import { requireCount } from "./proportion.js";

/** One unit's count and size, for example students at the cut in a school. */
export interface CountOf {
  readonly x: number;
  readonly n: number;
}

/** Shares drawn towards the common share, the more so the smaller the unit. */
export interface ShrunkShares {
  /** Parameters of the beta distribution of true shares; null where units do not differ more than chance. */
  readonly prior: { readonly alpha: number; readonly beta: number } | null;
  readonly shares: readonly (number | null)[];
}

/**
 * Empirical Bayes estimate of the true share of each small school: (x + α) / (n + α + β), with α and β from the
 * variance between units that binomial chance does not explain (moments, Kleinman 1973).
 * Without such variance every unit gets the common share; a unit with n = 0 gets it too where the prior is known.
 */
export function shrinkShares(units: readonly CountOf[]): ShrunkShares {
  for (const { x, n } of units) requireCount(x, n);
  const total = units.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return { prior: null, shares: units.map(() => null) };
  const p = units.reduce((sum, { x }) => sum + x, 0) / total;
  const squares = units.reduce((sum, { x, n }) => sum + (n === 0 ? 0 : n * (x / n - p) ** 2), 0);
  const k = units.filter(({ n }) => n > 0).length;
  const n0 = total - units.reduce((sum, { n }) => sum + n * n, 0) / total;
  const between = n0 > 0 && k > 1 ? (squares - p * (1 - p) * (k - 1)) / (n0 - (k - 1)) : 0;
  if (!(between > 0) || p === 0 || p === 1) return { prior: null, shares: units.map(() => p) };
  const strength = Math.max(0, (p * (1 - p)) / between - 1);
  const prior = { alpha: p * strength, beta: (1 - p) * strength };
  return {
    prior,
    shares: units.map(({ x, n }) => (n + strength === 0 ? p : (x + prior.alpha) / (n + strength))),
  };
}

/** A slope with its standard error. */
export interface SlopeEstimate {
  readonly slope: number;
  readonly standardError: number;
}

/** Slopes drawn towards the mean slope by their reliability. */
export interface ShrunkSlopes {
  readonly meanSlope: number;
  /** Variance of true slopes: variance of slopes minus mean error variance, at least 0. */
  readonly trueVariance: number;
  /** Share of the variance of raw slopes that is signal. */
  readonly reliability: number | null;
  readonly slopes: readonly { readonly slope: number; readonly reliability: number }[];
}

/**
 * Empirical Bayes slopes: b·r + b̄·(1 − r). In real growth data about a fifth of the variance of raw slopes is signal, so
 * no student should be judged by a raw one. Null under two slopes.
 */
export function shrinkSlopes(estimates: readonly SlopeEstimate[]): ShrunkSlopes | null {
  const raw = estimates.map(({ slope }) => slope);
  const centre = mean(raw);
  const spread = variance(raw);
  const noise = mean(estimates.map(({ standardError }) => standardError ** 2));
  if (centre === null || spread === null || noise === null) return null;
  const trueVariance = Math.max(0, spread - noise);
  return {
    meanSlope: centre,
    trueVariance,
    reliability: spread > 0 ? trueVariance / spread : null,
    slopes: estimates.map(({ slope, standardError }) => {
      const whole = trueVariance + standardError ** 2;
      const reliability = whole > 0 ? trueVariance / whole : 0;
      return { slope: slope * reliability + centre * (1 - reliability), reliability };
    }),
  };
}
