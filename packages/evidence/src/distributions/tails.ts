import { requireFinite } from "../numbers.js";
import { incompleteBeta } from "./beta.js";
import { bisect } from "./bisect.js";
import { incompleteGamma } from "./gamma.js";
import type { Tails } from "./student-t.js";

/**
 * Both tails of the F distribution with d1 and d2 degrees of freedom; relative accuracy 1e-13 in either.
 * @example
 * ```ts
 * fTails(1, 4, 4).upper.toFixed(6); // => "0.500000"
 * ```
 */
export function fTails(f: number, d1: number, d2: number): Tails {
  requireFinite([f, d1, d2], "f, d1, d2");
  if (f < 0 || d1 <= 0 || d2 <= 0)
    throw new RangeError("fTails needs f >= 0 and positive degrees of freedom.");
  const whole = d2 + d1 * f;
  return incompleteBeta(d1 / 2, d2 / 2, (d1 * f) / whole, d2 / whole);
}

/** The f below which a share p of an F distribution lies; bisection on the logarithm, then to the last digits. */
export function fQuantile(p: number, d1: number, d2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError("fQuantile needs 0 < p < 1.");
  return invert((f) => fTails(f, d1, d2), p);
}

/** Both tails of the chi-square distribution with k degrees of freedom; relative accuracy 1e-13 in either. */
export function chiSquareTails(x: number, k: number): Tails {
  return incompleteGamma(k / 2, x / 2);
}

/** Finds the positive point with lower tail p by bisection in logarithms, on the tail that is smaller. */
function invert(tails: (x: number) => Tails, p: number): number {
  const below = (u: number) => {
    const { lower, upper } = tails(Math.exp(u));
    return p <= 0.5 ? lower < p : upper > 1 - p;
  };
  return Math.exp(bisect(below, -700, 700));
}
