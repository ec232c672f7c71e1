import { CONTROLS, phaseRules, type Rule, type Who } from "@collegium/protocols/runner";
import { isDay } from "../day.js";
import type { MeetingCommand } from "./commands.js";
import type { MeetingPhase, MeetingState } from "./state.js";

type MeetingRule = Rule<MeetingState, MeetingCommand>;

/** Phases in which people are together. */
export const inSession: readonly MeetingPhase[] = ["gathering", "opening", "working", "closing"];

/** Whether a person belongs to the meeting: a member, or someone in the room. */
export function belongs(meeting: MeetingState, person: string): boolean {
  return meeting.members.some((m) => m.id === person) || meeting.present.includes(person);
}

/** Whether a person may move the meeting on: a role that controls, a grant to facilitate, or nobody else being there. */
export function mayControlMeeting(meeting: MeetingState, who: Pick<Who, "person" | "may">): boolean {
  if (!belongs(meeting, who.person)) return who.may?.includes("facilitate") === true;
  const holders = meeting.members.filter((m) => m.roles.some((role) => CONTROLS.includes(role)));
  const there =
    meeting.present.length === 0 ? holders : holders.filter((m) => meeting.present.includes(m.id));
  return there.length === 0 || there.some((m) => m.id === who.person);
}

/** Refuses in any other phase. Code `wrong-state`. */
export const inPhase = phaseRules<MeetingState, MeetingCommand>("meeting");

/** Refuses whoever does not belong to the meeting. Code `not-a-member`. */
export const isMember: MeetingRule = (meeting, _, who) =>
  belongs(meeting, who.person) || mayControlMeeting(meeting, who)
    ? undefined
    : {
        code: "not-a-member",
        message: "You do not belong to this meeting.",
        hint: "Arrive first, as a guest.",
      };

/** Refuses whoever does not run the meeting. Code `wrong-role`. */
export const controls: MeetingRule = (meeting, _, who) =>
  mayControlMeeting(meeting, who)
    ? undefined
    : {
        code: "wrong-role",
        message: "The facilitator, the timekeeper or the note taker does this.",
        hint: "Ask one of them, or have the role handed to you.",
      };

/** Refuses to come in with a role that runs the meeting, unless whoever runs it says so. Code `wrong-role`. */
export const modestRoles: Rule<MeetingState, { readonly roles?: readonly string[] } & MeetingCommand> = (
  meeting,
  command,
  who,
) => {
  const held = meeting.members.find((member) => member.id === who.person)?.roles ?? [];
  const more = command.roles?.some((role) => CONTROLS.includes(role) && !held.includes(role));
  return more ? controls(meeting, command, who) : undefined;
};

/** Refuses a person who does not belong to the meeting. Code `person-not-there`. */
export const personBelongs =
  <C extends MeetingCommand>(of: (command: C) => string | undefined): Rule<MeetingState, C> =>
  (meeting, command) => {
    const person = of(command);
    return person === undefined || belongs(meeting, person)
      ? undefined
      : {
          code: "person-not-there",
          message: "This person does not belong to the meeting.",
          hint: "Have them arrive.",
        };
  };

/** Refuses an agenda item that is not there. Code `unknown-item`. */
export const itemThere =
  <C extends MeetingCommand>(of: (command: C) => string | undefined): Rule<MeetingState, C> =>
  (meeting, command) => {
    const id = of(command);
    return id === undefined || meeting.items.some((item) => item.id === id)
      ? undefined
      : {
          code: "unknown-item",
          message: "The agenda has no such item.",
          hint: "Name an item of the agenda.",
        };
  };

/** Refuses what is there already. Code `already-there`. */
export const isNew =
  <C extends MeetingCommand>(has: (meeting: MeetingState, command: C) => boolean): Rule<MeetingState, C> =>
  (meeting, command) =>
    has(meeting, command) ? { code: "already-there", message: "This is already there." } : undefined;

/** Refuses a day that does not exist or is not written `YYYY-MM-DD`. Code `malformed`. */
export const dayFits =
  <C extends MeetingCommand>(of: (command: C) => string | undefined): Rule<MeetingState, C> =>
  (_, command) => {
    const day = of(command);
    return day === undefined || isDay(day)
      ? undefined
      : { code: "malformed", message: "The date must be a day written as YYYY-MM-DD." };
  };

/** Refuses to vote, score or judge in somebody else's name, save for whoever enters for a room. Code `wrong-role`. */
export const forOthers =
  <C extends MeetingCommand>(of: (command: C) => string | undefined): Rule<MeetingState, C> =>
  (meeting, command, who) =>
    (of(command) ?? who.person) === who.person ? undefined : controls(meeting, command, who);
