import { assign, setup, transition } from "xstate";
import { REMEMBERED_COMMANDS } from "../decide.js";
import type { RunEvent, RunEventType } from "./events.js";
import { type Note, newRun, type RunPhase, type RunState } from "./state.js";

type Change = Partial<RunState>;
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
    ...none("floor"),
    ...none("pausedSince"),
  }),
  "step-skipped": (state, { data }) => ({
    skipped: [...state.skipped, { key: data.key, reason: data.reason }],
  }),
  "turn-ended": (state, { data }) => ({
    spoken: state.spoken.includes(data.person) ? state.spoken : [...state.spoken, data.person],
    ...none("floor"),
  }),
  "floor-given": (_, { data }) => ({ floor: data.person }),
  "run-paused": (_, { at }) => ({ pausedSince: at }),
  "run-resumed": (state, { at }) => ({
    pausedFor: state.pausedFor + between(state.pausedSince, at),
    ...none("pausedSince"),
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
    ...(state.floor === data.person ? none("floor") : {}),
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

/** `undefined` removes an optional field of the context when it is merged. */
const none = (field: "floor" | "pausedSince"): Change => ({ [field]: undefined });

const between = (from: string | undefined, to: string): number =>
  from === undefined ? 0 : Math.max(0, Date.parse(to) - Date.parse(from));

function left(state: RunState): Change {
  const key = state.plan.steps[state.index]?.key;
  return key === undefined || state.done.includes(key) ? {} : { done: [...state.done, key] };
}

function noteOf(event: Of<"note-added">): Note {
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
  if (event.type === "note-added") return event.data.hidden ? holders(noteOf(event)) : [];
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
  const change = (updates[event.type] as (s: RunState, e: RunEvent) => Change)(state, event);
  const seen = state.recentCommands.at(-1) === event.commandId;
  return {
    ...change,
    ownVersions: own,
    publicVersion: state.publicVersion + (owners.length === 0 ? 1 : 0),
    recentCommands: seen
      ? state.recentCommands
      : [...state.recentCommands.slice(1 - REMEMBERED_COMMANDS), event.commandId],
  };
}

const stay = { actions: "apply" } as const;

/**
 * The run as a state chart over past facts: waiting, running, paused, ended.
 * Guarantees that no stored fact is refused; what may happen is decided before, by rules.
 */
export const runMachine = setup({
  types: {} as { context: RunState; events: RunEvent },
  actions: { apply: assign(({ context, event }) => update(context, event)) },
}).createMachine({
  id: "run",
  initial: "waiting",
  context: newRun,
  states: {
    waiting: { on: { "run-started": { target: "running", actions: "apply" } } },
    running: { on: { "run-paused": { target: "paused", actions: "apply" } } },
    paused: {
      on: {
        "run-resumed": { target: "running", actions: "apply" },
        "step-entered": { target: "running", actions: "apply" },
      },
    },
    ended: {},
  },
  on: {
    "step-entered": stay,
    "step-skipped": stay,
    "turn-ended": stay,
    "floor-given": stay,
    "step-extended": stay,
    "person-joined": stay,
    "person-left": stay,
    "role-handed-over": stay,
    "round-added": stay,
    "person-ready": stay,
    "note-added": stay,
    "note-changed": stay,
    "note-withdrawn": stay,
    "notes-revealed": stay,
    "run-ended": { target: ".ended", actions: "apply" },
  },
});

/**
 * A run after one more stored fact.
 * Guarantees to be total and pure: the same facts give the same state, and nothing is refused.
 */
export function evolveRun(state: RunState, event: RunEvent): RunState {
  const before = runMachine.resolveState({ value: state.phase, context: state });
  const [after] = transition(runMachine, before, event);
  return toState(after.value as RunPhase, after.context);
}

/** A run rebuilt from its stored facts. */
export function replayRun(events: Iterable<RunEvent>, from: RunState = newRun): RunState {
  let snapshot = runMachine.resolveState({ value: from.phase, context: from });
  for (const event of events) [snapshot] = transition(runMachine, snapshot, event);
  return toState(snapshot.value as RunPhase, snapshot.context);
}

function toState(phase: RunPhase, context: RunState): RunState {
  const { floor, pausedSince, ...rest } = context;
  return {
    ...rest,
    phase,
    ...(floor !== undefined && { floor }),
    ...(pausedSince !== undefined && { pausedSince }),
  };
}
