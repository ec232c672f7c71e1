import { shareMissing, type Term, termOrder } from "./objective.js";
import type { Plan } from "./plan-document.js";

/**
 * The terms of a plan that another plan, as good in those before, might still lower: what nobody may call proven.
 * Guarantees that a term which is not named cannot be lower: it is 0, or its bound is reached.
 * @example
 * ```ts
 * const terms = { missing: 0, fairness: 0, moved: 2, touched: 3, cover: 0, unpopular: 0 };
 * unprovenTerms({ terms, proven: true, bound: { missing: 0, moved: 2 }, teams: [] }); // => ["touched"]
 * ```
 */
export function unprovenTerms({
  terms,
  proven,
  bound,
  teams,
}: Pick<Plan, "terms" | "proven" | "bound" | "teams">): Term[] {
  const least = { missing: bound.missing, fairness: leastShare(teams, bound.missing) };
  return termOrder.filter((term) => {
    if (term === "moved") return terms.moved > 0 && !proven;
    return terms[term] > (term === "missing" || term === "fairness" ? least[term] : 0);
  });
}

/** The worst share of any team where so many blocks are missing and they are shared out as evenly as can be. */
export function leastShare(teams: readonly { readonly wanted: number }[], missing: number): number {
  const worth = teams.flatMap(({ wanted }) =>
    Array.from({ length: wanted }, (_, i) => shareMissing(i + 1, wanted)),
  );
  return missing > 0 ? (worth.sort((a, b) => a - b)[missing - 1] ?? 100) : 0;
}
