import type { CommandCases, Rule } from "@collegium/protocols/runner";
import { outcomeOf, voteFault } from "../decisions/tally.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent, type PollOutcomeFact } from "./events.js";
import { isTooFew } from "./polls.js";
import {
  controls,
  forOthers,
  inPhase,
  inSession,
  isMember,
  isNew,
  itemThere,
  personBelongs,
} from "./rules.js";
import { areOptionTexts, isPollSpec } from "./shapes.js";
import { isQuorate, type MeetingState } from "./state.js";

type PollCommands = Extract<MeetingCommand, { type: "open-poll" | "cast-vote" | "close-poll" }>;
const open = inPhase("scheduled", ...inSession, "adjourned");
const pollOf = (meeting: MeetingState, id: string) => meeting.polls.find((poll) => poll.id === id);

const pollOpen: Rule<MeetingState, { poll: string } & MeetingCommand> = (meeting, { poll: id }) => {
  const poll = pollOf(meeting, id);
  if (!poll) return { code: "unknown-poll", message: "There is no such poll.", hint: "Open it first." };
  return poll.outcome
    ? { code: "poll-closed", message: "This poll is closed.", hint: "Open a new one to ask again." }
    : undefined;
};

/** Commands about deciding together. */
export const pollCases: CommandCases<MeetingState, PollCommands, NewMeetingEvent> = {
  "open-poll": {
    fields: { poll: "text", spec: "data", text: "text", options: "data?", item: "text?" },
    rules: [
      open,
      isMember,
      itemThere((c) => c.item),
      isNew((meeting, c) => pollOf(meeting, c.poll) !== undefined),
      (_, { spec, options }) =>
        isPollSpec(spec) && areOptionTexts(options)
          ? undefined
          : {
              code: "malformed",
              message: "A poll needs a known method, identity and time of results, and what can be chosen.",
              hint: "Dots, scores, ranks, approval and times need options, none twice.",
            },
    ],
    facts: (_, { poll, spec, text, options, item }) => [
      meetingFact(
        "poll-opened",
        { poll, spec, ...(item !== undefined && { item }) },
        { personal: { text, ...(options && { options }) } },
      ),
    ],
  },
  "cast-vote": {
    fields: { poll: "text", reason: "text?", for: "text?" },
    rules: [
      open,
      isMember,
      pollOpen,
      personBelongs((c) => c.for),
      forOthers((c) => c.for),
      (meeting, { poll, choice }) => voteFault(pollOf(meeting, poll)!.spec, choice),
      (meeting, { poll }, who) =>
        pollOf(meeting, poll)!.spec.identity === "not-stored" && who.handle === undefined
          ? {
              code: "handle-missing",
              message: "Votes of this poll are anonymous and need the device's own random word.",
              hint: "Open the meeting again on this device.",
            }
          : undefined,
    ],
    facts: (meeting, { poll, choice, reason, for: voter }, who) => {
      const anonymous = pollOf(meeting, poll)!.spec.identity === "not-stored";
      return [
        meetingFact(
          "vote-cast",
          { poll, choice, ...(!anonymous && { voter: voter ?? who.person }) },
          {
            ...(reason !== undefined && { personal: { reason } }),
            ...(anonymous && { handle: who.handle! }),
          },
        ),
      ];
    },
  },
  "close-poll": {
    fields: { poll: "text", reason: "text?" },
    rules: [open, controls, pollOpen],
    facts: (meeting, { poll: id, reason }) => {
      const poll = pollOf(meeting, id)!;
      // Of one or two hidden votes the outcome alone would tell who voted what.
      const outcome: PollOutcomeFact = isTooFew(poll)
        ? { result: "withdrawn" }
        : outcomeOf(poll.spec, poll.votes);
      return [
        meetingFact(
          "poll-closed",
          { poll: id, outcome, quorate: isQuorate(meeting) },
          reason === undefined ? {} : { personal: { reason } },
        ),
      ];
    },
  },
};
