export { correlation, covariance, mean, median, standardDeviation, variance } from "./descriptive.js";
export { type PercentBand, percentBand } from "./disclosure/percent-band.js";
export { betaQuantile, incompleteBeta } from "./distributions/beta.js";
export { incompleteGamma, logGamma } from "./distributions/gamma.js";
export { normalQuantile, normalTails } from "./distributions/normal.js";
export { type OptionSummary, optionSummaries } from "./items/distractors.js";
export {
  type AggregateItemReport,
  type ClassSummary,
  type ItemFlag,
  type ItemReportOptions,
  type ItemSummary,
  itemReport,
  type StandardSummary,
  type StudentStandard,
  type StudentSummary,
  type TeamItemReport,
} from "./items/item-report.js";
export { type Mastery, type MasteryZone, mastery } from "./items/mastery.js";
export {
  type Answer,
  type CellState,
  type QuizItem,
  type QuizResponses,
  type QuizStudent,
  type ScoredQuiz,
  scoreQuiz,
} from "./items/scoring.js";
