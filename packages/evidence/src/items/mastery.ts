import { incompleteBeta } from "../distributions/beta.js";

/** Whether a student's true share lies below a cut, above it, or cannot be told from so few points. */
export type MasteryZone = "below" | "not-sure" | "above";

/** Mastery of one standard by one student, with its doubt. */
export interface Mastery {
  /** Probability that the true share reaches the cut. */
  readonly probability: number;
  readonly zone: MasteryZone;
}

/**
 * Tells a team how sure it can be that a student has reached a cut, so that two points on a four-point quiz are not
 * taken for a verdict.
 * Beta-binomial with Jeffreys' prior: P(true share ≥ cut) from Beta(points + ½, max − points + ½). The zone is "above"
 * from `sure` on, "below" up to 1 − `sure`, else "not-sure". Null where there are no points to be had.
 * @param cut - Share of the points, 0 to 1.
 * @param sure - Probability asked for, 0.5 to 1; 0.8 by default.
 * @example
 * ```ts
 * mastery(4, 4, 0.7)?.zone; // => "above"
 * mastery(3, 4, 0.7)?.zone; // => "not-sure"
 * mastery(1, 4, 0.7)?.zone; // => "below"
 * ```
 */
export function mastery(points: number, max: number, cut: number, sure = 0.8): Mastery | null {
  if (max === 0) return null;
  if (!(max > 0 && points >= 0 && points <= max && cut > 0 && cut < 1)) {
    throw new RangeError("mastery needs 0 <= points <= max and 0 < cut < 1.");
  }
  const probability = incompleteBeta(points + 0.5, max - points + 0.5, cut).upper;
  const zone = probability >= sure ? "above" : probability <= 1 - sure ? "below" : "not-sure";
  return { probability, zone };
}
