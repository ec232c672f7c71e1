import { correlation, isConstant, mean, standardDeviation, variance } from "../descriptive.js";
import { tQuantile, tTwoSided } from "../distributions/student-t.js";
import type { Interval } from "../groups/proportion.js";
import { requireSameLength } from "../numbers.js";

/** What students gained between two times, with the doubt of each gain. */
export interface GainReport {
  readonly n: number;
  readonly meanGain: number;
  /** Divisor n − 1. */
  readonly gainDeviation: number;
  readonly interval: Interval | null;
  readonly t: number | null;
  readonly p: number | null;
  /** Correlation of before and after. */
  readonly correlation: number | null;
  /** Mean gain over the standard deviation of gains. */
  readonly dz: number | null;
  /** Mean gain over the standard deviation before. */
  readonly glass: number | null;
  /** Mean gain over the root of the mean of both variances. */
  readonly dav: number | null;
  /** Standard error of measurement before. */
  readonly measurementError: number | null;
  /** Standard error of one student's gain: √2 times it. */
  readonly differenceError: number | null;
  /** Reliable change index of each student; null without a reliability. */
  readonly reliableChange: readonly number[] | null;
  /** Students who gained, and lost, more than noise explains (beyond ±1.96). */
  readonly reliableGains: number | null;
  readonly reliableLosses: number | null;
  /** Reliability of the gains themselves: often low although both tests are good. */
  readonly gainReliability: number | null;
}

/**
 * Gains of the same students between two administrations on one scale: mean with interval, and for each student whether
 * the gain is more than the noise of two tests (Jacobson and Truax 1991). Null under two students.
 * @param reliability - Of the test, 0 to 1; null where unknown.
 */
export function gains(
  before: readonly number[],
  after: readonly number[],
  reliability: number | null,
  level = 0.95,
): GainReport | null {
  requireSameLength(before, after, "before, after");
  if (reliability !== null && !(reliability >= 0 && reliability <= 1)) {
    throw new RangeError("A reliability lies between 0 and 1.");
  }
  const n = before.length;
  if (n < 2) return null;
  const gain = after.map((value, s) => value - before[s]!);
  const meanGain = mean(gain)!;
  const gainDeviation = standardDeviation(gain)!;
  const [vx, vy] = [variance(before)!, variance(after)!];
  const [sx, sy] = [Math.sqrt(vx), Math.sqrt(vy)];
  const r = correlation(before, after);
  const flat = isConstant(gain);
  const error = gainDeviation / Math.sqrt(n);
  const half = tQuantile((1 + level) / 2, n - 1) * error;
  const measurementError = reliability === null ? null : sx * Math.sqrt(1 - reliability);
  const differenceError = measurementError === null ? null : Math.SQRT2 * measurementError;
  const reliableChange = differenceError ? gain.map((value) => value / differenceError) : null;
  const spread = r === null ? 0 : vx + vy - 2 * r * sx * sy;
  return {
    n,
    meanGain,
    gainDeviation,
    interval: flat ? null : { low: meanGain - half, high: meanGain + half },
    t: flat ? null : meanGain / error,
    p: flat ? null : tTwoSided(meanGain / error, n - 1),
    correlation: r,
    dz: flat ? null : meanGain / gainDeviation,
    glass: isConstant(before) ? null : meanGain / sx,
    dav: isConstant(before) && isConstant(after) ? null : meanGain / Math.sqrt((vx + vy) / 2),
    measurementError,
    differenceError,
    reliableChange,
    reliableGains: reliableChange ? reliableChange.filter((value) => value > 1.96).length : null,
    reliableLosses: reliableChange ? reliableChange.filter((value) => value < -1.96).length : null,
    gainReliability:
      reliability === null || r === null || !(spread > 0) || flat
        ? null
        : (vx * reliability + vy * reliability - 2 * r * sx * sy) / spread,
  };
}
