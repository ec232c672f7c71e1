import { compareTerms, type Level, type Terms } from "./objective.js";
import type { Claim } from "./prove.js";
import { leastShare } from "./unproven.js";

/** Whether no plan can miss fewer blocks, and none that misses as few can move less. */
export function isProven(found: { missing: number; moved: number }, claim: Claim): boolean {
  if (found.missing > claim.missing) return false;
  return found.moved === 0 || (found.missing <= claim.given && found.moved <= claim.moved);
}

/**
 * Whether what is proven decides the objective up to moved periods, so that only its later terms can still become better.
 * Another plan could miss more and move less, or be fairer: not where the objective rules that out.
 */
export function isDecided(
  levels: readonly Level[],
  teams: readonly { readonly blocks?: number }[],
  found: Terms,
  claim: Claim,
): boolean {
  if (!isProven(found, claim)) return false;
  const plain = { missing: 0, fairness: 0, moved: 0, touched: 0, cover: 0, unpopular: 0 };
  const { missing, moved } = found;
  const calmer = { ...plain, missing: missing + 1 };
  if (compareTerms(levels, { ...plain, missing, moved }, calmer) > 0) return false;
  const wishes = teams.map(({ blocks = 0 }) => ({ wanted: blocks }));
  const least = { ...plain, missing, moved, fairness: leastShare(wishes, claim.missing) };
  return levels
    .slice(0, afterMoved(levels))
    .every((level) => level.every(([term]) => found[term] <= least[term]));
}

/** Whether a plan has any of what the objective counts after moved periods. */
export function hasLater(levels: readonly Level[], found: Terms): boolean {
  return levels.slice(afterMoved(levels)).some((level) => level.some(([term]) => found[term] > 0));
}

const afterMoved = (levels: readonly Level[]) =>
  levels.findIndex((level) => level.some(([term]) => term === "moved")) + 1;
