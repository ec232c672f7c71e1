import { ResultsGoal } from "@collegium/goals";
import { canonicalJson, documentRegistry, parseJson, type Result, unwrap } from "@collegium/schema";

const registry = documentRegistry([ResultsGoal]);

/**
 * Another vendor's program: it knows goals as they are published, and neither our field nor our form. It edits what
 * it knows and hands everything on.
 */
export function passThrough(text: string): Result<string> {
  const input = parseJson(text);
  if (!input.ok) return input;
  const goal = registry.read(input.value);
  const known = goal.ok ? unwrap(ResultsGoal.set(goal.value as ResultsGoal, { owner: "t-12" })) : input.value;
  return { ok: true, value: canonicalJson(known), warnings: [] };
}
