import { mean, variance } from "../descriptive.js";
import { tQuantile } from "../distributions/student-t.js";
import type { Interval } from "../groups/proportion.js";
import { seeded } from "../random.js";
import { gwetCoefficient } from "./gwet.js";
import { agreementOfScores, scorersNeeded } from "./intraclass.js";
import { krippendorffAlpha, type Scale } from "./krippendorff.js";
import { fleissKappa, kendallW, pairKappas } from "./many-scorers.js";
import { completeRatings, levelsOf, type Ratings, requireRatings, shareAgreeing } from "./ratings.js";

/** One index of agreement with its interval. */
export interface AgreementIndex {
  readonly name:
    | "exact"
    | "adjacent"
    | "krippendorff"
    | "cohen"
    | "cohen-weighted"
    | "fleiss"
    | "gwet"
    | "icc-single"
    | "icc-mean"
    | "kendall-w"
    | "rwg";
  /** Null where it cannot be known. */
  readonly value: number | null;
  /** Bootstrap over pieces of work, 95 %; null where the value is. */
  readonly interval: Interval | null;
}

/** How much higher or lower a scorer scores than the panel. */
export interface ScorerSeverity {
  readonly scorer: number;
  /** Mean difference from the mean of the others; below zero the scorer is stricter. */
  readonly difference: number | null;
  readonly interval: Interval | null;
}

/** Agreement of scorers of the same pieces as a panel: one index alone misleads. */
export interface AgreementPanel {
  readonly pieces: number;
  readonly complete: number;
  readonly scorers: number;
  readonly indices: readonly AgreementIndex[];
  readonly severity: readonly ScorerSeverity[];
  /** Scorers whose mean would reach a generalisability of 0.8; null where unknown or over 20. */
  readonly scorersNeeded: number | null;
}

type Index = readonly [AgreementIndex["name"], (ratings: Ratings) => number | null];

/** Indices that need levels in an order. */
const ORDERED: readonly Index[] = [
  ["adjacent", (r) => shareAgreeing(r, 1)],
  ["icc-single", (r) => agreementOfScores(r)?.single ?? null],
  ["icc-mean", (r) => agreementOfScores(r)?.mean ?? null],
  ["kendall-w", (r) => kendallW(r)],
];

/** Indices of two scorers. */
const PAIR: readonly Index[] = [
  ["cohen", (r) => pairKappas(r, "none")[0] ?? null],
  ["cohen-weighted", (r) => pairKappas(r, "quadratic")[0] ?? null],
];

/** Mean r_wg of the pieces: 1 less the spread on a piece over that of `steps` levels given at random. */
function sameness(ratings: Ratings, steps: number): number | null {
  const spread = mean(completeRatings(ratings).map((row) => variance(row) ?? 0));
  return spread === null || steps < 2 ? null : 1 - spread / ((steps * steps - 1) / 12);
}

/** Resamples of a bootstrap. */
const RESAMPLES = 300;

/**
 * Agreement of scorers of student work as a panel of indices with intervals, from resampling pieces of work (not scorers).
 * The same seed gives the same panel. Percent agreement, Fleiss, ICC and Kendall use pieces scored by everybody,
 * Krippendorff and Gwet all pieces with two ratings or more. Cohen's kappas are there for two scorers; r_wg holds the spread
 * of scores on a piece against levels given at random, from the lowest to the highest level used.
 */
export function agreementPanel(ratings: Ratings, scale: Scale, seed: number): AgreementPanel {
  const scorers = requireRatings(ratings);
  const random = seeded(seed);
  const samples = Array.from({ length: RESAMPLES }, () =>
    ratings.map(() => ratings[Math.floor(random() * ratings.length)]!),
  );
  const weights = scale === "nominal" ? "none" : "quadratic";
  const ordered = scale !== "nominal";
  const levels = levelsOf(ratings);
  const steps = (levels.at(-1) ?? 0) - (levels[0] ?? 0) + 1;
  const functions: readonly Index[] = [
    ["exact", (r) => shareAgreeing(r, 0)],
    ["krippendorff", (r) => krippendorffAlpha(r, scale)],
    ...(scorers === 2 ? PAIR.slice(0, ordered ? 2 : 1) : []),
    ["fleiss", (r) => fleissKappa(r)?.kappa ?? null],
    ["gwet", (r) => gwetCoefficient(r, weights)],
    ...(ordered ? ORDERED : []),
    ...(ordered ? [["rwg", (r: Ratings) => sameness(r, steps)] as const] : []),
  ];
  return {
    pieces: ratings.length,
    complete: completeRatings(ratings).length,
    scorers,
    indices: functions.map(([name, index]) => indexOf(name, index, ratings, samples)),
    severity: Array.from({ length: scorers }, (_, scorer) => severityOf(ratings, scorer)),
    scorersNeeded: ordered ? (scorersNeeded(ratings, 0.8)?.needed ?? null) : null,
  };
}

function indexOf(
  name: AgreementIndex["name"],
  index: (ratings: Ratings) => number | null,
  ratings: Ratings,
  samples: readonly Ratings[],
): AgreementIndex {
  const value = index(ratings);
  if (value === null) return { name, value, interval: null };
  const known = samples
    .map(index)
    .filter((one) => one !== null)
    .sort((a, b) => a - b);
  if (known.length < RESAMPLES / 2) return { name, value, interval: null };
  const at = (q: number) =>
    known[Math.min(known.length - 1, Math.max(0, Math.round(q * (known.length - 1))))]!;
  return { name, value, interval: { low: Math.min(at(0.025), value), high: Math.max(at(0.975), value) } };
}

function severityOf(ratings: Ratings, scorer: number): ScorerSeverity {
  const differences = ratings.flatMap((row) => {
    const own = row[scorer] ?? null;
    const others = row.filter((value, r) => r !== scorer && value !== null) as number[];
    return own === null || others.length === 0 ? [] : [own - mean(others)!];
  });
  const difference = mean(differences);
  const spread = variance(differences);
  if (difference === null || spread === null) return { scorer, difference, interval: null };
  const half = tQuantile(0.975, differences.length - 1) * Math.sqrt(spread / differences.length);
  return { scorer, difference, interval: { low: difference - half, high: difference + half } };
}
