import type { Plan } from "./plan-document.js";
import { listOf, type PlanLocale } from "./reason-texts.js";
import { planSpeaker } from "./sheet-texts.js";
import { unprovenTerms } from "./unproven.js";

/**
 * What is proven of a plan and what is not, in sentences for its reader: missing blocks and moved periods first, then what
 * else the objective counts. Guarantees that nothing is called proven that is not. English or Spanish.
 * @example
 * ```ts
 * const terms = { missing: 0, fairness: 0, moved: 2, touched: 0, cover: 0, unpopular: 0 };
 * sayProof({ terms, proven: false, bound: { missing: 0, moved: 0 }, teams: [] }); // => ["Not proven to be least."]
 * ```
 */
export function sayProof(
  plan: Pick<Plan, "terms" | "proven" | "bound" | "teams" | "covered">,
  locale: PlanLocale = "en",
): string[] {
  const say = planSpeaker(locale);
  const { proven, bound } = plan;
  const open =
    bound.missing > 0 ? "plan.bound.missing" : bound.moved > 0 ? "plan.bound.moved" : "plan.bound.none";
  const later = unprovenTerms(plan).flatMap((term) =>
    term === "missing" || term === "moved" ? [] : [say(`unproven.${term}`)],
  );
  return [
    proven ? say("plan.proven") : say(open, bound),
    ...(plan.covered && (proven || bound.missing + bound.moved > 0) ? [say("plan.proof.cover")] : []),
    ...(later.length > 0 ? [say("plan.unproven", { list: listOf(later, say("list.and")) })] : []),
  ];
}
