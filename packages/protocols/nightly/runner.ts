import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  decideRun,
  evolveRun,
  findProtocol,
  newRun,
  planRun,
  type RunCommand,
  type RunEvent,
  type RunState,
  replayRun,
  runCommandTypes,
  seal,
  voices,
} from "../src/index.js";
import { choicesOf } from "../src/run/ballots.js";
import { follow, newModel } from "./model.js";
import { cast, handleOf } from "./stage.js";

/** Any command, by anybody, well-formed or not. */
interface Act {
  readonly who: string;
  readonly type: string;
  readonly pick: number;
  readonly seen: "none" | "right" | "stale";
  readonly spoil: boolean;
}
const people = [...cast.map((p) => p.id), "zoe"];
const act = fc.record({
  who: fc.oneof(
    { weight: 5, arbitrary: fc.constant("ana") },
    { weight: 5, arbitrary: fc.constantFrom(...people) },
  ),
  type: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom("add-note", "end-turn", "move-on", "join-run", "leave-run", "cast-ballot"),
    },
    { weight: 6, arbitrary: fc.constantFrom(...runCommandTypes.filter((t) => t !== "end-run"), "sing") },
    { weight: 1, arbitrary: fc.constant("end-run") },
  ),
  pick: fc.nat(9999),
  seen: fc.constantFrom("none" as const, "none" as const, "right" as const, "stale" as const),
  spoil: fc.nat(19).map((n) => n === 0),
});
const acts = fc.record({
  protocol: fc.constantFrom(
    "notice-wonder",
    "final-word",
    "fears-hopes",
    "tuning-40",
    "calibration",
    "microlab",
    "nominal-group",
  ),
  acts: fc.array(act, { minLength: 50, maxLength: 50 }),
});

const commandOf = (state: RunState, a: Act, n: number): Record<string, unknown> => {
  const person = people[a.pick % people.length]!;
  const steps = state.plan.steps;
  const key = steps[a.pick % Math.max(1, steps.length)]?.key ?? "nowhere";
  const base: Record<string, unknown> = { type: a.type, commandId: `c${n}`, run: "r1" };
  const version =
    state.publicVersion + (state.ownVersions[a.who] ?? 0) + (state.ownVersions[handleOf(a.who)] ?? 0);
  if (a.seen !== "none")
    Object.assign(base, { concurrency: "expected", seen: a.seen === "right" ? version : version + 1 });
  const definition = findProtocol("notice-wonder")!;
  const fields: Record<string, object> = {
    "start-run": { plan: planRun(definition, {}, cast), people: cast },
    "go-to-step": { key, ...(a.pick % 2 === 0 && { reason: "We go there now." }) },
    "move-on": a.pick % 3 === 0 ? { reason: "No time." } : {},
    "cast-ballot": {
      choices: choicesAt(state, a.pick),
      ...(a.pick % 5 === 0 && { for: person }),
      ...(a.pick % 7 === 0 && { step: key }),
    },
    "end-turn": a.pick % 3 === 0 ? { person } : {},
    "give-floor": { person },
    "extend-step": { minutes: 2, consent: a.pick % 2 === 0 ? people : [] },
    "join-run": { person },
    "leave-run": { person },
    "hand-over": { role: "facilitator", to: person },
    "add-round": { person },
    "mark-ready": {},
    "add-note": {
      note: `n${a.pick % 40}`,
      text: "Something seen.",
      ...(a.pick % 5 === 0 && { for: person }),
      ...(a.pick % 7 === 0 && { step: key }),
    },
    "change-note": { note: `n${a.pick % 40}`, text: "Something else." },
    "withdraw-note": { note: `n${a.pick % 40}` },
    "reveal-notes": { step: key },
  };
  const command = { ...base, ...fields[a.type] };
  if (a.spoil) delete command["run"];
  return command;
};

/** Up to two of the choices of the vote there is, and now and then one that is not there. */
function choicesAt(state: RunState, pick: number): readonly string[] {
  const ballot = state.plan.steps.find((step) => step.ballot)?.ballot;
  const all = ballot ? choicesOf(state, ballot) : ["nothing"];
  return pick % 9 === 0
    ? ["nowhere"]
    : [...new Set([pick, pick + 1].flatMap((n) => all[n % (all.length + 1)] ?? []))];
}

/** How a case begins, so that a vote finds something to be held on. */
const beginning = (protocol: string): readonly (object | undefined)[] =>
  protocol === "nominal-group"
    ? [
        undefined,
        { type: "add-note", note: "a", text: "An idea." },
        { type: "add-note", note: "b", text: "Another." },
        { type: "go-to-step", key: "collect", reason: "We go there now." },
        { type: "go-to-step", key: "vote", reason: "We go there now." },
      ]
    : [];

