import { requireFinite } from "../numbers.js";
import { incompleteBeta } from "./beta.js";

/** P(X ≤ k) for a binomial count of n trials with chance p. */
export function binomialAtMost(k: number, n: number, p: number): number {
  requireFinite([k, n, p], "k, n, p");
  if (k < 0) return 0;
  if (k >= n) return 1;
  return incompleteBeta(k + 1, n - k, p).upper;
}

/**
 * The smallest k with P(X ≤ k) ≥ q: the limit of crossings in a run chart.
 * @example
 * ```ts
 * binomialQuantile(0.05, 99, 0.5); // => 41
 * ```
 */
export function binomialQuantile(q: number, n: number, p: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    // A hair below q, as R does, so that rounding does not skip the exact value.
    if (binomialAtMost(middle, n, p) >= q * (1 - 64 * Number.EPSILON)) high = middle;
    else low = middle + 1;
  }
  return low;
}
