import { highsSolver } from "./highs-solver.js";
import { loadHighs } from "./load-highs.js";
import type { Order } from "./worker-protocol.js";
import { runOrder } from "./worker-run.js";

// The worker in which a search runs in a browser; its first message is the order and where the solver's WASM file is.
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<{ order: Order; wasm?: string }>) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
  reportError(error: unknown): void;
};

scope.onmessage = ({ data }) => {
  // A rejected promise alone would never reach the page.
  carryOut(data).catch((error) => scope.reportError(error));
};

async function carryOut({ order, wasm }: { order: Order; wasm?: string }): Promise<void> {
  const highs = await loadHighs(wasm === undefined ? {} : { locateFile: () => wasm });
  await runOrder(order, highsSolver(highs), {
    now: Date.now,
    post: (report, transfer) => scope.postMessage(report, transfer),
  });
}
