import { expect, it } from "vitest";
import { createActor } from "xstate";
import { toDirectedGraph } from "xstate/graph";
import {
  canRun,
  decideRun,
  evolveRun,
  newRun,
  type PlannedStep,
  type RunCommand,
  type RunEvent,
  type RunState,
  runCommandTypes,
  runEventTypes,
  runMachine,
  type Speaks,
  seal,
  stepKinds,
  voices,
} from "../src/index.js";

const people = [
  { id: "fay", roles: ["facilitator"] },
  { id: "pat", roles: ["presenter"] },
  { id: "nia", roles: ["note-taker"] },
  { id: "ola", roles: ["participant"] },
];
const rules: readonly Speaks[] = [
  { who: "nobody" },
  { who: "roles", roles: ["presenter"] },
  { who: "each" },
  { who: "each", except: ["presenter"] },
  { who: "everyone" },
  { who: "pairs" },
  { who: "groups" },
];
const capture = { id: "c", label: { en: "C" }, visible: "at-reveal", authorship: "anonymous" } as const;
const fields: Partial<Record<RunCommand["type"], object>> = {
  "go-to-step": { key: "last" },
  "give-floor": { person: "ola" },
  "extend-step": { minutes: 1, consent: people.map((p) => p.id) },
  "join-run": { person: "zoe" },
  "leave-run": { person: "ola" },
  "hand-over": { role: "facilitator", to: "ola" },
  "add-round": { person: "ola" },
  "add-note": { note: "n2", text: "seen" },
  "cast-ballot": { choices: ["a"] },
  "change-note": { note: "n1", text: "seen again" },
  "withdraw-note": { note: "n1" },
  "reveal-notes": { step: "first" },
};

function at(
  state: RunState,
  person: string,
  command: object,
  n: number,
  follow = true,
): { state: RunState; outcome: string } {
  const full = { commandId: `k${n}`, run: "r1", ...command } as RunCommand;
  const who = { person, at: "2026-10-02T10:00:00.000Z", handle: `h-${person}` };
  const decided = decideRun(state, full, who);
  const refused = canRun(state, full, who);
  if ((refused === undefined) !== decided.ok) throw new Error("canRun and decideRun disagree");
  if (!decided.ok) return { state, outcome: decided.rejection.code };
  if (!follow) return { state: newRun, outcome: "yes" };
  const stored = seal(decided.events, full, who, { districtId: "d", stream: "s", version: 0 });
  return { state: stored.reduce(evolveRun, state), outcome: "yes" };
}

