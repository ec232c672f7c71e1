import type { Grant } from "@collegium/schema";
import { viewVersion } from "../decide.js";
import type { Requirement } from "../definition-shape.js";
import type { PlannedBallot, PlannedStep } from "../plan.js";
import { type BallotView, ballotView } from "./ballot-view.js";
import { publicId, shownNotes } from "./note-ids.js";
import { unmetBy } from "./requirements.js";
import { mayControl, ownsNote } from "./rules.js";
import { currentStep, type Note, type RunPhase, type RunState } from "./state.js";
import { type Voice, voices, whoseTurn } from "./turns.js";

/** Who looks, and with which device where notes are anonymous. */
export interface RunViewer {
  readonly person: string;
  readonly handle?: string;
}

/** A note as one viewer may see it. */
export interface NoteView {
  readonly id: string;
  readonly step: string;
  /** Absent where it has been erased. */
  readonly text?: string;
  readonly author?: string;
  /** Instant of writing; of the reveal where the note was hidden. */
  readonly at: string;
  readonly tag?: string;
  /** True where it was handed in after its window had closed. */
  readonly late?: boolean;
  /** True where the words or the typing are the viewer's. */
  readonly mine: boolean;
  /** True where only the viewer sees it. */
  readonly hidden: boolean;
}

/** The step on the screen. */
export interface StepView {
  readonly key: string;
  readonly step: string;
  readonly kind: string;
  readonly number: number;
  readonly of: number;
  readonly minutes: number;
  /** Minutes added by consent. */
  readonly extended: number;
  readonly since: string;
  readonly pausedSince?: string;
  /** Milliseconds spent paused so far, without a pause that still lasts. */
  readonly pausedFor: number;
  /** What the viewer does with their voice. */
  readonly voice: Voice | "absent";
  /** Who may speak now; one person where each has a turn. */
  readonly speaking: readonly string[];
  readonly turn?: string;
  readonly spoken: readonly string[];
  readonly ready: readonly string[];
  readonly holder?: string;
  readonly rules: readonly string[];
  /** Where notes of this step are seen: at once, at a reveal, by their author only. */
  readonly notes: "at-once" | "at-reveal" | "author";
  readonly anonymous: boolean;
}

/** A run as one viewer may see it; the only form in which a run leaves the server. */
export interface RunView {
  readonly run: string;
  readonly definition: string;
  readonly phase: RunPhase;
  /** Changes exactly when something this viewer may notice has changed. */
  readonly version: number;
  readonly step?: StepView;
  readonly people: readonly {
    readonly id: string;
    readonly roles: readonly string[];
    readonly present: boolean;
  }[];
  readonly plan: readonly {
    readonly key: string;
    readonly step: string;
    readonly minutes: number;
    readonly state: "ahead" | "now" | "done" | "skipped";
    readonly holder?: string;
    /** What the step asks for and is not so now; a group may go on without, and says why. */
    readonly unmet?: readonly Requirement[];
  }[];
  /** Votes of the plan's steps. */
  readonly ballots: readonly BallotView[];
  readonly notes: readonly NoteView[];
  /** Whether the viewer may move the run on. */
  readonly controls: boolean;
}

/**
 * What one viewer may see of a run; `undefined` where the grant allows nothing.
 * Guarantees that a hidden note reaches its author alone: no text, author, count, time or order of it changes anybody
 * else's view, and anonymous notes never show an author.
 */
export function viewRun(run: RunState, viewer: RunViewer, grant: Grant): RunView | undefined {
  if (grant.viewer !== viewer.person || !grant.may.includes("read-agenda")) return undefined;
  const step = currentStep(run);
  const skipped = new Set(run.skipped.map((s) => s.key));
  const readsNotes = grant.may.includes("read-notes");
  return {
    run: run.run,
    definition: run.plan.definition,
    phase: run.phase,
    version: viewVersion(run, viewer),
    ...(step && { step: stepView(run, viewer) }),
    people: run.people.map(({ id, roles, present }) => ({ id, roles, present })),
    plan: run.plan.steps.map((planned) => planView(run, planned, skipped)),
    ballots: run.plan.steps.flatMap((planned) =>
      hasBallot(planned) ? [ballotView(run, planned, viewer, readsNotes)] : [],
    ),
    notes: notesFor(run, viewer, readsNotes),
    controls: mayControl(run, { ...viewer, at: "", may: grant.may }),
  };
}

function planView(
  run: RunState,
  planned: PlannedStep,
  skipped: ReadonlySet<string>,
): RunView["plan"][number] {
  const { key, step, minutes, holder } = planned;
  const now = currentStep(run)?.key === key;
  const done = run.done.includes(key);
  // What nobody came to before the end was left out.
  const state = now
    ? "now"
    : skipped.has(key) || (run.phase === "ended" && !done)
      ? "skipped"
      : done
        ? "done"
        : "ahead";
  const unmet = state === "ahead" && run.phase !== "waiting" ? unmetBy(run, planned) : [];
  return {
    key,
    step,
    minutes,
    state,
    ...(holder && { holder: holder.person }),
    ...(unmet.length > 0 && { unmet }),
  };
}

const hasBallot = (step: PlannedStep): step is PlannedStep & { readonly ballot: PlannedBallot } =>
  step.ballot !== undefined;

function stepView(run: RunState, viewer: RunViewer): StepView {
  const step = currentStep(run)!;
  const all = voices(run);
  const turn = step.speaks.who === "each" ? whoseTurn(run) : run.floor;
  return {
    key: step.key,
    step: step.step,
    kind: step.kind,
    number: run.index + 1,
    of: run.plan.steps.length,
    minutes: step.minutes,
    extended: run.extended,
    since: run.since,
    ...(run.pausedSince !== undefined && { pausedSince: run.pausedSince }),
    pausedFor: run.pausedFor,
    voice: all[viewer.person] ?? "absent",
    speaking: Object.keys(all).filter((id) => all[id] === "speaks"),
    ...(turn !== undefined && { turn }),
    spoken: run.spoken,
    ready: run.ready,
    ...(step.holder && { holder: step.holder.person }),
    rules: step.rules ?? [],
    notes: step.capture?.visible ?? "at-once",
    anonymous: step.capture?.authorship === "anonymous",
  };
}

/** Open and revealed notes for readers, hidden ones for their owner; owned hidden ones last, so that order is stable. */
function notesFor(run: RunState, viewer: RunViewer, reads: boolean): readonly NoteView[] {
  const own = (note: Note) => ownsNote(note, viewer);
  const notes = run.notes.filter((note) => note.choices === undefined);
  const shown = shownNotes(notes).filter((note) => reads || own(note));
  const hidden = notes.filter((note) => note.hidden && note.revealed === undefined && own(note));
  return [...shown, ...hidden].map((note) => noteView(note, own(note)));
}

function noteView(note: Note, mine: boolean): NoteView {
  return {
    // An anonymous writer's handle is part of the inner id, which therefore stays with its writer.
    id: mine ? (note.revealed?.id ?? note.id) : publicId(note),
    step: note.step,
    ...(note.text !== undefined && { text: note.text }),
    ...(note.author !== undefined && { author: note.author }),
    at: note.revealed?.at ?? note.at,
    ...(note.tag !== undefined && { tag: note.tag }),
    ...(note.late && { late: true }),
    mine,
    hidden: note.hidden && note.revealed === undefined,
  };
}
