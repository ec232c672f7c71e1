import { followOrder, type PlanInWorkerOptions, type Thread, type Threads } from "./follow-order.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";

/** How a search in a browser runs; files are found by address. */
export interface PlanInBrowserOptions extends PlanInWorkerOptions {
  /** Where `highs.wasm` is served; beside the worker's file where absent. */
  readonly wasmUrl?: URL;
}

/**
 * Searches for a plan in a web worker, so that the page stays alive.
 * Same answers and the same promises about time as under Node.
 *
 * `workerUrl` is where the page serves this package's `browser-worker` file (bundled with `highs`), `wasmUrl` where it
 * serves `highs/runtime`.
 */
export async function planInWorker(problem: PlanningProblem, options: PlanInBrowserOptions): Promise<Plan> {
  return followOrder(problem, options, threads(options));
}

/**
 * Looks in a web worker for the reasons of a plan's missing blocks: which of a school's wishes and rules cannot hold
 * together with one more block. The same plan comes back, its `unplaced` with what could be shown in the time.
 */
export async function reasonsInWorker(
  problem: PlanningProblem,
  found: Plan,
  options: PlanInBrowserOptions,
): Promise<Plan> {
  if (found.unplaced.length === 0) return found;
  return followOrder(problem, { ...options, from: found }, threads(options), ["reasons"]);
}

function threads(options: PlanInBrowserOptions): Threads {
  const url = options.workerUrl ?? new URL("./browser-worker.js", import.meta.url);
  return {
    now: Date.now,
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    share: globalThis.crossOriginIsolated === true,
    start(order, hear, fail): Thread {
      const worker = new Worker(url, { type: "module" });
      worker.onmessage = (event) => hear(event.data);
      worker.onerror = (event) => fail(new Error(event.message));
      worker.postMessage({ order, wasm: options.wasmUrl?.href });
      return { end: () => worker.terminate() };
    },
  };
}
