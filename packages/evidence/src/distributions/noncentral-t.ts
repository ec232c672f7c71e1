import { incompleteBeta } from "./beta.js";

import { logGamma } from "./gamma.js";
import { normalTails } from "./normal.js";
import { findRoot } from "./root.js";

/**
 * P(T ≤ t) of the noncentral t distribution, for exact intervals of standardised differences.
 * Algorithm AS 243 (Lenth 1989), absolute accuracy about 1e-12 for |delta| < 37.
 */
export function noncentralT(t: number, df: number, delta: number): number {
  if (t < 0) return 1 - noncentralT(-t, df, -delta);
  const x = (t * t) / (t * t + df);
  const y = df / (t * t + df);
  const base = normalTails(-delta).lower;
  if (t === 0) return base;
  const lambda = (delta * delta) / 2;
  // Poisson weights start at their mode, where they do not underflow.
  const start = Math.floor(lambda);
  const weights = (j: number) => ({
    p: Math.exp(-lambda + j * Math.log(lambda || 1e-300) - logGamma(j + 1)),
    q: (delta / Math.SQRT2) * Math.exp(-lambda + j * Math.log(lambda || 1e-300) - logGamma(j + 1.5)),
  });
  let sum = 0;
  const term = (j: number) => {
    const { p, q } = weights(j);
    return p * incompleteBeta(j + 0.5, df / 2, x, y).lower + q * incompleteBeta(j + 1, df / 2, x, y).lower;
  };
  for (let j = start; j < start + 1000; j++) {
    const value = term(j);
    sum += value;
    if (Math.abs(value) < 1e-15 && weights(j).p < 1e-15) break;
  }
  for (let j = start - 1; j >= 0; j--) {
    const value = term(j);
    sum += value;
    if (Math.abs(value) < 1e-15 && weights(j).p < 1e-15) break;
  }
  return Math.min(1, Math.max(0, base + sum / 2));
}

/** The noncentrality at which P(T ≤ t) equals p: one end of an exact interval. */
export function noncentralityFor(t: number, df: number, p: number): number {
  const reach = 10 + 2 * Math.abs(t);
  return findRoot((delta) => noncentralT(t, df, delta) - p, t - reach, t + reach, 1e-13);
}
