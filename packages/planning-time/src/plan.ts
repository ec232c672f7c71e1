import { Annealer, type Snapshot } from "./anneal.js";
import { compile } from "./compile.js";
import type { Plan, PlanProgress } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { prove } from "./prove.js";
import { seeded } from "./random.js";
import { report } from "./report.js";
import type { Solver } from "./solver.js";

/** How a search runs; it takes no clock and no random numbers of its own. */
export interface PlanOptions {
  /** Same seed and steps, same plan, byte for byte. */
  readonly seed: number;
  /** Amount of work, in steps of about a hundredth of a second; without it the search ends when `shouldStop` says so. */
  readonly steps?: number;
  /** Exact solver for proofs and sub-problems; without it the search has chains alone and proves little. */
  readonly solver?: Solver;
  /** Asked at least every 50 milliseconds; true ends the search with the best plan so far. */
  readonly shouldStop?: () => boolean;
  /** Awaited after every step, for a host that shares its thread with the search. */
  readonly pause?: () => Promise<void>;
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Told each better plan as a function that writes it. */
  readonly onBetter?: (write: () => Plan) => void;
}

const STEP = 10_000;

/**
 * Gives every team its common planning time with the fewest changed lessons.
 * The plan never has a clash that today's week does not have, and keeps every student's day; `bound` and `proven` are
 * true of every possible plan.
 */
export async function plan(problem: PlanningProblem, options: PlanOptions): Promise<Plan> {
  const model = compile(problem);
  const random = seeded(options.seed);
  const weight = typeof problem.objective === "object" ? problem.objective.weighted : 100_000;
  const annealer = new Annealer(model, random, weight);
  const wanted = model.teams.reduce((sum, team) => sum + team.blocks, 0);
  let bound = { missing: 0, moved: 0 };
  let best: Snapshot = {
    start: model.today,
    block: new Int32Array(wanted).fill(-1),
    missing: wanted,
    moved: 0,
  };
  let steps = 0;
  const limit = options.steps ?? Infinity;
  const over = () => steps >= limit || (options.shouldStop?.() ?? false);
  const tell = (phase: PlanProgress["phase"]) =>
    options.onProgress?.({ wanted, placed: wanted - best.missing, moved: best.moved, bound, phase, steps });
  const take = (found: Snapshot | undefined) => {
    if (!found || weight * found.missing + found.moved >= weight * best.missing + best.moved) return false;
    best = found;
    options.onBetter?.(() => report(model, found, bound, new Map()));
    return true;
  };

  annealer.placeBlocks();
  take(annealer.best);
  const size = Math.max(20, Math.round(wanted * 1.5));
  for (let length = size, round = 0; !over() && round < 6; length *= 2, round++) {
    annealer.cool(length * STEP, round === 0 ? 1.5 : 1, 0.25);
    for (let i = 0; i < length && !over(); i++) {
      annealer.run(STEP);
      steps++;
      await options.pause?.();
      if (take(annealer.best)) tell(best.missing > 0 ? "finding" : "improving");
    }
    annealer.restart();
  }
  if (options.solver && !over()) {
    tell("proving");
    const proof = prove(model, best, options.solver, {
      weight: typeof problem.objective === "object" ? weight : undefined,
      shouldStop: options.shouldStop,
      nodes: options.steps === undefined ? undefined : Math.max(1, limit - steps),
    });
    bound = proof.bound;
    take(proof.better);
  }
  tell("proving");
  return report(model, best, bound, new Map());
}
