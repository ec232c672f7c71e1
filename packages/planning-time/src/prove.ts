import type { Snapshot } from "./anneal.js";
import { branchOnBlocks } from "./branch-on-blocks.js";
import { uncovered } from "./cover-model.js";
import { dualBound } from "./dual-bound.js";
import type { Model } from "./model.js";
import { type Columns, type Program, programOf } from "./program.js";
import { Extension } from "./program-extension.js";
import { restHolds } from "./rest-holds.js";
import type { Solver, SolverAnswer } from "./solver.js";
import { termsOf } from "./terms.js";

/** What has been shown of every plan. */
export interface Claim {
  /** No plan misses fewer blocks. */
  readonly missing: number;
  /** No plan that misses at most `given` blocks moves fewer periods. */
  readonly moved: number;
  readonly given: number;
}

/** How an exact search runs. */
export interface ProofOptions {
  readonly shouldStop?: () => boolean;
  /** Branch-and-bound nodes for each question. */
  readonly nodes?: number;
  readonly onClaim?: (claim: Claim) => void;
  readonly onBetter?: (found: Snapshot) => void;
}

/** Columns up to which a relaxation is solved at all, and up to which whole numbers are sought in the whole week. */
const RELAXED = 60_000;
const WHOLE = 20_000;
/** Slack for numbers that should be whole. */
const EPSILON = 1e-5;
/** Where the solver's cuts have closed no more than a third of the gap when it asks so often, blocks are branched on instead. */
const ASKED = 6;
const CLOSED = 1 / 3;
/** A relaxation of the whole week is as much work as so many of the solver's own nodes. */
const RELAXATION = 10;

/** The exact model of a whole week with all blocks, and what its linear relaxation shows. */
export interface Relaxed {
  readonly program: Program;
  readonly columns: Columns;
  /** The same program where no block may be missing, and its relaxation's answer. */
  readonly whole: Program;
  /** Absent where it is known that some block must be missing, and where whole numbers are sought at once. */
  readonly answer?: SolverAnswer;
}

/**
 * Solves the linear relaxation of a whole week and claims its bound; nothing where the school is too large for it.
 * `missing` blocks are known not to exist.
 */
export function relax(
  model: Model,
  solver: Solver,
  { shouldStop, onClaim }: Pick<ProofOptions, "shouldStop" | "onClaim">,
  missing = 0,
): Relaxed | undefined {
  const starts =
    model.kinds.reduce((sum, { allowed }) => sum + allowed.reduce((a, b) => a + b, 0), 0) +
    (model.cover?.options.length ?? 0);
  if (starts > RELAXED) return undefined;
  const { program, columns } = programOf(model, { start: model.today }, 0);
  const whole = withAtMostMissing(program, columns, 0);
  if (missing > 0 || columns.count <= WHOLE) return { program, columns, whole };
  const answer = solver.solve(whole, { relaxed: true, ...(shouldStop && { shouldStop }) });
  const { duals } = answer;
  const bound = duals ? Math.ceil(dualBound(whole, duals).bound - EPSILON) : 0;
  if (bound > 0) onClaim?.({ missing: 0, moved: bound, given: 0 });
  return { program, columns, whole, answer };
}

/**
 * Searches the whole week exactly, from a plan already found: first whether fewer blocks must be missing, then whether
 * fewer periods can move. Claims hold even where the search is stopped early.
 */
export function prove(
  model: Model,
  best: Snapshot,
  solver: Solver,
  relaxed: Relaxed,
  options: ProofOptions,
): Claim {
  const { program, columns, whole } = relaxed;
  let claim: Claim = { missing: 0, moved: 0, given: best.missing };
  const say = (next: Claim) => {
    claim = next;
    options.onClaim?.(claim);
  };
  const offer = (values: Float64Array) => {
    const found = snapshotOf(model, columns, values);
    if (restHolds(model, found.start)) options.onBetter?.(found);
  };
  if (best.missing > 0) {
    const costs = new Float64Array(columns.count);
    for (const column of columns.missing) if (column >= 0) costs[column] = 1;
    const question = { ...program, costs };
    const better = ask(question, columns, best.missing, solver, {
      ...options,
      say: (floor) => say({ ...claim, missing: floor }),
      found: offer,
    });
    if (better || options.shouldStop?.()) return claim;
  }
  const question = best.missing > 0 ? withAtMostMissing(program, columns, best.missing) : whole;
  ask(question, columns, best.moved, solver, {
    ...options,
    ...(best.missing === 0 && relaxed.answer && { relaxed: relaxed.answer }),
    atOnce: !relaxed.answer && columns.count <= WHOLE,
    say: (floor) => say({ ...claim, moved: floor }),
    found: offer,
  });
  return claim;
}

