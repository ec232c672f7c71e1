export { alignment, type GoalAlignment } from "./alignment.js";
export { Charter, CommentWindow, DecisionRight, Discrepancy } from "./charter/charter.js";
export {
  type CharterMeeting,
  charterMeetings,
  charterVocabulary,
  decisionRight,
  nextCharterMeeting,
  openDiscrepancies,
  populationOf,
  reviewIsDue,
} from "./charter/charter-work.js";
export { type DraftOptions, draftGoal } from "./draft-goal.js";
export { ChangeIdea, Driver, DriverDiagram, DriverMeasure, PdsaTest } from "./drivers/driver-diagram.js";
export { type ContextEffect, effectsOf, type PooledIdea, poolContexts } from "./drivers/pool.js";
export {
  type EdFiAttendance,
  type EdFiGoal,
  type EdFiGoalOptions,
  type EdFiPerson,
  type EdFiProfessionalDevelopment,
  edFiAttendance,
  edFiGoal,
  edFiProfessionalDevelopment,
} from "./export/ed-fi.js";
export { goalPage } from "./export/goal-page.js";
export { goalSheet } from "./export/goal-sheet.js";
export { type GoalTree, goalTree, type TreeEdge, type TreeNode, treeMermaid } from "./export/goal-tree.js";
export { type OkrKeyResult, type OkrObjective, okrView } from "./export/okr-view.js";
export type { GoalSheetOptions } from "./export/sheet-content.js";
export type { GoalFields } from "./goal-set.js";
export { GoalSet, Point, Subgroup } from "./goal-set.js";
export {
  decideGoal,
  evolveGoal,
  type GoalCommand,
  type GoalEvent,
  type GoalState,
  noGoal,
} from "./goal-stream.js";
export { daysBetween, type Path, samePopulation } from "./goal-walk.js";
export { goodSet } from "./lint/good-set.js";
export { type LintFinding, type LintLocale, type LintReport, lintGoals, lintRules } from "./lint/lint.js";
export { goalsIn as goalsInFile, lintGoal } from "./lint/lint-goal.js";
export type { LintLevel, LintRule, LintSet, Spot, Words } from "./lint/rule.js";
export { type Forecast, forecast, type WeighedPoint } from "./progress/forecast.js";
export { type GapPoint, type GapTrend, gapTrends } from "./progress/gap-trend.js";
export { gapWords } from "./progress/gap-words.js";
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
