import type { Program } from "./program.js";

/** Columns that are added up, each with its amount. */
export type Sum = readonly (readonly [column: number, amount: number])[];

/** A program with more columns and rows than the one it starts from, and costs of its own. */
export class Extension {
  readonly costs: number[];
  readonly #program: Program;
  readonly #upper: number[];
  readonly #rows: { readonly sum: Sum; readonly lower: number; readonly upper: number }[] = [];

  constructor(program: Program) {
    this.#program = program;
    this.costs = [...program.costs];
    this.#upper = [...program.upper];
  }

  /** One more column, from 0 to its upper bound, without cost. */
  column(upper: number): number {
    this.costs.push(0);
    return this.#upper.push(upper) - 1;
  }

  /** One more row: a sum between two numbers. */
  row(sum: Sum, lower: number, upper: number): void {
    this.#rows.push({ sum, lower, upper });
  }

  done(): Program {
    const { rowLower, rowUpper, starts, indices, values } = this.#program;
    const rows = this.#rows;
    const added = rows.flatMap(({ sum }) => sum);
    let end = indices.length;
    const ends = rows.map(({ sum }) => {
      end += sum.length;
      return end;
    });
    return {
      costs: Float64Array.from(this.costs),
      upper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from([...rowLower, ...rows.map(({ lower }) => lower)]),
      rowUpper: Float64Array.from([...rowUpper, ...rows.map(({ upper }) => upper)]),
      starts: Int32Array.from([...starts, ...ends]),
      indices: Int32Array.from([...indices, ...added.map(([column]) => column)]),
      values: Float64Array.from([...values, ...added.map(([, amount]) => amount)]),
    };
  }
}
