import {
  type CommandBase,
  createDecider,
  type Decided,
  REMEMBERED_COMMANDS,
  type Rule,
  repeatedRule,
  staleRule,
  type Who,
} from "@collegium/protocols/runner";
import type { NewEvent, Rejection, StoredEvent } from "@collegium/schema";
import { assign, setup, transition } from "xstate";

/** Where an action stands; `proposed` before its stream begins. */
export type ActionPhase = "proposed" | "active" | "stuck" | "done" | "dropped";

/** An if-then wording: when something happens, the owner will do something. */
export interface ActionWording {
  readonly when: string;
  readonly will: string;
}

/** Facts of an action. */
export interface ActionFacts {
  "action-opened": {
    action: string;
    owner: string;
    due: string;
    target?: string;
    meeting: string;
    cycle?: string;
    /** The action that this one carries on. */
    follows?: string;
  };
  "action-stuck": { meeting?: string };
  "action-resumed": { meeting?: string };
  "action-done": { meeting?: string };
  "action-dropped": { meeting?: string };
  "action-postponed": { due: string; meeting?: string };
  "action-handed-over": { owner: string; meeting?: string };
}

/** Words about an action, kept beside the facts so that they can be erased. */
export interface ActionWords {
  readonly wording?: ActionWording;
  readonly reason?: string;
}

/** Names of an action's facts. */
export type ActionEventType = keyof ActionFacts;
/** A stored fact of an action. */
export type ActionEvent = {
  [T in ActionEventType]: StoredEvent<T, ActionFacts[T], ActionWords>;
}[ActionEventType];
/** A fact of an action that `decideAction` returns. */
export type NewActionEvent = {
  [T in ActionEventType]: NewEvent<T, ActionFacts[T], ActionWords>;
}[ActionEventType];

/** An action rebuilt from its events. Raw: only `decideAction` and views may read it. */
export interface ActionState {
  readonly phase: ActionPhase;
  readonly id: string;
  readonly owner: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly target?: string;
  readonly cycle?: string;
  /** Meeting in which it was agreed. */
  readonly meeting: string;
  /** Meeting in which it was closed. */
  readonly closedIn?: string;
  readonly follows?: string;
  /** Absent where it has been erased. */
  readonly wording?: ActionWording;
  readonly reason?: string;
  /** How often its date was moved. */
  readonly postponed: number;
  readonly publicVersion: number;
  readonly ownVersions: Readonly<Record<string, number>>;
  readonly recentCommands: readonly string[];
}

/** An action before anything has happened. */
export const newAction: ActionState = {
  phase: "proposed",
  id: "",
  owner: "",
  due: "",
  meeting: "",
  postponed: 0,
  publicVersion: 0,
  ownVersions: {},
  recentCommands: [],
};

/** What every command to an action may say. */
export interface ActionCommandBase extends CommandBase {
  /** Meeting in which it is said. */
  readonly meeting?: string;
}
/** Everything that can be asked of an action. */
export type ActionCommand =
  | (ActionCommandBase & {
      readonly type: "open-action";
      readonly action: string;
      readonly owner: string;
      readonly due: string;
      readonly meeting: string;
      readonly wording: ActionWording;
      readonly target?: string;
      readonly cycle?: string;
      readonly follows?: string;
    })
  | (ActionCommandBase & { readonly type: "mark-stuck"; readonly reason: string })
  | (ActionCommandBase & { readonly type: "resume-action" })
  | (ActionCommandBase & { readonly type: "finish-action" })
  | (ActionCommandBase & { readonly type: "drop-action"; readonly reason: string })
  | (ActionCommandBase & { readonly type: "postpone-action"; readonly due: string })
  | (ActionCommandBase & { readonly type: "hand-over-action"; readonly owner: string });

const inPhase =
  (...phases: ActionPhase[]): Rule<ActionState, ActionCommand> =>
  (state) =>
    phases.includes(state.phase)
      ? undefined
      : {
          code: "wrong-state",
          message: `This cannot be done while the action is ${state.phase}.`,
          hint: "Look at where the action stands now.",
          data: { phase: state.phase, phases },
        };
const open = inPhase("active", "stuck");
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day);
const dayRule: Rule<ActionState, { readonly due: string } & ActionCommand> = (_, { due }) =>
  isDay(due) ? undefined : { code: "malformed", message: "The date must be written as YYYY-MM-DD." };
const meetingOf = ({ meeting }: ActionCommandBase) => (meeting === undefined ? {} : { meeting });
const fact = <T extends ActionEventType>(type: T, data: ActionFacts[T], personal?: ActionWords) =>
  ({ type, typeVersion: 1, data, ...(personal && { personal }) }) as NewEvent<T, ActionFacts[T], ActionWords>;

