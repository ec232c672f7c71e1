/** A linear programme in equality form with bounds: A x = b, 0 ≤ x ≤ upper. */
export interface LinearProgram {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly number[];
  /** Infinity where a variable has no upper bound. */
  readonly upper: readonly number[];
}

const SMALL = 1e-9;

/**
 * Bounded simplex on a dense tableau, for the small systems of published tables. Keeps its basis between objectives, so
 * that asking for the least and greatest value of every cell costs one start.
 */
export class Simplex {
  readonly #tableau: Float64Array[];
  readonly #values: Float64Array;
  readonly #upper: Float64Array;
  readonly #basis: Int32Array;
  readonly #atUpper: Uint8Array;
  readonly #isBasic: Uint8Array;
  readonly #count: number;
  readonly #cost: Float64Array;
  readonly #reduced: Float64Array;
  readonly feasible: boolean;

  constructor({ rows, right, upper }: LinearProgram) {
    const m = rows.length;
    const n = upper.length;
    this.#count = n;
    this.#tableau = rows.map((row, i) => {
      const sign = right[i]! < 0 ? -1 : 1;
      const line = new Float64Array(n + m);
      for (let j = 0; j < n; j++) line[j] = sign * row[j]!;
      line[n + i] = 1;
      return line;
    });
    this.#values = Float64Array.from(right, Math.abs);
    this.#upper = new Float64Array(n + m).fill(Number.POSITIVE_INFINITY);
    this.#upper.set(upper);
    this.#basis = Int32Array.from({ length: m }, (_, i) => n + i);
    this.#atUpper = new Uint8Array(n + m);
    this.#isBasic = new Uint8Array(n + m);
    for (let i = 0; i < m; i++) this.#isBasic[n + i] = 1;
    this.#cost = new Float64Array(n + m);
    this.#reduced = new Float64Array(n + m);
    const artificial = new Float64Array(n + m);
    artificial.fill(1, n);
    this.#run(artificial);
    let rest = 0;
    for (let i = 0; i < m; i++) if (this.#basis[i]! >= n) rest += this.#values[i]!;
    this.feasible = rest < 1e-7;
    for (let j = n; j < n + m; j++) this.#upper[j] = 0;
  }

  /** Least value of Σ cost·x from the current basis; −Infinity where unbounded. */
  minimise(cost: ArrayLike<number>): number {
    const whole = this.#cost.fill(0);
    for (let j = 0; j < this.#count; j++) whole[j] = cost[j]!;
    if (!this.#run(whole)) return Number.NEGATIVE_INFINITY;
    let sum = 0;
    for (let j = 0; j < this.#count; j++) {
      if (whole[j] !== 0 && this.#atUpper[j]) sum += whole[j]! * this.#upper[j]!;
    }
    for (let i = 0; i < this.#basis.length; i++) sum += whole[this.#basis[i]!]! * this.#values[i]!;
    return sum;
  }

  /** The point of the current basis. */
  solution(): Float64Array {
    const x = new Float64Array(this.#count);
    for (let j = 0; j < this.#count; j++) if (this.#atUpper[j]) x[j] = this.#upper[j]!;
    this.#basis.forEach((j, i) => {
      if (j < this.#count) x[j] = this.#values[i]!;
    });
    return x;
  }

  #run(cost: Float64Array): boolean {
    const n = cost.length;
    const reduced = this.#reduced;
    reduced.set(cost);
    for (let i = 0; i < this.#basis.length; i++) {
      const price = cost[this.#basis[i]!]!;
      if (price === 0) continue;
      const row = this.#tableau[i]!;
      for (let j = 0; j < n; j++) reduced[j]! -= price * row[j]!;
    }
    for (let step = 0; step < 10_000; step++) {
      // The steepest column at first, the first column (Bland) once a cycle is possible.
      let entering = -1;
      let best = SMALL;
      for (let j = 0; j < n; j++) {
        if (this.#isBasic[j] || this.#upper[j] === 0) continue;
        const gain = this.#atUpper[j] ? reduced[j]! : -reduced[j]!;
        if (gain > best) {
          entering = j;
          if (step > 200) break;
          best = gain;
        }
      }
      if (entering === -1) return true;
      if (!this.#move(entering, reduced)) return false;
    }
    return true;
  }

  /** Moves one column from its bound until something stops it; false where nothing does. */
  #move(entering: number, reduced: Float64Array): boolean {
    const direction = this.#atUpper[entering] ? -1 : 1;
    let limit = this.#upper[entering]!;
    let leaving = -1;
    let toUpper = false;
    for (let i = 0; i < this.#basis.length; i++) {
      const basic = this.#basis[i]!;
      const rate = direction * this.#tableau[i]![entering]!;
      if (rate > SMALL) {
        const room = this.#values[i]! / rate;
        if (room < limit - 1e-12 || (room <= limit && leaving === -1))
          [limit, leaving, toUpper] = [room, i, false];
      } else if (rate < -SMALL && this.#upper[basic]! < Number.POSITIVE_INFINITY) {
        const room = (this.#upper[basic]! - this.#values[i]!) / -rate;
        if (room < limit - 1e-12) [limit, leaving, toUpper] = [room, i, true];
      }
    }
    if (limit === Number.POSITIVE_INFINITY) return false;
    limit = Math.max(0, limit);
    for (let i = 0; i < this.#values.length; i++) {
      this.#values[i]! -= direction * limit * this.#tableau[i]![entering]!;
    }
    if (leaving === -1) {
      this.#atUpper[entering] = this.#atUpper[entering] ? 0 : 1;
      return true;
    }
    const out = this.#basis[leaving]!;
    this.#values[leaving] = (this.#atUpper[entering] ? this.#upper[entering]! : 0) + direction * limit;
    this.#isBasic[out] = 0;
    this.#atUpper[out] = toUpper ? 1 : 0;
    this.#isBasic[entering] = 1;
    this.#atUpper[entering] = 0;
    this.#basis[leaving] = entering;
    this.#pivot(leaving, entering, reduced);
    return true;
  }

  #pivot(line: number, column: number, reduced: Float64Array): void {
    const row = this.#tableau[line]!;
    const pivot = row[column]!;
    for (let j = 0; j < row.length; j++) row[j]! /= pivot;
    for (let i = 0; i < this.#tableau.length; i++) if (i !== line) clear(this.#tableau[i]!, row, column);
    clear(reduced, row, column);
  }
}

function clear(other: Float64Array, row: Float64Array, column: number): void {
  const factor = other[column]!;
  if (factor === 0) return;
  for (let j = 0; j < row.length; j++) other[j]! -= factor * row[j]!;
  other[column] = 0;
}
