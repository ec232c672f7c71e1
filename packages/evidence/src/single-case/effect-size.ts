import { isConstant, mean, variance } from "../descriptive.js";
import { normalQuantile } from "../distributions/normal.js";
import type { Interval } from "../groups/proportion.js";
import type { Improvement } from "./overlap.js";

/** An estimate with its standard error and interval. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * Log response ratio of an intervention phase to the phase before, corrected for small samples: 0.18 means about 20 %
 * higher. For an outcome that should fall, the sign is turned so that better is positive. Assumes independent scores.
 * Null under two scores in a phase or where a mean is not above zero (Pustejovsky 2018).
 */
export function logResponseRatio(
  before: readonly number[],
  during: readonly number[],
  improvement: Improvement,
  level = 0.95,
): Estimate | null {
  const [ma, mb] = [mean(before), mean(during)];
  const [va, vb] = [variance(before), variance(during)];
  if (ma === null || mb === null || va === null || vb === null || ma <= 0 || mb <= 0) return null;
  const [ea, eb] = [va / (before.length * ma * ma), vb / (during.length * mb * mb)];
  const sign = improvement === "increase" ? 1 : -1;
  return estimate(sign * (Math.log(mb / ma) + eb / 2 - ea / 2), Math.sqrt(ea + eb), level);
}

/** A standardised difference within one case, on the spread before the intervention. */
export interface CaseDifference extends Estimate {
  /** Standard deviation before, divisor n − 1. */
  readonly baselineDeviation: number;
}

/**
 * Difference of phase means in standard deviations of the first phase, with the small-sample factor 1 − 3/(4df − 1).
 * Null under three scores before or where they do not vary. Assumes independent scores.
 */
export function caseDifference(
  before: readonly number[],
  during: readonly number[],
  improvement: Improvement,
  level = 0.95,
): CaseDifference | null {
  const [ma, mb] = [mean(before), mean(during)];
  const [va, vb] = [variance(before), variance(during)];
  const m = before.length;
  if (ma === null || mb === null || va === null || vb === null || m < 3 || isConstant(before)) return null;
  const df = m - 1;
  const j = 1 - 3 / (4 * df - 1);
  const sign = improvement === "increase" ? 1 : -1;
  const d = (sign * j * (mb - ma)) / Math.sqrt(va);
  const error = j * Math.sqrt(1 / m + vb / (during.length * va) + (d * d) / (2 * df));
  return { ...estimate(d, error, level), baselineDeviation: Math.sqrt(va) };
}

function estimate(value: number, standardError: number, level: number): Estimate {
  const half = normalQuantile((1 + level) / 2) * standardError;
  return { value, standardError, interval: { low: value - half, high: value + half } };
}
