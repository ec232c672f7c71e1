import { mean, ranks } from "../descriptive.js";
import { agreementTable, cohenKappa, type KappaWeights } from "./kappa.js";
import { completeRatings, levelsOf, type Ratings, requireRatings } from "./ratings.js";

/** Fleiss' kappa and its kin for three scorers or more. */
export interface FleissKappa {
  readonly pieces: number;
  readonly scorers: number;
  readonly kappa: number;
  /** Kappa over its standard error under chance. */
  readonly z: number;
  /** Conger's exact kappa: chance from each scorer's own habits. */
  readonly exact: number;
  /** One kappa for each level, in ascending order; null for a level that explains all or nothing. */
  readonly byLevel: readonly (number | null)[];
}

/**
 * Fleiss' kappa over pieces scored by everybody, with Conger's exact form.
 * Null under two pieces or scorers, or where only one level was ever given.
 */
export function fleissKappa(ratings: Ratings): FleissKappa | null {
  const scorers = requireRatings(ratings);
  const rows = completeRatings(ratings);
  const levels = levelsOf(rows);
  const n = rows.length;
  if (n < 2 || scorers < 2 || levels.length < 2) return null;
  const counts = rows.map((row) => levels.map((level) => row.filter((value) => value === level).length));
  const shares = levels.map((_, k) => counts.reduce((sum, row) => sum + row[k]!, 0) / (n * scorers));
  const pairs = scorers * (scorers - 1);
  const observed =
    counts.reduce((sum, row) => sum + row.reduce((inner, c) => inner + c * (c - 1), 0), 0) / (n * pairs);
  const chance = shares.reduce((sum, share) => sum + share * share, 0);
  const kappa = (observed - chance) / (1 - chance);
  const whole = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const error = Math.sqrt((2 / (n * pairs)) * (whole * whole - skew)) / whole;
  const own = levels.map((level) =>
    Array.from({ length: scorers }, (_, r) => rows.filter((row) => row[r] === level).length / n),
  );
  const exactChance =
    chance -
    own.reduce((sum, habit) => {
      const centre = mean(habit)!;
      return sum + habit.reduce((inner, share) => inner + (share - centre) ** 2, 0) / scorers;
    }, 0) /
      (scorers - 1);
  const byLevel = levels.map((_, k) => {
    const p = shares[k]!;
    const apart = counts.reduce((sum, row) => sum + row[k]! * (scorers - row[k]!), 0);
    return p > 0 && p < 1 ? 1 - apart / (n * pairs * p * (1 - p)) : null;
  });
  return {
    pieces: n,
    scorers,
    kappa,
    z: kappa / error,
    exact: (observed - exactChance) / (1 - exactChance),
    byLevel,
  };
}

/** Kappa of every pair of scorers, first with second, first with third …, over pieces both scored. */
export function pairKappas(ratings: Ratings, weights: KappaWeights): (number | null)[] {
  const scorers = requireRatings(ratings);
  const levels = levelsOf(ratings);
  const result: (number | null)[] = [];
  for (let i = 0; i < scorers; i++) {
    for (let j = i + 1; j < scorers; j++) {
      const table = agreementTable(
        ratings.map((row) => row[i] ?? null),
        ratings.map((row) => row[j] ?? null),
        levels,
      );
      result.push(cohenKappa(table, weights)?.kappa ?? null);
    }
  }
  return result;
}

/** Light's kappa: the mean of all pairs' kappas; null where one of them cannot be known. */
export function lightKappa(ratings: Ratings): number | null {
  const pairs = pairKappas(ratings, "none");
  return pairs.every((kappa) => kappa !== null) ? mean(pairs) : null;
}

/**
 * Kendall's W over pieces scored by everybody; null where scorers rank nothing.
 * @param ties - "corrected" by default, since rubric levels repeat; "uncorrected" is what some programs print.
 */
export function kendallW(ratings: Ratings, ties: "corrected" | "uncorrected" = "corrected"): number | null {
  const scorers = requireRatings(ratings);
  const rows = completeRatings(ratings);
  const n = rows.length;
  if (n < 2 || scorers < 2) return null;
  const columns = Array.from({ length: scorers }, (_, r) => rows.map((row) => row[r]!));
  const ranked = columns.map((column) => ranks(column));
  const sums = rows.map((_, s) => ranked.reduce((sum, column) => sum + column[s]!, 0));
  const centre = mean(sums)!;
  const squares = sums.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const repeats = columns.reduce((sum, column) => {
    const counts = new Map<number, number>();
    for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1);
    return sum + [...counts.values()].reduce((inner, t) => inner + t ** 3 - t, 0);
  }, 0);
  const ranking = scorers ** 2 * (n ** 3 - n) - scorers * repeats;
  if (ranking <= 0) return null;
  return (12 * squares) / (ties === "corrected" ? ranking : scorers ** 2 * (n ** 3 - n));
}
