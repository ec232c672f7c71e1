import type { Rejection } from "@collegium/schema";
import { type CommandBase, phaseRules, type Rule, type Who } from "../decide.js";
import type { PlannedStep } from "../plan.js";
import type { AddNote, RunCommand } from "./commands.js";
import { noteId } from "./note-ids.js";
import { isClosed } from "./requirements.js";
import { currentStep, isPresent, type Note, type RunState } from "./state.js";

/** Roles that run a meeting's clock and screen. */
export const CONTROLS: readonly string[] = ["facilitator", "timekeeper", "note-taker"];

/** Whether a person may move the run on: a role that controls, a grant to facilitate, or nobody else being there. */
export function mayControl(run: RunState, who: Who): boolean {
  if (who.may?.includes("facilitate") && !run.people.some((p) => p.id === who.person)) return true;
  const controls = run.people.filter((p) => p.present && p.roles.some((role) => CONTROLS.includes(role)));
  return controls.length === 0 ? isPresent(run, who.person) : controls.some((p) => p.id === who.person);
}

/** Refuses to come in with a role that runs the meeting, unless whoever runs it says so. Code `wrong-role`. */
export const modestRoles: Rule<RunState, { readonly roles?: readonly string[] } & RunCommand> = (
  run,
  command,
  who,
) => (command.roles?.some((role) => CONTROLS.includes(role)) ? controls(run, command, who) : undefined);

/** Refuses in any other phase. Code `wrong-state`. */
export const inPhase = phaseRules<RunState, RunCommand>("run");

/** Refuses whoever is not in the room. Code `not-in-room`. */
export const inRoom: Rule<RunState, RunCommand> = (run, _, who) =>
  isPresent(run, who.person) || mayControl(run, who)
    ? undefined
    : { code: "not-in-room", message: "You are not in the room of this run.", hint: "Join first." };

/** Refuses whoever does not run the meeting. Code `wrong-role`. */
export const controls: Rule<RunState, RunCommand> = (run, _, who) =>
  mayControl(run, who)
    ? undefined
    : {
        code: "wrong-role",
        message: "The facilitator, the timekeeper or the note taker does this.",
        hint: "Ask one of them, or have the role handed to you.",
      };

/** Refuses a person the run does not know or who has left. Code `person-not-there`. */
export const personThere =
  <C extends RunCommand>(of: (command: C) => string | undefined): Rule<RunState, C> =>
  (run, command) => {
    const person = of(command);
    return person === undefined || isPresent(run, person)
      ? undefined
      : {
          code: "person-not-there",
          message: "This person is not in the room.",
          hint: "Have them join first.",
        };
  };

/** Refuses speaking of others unless one runs the meeting. Code `wrong-role`. */
export const selfOrControls =
  <C extends RunCommand>(of: (command: C) => string | undefined): Rule<RunState, C> =>
  (run, command, who) =>
    (of(command) ?? who.person) === who.person ? undefined : controls(run, command, who);

/** Refuses a step that is not in the plan. Code `unknown-step`. */
export const stepThere =
  <C extends RunCommand>(of: (command: C) => string | undefined): Rule<RunState, C> =>
  (run, command) => {
    const key = of(command);
    return key === undefined || run.plan.steps.some((step) => step.key === key)
      ? undefined
      : { code: "unknown-step", message: "The run has no such step.", hint: "Name a step of its plan." };
  };

/** Refuses another run's command. Code `other-run`. */
export const sameRun: Rule<RunState, CommandBase> = (run, command) =>
  run.phase === "waiting" || (command as RunCommand).run === run.run
    ? undefined
    : { code: "other-run", message: "The command is for another run." };

/** Refuses an extension that someone present has not consented to. Code `consent-missing`. */
export const allConsent: Rule<RunState, { readonly consent: readonly string[] } & RunCommand> = (
  run,
  command,
) => {
  const missing = run.people.filter((p) => p.present && !command.consent.includes(p.id)).length;
  return missing === 0
    ? undefined
    : {
        code: "consent-missing",
        message: "More time needs the consent of everyone in the room.",
        hint: "Ask the others, then send the names of all who agree.",
        data: { missing },
      };
};

/** Tags lie in the record for good, so no sentence may hide in one. */
const TAG = /^[a-z][a-z0-9-]{0,39}$/;

/** The step a note goes to. */
export function stepOfNote(run: RunState, command: AddNote): PlannedStep | undefined {
  if (command.step === undefined) return currentStep(run);
  return run.plan.steps.find((step) => step.key === command.step);
}

/** Whether a note written now in this step is hidden from others. */
export function hidesNotes(run: RunState, step: PlannedStep): boolean {
  if (step.capture?.visible === "author") return true;
  return step.capture?.visible === "at-reveal" && !run.revealed.includes(step.key);
}

/** Refuses a note that has no step, no handle where it needs one, or is there already. */
export const noteFits: Rule<RunState, AddNote> = (run, command, who): Rejection | undefined => {
  const step = stepOfNote(run, command);
  if (!step)
    return { code: "unknown-step", message: "There is no step to write in.", hint: "Name the step." };
  if (isClosed(run, step)) {
    return {
      code: "capture-closed",
      message: "Nothing more is collected here.",
      hint: "Write it in the present step.",
    };
  }
  if (command.tag !== undefined && !TAG.test(command.tag)) {
    return {
      code: "malformed",
      message: "A tag is a short word in small letters, such as observation.",
      hint: "Put what you want to say into the note.",
    };
  }
  const anonymous = step.capture?.authorship === "anonymous";
  if (anonymous && who.handle === undefined) {
    return {
      code: "handle-missing",
      message: "Notes of this step are anonymous and need the device's own random word.",
      hint: "Open the step again on this device.",
    };
  }
  const id = noteId(step, who, command.note);
  if (run.notes.some((note) => note.id === id)) {
    return { code: "already-there", message: "This note is already there.", hint: "Change it instead." };
  }
  const writer = anonymous ? who.handle : (command.for ?? who.person);
  const wrote = run.notes.some(
    (note) => note.step === step.key && note.choices === undefined && (note.handle ?? note.author) === writer,
  );
  if (step.capture?.oneEach && wrote) {
    return { code: "one-each", message: "One note each in this step.", hint: "Change the one you have." };
  }
  return undefined;
};

/** A note by its own, its writer's or its revealed id, where it belongs to the sender. */
export function ownNote(run: RunState, id: string, who: Who): Note | undefined {
  return run.notes.find(
    (note) =>
      note.choices === undefined &&
      (note.id === id ||
        note.id === `${who.person}/${id}` ||
        note.id === `${who.handle}/${id}` ||
        note.revealed?.id === id) &&
      ownsNote(note, who),
  );
}

/** Whether a note's words, or their typing, are this person's. */
export function ownsNote(note: Note, { person, handle }: { person: string; handle?: string }): boolean {
  if (note.handle !== undefined) return note.handle === handle;
  return note.author === person || note.by === person;
}

/** Refuses changing what is not one's own, in the same words as what is not there. Code `unknown-note`. */
export const noteIsOwn: Rule<RunState, { readonly note: string } & RunCommand> = (run, command, who) =>
  ownNote(run, command.note, who)
    ? undefined
    : {
        code: "unknown-note",
        message: "You have no such note.",
        hint: "Only one's own notes can be changed.",
      };
