import { requireFinite } from "../numbers.js";
import { bisect } from "./bisect.js";
import { devianceTerm, logGamma, stirlingError } from "./gamma.js";

/** x^a y^b / B(a, b) with y = 1 − x, in logarithms and without large terms that cancel (Loader 2000). */
function logBetaTerm(a: number, b: number, x: number, y: number): number {
  if (a < 1 || b < 1) {
    const logBeta = Math.max(a, b) > 30 ? logBetaSkew(a, b) : logGamma(a) + logGamma(b) - logGamma(a + b);
    return a * logOf(x, y) + b * logOf(y, x) - logBeta;
  }
  const n = a + b;
  const binomial =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y);
  return binomial + 0.5 * Math.log((a * b) / (2 * Math.PI * n));
}

/** ln x where y = 1 − x is known with more digits. */
function logOf(x: number, y: number): number {
  return x > 0.5 ? Math.log1p(-y) : Math.log(x);
}

/** ln B(a, b) where one argument is below one and the other large. */
function logBetaSkew(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  // ln Γ(large) − ln Γ(large + small) by Stirling differences; log1p because large terms would cancel.
  const n = large + small;
  const ratio =
    stirlingError(large) -
    stirlingError(n) -
    (large + 0.5) * Math.log1p(small / large) -
    small * Math.log(n) +
    small +
    Math.log1p(small / large);
  return logGamma(small) + ratio;
}

/**
 * Regularised incomplete beta function, both sides: the engine of t, F, binomial and exact intervals.
 * Takes y = 1 − x beside x so that neither tail loses digits; relative accuracy about 1e-13.
 */
export function incompleteBeta(
  a: number,
  b: number,
  x: number,
  y: number = 1 - x,
): { lower: number; upper: number } {
  requireFinite([a, b, x, y], "a, b, x, y");
  if (a <= 0 || b <= 0 || x < 0 || y < 0) {
    throw new RangeError("incompleteBeta needs a, b > 0 and 0 <= x <= 1.");
  }
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  // Decided once: with x and y rounded, each side may seem to be the other's.
  if (x > (a + 1) / (a + b + 2)) {
    const upper = lowerSide(b, a, y, x);
    return { lower: 1 - upper, upper };
  }
  const lower = lowerSide(a, b, x, y);
  return { lower, upper: 1 - lower };
}

/** The side that the continued fraction reaches without losing digits. */
function lowerSide(a: number, b: number, x: number, y: number): number {
  return (Math.exp(logBetaTerm(a, b, x, y)) * continuedFraction(a, b, x)) / a;
}

/** Lentz's method on DLMF 8.17.22. */
function continuedFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let h = d;
  for (let m = 1; m < 200_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/** The x at which the lower incomplete beta function reaches p; bisection kept safe around Newton steps. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireFinite([p, a, b], "p, a, b");
  if (p < 0 || p > 1) throw new RangeError("A probability lies between 0 and 1.");
  if (p === 0) return 0;
  if (p === 1) return 1;
  // Solve on the side that is nearer to zero, so that x keeps its relative digits.
  const half = incompleteBeta(a, b, 0.5).lower;
  if (p <= half) return lowerQuantile(p, a, b);
  if (p >= 0.5) return 1 - lowerQuantile(1 - p, b, a);
  // A small share and yet near one: 1 − p would lose it, so the tail itself is solved for.
  return 1 - Math.exp(bisect((u) => incompleteBeta(b, a, Math.exp(u)).upper > p, -745, Math.log(0.5)));
}

function lowerQuantile(p: number, a: number, b: number): number {
  let low = -745; // ln of the smallest double
  let high = Math.log(0.5) + 1e-12;
  let u = Math.max(
    low,
    Math.min(high, (Math.log(p) + Math.log(a) + logGamma(a) + logGamma(b) - logGamma(a + b)) / a),
  );
  for (let i = 0; i < 200; i++) {
    const x = Math.exp(u);
    const value = incompleteBeta(a, b, x).lower;
    if (value > p) high = u;
    else low = u;
    const slope = Math.exp(logBetaTerm(a, b, x, 1 - x) - Math.log1p(-x));
    const next = u - ((value - p) / slope || 0);
    const step = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(step - u) <= 1e-16 * Math.max(1, Math.abs(u)) || high - low < 1e-16) return Math.exp(step);
    u = step;
  }
  return Math.exp(u);
}
