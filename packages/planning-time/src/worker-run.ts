import { withReasons } from "./conflict.js";
import { plan } from "./plan.js";
import type { Plan } from "./plan-document.js";
import type { Solver } from "./solver.js";
import { boardOf, decodeQuestion, encodePlan, type Order, type Report } from "./worker-protocol.js";

/** A better plan waits this many times as long as the last one took to write: a large school's takes a while. */
const PATIENCE = 8;

/** Carries out an order inside a worker; the clock and the post are the worker's own. */
export async function runOrder(
  order: Order,
  solver: Solver,
  world: { readonly now: () => number; readonly post: (report: Report, transfer: ArrayBuffer[]) => void },
): Promise<void> {
  const { problem, from } = decodeQuestion(order.question);
  const flag = order.stop && new Int32Array(order.stop);
  const began = world.now();
  let waiting: (() => Plan) | undefined;
  let sent = 0;
  let took = 0;
  let told = 0;
  const send = (write: () => Plan) => {
    const started = world.now();
    const plan = encodePlan(write());
    world.post({ type: "plan", sent: plan }, [plan.bytes.buffer as ArrayBuffer]);
    waiting = undefined;
    sent = world.now();
    took = sent - started;
  };
  const left = () => Math.max(0.01, (order.deadline - world.now()) / 1000);
  const timed: Solver = {
    ...solver,
    solve: (program, limits, start) => solver.solve(program, { seconds: left(), ...limits }, start),
  };
  const shouldStop = () => {
    const now = world.now();
    if (waiting && now - sent > PATIENCE * took) send(waiting);
    return now >= order.deadline || (flag !== undefined && Atomics.load(flag, 0) === 1);
  };
  if (order.part === "reasons" && from) {
    send(() => withReasons(problem, from, timed, { shouldStop }));
    world.post({ type: "done" }, []);
    return;
  }
  const found = await plan(problem, {
    seed: order.seed,
    ...(order.steps !== undefined && { steps: order.steps }),
    ...(order.part !== undefined && order.part !== "reasons" && { part: order.part }),
    ...(from && { from }),
    solver: timed,
    shouldStop,
    ...(order.board && { board: boardOf(problem, order.board) }),
    spent: () => Math.min(1, (world.now() - began) / Math.max(1, order.deadline - began)),
    onBetter: (write) => {
      waiting = write;
    },
    onClaim: (claim) => world.post({ type: "claim", claim }, []),
    onProgress: (progress) => {
      if (world.now() - told < 50) return;
      told = world.now();
      world.post({ type: "progress", progress }, []);
    },
  });
  send(() => found);
  world.post({ type: "done" }, []);
}
