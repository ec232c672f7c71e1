import { Annealer, type Snapshot } from "./anneal.js";
import { type Board, merged } from "./board.js";
import { compile } from "./compile.js";
import { uncovered } from "./cover-model.js";
import { hasLater, isDecided } from "./decided.js";
import { explain } from "./explain.js";
import { BlockInserter } from "./insert-blocks.js";
import { Neighbourhoods } from "./neighbourhood.js";
import { compareTerms, levelsOf, termsIn } from "./objective.js";
import type { Plan, PlanProgress } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { type Claim, prove, relax } from "./prove.js";
import { seeded } from "./random.js";
import { report } from "./report.js";
import { blocksOf, coversOf, startsOf } from "./resume.js";
import type { Solver } from "./solver.js";
import { withSpared } from "./spared.js";
import { termsOf } from "./terms.js";

/** How a search runs; it takes no clock and no random numbers of its own. */
export interface PlanOptions {
  /** Same seed and steps, same plan, byte for byte. */
  readonly seed: number;
  /**
   * Amount of work, in steps of about a hundredth of a second. Without it the search goes on until `shouldStop` or a
   * proof ends it, or for 2,000 steps where there is no `shouldStop`.
   */
  readonly steps?: number;
  /** A plan for the same timetable to go on from: after a pin, a dropped rule, a changed quota. */
  readonly from?: Plan;
  /** Exact solver for proofs; without it only a plan that moves nothing is proven. */
  readonly solver?: Solver;
  /** Which part of the work to do, where two threads share it; both where absent. */
  readonly part?: "search" | "proof";
  /** Asked at least every 50 milliseconds; true ends the search with the best plan so far. */
  readonly shouldStop?: () => boolean;
  /** Share of the time that is spent, 0 to 1, where the host knows: the search then cools once over what is left. */
  readonly spent?: () => number;
  /** Awaited after every step, for a host that shares its thread with the search. */
  readonly pause?: () => Promise<void>;
  /** Called now and then with the best plan so far. */
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Told what is shown of every plan, as it is shown. */
  readonly onClaim?: (claim: Claim) => void;
  /** Where threads show each other the best week so far. @internal */
  readonly board?: Board;
  /** Told each better plan as a function that writes it. */
  readonly onBetter?: (write: () => Plan) => void;
}

/** Proposals in a step. */
const STEP = 10_000;
/** Temperatures: at the hot end a chain that costs two moves more is taken now and then, at the cold end none is. */
const HOT = 1.2;
const WARM = 1;
const COLD = 0.25;
/** Price of a taught person-period in a block. */
const PRICE = 10;
/**
 * Where blocks stay missing: a much hotter start, and a price that rises beyond that of a missing block. Otherwise every
 * block ends with one member who teaches, where giving up a few would complete the rest.
 */
const LACKING = 3;
const DEAR = { first: 0.4, last: 1.2 };
/** From which price of a missing block on a search insists on it. */
const INSISTS = 10;
/** Share of what is left of the work that goes into missing blocks, and into the one long cooling; exact repairs have the rest. */
const INSERTING = 0.3;
const COOLING = 0.4;
/** Moves of an insertion in a step, steps after which it has added nothing, and steps of it beside an exact repair. */
const MOVES = 1000;
const PATIENCE = 1000;
const BESIDE = 50;
/** Steps that an exact repair counts as. */
const REPAIR = 10;
/** Branch-and-bound nodes of a proof within a counted search. */
const NODES = 200;

/**
 * Gives every team its common planning time with the fewest changed lessons.
 * The plan never has a clash that today's week does not have, and keeps every student's day; `bound` and `proven` are
 * true of every possible plan.
 */
