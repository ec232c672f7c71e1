// A worker whose clock is the processor time of its own thread: what the search would do on a machine that nobody shares.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { highsSolver } from "../dist/highs-solver.js";
import { loadHighs } from "../dist/load-highs.js";
import { runOrder } from "../dist/worker-run.js";

const now = Date.now();
const { deadline } = workerData;
const used = () => Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
const wasm = createRequire(import.meta.url).resolve("highs/runtime");
const highs = await loadHighs({ locateFile: () => wasm });
const order = { ...workerData, deadline: now + (deadline - now) / Number(process.env.SHARED) };
await runOrder(order, highsSolver(highs), {
  now: () => now + used(),
  post: (report, transfer) => {
    const timed = report.progress && { progress: { ...report.progress, used: used() / 1000 } };
    parentPort.postMessage({ ...report, ...timed }, transfer);
  },
});
