import type { Grant, StoredEvent } from "@collegium/schema";
import type { Decided, Who } from "./decide.js";
import type { RunCommand } from "./run/commands.js";
import { decideRun } from "./run/decide.js";
import type { NewRunEvent, RunEvent } from "./run/events.js";
import { evolveRun } from "./run/machine.js";
import type { RunState } from "./run/state.js";
import { type RunView, type RunViewer, viewRun } from "./run/view.js";

/** What a server does after a command: store the events, keep the state, and send each viewer their view. */
export interface Handled {
  readonly ok: true;
  /** Complete events, ready to be appended. */
  readonly events: readonly RunEvent[];
  /** Raw state; never leaves the server. */
  readonly state: RunState;
  /** One viewer's view of the new state. */
  readonly viewFor: (viewer: RunViewer, grant: Grant) => RunView | undefined;
  /** Whether the viewer's view has changed; send nothing, not even a hint, where it has not. */
  readonly changedFor: (viewer: RunViewer, grant: Grant) => boolean;
}

/** Where events of a run are kept. */
export type RunStream = Pick<StoredEvent, "districtId" | "stream"> & {
  /** Version of the newest stored event; 0 for none. */
  readonly version: number;
};

/**
 * Puts a stored event's envelope round the facts that `decide` returned.
 * Guarantees that an event with a handle gets no actor: who wrote anonymously is not in the record.
 */
export function seal(
  events: readonly NewRunEvent[],
  command: { readonly commandId: string },
  who: Who,
  stream: RunStream,
): readonly RunEvent[] {
  return events.map((event, i) => ({
    districtId: stream.districtId,
    stream: stream.stream,
    version: stream.version + i + 1,
    at: who.at,
    commandId: command.commandId,
    ...(event.handle === undefined && { actor: who.person }),
    ...event,
  })) as readonly RunEvent[];
}

/**
 * The whole server side of a protocol run for a vendor: a command in, events out, and a view for each viewer.
 * Guarantees that nothing but views needs to reach a client, and that whoever may not notice a change is not told of it.
 * @param stream - Tenant, stream and version the events will be appended at.
 */
export function handle(
  state: RunState,
  command: RunCommand,
  who: Who,
  stream: RunStream = { districtId: "local", stream: "run", version: 0 },
): Handled | (Decided<never> & { readonly ok: false }) {
  const decided = decideRun(state, command, who);
  if (!decided.ok) return decided;
  const events = seal(decided.events, command, who, stream);
  const next = events.reduce(evolveRun, state);
  return {
    ok: true,
    events,
    state: next,
    viewFor: (viewer, grant) => viewRun(next, viewer, grant),
    changedFor: (viewer, grant) =>
      viewRun(next, viewer, grant)?.version !== viewRun(state, viewer, grant)?.version,
  };
}
