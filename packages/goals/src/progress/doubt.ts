import type { GoalPoint } from "../results.js";

/** What doubt is computed from. */
export type Doubtful = Pick<GoalPoint, "value" | "n"> & Partial<Pick<GoalPoint, "count" | "standardError">>;

/**
 * Standard error of a point: of a share by adding one student on either side (so that all and none leave doubt), of a mean as
 * given; null where it cannot be known.
 */
export function standardErrorOf(point: Doubtful, unit: "share" | "mean" | "count"): number | null {
  if (point.standardError !== undefined) return point.standardError;
  if (unit === "share" && point.n > 0) {
    const p = (point.value * point.n + 1) / (point.n + 2);
    return Math.sqrt((p * (1 - p)) / (point.n + 2));
  }
  return null;
}
