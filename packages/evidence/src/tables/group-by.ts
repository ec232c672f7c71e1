import { fail, type Issue, ok, type Result } from "@collegium/schema";
import {
  addBlock,
  addPairs,
  BLOCK,
  type Coder,
  FIELDS,
  losesDigits,
  middleOf,
  numberGroups,
} from "./group-sums.js";
import type { Column, NumberColumn, Table } from "./table.js";

/** What to compute for each group. */
export interface GroupSummary {
  /** Number column to summarise. */
  readonly of: string;
  /** Cut for the count at or above it. */
  readonly cut?: number;
}

/** Results by group, one entry for each combination of keys with at least one row. */
export interface Grouped {
  readonly length: number;
  /** Value of each key column, by group. */
  readonly keys: Readonly<Record<string, readonly (string | number | null)[]>>;
  /** Rows whose summarised cell is not missing. */
  readonly n: Float64Array;
  /** Null where a group has only missing cells. */
  readonly mean: (group: number) => number | null;
  /** Divisor n − 1; null under two values. */
  readonly deviation: (group: number) => number | null;
  /** Values at or above the cut; null without a cut. */
  readonly count: (group: number) => number | null;
}

/** Combinations of keys up to which groups get a place each without a look-up. */
const DENSE = 1 << 22;

/**
 * Number, mean, standard deviation and count at a cut of one column by groups of others, over millions of rows.
 * One pass over typed columns, and a second one from each group's mean only where the first would lose digits. Missing keys
 * form a group of their own, missing values are left out.
 *
 * Issue codes: `unknown-column`, `not-a-number-column`.
 * @example
 * ```ts
 * const table = tableOf({ school: ["N", "S", "N"], score: [3, 5, 4] });
 * const grouped = groupBy(table, ["school"], { of: "score" });
 * grouped.ok && [grouped.value.keys.school, grouped.value.mean(0)]; // => [["N", "S"], 3.5]
 * ```
 */
export function groupBy(table: Table, keys: readonly string[], { of, cut }: GroupSummary): Result<Grouped> {
  const issues = [...keys, of].filter((name) => !table.columns[name]).map(unknownColumn);
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
  const column = table.columns[of]!;
  if (column.kind !== "number") {
    return fail({
      code: "not-a-number-column",
      path: [of],
      message: "Only a number column can be summarised.",
    });
  }
  const coders = keys.map((name) => coderOf(table.columns[name]!, table.length));
  const size = coders.reduce((product, coder) => product * coder.size, 1);
  const groups =
    size <= DENSE
      ? dense(column, table.length, coders, size, cut)
      : sparse(column, table.length, coders, cut);
  return ok(grouped(keys, coders, groups, cut));
}

/** Sums by place, the shift they are taken from, and which group number stands at which place. */
interface Sums {
  readonly sums: Float64Array;
  readonly shift: number | Float64Array;
  readonly numbers: readonly number[];
  readonly places: readonly number[];
}

function dense(
  column: NumberColumn,
  length: number,
  coders: readonly Coder[],
  size: number,
  cut?: number,
): Sums {
  const limit = cut ?? Number.POSITIVE_INFINITY;
  const block = new Int32Array(BLOCK);
  const rows = new Uint8Array(size);
  let shift: number | Float64Array = middleOf(column, length);
  let sums = new Float64Array(size * FIELDS);
  const pass = () => {
    for (let from = 0; from < length; from += BLOCK) {
      const to = Math.min(length, from + BLOCK);
      numberGroups(coders, from, to, block);
      for (let j = 0; j < to - from; j++) rows[block[j]!] = 1;
      addBlock(column, from, to, block, sums, shift, limit);
    }
  };
  const paired = coders.length === 2 && !column.present;
  if (paired) addPairs(coders[0]!, coders[1]!, column.values, length, sums, shift, limit);
  else pass();
  if (losesDigits(sums)) {
    shift = meansOf(sums, shift);
    sums = new Float64Array(size * FIELDS);
    pass();
  }
  const numbers: number[] = [];
  for (let number = 0; number < size; number++) {
    if (rows[number] === 1 || sums[number * FIELDS]! > 0) numbers.push(number);
  }
  return { sums, shift, numbers, places: numbers };
}

