export { GoalSet, Point, Subgroup } from "./goal-set.js";
export {
  decideGoal,
  evolveGoal,
  type GoalCommand,
  type GoalEvent,
  type GoalState,
  noGoal,
} from "./goal-stream.js";
export { daysBetween, samePopulation } from "./goal-walk.js";
export { goodSet } from "./lint/good-set.js";
export { type LintFinding, type LintLocale, type LintReport, lintGoals, lintRules } from "./lint/lint.js";
export { lintGoal } from "./lint/lint-goal.js";
export type { LintLevel, LintRule, LintSet, Spot, Words } from "./lint/rule.js";
export { type Forecast, forecast, type WeighedPoint } from "./progress/forecast.js";
export { type GapPoint, type GapTrend, gapTrends } from "./progress/gap-trend.js";
export { type GoalProgressReport, goalProgress } from "./progress/goal-progress.js";
export {
  type AimPoint,
  aimAt,
  type GoalProgress,
  type Needed,
  type ProgressStatus,
  progress,
  type ShownPoint,
  type TargetProgress,
} from "./progress/progress.js";
export { type ProgressLocale, progressWords } from "./progress/progress-words.js";
export { pointsInCsv } from "./progress/results-file.js";
export {
  baselineFrom,
  type GoalPoint,
  pointsFrom,
  type ResultsRule,
  resultsFromReport,
  type StudentResult,
} from "./results.js";
export { Baseline, Indicator, Measure, Population, ResultsGoal, Target } from "./results-goal.js";