export async function plan(problem: PlanningProblem, options: PlanOptions): Promise<Plan> {
  const model = compile(problem);
  const levels = levelsOf(problem.objective);
  const annealer = new Annealer(model, seeded(options.seed), levels);
  const wanted = model.teams.reduce((sum, team) => sum + team.blocks, 0);
  let explained = explain(model);
  let claim: Claim = { missing: explained.missing, moved: 0, given: wanted };
  const nothing = { start: model.today, block: new Int32Array(wanted).fill(-1), coverOf: uncovered(model) };
  let best: Snapshot = { ...nothing, ...termsOf(model, nothing.start, nothing.block, nothing.coverOf) };
  let steps = 0;
  const limit = options.steps ?? (options.shouldStop ? Infinity : 2000);
  const stopped = () => steps >= limit || (options.shouldStop?.() ?? false);
  const decided = () => isDecided(levels, model.teams, best, claim);
  const over = () => stopped() || decided();
  const lacking = () => best.missing > explained.missing && annealer.landscape.missing >= INSISTS;
  const tell = (phase: PlanProgress["phase"]) => {
    const bound = { missing: claim.missing, moved: best.missing <= claim.given ? claim.moved : 0 };
    const placed = wanted - best.missing;
    options.onProgress?.({ wanted, placed, moved: best.moved, terms: termsIn(best), bound, phase, steps });
  };
  const take = (found: Snapshot | undefined) => {
    if (!found || compareTerms(levels, found, best) >= 0) return;
    best = found;
    options.board?.post(found, levels);
    options.onBetter?.(() => report(model, found, claim, explained));
    tell(best.missing > 0 ? "finding" : "improving");
  };
  /** Goes on from the best week of all threads. */
  const meet = () => {
    const terms = options.board?.terms;
    if (terms && compareTerms(levels, terms, best) < 0)
      best = options.board?.read(model.today.length) ?? best;
  };
  /** One cooling, from the best week so far. */
  const anneal = async (length: number, hot: number, price = [PRICE, PRICE]) => {
    annealer.restart();
    annealer.cool(length * STEP, hot, COLD, price);
    for (let i = 0; i < length && !over(); i++) {
      annealer.run(STEP);
      steps++;
      await options.pause?.();
      take(annealer.best);
    }
  };

  const dear = [DEAR.first, DEAR.last].map((share) => share * annealer.landscape.missing);
  const { solver } = options;
  const proofOptions = {
    ...(options.shouldStop && { shouldStop: options.shouldStop }),
    onClaim: (next: Claim) => {
      claim = { ...next, missing: Math.max(explained.missing, next.missing) };
      options.onClaim?.(claim);
      tell("proving");
    },
  };
  const share = options.spent ?? (() => (Number.isFinite(limit) ? steps / limit : 0));
  let inserter: BlockInserter | undefined;
  let known: Snapshot | undefined;
  /** Looks for missing blocks through weeks that break rules, until so many steps have added none. */
  const insert = async (patience: number, part = 1) => {
    if (model.cover || !lacking()) return;
    inserter ??= new BlockInserter(model, seeded(options.seed));
    const until = share() + part * (1 - share());
    for (let left = patience; left > 0 && lacking() && share() < until && !over(); left--) {
      meet();
      if (best !== known) inserter.learn(best);
      known = best;
      const found = inserter.run(MOVES, explained.most);
      if (found && found.missing < best.missing) left = patience;
      take(found);
      if (best === found) known = best;
      steps++;
      await options.pause?.();
    }
    annealer.learn(best);
  };
  let spared = false;
  /** Where the school's rules leave teams without blocks: in which periods they could be spared at all. */
  const spare = () => {
    if (spared || !solver || problem.rules !== "all" || !lacking() || stopped()) return;
    spared = true;
    tell("proving");
    explained = withSpared(model, explained, best.block, solver, options.shouldStop);
    inserter = undefined; // fewer periods are open
    proofOptions.onClaim(claim);
  };
  // The bound on every plan comes first where another thread looks for the plan meanwhile, and all blocks may exist.
  const first = options.part === "proof" && explained.missing === 0;
  let relaxed = solver && first ? relax(model, solver, proofOptions) : undefined;
  const { from } = options;
  if (from) annealer.adopt(startsOf(model, from), blocksOf(model, from), coversOf(model, from));
  annealer.placeBlocks();
  take(annealer.best);
  tell("finding");
  const size = Math.max(Math.ceil(wanted * 1.5), Math.min(60, Math.ceil(model.today.length / 8)));
  meet();
  if (!relaxed?.answer || best.missing > explained.missing) await anneal(size, HOT);
  // In a school as full as this, a block that is almost free is dear to the end, even where all blocks have been found.
  const tight = lacking();
  if (options.part === undefined) await (lacking() ? anneal(2 * size, LACKING, dear) : anneal(2 * size, HOT));
  await insert(PATIENCE, INSERTING);
  if (solver && options.part !== "search" && !over()) {
    spare();
    await insert(PATIENCE, INSERTING);
    // A proof that so few blocks must be missing is harder to have than the blocks.
    for (let more = 2; more < 16 && model.cover && lacking() && !over(); more *= 2) {
      await anneal(more * size, LACKING, dear);
      meet();
      annealer.learn(best);
    }
    tell("proving");
    relaxed ??= relax(model, solver, proofOptions, explained.missing);
    meet();
    if (relaxed)
      prove(model, best, solver, relaxed, {
        ...proofOptions,
        ...(options.steps !== undefined && { nodes: NODES }),
        onBetter: take,
      });
    relaxed = undefined; // as large as the model; the long search needs the memory
    meet();
    annealer.learn(best);
  }
  // One long cooling, measured by the host's clock or by the steps, and then exact repairs of what it found; where blocks
  // are missing, half of it looks for them.
  const coolTo = async (end: number) => {
    const begun = share();
    const lacks = lacking();
    const most = lacks ? Infinity : model.today.length / 2;
    const hot = lacks ? LACKING : WARM;
    const [first, last] = tight ? dear : [PRICE, PRICE];
    let cooled = begun < end ? 0 : 1;
    meet();
    annealer.learn(best);
    annealer.restart();
    for (let length = 1; cooled < 1 && !over(); length++) {
      const temperature = hot * (COLD / hot) ** cooled;
      const price = first! * (last! / first!) ** cooled;
      annealer.cool(STEP, temperature, temperature, [price, price]);
      annealer.run(STEP);
      steps++;
      await options.pause?.();
      take(annealer.best);
      cooled = Math.max((share() - begun) / (end - begun), length / most);
    }
  };
  const spent = share();
  if (solver && lacking()) await coolTo(spent + (COOLING / 2) * (1 - spent));
  if (solver) await coolTo(spent + COOLING * (1 - spent));
  spare();
  const regions = solver && new Neighbourhoods(model, seeded(options.seed), solver, levels, explained.most);
  while (regions && !stopped() && !regions.exhausted) {
    meet();
    const from = best;
    const later = decided();
    if (later && (regions.isPolished(from) || !hasLater(levels, from))) break;
    const found = regions.improve(from, later, options.shouldStop);
    meet();
    take(found && best !== from ? merged(model, from, found, best) : found);
    steps += REPAIR;
    await insert(BESIDE);
    tell("improving");
    await options.pause?.();
  }
  for (let length = 2 * size; !regions && !over(); length = Math.min(2 * length, 32 * size))
    await (lacking() ? anneal(length, LACKING, dear) : anneal(length, WARM));
  meet();
  tell("proving");
  return report(model, best, claim, explained);
}
