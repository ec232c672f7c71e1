import { requireFinite, requireSameLength } from "../numbers.js";

/** A fit that can start another at a neighbouring quantile. */
export interface QuantileFit {
  readonly coefficients: readonly number[];
  /** Rows through which the fit passes. */
  readonly basis: readonly number[];
}

const ZERO = 1e-11;

/**
 * Quantile regression by walking along the edges of the linear programme until none leads down: exact, at a vertex.
 * Null where fewer than k rows are independent.
 * @param rows - One row of predictors per student, with a 1 for the intercept.
 * @param tau - Quantile, strictly between 0 and 1.
 * @param from - A fit at a neighbouring quantile, to start from.
 */
export function quantileRegression(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  tau: number,
  from?: QuantileFit,
): QuantileFit | null {
  requireSameLength(rows, y, "rows, y");
  requireFinite(y, "y");
  if (!(tau > 0 && tau < 1)) throw new RangeError("A quantile lies strictly between 0 and 1.");
  const k = rows[0]?.length ?? 0;
  const basis = from ? [...from.basis] : independentRows(rows, k);
  if (!basis) return null;
  const scale = y.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const residuals = new Float64Array(y.length);
  const along = new Float64Array(y.length);
  let inverse = invert(basis.map((i) => rows[i]!));
  if (!inverse) return null;
  for (let pivot = 0; pivot < 100 * (k + y.length); pivot++) {
    const b = inverse.map((row) => row.reduce((sum, value, j) => sum + value * y[basis[j]!]!, 0));
    const inBasis = new Set(basis);
    const pull = new Array<number>(k).fill(0);
    const flat: number[] = [];
    for (let i = 0; i < y.length; i++) {
      let rest = y[i]!;
      const row = rows[i]!;
      for (let j = 0; j < k; j++) rest -= row[j]! * b[j]!;
      if (inBasis.has(i) || Math.abs(rest) < ZERO * scale) {
        residuals[i] = 0;
        if (!inBasis.has(i)) flat.push(i);
        continue;
      }
      residuals[i] = rest;
      const psi = rest > 0 ? tau : tau - 1;
      for (let j = 0; j < k; j++) pull[j]! += psi * row[j]!;
    }
    const edge = steepest(inverse, pull, flat, rows, tau);
    if (!edge) return { coefficients: b, basis };
    const direction = inverse.map((row) => edge.sign * row[edge.column]!);
    for (let i = 0; i < y.length; i++) along[i] = dot(rows[i]!, direction);
    const entering = stepTo(residuals, along, edge.slope, inBasis);
    if (entering === null) return { coefficients: b, basis };
    basis[edge.column] = entering;
    const next = invert(basis.map((i) => rows[i]!));
    if (!next) return { coefficients: b, basis };
    inverse = next;
  }
  return null;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

/** The edge down which the loss falls fastest; undefined at the optimum. */
function steepest(
  inverse: readonly (readonly number[])[],
  pull: readonly number[],
  flat: readonly number[],
  rows: readonly (readonly number[])[],
  tau: number,
): { column: number; sign: 1 | -1; slope: number } | undefined {
  let best: { column: number; sign: 1 | -1; slope: number } | undefined;
  for (let column = 0; column < pull.length; column++) {
    const d = inverse.map((row) => row[column]!);
    for (const sign of [1, -1] as const) {
      let slope = -sign * dot(pull, d) + (sign > 0 ? 1 - tau : tau);
      for (const i of flat) {
        const move = sign * dot(rows[i]!, d);
        slope += move > 0 ? (1 - tau) * move : -tau * move;
      }
      if (slope < -1e-9 && slope < (best?.slope ?? 0)) best = { column, sign, slope };
    }
  }
  return best;
}

/** Walks along an edge past every residual that turns over, as long as the loss still falls. */
function stepTo(
  residuals: Float64Array,
  along: Float64Array,
  slope: number,
  inBasis: ReadonlySet<number>,
): number | null {
  const turns: { at: number; row: number }[] = [];
  for (let i = 0; i < residuals.length; i++) {
    if (inBasis.has(i) || residuals[i] === 0 || Math.abs(along[i]!) < 1e-12) continue;
    const at = residuals[i]! / along[i]!;
    if (at > 0) turns.push({ at, row: i });
  }
  turns.sort((a, b) => a.at - b.at);
  let left = slope;
  for (const { row } of turns) {
    left += Math.abs(along[row]!);
    if (left >= 0) return row;
  }
  return null;
}

function independentRows(rows: readonly (readonly number[])[], k: number): number[] | null {
  const chosen: number[] = [];
  const reduced: number[][] = [];
  // Rows spread over the data, so that the start is not at one end.
  const order = rows.map((_, i) => i).sort((a, b) => ((a * 7919) % rows.length) - ((b * 7919) % rows.length));
  for (const i of order) {
    if (chosen.length === k) break;
    const row = [...rows[i]!];
    for (const other of reduced) {
      const at = other.findIndex((value) => Math.abs(value) > 1e-9);
      const factor = row[at]! / other[at]!;
      for (let j = 0; j < k; j++) row[j]! -= factor * other[j]!;
    }
    if (row.some((value) => Math.abs(value) > 1e-6)) {
      reduced.push(row.map((value) => (Math.abs(value) < 1e-9 ? 0 : value)));
      chosen.push(i);
    }
  }
  return chosen.length === k && k > 0 ? chosen : null;
}

/** Inverse by Gauss and Jordan with pivoting; null for a singular matrix. */
function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const k = matrix.length;
  const a = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < k; c++) {
    let best = c;
    for (let i = c; i < k; i++) if (Math.abs(a[i]![c]!) > Math.abs(a[best]![c]!)) best = i;
    [a[c], a[best]] = [a[best]!, a[c]!];
    const pivot = a[c]![c]!;
    if (Math.abs(pivot) < 1e-13) return null;
    for (let j = 0; j < 2 * k; j++) a[c]![j]! /= pivot;
    for (let i = 0; i < k; i++) {
      const factor = a[i]![c]!;
      if (i === c || factor === 0) continue;
      for (let j = 0; j < 2 * k; j++) a[i]![j]! -= factor * a[c]![j]!;
    }
  }
  return a.map((row) => row.slice(k));
}
