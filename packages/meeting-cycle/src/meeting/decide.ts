import {
  type CommandCases,
  createDecider,
  type Decided,
  decideRun,
  type NewRunEvent,
  newRun,
  type RunCommand,
  repeatedRule,
  runCommandTypes,
  staleRule,
  type Who,
} from "@collegium/protocols/runner";
import { windowState } from "../async/window.js";
import { actionCases } from "./action-cases.js";
import type { AnyMeetingCommand, MeetingCommand } from "./commands.js";
import type { NewMeetingEvent } from "./events.js";
import { feedbackCases } from "./feedback-cases.js";
import { itemCases } from "./item-cases.js";
import { needCases } from "./need-cases.js";
import { peopleCases } from "./people-cases.js";
import { phaseCases } from "./phase-cases.js";
import { pollCases } from "./poll-cases.js";
import { belongs, inPhase, inSession } from "./rules.js";
import { runOf } from "./runs.js";
import { sampleCases } from "./sample-cases.js";
import type { MeetingState } from "./state.js";
import { windowFor, windowRejection } from "./windows.js";

const cases: CommandCases<MeetingState, MeetingCommand, NewMeetingEvent> = {
  ...phaseCases,
  ...peopleCases,
  ...itemCases,
  ...actionCases,
  ...feedbackCases,
  ...needCases,
  ...pollCases,
  ...sampleCases,
};

const decider = createDecider<MeetingState, MeetingCommand, NewMeetingEvent>(cases, [
  repeatedRule,
  staleRule,
]);
const runCommands: ReadonlySet<string> = new Set(runCommandTypes);

/** Names of all commands of a meeting, without those of the runs inside it. */
export const meetingCommandTypes: readonly MeetingCommand["type"][] = Object.keys(
  cases,
) as MeetingCommand["type"][];

/**
 * What a command to a meeting, or to a protocol run inside it, becomes: facts, or the rule that refused it.
 * Guarantees never to throw and never to do half: a refused command has no facts at all.
 *
 * Rejection codes: those of `decideRun`, and `not-a-member`, `unknown-item`, `unknown-need`, `unknown-poll`,
 * `poll-closed`, `bad-vote`, `reason-missing`, `window-closed`, `window-not-open`, `unknown-sample`, `not-cleaned`.
 */
export function decideMeeting(
  state: MeetingState,
  command: AnyMeetingCommand,
  who: Who,
): Decided<NewMeetingEvent> {
  if (!runCommands.has(command?.type)) return decider.decide(state, command as MeetingCommand, who);
  const run = command as RunCommand;
  const refused =
    repeatedRule(state, run) ?? staleRule(state, run, who) ?? outside(state, run, who) ?? guest(state, who);
  if (refused) return { ok: false, rejection: refused };
  const window = run.type === "add-note" || run.type === "cast-ballot" ? windowFor(state, run) : undefined;
  const closed = window && windowRejection(window, who.at);
  if (closed) return { ok: false, rejection: closed };
  const { concurrency: _, seen: __, ...plain } = run;
  const decided = decideRun(runOf(state, run.run) ?? newRun, plain as RunCommand, who);
  if (!decided.ok || window === undefined || windowState(window, who.at).now !== "marked-late")
    return decided;
  const late = (event: NewRunEvent): NewRunEvent =>
    event.type === "note-added" ? { ...event, data: { ...event.data, late: true } } : event;
  return { ok: true, events: decided.events.map(late) };
}

/** What may be written before or after the meeting itself. */
const WRITING: ReadonlySet<string> = new Set([
  "add-note",
  "cast-ballot",
  "change-note",
  "withdraw-note",
  "mark-ready",
]);
/** What is entered from paper when the meeting is over. */
const AFTERWARDS: ReadonlySet<string> = new Set(["add-note", "cast-ballot", "reveal-notes"]);

/** Runs need people together, except where a window lets them write in their own time, or notes come from paper. */
function outside(state: MeetingState, run: RunCommand, who: Who) {
  const refused = inPhase(...inSession)(state, run as never, who);
  if (!refused) return undefined;
  if (state.phase === "adjourned" && AFTERWARDS.has(run.type)) return undefined;
  const windowed = state.windows.some((window) => window.run === run.run);
  const early =
    state.phase === "scheduled" && windowed && (WRITING.has(run.type) || run.type === "start-run");
  return early ? undefined : refused;
}

const guest = (meeting: MeetingState, who: Who) =>
  belongs(meeting, who.person) || who.may?.includes("facilitate")
    ? undefined
    : {
        code: "not-a-member",
        message: "You do not belong to this meeting.",
        hint: "Arrive first, as a guest.",
      };

/** The rule that would refuse a command now, or `undefined`; the same rules as {@link decideMeeting}. */
export function canMeeting(state: MeetingState, command: AnyMeetingCommand, who: Who) {
  const decided = decideMeeting(state, command, who);
  return decided.ok ? undefined : decided.rejection;
}
