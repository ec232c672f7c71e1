import type { AnyStateMachine } from "xstate";
import { remembered } from "../decide.js";
import { factMachine } from "../fact-machine.js";
import type { RunEvent, RunEventType } from "./events.js";
import { type Note, newRun, type RunState } from "./state.js";

/** `undefined` takes an optional field away. */
type Change = Partial<{ [K in keyof RunState]: RunState[K] | undefined }>;
type Of<T extends RunEventType> = Extract<RunEvent, { type: T }>;
type Updates = { readonly [T in RunEventType]: (state: RunState, event: Of<T>) => Change };

/** What each fact changes; total, and without any judgement of its own. */
const updates: Updates = {
  "run-started": (_, { data }) => ({
    run: data.run,
    plan: data.plan,
    people: data.people.map((person) => ({ ...person, present: true })),
  }),
  "step-entered": (state, { data, at }) => ({
    ...left(state),
    index: state.plan.steps.findIndex((step) => step.key === data.key),
    since: at,
    pausedFor: 0,
    extended: 0,
    spoken: [],
    ready: [],
    ...none(state, "floor"),
    ...none(state, "pausedSince"),
    // Whoever comes back to a step that was skipped does it after all.
    ...(state.skipped.some(({ key }) => key === data.key) && {
      skipped: state.skipped.filter(({ key }) => key !== data.key),
    }),
  }),
  "step-skipped": (state, { data, personal }) => ({
    skipped: [...state.skipped, { key: data.key, reason: personal?.text ?? data.reason ?? "" }],
  }),
  "turn-ended": (state, { data }) => ({
    spoken: state.spoken.includes(data.person) ? state.spoken : [...state.spoken, data.person],
    ...none(state, "floor"),
  }),
  "floor-given": (_, { data }) => ({ floor: data.person }),
  "run-paused": (_, { at }) => ({ pausedSince: at }),
  "run-resumed": (state, { at }) => ({
    pausedFor: state.pausedFor + between(state.pausedSince, at),
    ...none(state, "pausedSince"),
  }),
  "step-extended": (state, { data }) => ({ extended: state.extended + data.minutes }),
  "person-joined": (state, { data }) => ({
    people: [
      ...state.people.map((p) => (p.id === data.person.id ? { ...p, present: true } : p)),
      ...(state.people.some((p) => p.id === data.person.id) ? [] : [{ ...data.person, present: true }]),
    ],
  }),
  "person-left": (state, { data }) => ({
    people: state.people.map((p) => (p.id === data.person ? { ...p, present: false } : p)),
    ...(state.floor === data.person ? none(state, "floor") : {}),
  }),
  "role-handed-over": (state, { data }) => ({
    people: state.people.map((p) => ({
      ...p,
      roles:
        p.id === data.to
          ? [...p.roles.filter((role) => role !== data.role), data.role]
          : p.roles.filter((role) => role !== data.role),
    })),
  }),
  "round-added": (state, { data }) => {
    const at = state.plan.steps.findIndex((step) => step.key === data.after) + 1;
    const steps = [...state.plan.steps.slice(0, at), ...data.steps, ...state.plan.steps.slice(at)];
    return { plan: { ...state.plan, steps } };
  },
  "person-ready": (state, { data }) => ({
    ready: state.ready.includes(data.person) ? state.ready : [...state.ready, data.person],
  }),
  "note-added": (state, event) => ({ notes: [...state.notes, noteOf(event)] }),
  "ballot-cast": (state, event) => {
    const ballot = noteOf(event);
    // A second vote takes the place of the first, so that its order tells nothing new.
    const known = state.notes.findIndex((note) => note.id === ballot.id);
    return { notes: known < 0 ? [...state.notes, ballot] : state.notes.with(known, ballot) };
  },
  "note-changed": (state, { data, personal }) => ({
    notes: state.notes.map((note) => (note.id === data.note ? withText(note, personal?.text) : note)),
  }),
  "note-withdrawn": (state, { data }) => ({ notes: state.notes.filter((note) => note.id !== data.note) }),
  "notes-revealed": (state, { data, at }) => ({
    revealed: [...state.revealed, data.step],
    notes: state.notes.map((note) => {
      const place = data.order.indexOf(note.id);
      return place < 0 ? note : { ...note, revealed: { id: `${data.step}-${place + 1}`, at } };
    }),
  }),
  "run-ended": (state) => left(state),
};

const none = (state: RunState, field: "floor" | "pausedSince"): Change =>
  state[field] === undefined ? {} : { [field]: undefined };

const between = (from: string | undefined, to: string): number =>
  from === undefined ? 0 : Math.max(0, Date.parse(to) - Date.parse(from));

function left(state: RunState): Change {
  const key = state.plan.steps[state.index]?.key;
  return key === undefined || state.done.includes(key) ? {} : { done: [...state.done, key] };
}

function noteOf(event: Of<"note-added"> | Of<"ballot-cast">): Note {
  const { note: id, run: _, ...rest } = event.data;
  const note: Note = {
    ...rest,
    id,
    at: event.at,
    ...(event.handle !== undefined && { handle: event.handle }),
  };
  return withText(note, event.personal?.text);
}

function withText(note: Note, text: string | undefined): Note {
  const { text: _, ...rest } = note;
  return text === undefined ? rest : { ...rest, text };
}

/** Whose own version a hidden fact counts up; empty where everyone may notice it. */
function ownersOf(state: RunState, event: RunEvent): readonly string[] {
  if (event.type === "note-added" || event.type === "ballot-cast")
    return event.data.hidden ? holders(noteOf(event)) : [];
  if (event.type !== "note-changed" && event.type !== "note-withdrawn") return [];
  const note = state.notes.find((n) => n.id === event.data.note);
  return note?.hidden && !note.revealed ? holders(note) : [];
}

const holders = (note: Note): string[] =>
  note.handle !== undefined
    ? [note.handle]
    : [...new Set([note.author, note.by].filter((p) => p !== undefined))];

function update(state: RunState, event: RunEvent): Change {
  const owners = ownersOf(state, event);
  const own: Record<string, number> = owners.length === 0 ? state.ownVersions : { ...state.ownVersions };
  for (const owner of owners) own[owner] = (own[owner] ?? 0) + 1;
  const change = (updates[event.type] as ((s: RunState, e: RunEvent) => Change) | undefined)?.(state, event);
  return {
    ...change,
    ownVersions: own,
    publicVersion: state.publicVersion + (owners.length === 0 ? 1 : 0),
    recentCommands: remembered(state.recentCommands, event.commandId),
  };
}

const machine = factMachine<RunState, RunEvent>({
  id: "run",
  start: newRun,
  phases: ["waiting", "running", "paused", "ended"],
  leads: {
    "run-started": { waiting: "running" },
    "run-paused": { running: "paused" },
    "run-resumed": { paused: "running" },
    "step-entered": { paused: "running" },
    "run-ended": "ended",
  },
  update,
});

/** The run's machine, for xstate's own tools; it guarantees that no stored fact is refused. */
export const runMachine: AnyStateMachine = machine.machine;

/**
 * A run after one more stored fact, by xstate's pure transition.
 * Guarantees to be total and pure: the same facts give the same state, and nothing is refused.
 */
export const evolveRun: (state: RunState, event: RunEvent) => RunState = machine.evolve;

/** The same by the table alone, for the machine that this one lies in. */
export const applyRun: (state: RunState, event: RunEvent) => RunState = machine.apply;

/** A run rebuilt from its stored facts. */
export const replayRun: (events: Iterable<RunEvent>, from?: RunState) => RunState = machine.replay;
