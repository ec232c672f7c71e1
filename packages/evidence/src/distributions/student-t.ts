import { requireFinite } from "../numbers.js";
import { incompleteBeta } from "./beta.js";
import { bisect } from "./bisect.js";
import { logGamma } from "./gamma.js";

/** Both tails of a continuous distribution at one point. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Both tails of Student's t with `df` degrees of freedom, each with its own digits far out (relative accuracy 1e-13).
 * @example
 * ```ts
 * tTails(0, 5); // => { lower: 0.5, upper: 0.5 }
 * ```
 */
export function tTails(t: number, df: number): Tails {
  requireFinite([t, df], "t, df");
  if (df <= 0) throw new RangeError("Degrees of freedom must be above zero.");
  const far = beyond(Math.abs(t), df);
  return t >= 0 ? { lower: 1 - far, upper: far } : { lower: far, upper: 1 - far };
}

/** Above this a square would overflow, and the first term of the series is the whole of it. */
const FAR = 1e100;

/** The share beyond t > 0. */
function beyond(t: number, df: number): number {
  if (t > FAR * Math.sqrt(df)) {
    const a = df / 2;
    const logBeta = logGamma(a) + logGamma(0.5) - logGamma(a + 0.5);
    return Math.exp(a * (Math.log(df) - 2 * Math.log(t)) - Math.log(a) - logBeta) / 2;
  }
  const square = t * t;
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).lower / 2;
}

/** The two-sided p value of a t statistic. */
export function tTwoSided(t: number, df: number): number {
  const { lower, upper } = tTails(t, df);
  return 2 * Math.min(lower, upper);
}

/**
 * The t below which a share p of Student's t lies; 0 < p < 1.
 * @example
 * ```ts
 * tQuantile(0.975, 10).toFixed(6); // => "2.228139"
 * ```
 */
export function tQuantile(p: number, df: number): number {
  requireFinite([p, df], "p, df");
  if (!(p > 0 && p < 1 && df > 0)) throw new RangeError("tQuantile needs 0 < p < 1 and df > 0.");
  if (p === 0.5) return 0;
  const sign = p < 0.5 ? -1 : 1;
  const far = Math.min(p, 1 - p);
  // In the middle solve for the share between −t and t, outside for the tail: either keeps its digits.
  const central = 2 * Math.abs(p - 0.5);
  const tooSmall = (t: number) => {
    if (central >= 0.5) return beyond(t, df) > far;
    const square = t * t;
    return incompleteBeta(0.5, df / 2, square / (df + square), df / (df + square)).lower < central;
  };
  return sign * Math.exp(bisect((u) => tooSmall(Math.exp(u)), -700, 709.7));
}
