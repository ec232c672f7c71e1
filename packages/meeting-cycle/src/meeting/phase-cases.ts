import type { CommandCases } from "@collegium/protocols/runner";
import { arePeople, endingOf } from "@collegium/protocols/runner";
import { optional } from "../optional.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { controls, dayFits, inPhase, inSession, isMember, isNew } from "./rules.js";
import { goingRuns } from "./runs.js";
import { isAgenda } from "./shapes.js";
import type { MeetingState } from "./state.js";

type Commands = Extract<
  MeetingCommand,
  {
    type:
      | "schedule-meeting"
      | "set-agenda"
      | "move-meeting"
      | "open-meeting"
      | "begin-check-in"
      | "begin-agenda"
      | "begin-closing"
      | "adjourn-meeting"
      | "approve-minutes"
      | "cancel-meeting";
  }
>;

const together = inPhase(...inSession);
const beforeEnd = inPhase("scheduled", ...inSession);

/** Commands that set a meeting and lead it from one phase to the next. */
export const phaseCases: CommandCases<MeetingState, Commands, NewMeetingEvent> = {
  "schedule-meeting": {
    fields: {
      meeting: "text",
      team: "text",
      on: "text",
      minutes: "count",
      members: "data",
      agenda: "data",
      cycle: "text?",
      quorum: "count?",
      after: "text?",
    },
    rules: [
      isNew((meeting) => meeting.phase !== "planned"),
      dayFits((c) => c.on),
      (_, { members, agenda }) =>
        arePeople(members) && isAgenda(agenda)
          ? undefined
          : { code: "malformed", message: "A meeting needs members and an agenda." },
    ],
    facts: (_, c) => [
      meetingFact("meeting-scheduled", {
        meeting: c.meeting,
        team: c.team,
        on: c.on,
        minutes: c.minutes,
        members: c.members,
        agenda: c.agenda,
        ...optional("cycle", c.cycle),
        ...optional("quorum", c.quorum),
        ...optional("after", c.after),
      }),
    ],
  },
  "set-agenda": {
    fields: { agenda: "data" },
    rules: [
      beforeEnd,
      controls,
      (_, { agenda }) =>
        isAgenda(agenda)
          ? undefined
          : { code: "malformed", message: "An agenda is a list of items with title, purpose and minutes." },
    ],
    facts: (_, { agenda }) => [meetingFact("agenda-set", { agenda })],
  },
  "move-meeting": {
    fields: { on: "text", minutes: "count" },
    rules: [inPhase("scheduled"), isMember, dayFits((c) => c.on)],
    facts: (_, { on, minutes }) => [meetingFact("meeting-moved", { on, minutes })],
  },
  "open-meeting": {
    fields: {},
    rules: [inPhase("scheduled"), isMember],
    facts: () => [meetingFact("meeting-opened", {})],
  },
  "begin-check-in": {
    fields: {},
    rules: [inPhase("gathering", "working", "closing"), controls],
    facts: () => [meetingFact("check-in-begun", {})],
  },
  "begin-agenda": {
    fields: {},
    rules: [inPhase("gathering", "opening", "closing"), controls],
    facts: () => [meetingFact("agenda-begun", {})],
  },
  "begin-closing": {
    fields: {},
    rules: [inPhase("gathering", "opening", "working"), controls],
    facts: () => [meetingFact("closing-begun", {})],
  },
  "adjourn-meeting": {
    fields: {},
    rules: [together, controls],
    facts: (meeting, { commandId }) => [
      ...goingRuns(meeting).flatMap((run) => endingOf(run, commandId, "adjourned")),
      meetingFact("meeting-adjourned", {}),
    ],
  },
  "approve-minutes": {
    fields: {},
    rules: [inPhase("adjourned"), isMember],
    facts: () => [meetingFact("minutes-approved", {})],
  },
  "cancel-meeting": {
    fields: { reason: "text?" },
    rules: [inPhase("scheduled"), controls],
    facts: (_, { reason }) => [
      meetingFact("meeting-cancelled", {}, reason === undefined ? {} : { personal: { reason } }),
    ],
  },
};
