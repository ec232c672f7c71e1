import { ok, type Result } from "@collegium/schema";
import { goalsIn } from "../lint/lint-goal.js";
import { type GapTrend, gapTrends } from "./gap-trend.js";
import { gapWords } from "./gap-words.js";
import { progress, type TargetProgress } from "./progress.js";
import { type ProgressLocale, progressWords } from "./progress-words.js";
import { pointsInCsv } from "./results-file.js";

/** Progress of one goal of a file, in figures and words. */
export interface GoalProgressReport {
  readonly goal: string;
  readonly statement: string;
  readonly targets: readonly (TargetProgress & {
    /** Measure, group and day of the target. */
    readonly title: string;
    readonly words: readonly string[];
  })[];
  readonly gaps: readonly (GapTrend & { readonly words: readonly string[] })[];
}

/**
 * Progress of every goal of a file from a CSV of results.
 * Rows that belong to no measure of the file are named in a warning, never dropped silently; shapes of the CSV as in
 * `pointsInCsv`.
 * @example
 * ```ts
 * const goal = { kind: "results-goal", schemaVersion: 1, id: "g1", ...ResultsGoal.options.examples[0] };
 * const report = goalProgress(goal, "measure,on,value,n,count\nquiz,2026-01-19,0.25,120,30\n");
 * report.ok && report.value[0].targets[0].words[0]; // => "Students are behind the aim line."
 * ```
 */
export function goalProgress(
  json: unknown,
  csv: string,
  locale: ProgressLocale = "en",
): Result<GoalProgressReport[]> {
  const set = goalsIn(json);
  if (!set.ok) return set;
  const points = pointsInCsv(set.value.goals, csv);
  if (!points.ok) return points;
  const reports = set.value.goals.map((goal) => {
    const measures = goal.indicators.flatMap((indicator) => indicator.measures);
    const measureOf = (id: string) => measures.find((measure) => measure.id === id)!;
    return {
      goal: goal.id,
      statement: goal.statement,
      targets: progress(goal, points.value).targets.map((target) => ({
        ...target,
        title: titleOf(target, measureOf(target.measure).name, locale),
        words: progressWords(target, locale),
      })),
      gaps: gapTrends(goal, points.value).map((trend) => ({
        ...trend,
        words: gapWords(trend, measureOf(trend.measure), locale),
      })),
    };
  });
  return ok(reports, [...set.warnings, ...points.warnings]);
}

function titleOf({ population, by }: TargetProgress, measure: string, locale: ProgressLocale): string {
  const everyone = locale === "es" ? "todos" : "everyone";
  const group = population.kind === "all" ? everyone : (population.name ?? population.group);
  return `${measure}, ${group}, ${by}`;
}
