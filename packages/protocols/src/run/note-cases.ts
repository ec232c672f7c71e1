import type { CommandCases, Who } from "../decide.js";
import { ballotFact, ballotFits } from "./ballots.js";
import type { RunCommand } from "./commands.js";
import { type NewRunEvent, runFact } from "./events.js";
import { noteId } from "./note-ids.js";
import { reveal } from "./reveal.js";
import {
  controls,
  hidesNotes,
  inPhase,
  inRoom,
  noteFits,
  noteIsOwn,
  ownNote,
  selfOrControls,
  stepOfNote,
  stepThere,
} from "./rules.js";
import type { RunState } from "./state.js";

type NoteCommand = Extract<
  RunCommand,
  { type: "add-note" | "cast-ballot" | "change-note" | "withdraw-note" | "reveal-notes" }
>;
const begun = inPhase("running", "paused", "ended");

/** Commands about what is written down, voted and shown. */
export const noteCases: CommandCases<RunState, NoteCommand, NewRunEvent> = {
  "add-note": {
    fields: { run: "text", note: "text", text: "text", for: "text?", step: "text?", tag: "text?" },
    rules: [begun, inRoom, stepThere((c) => c.step), personKnown, noteFits],
    facts(run, command, who) {
      const step = stepOfNote(run, command)!;
      const anonymous = step.capture?.authorship === "anonymous";
      const author = command.for ?? who.person;
      return [
        runFact(
          "note-added",
          {
            run: run.run,
            note: noteId(step, who, command.note),
            step: step.key,
            hidden: hidesNotes(run, step),
            ...(step.capture && { capture: step.capture.id }),
            ...(!anonymous && { author }),
            ...(!anonymous && author !== who.person && { by: who.person }),
            ...(command.tag !== undefined && { tag: command.tag }),
          },
          { personal: { text: command.text }, ...(anonymous && { handle: who.handle! }) },
        ),
      ];
    },
  },
  "cast-ballot": {
    fields: { run: "text", choices: "words", for: "text?", step: "text?" },
    rules: [begun, inRoom, stepThere((c) => c.step), personKnown, selfOrControls((c) => c.for), ballotFits],
    facts: (run, command, who) => [ballotFact(run, command, who)],
  },
  "change-note": {
    fields: { run: "text", note: "text", text: "text" },
    rules: [begun, inRoom, noteIsOwn],
    facts: (run, { note, text }, who) => {
      const { id, more } = privately(run, note, who);
      return [runFact("note-changed", { run: run.run, note: id }, { personal: { text }, ...more })];
    },
  },
  "withdraw-note": {
    fields: { run: "text", note: "text" },
    rules: [begun, inRoom, noteIsOwn],
    facts: (run, { note }, who) => {
      const { id, more } = privately(run, note, who);
      return [runFact("note-withdrawn", { run: run.run, note: id }, more)];
    },
  },
  "reveal-notes": {
    fields: { run: "text", step: "text" },
    rules: [
      begun,
      controls,
      stepThere((c) => c.step),
      (run, { step }) => {
        const planned = run.plan.steps.find((s) => s.key === step);
        return planned?.capture?.visible === "at-reveal" && !run.revealed.includes(step)
          ? undefined
          : { code: "nothing-to-reveal", message: "This step keeps nothing hidden that may be shown." };
      },
    ],
    facts: (run, { step, commandId }) => [reveal(run, step, commandId)],
  },
};

function personKnown(run: RunState, command: { readonly for?: string }) {
  return command.for === undefined || run.people.some((p) => p.id === command.for)
    ? undefined
    : {
        code: "person-not-there",
        message: "This person is not part of the run.",
        hint: "Have them join first.",
      };
}

/** A changed note keeps its writer out of the record where the note does. */
const privately = (run: RunState, note: string, who: Who) => {
  const own = ownNote(run, note, who)!;
  return { id: own.id, more: own.handle === undefined ? {} : { handle: own.handle } };
};
