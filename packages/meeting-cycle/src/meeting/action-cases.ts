import type { CommandCases } from "@collegium/protocols/runner";
import { optional } from "../optional.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { dayFits, inPhase, inSession, isMember, isNew, itemThere, personBelongs } from "./rules.js";
import type { MeetingState } from "./state.js";

type Commands = Extract<MeetingCommand, { type: "agree-action" | "review-action" }>;

const written = inPhase(...inSession, "adjourned");

/** Commands about what the team promises, and what became of what it promised. */
export const actionCases: CommandCases<MeetingState, Commands, NewMeetingEvent> = {
  "agree-action": {
    fields: {
      action: "text",
      owner: "text",
      due: "text",
      wording: "data",
      target: "text?",
      item: "text?",
      follows: "text?",
    },
    rules: [
      written,
      isMember,
      personBelongs((c) => c.owner),
      itemThere((c) => c.item),
      dayFits((c) => c.due),
      isNew((meeting, c) => meeting.actions.some((action) => action.id === c.action)),
      (_, { wording }) =>
        typeof wording.when === "string" && typeof wording.will === "string" && wording.will.trim() !== ""
          ? undefined
          : {
              code: "malformed",
              message: "An action is worded as: when … happens, I will ….",
              hint: "Say what will be done, and when.",
            },
    ],
    facts: (_, { wording, action, owner, due, target, item, follows }) => [
      meetingFact(
        "action-agreed",
        {
          action,
          owner,
          due,
          ...optional("target", target),
          ...optional("item", item),
          ...optional("follows", follows),
        },
        { personal: { wording } },
      ),
    ],
  },
  "review-action": {
    fields: { action: "text", state: "text", reason: "text?", due: "text?" },
    rules: [
      written,
      isMember,
      dayFits((c) => c.due),
      (_, { state, reason, due }) =>
        (state === "stuck" || state === "dropped") && reason === undefined
          ? { code: "reason-missing", message: "Say in a few words why.", hint: "Add a reason." }
          : state === "postponed" && due === undefined
            ? { code: "malformed", message: "Say until when it is postponed.", hint: "Add a date." }
            : ["done", "stuck", "active", "dropped", "postponed"].includes(state)
              ? undefined
              : { code: "malformed", message: "An action is done, active, stuck, postponed or dropped." },
    ],
    facts: (_, { action, state, reason, due }) => [
      meetingFact(
        "action-reviewed",
        { action, state, ...optional("due", due) },
        reason === undefined ? {} : { personal: { reason } },
      ),
    ],
  },
};