function sparse(column: NumberColumn, length: number, coders: readonly Coder[], cut?: number): Sums {
  const limit = cut ?? Number.POSITIVE_INFINITY;
  const block = new Int32Array(BLOCK);
  const wide = new Float64Array(BLOCK);
  const places = new Map<number, number>();
  let shift: number | Float64Array = middleOf(column, length);
  let sums = new Float64Array(1024 * FIELDS);
  const pass = () => {
    for (let from = 0; from < length; from += BLOCK) {
      const to = Math.min(length, from + BLOCK);
      numberGroups(coders, from, to, wide);
      for (let j = 0; j < to - from; j++) {
        let place = places.get(wide[j]!);
        if (place === undefined) {
          place = places.size;
          places.set(wide[j]!, place);
        }
        block[j] = place;
      }
      if (places.size * FIELDS > sums.length) sums = longer(sums, 2 * places.size * FIELDS);
      addBlock(column, from, to, block, sums, shift, limit);
    }
  };
  pass();
  if (losesDigits(sums)) {
    shift = meansOf(sums, shift);
    sums = new Float64Array(sums.length);
    pass();
  }
  return { sums, shift, numbers: [...places.keys()], places: [...places.values()] };
}

function longer(sums: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(length);
  more.set(sums);
  return more;
}

function meansOf(sums: Float64Array, shift: number): Float64Array {
  return Float64Array.from({ length: sums.length / FIELDS }, (_, g) => {
    const n = sums[g * FIELDS]!;
    return n === 0 ? 0 : shift + sums[g * FIELDS + 1]! / n;
  });
}

/** Words are their own codes; numbers get a dictionary. Code 0 after the offset is the missing one. */
function coderOf(column: Column, length: number): Coder {
  if (column.kind === "text") {
    const values = [null, ...column.dictionary];
    return { codes: column.codes, size: values.length, offset: 1, values };
  }
  const places = new Map<number | null, number>([[null, 0]]);
  const codes = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const value = column.present?.[i] === 0 ? null : column.values[i]!;
    let place = places.get(value);
    if (place === undefined) {
      place = places.size;
      places.set(value, place);
    }
    codes[i] = place;
  }
  return { codes, size: places.size, offset: 0, values: [...places.keys()] };
}

function grouped(
  names: readonly string[],
  coders: readonly Coder[],
  { sums, shift, numbers, places }: Sums,
  cut?: number,
): Grouped {
  const read = (group: number, field: number) => sums[places[group]! * FIELDS + field]!;
  const keys = coders.map((coder, k) => {
    const below = coders.slice(k + 1).reduce((product, { size }) => product * size, 1);
    return [
      names[k]!,
      numbers.map((number) => coder.values[Math.floor(number / below) % coder.size]!),
    ] as const;
  });
  return {
    length: numbers.length,
    keys: Object.fromEntries(keys),
    n: Float64Array.from(numbers, (_, group) => read(group, 0)),
    mean(group) {
      const n = read(group, 0);
      const from = typeof shift === "number" ? shift : shift[places[group]!]!;
      return n === 0 ? null : from + read(group, 1) / n;
    },
    deviation(group) {
      const n = read(group, 0);
      return n < 2 ? null : Math.sqrt(Math.max(0, read(group, 2) - read(group, 1) ** 2 / n) / (n - 1));
    },
    count: (group) => (cut === undefined ? null : read(group, 3)),
  };
}

function unknownColumn(name: string): Issue {
  return { code: "unknown-column", path: [name], message: "The table has no such column." };
}
