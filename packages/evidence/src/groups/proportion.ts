import { betaQuantile } from "../distributions/beta.js";
import { normalQuantile } from "../distributions/normal.js";
import { requireFinite } from "../numbers.js";

/** A range that covers the true value in a stated share of samples. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Refuses counts that are not 0 ≤ x ≤ n. */
export function requireCount(x: number, n: number): void {
  requireFinite([x, n], "x, n");
  if (x < 0 || x > n) throw new RangeError("A count lies between 0 and n.");
}

/**
 * Wilson's interval for a share x of n: the doubt to show beside any percentage of students that stands for more than
 * itself. Always inside 0 to 1 and never of width zero, unlike the Wald interval. Null for n = 0.
 * @example
 * ```ts
 * wilsonInterval(14, 24)?.low.toFixed(3); // => "0.388"
 * ```
 */
export function wilsonInterval(x: number, n: number, level = 0.95): Interval | null {
  requireCount(x, n);
  if (n === 0) return null;
  return scoreInterval(x, n, level, 0);
}

/** Wilson's interval with continuity correction of at most ½ and at most |x − n/2|. Null for n = 0. */
export function wilsonCorrectedInterval(x: number, n: number, level = 0.95): Interval | null {
  requireCount(x, n);
  if (n === 0) return null;
  return scoreInterval(x, n, level, Math.min(0.5, Math.abs(x - n / 2)));
}

function scoreInterval(x: number, n: number, level: number, shift: number): Interval {
  const z = normalQuantile((1 + level) / 2);
  const half = (z * z) / (2 * n);
  const end = (p: number, sign: 1 | -1) =>
    (p + half + sign * z * Math.sqrt((p * (1 - p)) / n + half / (2 * n))) / (1 + 2 * half);
  const below = (x - shift) / n;
  const above = (x + shift) / n;
  return {
    low: below <= 0 ? 0 : Math.max(0, end(below, -1)),
    high: above >= 1 ? 1 : Math.min(1, end(above, 1)),
  };
}

/** Clopper and Pearson's exact interval: never covers less than it says, and is wider for it. Null for n = 0. */
export function exactInterval(x: number, n: number, level = 0.95): Interval | null {
  requireCount(x, n);
  if (n === 0) return null;
  const tail = (1 - level) / 2;
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/**
 * Newcombe's interval for the difference of two independent shares, from their Wilson intervals (method 10, 1998).
 * Null where a group is empty.
 */
export function newcombeInterval(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): Interval | null {
  const a = wilsonInterval(x1, n1, level);
  const b = wilsonInterval(x2, n2, level);
  if (!a || !b) return null;
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  return {
    low: p1 - p2 - Math.hypot(p1 - a.low, b.high - p2),
    high: p1 - p2 + Math.hypot(a.high - p1, p2 - b.low),
  };
}
