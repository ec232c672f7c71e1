import { plan } from "./plan.js";
import type { Plan, PlanProgress } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { decodePlan, type Order, type Report } from "./worker-protocol.js";

/** How a search in a worker runs and ends. */
export interface PlanInWorkerOptions {
  /** Time limit, from the call on. */
  readonly seconds: number;
  /** 1 where absent. */
  readonly seed?: number;
  /** Amount of work; with it the same seed gives the same plan if the time suffices. */
  readonly steps?: number;
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
const GRACE = 120;

/** Starts a worker, follows it, and ends it in time. */
export function followOrder(
  problem: PlanningProblem,
  options: PlanInWorkerOptions,
  threads: Threads,
): Promise<Plan> {
  const { seconds, signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const stop = threads.share ? new SharedArrayBuffer(4) : undefined;
    const deadline = threads.now() + seconds * 1000;
    let last: Uint8Array | undefined;
    let settled = false;
    let thread: Thread | undefined;
    const calls: (() => void)[] = [];
    const settle = (act: () => void) => {
      if (settled) return;
      settled = true;
      for (const off of calls) off();
      signal?.removeEventListener("abort", halt);
      thread?.end();
      act();
    };
    // Where not even a first plan has come, today's week without blocks is the answer.
    const giveUp = () =>
      settle(() => resolve(last ? decodePlan(last) : plan(problem, { seed: options.seed ?? 1, steps: 0 })));
    const halt = () => {
      if (stop) Atomics.store(new Int32Array(stop), 0, 1);
      calls.push(threads.later(stop ? GRACE : 0, giveUp));
    };
    const order: Order = {
      problem,
      seed: options.seed ?? 1,
      deadline: deadline - 30,
      ...(options.steps !== undefined && { steps: options.steps }),
      ...(stop && { stop }),
    };
    calls.push(threads.later(seconds * 1000 + (stop ? 50 : 250), halt));
    signal?.addEventListener("abort", halt);
    thread = threads.start(
      order,
      (report) => {
        if (settled) return;
        if (report.type === "progress") onProgress?.(report.progress);
        else if (report.type === "better") last = report.plan;
        else settle(() => resolve(decodePlan(report.plan)));
      },
      (error) => settle(() => reject(error)),
    );
    if (signal?.aborted) halt();
  });
}
