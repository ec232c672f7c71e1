import { evolveRun, newRun, REMEMBERED_COMMANDS, type RunEvent } from "@collegium/protocols/runner";
import { assign, setup, transition } from "xstate";
import { runEventNames } from "../run-events.js";
import type { MeetingEvent, MeetingEventType } from "./events.js";
import { type MeetingPhase, type MeetingState, newMeeting } from "./state.js";
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
  const repeated = state.recentCommands.at(-1) === event.commandId;
  return {
    ...change,
    recentCommands: repeated
      ? state.recentCommands
      : [...state.recentCommands.slice(1 - REMEMBERED_COMMANDS), event.commandId],
  };
}

const isRunEvent = (event: MeetingEvent): event is RunEvent => runEventNames.has(event.type);

function inRun(state: MeetingState, event: RunEvent): Change {
  const before = state.runs[event.data.run] ?? newRun;
  const after = evolveRun(before, event);
  const own = { ...state.ownVersions };
  for (const [key, count] of Object.entries(after.ownVersions)) {
    const more = count - (before.ownVersions[key] ?? 0);
    if (more > 0) own[key] = (own[key] ?? 0) + more;
  }
  return {
    runs: { ...state.runs, [event.data.run]: after },
    publicVersion: state.publicVersion + after.publicVersion - before.publicVersion,
    ownVersions: own,
  };
}

type Update = (state: MeetingState, event: MeetingEvent) => Change;

function ownChange(state: MeetingState, event: Exclude<MeetingEvent, RunEvent>): Change {
  const owners = ownersOf(state, event);
  const own: Record<string, number> = { ...state.ownVersions };
  for (const owner of owners) own[owner] = (own[owner] ?? 0) + 1;
  return {
    ...(updates[event.type as MeetingEventType] as Update | undefined)?.(state, event),
    ...(owners.length === 0 ? { publicVersion: state.publicVersion + 1 } : { ownVersions: own }),
  };
}

const stay = { actions: "apply" } as const;
const to = <T extends string>(target: T) => ({ target, actions: "apply" }) as const;

/**
 * A meeting as a state chart over past facts: planned, scheduled, gathering, opening, working, closing, adjourned,
 * approved, or cancelled. Guarantees that no stored fact is refused; what may happen is decided before, by rules.
 */
export const meetingMachine = setup({
  types: {} as { context: MeetingState; events: MeetingEvent },
  actions: { apply: assign(({ context, event }) => update(context, event)) },
}).createMachine({
  id: "meeting",
  initial: "planned",
  context: newMeeting,
  states: {
    planned: {},
    scheduled: {},
    gathering: {},
    opening: {},
    working: {},
    closing: {},
    adjourned: {},
    approved: {},
    cancelled: {},
  },
  on: {
    "meeting-scheduled": to(".scheduled"),
    "meeting-opened": to(".gathering"),
    "check-in-begun": to(".opening"),
    "agenda-begun": to(".working"),
    "closing-begun": to(".closing"),
    "meeting-adjourned": to(".adjourned"),
    "minutes-approved": to(".approved"),
    "meeting-cancelled": to(".cancelled"),
    "*": stay,
  },
});

/** A meeting after one more stored fact; total and pure. */
export function evolveMeeting(state: MeetingState, event: MeetingEvent): MeetingState {
  const before = meetingMachine.resolveState({ value: state.phase, context: state });
  const [after] = transition(meetingMachine, before, event);
  return { ...after.context, phase: after.value as MeetingPhase };
}

/** A meeting rebuilt from its stored facts. */
export function replayMeeting(events: Iterable<MeetingEvent>, from: MeetingState = newMeeting): MeetingState {
  let snapshot = meetingMachine.resolveState({ value: from.phase, context: from });
  for (const event of events) [snapshot] = transition(meetingMachine, snapshot, event);
  return { ...snapshot.context, phase: snapshot.value as MeetingPhase };
}
