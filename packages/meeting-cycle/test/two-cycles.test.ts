import { checkProtocol, fit, planFit } from "@collegium/protocols";
import { expect, it } from "vitest";
import {
  type ActionCommand,
  type ActionEvent,
  type ActionState,
  buildAgenda,
  type CycleCommand,
  type CycleEvent,
  type CycleState,
  decideAction,
  decideCycle,
  evolveAction,
  evolveCycle,
  type FollowUp,
  followUps,
  type MeetingEvent,
  newAction,
  newCycle,
  transcriptOf,
  viewAction,
  whoNeedsWhat,
} from "../src/index.js";
import { grantFor, meetingRoom } from "./room.js";

/** A school's cycles and actions, kept in memory; meetings are rooms of their own. */
function school() {
  const cycles = new Map<string, CycleState>();
  const actions = new Map<string, ActionState>();
  const seen = new Set<string>();
  let tick = 0;
  const envelope = (stream: string, commandId: string) => ({
    districtId: "d1",
    stream,
    version: ++tick,
    at: new Date(Date.UTC(2026, 8, 1) + tick * 60_000).toISOString(),
    actor: "ana",
    commandId,
  });
  const send = ({ stream, command }: FollowUp): string => {
    const [kind, id] = stream.split(":") as ["cycle" | "action", string];
    if (seen.has(`${stream} ${command.commandId}`)) return "already-done";
    const who = { person: "ana", at: "2026-09-01T00:00:00.000Z" };
    const decided =
      kind === "cycle"
        ? decideCycle(cycles.get(id) ?? newCycle, command as CycleCommand, who)
        : decideAction(actions.get(id) ?? newAction, command as ActionCommand, who);
    if (!decided.ok) return decided.rejection.code;
    seen.add(`${stream} ${command.commandId}`);
    for (const event of decided.events) {
      const stored = { ...envelope(stream, command.commandId), ...event };
      if (kind === "cycle") cycles.set(id, evolveCycle(cycles.get(id) ?? newCycle, stored as CycleEvent));
      else actions.set(id, evolveAction(actions.get(id) ?? newAction, stored as ActionEvent));
    }
    return "ok";
  };
  let count = 0;
  return {
    cycle: (id: string) => cycles.get(id)!,
    action: (id: string) => actions.get(id)!,
    openActions: () => [...actions.values()].filter((a) => a.phase === "active" || a.phase === "stuck"),
    tell: (id: string, command: object) =>
      send({ stream: `cycle:${id}`, command: { commandId: `say-${++count}`, ...command } as CycleCommand }),
    /** Sends what a meeting means for the other streams; sending it twice changes nothing. */
    carry: (room: ReturnType<typeof meetingRoom>) =>
      room.events.flatMap((event: MeetingEvent) => followUps(event, room.state())).map(send),
  };
}

const members = [
  { id: "ana", roles: ["facilitator", "timekeeper"] },
  { id: "ben", roles: ["note-taker"] },
  { id: "caro", roles: ["participant"] },
];

/** What a stranger wrote one evening, as a file. */
const strangersFile = JSON.stringify({
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.example/three-stones@1",
  status: "ready",
  title: { en: "Three stones", es: "Tres piedras" },
  purpose: { en: "See what weighs on us.", es: "Ver qué nos pesa." },
  origin: { en: "Our own.", es: "Nuestro." },
  uses: ["data"],
  trust: "any",
  group: { min: 2, max: 8 },
  roles: [{ id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "write",
      kind: "write",
      label: { en: "Write three stones", es: "Escribir tres piedras" },
      instruction: { en: "Alone.", es: "A solas." },
      minutes: { min: 2, max: 4 },
      speaks: { who: "nobody" },
      capture: {
        id: "stones",
        label: { en: "Stones", es: "Piedras" },
        visible: "at-reveal",
        authorship: "anonymous",
      },
    },
    {
      id: "tell",
      kind: "round",
      label: { en: "Tell one", es: "Contar una" },
      instruction: { en: "In turn.", es: "Por turno." },
      minutes: { min: 1, max: 2 },
      perPerson: true,
      speaks: { who: "each" },
      reveals: ["stones"],
    },
  ],
  minutesBasis: "confirmed",
  minutesSource: "Tried in our team",
});

