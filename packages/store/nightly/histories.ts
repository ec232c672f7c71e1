import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import type { Store } from "../src/index.js";
import { storeOn } from "../src/open-store.js";
import { inMemory } from "../src/place.js";
import { SERVER, serverPlace } from "../test/places.js";
import { disorder, type History, record, type Step } from "../verify/history.js";

const step: fc.Arbitrary<Step> = fc.record({
  stream: fc.constantFrom(0, 1),
  expects: fc.constantFrom("seen", "seen", "older", "any"),
  events: fc.constantFrom(1, 1, 2, 3),
  repeats: fc.boolean(),
});

/** Busy enough for every planted fault to have something to damage. */
const BUSY: Step[][] = Array.from({ length: 4 }, (_, client) =>
  Array.from({ length: 6 }, (_, index) => ({
    stream: 0,
    expects: index % 2 === 0 ? "any" : "seen",
    events: 2,
    repeats: (client + index) % 2 === 0,
  })),
);

let shared: Promise<Store> | undefined;
let count = 0;

/** All cases in memory share one store; each has a district of its own. */
async function historyOf(clients: readonly (readonly Step[])[], store?: Store): Promise<History> {
  if (store === undefined) shared ??= inMemory().then(storeOn);
  return record(store ?? ((await shared) as Store), `district-${++count}`, clients);
}

/** Frees the store that the cases share. */
export async function close(): Promise<void> {
  await (await shared)?.close();
  shared = undefined;
}

const histories = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 });

function inOrder(history: History) {
  const faults = disorder(history);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

export const laws: Law[] = [
  law({
    name: "writers at the same time agree on one order",
    gate: 200,
    nightly: 5000,
    chunk: 500,
    values: histories,
    holds: async (clients) => inOrder(await historyOf(clients)),
    faults: [
      damaged("a lost event", (stored) => stored.slice(0, -1)),
      damaged("an event stored twice", (stored) => [...stored, ...stored.slice(-1)]),
      damaged("two events swapped", ([a, b, ...others]) => [b!, a!, ...others]),
      damaged("two authors swapped", ([a, ...others]) => {
        const last = others.at(-1)!;
        return [
          { ...a!, commandId: last.commandId },
          ...others.slice(0, -1),
          { ...last, commandId: a!.commandId },
        ];
      }),
      misreported("an older version accepted", (call) =>
        "version" in call.outcome && call.request.expectedVersion !== "any"
          ? { ...call, request: { ...call.request, expectedVersion: call.request.expectedVersion - 1 } }
          : call,
      ),
      misreported("a refusal without a reason", (call) =>
        "staleAt" in call.outcome ? call : { ...call, outcome: { staleAt: 10_000 } },
      ),
      misreported("a command that acted twice", (call) =>
        "version" in call.outcome && call.outcome.repeated
          ? { ...call, outcome: { ...call.outcome, version: call.outcome.version + 1 } }
          : call,
      ),
      misreported("an answer from before the question", (call) => ({
        ...call,
        called: -call.called,
        returned: -call.called,
      })),
    ],
  }),
  ...(SERVER === undefined ? [] : [onServer()]),
];

/** The same on a server, whose connections really work at the same time; the checker's faults are planted above. */
function onServer(): Law {
  return {
    name: "writers on a server agree on one order",
    gate: 50,
    nightly: 5000,
    chunk: 500,
    async run(seed, start, numRuns) {
      const { database, end } = await serverPlace();
      const store = storeOn(database);
      const property = fc.asyncProperty(histories, async (clients) =>
        inOrder(await historyOf(clients, store)),
      );
      try {
        await fc.assert(property, { seed: seed * 1_000_003 + start, numRuns });
      } finally {
        await end();
      }
    },
  };
}

function damaged(name: string, damage: (stored: History["stored"][string]) => History["stored"][string]) {
  return {
    name,
    caught: async () => {
      const history = await historyOf(BUSY);
      const stored = Object.entries(history.stored).map(([stream, events]) =>
        events.length > 2 ? [stream, damage(events)] : [stream, events],
      );
      return disorder({ ...history, stored: Object.fromEntries(stored) }).length > 0;
    },
  };
}

function misreported(name: string, change: (call: History["calls"][number]) => History["calls"][number]) {
  return {
    name,
    caught: async () => {
      const history = await historyOf(BUSY);
      return disorder({ ...history, calls: history.calls.map(change) }).length > 0;
    },
  };
}
