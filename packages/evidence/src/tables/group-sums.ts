import type { NumberColumn } from "./table.js";

/** n, sum and sum of squares from a shift, and count at the cut of one group stand together. */
export const FIELDS = 4;

/** Rows handled at a time: their group numbers stay in the nearest cache. */
export const BLOCK = 2048;

/** Codes of one key column; a code plus the offset is at least 0 and under the size. */
export interface Coder {
  readonly codes: ArrayLike<number>;
  readonly size: number;
  readonly offset: number;
  readonly values: readonly (string | number | null)[];
}

/**
 * Adds values of one block to their groups. `shift` is one number, or one for each group.
 * The cut is added without a branch: near the middle of the data a processor guesses wrong half the time.
 */
export function addBlock(
  { values, present }: NumberColumn,
  from: number,
  to: number,
  block: Int32Array,
  sums: Float64Array,
  shift: number | Float64Array,
  limit: number,
): void {
  for (let i = from, j = 0; i < to; i++, j++) {
    if (present !== undefined && present[i] === 0) continue;
    const group = block[j]!;
    const at = group * FIELDS;
    const value = values[i]!;
    const d = value - (typeof shift === "number" ? shift : shift[group]!);
    sums[at] = sums[at]! + 1;
    sums[at + 1] = sums[at + 1]! + d;
    sums[at + 2] = sums[at + 2]! + d * d;
    sums[at + 3] = sums[at + 3]! + Number(value >= limit);
  }
}

/** The usual case in one loop, as fast as one written for the data: two keys and no missing value. */
export function addPairs(
  first: Coder,
  second: Coder,
  values: NumberColumn["values"],
  length: number,
  sums: Float64Array,
  shift: number,
  limit: number,
): void {
  const [a, b] = [first.codes, second.codes];
  const { size } = second;
  const base = first.offset * size + second.offset;
  for (let i = 0; i < length; i++) {
    const at = (a[i]! * size + b[i]! + base) * FIELDS;
    const value = values[i]!;
    const d = value - shift;
    sums[at] = sums[at]! + 1;
    sums[at + 1] = sums[at + 1]! + d;
    sums[at + 2] = sums[at + 2]! + d * d;
    sums[at + 3] = sums[at + 3]! + Number(value >= limit);
  }
}

/** Group numbers of one block of rows: the mixed-radix number of their codes. */
export function numberGroups(
  coders: readonly Coder[],
  from: number,
  to: number,
  block: Int32Array | Float64Array,
): void {
  block.fill(0);
  for (const { codes, size, offset } of coders) {
    for (let i = from, j = 0; i < to; i++, j++) block[j] = block[j]! * size + codes[i]! + offset;
  }
}

/** A value in the middle of the data: the mean of a few rows. */
export function middleOf({ values, present }: NumberColumn, length: number): number {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < length; i += Math.max(1, Math.floor(length / 64))) {
    if (present?.[i] === 0) continue;
    sum += values[i]!;
    n++;
  }
  return n === 0 ? 0 : sum / n;
}

/** Whether some group lies so far from the shift that its spread drowns in rounding. */
export function losesDigits(sums: Float64Array): boolean {
  for (let at = 0; at < sums.length; at += FIELDS) {
    const n = sums[at]!;
    if (n < 2) continue;
    const squares = sums[at + 2]!;
    if (squares - sums[at + 1]! ** 2 / n < 1e-6 * squares) return true;
  }
  return false;
}
