import type { CommandBase, RunCommand } from "@collegium/protocols/runner";
import type { ActionWording } from "../action/action.js";
import type { AgendaItem } from "../agenda-item.js";
import type { CollectionWindow } from "../async/window.js";
import type { Need } from "../needs.js";
import type { Sample } from "../samples/sample.js";
import type { ActionReview, Member, VoteChoice } from "./events.js";
import type { PollSpec } from "./polls.js";

type Command<Type extends string, Fields = unknown> = CommandBase<Type> & Readonly<Fields>;

/** Sets a meeting for a day and slot, with its members and agenda. */
export type ScheduleMeeting = Command<
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
  | Command<"set-agenda", { agenda: readonly AgendaItem[] }>
  | Command<"open-meeting">
  | Command<"begin-check-in">
  | Command<"begin-agenda">
  | Command<"begin-closing">
  | Command<"adjourn-meeting">
  | Command<"approve-minutes">
  | Command<"cancel-meeting", { reason?: string }>
  | Command<"arrive", { person?: string; roles?: readonly string[] }>
  | Command<"depart", { person?: string }>
  | Command<"give-role", { role: string; to: string }>
  | Command<"begin-item", { item: string }>
  | Command<"end-item", { item: string }>
  | Command<"skip-item", { item: string; reason: string }>
  | Command<"note-item", { item: string; note: string; text: string; for?: string }>
  | Command<"note-decision", { decision: string; text: string; reason?: string; item?: string }>
  | Command<
      "open-poll",
      {
        poll: string;
        spec: PollSpec;
        text: string;
        options?: Readonly<Record<string, string>>;
        item?: string;
      }
    >
  | Command<"cast-vote", { poll: string; choice: VoteChoice; reason?: string; for?: string }>
  | Command<"close-poll", { poll: string; reason?: string }>
  | Command<
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
  | Command<"review-action", { action: string; state: ActionReview; reason?: string; due?: string }>
  | Command<"draft-needs", { needs: readonly Need[]; roster: readonly string[] }>
  | Command<"set-need", { need: Need }>
  | Command<"remove-need", { need: string }>
  | Command<"agree-needs">
  | Command<"recheck-need", { meeting: string; need: string; text: string }>
  | Command<"give-feedback", { feedback: string; kind: "plus" | "delta"; text: string; for?: string }>
  | Command<"rate-meeting", { rating: number }>
  | Command<"set-window", { window: string; run: string; step?: string; times: CollectionWindow }>
  | Command<"add-sample", { sample: Sample }>
  | Command<
      "score-sample",
      { sample: string; criterion: string; score: number; reason?: string; for?: string }
    >
  | Command<"reveal-scores">
  | Command<"keep-exemplar", { sample: string; reason?: string; score?: number }>
  | Command<"remove-sample", { sample: string }>;

/** A command to a meeting's stream: its own, or one to a run inside it. */
export type AnyMeetingCommand = MeetingCommand | RunCommand;