it("covers step kind × speaking rule × role × command × paused, and prints what each may do", async () => {
  const seen = new Map<string, Set<string>>();
  let cells = 0;
  for (const kind of stepKinds) {
    for (const speaks of rules) {
      const first: PlannedStep = {
        key: "first",
        step: "first",
        kind,
        minutes: 5,
        speaks,
        capture,
        ...(kind === "vote" && { ballot: { choices: ["a", "b"], votes: 1 } }),
        round: { id: "r", index: 0, of: 1 },
      };
      const last: PlannedStep = {
        key: "last",
        step: "last",
        kind: "debrief",
        minutes: 5,
        speaks: { who: "everyone" },
      };
      const start = {
        type: "start-run",
        plan: { definition: "org.example/x@1", steps: [first, last] },
        people,
      };
      for (const paused of [false, true]) {
        let ready = at(newRun, "fay", start, 0).state;
        for (const { id } of people)
          ready = at(ready, id, { type: "add-note", note: "n1", text: "x", commandId: `n-${id}` }, 1).state;
        if (paused) ready = at(ready, "fay", { type: "pause-run" }, 2).state;
        const all = voices(ready);
        expect(Object.keys(all).sort()).toEqual(people.map((p) => p.id).sort());
        for (const person of [...people.map((p) => p.id), "stranger"]) {
          for (const type of runCommandTypes) {
            const own = type === "start-run" ? start : { type, ...fields[type] };
            // Following the facts takes most of the time, and they do not depend on the step kind.
            const { state, outcome } = at(ready, person, own, 9, kind === stepKinds[0]);
            cells++;
            if ((outcome === "yes") === (state === ready))
              throw new Error(`${type} changed nothing, or too much`);
            const role = people.find((p) => p.id === person)?.roles[0] ?? "not in the room";
            const key = `${type}|${role}|${paused}`;
            seen.set(key, (seen.get(key) ?? new Set()).add(outcome));
          }
        }
      }
    }
  }
  expect(cells).toBe(stepKinds.length * rules.length * 2 * 5 * runCommandTypes.length);
  const roles = ["facilitator", "presenter", "note-taker", "participant", "not in the room"];
  const cell = (type: string, role: string, paused: boolean) =>
    [...seen.get(`${type}|${role}|${paused}`)!].sort().join(", ");
  const rows = runCommandTypes.map(
    (type) =>
      `| ${type} | ${roles.map((role) => (cell(type, role, false) === cell(type, role, true) ? cell(type, role, false) : `${cell(type, role, false)}; paused: ${cell(type, role, true)}`)).join(" | ")} |`,
  );
  const edges = toDirectedGraph(runMachine);
  const arrows = [
    ...Object.values(edges.children).flatMap((child) =>
      child.edges.map((e) => `  ${child.stateNode.key} --> ${e.target.key}: ${e.transition.eventType}`),
    ),
    ...edges.edges
      .filter((e) => e.target.key !== "run")
      .map((e) => `  any --> ${e.target.key}: ${e.transition.eventType}`),
  ];
  const page = [
    "# The protocol runner",
    "",
    "Written by a test; `npx vitest run packages/protocols -u` writes it again.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> waiting",
    ...arrows,
    "```",
    "",
    `Facts that change no phase: ${runEventTypes.filter((t) => !arrows.some((a) => a.endsWith(`: ${t}`))).join(", ")}.`,
    "",
    "## Who may do what",
    "",
    `Every step kind (${stepKinds.length}) with every speaking rule (${rules.length}), every role, every command, paused or not: ${cells.toLocaleString("en")} cells. *yes* is accepted; anything else is the code of the rejection. Several answers depend on the speaking rule.`,
    "",
    `| command | ${roles.join(" | ")} |`,
    `|---|${roles.map(() => "---").join("|")}|`,
    ...rows,
    "",
  ].join("\n");
  await expect(page).toMatchFileSnapshot("../../../docs/guides/protocol-runner.md");
});

it("accepts every fact in every phase, and can be opened by xstate's own tools", () => {
  const data = {
    run: "r1",
    key: "a",
    reason: "x",
    person: { id: "a", roles: [] },
    minutes: 1,
    role: "r",
    to: "a",
    after: "a",
    steps: [],
    note: "n",
    step: "a",
    order: [],
    hidden: true,
    plan: newRun.plan,
    people: [],
  };
  for (const phase of ["waiting", "running", "paused", "ended"] as const) {
    for (const type of runEventTypes) {
      const event = {
        districtId: "d",
        stream: "s",
        version: 1,
        type,
        typeVersion: 1,
        at: "2026-10-02T10:00:00.000Z",
        commandId: "c",
        actor: "a",
        data: { ...data, ...(type === "person-left" || type.startsWith("turn") ? { person: "a" } : {}) },
      } as unknown as RunEvent;
      const after = evolveRun({ ...newRun, phase }, event);
      expect(["waiting", "running", "paused", "ended"], `${phase} ${type}`).toContain(after.phase);
      expect(JSON.parse(JSON.stringify(after)), `${phase} ${type}`).toEqual(after);
    }
  }
  expect(() => JSON.stringify(runMachine.config)).not.toThrow();
  const actor = createActor(runMachine).start();
  expect(actor.getSnapshot().value).toBe("waiting");
});
