import type { TeamItemReport } from "@collegium/evidence";
import { fail, ok, type Result } from "@collegium/schema";
import type { GoalFields, Subgroup } from "./goal-set.js";
import { baselineFrom, resultsFromReport } from "./results.js";
import type { Population, Target } from "./results-goal.js";

/** What a team adds to its quiz so that a goal can be drafted. */
export interface DraftOptions {
  readonly id: string;
  /** Name of the quiz; it is given again. */
  readonly measure: string;
  /** Day of the quiz, `YYYY-MM-DD`. */
  readonly on: string;
  /** Days on which it will be given again; the last one is when the target is due. */
  readonly again: readonly [string, ...string[]];
  /** Share of the points a student needs; 0.7 by default, as in the item report. */
  readonly cut?: number;
  /** The standard to work on; the one with the fewest right answers where absent. */
  readonly standard?: string;
  readonly owner?: string;
  readonly team?: string;
  /** Subgroups and their students' ids; each large enough gets a target of its own. */
  readonly subgroups?: readonly (Subgroup & { readonly students: readonly string[] })[];
  readonly minimumGroup?: number;
  readonly locale?: "en" | "es";
}

const WORDS = {
  en: (by: string, target: string, baseline: string, standard: string, measure: string) =>
    `By ${by} ${target} of our students, up from ${baseline}, reach ${standard} on ${measure}.`,
  es: (by: string, target: string, baseline: string, standard: string, measure: string) =>
    `Para el ${by} ${target} de nuestros estudiantes, desde ${baseline}, alcanzan ${standard} en ${measure}.`,
} as const;

/**
 * Drafts a results goal from an item report, so that three teachers spend their ten minutes on the wording and not on the
 * arithmetic: the weakest standard, its baseline, and a target that adds the students who are near the cut to those who have
 * reached it. The same target holds for every subgroup. A draft: each field is the team's to change.
 *
 * Issue codes: `no-standard`, and those of `baselineFrom`.
 * @example
 * ```ts
 * import { itemReport } from "@collegium/evidence";
 * const report = itemReport({
 *   students: ["a", "b", "c"].map((id) => ({ id })),
 *   items: ["1", "2", "3", "4"].map((id) => ({ id, key: "A", standard: "7.RP.1" })),
 *   responses: [["A", "A", "A", "A"], ["A", "A", "A", "B"], ["B", "B", "B", "B"]],
 * }, { audience: "team" });
 * const draft = report.ok && draftGoal(report.value, { id: "g", measure: "the quiz", on: "2025-10-06", again: ["2025-12-01"] });
 * draft && draft.ok && draft.value.indicators[0].standards; // => ["7.RP.1"]
 * ```
 */
export function draftGoal(
  report: Pick<TeamItemReport, "students" | "standards">,
  options: DraftOptions,
): Result<GoalFields> {
  const { cut = 0.7, locale = "en", minimumGroup = 10, on, again } = options;
  const weakest = report.standards
    .filter(({ of, standard }) => of > 0 && (options.standard === undefined || standard === options.standard))
    .reduce<TeamItemReport["standards"][number] | undefined>(
      (worst, one) => (worst === undefined || one.right / one.of < worst.right / worst.of ? one : worst),
      undefined,
    );
  if (!weakest) {
    return fail({
      code: "no-standard",
      path: ["standards"],
      message: "No item of the quiz names a standard that was answered.",
      hint: "Give the items their standards, or write the goal by hand.",
    });
  }
  const { standard } = weakest;
  const groups: Record<string, string[]> = {};
  for (const { group, students } of options.subgroups ?? []) {
    for (const student of students) groups[student] = [...(groups[student] ?? []), group];
  }
  const results = resultsFromReport(report, { on, standard, groups });
  const baseline = (population: Population) => baselineFrom(results, { population, unit: "share", cut });
  const whole = baseline({ kind: "all" });
  if (!whole.ok) return whole;
  const near = report.students.filter((student) =>
    student.standards.some(
      (one) => one.standard === standard && one.points / one.max < cut - 1e-12 && one.zone === "not-sure",
    ),
  ).length;
  const by = again.at(-1)!;
  const target = (id: string, population: Population): Target[] => {
    const start = baseline(population);
    return start.ok ? [{ id, population, baseline: start.value, value: proposal, by }] : [];
  };
  // Whole percents; at least one student more than today, unless everyone is there.
  const { n, count = 0 } = whole.value;
  const proposal = Math.min(1, Math.ceil((100 * Math.max(count + near, Math.min(n, count + 1))) / n) / 100);
  const large = (options.subgroups ?? []).filter(({ students }) => students.length >= minimumGroup);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return ok(
    {
      id: options.id,
      statement: WORDS[locale](by, percent(proposal), percent(whole.value.value), standard, options.measure),
      level: "team",
      aim: "results",
      from: on,
      until: by,
      ...(options.owner === undefined ? {} : { owner: options.owner }),
      ...(options.team === undefined ? {} : { team: options.team }),
      indicators: [
        {
          id: "i1",
          text: standard,
          standards: [standard],
          measures: [
            {
              id: "m1",
              name: options.measure,
              unit: "share",
              direction: "increase",
              cut,
              items: weakest.items.length,
              given: [on, ...again],
              targets: [
                ...target("t-all", { kind: "all" }),
                ...large.flatMap(({ group, name }) =>
                  target(`t-${group}`, { kind: "subgroup", group, name }),
                ),
              ],
            },
          ],
        },
      ],
    },
    whole.warnings,
  );
}
