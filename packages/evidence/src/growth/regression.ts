import { mean } from "../descriptive.js";
import { requireFinite, requireSameLength } from "../numbers.js";

/** A linear regression by least squares. */
export interface Regression {
  readonly n: number;
  /** Intercept first, then one per column. */
  readonly coefficients: readonly number[];
  /** Null where no degrees of freedom are left. */
  readonly errors: readonly number[] | null;
  /** Divisor n minus the number of coefficients. */
  readonly residualDeviation: number | null;
  readonly rSquared: number | null;
  readonly residuals: readonly number[];
}

/**
 * Linear regression with an intercept by Householder's method, accurate on NIST's hardest case (Longley).
 * Null where there are fewer rows than coefficients or a column follows from the others.
 * @param columns - One array per predictor, each as long as `y`.
 */
export function linearRegression(
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
): Regression | null {
  requireFinite(y, "y");
  for (const column of columns) {
    requireSameLength(column, y, "columns, y");
    requireFinite(column, "columns");
  }
  const n = y.length;
  const k = columns.length;
  const centre = mean(y);
  if (centre === null || n < k + 1) return null;
  const means = columns.map((column) => mean(column)!);
  const a = columns.map((column, j) => Float64Array.from(column, (value) => value - means[j]!));
  const rest = Float64Array.from(y, (value) => value - centre);
  const total = dot(rest, rest);
  const r = triangularise(a, rest);
  if (!r) return null;
  const slopes = backSubstitute(r, rest);
  const residuals = Array.from({ length: n }, (_, i) =>
    columns.reduce((sum, column, j) => sum - slopes[j]! * (column[i]! - means[j]!), y[i]! - centre),
  );
  const squares = dot(residuals, residuals);
  const df = n - k - 1;
  const deviation = df > 0 ? Math.sqrt(squares / df) : null;
  return {
    n,
    coefficients: [slopes.reduce((sum, slope, j) => sum - slope * means[j]!, centre), ...slopes],
    errors: deviation === null ? null : errorsOf(r, means, n).map((scale) => scale * deviation),
    residualDeviation: deviation,
    rSquared: total > 0 ? 1 - squares / total : null,
    residuals,
  };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Reduces the columns to upper triangular form in place, carrying the right-hand side; null where a column is dependent. */
function triangularise(a: readonly Float64Array[], right: Float64Array): number[][] | null {
  const k = a.length;
  const r = a.map(() => new Array<number>(k).fill(0));
  for (let j = 0; j < k; j++) {
    const v = a[j]!.slice(j);
    const size = Math.sqrt(dot(v, v));
    const whole = Math.hypot(size, ...r.slice(0, j).map((row) => row[j]!));
    if (!(size > 1e-10 * whole)) return null;
    const alpha = v[0]! > 0 ? -size : size;
    v[0]! -= alpha;
    const length = dot(v, v);
    const reflect = (column: Float64Array) => {
      const part = column.subarray(j);
      const scale = (2 * dot(v, part)) / length;
      for (let i = 0; i < v.length; i++) part[i]! -= scale * v[i]!;
    };
    r[j]![j] = alpha;
    for (let c = j + 1; c < k; c++) {
      reflect(a[c]!);
      r[j]![c] = a[c]![j]!;
    }
    reflect(right);
  }
  return r;
}

function backSubstitute(r: readonly (readonly number[])[], right: ArrayLike<number>): number[] {
  const k = r.length;
  const x = new Array<number>(k).fill(0);
  for (let i = k - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let j = i + 1; j < k; j++) sum -= r[i]![j]! * x[j]!;
    x[i] = sum / r[i]![i]!;
  }
  return x;
}

/** Square roots of the diagonal of (X'X)⁻¹, intercept first. */
function errorsOf(r: readonly (readonly number[])[], means: readonly number[], n: number): number[] {
  const k = r.length;
  const inverse = Array.from({ length: k }, (_, c) =>
    backSubstitute(
      r,
      Array.from({ length: k }, (_, i) => (i === c ? 1 : 0)),
    ),
  );
  const covariance = (i: number, j: number) => {
    let sum = 0;
    for (let c = 0; c < k; c++) sum += inverse[c]![i]! * inverse[c]![j]!;
    return sum;
  };
  let intercept = 1 / n;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) intercept += means[i]! * means[j]! * covariance(i, j);
  return [Math.sqrt(intercept), ...Array.from({ length: k }, (_, i) => Math.sqrt(covariance(i, i)))];
}
