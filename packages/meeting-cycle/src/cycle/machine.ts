import { factMachine, remembered } from "@collegium/protocols/runner";
import type { AnyStateMachine } from "xstate";
import { optional } from "../optional.js";
import { type CycleEvent, type CycleEventType, type CyclePhase, type CycleState, newCycle } from "./cycle.js";

type Update = (state: CycleState, event: CycleEvent) => Partial<CycleState>;
type Of<T extends CycleEventType> = Extract<CycleEvent, { type: T }>;
const enter = (phase: CyclePhase) => (state: CycleState, event: CycleEvent) => ({
  history: [...state.history, { phase, at: event.at }],
});
const updates: { readonly [T in CycleEventType]: (state: CycleState, event: Of<T>) => Partial<CycleState> } =
  {
    "cycle-started": (state, event) => {
      const { cycle, ...rest } = event.data;
      return { ...rest, id: cycle, ...enter("focus")(state, event) };
    },
    "focus-begun": enter("focus"),
    "collaboration-begun": enter("collaboration"),
    "reflection-begun": enter("reflection"),
    "entry-recorded": (state, { data: { entry: id, ...data }, at, personal }) => ({
      entries: [...state.entries, { ...data, id, at, ...optional("text", personal?.text) }],
    }),
    "entry-withdrawn": (state, { data }) => ({ entries: state.entries.filter((e) => e.id !== data.entry) }),
    "meeting-linked": (state, { data }) => ({
      meetings: [...state.meetings, { id: data.meeting, on: data.on }],
    }),
    "action-linked": (state, { data: { action: id, ...rest } }) => ({
      actions: [...state.actions, { id, ...rest }],
    }),
    "point-recorded": (state, { data }) => ({ points: [...state.points, data.point] }),
    "test-concluded": (_, { data }) => ({ outcome: data.outcome }),
    "cycle-closed": (state, event) => ({ ...event.data, ...enter("closed")(state, event) }),
  };

const machine = factMachine<CycleState, CycleEvent>({
  id: "cycle",
  start: newCycle,
  phases: ["new", "focus", "collaboration", "reflection", "closed"],
  leads: {
    "cycle-started": "focus",
    "focus-begun": "focus",
    "collaboration-begun": "collaboration",
    "reflection-begun": "reflection",
    "cycle-closed": "closed",
  },
  update: (state, event) => ({
    ...(updates[event.type] as Update | undefined)?.(state, event),
    publicVersion: state.publicVersion + 1,
    recentCommands: remembered(state.recentCommands, event.commandId),
  }),
});

/** The cycle of focus, collaboration and reflection as a state chart over past facts; for xstate's own tools. */
export const cycleMachine: AnyStateMachine = machine.machine;

/** A cycle after one more stored fact; total and pure. */
export const evolveCycle: (state: CycleState, event: CycleEvent) => CycleState = machine.evolve;

/** A cycle rebuilt from its stored facts. */
export const replayCycle: (events: Iterable<CycleEvent>, from?: CycleState) => CycleState = machine.replay;
