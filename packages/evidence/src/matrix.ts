/** Solves A x = b for a symmetric positive definite A by Cholesky; null where A is not (a column follows from others). */
export function solveSymmetric(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const l = cholesky(a);
  if (!l) return null;
  const n = b.length;
  const y = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let j = 0; j < i; j++) sum -= l[i]![j]! * y[j]!;
    y[i] = sum / l[i]![i]!;
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i]!;
    for (let j = i + 1; j < n; j++) sum -= l[j]![i]! * x[j]!;
    x[i] = sum / l[i]![i]!;
  }
  return x;
}

/** Diagonal of the inverse of a symmetric positive definite matrix; null where it has none. */
export function inverseDiagonal(a: readonly (readonly number[])[]): number[] | null {
  const result: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const unit = a.map((_, j) => (i === j ? 1 : 0));
    const x = solveSymmetric(a, unit);
    if (!x) return null;
    result.push(x[i]!);
  }
  return result;
}

function cholesky(a: readonly (readonly number[])[]): number[][] | null {
  const n = a.length;
  const l = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      if (i === j) {
        if (!(sum > 1e-12 * Math.abs(a[i]![i]!))) return null;
        l[i]![i] = Math.sqrt(sum);
      } else l[i]![j] = sum / l[j]![j]!;
    }
  }
  return l;
}

/** Sum of a matrix and of its diagonal. */
export function sumAndTrace(a: readonly (readonly number[])[]): { sum: number; trace: number } {
  let sum = 0;
  let trace = 0;
  a.forEach((row, i) => {
    for (const value of row) sum += value;
    trace += row[i]!;
  });
  return { sum, trace };
}

/** Correlation matrix of a covariance matrix; null where a column has no spread. */
export function toCorrelations(c: readonly (readonly number[])[]): number[][] | null {
  if (c.some((row, i) => !(row[i]! > 0))) return null;
  return c.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / Math.sqrt(c[i]![i]!) / Math.sqrt(c[j]![j]!))),
  );
}
