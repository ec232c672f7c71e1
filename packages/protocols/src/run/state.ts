import type { Versions } from "../decide.js";
import type { PlannedStep, RunPerson, RunPlan } from "../plan.js";

/** Where a run stands. */
export type RunPhase = "waiting" | "running" | "paused" | "ended";

/** Someone in the room, or who was. */
export interface Participant extends RunPerson {
  readonly present: boolean;
}

/** Something written in a step. */
export interface Note {
  /** Unique in the run; made from its writer's id or handle, and never shown while it is hidden. */
  readonly id: string;
  /** Key of the planned step it belongs to. */
  readonly step: string;
  readonly capture?: string;
  /** Whose words they are; absent where the author is not stored. */
  readonly author?: string;
  /** Who typed them, where that is somebody else. */
  readonly by?: string;
  /** Random word of an anonymous writer's device. */
  readonly handle?: string;
  /** Absent where it has been erased. */
  readonly text?: string;
  /** What a vote marked, best first where votes are ranked; absent where the note is none. */
  readonly choices?: readonly string[];
  /** Instant of writing. */
  readonly at: string;
  /** What kind of statement it is: `observation`, `inference`, `assumption`, `action`. */
  readonly tag?: string;
  /** True where it was handed in after its window had closed. */
  readonly late?: boolean;
  /** Whether others saw it when it was written. */
  readonly hidden: boolean;
  /** Id and instant under which a reveal shows it. */
  readonly revealed?: { readonly id: string; readonly at: string };
}

/** A run of a protocol, rebuilt from its events alone. Raw: only `decide` and views may read it. */
export interface RunState extends Versions {
  readonly phase: RunPhase;
  readonly run: string;
  readonly plan: RunPlan;
  readonly people: readonly Participant[];
  /** Position in the plan; -1 before the start. */
  readonly index: number;
  /** Instant at which the step began. */
  readonly since: string;
  readonly pausedSince?: string;
  /** Milliseconds of this step spent paused. */
  readonly pausedFor: number;
  /** Minutes added to this step by consent. */
  readonly extended: number;
  /** Who has had the floor in this step. */
  readonly spoken: readonly string[];
  /** Who was given the floor out of turn. */
  readonly floor?: string;
  readonly ready: readonly string[];
  readonly notes: readonly Note[];
  /** Keys of steps that have been left. */
  readonly done: readonly string[];
  readonly skipped: readonly { readonly key: string; readonly reason: string }[];
  /** Keys of steps whose captures have been revealed. */
  readonly revealed: readonly string[];
  readonly recentCommands: readonly string[];
}

/** A run before anything has happened. */
export const newRun: RunState = {
  phase: "waiting",
  run: "",
  plan: { definition: "", steps: [] },
  people: [],
  index: -1,
  since: "",
  pausedFor: 0,
  extended: 0,
  spoken: [],
  ready: [],
  notes: [],
  done: [],
  skipped: [],
  revealed: [],
  publicVersion: 0,
  ownVersions: {},
  recentCommands: [],
};

/** The step a run is in, or `undefined` before the start and after the end. */
export function currentStep(run: RunState): PlannedStep | undefined {
  return run.phase === "waiting" || run.phase === "ended" ? undefined : run.plan.steps[run.index];
}

/** Whether a person is in the room now. */
export function isPresent(run: RunState, person: string): boolean {
  return run.people.some((p) => p.id === person && p.present);
}
