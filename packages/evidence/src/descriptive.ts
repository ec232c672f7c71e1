import { requireFinite, requireSameLength } from "./numbers.js";

/**
 * Arithmetic mean, null for an empty series.
 * Two passes: the second adds the mean of the rests, so that seven equal leading digits cost none.
 * @example
 * ```ts
 * mean([1, 2, 6]); // => 3
 * mean([]); // => null
 * ```
 */
export function mean(values: ArrayLike<number>): number | null {
  requireFinite(values, "values");
  const n = values.length;
  if (n === 0) return null;
  let first = 0;
  for (let i = 0; i < n; i++) first += values[i]! / n;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += values[i]! - first;
  return first + rest / n;
}

/**
 * Sample variance with divisor n − 1, null under two values.
 * Corrected two-pass algorithm (Chan, Golub and LeVeque 1983).
 */
export function variance(values: ArrayLike<number>): number | null {
  const n = values.length;
  const centre = mean(values);
  if (centre === null || n < 2) return null;
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < n; i++) {
    const d = values[i]! - centre;
    squares += d * d;
    rest += d;
  }
  return Math.max(0, (squares - (rest * rest) / n) / (n - 1));
}

/**
 * Sample standard deviation with divisor n − 1, null under two values.
 * @example
 * ```ts
 * standardDeviation([1, 2, 3]); // => 1
 * ```
 */
export function standardDeviation(values: ArrayLike<number>): number | null {
  const s2 = variance(values);
  return s2 === null ? null : Math.sqrt(s2);
}

/** Sample covariance with divisor n − 1, null under two pairs. */
export function covariance(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  requireSameLength(x, y, "x, y");
  const mx = mean(x);
  const my = mean(y);
  if (mx === null || my === null || x.length < 2) return null;
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! - mx) * (y[i]! - my);
  return sum / (x.length - 1);
}

/**
 * Pearson correlation, null where either series has no spread or under two pairs: an unknown is not a zero.
 * @example
 * ```ts
 * correlation([1, 2, 3], [2, 4, 6]); // => 1
 * correlation([1, 2, 3], [5, 5, 5]); // => null
 * ```
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const sxy = covariance(x, y);
  const sx = variance(x);
  const sy = variance(y);
  if (sxy === null || !sx || !sy || isConstant(x) || isConstant(y)) return null;
  return Math.max(-1, Math.min(1, sxy / Math.sqrt(sx) / Math.sqrt(sy)));
}

/** Whether all values are the same; rounding may give a constant series a variance of 1e-32. */
export function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** Values in ascending order, as a new array. */
export function sorted(values: ArrayLike<number>): Float64Array {
  requireFinite(values, "values");
  return Float64Array.from(values).sort();
}

/**
 * Median, the mean of the middle two for an even count; null for an empty series.
 * @example
 * ```ts
 * median([3, 1, 2, 10]); // => 2.5
 * ```
 */
export function median(values: ArrayLike<number>): number | null {
  const n = values.length;
  if (n === 0) return null;
  const s = sorted(values);
  const half = n >> 1;
  return n % 2 === 1 ? s[half]! : (s[half - 1]! + s[half]!) / 2;
}
