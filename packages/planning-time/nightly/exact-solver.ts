import { highsSolver } from "../src/highs-solver.js";
import { loadHighs } from "../src/load-highs.js";
import type { Solver } from "../src/solver.js";

let solver: Promise<Solver> | undefined;

/** The exact solver of all laws; loaded once, by the first law that asks for it. */
export function exactSolver(): Promise<Solver> {
  solver ??= loadHighs().then(highsSolver);
  return solver;
}
