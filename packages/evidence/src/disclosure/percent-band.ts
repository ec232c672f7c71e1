/** A range of percent in place of an exact share. */
export interface PercentBand {
  readonly from: number;
  readonly to: number;
}

/** Cut points of the bands by size of the group: the smaller the group, the coarser (in the manner of NCES 2011-603). */
const BANDS: readonly { readonly upTo: number; readonly cuts: readonly number[] }[] = [
  { upTo: 20, cuts: [20, 40, 60, 80] },
  { upTo: 40, cuts: [10, 20, 30, 40, 50, 60, 70, 80, 90] },
  { upTo: 200, cuts: [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95] },
  { upTo: Number.POSITIVE_INFINITY, cuts: Array.from({ length: 99 }, (_, i) => i + 1) },
];

/**
 * Coarsens a share for publication so that nobody in a small group can be told from it: never 0 % or 100 % alone.
 * The band is wider the smaller the group, and open at both ends; null for an empty group.
 * @param group - Number of students behind the share, where it differs from `n` (several answers each).
 * @example
 * ```ts
 * percentBand(14, 14); // => { from: 80, to: 100 }
 * percentBand(9, 24); // => { from: 30, to: 40 }
 * ```
 */
export function percentBand(x: number, n: number, group: number = n): PercentBand | null {
  if (n === 0) return null;
  const percent = (100 * x) / n;
  const { cuts } = BANDS.find(({ upTo }) => group <= upTo)!;
  const above = cuts.findIndex((cut) => percent < cut);
  if (above === -1) return { from: cuts[cuts.length - 1]!, to: 100 };
  return { from: above === 0 ? 0 : cuts[above - 1]!, to: cuts[above]! };
}
