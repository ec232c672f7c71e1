import type { NewEvent, StoredEvent } from "@collegium/schema";
import type { PlannedStep, RunPerson, RunPlan } from "../plan.js";

/** Why someone left: for good, or the connection was lost. */
export type LeaveReason = "left" | "connection-lost";

/** Facts of a run, by type; every one names its run. */
export interface RunFacts {
  "run-started": { run: string; plan: RunPlan; people: readonly RunPerson[]; hash?: string };
  "step-entered": { run: string; key: string };
  /** `reason` is a word of the program's, such as `absent`; what a person said lies beside and can be erased. */
  "step-skipped": { run: string; key: string; reason?: string };
  "turn-ended": { run: string; person: string };
  "floor-given": { run: string; person: string };
  "run-paused": { run: string };
  "run-resumed": { run: string };
  "step-extended": { run: string; minutes: number; consent: readonly string[] };
  "person-joined": { run: string; person: RunPerson };
  "person-left": { run: string; person: string; reason: LeaveReason };
  "role-handed-over": { run: string; role: string; to: string };
  "round-added": { run: string; after: string; steps: readonly PlannedStep[] };
  "person-ready": { run: string; person: string };
  "note-added": {
    run: string;
    note: string;
    step: string;
    capture?: string;
    author?: string;
    by?: string;
    tag?: string;
    hidden: boolean;
    /** Handed in after its window had closed. */
    late?: boolean;
  };
  /** A vote in a step that holds one; a second one takes the place of the first. */
  "ballot-cast": {
    run: string;
    note: string;
    step: string;
    capture?: string;
    choices: readonly string[];
    author?: string;
    by?: string;
    hidden: boolean;
  };
  "note-changed": { run: string; note: string };
  "note-withdrawn": { run: string; note: string };
  "notes-revealed": { run: string; step: string; order: readonly string[] };
  "run-ended": { run: string; reason?: string };
}

/** Names of a run's facts. */
export type RunEventType = keyof RunFacts;

/** Text of a note, or the reason somebody gave, kept beside the facts so that it can be erased. */
export interface NoteText {
  readonly text: string;
}

/** A stored fact of a run. */
export type RunEvent = { [T in RunEventType]: StoredEvent<T, RunFacts[T], NoteText> }[RunEventType];
/** A fact of a run that `decide` returns. */
export type NewRunEvent = { [T in RunEventType]: NewEvent<T, RunFacts[T], NoteText> }[RunEventType];

/** Version of every fact's data; a change of form counts it up and adds a step to the upgrades. */
export const RUN_EVENT_VERSION = 1;

/** All names of facts, for stores and tests. */
export const runEventTypes = [
  "run-started",
  "step-entered",
  "step-skipped",
  "turn-ended",
  "floor-given",
  "run-paused",
  "run-resumed",
  "step-extended",
  "person-joined",
  "person-left",
  "role-handed-over",
  "round-added",
  "person-ready",
  "note-added",
  "ballot-cast",
  "note-changed",
  "note-withdrawn",
  "notes-revealed",
  "run-ended",
] as const satisfies readonly RunEventType[];

/** A new fact of a run. */
export function runFact<T extends RunEventType>(
  type: T,
  data: RunFacts[T],
  more: { personal?: NoteText; handle?: string } = {},
): NewEvent<T, RunFacts[T], NoteText> {
  return { type, typeVersion: RUN_EVENT_VERSION, data, ...more };
}
