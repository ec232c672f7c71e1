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

/**
 * Quantile of a series by one of the usual definitions (Hyndman and Fan 1996): 7 (spreadsheets, R), 6 (SPSS), 2 (averaged
 * steps); null for an empty series.
 * @example
 * ```ts
 * quantile([1, 2, 3, 4], 0.25); // => 1.75
 * ```
 */
export function quantile(values: ArrayLike<number>, q: number, type: 2 | 6 | 7 = 7): number | null {
  if (!(q >= 0 && q <= 1)) throw new RangeError("A quantile lies between 0 and 1.");
  const s = sorted(values);
  const n = s.length;
  if (n === 0) return null;
  const at = (index: number) => s[Math.min(n - 1, Math.max(0, index))]!;
  const fuzz = 4 * Number.EPSILON;
  if (type === 2) {
    const place = n * q;
    const floor = Math.floor(place + fuzz);
    return place - floor > fuzz ? at(floor) : (at(floor - 1) + at(floor)) / 2;
  }
  const place = type === 7 ? (n - 1) * q : (n + 1) * q - 1;
  const floor = Math.floor(place + fuzz);
  const part = place - floor < fuzz ? 0 : place - floor;
  return at(floor) + part * (at(floor + 1) - at(floor));
}

/** Median absolute deviation times 1.4826, the spread of a series that one odd value cannot move. */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number | null {
  const centre = median(values);
  if (centre === null) return null;
  return 1.4826 * median(Array.from(values, (value) => Math.abs(value - centre)))!;
}

/**
 * Skewness of a series by one of two usual definitions (Joanes and Gill 1998): 1, the moments m3 / m2^1.5 with divisor n;
 * 3, m3 over the cube of the sample standard deviation. Null where there is no spread.
 */
export function skewness(values: ArrayLike<number>, type: 1 | 3 = 1): number | null {
  const centre = mean(values);
  if (centre === null || isConstant(values)) return null;
  let m2 = 0;
  let m3 = 0;
  for (let i = 0; i < values.length; i++) {
    const d = values[i]! - centre;
    m2 += d * d;
    m3 += d * d * d;
  }
  const n = values.length;
  return m3 / n / (m2 / (type === 1 ? n : n - 1)) ** 1.5;
}

/** Mean after a share of the values has been cut off each end; null for an empty series. */
export function trimmedMean(values: ArrayLike<number>, share: number): number | null {
  if (!(share >= 0 && share < 0.5)) throw new RangeError("A trim lies between 0 and 0.5.");
  const s = sorted(values);
  const cut = Math.floor(s.length * share);
  return mean(s.subarray(cut, s.length - cut));
}

/** Ranks from 1, ties sharing their mean rank. */
export function ranks(values: ArrayLike<number>): number[] {
  requireFinite(values, "values");
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const result = new Array<number>(values.length);
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j + 1 < order.length && values[order[j + 1]!] === values[order[i]!]) j++;
    for (let k = i; k <= j; k++) result[order[k]!] = (i + j) / 2 + 1;
    i = j + 1;
  }
  return result;
}

/** Spearman's rank correlation; null where it cannot be known. */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  return correlation(ranks(x), ranks(y));
}

/** Kendall's tau-b, corrected for ties; null where either series is constant. */
export function kendallTau(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  requireSameLength(x, y, "x, y");
  requireFinite(x, "x");
  requireFinite(y, "y");
  let score = 0;
  let tiedX = 0;
  let tiedY = 0;
  let pairs = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = Math.sign(x[i]! - x[j]!);
      const dy = Math.sign(y[i]! - y[j]!);
      score += dx * dy;
      if (dx === 0) tiedX++;
      if (dy === 0) tiedY++;
      pairs++;
    }
  }
  const scale = Math.sqrt(pairs - tiedX) * Math.sqrt(pairs - tiedY);
  return scale === 0 ? null : score / scale;
}
