import { factMachine, remembered } from "@collegium/protocols/runner";
import type { AnyStateMachine } from "xstate";
import {
  type ActionEvent,
  type ActionEventType,
  type ActionState,
  type ActionWords,
  newAction,
} from "./action.js";

/** `undefined` takes an optional field away. */
type Change = Partial<{ [K in keyof ActionState]: ActionState[K] | undefined }>;
type Update = (state: ActionState, event: ActionEvent) => Change;
type Of<T extends ActionEventType> = Extract<ActionEvent, { type: T }>;
const updates: {
  readonly [T in ActionEventType]: (state: ActionState, event: Of<T>) => Change;
} = {
  "action-opened": (_, { data: { action, ...rest }, personal }) => ({
    ...rest,
    id: action,
    ...(personal?.wording && { wording: personal.wording }),
  }),
  "action-stuck": (_, { personal }) => reasonOf(personal),
  // Whoever takes an action up again has neither closed it nor a reason.
  "action-resumed": ({ closedIn: closed, reason }) => ({
    ...(closed !== undefined && { closedIn: undefined }),
    ...(reason !== undefined && { reason: undefined }),
  }),
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
