export {
  decideGoal,
  evolveGoal,
  type GoalCommand,
  type GoalEvent,
  type GoalState,
  noGoal,
} from "./goal-stream.js";
export {
  type AimPoint,
  aimAt,
  daysBetween,
  type GoalProgress,
  type ProgressStatus,
  progress,
  samePopulation,
  type TargetProgress,
} from "./progress.js";
export {
  baselineFrom,
  type GoalPoint,
  pointsFrom,
  type ResultsRule,
  resultsFromReport,
  type StudentResult,
} from "./results.js";
export { Baseline, Indicator, Measure, Population, ResultsGoal, Target } from "./results-goal.js";
