import { applyRun, factMachine, newRun, type RunEvent, remembered } from "@collegium/protocols/runner";
import type { AnyStateMachine } from "xstate";
import { runEventNames } from "../run-events.js";
import type { MeetingEvent, MeetingEventType } from "./events.js";
import { runOf } from "./runs.js";
import { type MeetingState, newMeeting } from "./state.js";
import { updates } from "./updates.js";

type Change = Partial<MeetingState>;

/** Whose own version a hidden fact counts up; empty where everyone may notice it. */
function ownersOf(state: MeetingState, event: MeetingEvent): readonly string[] {
  if (event.type === "rating-given") return event.handle === undefined ? [] : [event.handle];
  if (event.type === "sample-scored") return state.scoresRevealed ? [] : [event.data.scorer];
  if (event.type !== "vote-cast") return [];
  const poll = state.polls.find((p) => p.id === event.data.poll);
  if (poll?.spec.results === "live" && poll.spec.identity === "named") return [];
  const voter = event.data.voter ?? event.handle ?? "";
  // Whoever has voted may then see the named votes of the others come in.
  const watching =
    poll?.spec.results === "after-own-vote" && poll.spec.identity === "named"
      ? poll.votes.flatMap((vote) => vote.voter ?? [])
      : [];
  return [...new Set([...watching, voter])];
}

function update(state: MeetingState, event: MeetingEvent): Change {
  const change = isRunEvent(event) ? inRun(state, event) : ownChange(state, event);
  return {
    ...change,
    recentCommands: remembered(state.recentCommands, event.commandId),
  };
}

const isRunEvent = (event: MeetingEvent): event is RunEvent => runEventNames.has(event.type);

function inRun(state: MeetingState, event: RunEvent): Change {
  const before = runOf(state, event.data.run) ?? newRun;
  const after = applyRun(before, event);
  return {
    runs: { ...state.runs, [event.data.run]: after },
    publicVersion: state.publicVersion + after.publicVersion - before.publicVersion,
    ...(after.ownVersions !== before.ownVersions && {
      ownVersions: withMore(state.ownVersions, before.ownVersions, after.ownVersions),
    }),
  };
}

/** A meeting's own versions with what a run has added to its own. */
function withMore(all: Counts, before: Counts, after: Counts): Counts {
  const own = { ...all };
  for (const [key, count] of Object.entries(after)) {
    const more = count - (before[key] ?? 0);
    if (more > 0) own[key] = (own[key] ?? 0) + more;
  }
  return own;
}
type Counts = MeetingState["ownVersions"];

type Update = (state: MeetingState, event: MeetingEvent) => Change;

function ownChange(state: MeetingState, event: Exclude<MeetingEvent, RunEvent>): Change {
  const owners = ownersOf(state, event);
  const change = (updates[event.type as MeetingEventType] as Update | undefined)?.(state, event);
  if (owners.length === 0) return { ...change, publicVersion: state.publicVersion + 1 };
  const own: Record<string, number> = { ...state.ownVersions };
  for (const owner of owners) own[owner] = (own[owner] ?? 0) + 1;
  return { ...change, ownVersions: own };
}

const machine = factMachine<MeetingState, MeetingEvent>({
  id: "meeting",
  start: newMeeting,
  phases: [
    "planned",
    "scheduled",
    "gathering",
    "opening",
    "working",
    "closing",
    "adjourned",
    "approved",
    "cancelled",
  ],
  leads: {
    "meeting-scheduled": "scheduled",
    "meeting-opened": "gathering",
    "check-in-begun": "opening",
    "agenda-begun": "working",
    "closing-begun": "closing",
    "meeting-adjourned": "adjourned",
    "minutes-approved": "approved",
    "meeting-cancelled": "cancelled",
  },
  update,
});

/**
 * A meeting as a state chart over past facts: planned, scheduled, gathering, opening, working, closing, adjourned,
 * approved, or cancelled; for xstate's own tools. No stored fact is refused; what may happen is decided before, by rules.
 */
export const meetingMachine: AnyStateMachine = machine.machine;

/** A meeting after one more stored fact; total and pure. */
export const evolveMeeting: (state: MeetingState, event: MeetingEvent) => MeetingState = machine.evolve;

/** A meeting rebuilt from its stored facts. */
export const replayMeeting: (events: Iterable<MeetingEvent>, from?: MeetingState) => MeetingState =
  machine.replay;
