import { requireFinite } from "../numbers.js";

/** Coefficients of the Lanczos approximation with g = 607/128, n = 15 (Godfrey 2001). */
const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
];

const LOG_SQRT_TWO_PI = 0.9189385332046728;

/**
 * Natural logarithm of the gamma function, the base of every tail probability a report shows.
 * Accurate to about 1e-14 for x > 0; throws where x is not a positive number.
 * @example
 * ```ts
 * logGamma(1); // => 0
 * ```
 */
export function logGamma(x: number): number {
  requireFinite([x], "x");
  if (x <= 0) throw new RangeError("logGamma needs a positive number.");
  if (x === 1 || x === 2) return 0;
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  if (x > 15) return (x - 0.5) * Math.log(x) - x + LOG_SQRT_TWO_PI + stirlingRest(x);
  const z = x - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 607 / 128 + 0.5;
  return LOG_SQRT_TWO_PI + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** ln Γ(x) minus its Stirling form, for x > 15: the part that cancels in ratios (Loader 2000). */
function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * s) * s) * s) * s) * s) / x;
}

/** Error of Stirling's formula for n!: ln n! − (n + ½) ln n + n − ½ ln 2π, without cancellation for large n. */
export function stirlingError(n: number): number {
  if (n > 15) return stirlingRest(n);
  if (n === 0) throw new RangeError("stirlingError needs a positive number.");
  return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - LOG_SQRT_TWO_PI;
}

/** x ln(x/m) + m − x without cancellation where x is near m (Loader 2000). */
export function devianceTerm(x: number, m: number): number {
  if (Math.abs(x - m) < 0.1 * (x + m)) {
    const v = (x - m) / (x + m);
    let s = (x - m) * v;
    let term = 2 * x * v;
    for (let j = 1; j < 1000; j++) {
      term *= v * v;
      const next = s + term / (2 * j + 1);
      if (next === s) return next;
      s = next;
    }
  }
  return x * Math.log(x / m) + m - x;
}

/** Lower and upper regularised incomplete gamma function, each from the side where it is small. */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  requireFinite([a, x], "a, x");
  if (a <= 0 || x < 0) throw new RangeError("incompleteGamma needs a > 0 and x >= 0.");
  if (x === 0) return { lower: 0, upper: 1 };
  const density = Math.exp(logGammaDensity(a, x));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 100_000; n++) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    const lower = density * sum;
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b || 1e-300);
    c = b + an / c || 1e-300;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  const upper = density * h;
  return { lower: 1 - upper, upper };
}

/** ln of x^a e^(−x) / Γ(a). */
function logGammaDensity(a: number, x: number): number {
  if (a < 1) return a * Math.log(x) - x - logGamma(a);
  return Math.log(a) - stirlingError(a) - devianceTerm(a, x) - 0.5 * Math.log(2 * Math.PI * a);
}
