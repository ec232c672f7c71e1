import { type PercentBand, percentBand } from "./percent-band.js";

/** Sizes of group whose bands are tried in turn, from each group's own to the coarsest. */
const COARSER = [Number.POSITIVE_INFINITY, 200, 40, 20];

/**
 * Ranges of percent for groups that make up a whole whose total may be known, such as learners of English and all others:
 * wide enough that subtracting the others from the whole tells no more about a few students than the range itself.
 * Null where a group has fewer than `minimum` students; null throughout where no bands are coarse enough.
 *
 * A group is guarded where fewer than `minimum` of its students count, or fewer than `minimum` do not; the attacker knows every
 * size, every range and the total of those who count. Integer ranges under one sum are exact, so this is the whole attack.
 * @param width - Range of counts, highest less lowest, that is wide enough in any case; 5 by default.
 * @example
 * ```ts
 * percentBand(300, 344); // => { from: 87, to: 88 }
 * jointBands([{ x: 12, n: 14 }, { x: 300, n: 344 }]); // => [{ from: 80, to: 100 }, { from: 85, to: 90 }]
 * ```
 */
export function jointBands(
  groups: readonly { readonly x: number; readonly n: number }[],
  { minimum = 10, width = 5 }: { readonly minimum?: number; readonly width?: number } = {},
): readonly (PercentBand | null)[] {
  const total = groups.reduce((sum, { x }) => sum + x, 0);
  for (const size of COARSER) {
    const bands = groups.map(({ x, n }) => (n < minimum ? null : percentBand(x, n, Math.min(n, size))));
    const ranges = bands.map((band, i) => countsIn(band, groups[i]!.n));
    const low = ranges.reduce((sum, range) => sum + range.low, 0);
    const high = ranges.reduce((sum, range) => sum + range.high, 0);
    const safe = groups.every(({ x, n }, i) => {
      if (x >= minimum && n - x >= minimum) return true;
      const own = ranges[i]!;
      const left = Math.min(own.high, total - (low - own.low)) - Math.max(own.low, total - (high - own.high));
      return left >= Math.min(width, own.high - own.low);
    });
    if (safe) return bands;
  }
  return groups.map(() => null);
}

/** The counts that a band leaves possible; all of a group where nothing is shown. */
function countsIn(band: PercentBand | null, n: number): { low: number; high: number } {
  if (!band) return { low: 0, high: n };
  const low = Math.ceil((band.from * n) / 100 - 1e-9);
  const high = band.to === 100 ? n : Math.ceil((band.to * n) / 100 - 1e-9) - 1;
  return { low, high };
}
