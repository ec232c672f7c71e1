import { runEventTypes } from "@collegium/protocols/runner";
import { expect, it } from "vitest";
import { type AnyStateMachine, createActor } from "xstate";
import { toDirectedGraph } from "xstate/graph";
import { agenda, members, open, plan } from "../nightly/stage.js";
import {
  type ActionCommand,
  type AnyMeetingCommand,
  actionMachine,
  type CycleCommand,
  canAction,
  canCycle,
  canMeeting,
  cycleMachine,
  decideAction,
  decideCycle,
  decideMeeting,
  evolveAction,
  evolveCycle,
  evolveMeeting,
  type MeetingEvent,
  meetingCommandTypes,
  meetingMachine,
  newAction,
  newCycle,
  newMeeting,
  replayMeeting,
} from "../src/index.js";

const who = { person: "ana", at: "2026-10-02T10:00:00.000Z", handle: "h" };
const envelope = {
  districtId: "d",
  stream: "s",
  version: 1,
  typeVersion: 1,
  at: who.at,
  commandId: "c",
  actor: "ana",
};
const phasesOf = (machine: AnyStateMachine) => Object.keys(machine.states);

/** Arrows of a machine as lines of a Mermaid state diagram. */
function diagram(machine: AnyStateMachine): string[] {
  const graph = toDirectedGraph(machine);
  const initial = String(createActor(machine).getSnapshot().value);
  const arrows = graph.edges
    .filter((e) => e.target.key !== machine.id)
    .map((e) => `  any --> ${e.target.key}: ${e.transition.eventType}`);
  return ["```mermaid", "stateDiagram-v2", `  [*] --> ${initial}`, ...arrows, "```"];
}

/** What each command gives in each phase, as a table. */
function table(
  phases: readonly string[],
  commands: readonly string[],
  outcome: (phase: string, command: string) => string,
): string[] {
  return [
    `| command | ${phases.join(" | ")} |`,
    `|---|${phases.map(() => "---").join("|")}|`,
    ...commands.map(
      (command) => `| ${command} | ${phases.map((phase) => outcome(phase, command)).join(" | ")} |`,
    ),
  ];
}

const cycleCommands: Record<CycleCommand["type"], object> = {
  "start-cycle": { cycle: "c1", team: "t1" },
  "begin-focus": {},
  "begin-collaboration": {},
  "begin-reflection": {},
  "record-entry": { entry: "e2", facet: "plan", text: "x" },
  "withdraw-entry": { entry: "e1" },
  "link-meeting": { meeting: "m1", on: "2026-10-02" },
  "link-action": { action: "a1" },
  "record-point": { point: { measure: "q", on: "2026-10-02", value: 1 } },
  "conclude-test": { outcome: "adopt" },
  "close-cycle": { next: "new-focus" },
};
const actionCommands: Record<ActionCommand["type"], object> = {
  "open-action": {
    action: "a1",
    owner: "ana",
    due: "2026-10-02",
    meeting: "m1",
    wording: { when: "x", will: "y" },
  },
  "mark-stuck": { reason: "x" },
  "resume-action": {},
  "finish-action": {},
  "drop-action": { reason: "x" },
  "postpone-action": { due: "2026-10-09" },
  "hand-over-action": { owner: "ben" },
};
const sample = {
  id: "x",
  label: "A",
  kind: "text",
  hash: "0".repeat(64),
  deleteOn: "2027-06-30",
  namesCovered: true,
  metadataRemoved: true,
} as const;
const need = { id: "n1", standard: "7.RP.3", kind: "reteach", students: ["s1"] } as const;
const meetingCommands: Record<string, object> = {
  "schedule-meeting": { meeting: "m1", team: "t1", on: "2026-10-02", minutes: 45, members, agenda },
  "set-agenda": { agenda },
  "move-meeting": { on: "2026-10-09", minutes: 30 },
  "set-members": { members },
  "give-role": { role: "timekeeper", to: "ben" },
  "begin-item": { item: "main" },
  "end-item": { item: "main" },
  "skip-item": { item: "main", reason: "x" },
  "note-item": { item: "main", note: "n2", text: "x" },
  "note-decision": { decision: "d2", text: "x" },
  "open-poll": { poll: "p2", spec: open, text: "x" },
  "cast-vote": { poll: "p1", choice: 3 },
  "close-poll": { poll: "p1" },
  "agree-action": { action: "a2", owner: "ana", due: "2026-10-02", wording: { when: "x", will: "y" } },
  "review-action": { action: "a0", state: "done" },
  "draft-needs": { needs: [need], roster: ["s1"] },
  "set-need": { need },
  "remove-need": { need: "n1" },
  "recheck-need": { meeting: "m0", need: "n0", text: "x" },
  "give-feedback": { feedback: "f2", kind: "plus", text: "x" },
  "rate-meeting": { rating: 4 },
  "set-window": {
    window: "w1",
    run: "r2",
    times: {
      opens: "2026-10-01T00:00:00.000Z",
      closes: "2026-10-03T00:00:00.000Z",
      expected: [],
      late: "mark",
    },
  },
  "add-sample": { sample: { ...sample, id: "y", label: "B" } },
  "score-sample": { sample: "x", criterion: "c", score: 1 },
  "keep-exemplar": { sample: "x" },
  "remove-sample": { sample: "x" },
  "start-run": { run: "r2", plan, people: members },
  "move-on": { run: "r1" },
  "add-note": { run: "r1", note: "n1", text: "x" },
};

