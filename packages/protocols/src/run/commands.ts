import type { CommandBase } from "../decide.js";
import type { RunPerson, RunPlan } from "../plan.js";
import type { LeaveReason } from "./events.js";

interface Command<Type extends string> extends CommandBase<Type> {
  readonly run: string;
}

/** Begins a run with a plan made by `planRun`. */
export interface StartRun extends Command<"start-run"> {
  readonly plan: RunPlan;
  readonly people: readonly RunPerson[];
  /** Content hash of the definition. */
  readonly hash?: string;
}
/** Ends the step; with `reason`, as skipped. After the last step the run ends. */
export interface MoveOn extends Command<"move-on"> {
  readonly reason?: string;
}
/** Goes to any step, back or ahead; with `reason`, also without what the step asks for. */
export interface GoToStep extends Command<"go-to-step"> {
  readonly key: string;
  readonly reason?: string;
}
/** Ends the turn of whoever has the floor. */
export interface EndTurn extends Command<"end-turn"> {
  readonly person?: string;
}
/** Gives the floor out of turn. */
export interface GiveFloor extends Command<"give-floor"> {
  readonly person: string;
}
/** Stops the clock. */
export interface PauseRun extends Command<"pause-run"> {}
/** Starts the clock again. */
export interface ResumeRun extends Command<"resume-run"> {}
/** Adds minutes to the step, with the consent of everyone present. */
export interface ExtendStep extends Command<"extend-step"> {
  readonly minutes: number;
  readonly consent: readonly string[];
}
/** Someone comes in late, or back. */
export interface JoinRun extends Command<"join-run"> {
  readonly person: string;
  readonly roles?: readonly string[];
}
/** Someone leaves, or the connection is lost. */
export interface LeaveRun extends Command<"leave-run"> {
  readonly person: string;
  readonly reason?: LeaveReason;
}
/** Hands a role, such as facilitator, to someone in the room. */
export interface HandOver extends Command<"hand-over"> {
  readonly role: string;
  readonly to: string;
}
/** Gives one more person a time through the present round. */
export interface AddRound extends Command<"add-round"> {
  readonly person: string;
}
/** Says that one has finished; the only sign of progress others see in a hidden step. */
export interface MarkReady extends Command<"mark-ready"> {
  readonly person?: string;
}
/** Writes something down, also for somebody else in the room. */
export interface AddNote extends Command<"add-note"> {
  readonly note: string;
  readonly text: string;
  /** Whose words they are; the sender's, where absent. */
  readonly for?: string;
  /** Key of the step, where it is not the present one; notes from paper come afterwards. */
  readonly step?: string;
  readonly tag?: string;
}
/** Votes in a step that holds a vote; voting again takes the place of the vote before. */
export interface CastBallot extends Command<"cast-ballot"> {
  /** Ids of the choices marked, best first where votes are ranked; none is an abstention. */
  readonly choices: readonly string[];
  /** Whose vote it is; the sender's, where absent. */
  readonly for?: string;
  /** Key of the step, where it is not the present one. */
  readonly step?: string;
}
/** Changes one's own note. */
export interface ChangeNote extends Command<"change-note"> {
  readonly note: string;
  readonly text: string;
}
/** Takes one's own note back. */
export interface WithdrawNote extends Command<"withdraw-note"> {
  readonly note: string;
}
/** Shows what a left step kept hidden. */
export interface RevealNotes extends Command<"reveal-notes"> {
  readonly step: string;
}
/** Ends the run, also early. */
export interface EndRun extends Command<"end-run"> {
  readonly reason?: string;
}

/** Everything that can be asked of a run. */
export type RunCommand =
  | StartRun
  | MoveOn
  | GoToStep
  | EndTurn
  | GiveFloor
  | PauseRun
  | ResumeRun
  | ExtendStep
  | JoinRun
  | LeaveRun
  | HandOver
  | AddRound
  | MarkReady
  | AddNote
  | CastBallot
  | ChangeNote
  | WithdrawNote
  | RevealNotes
  | EndRun;
