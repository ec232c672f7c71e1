export { type ChangedPeriod, type ChangedWeek, changedWeeks } from "./changes.js";
export {
  type Alternative,
  alternatives,
  type Difference,
  type Price,
  priceList,
  type Search,
} from "./choices.js";
export { type ConflictOptions, withReasons } from "./conflict.js";
export { Cover, readCover } from "./cover.js";
export { highsSolver } from "./highs-solver.js";
export { coverCsv, movesCsv } from "./moves-csv.js";
export { type Objective, type Term, type Terms, termOrder } from "./objective.js";
export { type PlanOptions, plan } from "./plan.js";
export type { CoveredLesson, Move, Plan, PlannedTeam, PlanProgress, RoomChange } from "./plan-document.js";
export { type PlanSheetOptions, planSheet } from "./plan-sheet.js";
export type { Pin, PlanningProblem, PlanningTeam } from "./problem.js";
export type { Program } from "./program.js";
export { sayProof } from "./proof-lines.js";
export type { Claim } from "./prove.js";
export { type Keep, type PlanLocale, type PlanReason, sayReason } from "./reason-texts.js";
export { type HardRules, hardRuleCosts, type RuleCost } from "./rule-costs.js";
export { type PlanText, planSpeaker, planTexts, type SayPlan } from "./sheet-texts.js";
export type { Solver, SolverAnswer, SolverLimits } from "./solver.js";
export { type BoughtBlock, type Swap, swapsBefore, swapsOf } from "./swaps.js";
export { schoolLimit, type TeamLimits, teamLimits } from "./team-limits.js";
export { unprovenTerms } from "./unproven.js";
export {
  type Horizon,
  type SwapPlans,
  type Way,
  type WayKind,
  type WayNote,
  waysToMakeTime,
} from "./ways.js";
export { readWaysQuestion, WaysQuestion } from "./ways-question.js";
export { waysSheet, waysTable } from "./ways-sheet.js";
export { type SayWays, type WaysText, waysSpeaker, waysTexts } from "./ways-texts.js";
export { type WeekNames, weekNames } from "./week-names.js";
export { weekWithCover } from "./week-with-cover.js";
