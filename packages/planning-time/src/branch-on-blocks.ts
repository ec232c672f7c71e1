import { dualBound } from "./dual-bound.js";
import type { Columns, Program } from "./program.js";
import { Extension } from "./program-extension.js";
import type { Solver, SolverAnswer } from "./solver.js";

/** Part of all plans: those in which some blocks stand at a period, or do not. */
interface Branch {
  /** 1 or 0 by block column. */
  readonly fixed: ReadonlyMap<number, 0 | 1>;
  /** No plan in it costs less. */
  readonly bound: number;
  /** Shares of the block columns in the relaxation's answer. */
  readonly shares: ReadonlyMap<number, number>;
}

/** A share this close to 0 or 1 is whole. */
const WHOLE = 1e-4;
/** Slack for numbers that should be whole. */
const EPSILON = 1e-5;
/** What an unlikely side of a branch counts beside the other one. */
const STRONGER = 0.2;

/**
 * Branch and bound on the blocks alone. Once it is decided where the blocks stand, the linear relaxation of all lessons
 * is almost whole; a solver that branches on lessons too never gets there. Every bound is taken from row prices, so it
 * holds whatever the solver did.
 */
export function branchOnBlocks(
  { program, columns, relaxed }: { program: Program; columns: Columns; relaxed: SolverAnswer },
  cost: number,
  solver: Solver,
  options: {
    /** Relaxations to solve at most. */
    readonly nodes: number;
    readonly shouldStop?: () => boolean;
    /** Told each higher bound on every plan. */
    readonly say: (floor: number) => void;
    /** Told the values of each cheaper plan. */
    readonly found: (values: Float64Array, objective: number) => void;
  },
): void {
  const stop = options.shouldStop && { shouldStop: options.shouldStop };
  const blocks = [...columns.block].filter((column) => column >= 0);
  const gains = new Gains();
  let lowest = cost;
  let left = options.nodes;
  const sharesOf = (answer: SolverAnswer) => new Map(blocks.map((c) => [c, answer.values?.[c] ?? 0]));
  const rootBound = relaxed.duals ? dualBound(program, relaxed.duals).bound : 0;
  const open: Branch[] = [{ fixed: new Map(), bound: rootBound, shares: sharesOf(relaxed) }];
  /** Bounds of branches that could not be decided. */
  let undecided = Infinity;
  const worth = (bound: number) => Math.ceil(bound - EPSILON) < lowest;
  while (open.length > 0) {
    const next = open.reduce((best, branch, i) => (branch.bound < open[best]!.bound ? i : best), 0);
    const branch = open[next]!;
    options.say(Math.min(lowest, Math.ceil(Math.min(undecided, branch.bound) - EPSILON)));
    if (!worth(branch.bound) || left <= 0 || options.shouldStop?.()) return;
    open.splice(next, 1);
    const column = gains.choose(branch);
    if (column === undefined) {
      // Every block has its place: the lessons are all that is left to decide.
      const answer = solver.solve(fix(program, branch.fixed), { cutoff: lowest - 0.5, ...stop });
      if (answer.values && Math.round(answer.objective) < lowest) {
        lowest = Math.round(answer.objective);
        options.found(answer.values, lowest);
      }
      if (answer.status === "stopped") undecided = Math.min(undecided, branch.bound);
      continue;
    }
    for (const value of [1, 0] as const) {
      const fixed = new Map(branch.fixed).set(column, value);
      const question = fix(program, fixed);
      const answer = solver.solve(question, { relaxed: true, ...stop });
      left--;
      if (answer.status === "infeasible") {
        gains.note(column, value, lowest - branch.bound, branch);
        continue;
      }
      const shown = answer.duals ? dualBound(question, answer.duals).bound : 0;
      const bound = Math.max(branch.bound, shown);
      gains.note(column, value, bound - branch.bound, branch);
      if (answer.values && worth(bound)) open.push({ fixed, bound, shares: sharesOf(answer) });
      else if (!answer.values) undecided = Math.min(undecided, bound);
    }
  }
  options.say(Math.min(lowest, Number.isFinite(undecided) ? Math.ceil(undecided - EPSILON) : lowest));
}

/** The program with some blocks decided. */
function fix(program: Program, fixed: ReadonlyMap<number, 0 | 1>): Program {
  const upper = program.upper.slice();
  for (const [column, value] of fixed) if (value === 0) upper[column] = 0;
  const more = new Extension({ ...program, upper });
  for (const [column, value] of fixed) if (value === 1) more.row([[column, 1]], 1, Infinity);
  return more.done();
}

/** How much branching on a block has raised the bound so far, a whole share at a time: up to 1, and down to 0. */
class Gains {
  readonly #sums = new Map<number, [down: number, downs: number, up: number, ups: number]>();
  readonly #all: [down: number, downs: number, up: number, ups: number] = [0, 0, 0, 0];

  note(column: number, value: 0 | 1, gain: number, { shares }: Branch): void {
    const share = shares.get(column)!;
    const whole = gain / (value === 1 ? 1 - share : share);
    const mine = this.#sums.get(column) ?? [0, 0, 0, 0];
    this.#sums.set(column, mine);
    for (const sums of [mine, this.#all]) {
      sums[2 * value]! += whole;
      sums[2 * value + 1]!++;
    }
  }

  /** The block whose decision promises most on its weaker side; none where all shares are whole. */
  choose({ shares, fixed }: Branch): number | undefined {
    let best: number | undefined;
    let most = -1;
    for (const [column, share] of shares) {
      if (fixed.has(column) || share < WHOLE || share > 1 - WHOLE) continue;
      const up = this.#expected(column, 1) * (1 - share);
      const down = this.#expected(column, 0) * share;
      const promise = STRONGER * Math.max(up, down) + (1 - STRONGER) * Math.min(up, down);
      if (promise <= most) continue;
      most = promise;
      best = column;
    }
    return best;
  }

  #expected(column: number, value: 0 | 1): number {
    const [all, times] = [this.#all[2 * value]!, this.#all[2 * value + 1]!];
    const usual = times > 0 ? all / times : 1;
    const mine = this.#sums.get(column);
    // What others gained counts as one experience more.
    return mine ? (mine[2 * value]! + usual) / (mine[2 * value + 1]! + 1) : usual;
  }
}
