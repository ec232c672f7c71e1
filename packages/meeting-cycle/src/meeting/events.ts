import type { NewRunEvent, RunEvent } from "@collegium/protocols/runner";
import type { NewEvent, StoredEvent } from "@collegium/schema";
import type { ActionWording } from "../action/action.js";
import type { AgendaItem } from "../agenda-item.js";
import type { CollectionWindow } from "../async/window.js";
import type { Need } from "../needs.js";
import type { Sample } from "../samples/sample.js";
import type { PollSpec } from "./polls.js";

/** A member of the meeting and the roles held in it. */
export interface Member {
  readonly id: string;
  readonly roles: readonly string[];
}

/** A need without its students, who lie beside it and can be erased. */
export type NeedPlan = Omit<Need, "students">;

/** Facts of a meeting, beside those of the runs inside it. */
export interface MeetingFacts {
  "meeting-scheduled": {
    meeting: string;
    team: string;
    cycle?: string;
    /** School day, `YYYY-MM-DD`. */
    on: string;
    /** Minutes of the slot. */
    minutes: number;
    members: readonly Member[];
    agenda: readonly AgendaItem[];
    /** Members needed for decisions to bind. */
    quorum?: number;
    /** The meeting before this one in its series. */
    after?: string;
  };
  "agenda-set": { agenda: readonly AgendaItem[] };
  /** To another day, or another length; the agenda stays. */
  "meeting-moved": { on: string; minutes: number };
  "meeting-opened": Record<string, never>;
  "check-in-begun": Record<string, never>;
  "agenda-begun": Record<string, never>;
  "closing-begun": Record<string, never>;
  "meeting-adjourned": Record<string, never>;
  "minutes-approved": Record<string, never>;
  "meeting-cancelled": Record<string, never>;
  "person-arrived": { person: string; roles?: readonly string[] };
  "person-departed": { person: string };
  "members-set": { members: readonly Member[] };
  "meeting-role-given": { role: string; to: string };
  "item-begun": { item: string };
  "item-ended": { item: string };
  "item-skipped": { item: string };
  "item-noted": { item: string; note: string; author: string; by?: string };
  "decision-noted": { decision: string; item?: string; quorate: boolean };
  "poll-opened": { poll: string; item?: string; spec: PollSpec };
  "vote-cast": { poll: string; voter?: string; choice: VoteChoice };
  "poll-closed": { poll: string; outcome: PollOutcomeFact; quorate: boolean };
  "action-agreed": {
    action: string;
    owner: string;
    due: string;
    target?: string;
    item?: string;
    follows?: string;
  };
  "action-reviewed": { action: string; state: ActionReview; due?: string };
  "needs-drafted": { needs: readonly NeedPlan[] };
  "need-set": { need: NeedPlan };
  "need-removed": { need: string };
  "needs-agreed": Record<string, never>;
  "need-rechecked": { meeting: string; need: string };
  "feedback-given": { feedback: string; kind: "plus" | "delta"; author?: string };
  "rating-given": { rating: number };
  "window-set": { window: string; run: string; step?: string; times: CollectionWindow };
  "sample-added": { sample: Sample };
  "sample-scored": { sample: string; criterion: string; score: number; scorer: string };
  "scores-revealed": Record<string, never>;
  "exemplar-kept": { sample: string; score?: number };
  "sample-removed": { sample: string };
}

/** What a team says of an action when it comes back. */
export type ActionReview = "done" | "stuck" | "active" | "dropped" | "postponed";
/** One vote: a level, one option, several, an order, or points by option. */
export type VoteChoice = number | string | readonly string[] | Readonly<Record<string, number>>;
/** How a poll ended, as a fact. */
export interface PollOutcomeFact {
  readonly result: "passed" | "not-passed" | "chosen" | "tied" | "noted" | "withdrawn";
  readonly options?: readonly string[];
}

/** Words of a meeting, kept beside the facts so that they can be erased. */
export interface MeetingWords {
  readonly text?: string;
  readonly reason?: string;
  readonly wording?: ActionWording;
  readonly options?: Readonly<Record<string, string>>;
  /** Students by need. */
  readonly students?: Readonly<Record<string, readonly string[]>>;
  /** Everyone the assessment was for, so that whoever is not named can be listed. */
  readonly roster?: readonly string[];
}

/** Names of a meeting's own facts. */
export type MeetingEventType = keyof MeetingFacts;
/** A stored fact of the meeting itself. */
export type OwnMeetingEvent = {
  [T in MeetingEventType]: StoredEvent<T, MeetingFacts[T], MeetingWords>;
}[MeetingEventType];
/** A stored fact of a meeting's stream: its own, or of a run inside it. */
export type MeetingEvent = OwnMeetingEvent | RunEvent;
/** A fact that `decideMeeting` returns. */
export type NewMeetingEvent =
  | { [T in MeetingEventType]: NewEvent<T, MeetingFacts[T], MeetingWords> }[MeetingEventType]
  | NewRunEvent;

/** Version of every fact's data. */
export const MEETING_EVENT_VERSION = 1;

/** A new fact of a meeting. */
export function meetingFact<T extends MeetingEventType>(
  type: T,
  data: MeetingFacts[T],
  more: { personal?: MeetingWords; handle?: string } = {},
): NewEvent<T, MeetingFacts[T], MeetingWords> {
  return { type, typeVersion: MEETING_EVENT_VERSION, data, ...more };
}
