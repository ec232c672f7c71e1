import { isConstant, mean, standardDeviation } from "../descriptive.js";
import { requireSameLength } from "../numbers.js";

/** A gap between two groups at two times, with both groups' own way. */
export interface GapChange {
  readonly n: readonly [number, number];
  /** First minus second group, in points, before and after: comparable on one vertical scale only. */
  readonly gap: readonly [number, number];
  /** The same in standard deviations of all students at that time; null without spread. */
  readonly gapInDeviations: readonly [number, number] | null;
  /** Mean of each group at each time, in standard deviations from the mean of all before; null without spread. */
  readonly trends: { readonly first: readonly [number, number]; readonly second: readonly [number, number] };
  /** The gap got smaller while the higher group fell and the lower did not rise: not the way to close it. */
  readonly closedByLowering: boolean;
}

/** The same students before and after. */
export interface BeforeAfter {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * Says whether a gap between two groups changed, in points and in standard deviations, with both trends: a difference
 * alone hides a falling group. Standard deviations (divisor n − 1) over both groups together at each time.
 * Null where a group is empty.
 * @param sameScale - Whether both times use one vertical scale, without which "fell" has no meaning in points.
 */
export function gapChange(first: BeforeAfter, second: BeforeAfter, sameScale: boolean): GapChange | null {
  requireSameLength(first.before, first.after, "first");
  requireSameLength(second.before, second.after, "second");
  const means = [first, second].map(({ before, after }) => [mean(before), mean(after)] as const);
  const [[f0, f1], [s0, s1]] = means as [
    readonly [number | null, number | null],
    readonly [number | null, number | null],
  ];
  if (f0 === null || f1 === null || s0 === null || s1 === null) return null;
  const allBefore = [...first.before, ...second.before];
  const allAfter = [...first.after, ...second.after];
  const flat = isConstant(allBefore) || isConstant(allAfter);
  const gap = [f0 - s0, f1 - s1] as const;
  const [sdBefore, sdAfter] = [standardDeviation(allBefore), standardDeviation(allAfter)];
  const high = f0 >= s0 ? ([f0, f1] as const) : ([s0, s1] as const);
  const low = f0 >= s0 ? ([s0, s1] as const) : ([f0, f1] as const);
  return {
    n: [first.before.length, second.before.length],
    gap,
    gapInDeviations: flat || !sdBefore || !sdAfter ? null : [gap[0] / sdBefore, gap[1] / sdAfter],
    trends: { first: [f0, f1], second: [s0, s1] },
    closedByLowering:
      sameScale && Math.abs(gap[1]) < Math.abs(gap[0]) && high[1] < high[0] && low[1] <= low[0],
  };
}
