import type { Grant } from "@collegium/schema";
import {
  decideRun,
  evolveRun,
  newRun,
  type ProtocolDefinition,
  planRun,
  type RunCommand,
  type RunEvent,
  type RunPerson,
  type RunState,
  seal,
  viewRun,
} from "../src/index.js";

/** A team member's grant for tests. */
export const grantOf = (viewer: string): Grant => ({
  viewer,
  subject: { kind: "run", id: "r1" },
  purpose: "teaching",
  audience: "team",
  may: ["read-agenda", "read-notes"],
  on: "2026-10-02",
});

/** A run of a protocol in memory, with a clock that ticks a second per command. */
export function runRoom(definition: ProtocolDefinition, people: readonly RunPerson[]) {
  let state: RunState = newRun;
  let tick = 0;
  const events: RunEvent[] = [];
  const room = {
    events,
    state: () => state,
    view: (person: string, handle = `h-${person}`) => viewRun(state, { person, handle }, grantOf(person))!,
    /** "ok", or the code of the rejection. */
    send(person: string, command: Record<string, unknown>, handle = `h-${person}`): string {
      const at = new Date(Date.UTC(2026, 9, 2, 10, 0, tick++)).toISOString();
      const who = { person, at, handle };
      const full = { commandId: `c${tick}`, run: "r1", ...command } as unknown as RunCommand;
      const decided = decideRun(state, full, who);
      if (!decided.ok) return decided.rejection.code;
      const stream = { districtId: "d", stream: "run:r1", version: events.length };
      for (const event of seal(decided.events, full, who, stream)) {
        events.push(event);
        state = evolveRun(state, event);
      }
      return "ok";
    },
  };
  room.send(people[0]!.id, { type: "start-run", plan: planRun(definition, {}, people), people });
  return room;
}
