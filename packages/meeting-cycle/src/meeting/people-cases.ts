import { arePeople, type CommandCases } from "@collegium/protocols/runner";
import { optional } from "../optional.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { controls, inPhase, inSession, isMember, isNew, modestRoles, personBelongs } from "./rules.js";
import { goingRuns } from "./runs.js";
import type { MeetingState } from "./state.js";

type Commands = Extract<MeetingCommand, { type: "arrive" | "depart" | "set-members" | "give-role" }>;

const beforeEnd = inPhase("scheduled", ...inSession);

/** Whoever leaves the meeting leaves the runs inside it. */
function leaving(meeting: MeetingState, id: string): NewMeetingEvent[] {
  return goingRuns(meeting)
    .filter((run) => run.people.some((p) => p.id === id && p.present))
    .map((run) => ({
      type: "person-left",
      typeVersion: 1,
      data: { run: run.run, person: id, reason: "left" },
    }));
}

/** Commands about who is there, and who does what. */
export const peopleCases: CommandCases<MeetingState, Commands, NewMeetingEvent> = {
  arrive: {
    fields: { person: "text?", roles: "words?" },
    rules: [
      inPhase("scheduled", ...inSession),
      (meeting, { person }, who) =>
        (person ?? who.person) === who.person ? undefined : controls(meeting, {} as MeetingCommand, who),
      modestRoles,
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
    facts: (meeting, { person }, who) => [
      meetingFact("person-departed", { person: person ?? who.person }),
      ...leaving(meeting, person ?? who.person),
    ],
  },
  "set-members": {
    fields: { members: "data" },
    rules: [
      beforeEnd,
      controls,
      (_, { members }) =>
        arePeople(members)
          ? undefined
          : { code: "malformed", message: "A meeting has members, each once, with their roles." },
    ],
    facts: (meeting, { members }) => {
      const gone = meeting.members.filter((m) => !members.some(({ id }) => id === m.id)).map((m) => m.id);
      return [
        meetingFact("members-set", { members }),
        ...gone.flatMap((id) => [
          ...(meeting.present.includes(id) ? [meetingFact("person-departed", { person: id })] : []),
          ...leaving(meeting, id),
        ]),
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