const decider = createDecider<ActionState, ActionCommand, NewActionEvent>(
  {
    "open-action": {
      fields: {
        action: "text",
        owner: "text",
        due: "text",
        meeting: "text",
        wording: "data",
        target: "text?",
        cycle: "text?",
        follows: "text?",
      },
      rules: [
        (state) =>
          state.phase === "proposed"
            ? undefined
            : { code: "already-there", message: "This action is already there." },
        dayRule,
      ],
      facts: (_, c) => [
        fact(
          "action-opened",
          {
            action: c.action,
            owner: c.owner,
            due: c.due,
            meeting: c.meeting,
            ...(c.target !== undefined && { target: c.target }),
            ...(c.cycle !== undefined && { cycle: c.cycle }),
            ...(c.follows !== undefined && { follows: c.follows }),
          },
          { wording: c.wording },
        ),
      ],
    },
    "mark-stuck": {
      fields: { reason: "text", meeting: "text?" },
      rules: [inPhase("active")],
      facts: (_, c) => [fact("action-stuck", meetingOf(c), { reason: c.reason })],
    },
    "resume-action": {
      fields: { meeting: "text?" },
      rules: [inPhase("stuck", "done", "dropped")],
      facts: (_, c) => [fact("action-resumed", meetingOf(c))],
    },
    "finish-action": {
      fields: { meeting: "text?" },
      rules: [open],
      facts: (_, c) => [fact("action-done", meetingOf(c))],
    },
    "drop-action": {
      fields: { reason: "text", meeting: "text?" },
      rules: [open],
      facts: (_, c) => [fact("action-dropped", meetingOf(c), { reason: c.reason })],
    },
    "postpone-action": {
      fields: { due: "text", meeting: "text?" },
      rules: [open, dayRule],
      facts: (_, c) => [fact("action-postponed", { due: c.due, ...meetingOf(c) })],
    },
    "hand-over-action": {
      fields: { owner: "text", meeting: "text?" },
      rules: [open],
      facts: (_, c) => [fact("action-handed-over", { owner: c.owner, ...meetingOf(c) })],
    },
  },
  [repeatedRule, staleRule],
);

/**
 * What a command to an action becomes: facts, or the rule that refused it.
 * Guarantees never to throw; an action once opened is only closed with a reason, or as done.
 *
 * Rejection codes: `wrong-state`, `already-there`, `already-done`, `stale`, `seen-missing`, `malformed`, `unknown-command`.
 */
export const decideAction: (state: ActionState, command: ActionCommand, who: Who) => Decided<NewActionEvent> =
  decider.decide;

/** The rule that would refuse a command to an action, or `undefined`. */
export const canAction: (state: ActionState, command: ActionCommand, who: Who) => Rejection | undefined =
  decider.can;

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

type Update = (state: ActionState, event: ActionEvent) => Partial<ActionState>;
const stay = { actions: "apply" } as const;
const to = <T extends string>(target: T) => ({ target, actions: "apply" }) as const;

/** An action as a state chart over past facts: proposed, active, stuck, done, dropped. */
export const actionMachine = setup({
  types: {} as { context: ActionState; events: ActionEvent },
  actions: {
    apply: assign(({ context, event }) => ({
      ...(updates[event.type] as Update | undefined)?.(context, event),
      publicVersion: context.publicVersion + 1,
      recentCommands: [...context.recentCommands.slice(1 - REMEMBERED_COMMANDS), event.commandId],
    })),
  },
}).createMachine({
  id: "action",
  initial: "proposed",
  context: newAction,
  states: { proposed: {}, active: {}, stuck: {}, done: {}, dropped: {} },
  on: {
    "action-opened": to(".active"),
    "action-stuck": to(".stuck"),
    "action-resumed": to(".active"),
    "action-done": to(".done"),
    "action-dropped": to(".dropped"),
    "action-postponed": stay,
    "action-handed-over": stay,
  },
});

/** An action after one more stored fact; total and pure. */
export function evolveAction(state: ActionState, event: ActionEvent): ActionState {
  const before = actionMachine.resolveState({ value: state.phase, context: state });
  const [after] = transition(actionMachine, before, event);
  return { ...after.context, phase: after.value as ActionPhase };
}

/** An action rebuilt from its stored facts. */
export function replayAction(events: Iterable<ActionEvent>): ActionState {
  let state = newAction;
  for (const event of events) state = evolveAction(state, event);
  return state;
}
