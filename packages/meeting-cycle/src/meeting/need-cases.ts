import type { CommandCases, Rule } from "@collegium/protocols/runner";
import type { Need } from "../needs.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NeedPlan, type NewMeetingEvent } from "./events.js";
import { inPhase, inSession, isMember } from "./rules.js";
import { isNeed } from "./shapes.js";
import type { MeetingState } from "./state.js";

type NeedCommands = Extract<
  MeetingCommand,
  { type: "draft-needs" | "set-need" | "remove-need" | "agree-needs" | "recheck-need" }
>;

const open = inPhase("scheduled", ...inSession, "adjourned");
const planOf = ({ students: _, ...plan }: Need): NeedPlan => plan;
const studentsOf = (needs: readonly Need[]) =>
  Object.fromEntries(needs.map((need) => [need.id, need.students]));
const wellFormed = (needs: readonly Need[]) =>
  Array.isArray(needs) && needs.every(isNeed)
    ? undefined
    : { code: "malformed", message: "A need names a standard, reteach or extend, and students." };
const needThere: Rule<MeetingState, { need: string } & MeetingCommand> = (meeting, command) =>
  meeting.needs.some((need) => need.id === command.need)
    ? undefined
    : { code: "unknown-need", message: "There is no such entry.", hint: "Look at the newest list." };

/** Commands about who needs what. Students' ids travel beside the facts, so that they can be erased. */
export const needCases: CommandCases<MeetingState, NeedCommands, NewMeetingEvent> = {
  "draft-needs": {
    fields: { needs: "data", roster: "words" },
    rules: [open, isMember, (_, { needs }) => wellFormed(needs)],
    facts: (_, { needs, roster }) => [
      meetingFact(
        "needs-drafted",
        { needs: needs.map(planOf) },
        { personal: { students: studentsOf(needs), roster } },
      ),
    ],
  },
  "set-need": {
    fields: { need: "data" },
    rules: [open, isMember, (_, { need }) => wellFormed([need])],
    facts: (_, { need }) => [
      meetingFact("need-set", { need: planOf(need) }, { personal: { students: studentsOf([need]) } }),
    ],
  },
  "remove-need": {
    fields: { need: "text" },
    rules: [open, isMember, needThere],
    facts: (_, { need }) => [meetingFact("need-removed", { need })],
  },
  "agree-needs": {
    fields: {},
    rules: [
      open,
      isMember,
      (meeting) =>
        meeting.needs.length > 0
          ? undefined
          : {
              code: "unknown-need",
              message: "There is nothing to agree on yet.",
              hint: "Draft it from a report.",
            },
    ],
    facts: () => [meetingFact("needs-agreed", {})],
  },
  "recheck-need": {
    fields: { meeting: "text", need: "text", text: "text" },
    rules: [open, isMember],
    facts: (_, { meeting, need, text }) => [
      meetingFact("need-rechecked", { meeting, need }, { personal: { text } }),
    ],
  },
};
