import { hasLater, isDecided, isProven } from "./decided.js";
import { compareTerms, levelsOf, type Terms } from "./objective.js";
import type { Plan, PlanProgress } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import type { Claim } from "./prove.js";
import { unchanged } from "./report.js";
import {
  boardOf,
  decodePlan,
  encodeQuestion,
  type Order,
  type Report,
  type SentPlan,
} from "./worker-protocol.js";

/** How a search in a worker runs and ends. */
export interface PlanInWorkerOptions {
  /** Time limit, from the call on. */
  readonly seconds: number;
  /** 1 where absent. */
  readonly seed?: number;
  /** Amount of work; with it one worker does it all, and the same seed gives the same plan if the time suffices. */
  readonly steps?: number;
  /** Threads: the second one proves while the others search; 2 where absent. */
  readonly workers?: number;
  /** A plan for the same timetable to go on from: after a pin, a dropped rule, a changed quota. */
  readonly from?: Plan;
  /** Ends the search with the best plan so far. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Where the worker's file is, for bundled programs. */
  readonly workerUrl?: URL;
}

/** A worker that was started. */
export interface Thread {
  readonly end: () => void;
}

/** Clock and threads of Node or of a browser. */
export interface Threads {
  readonly now: () => number;
  /** Acts later; the returned function calls it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
  /** Whether memory can be shared with the thread. */
  readonly share: boolean;
  readonly start: (order: Order, hear: (report: Report) => void, fail: (error: unknown) => void) => Thread;
}

/** Milliseconds that a worker has to answer after it was told to stop, before it is ended. */
const GRACE = 80;
/** The same at the time limit, while no plan has been sent, or not yet the best week that the threads share. */
const LATEST = 250;

/** Milliseconds after a proof, at least, in which threads may still improve what the proof says nothing about. */
const POLISH = 200;

/**
 * Starts workers, follows them, and ends them in time; the best plan of all and the best claim make the answer. A worker
 * that fails is no reason to lose what another finds. This thread only reads and writes: what takes long is the workers'.
 */
export function followOrder(
  problem: PlanningProblem,
  options: PlanInWorkerOptions,
  threads: Threads,
  parts: readonly (Order["part"] | undefined)[] = partsOf(options),
): Promise<Plan> {
  const { seconds, signal, onProgress, seed = 1 } = options;
  const levels = levelsOf(problem.objective);
  const isBetter = (a: Terms, b: Terms | undefined) => !b || compareTerms(levels, a, b) < 0;
  return new Promise((resolve, reject) => {
    const deadline = threads.now() + seconds * 1000;
    // Where not even a first plan has come, today's week is the answer; a plan whose reasons were sought stays itself.
    const fallback = () => (parts[0] === "reasons" && options.from ? options.from : unchanged(problem));
    if (signal?.aborted) return resolve(fallback());
    const question = encodeQuestion({ problem, ...(options.from && { from: options.from }) });
    const board = threads.share && parts.length > 1 ? boardOf(problem) : undefined;
    const stop = threads.share ? new SharedArrayBuffer(4) : undefined;
    const started: Thread[] = [];
    const calls: (() => void)[] = [];
    let best: SentPlan | undefined;
    let latest: PlanProgress | undefined;
    let claim: Claim = { missing: 0, moved: 0, given: 0 };
    let running = parts.length;
    let settled = false;
    let polishing = false;
    const began = threads.now();
    const spent = () => threads.now() - began;
    const settle = (act: () => void) => {
      if (settled) return;
      settled = true;
      for (const off of calls) off();
      signal?.removeEventListener("abort", halt);
      for (const thread of started) thread.end();
      act();
    };
    const answer = () => settle(() => resolve(best ? withClaim(decodePlan(best), claim) : fallback()));
    const halt = () => {
      if (stop) Atomics.store(new Int32Array(stop), 0, 1);
      calls.push(threads.later(stop ? GRACE : 0, answer));
    };
    const end = () => {
      if (stop) Atomics.store(new Int32Array(stop), 0, 1);
      const shared = board?.terms;
      const unsent = !best || (shared && isBetter(shared, best));
      if (stop && unsent) calls.push(threads.later(LATEST, answer));
      else halt();
    };
    const tell = () => {
      if (!latest || settled) return;
      const { wanted, placed, moved } = latest;
      const bound = {
        missing: claim.missing,
        moved: wanted - placed <= claim.given ? Math.min(moved, claim.moved) : 0,
      };
      onProgress?.({ ...latest, bound });
    };
    const hear = (report: Report) => {
      if (settled) return;
      if (report.type === "progress") {
        const { progress } = report;
        if (!latest || !isBetter(latest.terms, progress.terms)) latest = progress;
        tell();
      } else if (report.type === "claim") {
        if (better(report.claim, claim)) claim = report.claim;
        tell();
      } else if (report.type === "plan") {
        if (!best || !isBetter(best, report.sent)) best = report.sent; // of equal ones the later knows more reasons
      } else running--;
      if (running === 0) answer();
      else if (options.steps === undefined && best && isDecided(levels, problem.teams, best, claim)) {
        if (!hasLater(levels, best)) answer();
        else if (!polishing) calls.push(threads.later(Math.max(POLISH, spent() / 10), end));
        polishing = true;
      }
    };
    const fail = (error: unknown) => {
      running--;
      if (running > 0) return;
      if (best) answer();
      else settle(() => reject(error));
    };
    calls.push(threads.later(seconds * 1000 + (stop ? 50 : 250), end));
    signal?.addEventListener("abort", halt);
    parts.forEach((part, index) => {
      const order: Order = {
        question,
        seed: seed + index,
        deadline: deadline - 30,
        ...(part && { part }),
        ...(options.steps !== undefined && { steps: options.steps }),
        ...(stop && { stop }),
        ...(board && { board: board.memory }),
      };
      started.push(threads.start(order, hear, fail));
    });
  });
}

/** Who does what: one worker everything, or one proves and the others search from different seeds. */
function partsOf({ workers = 2, steps }: PlanInWorkerOptions): (Order["part"] | undefined)[] {
  if (steps !== undefined || workers < 2) return [undefined];
  return ["search", "proof", ...new Array<"search">(workers - 2).fill("search")];
}

function better(next: Claim, now: Claim): boolean {
  return (
    next.missing > now.missing ||
    (next.missing === now.missing && (next.given > now.given || next.moved > now.moved))
  );
}

/** A plan with what has been shown elsewhere meanwhile. */
function withClaim(found: Plan, claim: Claim): Plan {
  const missing = found.wanted - found.placed;
  const moved = missing <= claim.given ? Math.min(claim.moved, found.moved) : 0;
  return {
    ...found,
    bound: {
      missing: Math.max(found.bound.missing, Math.min(claim.missing, missing)),
      moved: Math.max(found.bound.moved, moved),
    },
    proven: found.proven || isProven({ missing, moved: found.moved }, claim),
  };
}
