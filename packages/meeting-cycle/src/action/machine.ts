import { factMachine, remembered } from "@collegium/protocols/runner";
import type { AnyStateMachine } from "xstate";
import {
  type ActionEvent,
  type ActionEventType,
  type ActionState,
  type ActionWords,
  newAction,
} from "./action.js";

type Update = (state: ActionState, event: ActionEvent) => Partial<ActionState>;
type Of<T extends ActionEventType> = Extract<ActionEvent, { type: T }>;
const updates: {
  readonly [T in ActionEventType]: (state: ActionState, event: Of<T>) => Partial<ActionState>;
} = {
  "action-opened": (_, { data: { action, ...rest }, personal }) => ({
    ...rest,
    id: action,
    ...(personal?.wording && { wording: personal.wording }),
  }),
  "action-stuck": (_, { personal }) => reasonOf(personal),
  "action-resumed": () => ({}),
  "action-done": (_, { data }) => closedIn(data.meeting),
  "action-dropped": (_, { data, personal }) => ({ ...closedIn(data.meeting), ...reasonOf(personal) }),
  "action-postponed": (state, { data }) => ({ due: data.due, postponed: state.postponed + 1 }),
  "action-handed-over": (_, { data }) => ({ owner: data.owner }),
};
const reasonOf = (personal?: ActionWords) =>
  personal?.reason === undefined ? {} : { reason: personal.reason };
const closedIn = (meeting?: string) => (meeting === undefined ? {} : { closedIn: meeting });

const machine = factMachine<ActionState, ActionEvent>({
  id: "action",
  start: newAction,
  phases: ["proposed", "active", "stuck", "done", "dropped"],
  leads: {
    "action-opened": "active",
    "action-stuck": "stuck",
    "action-resumed": "active",
    "action-done": "done",
    "action-dropped": "dropped",
  },
  update: (state, event) => ({
    ...(updates[event.type] as Update | undefined)?.(state, event),
    publicVersion: state.publicVersion + 1,
    recentCommands: remembered(state.recentCommands, event.commandId),
  }),
});

/** An action as a state chart over past facts: proposed, active, stuck, done, dropped; for xstate's own tools. */
export const actionMachine: AnyStateMachine = machine.machine;

/** An action after one more stored fact; total and pure. */
export const evolveAction: (state: ActionState, event: ActionEvent) => ActionState = machine.evolve;

/** An action rebuilt from its stored facts. */
export const replayAction: (events: Iterable<ActionEvent>, from?: ActionState) => ActionState =
  machine.replay;
