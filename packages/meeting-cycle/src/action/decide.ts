import {
  createDecider,
  type Decided,
  phaseRules,
  type Rule,
  repeatedRule,
  staleRule,
  type Who,
} from "@collegium/protocols/runner";
import type { NewEvent, Rejection } from "@collegium/schema";
import { isDay } from "../day.js";
import type {
  ActionCommand,
  ActionCommandBase,
  ActionEventType,
  ActionFacts,
  ActionState,
  ActionWords,
  NewActionEvent,
} from "./action.js";

const inPhase = phaseRules<ActionState, ActionCommand>("action");
const open = inPhase("active", "stuck");
const dayRule: Rule<ActionState, { readonly due: string } & ActionCommand> = (_, { due }) =>
  isDay(due) ? undefined : { code: "malformed", message: "The date must be a day written as YYYY-MM-DD." };
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
        (_, { wording }) =>
          typeof wording.when === "string" && typeof wording.will === "string"
            ? undefined
            : { code: "malformed", message: "An action is worded as: when … happens, I will …." },
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