it("tries every command in every phase of cycle, meeting and action, and prints what each gives", async () => {
  const told = (
    decided: { ok: boolean; rejection?: { code: string } },
    refused: { code: string } | undefined,
  ) => {
    expect(refused === undefined).toBe(decided.ok);
    return decided.ok ? "yes" : decided.rejection!.code;
  };
  const entry = { id: "e1", facet: "plan", slot: "prediction", at: who.at, text: "x" } as const;
  const cycle = (phase: string, type: string) => {
    const state = { ...newCycle, phase: phase as "focus", entries: phase === "new" ? [] : [entry] };
    const command = { type, commandId: "k", ...cycleCommands[type as CycleCommand["type"]] } as CycleCommand;
    return told(decideCycle(state, command, who), canCycle(state, command, who));
  };
  const action = (phase: string, type: string) => {
    const command = {
      type,
      commandId: "k",
      ...actionCommands[type as ActionCommand["type"]],
    } as ActionCommand;
    const state = { ...newAction, phase: phase as "active" };
    return told(decideAction(state, command, who), canAction(state, command, who));
  };
  const begun = replayMeeting([
    {
      ...envelope,
      type: "meeting-scheduled",
      data: { meeting: "m1", team: "t1", on: "2026-10-02", minutes: 45, members, agenda },
    },
    { ...envelope, type: "run-started", data: { run: "r1", plan, people: members } },
    { ...envelope, type: "step-entered", data: { run: "r1", key: plan.steps[0]!.key } },
    { ...envelope, type: "poll-opened", data: { poll: "p1", spec: open } },
    { ...envelope, type: "needs-drafted", data: { needs: [need] } },
    { ...envelope, type: "sample-added", data: { sample } },
  ] as unknown as MeetingEvent[]);
  const meeting = (phase: string, type: string) => {
    const state =
      phase === "planned" ? newMeeting : { ...begun, phase: phase as "working", recentCommands: [] };
    const command = { type, commandId: "k", ...meetingCommands[type] } as AnyMeetingCommand;
    return told(decideMeeting(state, command, who), canMeeting(state, command, who));
  };
  const meetingRows = [...meetingCommandTypes, "start-run", "move-on", "add-note"];
  const page = [
    "# Cycle, meeting and action",
    "",
    "Written by a test; `npx vitest run packages/meeting-cycle -u` writes it again. The machines take past facts, so an",
    "arrow from *any* means that a stored fact is never refused; what may happen is in the tables: *yes*, or the code of the",
    "rejection. Each command is well-formed and sent by the facilitator.",
    "",
    ...[
      ["Cycle", cycleMachine, Object.keys(cycleCommands), cycle] as const,
      ["Meeting", meetingMachine, meetingRows, meeting] as const,
      ["Action", actionMachine, Object.keys(actionCommands), action] as const,
    ].flatMap(([title, machine, commands, outcome]) => [
      `## ${title}`,
      "",
      ...diagram(machine),
      "",
      ...table(phasesOf(machine), commands, outcome),
      "",
    ]),
  ].join("\n");
  expect(page).not.toContain("malformed");
  await expect(page).toMatchFileSnapshot("../../../docs/guides/meeting-machines.md");
});

it("accepts every fact in every phase, keeps to its phases, and survives JSON", () => {
  const cases = [
    [
      cycleMachine,
      newCycle,
      evolveCycle,
      [
        "cycle-started",
        "focus-begun",
        "collaboration-begun",
        "reflection-begun",
        "entry-recorded",
        "entry-withdrawn",
        "meeting-linked",
        "action-linked",
        "point-recorded",
        "test-concluded",
        "cycle-closed",
        "unheard-of",
      ],
    ],
    [
      actionMachine,
      newAction,
      evolveAction,
      [
        "action-opened",
        "action-stuck",
        "action-resumed",
        "action-done",
        "action-dropped",
        "action-postponed",
        "action-handed-over",
        "unheard-of",
      ],
    ],
    [
      meetingMachine,
      newMeeting,
      evolveMeeting,
      [
        "meeting-scheduled",
        "agenda-set",
        "meeting-moved",
        "members-set",
        "meeting-opened",
        "check-in-begun",
        "agenda-begun",
        "closing-begun",
        "meeting-adjourned",
        "minutes-approved",
        "meeting-cancelled",
        "person-arrived",
        "person-departed",
        "meeting-role-given",
        "item-begun",
        "item-ended",
        "item-skipped",
        "item-noted",
        "decision-noted",
        "poll-opened",
        "vote-cast",
        "poll-closed",
        "action-agreed",
        "action-reviewed",
        "needs-drafted",
        "need-set",
        "need-removed",
        "needs-agreed",
        "need-rechecked",
        "feedback-given",
        "rating-given",
        "window-set",
        "sample-added",
        "sample-scored",
        "scores-revealed",
        "exemplar-kept",
        "sample-removed",
        ...runEventTypes,
        "unheard-of",
      ],
    ],
  ] as const;
  const data = {
    run: "r1",
    key: "k",
    step: "k",
    note: "n",
    people: [],
    steps: [],
    order: [],
    plan,
    minutes: 1,
    agenda,
    members,
    needs: [],
    need,
    person: "ana",
    item: "main",
    spec: open,
    poll: "p",
    choice: 1,
    sample,
    point: {},
    outcome: { result: "noted" },
  };
  for (const [machine, start, evolve, types] of cases) {
    for (const phase of phasesOf(machine)) {
      for (const type of types) {
        const event = {
          ...envelope,
          type,
          data: type === "person-joined" ? { ...data, person: { id: "ana", roles: [] } } : data,
        };
        const after = (evolve as (s: unknown, e: unknown) => { phase: string })({ ...start, phase }, event);
        expect(phasesOf(machine), `${phase} ${type}`).toContain(after.phase);
        expect(JSON.parse(JSON.stringify(after)), `${phase} ${type}`).toEqual(after);
      }
    }
    expect(() => JSON.stringify(machine.config)).not.toThrow();
  }
});
