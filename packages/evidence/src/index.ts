export { gwetCoefficient } from "./agreement/gwet.js";
export {
  agreementOfScores,
  type IntraclassCorrelation,
  type IntraclassFamily,
  intraclass,
  scorersNeeded,
} from "./agreement/intraclass.js";
export {
  type AgreementTable,
  agreementTable,
  cohenKappa,
  type Kappa,
  type KappaWeights,
  shareWithin,
} from "./agreement/kappa.js";
export { krippendorffAlpha, type Scale } from "./agreement/krippendorff.js";
export { type FleissKappa, fleissKappa, kendallW, lightKappa, pairKappas } from "./agreement/many-scorers.js";
export {
  type AgreementIndex,
  type AgreementPanel,
  agreementPanel,
  type ScorerSeverity,
} from "./agreement/panel.js";
export { completeRatings, levelsOf, type Ratings, shareAgreeing } from "./agreement/ratings.js";
export {
  type GroupAgreement,
  groupAgreement,
  type VarianceComponents,
  varianceComponents,
  type WithinGroupAgreement,
  withinGroupAgreement,
} from "./agreement/within-group.js";
export {
  correlation,
  covariance,
  kendallTau,
  mean,
  median,
  medianAbsoluteDeviation,
  quantile,
  rankCorrelation,
  ranks,
  skewness,
  standardDeviation,
  trimmedMean,
  variance,
} from "./descriptive.js";
export { attack, type Exposure } from "./disclosure/attack.js";
export {
  codeEnds,
  type PublishedGroup,
  type SmallDifference,
  smallDifferences,
} from "./disclosure/differencing.js";
export { jointBands } from "./disclosure/joint-bands.js";
export { type PercentBand, percentBand } from "./disclosure/percent-band.js";
export { type DisclosurePolicy, type ProtectedSet, protect } from "./disclosure/protect.js";
export { protectAgain, type Release } from "./disclosure/protect-again.js";
export {
  type Cell,
  type CountTable,
  cellId,
  joinSets,
  type PublishedSet,
  publishedSet,
  type Sum,
  uniformCells,
} from "./disclosure/published-set.js";
export { betaQuantile, incompleteBeta } from "./distributions/beta.js";
export { binomialAtMost, binomialQuantile } from "./distributions/binomial.js";
export { incompleteGamma, logGamma } from "./distributions/gamma.js";
export { noncentralT } from "./distributions/noncentral-t.js";
export { normalQuantile, normalTails } from "./distributions/normal.js";
export { type Tails, tQuantile, tTails, tTwoSided } from "./distributions/student-t.js";
export { chiSquareTails, fQuantile, fTails } from "./distributions/tails.js";
export { type BeforeAfter, type GapChange, gapChange } from "./groups/gap.js";
export { hedgesFactor, type MeanDifference, meanDifference } from "./groups/mean-difference.js";
export {
  exactInterval,
  type Interval,
  newcombeInterval,
  wilsonCorrectedInterval,
  wilsonInterval,
} from "./groups/proportion.js";
export { compareRisk, type RiskComparison } from "./groups/risk.js";
export { type Screening, screening } from "./groups/screening.js";
export {
  type CountOf,
  type ShrunkShares,
  type ShrunkSlopes,
  type SlopeEstimate,
  shrinkShares,
  shrinkSlopes,
} from "./groups/shrinkage.js";
export { type GainReport, gains } from "./growth/gain.js";
export {
  type GainBand,
  gainBands,
  growthPercentiles,
  knotsOf,
  type SplineKnots,
  splineRow,
} from "./growth/growth-percentile.js";
export {
  type LeastSquaresLine,
  leastSquares,
  repeatedMedianSlope,
  type TheilSenLine,
  theilSen,
} from "./growth/line.js";
export { type QuantileFit, quantileRegression } from "./growth/quantile-regression.js";
export { linearRegression, type Regression } from "./growth/regression.js";
export { type UnitScores, type UnitValueAdded, type ValueAdded, valueAdded } from "./growth/value-added.js";
export type { ClassSummary } from "./items/class-summary.js";
export {
  type DifferentialFunctioning,
  differentialFunctioning,
  mantelHaenszel,
} from "./items/differential-functioning.js";
export { type OptionSummary, optionSummaries } from "./items/distractors.js";
export { correlationInterval, type ItemStatistics, itemStatistics } from "./items/item-analysis.js";
export {
  type AggregateItemReport,
  type ItemReportOptions,
  itemReport,
  type StandardSummary,
  type TeamItemReport,
} from "./items/item-report.js";
export type { ItemFlag, ItemSummary } from "./items/item-summary.js";
export { type Mastery, type MasteryZone, mastery } from "./items/mastery.js";
export { type OneFactor, omega } from "./items/omega.js";
export {
  conditionalError,
  type KuderRichardson,
  kuderRichardson,
  type Reliability,
  reliability,
  standardErrorOfMeasurement,
} from "./items/reliability.js";
export { completeRows, type MissingRule, type ScoreMatrix } from "./items/score-matrix.js";
export {
  type Answer,
  type CellState,
  type QuizItem,
  type QuizResponses,
  type QuizStudent,
  type ScoredQuiz,
  scoreQuiz,
} from "./items/scoring.js";
export type { StudentStandard, StudentSummary } from "./items/student-summary.js";
export { laneyChart, type ProportionChart, proportionChart } from "./process/proportion-chart.js";
export {
  type ProvostSignals,
  provostSignals,
  type RunChart,
  runChart,
  type XmrChart,
  xmrChart,
} from "./process/run-chart.js";
export { agreementWords } from "./reports/agreement-words.js";
export { type GapGroup, type GapInput, gapReport } from "./reports/gap-report.js";
export { type GrowthInput, growthReport } from "./reports/growth-report.js";
export { itemReportWords } from "./reports/item-words.js";
export { type Report, type ReportLocale, type ReportTable, reportMarkdown } from "./reports/report.js";
export {
  type CaseDifference,
  caseDifference,
  type Estimate,
  logResponseRatio,
} from "./single-case/effect-size.js";
export { type Improvement, type Overlap, type OverlapOptions, overlap } from "./single-case/overlap.js";
export { type CsvColumns, CsvReader, parseCsv, readCsv } from "./tables/csv.js";
export { type Grouped, type GroupSummary, groupBy } from "./tables/group-by.js";
export {
  type Column,
  cell,
  type NumberColumn,
  type Table,
  type TextColumn,
  tableOf,
} from "./tables/table.js";
