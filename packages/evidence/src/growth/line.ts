import { isConstant, mean, median } from "../descriptive.js";
import { normalQuantile } from "../distributions/normal.js";
import { requireFinite, requireSameLength } from "../numbers.js";

/** A straight line through points by least squares. */
export interface LeastSquaresLine {
  readonly n: number;
  readonly slope: number;
  readonly intercept: number;
  /** Null where two points leave no error to judge by. */
  readonly slopeError: number | null;
  readonly interceptError: number | null;
  /** Standard deviation of the points around the line, divisor n − 2. */
  readonly residualDeviation: number | null;
  /** Share of the variance on the line; null where y does not vary. */
  readonly rSquared: number | null;
}

/**
 * Rate of improvement by least squares, always with its standard error.
 * Centred sums, accurate to NIST's certified digits. Null under two points or where all x are equal.
 * @example
 * ```ts
 * leastSquares([0, 1, 2], [1, 3, 5])?.slope; // => 2
 * ```
 */
export function leastSquares(x: ArrayLike<number>, y: ArrayLike<number>): LeastSquaresLine | null {
  requireSameLength(x, y, "x, y");
  const n = x.length;
  const [mx, my] = [mean(x), mean(y)];
  if (mx === null || my === null || n < 2 || isConstant(x)) return null;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i]! - mx;
    const dy = y[i]! - my;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  const slope = sxy / sxx;
  const intercept = my - slope * mx;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (y[i]! - my - slope * (x[i]! - mx)) ** 2;
  const residualDeviation = n > 2 ? Math.sqrt(squares / (n - 2)) : null;
  return {
    n,
    slope,
    intercept,
    slopeError: residualDeviation === null ? null : residualDeviation / Math.sqrt(sxx),
    interceptError:
      residualDeviation === null ? null : residualDeviation * Math.sqrt(1 / n + (mx * mx) / sxx),
    residualDeviation,
    rSquared: isConstant(y) ? null : 1 - squares / syy,
  };
}

/** A slope that one odd score cannot turn. */
export interface TheilSenLine {
  readonly slope: number;
  /** Median of y minus slope times median of x. */
  readonly intercept: number;
  /** Sen's interval of the slope. */
  readonly low: number;
  readonly high: number;
  /** Pairs of points with different x. */
  readonly pairs: number;
}

/**
 * Theil and Sen's slope: the median of the slopes of all pairs of points with different x, with Sen's interval (1968).
 * Null where no such pair exists.
 */
export function theilSen(x: readonly number[], y: readonly number[], level = 0.95): TheilSenLine | null {
  requireSameLength(x, y, "x, y");
  requireFinite(x, "x");
  requireFinite(y, "y");
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) if (x[i] !== x[j]) slopes.push((y[i]! - y[j]!) / (x[i]! - x[j]!));
  }
  const slope = median(slopes);
  if (slope === null) return null;
  slopes.sort((a, b) => a - b);
  const n = y.length;
  const score = (k: number) => k * (k - 1) * (2 * k + 5);
  const ties = (values: readonly number[]) => tieSizes(values).reduce((sum, k) => sum + score(k), 0);
  const sigma = Math.sqrt(Math.max(0, (score(n) - ties(x) - ties(y)) / 18));
  const reach = normalQuantile((1 + level) / 2) * sigma;
  const upper = Math.min(roundHalfEven((slopes.length + reach) / 2), slopes.length - 1);
  const lower = Math.max(roundHalfEven((slopes.length - reach) / 2) - 1, 0);
  return {
    slope,
    intercept: median(y)! - slope * median(x)!,
    low: slopes[lower]!,
    high: slopes[upper]!,
    pairs: slopes.length,
  };
}

/** Siegel's repeated median slope: the median over points of the median slope from that point; null where all x are equal. */
export function repeatedMedianSlope(x: readonly number[], y: readonly number[]): number | null {
  requireSameLength(x, y, "x, y");
  const medians = x.flatMap((xi, i) => {
    const slopes = x.flatMap((xj, j) => (xj === xi ? [] : [(y[j]! - y[i]!) / (xj - xi)]));
    const middle = median(slopes);
    return middle === null ? [] : [middle];
  });
  return median(medians);
}

function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((k) => k > 1);
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