/** Looks for solutions cheaper than `cost`, says how cheap any can be; whether it found one. */
function ask(
  program: Program,
  columns: Columns,
  cost: number,
  solver: Solver,
  options: ProofOptions & {
    readonly say: (floor: number) => void;
    readonly found: (values: Float64Array) => void;
    /** The relaxation's answer where it is known. */
    readonly relaxed?: SolverAnswer;
    /** Ask for whole numbers at once: the solver's own relaxation is about as much work as ours. */
    readonly atOnce?: boolean;
  },
): boolean {
  const { say, shouldStop, nodes } = options;
  const stop = shouldStop && { shouldStop };
  const relaxation = () => options.relaxed ?? solver.solve(program, { relaxed: true, ...stop });
  let relaxed = options.atOnce ? undefined : relaxation();
  if (relaxed?.status === "infeasible") {
    say(cost);
    return false;
  }
  if (relaxed && !relaxed.duals) return false;
  let { bound, upper } = relaxed
    ? narrowed(program, relaxed, cost)
    : { bound: -Infinity, upper: program.upper };
  let floor = Math.max(0, Math.ceil(bound - EPSILON));
  if (relaxed) say(Math.min(cost, floor));
  if (floor >= cost || program.costs.length > WHOLE) return false;
  let lowest = cost;
  const take = (values: Float64Array | undefined, objective: number) => {
    if (!values || Math.round(objective) >= lowest) return;
    lowest = Math.round(objective);
    options.found(values);
  };
  let highest = bound;
  const raise = (value: number) => {
    if (!Number.isFinite(bound)) bound = value;
    highest = Math.max(highest, value);
    const next = Math.min(lowest, Math.ceil(value - EPSILON));
    if (next <= floor) return;
    floor = next;
    say(floor);
  };
  let asked = 0;
  let weak = false;
  const answer = solver.solve(
    { ...program, upper },
    {
      cutoff: cost - 0.5,
      ...(nodes !== undefined && { nodes }),
      shouldStop: () => {
        weak ||= ++asked === ASKED && highest - bound < CLOSED * (cost - bound);
        return weak || (shouldStop?.() ?? false);
      },
      onBound: raise,
      onSolution: take,
    },
  );
  take(answer.values, answer.objective);
  raise(answer.status === "stopped" ? answer.bound : lowest);
  if (!weak || shouldStop?.()) return lowest < cost;
  relaxed ??= relaxation();
  if (!relaxed.duals) return lowest < cost;
  ({ upper } = narrowed(program, relaxed, lowest));
  branchOnBlocks({ program: { ...program, upper }, columns, relaxed }, lowest, solver, {
    nodes: (nodes ?? Infinity) / RELAXATION,
    ...stop,
    say: raise,
    found: take,
  });
  return lowest < cost;
}

/** The relaxation's bound, and the columns that are left where a solution has to cost less than `cost`. */
function narrowed(
  program: Program,
  { duals }: SolverAnswer,
  cost: number,
): { bound: number; upper: Float64Array } {
  const { bound, reduced } = dualBound(program, duals!);
  const useless = (c: number) => bound + reduced[c]! > cost - 1 + EPSILON;
  // Where few are left out, presolve does more with the program as it stands.
  const few = program.upper.filter((most, c) => most > 0 && useless(c)).length < program.upper.length / 20;
  return { bound, upper: few ? program.upper : program.upper.map((most, c) => (useless(c) ? 0 : most)) };
}

/** The same program with at most so many missing blocks. */
function withAtMostMissing(program: Program, columns: Columns, most: number): Program {
  const upper = program.upper.slice();
  const used = [...columns.missing].filter((column) => column >= 0);
  if (most === 0) {
    for (const column of used) upper[column] = 0;
    return { ...program, upper };
  }
  const more = new Extension(program);
  more.row(
    used.map((column) => [column, 1]),
    -Infinity,
    most,
  );
  return more.done();
}

/** The week that a solution of the exact model describes; what was not free stands as in `rest`. */
export function snapshotOf(
  model: Model,
  columns: Columns,
  values: Float64Array,
  rest?: Pick<Snapshot, "start" | "block" | "coverOf"> & { readonly free: Uint8Array },
): Snapshot {
  const { periods } = model;
  const start = (rest?.start ?? model.today).slice();
  model.kinds.forEach((kind, k) => {
    const places: number[] = [];
    for (let p = 0; p < periods; p++) {
      const column = columns.lesson[k * periods + p]!;
      const count = column < 0 ? 0 : Math.round(values[column]!);
      for (let i = 0; i < count; i++) places.push(p);
    }
    let next = 0;
    for (const o of kind.occurrences) {
      if (!rest || rest.free[o]) start[o] = places[next++]!;
    }
  });
  const block: number[] = [];
  model.teams.forEach((team, g) => {
    if (columns.missing[g]! < 0) {
      for (let i = 0; i < team.blocks; i++) block.push(rest!.block[block.length]!);
      return;
    }
    const found: number[] = [];
    for (let p = 0; p < periods && found.length < team.blocks; p++) {
      const column = columns.block[g * periods + p]!;
      if (column >= 0 && Math.round(values[column]!) > 0) found.push(p);
    }
    while (found.length < team.blocks) found.push(-1);
    block.push(...found);
  });
  const blocks = Int32Array.from(block);
  const coverOf = rest?.coverOf?.map((option, o) => (rest.free[o] ? -1 : option)) ?? uncovered(model);
  for (const { column, option, start: p } of columns.cover?.all ?? []) {
    if (Math.round(values[column]!) === 0) continue;
    const o = model.kinds[option.kind]!.occurrences.find(
      (one) => start[one] === p && coverOf[one]! < 0 && rest?.free[one] !== 0,
    );
    if (o !== undefined) coverOf[o] = model.cover!.options.indexOf(option);
  }
  return { start, coverOf, block: blocks, ...termsOf(model, start, blocks, coverOf) };
}
