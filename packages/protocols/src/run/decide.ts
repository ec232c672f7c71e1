import type { Rejection } from "@collegium/schema";
import {
  type CommandCase,
  type CommandCases,
  createDecider,
  type Decided,
  repeatedRule,
  staleRule,
  type Who,
} from "../decide.js";
import type { AddRound, RunCommand } from "./commands.js";
import { type NewRunEvent, runFact } from "./events.js";
import { reveal, revealedBy } from "./reveal.js";
import {
  allConsent,
  controls,
  hidesNotes,
  inPhase,
  inRoom,
  noteFits,
  noteId,
  noteIsOwn,
  ownNote,
  personThere,
  sameRun,
  selfOrControls,
  stepOfNote,
  stepThere,
} from "./rules.js";
import { arePeople, isPlan } from "./shapes.js";
import { currentStep, isPresent, newRun, type RunState } from "./state.js";
import { whoseTurn } from "./turns.js";

type Cases = CommandCases<RunState, RunCommand, NewRunEvent>;
type Case<T extends RunCommand["type"]> = CommandCase<
  RunState,
  Extract<RunCommand, { type: T }>,
  NewRunEvent
>;

const going = inPhase("running", "paused");
const begun = inPhase("running", "paused", "ended");

/** Enters a step and reveals what it reveals. */
function enter(run: RunState, command: RunCommand, index: number): NewRunEvent[] {
  const step = run.plan.steps[index]!;
  return [
    runFact("step-entered", { run: run.run, key: step.key }),
    ...revealedBy(run, step).map((key) => reveal(run, key, command.commandId)),
  ];
}

const startRun: Case<"start-run"> = {
  fields: { run: "text", plan: "data", people: "data", hash: "text?" },
  rules: [
    inPhase("waiting"),
    (_, { plan, people }) =>
      isPlan(plan) && arePeople(people)
        ? undefined
        : { code: "malformed", message: "A run needs a plan with steps, and people." },
  ],
  facts(_, command) {
    const { run, plan, people, hash } = command;
    const started = { ...newRun, run, plan, people: people.map((p) => ({ ...p, present: true })) };
    return [
      runFact("run-started", { run, plan, people, ...(hash !== undefined && { hash }) }),
      ...enter(started, command, 0),
    ];
  },
};

const moveOn: Case<"move-on"> = {
  fields: { run: "text", reason: "text?" },
  rules: [going, controls],
  facts(run, command) {
    const facts: NewRunEvent[] = [];
    const step = currentStep(run);
    if (step && command.reason !== undefined) {
      facts.push(runFact("step-skipped", { run: run.run, key: step.key, reason: command.reason }));
    }
    let next = run.index + 1;
    // A time through a round whose person has left is passed over, and the record says so.
    for (; next < run.plan.steps.length; next++) {
      const { holder, key } = run.plan.steps[next]!;
      if (!holder || isPresent(run, holder.person)) break;
      facts.push(runFact("step-skipped", { run: run.run, key, reason: "absent" }));
    }
    if (next >= run.plan.steps.length) return [...facts, runFact("run-ended", { run: run.run })];
    return [...facts, ...enter(run, command, next)];
  },
};

