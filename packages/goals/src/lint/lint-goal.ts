import { fail, ok, type Result } from "@collegium/schema";
import { GoalSet } from "../goal-set.js";
import { ResultsGoal } from "../results-goal.js";
import { type LintLocale, type LintReport, lintGoals } from "./lint.js";

/**
 * Lints a file of goals: one results goal, or a goal set with its subgroups and history.
 * A file that is no such document is refused with its issues; a valid one always gets a report, perhaps an empty one.
 *
 * Issue codes: `wrong-kind` and those of the documents.
 * @example
 * ```ts
 * const linted = lintGoal({
 *   kind: "results-goal", schemaVersion: 1, id: "g1", statement: "Adopt the new reading book", level: "team",
 *   aim: "results", from: "2025-09-01", until: "2026-05-29", indicators: [],
 * });
 * linted.ok && linted.value.shown[0].rule; // => "no-learner-outcome"
 * ```
 */
export function lintGoal(json: unknown, locale: LintLocale = "en"): Result<LintReport> {
  const set = goalsIn(json);
  return set.ok ? ok(lintGoals(set.value, locale), set.warnings) : set;
}

/** The goals of a file, from a results goal or a goal set. */
export function goalsIn(
  json: unknown,
): Result<Pick<GoalSet, "goals" | "subgroups" | "history" | "minimumGroup">> {
  const kind = typeof json === "object" && json !== null ? (json as { kind?: unknown }).kind : undefined;
  if (kind === "goal-set") return GoalSet.read(json);
  if (kind === "results-goal") {
    const goal = ResultsGoal.read(json);
    return goal.ok ? ok({ goals: [goal.value] }, goal.warnings) : goal;
  }
  return fail({
    code: "wrong-kind",
    path: ["kind"],
    message: "Expected a document of kind results-goal or goal-set.",
  });
}