/** Plays the acts on the runner and on the model; throws where they part. */
function play(
  protocol: string,
  list: readonly Act[],
  evolve: (s: RunState, e: RunEvent) => RunState = evolveRun,
) {
  const definition = findProtocol(protocol)!;
  const plan = planRun(definition, {}, cast);
  let state: RunState = newRun;
  const model = newModel();
  const events: RunEvent[] = [];
  const outcomes: string[] = [];
  const tell = (condition: boolean, what: string) => {
    if (!condition) throw new Error(what);
  };
  list.forEach((a, n) => {
    const begin = beginning(protocol)[n];
    const raw: Record<string, unknown> =
      n === 0
        ? { type: "start-run", commandId: "start", run: "r1", plan, people: cast }
        : begin
          ? { commandId: `c${n}`, run: "r1", ...begin }
          : commandOf(state, a, n);
    const command = raw as unknown as RunCommand;
    const who = {
      person: n === 0 || begin ? "ana" : a.who,
      at: new Date(Date.UTC(2026, 9, 2) + n * 1000).toISOString(),
      handle: handleOf(n === 0 || begin ? "ana" : a.who),
    };
    const before = JSON.stringify(state);
    const decided = decideRun(state, command, who);
    outcomes.push(`${raw["type"]}: ${decided.ok ? "accepted" : decided.rejection.code}`);
    if (!decided.ok) {
      tell(
        /^[a-z-]+$/.test(decided.rejection.code) && decided.rejection.message.endsWith("."),
        "a rejection has a code and a sentence",
      );
      tell(JSON.stringify(state) === before, "a rejection changes nothing");
      return;
    }
    const stored = seal(decided.events, command, who, {
      districtId: "d",
      stream: "run:r1",
      version: events.length,
    });
    for (const event of stored) {
      events.push(event);
      // Restore and continue: the state as JSON goes on like the state that never stopped.
      state = evolve(JSON.parse(JSON.stringify(state)), event);
      follow(model, event, state);
    }
    tell(state.phase === model.phase, `phase ${state.phase}, model ${model.phase}`);
    tell(state.index === model.index, `index ${state.index}, model ${model.index}`);
    const votes = state.notes.filter((note) => note.choices !== undefined).length;
    tell(state.notes.length - votes === model.notes, "number of notes");
    tell(votes === model.ballots.size, "one vote each");
    tell(
      state.notes.every(
        (note) => !note.hidden || note.revealed !== undefined || !state.revealed.includes(note.step),
      ),
      "a reveal shows all or nothing",
    );
    tell(state.extended === model.extended && state.pausedFor === model.pausedFor, "time");
    tell(
      state.people.every((p) => model.present.has(p.id) === p.present) &&
        state.people.length === model.known.size,
      "people",
    );
    tell([...state.spoken].sort().join() === [...model.spoken].sort().join(), "who has spoken");
    const all = voices(state);
    tell(Object.keys(all).length === model.present.size, "one voice for everyone present and nobody else");
    const step = state.phase === "running" ? state.plan.steps[state.index] : undefined;
    const speaking = Object.values(all).filter((v) => v === "speaks").length;
    if (step?.speaks.who === "each") tell(speaking <= 1, "one speaker in a turn step");
    if (step?.speaks.who === "nobody" && state.floor === undefined)
      tell(speaking === 0, "silence in a silent step");
  });
  tell(JSON.stringify(replayRun(events)) === JSON.stringify(state), "replay equals live");
  return { state, events, outcomes };
}

const throws = (action: () => unknown): boolean => {
  try {
    action();
    return false;
  } catch {
    return true;
  }
};
const faulty = (name: string, spoil: (after: RunState, event: RunEvent, before: RunState) => RunState) => ({
  name,
  caught: (seed: number) =>
    fc
      .sample(acts, { seed, numRuns: 60 })
      .some(({ protocol, acts: list }) =>
        throws(() => play(protocol, list, (s, e) => spoil(evolveRun(s, e), e, s))),
      ),
});

/** Laws about the runner: 50 random commands a case, so 20,000 cases are a million commands. */
export const laws: readonly Law[] = [
  law({
    name: "the runner agrees with a simple model over random commands",
    gate: 60,
    nightly: 20_000,
    chunk: 500,
    values: acts,
    holds: ({ protocol, acts: list }) => {
      play(protocol, list);
    },
    faults: [
      faulty("a leaver stays", (after, event, before) =>
        event.type === "person-left" ? { ...after, people: before.people } : after,
      ),
      faulty("a pause costs time", (after, event) =>
        event.type === "run-resumed" ? { ...after, pausedFor: 0 } : after,
      ),
      faulty("turns survive a step", (after, event, before) =>
        event.type === "step-entered" ? { ...after, spoken: before.spoken } : after,
      ),
      faulty("whoever votes again votes twice", (after, event, before) =>
        event.type === "ballot-cast" && after.notes.length === before.notes.length && before.notes.length > 0
          ? { ...after, notes: [...before.notes, after.notes.find((n) => n.id === event.data.note)!] }
          : after,
      ),
      faulty("a note is lost", (after, event, before) =>
        event.type === "note-added" && before.notes.length === 3 ? { ...after, notes: before.notes } : after,
      ),
    ],
  }),
];
