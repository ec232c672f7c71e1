import { definitionRegistry, type Grant, unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import {
  clockOf,
  decideRun,
  evolveRun,
  findProtocol,
  fit,
  library,
  newRun,
  planFit,
  planRun,
  protocolDefinition,
  type RunCommand,
  type RunEvent,
  type RunState,
  sheetHtml,
  sheetOf,
  timeLeft,
  viewRun,
  whoseTurn,
  withVariant,
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

it("takes a late joiner, a lost connection and a handover in the middle of a round", () => {
  const { send, state } = room("notice-wonder");
  send("ana", { type: "move-on" });
  send("ana", { type: "end-turn" });
  expect(send("eli", { type: "join-run", person: "eli" })).toBe("ok");
  expect(whoseTurn(state())).toBe("ben");
  send("ana", { type: "leave-run", person: "ben", reason: "connection-lost" });
  expect(whoseTurn(state())).toBe("caro");
  expect(send("ben", { type: "end-turn" })).toBe("not-in-room");
  expect(send("ben", { type: "join-run", person: "ben" })).toBe("ok");
  // Back again, Ben has his place in the order and his turn is not lost.
  expect(whoseTurn(state())).toBe("ben");
  for (const _ of ["ben", "caro", "dov"]) send("ana", { type: "end-turn" });
  expect(whoseTurn(state())).toBe("eli");
  expect(send("caro", { type: "hand-over", role: "facilitator", to: "caro" })).toBe("wrong-role");
  expect(send("ana", { type: "hand-over", role: "facilitator", to: "caro" })).toBe("ok");
  expect(send("ana", { type: "move-on" })).toBe("wrong-role");
  // When the facilitator is gone, anybody may take the role: nobody is ever stuck.
  send("caro", { type: "leave-run", person: "caro", reason: "connection-lost" });
  expect(send("dov", { type: "hand-over", role: "facilitator", to: "dov" })).toBe("ok");
  expect(send("dov", { type: "move-on" })).toBe("ok");
});

it("stops the clock in a pause, and adds minutes only when all consent", () => {
  const { send, state } = room("notice-wonder");
  const begun = Date.parse(state().since);
  send("ana", { type: "pause-run" });
  send("ana", { type: "add-note", note: "n", text: "in the pause" });
  expect(send("ana", { type: "extend-step", minutes: 2, consent: ["ana", "ben"] })).toBe("consent-missing");
  expect(send("ana", { type: "extend-step", minutes: 2, consent: ["ana", "ben", "caro", "dov"] })).toBe("ok");
  send("ana", { type: "resume-run" });
  expect(state().pausedFor).toBe(4000);
  expect(timeLeft(clockOf(state())!, new Date(begun + 64_000).toISOString())).toBe((5 + 2) * 60_000 - 60_000);
});

it("takes notes from paper afterwards, and keeps a meeting under the version it began with", () => {
  const { send, state, view } = room("notice-wonder");
  expect(send("ana", { type: "move-on", reason: "on paper" })).toBe("ok");
  expect(state().skipped).toEqual([{ key: "write-notices", reason: "on paper" }]);
  expect(send("ana", { type: "end-run" })).toBe("ok");
  expect(
    send("ana", { type: "add-note", note: "p1", step: "write-notices", text: "from paper", for: "dov" }),
  ).toBe("ok");
  expect(view("ben").notes).toMatchObject([{ text: "from paper", author: "dov", hidden: false }]);
  // A newer version is published meanwhile; the run's plan lies in its own record.
  const next = {
    ...findProtocol("notice-wonder")!,
    id: "org.collegium/notice-wonder@2",
    steps: findProtocol("notice-wonder")!.steps.slice(0, 3),
  };
  expect(
    unwrap(
      unwrap(definitionRegistry<object>().publish(next.id, next)).publish(
        "org.collegium/notice-wonder@1",
        findProtocol("notice-wonder")!,
      ),
    ).ids,
  ).toHaveLength(2);
  expect(state().plan).toMatchObject({ definition: "org.collegium/notice-wonder@1" });
  expect(state().plan.steps).toHaveLength(5);
});

it("prints a sheet with the plan's steps, times and names, in both languages", () => {
  const definition = findProtocol("final-word")!;
  const plan = planFit(definition, fit(definition, 40, 4), people)!;
  const sheet = sheetOf(definition, plan, { names: { ben: "Ben" } });
  expect(sheet.map((s) => s.minutes).reduce((a, b) => a + b)).toBe(38);
  expect(sheet[4]).toMatchObject({
    number: 5,
    holder: "Ben",
    from: 12,
    minutes: 3,
    label: "Read it and say why",
  });
  expect(sheetHtml(definition, plan, { locale: "es", names: { ana: "<Ana>" } })).toContain(
    "Leerlo y decir por qué – &#60;Ana&#62;",
  );
  const ddd = findProtocol("ddd-3")!;
  expect(withVariant(ddd, "without-predictions").steps.map((s) => s.id)).toEqual(
    ddd.steps.slice(2).map((s) => s.id),
  );
});
