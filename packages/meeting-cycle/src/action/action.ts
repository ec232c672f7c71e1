import type { CommandBase } from "@collegium/protocols/runner";
import type { NewEvent, StoredEvent } from "@collegium/schema";

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
