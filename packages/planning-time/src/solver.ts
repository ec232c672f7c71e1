import type { Program } from "./program.js";

/** How long a solver may work, in amounts that do not depend on the machine. */
export interface SolverLimits {
  /** Branch-and-bound nodes. */
  readonly nodes?: number;
  /** How often the solver may ask whether to go on: an amount of work that no clock measures. */
  readonly effort?: number;
  /** Seconds at most, where the host has a clock: between two questions whether to go on a solver may take seconds. */
  readonly seconds?: number;
  /** Asked now and then while solving; true ends the search with the best found. */
  readonly shouldStop?: () => boolean;
  /** Seed of the solver's own choices. */
  readonly seed?: number;
  /** Only solutions that cost less are of interest. */
  readonly cutoff?: number;
  /** Told each better solution. */
  readonly onSolution?: (values: Float64Array, objective: number) => void;
  /** Told the bound on the objective as it rises. */
  readonly onBound?: (bound: number) => void;
  /** Solve the relaxations inside by an interior-point method. */
  readonly interior?: boolean;
  /** Solve the linear relaxation only. */
  readonly relaxed?: boolean;
}

/** What a solver found. */
export interface SolverAnswer {
  readonly status: "optimal" | "infeasible" | "stopped";
  /** Absent where nothing was found. */
  readonly values?: Float64Array;
  readonly objective: number;
  /** No solution is better than this. */
  readonly bound: number;
  /** Reduced costs of the columns, for a linear relaxation. */
  readonly reduced?: Float64Array;
  readonly duals?: Float64Array;
}

/** A solver of mixed-integer programs: all columns whole numbers from 0 to their upper bound, smallest cost wins. */
export interface Solver {
  /** Solves one program within its limits, from a start where one is known. */
  solve(program: Program, limits: SolverLimits, start?: Float64Array): SolverAnswer;
  /** Rows of a smallest set that cannot hold together. */
  conflict?(program: Program): readonly number[];
}
