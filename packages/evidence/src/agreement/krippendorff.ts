import { levelsOf, type Ratings, requireRatings } from "./ratings.js";

/** What differences between levels mean. */
export type Scale = "nominal" | "ordinal" | "interval" | "ratio";

/**
 * Krippendorff's alpha: agreement beyond chance for any number of scorers, missing ratings and four kinds of scale; the
 * default for scoring student work. By the coincidence matrix, each piece weighted 1/(m − 1) for its m ratings.
 * Null where no piece has two ratings, where all ratings are alike, or for a ratio scale with negative ratings.
 * @example
 * ```ts
 * krippendorffAlpha([[1, 1], [2, 2], [3, 3]], "ordinal"); // => 1
 * ```
 */
export function krippendorffAlpha(ratings: Ratings, scale: Scale): number | null {
  requireRatings(ratings);
  const levels = levelsOf(ratings);
  const c = levels.length;
  if (c < 2 || (scale === "ratio" && levels[0]! < 0)) return null;
  const place = new Map(levels.map((level, index) => [level, index]));
  const coincidence = levels.map(() => new Array<number>(c).fill(0));
  for (const row of ratings) {
    const given = row.filter((value) => value !== null).map((value) => place.get(value)!);
    if (given.length < 2) continue;
    given.forEach((i, a) => {
      given.forEach((j, b) => {
        if (a !== b) coincidence[i]![j]! += 1 / (given.length - 1);
      });
    });
  }
  const totals = coincidence.map((row) => row.reduce((a, b) => a + b, 0));
  const n = totals.reduce((a, b) => a + b, 0);
  let seen = 0;
  let expected = 0;
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < c; j++) {
      const distance = squaredDistance(scale, levels, totals, i, j);
      seen += coincidence[i]![j]! * distance;
      expected += totals[i]! * totals[j]! * distance;
    }
  }
  return expected > 0 ? 1 - ((n - 1) * seen) / expected : null;
}

function squaredDistance(
  scale: Scale,
  levels: readonly number[],
  totals: readonly number[],
  i: number,
  j: number,
): number {
  if (i === j) return 0;
  const [a, b] = [levels[i]!, levels[j]!];
  if (scale === "nominal") return 1;
  if (scale === "interval") return (a - b) ** 2;
  if (scale === "ratio") return ((a - b) / (a + b)) ** 2;
  const [from, to] = [Math.min(i, j), Math.max(i, j)];
  let between = -(totals[from]! + totals[to]!) / 2;
  for (let k = from; k <= to; k++) between += totals[k]!;
  return between * between;
}
