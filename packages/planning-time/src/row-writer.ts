/** Collects sparse rows. */
export class RowWriter {
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  /** Adds a term to the open row; a column of -1 is none. */
  add(column: number, value: number): void {
    if (column < 0) return;
    this.#indices.push(column);
    this.#values.push(value);
  }
  close(lower: number, upper: number): void {
    this.#starts.push(this.#indices.length);
    this.#lower.push(lower);
    this.#upper.push(upper);
  }
  drop(): void {
    const from = this.#starts[this.#starts.length - 1]!;
    this.#indices.length = from;
    this.#values.length = from;
  }
  done() {
    return {
      rowLower: Float64Array.from(this.#lower),
      rowUpper: Float64Array.from(this.#upper),
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
    };
  }
}
