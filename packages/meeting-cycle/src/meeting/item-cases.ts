import type { CommandCases } from "@collegium/protocols/runner";
import { optional } from "../optional.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { controls, inPhase, inSession, isMember, isNew, itemThere, personBelongs } from "./rules.js";
import { isQuorate, type MeetingState } from "./state.js";

type Commands = Extract<
  MeetingCommand,
  { type: "begin-item" | "end-item" | "skip-item" | "note-item" | "note-decision" }
>;

const together = inPhase(...inSession);
const written = inPhase(...inSession, "adjourned");

/** Commands about the agenda's items, and what is noted and decided under them. */
export const itemCases: CommandCases<MeetingState, Commands, NewMeetingEvent> = {
  "begin-item": {
    fields: { item: "text" },
    rules: [together, controls, itemThere((c) => c.item)],
    facts: (meeting, { item }) => [
      ...(meeting.phase === "working" ? [] : [meetingFact("agenda-begun", {})]),
      meetingFact("item-begun", { item }),
    ],
  },
  "end-item": {
    fields: { item: "text" },
    rules: [together, controls, itemThere((c) => c.item)],
    facts: (_, { item }) => [meetingFact("item-ended", { item })],
  },
  "skip-item": {
    fields: { item: "text", reason: "text" },
    rules: [together, controls, itemThere((c) => c.item)],
    facts: (_, { item, reason }) => [meetingFact("item-skipped", { item }, { personal: { reason } })],
  },
  "note-item": {
    fields: { item: "text", note: "text", text: "text", for: "text?" },
    rules: [
      written,
      isMember,
      itemThere((c) => c.item),
      personBelongs((c) => c.for),
      isNew((meeting, c) => meeting.notes.some((note) => note.id === c.note)),
    ],
    facts: (_, { item, note, text, for: author }, who) => [
      meetingFact(
        "item-noted",
        {
          item,
          note,
          author: author ?? who.person,
          ...(author !== undefined && author !== who.person && { by: who.person }),
        },
        { personal: { text } },
      ),
    ],
  },
  "note-decision": {
    fields: { decision: "text", text: "text", reason: "text?", item: "text?" },
    rules: [
      written,
      isMember,
      itemThere((c) => c.item),
      isNew((meeting, c) => meeting.decisions.some((d) => d.id === c.decision)),
    ],
    facts: (meeting, { decision, text, reason, item }) => [
      meetingFact(
        "decision-noted",
        { decision, quorate: isQuorate(meeting), ...optional("item", item) },
        { personal: { text, ...optional("reason", reason) } },
      ),
    ],
  },
};
