import type { CommandCases } from "@collegium/protocols/runner";
import { optional } from "../optional.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { controls, inPhase, inSession, isMember, isNew, personBelongs } from "./rules.js";
import { goingRuns } from "./runs.js";
import type { MeetingState } from "./state.js";

type Commands = Extract<MeetingCommand, { type: "arrive" | "depart" | "give-role" }>;

const beforeEnd = inPhase("scheduled", ...inSession);

/** Commands about who is there, and who does what. */
export const peopleCases: CommandCases<MeetingState, Commands, NewMeetingEvent> = {
  arrive: {
    fields: { person: "text?", roles: "words?" },
    rules: [
      inPhase("scheduled", ...inSession),
      (meeting, { person }, who) =>
        (person ?? who.person) === who.person ? undefined : controls(meeting, {} as MeetingCommand, who),
      isNew((meeting, { person }) => person !== undefined && meeting.present.includes(person)),
    ],
    facts: (meeting, { person, roles }, who) => {
      const id = person ?? who.person;
      const joined = goingRuns(meeting).filter((run) => !run.people.some((p) => p.id === id && p.present));
      return [
        meetingFact("person-arrived", { person: id, ...optional("roles", roles) }),
        ...joined.map((run) => ({
          type: "person-joined" as const,
          typeVersion: 1,
          data: { run: run.run, person: { id, roles: roles ?? ["participant"] } },
        })),
      ];
    },
  },
  depart: {
    fields: { person: "text?" },
    rules: [
      inPhase("scheduled", ...inSession),
      (meeting, { person }, who) =>
        (person ?? who.person) === who.person ? undefined : controls(meeting, {} as MeetingCommand, who),
      personBelongs((c) => c.person),
    ],
    facts: (meeting, { person }, who) => {
      const id = person ?? who.person;
      const left = goingRuns(meeting).filter((run) => run.people.some((p) => p.id === id && p.present));
      return [
        meetingFact("person-departed", { person: id }),
        ...left.map((run) => ({
          type: "person-left" as const,
          typeVersion: 1,
          data: { run: run.run, person: id, reason: "left" as const },
        })),
      ];
    },
  },
  "give-role": {
    fields: { role: "text", to: "text" },
    rules: [
      beforeEnd,
      (meeting, { role }, who) => {
        const held = meeting.members.some(
          (m) => m.roles.includes(role) && (meeting.present.length === 0 || meeting.present.includes(m.id)),
        );
        return held ? controls(meeting, {} as MeetingCommand, who) : undefined;
      },
      isMember,
      (meeting, { to }) =>
        meeting.members.some((m) => m.id === to)
          ? undefined
          : { code: "person-not-there", message: "Only a member can take a role.", hint: "Choose a member." },
    ],
    facts: (_, { role, to }) => [meetingFact("meeting-role-given", { role, to })],
  },
};
