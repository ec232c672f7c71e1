import type { RunState, Versions } from "@collegium/protocols/runner";
import type { ActionWording } from "../action/action.js";
import type { AgendaItem } from "../agenda-item.js";
import type { CollectionWindow } from "../async/window.js";
import type { Need } from "../needs.js";
import type { Sample, SampleScore } from "../samples/sample.js";
import type { ActionReview, Member } from "./events.js";
import type { Poll } from "./polls.js";

/** Where a meeting stands. */
export type MeetingPhase =
  | "planned"
  | "scheduled"
  | "gathering"
  | "opening"
  | "working"
  | "closing"
  | "adjourned"
  | "approved"
  | "cancelled";

/** An item with what became of it. */
export interface ItemState extends AgendaItem {
  readonly state: "ahead" | "now" | "done" | "skipped";
  /** Instant at which it was begun last; every screen counts its minutes from there. */
  readonly since?: string;
  readonly reason?: string;
}

/** An action as the meeting agreed it. */
export interface AgreedAction {
  readonly id: string;
  readonly owner: string;
  readonly due: string;
  readonly target?: string;
  readonly item?: string;
  readonly follows?: string;
  /** Absent where it has been erased. */
  readonly wording?: ActionWording;
}

/** A meeting, rebuilt from its events alone. Raw: only `decideMeeting` and views may read it. */
export interface MeetingState extends Versions {
  readonly phase: MeetingPhase;
  readonly id: string;
  readonly team: string;
  readonly cycle?: string;
  readonly on: string;
  readonly minutes: number;
  readonly quorum?: number;
  readonly after?: string;
  readonly members: readonly Member[];
  /** Ids of those in the room, members and guests. */
  readonly present: readonly string[];
  readonly items: readonly ItemState[];
  readonly runs: Readonly<Record<string, RunState>>;
  readonly notes: readonly {
    readonly id: string;
    readonly item: string;
    readonly author: string;
    readonly by?: string;
    readonly text?: string;
    readonly at: string;
  }[];
  readonly decisions: readonly {
    readonly id: string;
    readonly item?: string;
    readonly text?: string;
    readonly reason?: string;
    /** False where it was made without enough members. */
    readonly quorate: boolean;
  }[];
  readonly polls: readonly Poll[];
  readonly actions: readonly AgreedAction[];
  readonly reviewed: readonly {
    readonly action: string;
    readonly state: ActionReview;
    readonly due?: string;
    readonly reason?: string;
  }[];
  readonly needs: readonly Need[];
  readonly needsAgreed: boolean;
  /** Everyone the assessment was for; empty where erased. */
  readonly roster: readonly string[];
  readonly rechecked: readonly { readonly meeting: string; readonly need: string; readonly text?: string }[];
  readonly feedback: readonly {
    readonly id: string;
    readonly kind: "plus" | "delta";
    readonly author?: string;
    readonly text?: string;
  }[];
  readonly ratings: readonly { readonly handle: string; readonly rating: number }[];
  readonly windows: readonly {
    readonly id: string;
    readonly run: string;
    readonly step?: string;
    readonly times: CollectionWindow;
  }[];
  readonly samples: readonly Sample[];
  readonly scores: readonly SampleScore[];
  readonly scoresRevealed: boolean;
  readonly exemplars: readonly { readonly sample: string; readonly score?: number; readonly text?: string }[];
  readonly recentCommands: readonly string[];
}

/** A meeting before anything has happened. */
export const newMeeting: MeetingState = {
  phase: "planned",
  id: "",
  team: "",
  on: "",
  minutes: 0,
  members: [],
  present: [],
  items: [],
  runs: {},
  notes: [],
  decisions: [],
  polls: [],
  actions: [],
  reviewed: [],
  needs: [],
  needsAgreed: false,
  roster: [],
  rechecked: [],
  feedback: [],
  ratings: [],
  windows: [],
  samples: [],
  scores: [],
  scoresRevealed: false,
  exemplars: [],
  publicVersion: 0,
  ownVersions: {},
  recentCommands: [],
};

/** Whether enough members are in the room for decisions to bind. */
export function isQuorate(meeting: MeetingState): boolean {
  const members = new Set(meeting.members.map((member) => member.id));
  return meeting.present.filter((id) => members.has(id)).length >= (meeting.quorum ?? 0);
}
