import type { CommandOf, RunCommand } from "@collegium/protocols/runner";
import type { ActionWording } from "../action/action.js";
import type { AgendaItem } from "../agenda-item.js";
import type { CollectionWindow } from "../async/window.js";
import type { Need } from "../needs.js";
import type { Sample } from "../samples/sample.js";
import type { ActionReview, Member, VoteChoice } from "./events.js";
import type { PollSpec } from "./polls.js";

/** Sets a meeting for a day and slot, with its members and agenda. */
export type ScheduleMeeting = CommandOf<
  "schedule-meeting",
  {
    meeting: string;
    team: string;
    cycle?: string;
    on: string;
    minutes: number;
    members: readonly Member[];
    agenda: readonly AgendaItem[];
    quorum?: number;
    after?: string;
  }
>;

/** Everything that can be asked of a meeting; commands of a run inside it name the run. */
export type MeetingCommand =
  | ScheduleMeeting
  | CommandOf<"set-agenda", { agenda: readonly AgendaItem[] }>
  /** Another day, or another length, before the meeting begins. */
  | CommandOf<"move-meeting", { on: string; minutes: number }>
  | CommandOf<"open-meeting">
  | CommandOf<"begin-check-in">
  | CommandOf<"begin-agenda">
  | CommandOf<"begin-closing">
  | CommandOf<"adjourn-meeting">
  | CommandOf<"approve-minutes">
  | CommandOf<"cancel-meeting", { reason?: string }>
  | CommandOf<"arrive", { person?: string; roles?: readonly string[] }>
  | CommandOf<"depart", { person?: string }>
  /** Another team comes: members who are not in the list any more have no say in the meeting. */
  | CommandOf<"set-members", { members: readonly Member[] }>
  | CommandOf<"give-role", { role: string; to: string }>
  | CommandOf<"begin-item", { item: string }>
  | CommandOf<"end-item", { item: string }>
  | CommandOf<"skip-item", { item: string; reason: string }>
  | CommandOf<"note-item", { item: string; note: string; text: string; for?: string }>
  | CommandOf<"note-decision", { decision: string; text: string; reason?: string; item?: string }>
  | CommandOf<
      "open-poll",
      {
        poll: string;
        spec: PollSpec;
        text: string;
        options?: Readonly<Record<string, string>>;
        item?: string;
      }
    >
  | CommandOf<"cast-vote", { poll: string; choice: VoteChoice; reason?: string; for?: string }>
  | CommandOf<"close-poll", { poll: string; reason?: string }>
  | CommandOf<
      "agree-action",
      {
        action: string;
        owner: string;
        due: string;
        wording: ActionWording;
        target?: string;
        item?: string;
        follows?: string;
      }
    >
  | CommandOf<"review-action", { action: string; state: ActionReview; reason?: string; due?: string }>
  | CommandOf<"draft-needs", { needs: readonly Need[]; roster: readonly string[] }>
  | CommandOf<"set-need", { need: Need }>
  | CommandOf<"remove-need", { need: string }>
  | CommandOf<"agree-needs">
  | CommandOf<"recheck-need", { meeting: string; need: string; text: string }>
  | CommandOf<"give-feedback", { feedback: string; kind: "plus" | "delta"; text: string; for?: string }>
  | CommandOf<"rate-meeting", { rating: number }>
  | CommandOf<"set-window", { window: string; run: string; step?: string; times: CollectionWindow }>
  | CommandOf<"add-sample", { sample: Sample }>
  | CommandOf<
      "score-sample",
      { sample: string; criterion: string; score: number; reason?: string; for?: string }
    >
  | CommandOf<"reveal-scores">
  | CommandOf<"keep-exemplar", { sample: string; reason?: string; score?: number }>
  | CommandOf<"remove-sample", { sample: string }>;

/** A command to a meeting's stream: its own, or one to a run inside it. */
export type AnyMeetingCommand = MeetingCommand | RunCommand;
