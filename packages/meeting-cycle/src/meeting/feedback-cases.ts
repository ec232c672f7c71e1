import type { CommandCases } from "@collegium/protocols/runner";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { forOthers, inPhase, inSession, isMember, isNew, personBelongs } from "./rules.js";
import type { MeetingState } from "./state.js";

type Commands = Extract<MeetingCommand, { type: "give-feedback" | "rate-meeting" }>;

const written = inPhase(...inSession, "adjourned");

/** Commands about the meeting itself: plus and delta, and whether it was worth the time. */
export const feedbackCases: CommandCases<MeetingState, Commands, NewMeetingEvent> = {
  "give-feedback": {
    fields: { feedback: "text", kind: "text", text: "text", for: "text?" },
    rules: [
      written,
      isMember,
      personBelongs((c) => c.for),
      forOthers((c) => c.for),
      (_, { kind }) =>
        kind === "plus" || kind === "delta"
          ? undefined
          : { code: "malformed", message: "Feedback is a plus or a delta." },
      isNew((meeting, c) => meeting.feedback.some((f) => f.id === c.feedback)),
    ],
    facts: (_, { feedback, kind, text, for: author }, who) => [
      meetingFact("feedback-given", { feedback, kind, author: author ?? who.person }, { personal: { text } }),
    ],
  },
  "rate-meeting": {
    fields: { rating: "count" },
    rules: [
      written,
      isMember,
      (_, { rating }) =>
        rating >= 1 && rating <= 5
          ? undefined
          : { code: "malformed", message: "A rating is 1, 2, 3, 4 or 5." },
      (_, __, who) =>
        who.handle === undefined
          ? {
              code: "handle-missing",
              message: "Ratings are anonymous and need the device's own random word.",
              hint: "Open the meeting again on this device.",
            }
          : undefined,
    ],
    facts: (_, { rating }, who) => [meetingFact("rating-given", { rating }, { handle: who.handle! })],
  },
};
