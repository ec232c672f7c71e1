import { Worker } from "node:worker_threads";
import { followOrder, type PlanInWorkerOptions, type Thread, type Threads } from "./follow-order.js";
import { plan } from "./plan.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import type { Report } from "./worker-protocol.js";

export type { PlanInWorkerOptions } from "./follow-order.js";

/**
 * Searches for a plan in a worker thread, so that a server goes on answering meanwhile.
 * Ends within half a second of the limit and a fifth of a second of an abort, always with the best plan so far; the
 * promise rejects only where the worker cannot start or the timetable is broken.
 *
 * A program bundled into one file emits `src/node-worker.ts` of this package as a second file, keeps `highs` outside of
 * the bundle, and says where it is with `workerUrl`.
 */
export async function planInWorker(problem: PlanningProblem, options: PlanInWorkerOptions): Promise<Plan> {
  return unbuilt(options) ? planHere(problem, options) : followOrder(problem, options, threads(options));
}

/**
 * Looks in a worker thread for the reasons of a plan's missing blocks: which of a school's wishes and rules cannot hold
 * together with one more block. The same plan comes back, its `unplaced` with what could be shown in the time.
 */
export async function reasonsInWorker(
  problem: PlanningProblem,
  found: Plan,
  options: PlanInWorkerOptions,
): Promise<Plan> {
  if (unbuilt(options) || found.unplaced.length === 0) return found;
  return followOrder(problem, { ...options, from: found }, threads(options), ["reasons"]);
}

/** Sources under a test runner have no worker's file. */
const unbuilt = (options: PlanInWorkerOptions) => import.meta.url.endsWith(".ts") && !options.workerUrl;

function threads(options: PlanInWorkerOptions): Threads {
  const url = options.workerUrl ?? new URL("./node-worker.js", import.meta.url);
  return {
    now: Date.now,
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    share: true,
    start(order, hear, fail): Thread {
      const worker = new Worker(url, { workerData: order });
      let over = false;
      worker.on("message", (report: Report) => {
        over ||= report.type === "done";
        hear(report);
      });
      worker.on("error", (error) => {
        over = true;
        fail(error);
      });
      worker.on("exit", () => {
        if (!over) hear({ type: "done" });
      });
      return { end: () => void worker.terminate() };
    },
  };
}

/** Without a built worker the search takes turns with this thread, without proofs. */
async function planHere(problem: PlanningProblem, options: PlanInWorkerOptions): Promise<Plan> {
  const deadline = Date.now() + options.seconds * 1000;
  return plan(problem, {
    seed: options.seed ?? 1,
    ...(options.steps !== undefined && { steps: options.steps }),
    ...(options.from && { from: options.from }),
    shouldStop: () => Date.now() >= deadline || (options.signal?.aborted ?? false),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
}
