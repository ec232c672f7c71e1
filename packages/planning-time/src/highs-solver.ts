import type { Highs, HighsCallbackMap, ModelData } from "highs";
import type { Program } from "./program.js";
import type { Solver } from "./solver.js";

/** Solves with HiGHS, loaded by the caller: Node and browsers find its WASM file in different ways. */
export function highsSolver(highs: Highs): Solver {
  const { callbackType, modelStatus } = highs.constants;
  return {
    solve(program, limits, start) {
      const relaxed = limits.relaxed ?? false;
      const model = highs.createModel(dataOf(program, relaxed));
      try {
        model.options.set({
          output_flag: false,
          mip_rel_gap: 0,
          mip_abs_gap: 0.999, // every cost is a whole number
          random_seed: limits.seed ?? 0,
        });
        // An interior point does not stall where many plans cost the same, as the simplex method does here.
        if (relaxed)
          model.options.set({ solver: "ipm", run_crossover: "off", ipm_optimality_tolerance: 1e-5 });
        else model.options.set({ mip_lp_solver: limits.interior ? "ipm" : "choose" });
        if (limits.nodes !== undefined) model.options.set({ mip_max_nodes: limits.nodes });
        if (limits.seconds !== undefined) model.options.set({ time_limit: limits.seconds });
        if (limits.cutoff !== undefined) model.options.set({ objective_bound: limits.cutoff });
        if (start) model.setSolution({ colValue: start });
        let stopped = false;
        let asked = 0;
        const interrupt = (event: { interrupt(): void }): undefined => {
          asked++;
          stopped ||= asked > (limits.effort ?? Infinity) || (limits.shouldStop?.() ?? false);
          if (stopped) event.interrupt();
        };
        const callbacks: { -readonly [K in keyof HighsCallbackMap]: HighsCallbackMap[K] } = {};
        if (limits.shouldStop || limits.effort !== undefined || limits.onBound) {
          callbacks[callbackType.simplexInterrupt] = interrupt;
          callbacks[callbackType.ipmInterrupt] = interrupt;
          callbacks[callbackType.mipInterrupt] = (event) => {
            if (event.data.mip_dual_bound !== undefined) limits.onBound?.(event.data.mip_dual_bound);
            return interrupt(event);
          };
        }
        if (limits.onSolution) {
          callbacks[callbackType.mipImprovingSolution] = (event): undefined => {
            const values = event.data.mip_solution;
            if (values) limits.onSolution?.(values, event.data.objective_function_value ?? Number.NaN);
          };
        }
        let ran = runs(() => model.run(callbacks));
        if (!ran && relaxed) {
          // Where the interior point fails, on degenerate weeks, the simplex method answers.
          model.options.set({ solver: "simplex" });
          ran = runs(() => model.run(callbacks));
        }
        if (!ran) return { status: "stopped", objective: Infinity, bound: -Infinity };
        const status = model.getModelStatus();
        if (status === modelStatus.infeasible)
          return { status: "infeasible", objective: Infinity, bound: Infinity };
        const proven = status === modelStatus.optimal;
        const found =
          Number(model.info.get("primal_solution_status")) === highs.constants.solutionStatus.feasible;
        const objective = found ? model.getObjectiveValue() : Infinity;
        const bound = relaxed ? (proven ? objective : -Infinity) : Number(model.info.get("mip_dual_bound"));
        const solution = found ? model.getSolution() : undefined;
        return {
          status: proven ? "optimal" : "stopped",
          objective,
          bound,
          ...(solution && { values: solution.colValue }),
          ...(solution && relaxed && { reduced: solution.colDual, duals: solution.rowDual }),
        };
      } finally {
        model.dispose();
      }
    },
    conflict(program) {
      const model = highs.createModel(dataOf(program, true));
      try {
        model.options.set({ output_flag: false });
        model.run();
        return model.getModelStatus() === modelStatus.infeasible ? [...model.getIis().rowIndex] : [];
      } finally {
        model.dispose();
      }
    },
  };
}

/** Whether the solver came to an end; its own failure is no reason to lose the plan that is there. */
function runs(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "HighsError") return false;
    throw error;
  }
}

function dataOf(program: Program, relaxed: boolean): ModelData {
  const numCols = program.costs.length;
  const numRows = program.rowLower.length;
  return {
    numCols,
    numRows,
    colCost: program.costs,
    colLower: new Float64Array(numCols),
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: "csr",
      numRows,
      numCols,
      starts: program.starts,
      indices: program.indices,
      values: program.values,
    },
    ...(!relaxed && { integrality: new Int32Array(numCols).fill(1) }),
  };
}
