import { jointBands, percentBand } from "@collegium/evidence";
import { SMALLEST, type Standing } from "./page.js";

/**
 * Where groups stand, as it may be published: ranges that cannot be narrowed by the whole, which people may know; groups under
 * the minimum, and all of them where no range is wide enough, without any.
 */
export function publicStandings(groups: readonly Standing[]): Standing[] {
  const bands = jointBands(
    groups.map(({ count = 0, n }) => ({ x: count, n })),
    { minimum: SMALLEST },
  );
  return groups.map((group, i) => ({ ...group, band: bands[i] ?? null }));
}

/** The whole, as it may be published. */
export function publicWhole(whole: Standing): Standing {
  return { ...whole, band: whole.n < SMALLEST ? null : percentBand(whole.count ?? 0, whole.n) };
}
