import { mean, variance } from "../descriptive.js";
import { bisect } from "../distributions/bisect.js";

/** Whether answers of people in one place may be added up to a score of the place. */
export interface GroupAgreement {
  readonly groups: number;
  readonly n: number;
  /** Mean squares between and within groups. */
  readonly between: number;
  readonly within: number;
  readonly f: number | null;
  readonly meanSize: number;
  /** Size that makes the estimate unbiased where sizes differ. */
  readonly adjustedSize: number;
  /** ICC(1): share of variance between groups, with the adjusted size. */
  readonly icc1: number | null;
  /** The same with the mean size. */
  readonly icc1MeanSize: number | null;
  /** ICC(2): reliability of a group's mean. */
  readonly icc2: number | null;
}

/**
 * One-way analysis of variance of a score by group (school, team): may teachers' answers stand for the school?
 * Null under two groups or where no group has two values; a ratio over zero is null.
 */
export function groupAgreement(groups: readonly (readonly number[])[]): GroupAgreement | null {
  const kept = groups.filter((group) => group.length > 0);
  const k = kept.length;
  const n = kept.reduce((sum, group) => sum + group.length, 0);
  if (k < 2 || n <= k) return null;
  const grand = mean(kept.flat())!;
  const means = kept.map((group) => mean(group)!);
  const between = kept.reduce((sum, group, i) => sum + group.length * (means[i]! - grand) ** 2, 0) / (k - 1);
  const within = kept.reduce((sum, group) => sum + (variance(group) ?? 0) * (group.length - 1), 0) / (n - k);
  const meanSize = n / k;
  const adjustedSize = (n - kept.reduce((sum, group) => sum + group.length ** 2, 0) / n) / (k - 1);
  const icc1 = (size: number) => ratio(between - within, between + (size - 1) * within);
  return {
    groups: k,
    n,
    between,
    within,
    f: ratio(between, within),
    meanSize,
    adjustedSize,
    icc1: icc1(adjustedSize),
    icc1MeanSize: icc1(meanSize),
    icc2: ratio(between - within, between),
  };
}

function ratio(top: number, bottom: number): number | null {
  return bottom > 0 ? top / bottom : null;
}

/** Variance between and within groups by restricted maximum likelihood. */
export interface VarianceComponents {
  readonly between: number;
  readonly within: number;
  readonly icc: number;
}

/**
 * Restricted maximum likelihood of a random intercept: the variance between groups that a mixed model would report.
 * Null where {@link groupAgreement} is or nothing varies; a between-variance below zero is zero.
 */
export function varianceComponents(groups: readonly (readonly number[])[]): VarianceComponents | null {
  const anova = groupAgreement(groups);
  if (!anova || !(anova.within > 0)) return null;
  const kept = groups
    .filter((group) => group.length > 0)
    .map((group) => ({ n: group.length, mean: mean(group)! }));
  const inside = anova.within * (anova.n - anova.groups);
  const profile = (ratioBetween: number) => {
    const weights = kept.map(({ n }) => n / (1 + n * ratioBetween));
    const sum = weights.reduce((a, b) => a + b, 0);
    const centre = kept.reduce((total, group, i) => total + weights[i]! * group.mean, 0) / sum;
    const squares =
      inside + kept.reduce((total, group, i) => total + weights[i]! * (group.mean - centre) ** 2, 0);
    const within = squares / (anova.n - 1);
    const determinant = kept.reduce((total, { n }) => total + Math.log1p(n * ratioBetween), 0);
    return { within, criterion: (anova.n - 1) * Math.log(within) + determinant + Math.log(sum) };
  };
  const slope = (u: number) => profile(Math.exp(u + 1e-4)).criterion - profile(Math.exp(u - 1e-4)).criterion;
  const best = Math.exp(bisect((u) => slope(u) < 0, -18, 9));
  const chosen = profile(0).criterion <= profile(best).criterion ? 0 : best;
  const { within } = profile(chosen);
  return { between: chosen * within, within, icc: chosen / (1 + chosen) };
}

/** Agreement inside one group on a scale of several items. */
export interface WithinGroupAgreement {
  readonly n: number;
  /** r_wg of each item: 1 − s²/σ², may be negative; null under two people. */
  readonly items: readonly (number | null)[];
  /** r_wg(j) of the scale; null under two people or where it has no meaning (variance above chance). */
  readonly scale: number | null;
  /** Mean absolute deviation from each item's mean, averaged over items; to be held against (levels)/6. */
  readonly meanDeviation: number | null;
}

/**
 * Agreement in one team on a climate scale (James, Demaree and Wolf 1984), against uniform chance σ² = (A² − 1)/12.
 * @param answers - One row per person, one column per item.
 * @param chanceVariance - Variance of answers given at random; 2 for five levels.
 */
export function withinGroupAgreement(
  answers: readonly (readonly number[])[],
  chanceVariance: number,
): WithinGroupAgreement {
  const k = answers[0]?.length ?? 0;
  const columns = Array.from({ length: k }, (_, j) => answers.map((row) => row[j]!));
  const spreads = columns.map((column) => variance(column));
  const known = spreads.filter((s2) => s2 !== null);
  const average = known.length === k && k > 0 ? mean(known)! : null;
  const q = average === null ? null : 1 - average / chanceVariance;
  const whole = q === null || average === null ? 0 : k * q + average / chanceVariance;
  return {
    n: answers.length,
    items: spreads.map((s2) => (s2 === null ? null : 1 - s2 / chanceVariance)),
    scale: q === null || whole === 0 ? null : (k * q) / whole,
    meanDeviation: mean(
      columns.flatMap((column) => {
        const centre = mean(column);
        return centre === null ? [] : [mean(column.map((value) => Math.abs(value - centre)))!];
      }),
    ),
  };
}
