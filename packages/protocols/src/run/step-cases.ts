import type { CommandCase } from "../decide.js";
import type { AddRound, RunCommand } from "./commands.js";
import { type NewRunEvent, runFact } from "./events.js";
import { notReady } from "./requirements.js";
import { reveal, revealedBy } from "./reveal.js";
import { allConsent, controls, inPhase, personThere, stepThere } from "./rules.js";
import { arePeople, isPlan } from "./shapes.js";
import { currentStep, isPresent, newRun, type RunState } from "./state.js";

type Case<T extends RunCommand["type"]> = CommandCase<
  RunState,
  Extract<RunCommand, { type: T }>,
  NewRunEvent
>;
const going = inPhase("running", "paused");

/** Enters a step and reveals what it reveals. */
function enter(run: RunState, command: RunCommand, index: number, reason?: string): NewRunEvent[] {
  const step = run.plan.steps[index]!;
  const because = reason === undefined ? {} : { personal: { text: reason } };
  return [
    runFact("step-entered", { run: run.run, key: step.key }, because),
    ...revealedBy(run, step).map((key) => reveal(run, key, command.commandId)),
  ];
}

/** Leaves the present step: a vote held in it is counted. */
function leave(run: RunState, seed: string): NewRunEvent[] {
  const step = currentStep(run);
  const counts = step?.ballot && step.capture?.visible === "at-reveal" && !run.revealed.includes(step.key);
  return counts ? [reveal(run, step.key, seed)] : [];
}

/** The facts that end a run from outside, such as a meeting's end; a vote that is still being held is counted. */
export function endingOf(run: RunState, seed: string, reason: string): NewRunEvent[] {
  return [...leave(run, seed), runFact("run-ended", { run: run.run, reason })];
}

/** The next step whose person has not left. */
function nextIndex(run: RunState): number {
  let next = run.index + 1;
  for (; next < run.plan.steps.length; next++) {
    const { holder } = run.plan.steps[next]!;
    if (!holder || isPresent(run, holder.person)) break;
  }
  return next;
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
  rules: [going, controls, (run, { reason }) => notReady(run, run.plan.steps[nextIndex(run)], reason)],
  facts(run, command) {
    const { reason } = command;
    const step = currentStep(run);
    // A vote that is skipped is not counted.
    const facts: NewRunEvent[] =
      step && reason !== undefined
        ? [runFact("step-skipped", { run: run.run, key: step.key }, { personal: { text: reason } })]
        : leave(run, command.commandId);
    const next = nextIndex(run);
    // A time through a round whose person has left is passed over, and the record says so.
    for (const { key } of run.plan.steps.slice(run.index + 1, next))
      facts.push(runFact("step-skipped", { run: run.run, key, reason: "absent" }));
    if (next >= run.plan.steps.length) return [...facts, runFact("run-ended", { run: run.run })];
    return [...facts, ...enter(run, command, next)];
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

/** Commands that begin, move, stop and end a run. */
export const stepCases = {
  "start-run": startRun,
  "move-on": moveOn,
  "go-to-step": {
    fields: { run: "text", key: "text", reason: "text?" },
    rules: [
      going,
      controls,
      stepThere((c) => c.key),
      (run, { key, reason }) =>
        notReady(
          run,
          run.plan.steps.find((step) => step.key === key),
          reason,
        ),
    ],
    facts: (run, command) => {
      const index = run.plan.steps.findIndex((step) => step.key === command.key);
      const stays = index === run.index;
      return [...(stays ? [] : leave(run, command.commandId)), ...enter(run, command, index, command.reason)];
    },
  } satisfies Case<"go-to-step">,
  "pause-run": {
    fields: { run: "text" },
    rules: [inPhase("running"), controls],
    facts: (run) => [runFact("run-paused", { run: run.run })],
  } satisfies Case<"pause-run">,
  "resume-run": {
    fields: { run: "text" },
    rules: [inPhase("paused"), controls],
    facts: (run) => [runFact("run-resumed", { run: run.run })],
  } satisfies Case<"resume-run">,
  "extend-step": {
    fields: { run: "text", minutes: "count", consent: "words" },
    rules: [going, controls, allConsent],
    facts: (run, { minutes, consent }) => [runFact("step-extended", { run: run.run, minutes, consent })],
  } satisfies Case<"extend-step">,
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
  } satisfies Case<"add-round">,
  "end-run": {
    fields: { run: "text", reason: "text?" },
    rules: [going, controls],
    facts: (run, { reason, commandId }) => [
      ...(reason === undefined ? leave(run, commandId) : []),
      runFact("run-ended", { run: run.run }, reason === undefined ? {} : { personal: { text: reason } }),
    ],
  } satisfies Case<"end-run">,
};