it("leads from one cycle's promises and the measure's new point into the next cycle's agenda", () => {
  const here = school();

  // September: the team asks its question and starts.
  expect(
    here.tell("c1", { type: "start-cycle", cycle: "c1", team: "grade-7", goal: "g1", target: "t1" }),
  ).toBe("ok");
  here.tell("c1", {
    type: "record-entry",
    entry: "e1",
    facet: "frame",
    slot: "question",
    text: "Who can scale a recipe?",
  });
  here.tell("c1", {
    type: "record-point",
    point: { measure: "quiz", on: "2026-09-14", value: 10, n: 24, target: "t1" },
  });
  here.tell("c1", { type: "begin-collaboration" });

  // The first meeting runs a stranger's protocol that nobody has written code for.
  const strangers = checkProtocol(JSON.parse(strangersFile));
  if (!strangers.ok) throw new Error("the stranger's protocol is valid");
  const first = meetingRoom();
  const agenda = buildAgenda({
    cycle: { id: "c1", phase: "collaboration", question: "Who can scale a recipe?", target: "t1" },
    minutes: 40,
    protocol: { id: strangers.value.id, minutes: 8 },
    newResults: true,
  });
  first.send("ana", {
    type: "schedule-meeting",
    meeting: "m1",
    team: "grade-7",
    cycle: "c1",
    on: "2026-09-15",
    minutes: 40,
    members,
    agenda: agenda.items,
  });
  first.send("ana", { type: "open-meeting" });
  for (const { id } of members) first.send("ana", { type: "arrive", person: id });
  first.send("ben", { type: "begin-item", item: "main" });
  const plan = planFit(strangers.value, fit(strangers.value, 10, 3), members);
  expect(first.send("ben", { type: "start-run", run: "r1", plan, people: members })).toBe("ok");
  for (const { id } of members)
    first.send(id, { type: "add-note", run: "r1", note: "n", text: `A stone of ${id.length} letters` });
  first.send("ben", { type: "move-on", run: "r1" });
  for (const _ of members) expect(first.send("ben", { type: "end-turn", run: "r1" })).toBe("ok");
  first.send("ben", { type: "move-on", run: "r1" });
  expect(first.view("caro")?.runs[0]).toMatchObject({
    phase: "ended",
    notes: [{ text: expect.stringContaining("stone") }, {}, {}],
  });

  // They agree on who needs what, and promise.
  const report = {
    students: [
      { id: "s1", present: true, standards: [{ standard: "7.RP.3", zone: "below" as const }] },
      { id: "s2", present: true, standards: [{ standard: "7.RP.3", zone: "above" as const }] },
    ],
  };
  const draft = whoNeedsWhat(report, {
    by: "caro",
    until: "2026-09-29",
    recheck: { with: "exit ticket", on: "2026-09-29" },
  });
  first.send("ben", { type: "draft-needs", needs: draft.needs, roster: ["s1", "s2"] });
  first.send("ben", { type: "agree-needs" });
  first.send("ben", {
    type: "agree-action",
    action: "a1",
    owner: "caro",
    due: "2026-09-29",
    target: "t1",
    wording: { when: "the warm-up ends", will: "re-teach scaling" },
  });
  first.send("ben", {
    type: "agree-action",
    action: "a2",
    owner: "ana",
    due: "2026-09-29",
    target: "t1",
    wording: { when: "the quiz comes back", will: "share the common errors" },
  });
  first.send("ben", { type: "adjourn-meeting" });
  expect(here.carry(first)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  expect(new Set(here.carry(first))).toEqual(new Set(["already-done"]));
  expect(here.cycle("c1")).toMatchObject({
    meetings: [{ id: "m1" }],
    actions: [{ id: "a1", target: "t1" }, { id: "a2" }],
  });

  // Two weeks later the quiz is given again; reflection begins.
  here.tell("c1", {
    type: "record-point",
    point: { measure: "quiz", on: "2026-09-29", value: 17, n: 24, target: "t1" },
  });
  here.tell("c1", { type: "begin-reflection" });
  const second = meetingRoom();
  const open = here.openActions();
  const opening = buildAgenda({
    cycle: { id: "c1", phase: here.cycle("c1").phase as "reflection" },
    minutes: 40,
    dueActions: open.map(({ id, owner, due, meeting }) => ({ id, owner, due, meeting })),
    recheck: first.state().needs.map((need) => ({ ...need, meeting: "m1" })),
    measures: here
      .cycle("c1")
      .points.slice(-1)
      .map((p) => ({ ...p, baseline: 10, targetValue: 20 })),
  });
  expect(opening.items.slice(0, 3).map((item) => item.kind)).toEqual(["promises", "recheck", "measure"]);
  second.send("ana", {
    type: "schedule-meeting",
    meeting: "m2",
    team: "grade-7",
    cycle: "c1",
    on: "2026-09-30",
    minutes: 40,
    members,
    agenda: opening.items,
    after: "m1",
  });
  second.send("ana", { type: "open-meeting" });
  second.send("ben", { type: "review-action", action: "a1", state: "done" });
  expect(second.send("ben", { type: "review-action", action: "a2", state: "stuck" })).toBe("reason-missing");
  second.send("ben", {
    type: "review-action",
    action: "a2",
    state: "stuck",
    reason: "the copier was broken",
  });
  second.send("ben", {
    type: "recheck-need",
    meeting: "m1",
    need: "7.RP.3/reteach",
    text: "1 of 1 got there",
  });
  second.send("ben", { type: "adjourn-meeting" });
  here.carry(second);
  expect(here.action("a1")).toMatchObject({ phase: "done", closedIn: "m2", target: "t1" });
  expect(here.action("a2")).toMatchObject({ phase: "stuck", reason: "the copier was broken" });
  expect(
    viewAction(here.action("a2"), { person: "lee" }, grantFor("lee", "school", ["read-actions"])),
  ).not.toHaveProperty("owner");

  // The cycle closes and names the one that carries it on.
  expect(here.tell("c1", { type: "close-cycle", next: "adjust-plan" })).toBe("no-successor");
  expect(here.tell("c1", { type: "close-cycle", next: "adjust-plan", successor: "c2" })).toBe("ok");
  expect(here.tell("c1", { type: "begin-focus" })).toBe("wrong-state");
  here.tell("c2", { type: "start-cycle", cycle: "c2", team: "grade-7", target: "t1", after: "c1" });

  // Cycle 2 opens with what cycle 1 left: the stuck action, and the measure's new point beside the target.
  const next = buildAgenda({
    cycle: { id: "c2", phase: "focus", target: "t1" },
    minutes: 40,
    dueActions: here.openActions().map(({ id, owner, due, meeting }) => ({ id, owner, due, meeting })),
    measures: here
      .cycle("c1")
      .points.slice(-1)
      .map((p) => ({ ...p, baseline: 10, targetValue: 20 })),
  });
  expect(next.items[0]).toMatchObject({ kind: "promises", actions: ["a2"], from: { meeting: "m1" } });
  expect(next.items[1]).toMatchObject({
    kind: "measure",
    target: "t1",
    purpose: { values: { baseline: "10", target: "20" } },
  });
  expect(transcriptOf(here.cycle("c1"), "Scaling").points).toEqual([
    { measure: "quiz", on: "2026-09-14", value: 10, n: 24 },
    { measure: "quiz", on: "2026-09-29", value: 17, n: 24 },
  ]);
});
