import type { CommandCases, Rule } from "@collegium/protocols/runner";
import { isWindow } from "../async/window.js";
import type { Sample } from "../samples/sample.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { controls, inPhase, inSession, isMember, isNew, personBelongs } from "./rules.js";
import type { MeetingState } from "./state.js";

type SampleCommands = Extract<
  MeetingCommand,
  {
    type: "set-window" | "add-sample" | "score-sample" | "reveal-scores" | "keep-exemplar" | "remove-sample";
  }
>;

const open = inPhase("scheduled", ...inSession, "adjourned");
const HASH = /^[0-9a-f]{64}$/;

const sampleThere: Rule<MeetingState, { sample: string } & MeetingCommand> = (meeting, { sample }) =>
  meeting.samples.some((s) => s.id === sample)
    ? undefined
    : { code: "unknown-sample", message: "There is no such sample.", hint: "Look at the newest list." };

function sampleFault(sample: Sample) {
  const texts = [sample.id, sample.label].every((t) => typeof t === "string" && t !== "");
  const known = ["photo", "scan", "pdf", "text"].includes(sample.kind);
  if (!texts || !known || !HASH.test(sample.hash) || !/^\d{4}-\d{2}-\d{2}$/.test(sample.deleteOn)) {
    return { code: "malformed", message: "A sample has a label, a kind, a hash and a day of deletion." };
  }
  return sample.namesCovered === true && sample.metadataRemoved === true
    ? undefined
    : {
        code: "not-cleaned",
        message: "A sample is kept only without names, place and time.",
        hint: "Cover the name strip and clean the file, then add it again.",
      };
}

/** Commands about student work and about writing in one's own time. */
export const sampleCases: CommandCases<MeetingState, SampleCommands, NewMeetingEvent> = {
  "set-window": {
    fields: { window: "text", run: "text", step: "text?", times: "data" },
    rules: [
      open,
      controls,
      (_, { times }) =>
        isWindow(times)
          ? undefined
          : {
              code: "malformed",
              message: "A window opens before it closes, reminds in between, and names who is expected.",
            },
    ],
    facts: (_, { window, run, step, times }) => [
      meetingFact("window-set", { window, run, times, ...(step !== undefined && { step }) }),
    ],
  },
  "add-sample": {
    fields: { sample: "data" },
    rules: [
      open,
      isMember,
      (_, { sample }) => sampleFault(sample),
      isNew((meeting, { sample }) =>
        meeting.samples.some((s) => s.id === sample.id || s.label === sample.label),
      ),
    ],
    facts: (_, { sample }) => [meetingFact("sample-added", { sample })],
  },
  "score-sample": {
    fields: { sample: "text", criterion: "text", score: "count", reason: "text?", for: "text?" },
    rules: [open, isMember, sampleThere, personBelongs((c) => c.for)],
    facts: (_, { sample, criterion, score, reason, for: scorer }, who) => [
      meetingFact(
        "sample-scored",
        { sample, criterion, score, scorer: scorer ?? who.person },
        reason === undefined ? {} : { personal: { reason } },
      ),
    ],
  },
  "reveal-scores": {
    fields: {},
    rules: [open, controls, isNew((meeting) => meeting.scoresRevealed)],
    facts: () => [meetingFact("scores-revealed", {})],
  },
  "keep-exemplar": {
    fields: { sample: "text", reason: "text?", score: "count?" },
    rules: [open, isMember, sampleThere],
    facts: (_, { sample, reason, score }) => [
      meetingFact(
        "exemplar-kept",
        { sample, ...(score !== undefined && { score }) },
        reason === undefined ? {} : { personal: { text: reason } },
      ),
    ],
  },
  "remove-sample": {
    fields: { sample: "text" },
    rules: [open, isMember, sampleThere],
    facts: (_, { sample }) => [meetingFact("sample-removed", { sample })],
  },
};
