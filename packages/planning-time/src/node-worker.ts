import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { highsSolver } from "./highs-solver.js";
import { loadHighs } from "./load-highs.js";
import type { Order } from "./worker-protocol.js";
import { runOrder } from "./worker-run.js";

// The thread in which a search runs under Node; emitted as a file of its own, also by whoever bundles `/node`.
if (parentPort) {
  const port = parentPort;
  const wasm = createRequire(import.meta.url).resolve("highs/runtime");
  const highs = await loadHighs({ locateFile: () => wasm });
  await runOrder(workerData as Order, highsSolver(highs), {
    now: Date.now,
    post: (report, transfer) => port.postMessage(report, transfer),
  });
}
