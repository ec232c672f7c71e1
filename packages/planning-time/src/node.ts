import { Worker } from "node:worker_threads";
import { followOrder, type PlanInWorkerOptions, type Thread } from "./follow-order.js";
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
  const url = options.workerUrl ?? new URL("./node-worker.js", import.meta.url);
  if (import.meta.url.endsWith(".ts") && !options.workerUrl) return planHere(problem, options);
  return followOrder(problem, options, {
    now: Date.now,
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    share: true,
    start(order, hear, fail): Thread {
      const worker = new Worker(url, { workerData: order });
      let done = false;
      worker.on("message", (report: Report) => {
        done ||= report.type === "done";
        hear(report);
      });
      worker.on("error", fail);
      worker.on("exit", () => {
        if (!done) hear({ type: "done" });
      });
      return { end: () => void worker.terminate() };
    },
  });
}

/** Without a built worker (sources under a test runner) the search takes turns with this thread, without proofs. */
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
