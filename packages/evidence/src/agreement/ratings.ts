import { IssueError } from "@collegium/schema";
import { requireFinite } from "../numbers.js";

/** Ratings of student work: one row per piece, one column per scorer, null where a scorer did not score it. */
export type Ratings = readonly (readonly (number | null)[])[];

/** Refuses ragged rows and ratings that are not finite; returns the number of scorers. */
export function requireRatings(ratings: Ratings): number {
  const scorers = ratings[0]?.length ?? 0;
  ratings.forEach((row, piece) => {
    if (row.length !== scorers) {
      throw new IssueError([
        {
          code: "ragged",
          path: ["ratings", piece],
          message: `Expected ${scorers} ratings, one for each scorer.`,
        },
      ]);
    }
    requireFinite(
      row.filter((value) => value !== null),
      "ratings",
    );
  });
  return scorers;
}

/** Pieces scored by everybody. */
export function completeRatings(ratings: Ratings): number[][] {
  return ratings.filter((row): row is number[] => row.every((value) => value !== null));
}

/** All levels used, ascending. */
export function levelsOf(ratings: Ratings): number[] {
  return [...new Set(ratings.flat().filter((value) => value !== null))].sort((a, b) => a - b);
}

/** Share of pieces whose ratings, all scorers together, lie within `within` levels; null without complete pieces. */
export function shareAgreeing(ratings: Ratings, within: number): number | null {
  requireRatings(ratings);
  const rows = completeRatings(ratings);
  if (rows.length === 0) return null;
  return rows.filter((row) => Math.max(...row) - Math.min(...row) <= within).length / rows.length;
}