const addNote: Case<"add-note"> = {
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

const cases: Cases = {
  "start-run": startRun,
  "move-on": moveOn,
  "go-to-step": {
    fields: { run: "text", key: "text" },
    rules: [going, controls, stepThere((c) => c.key)],
    facts: (run, command) => {
      const index = run.plan.steps.findIndex((step) => step.key === command.key);
      return enter(run, command, index);
    },
  },
  "end-turn": {
    fields: { run: "text", person: "text?" },
    rules: [
      inPhase("running"),
      inRoom,
      (run, command) =>
        (command.person ?? whoseTurn(run)) === undefined
          ? { code: "no-turn", message: "Nobody has the floor now.", hint: "Move on to the next step." }
          : undefined,
      personThere((c) => c.person),
    ],
    facts: (run, { person }) => [runFact("turn-ended", { run: run.run, person: person ?? whoseTurn(run)! })],
  },
  "give-floor": {
    fields: { run: "text", person: "text" },
    rules: [inPhase("running"), controls, personThere((c) => c.person)],
    facts: (run, { person }) => [runFact("floor-given", { run: run.run, person })],
  },
  "pause-run": {
    fields: { run: "text" },
    rules: [inPhase("running"), controls],
    facts: (run) => [runFact("run-paused", { run: run.run })],
  },
  "resume-run": {
    fields: { run: "text" },
    rules: [inPhase("paused"), controls],
    facts: (run) => [runFact("run-resumed", { run: run.run })],
  },
  "extend-step": {
    fields: { run: "text", minutes: "count", consent: "words" },
    rules: [going, controls, allConsent],
    facts: (run, { minutes, consent }) => [runFact("step-extended", { run: run.run, minutes, consent })],
  },
  "join-run": {
    fields: { run: "text", person: "text", roles: "words?" },
    rules: [
      going,
      selfOrControls((c) => c.person),
      (run, { person }) =>
        isPresent(run, person)
          ? { code: "already-there", message: "This person is already in the room." }
          : undefined,
    ],
    facts: (run, { person, roles }) => [
      runFact("person-joined", { run: run.run, person: { id: person, roles: roles ?? ["participant"] } }),
    ],
  },
  "leave-run": {
    fields: { run: "text", person: "text", reason: "text?" },
    rules: [going, selfOrControls((c) => c.person), personThere((c) => c.person)],
    facts: (run, { person, reason }) => [
      runFact("person-left", { run: run.run, person, reason: reason ?? "left" }),
    ],
  },
  "hand-over": {
    fields: { run: "text", role: "text", to: "text" },
    rules: [
      going,
      inRoom,
      personThere((c) => c.to),
      (run, command, who) =>
        run.people.some((p) => p.present && p.roles.includes(command.role))
          ? controls(run, command, who)
          : undefined,
    ],
    facts: (run, { role, to }) => [runFact("role-handed-over", { run: run.run, role, to })],
  },
  "add-round": {
    fields: { run: "text", person: "text" },
    rules: [
      going,
      controls,
      personThere((c) => c.person),
      (run) =>
        currentStep(run)?.round
          ? undefined
          : {
              code: "no-round",
              message: "The present step is not part of a round.",
              hint: "Do it inside the round.",
            },
    ],
    facts: (run, command) => [addedRound(run, command)],
  },
  "mark-ready": {
    fields: { run: "text", person: "text?" },
    rules: [going, inRoom, selfOrControls((c) => c.person), personThere((c) => c.person)],
    facts: (run, { person }, who) => [
      runFact("person-ready", { run: run.run, person: person ?? who.person }),
    ],
  },
  "add-note": addNote,
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
  "end-run": {
    fields: { run: "text", reason: "text?" },
    rules: [going, controls],
    facts: (run, { reason }) => [
      runFact("run-ended", { run: run.run, ...(reason !== undefined && { reason }) }),
    ],
  },
};

function addedRound(run: RunState, { person }: AddRound): NewRunEvent {
  const round = currentStep(run)!.round!;
  const block = run.plan.steps.filter((step) => step.round?.id === round.id);
  const last = block.at(-1)!;
  const index = last.round!.index + 1;
  const steps = block
    .filter((step) => step.round!.index === round.index)
    .map((step) => ({
      ...step,
      key: `${step.step}.${index + 1}`,
      round: { id: round.id, index, of: index + 1 },
      ...(step.holder && { holder: { ...step.holder, person } }),
    }));
  return runFact("round-added", { run: run.run, after: last.key, steps });
}

const decider = createDecider<RunState, RunCommand, NewRunEvent>(cases, [sameRun, repeatedRule, staleRule]);

/**
 * What a command to a run becomes: facts, or the rule that refused it.
 * Guarantees never to throw and never to do half: a refused command has no facts at all.
 *
 * Rejection codes: `unknown-command`, `malformed`, `other-run`, `already-done`, `seen-missing`, `stale`, `wrong-state`,
 * `wrong-role`, `not-in-room`, `person-not-there`, `unknown-step`, `no-turn`, `no-round`, `consent-missing`,
 * `handle-missing`, `already-there`, `one-each`, `unknown-note`, `nothing-to-reveal`.
 */
export const decideRun: (state: RunState, command: RunCommand, who: Who) => Decided<NewRunEvent> =
  decider.decide;

/** The rule that would refuse a command now, or `undefined`; the same rules as {@link decideRun}. */
export const canRun: (state: RunState, command: RunCommand, who: Who) => Rejection | undefined = decider.can;

/** Names of all commands, for tests and hosts. */
export const runCommandTypes: readonly RunCommand["type"][] = Object.keys(cases) as RunCommand["type"][];
