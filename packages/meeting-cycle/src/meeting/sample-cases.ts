import type { CommandCases, Rule } from "@collegium/protocols/runner";
import { isWindow } from "../async/window.js";
import { isDay } from "../day.js";
import type { Sample } from "../samples/sample.js";
import type { MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { controls, forOthers, inPhase, inSession, isMember, isNew, personBelongs } from "./rules.js";
import type { MeetingState } from "./state.js";

type SampleCommands = Extract<
  MeetingCommand,
  {
    type: "set-window" | "add-sample" | "score-sample" | "reveal-scores" | "keep-exemplar" | "remove-sample";
  }
>;

const open = inPhase("scheduled", ...inSession, "adjourned");
const isHash = (hash: unknown) => typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash);
const LABEL = /^[A-Z]{1,2}$/;

const sampleThere: Rule<MeetingState, { sample: string } & MeetingCommand> = (meeting, { sample }) =>
  meeting.samples.some((s) => s.id === sample)
    ? undefined
    : { code: "unknown-sample", message: "There is no such sample.", hint: "Look at the newest list." };

function sampleFault(sample: Sample, today: string) {
  const named = typeof sample.id === "string" && sample.id !== "" && sample.id.length <= 200;
  const known = ["photo", "scan", "pdf", "text"].includes(sample.kind);
  if (!named || !known || !isHash(sample.hash) || !isDay(sample.deleteOn)) {
    return { code: "malformed", message: "A sample has an id, a kind, a hash and a day of deletion." };
  }
  if (typeof sample.label !== "string" || !LABEL.test(sample.label)) {
    return {
      code: "malformed",
      message: "A sample is called A, B, C and so on, never by a name.",
      hint: "Take the next free letter.",
    };
  }
  if (sample.deleteOn <= today) {
    return {
      code: "deletion-past",
      message: "The day of deletion has passed.",
      hint: "Choose a day after the meeting, such as the end of the term.",
    };
  }
  return sample.namesCovered === true && sample.metadataRemoved === true
    ? undefined
    : {
        code: "not-cleaned",
        message: "A sample is kept only without names, place and time.",
        hint: "Cover the name strip and clean the file, then add it again.",
      };
}

/** What the record holds of a sample, and nothing a client has added to it. */
const onlyFacts = ({ id, label, kind, hash, deleteOn }: Sample): Sample => ({
  id,
  label,
  kind,
  hash,
  deleteOn,
  namesCovered: true,
  metadataRemoved: true,
});

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
      (_, { sample }, who) => sampleFault(sample, who.at.slice(0, 10)),
      isNew((meeting, { sample }) =>
        meeting.samples.some((s) => s.id === sample.id || s.label === sample.label),
      ),
    ],
    facts: (_, { sample }) => [meetingFact("sample-added", { sample: onlyFacts(sample) })],
  },
  "score-sample": {
    fields: { sample: "text", criterion: "text", score: "count", reason: "text?", for: "text?" },
    rules: [open, isMember, sampleThere, personBelongs((c) => c.for), forOthers((c) => c.for)],
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
