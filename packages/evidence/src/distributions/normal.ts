import { requireFinite } from "../numbers.js";
import { incompleteGamma } from "./gamma.js";

/**
 * Both tails of the standard normal distribution at z.
 * Each tail is computed from its own side, so that a tail of 1e-300 keeps its digits (relative accuracy 1e-13).
 * @example
 * ```ts
 * normalTails(0); // => { lower: 0.5, upper: 0.5 }
 * ```
 */
export function normalTails(z: number): { lower: number; upper: number } {
  requireFinite([z], "z");
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z >= 0 ? { lower: 0.5 + lower / 2, upper: upper / 2 } : { lower: upper / 2, upper: 0.5 + lower / 2 };
}

const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const;
const SHOULDER = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

type Ratio = readonly [readonly number[], readonly number[]];

function ratio([top, bottom]: Ratio, r: number): number {
  const at = (coefficients: readonly number[]) => coefficients.reduceRight((sum, c) => sum * r + c, 0);
  return at(top) / at(bottom);
}

/**
 * The z below which a share p of a standard normal distribution lies.
 * Algorithm AS 241 (Wichura 1988), about 1e-15 relative down to p = 1e-300; p must lie strictly between 0 and 1.
 * @example
 * ```ts
 * normalQuantile(0.975).toFixed(6); // => "1.959964"
 * ```
 */
export function normalQuantile(p: number): number {
  requireFinite([p], "p");
  if (p <= 0 || p >= 1) throw new RangeError("normalQuantile needs 0 < p < 1.");
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(SHOULDER, r - 1.6) : ratio(TAIL, r - 5);
  return q < 0 ? -z : z;
}
