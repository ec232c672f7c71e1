import type { Grant } from "@collegium/schema";
import {
  findProtocol,
  fit,
  handle,
  newRun,
  planFit,
  planRun,
  type RunCommand,
  type RunPerson,
  type RunState,
  smallestSlot,
  viewRun,
} from "../src/index.js";

/** People of the laws; the last one looks on. */
export const cast: readonly RunPerson[] = [
  { id: "ana", roles: ["facilitator"] },
  { id: "ben", roles: ["presenter"] },
  { id: "caro", roles: ["note-taker"] },
  { id: "dov", roles: ["participant"] },
  { id: "eve", roles: ["participant"] },
];

/** A team member's grant. */
function grantOf(viewer: string): Grant {
  return {
    viewer,
    subject: { kind: "run", id: "r1" },
    purpose: "teaching",
    audience: "team",
    may: ["read-agenda", "read-notes"],
    on: "2026-10-02",
  };
}

/** What stands between raw state and a viewer; the laws try leaking ones. */
export interface Server {
  readonly view: (state: RunState, viewer: { person: string; handle?: string }) => unknown;
  /** Whether a change is told to the viewer. */
  readonly hint: (before: RunState, after: RunState, viewer: { person: string; handle?: string }) => unknown;
}

/** The real one. */
export const honest: Server = {
  view: (state, viewer) => viewRun(state, viewer, grantOf(viewer.person)),
  hint: (before, after, viewer) => {
    const [a, b] = [before, after].map((s) => viewRun(s, viewer, grantOf(viewer.person))?.version);
    return a === b ? undefined : { version: b };
  },
};

/** Handles are random words; here they only have to differ from ids. */
export const handleOf = (person: string): string => `handle-of-${person}`;

/** A run on a stage: commands in, and what one viewer's connection carries. */
export function stage(protocol: string, server: Server, watcher: string, people = cast) {
  const definition = findProtocol(protocol)!;
  const slot = smallestSlot(definition, { people: people.length }) + 5;
  const plan =
    planFit(definition, fit(definition, slot, people.length), people) ?? planRun(definition, {}, people);
  const viewer = { person: watcher, handle: handleOf(watcher) };
  let state: RunState = newRun;
  const traffic: string[] = [];
  return {
    state: () => state,
    traffic,
    send(
      person: string,
      at: number,
      command: { type: string; commandId: string } & Record<string, unknown>,
    ): string {
      const who = { person, at: new Date(at).toISOString(), handle: handleOf(person) };
      const full = { run: "r1", plan, people, ...command } as unknown as RunCommand;
      const handled = handle(state, full, who);
      if (!handled.ok) return handled.rejection.code;
      const before = state;
      state = handled.state;
      const hint = server.hint(before, state, viewer);
      if (hint !== undefined) traffic.push(JSON.stringify(hint), JSON.stringify(server.view(state, viewer)));
      return "ok";
    },
    look: () => JSON.stringify(server.view(state, viewer)),
  };
}
