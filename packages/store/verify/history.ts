import { type StoredEvent, unwrap } from "@collegium/schema";
import type { Appended, AppendRequest, Store } from "../src/index.js";

/** What one client asks for next. */
export interface Step {
  readonly stream: 0 | 1;
  /** Whether it expects the version it saw last, an older one, or none. */
  readonly expects: "seen" | "older" | "any";
  readonly events: 1 | 2 | 3;
  /** Sends its previous command once more first, as after a lost answer. */
  readonly repeats: boolean;
}

/** A request with its answer, and when both happened: moments are counted, not timed. */
interface Call {
  readonly request: AppendRequest;
  readonly called: number;
  readonly returned: number;
  readonly outcome: Appended | { readonly staleAt: number };
}

/** What happened, and what is stored in the end. */
export interface History {
  readonly calls: readonly Call[];
  readonly stored: Readonly<Record<string, readonly StoredEvent[]>>;
}

const STREAMS = ["meeting:0", "meeting:1"];

/** Lets clients work at the same time, each through its own steps, and notes what happened. */
export async function record(
  store: Store,
  districtId: string,
  clients: readonly (readonly Step[])[],
): Promise<History> {
  const calls: Call[] = [];
  let moment = 0;
  await Promise.all(
    clients.map(async (steps, client) => {
      const seen = [0, 0];
      let previous: AppendRequest | undefined;
      const send = async (request: AppendRequest) => {
        const called = ++moment;
        const result = await store.append(request);
        const returned = ++moment;
        const staleAt = result.ok ? undefined : result.issues[0]?.data?.["version"];
        if (!result.ok && typeof staleAt !== "number") unwrap(result);
        const outcome = result.ok ? result.value : { staleAt: staleAt as number };
        calls.push({ request, called, returned, outcome });
        seen[STREAMS.indexOf(request.stream)] = result.ok ? result.value.version : (staleAt as number);
      };
      for (const [index, step] of steps.entries()) {
        if (step.repeats && previous) await send(previous);
        const version = seen[step.stream] ?? 0;
        previous = {
          districtId,
          stream: STREAMS[step.stream] ?? "",
          expectedVersion:
            step.expects === "any" ? "any" : step.expects === "seen" ? version : Math.max(0, version - 1),
          commandId: `${client}-${index}`,
          actor: `person-${client}`,
          at: "2026-09-01T08:30:00.000Z",
          events: Array.from({ length: step.events }, (_, part) => ({
            type: "t",
            typeVersion: 1,
            data: part,
          })),
        };
        await send(previous);
      }
    }),
  );
  const stored = Object.fromEntries(
    await Promise.all(STREAMS.map(async (stream) => [stream, await store.read(districtId, stream)] as const)),
  );
  return { calls, stored };
}

/**
 * Sentences for everything in a history that no order of its calls, one after the other, explains; empty where there is
 * such an order. One stream at a time: the versions given out are the order, so it only has to be checked.
 */
export function disorder({ calls, stored }: History): string[] {
  return Object.entries(stored).flatMap(([stream, events]) => {
    const own = calls.filter(({ request }) => request.stream === stream);
    return [...storedFaults(own, events), ...versionFaults(own), ...staleFaults(own)].map(
      (fault) => `${stream}: ${fault}`,
    );
  });
}

type Success = Call & { readonly outcome: Appended };
const succeeded = (call: Call): call is Success => "version" in call.outcome;
const first = (call: Call): call is Success => succeeded(call) && !call.outcome.repeated;

/** What is stored is what was answered, once, without gaps. */
function storedFaults(calls: readonly Call[], stored: readonly StoredEvent[]): string[] {
  const faults = stored.flatMap((event, index) =>
    event.version === index + 1 ? [] : [`version ${event.version} stands in place ${index + 1}`],
  );
  const answered = new Map<number, string>();
  for (const { outcome } of calls.filter(succeeded)) {
    for (const event of outcome.events) {
      const earlier = answered.get(event.version);
      if (earlier !== undefined && earlier !== event.commandId)
        faults.push(`version ${event.version} was given twice`);
      answered.set(event.version, event.commandId);
    }
  }
  if (answered.size !== stored.length)
    faults.push(`${answered.size} events were answered, ${stored.length} are stored`);
  for (const event of stored) {
    if (answered.get(event.version) !== event.commandId) faults.push(`version ${event.version} is another's`);
  }
  return faults;
}

/** Each command acted once, on the version it expected, and none before a call that had ended when it began. */
function versionFaults(calls: readonly Call[]): string[] {
  const faults: string[] = [];
  const acted = new Map<string, number>();
  for (const { request, outcome } of calls.filter(succeeded)) {
    const { commandId, expectedVersion, events } = request;
    const version = acted.get(commandId) ?? outcome.version;
    if (version !== outcome.version)
      faults.push(`command ${commandId} acted at ${version} and at ${outcome.version}`);
    acted.set(commandId, version);
    if (expectedVersion !== "any" && outcome.version - events.length !== expectedVersion) {
      faults.push(`command ${commandId} expected ${expectedVersion} and got ${outcome.version}`);
    }
  }
  const inOrder = calls.filter(first).sort((a, b) => a.outcome.version - b.outcome.version);
  let latestCall = 0;
  for (const call of inOrder) {
    // Someone with a lower version began only after this one had ended.
    if (call.returned < latestCall) faults.push(`version ${call.outcome.version} came before a lower one`);
    latestCall = Math.max(latestCall, call.called);
  }
  return faults;
}

/** A refusal names a version that the stream had at some moment of the call, other than the expected one. */
function staleFaults(calls: readonly Call[]): string[] {
  const acts = calls.filter(first);
  return calls.flatMap((call) => {
    if (succeeded(call)) return [];
    const { staleAt } = call.outcome as { staleAt: number };
    const { commandId, expectedVersion } = call.request;
    const ended = acts.filter((act) => act.returned < call.called).map((act) => act.outcome.version);
    const begun = acts.filter((act) => act.called < call.returned).map((act) => act.outcome.version);
    const possible = staleAt >= Math.max(0, ...ended) && staleAt <= Math.max(0, ...begun);
    if (expectedVersion === "any" || expectedVersion === staleAt)
      return [`command ${commandId} was refused for nothing`];
    return possible
      ? []
      : [`command ${commandId} was refused at version ${staleAt}, which the stream had not then`];
  });
}
