import type { Rejection } from "@collegium/schema";
import type { Who } from "../decide.js";
import type { PlannedBallot, PlannedStep } from "../plan.js";
import type { CastBallot } from "./commands.js";
import { type NewRunEvent, runFact } from "./events.js";
import { noteId, publicId, shownNotes } from "./note-ids.js";
import { hidesNotes } from "./rules.js";
import { currentStep, type Note, type RunState } from "./state.js";

/** Fewest secret votes that are counted together, so that a count does not tell who voted what. */
export const MINIMUM_SECRET = 4;

/** What can be chosen in a step's vote: the ids of its choices, or of the notes that all may see. */
export function choicesOf(run: RunState, ballot: PlannedBallot): readonly string[] {
  const { choices } = ballot;
  return "from" in choices ? votedNotes(run, choices.from).map(publicId) : choices;
}

/** The notes that are voted on: those of a capture that everyone sees, in the order in which everyone sees them. */
export function votedNotes(run: RunState, capture: string): readonly Note[] {
  return shownNotes(run.notes.filter((note) => note.capture === capture && note.choices === undefined));
}

/** The step of a vote: the present one, or another that is named. */
function stepOfBallot(run: RunState, command: CastBallot): PlannedStep | undefined {
  return command.step === undefined
    ? currentStep(run)
    : run.plan.steps.find((step) => step.key === command.step);
}

/**
 * Refuses a vote where none is held or it is over, or with choices that are not there. Codes `no-ballot`,
 * `ballot-closed`, `handle-missing`, `bad-vote`.
 */
export function ballotFits(run: RunState, command: CastBallot, who: Who): Rejection | undefined {
  const step = stepOfBallot(run, command);
  if (!step?.ballot || !step.capture)
    return {
      code: "no-ballot",
      message: "This step holds no vote.",
      hint: "Vote in the step that asks for it.",
    };
  if (isCounted(run, step))
    return {
      code: "ballot-closed",
      message: "This vote has been counted.",
      hint: "Hold another vote to ask again.",
    };
  if (step.capture.authorship === "anonymous" && who.handle === undefined) {
    return {
      code: "handle-missing",
      message: "This vote is secret and needs the device's own random word.",
      hint: "Open the step again on this device.",
    };
  }
  if (step.capture.authorship === "anonymous" && (command.for ?? who.person) !== who.person) {
    return {
      code: "bad-vote",
      message: "A secret vote is cast by the voter alone.",
      hint: "Votes on paper are entered one by one, each with a random word of its own.",
    };
  }
  const { choices } = command;
  const known = new Set(choicesOf(run, step.ballot));
  if (choices.length > step.ballot.votes || new Set(choices).size < choices.length)
    return {
      code: "bad-vote",
      message: `A vote marks at most ${step.ballot.votes} of the choices, none twice.`,
      hint: "Correct the vote and send it again.",
    };
  return choices.every((choice) => known.has(publicOf(run, choice)))
    ? undefined
    : { code: "bad-vote", message: "There is no such choice.", hint: "Look at the choices again." };
}

/** Whether a vote is over: it has been shown, or an open one was left; one that was skipped can still come from paper. */
export function isCounted(run: RunState, step: PlannedStep): boolean {
  if (step.capture?.visible === "at-reveal") return run.revealed.includes(step.key);
  const skipped = run.skipped.some(({ key }) => key === step.key);
  return run.done.includes(step.key) && !skipped && currentStep(run)?.key !== step.key;
}

/** One's own note has another id on one's own screen; in a vote it goes by the one that all see. */
function publicOf(run: RunState, choice: string): string {
  const note = run.notes.find((n) => n.id === choice);
  return note ? publicId(note) : choice;
}

/** The fact of a vote; a second one takes the place of the first. */
export function ballotFact(run: RunState, command: CastBallot, who: Who): NewRunEvent {
  const step = stepOfBallot(run, command)!;
  const secret = step.capture!.authorship === "anonymous";
  const voter = command.for ?? who.person;
  return runFact(
    "ballot-cast",
    {
      run: run.run,
      note: noteId(step, { ...who, person: voter }, `ballot-${step.key}`),
      step: step.key,
      capture: step.capture!.id,
      choices: command.choices.map((choice) => publicOf(run, choice)),
      hidden: hidesNotes(run, step),
      ...(!secret && { author: voter }),
      ...(!secret && voter !== who.person && { by: who.person }),
    },
    secret ? { handle: who.handle! } : {},
  );
}

/** Votes counted by choice: one for each mark, or, where they are ranked, the more the earlier. */
export function countBallots(
  ballot: PlannedBallot,
  choices: readonly string[],
  ballots: readonly (readonly string[])[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = Object.fromEntries(choices.map((choice) => [choice, 0]));
  for (const marked of ballots) {
    marked.forEach((choice, place) => {
      if (counts[choice] !== undefined) counts[choice] += ballot.ranked ? ballot.votes - place : 1;
    });
  }
  return counts;
}

/** The choices with most votes; more than one is a tie and told as one, none where nobody voted. */
export function leadingOf(counts: Readonly<Record<string, number>>): readonly string[] {
  const most = Math.max(0, ...Object.values(counts));
  return most === 0 ? [] : Object.keys(counts).filter((choice) => counts[choice] === most);
}
