export { alternatives, type Price, priceList } from "./choices.js";
export { highsSolver } from "./highs-solver.js";
export { type PlanOptions, plan } from "./plan.js";
export type { Move, Plan, PlannedTeam, PlanProgress } from "./plan-document.js";
export type { Pin, PlanningProblem, PlanningTeam } from "./problem.js";
export type { Program } from "./program.js";
export type { Claim } from "./prove.js";
export type { Solver, SolverAnswer, SolverLimits } from "./solver.js";
export { type Swap, swapsOf } from "./swaps.js";
