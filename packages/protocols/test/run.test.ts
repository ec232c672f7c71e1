import type { Grant } from "@collegium/schema";
import { expect, it } from "vitest";
import {
  decideRun,
  evolveRun,
  findProtocol,
  fit,
  library,
  newRun,
  planRun,
  protocolDefinition,
  type RunCommand,
  type RunEvent,
  type RunState,
  viewRun,
  whoseTurn,
} from "../src/index.js";

const people = ["ana", "ben", "caro", "dov"].map((id, i) => ({
  id,
  roles: i === 0 ? ["facilitator"] : ["participant"],
}));
const grantOf = (viewer: string): Grant => ({
  viewer,
  subject: { kind: "meeting", id: "m1" },
  purpose: "teaching",
  audience: "team",
  may: ["read-agenda", "read-notes"],
  on: "2026-10-02",
});
let clock = 0;
function room(id: string) {
  const definition = findProtocol(id)!;
  let state: RunState = newRun;
  const events: RunEvent[] = [];
  const send = (person: string, command: Record<string, unknown>) => {
    const at = new Date(Date.UTC(2026, 9, 2, 10, 0, clock++)).toISOString();
    const full = { commandId: `c${clock}`, run: "r1", ...command } as unknown as RunCommand;
    const decided = decideRun(state, full, { person, at, handle: `h-${person}` });
    if (!decided.ok) return decided.rejection.code;
    for (const event of decided.events) {
      const stored = {
        districtId: "d",
        stream: "run:r1",
        version: events.length + 1,
        at,
        commandId: full.commandId,
        ...(event.handle ? {} : { actor: person }),
        ...event,
      } as RunEvent;
      events.push(stored);
      state = evolveRun(state, stored);
    }
    return "ok";
  };
  expect(send("ana", { type: "start-run", plan: planRun(definition, {}, people), people })).toBe("ok");
  return {
    send,
    state: () => state,
    view: (person: string) => viewRun(state, { person, handle: `h-${person}` }, grantOf(person))!,
    events,
  };
}

it("every library entry is a valid definition", () => {
  for (const entry of library) expect(protocolDefinition.read(entry)).toMatchObject({ ok: true });
});

it("fits final word to 40 minutes: four people take 28 and the rest goes to choosing and talking about it", () => {
  const four = fit(findProtocol("final-word")!, 40, 4);
  expect(four).toMatchObject({ answer: "fits", total: 38 });
  expect(fit(findProtocol("final-word")!, 28, 4)).toMatchObject({
    answer: "fits",
    total: 28,
    cut: ["choose", "debrief"],
  });
  expect(fit(findProtocol("final-word")!, 27, 4)).toMatchObject({ answer: "two-sittings" });
});

it("gives turns, skips who has left, and passes over their time through the round", () => {
  const { send, state } = room("final-word");
  expect(state().plan.steps.map((s) => s.holder?.person)).toEqual([
    "ana",
    "ana",
    "ana",
    "ben",
    "ben",
    "ben",
    "caro",
    "caro",
    "caro",
    "dov",
    "dov",
    "dov",
  ]);
  send("ana", { type: "move-on" });
  expect(whoseTurn(state())).toBe("ben");
  send("ben", { type: "end-turn" });
  expect(whoseTurn(state())).toBe("caro");
  send("ana", { type: "leave-run", person: "caro" });
  expect(whoseTurn(state())).toBe("dov");
  for (let i = 0; i < 5; i++) send("ana", { type: "move-on" });
  expect(state().plan.steps[state().index]!.key).toBe("read-aloud.4");
  expect(send("ben", { type: "move-on" })).toBe("wrong-role");
});

it("keeps written notices with their authors until the next step reveals them", () => {
  const { send, view } = room("notice-wonder");
  const before = view("caro");
  send("ben", { type: "add-note", note: "n1", text: "14 of 24 missed item 3" });
  expect(view("caro")).toEqual(before);
  expect(view("ben").notes).toMatchObject([{ text: "14 of 24 missed item 3", mine: true, hidden: true }]);
  send("ana", { type: "move-on" });
  expect(view("caro").notes).toMatchObject([
    { id: "write-notices-1", text: "14 of 24 missed item 3", author: "ben", mine: false },
  ]);
});
