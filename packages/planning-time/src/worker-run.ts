import { plan } from "./plan.js";
import type { Plan } from "./plan-document.js";
import type { Solver } from "./solver.js";
import { encodePlan, type Order, type Report } from "./worker-protocol.js";

/** How long a better plan may wait before it is sent, in milliseconds: writing a large school's plan takes a while. */
const EVERY = 400;

/** Carries out an order inside a worker; the clock and the post are the worker's own. */
export async function runOrder(
  order: Order,
  solver: Solver,
  world: { readonly now: () => number; readonly post: (report: Report, transfer: ArrayBuffer[]) => void },
): Promise<void> {
  const flag = order.stop && new Int32Array(order.stop);
  const send = (type: "better" | "done", found: Plan) => {
    const bytes = encodePlan(found);
    world.post({ type, plan: bytes }, [bytes.buffer as ArrayBuffer]);
  };
  let waiting: (() => Plan) | undefined;
  let sent = 0;
  let told = 0;
  const shouldStop = () => {
    const now = world.now();
    if (waiting && now - sent > EVERY) {
      send("better", waiting());
      waiting = undefined;
      sent = world.now();
    }
    return now >= order.deadline || (flag !== undefined && Atomics.load(flag, 0) === 1);
  };
  const found = await plan(order.problem, {
    seed: order.seed,
    ...(order.steps !== undefined && { steps: order.steps }),
    solver,
    shouldStop,
    onBetter: (write) => {
      waiting = write;
    },
    onProgress: (progress) => {
      if (world.now() - told < 50) return;
      told = world.now();
      world.post({ type: "progress", progress }, []);
    },
  });
  send("done", found);
}
