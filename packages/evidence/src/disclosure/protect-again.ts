import type { Result } from "@collegium/schema";
import { type DisclosurePolicy, type ProtectedSet, protect } from "./protect.js";
import { joinSets, type PublishedSet } from "./published-set.js";

/** What has been published before, as it was: the frozen snapshot. */
export interface Release {
  readonly set: PublishedSet;
  readonly suppressed: ReadonlySet<string>;
}

/**
 * Protects a new set beside everything published before, so that the difference of two publications gives nothing away.
 * What was hidden stays hidden, what was shown stays shown, and the attack is run on all of it together. A cell that was
 * published with another count is refused: make every table from one frozen snapshot, or give a new year its own name.
 *
 * Issue codes: `counts-differ`, `cannot-be-protected`.
 */
export function protectAgain(
  earlier: readonly Release[],
  next: PublishedSet,
  policy: DisclosurePolicy,
): Result<ProtectedSet> {
  const joined = joinSets([...earlier.map(({ set }) => set), next]);
  if (!joined.ok) return joined;
  const hidden = new Set(earlier.flatMap(({ suppressed }) => [...suppressed]));
  const shown = earlier.flatMap(({ set }) => set.cells.map(({ id }) => id)).filter((id) => !hidden.has(id));
  return protect(joined.value, {
    ...policy,
    alreadyPublished: new Set([...(policy.alreadyPublished ?? []), ...shown]),
    also: new Set([...(policy.also ?? []), ...hidden]),
  });
}
