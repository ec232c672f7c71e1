/** A step's share of a slot: whole minutes in a range, spent `count` times. */
export interface Part {
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/**
 * Whole minutes for every part, so that their sum stays within a slot: all minima first, then the same share of every
 * range, then what is left, one minute at a time, to the part furthest behind its share.
 * Guarantees min ≤ minutes ≤ max and Σ minutes × count ≤ `slot`; `undefined` where the minima alone do not fit.
 * @example
 * ```ts
 * distribute([{ min: 5, max: 10, count: 1 }, { min: 1, max: 2, count: 4 }], 14); // => [10, 1]
 * distribute([{ min: 5, max: 10, count: 1 }], 4); // => undefined
 * ```
 */
export function distribute(parts: readonly Part[], slot: number): readonly number[] | undefined {
  const smallest = parts.reduce((sum, part) => sum + part.min * part.count, 0);
  if (smallest > slot) return undefined;
  const range = parts.reduce((sum, part) => sum + (part.max - part.min) * part.count, 0);
  const share = range === 0 ? 0 : Math.min(1, (slot - smallest) / range);
  const wanted = parts.map((part) => part.min + share * (part.max - part.min));
  const minutes = wanted.map((want) => Math.floor(want + 1e-9));
  let left = slot - minutes.reduce((sum, m, i) => sum + m * parts[i]!.count, 0);
  for (;;) {
    let next = -1;
    parts.forEach((part, i) => {
      if (minutes[i]! >= part.max || part.count > left) return;
      if (next < 0 || wanted[i]! - minutes[i]! > wanted[next]! - minutes[next]!) next = i;
    });
    if (next < 0) return minutes;
    minutes[next]!++;
    left -= parts[next]!.count;
  }
}
