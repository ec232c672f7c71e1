import type { ProtocolDefinition } from "./definition.js";
import { fit, smallestSlot } from "./fit.js";
import { handle } from "./handle.js";
import { planFit, type RunPerson } from "./plan.js";
import { choicesOf } from "./run/ballots.js";
import type { RunCommand } from "./run/commands.js";
import type { RunEvent } from "./run/events.js";
import { replayRun } from "./run/machine.js";
import { notReady } from "./run/requirements.js";
import { mix } from "./run/reveal.js";
import { currentStep, newRun, type RunState } from "./run/state.js";
import { turnOrder, voices, whoseTurn } from "./run/turns.js";
import { viewRun } from "./run/view.js";

/** A simulated run: its events in order, and what was checked on the way. */
export interface Simulation {
  readonly events: readonly RunEvent[];
  readonly invariants: readonly { readonly name: string; readonly held: boolean; readonly checked: number }[];
}

const START = Date.UTC(2026, 8, 1, 14, 0, 0);
const MAY = ["read-agenda", "read-notes"];

/**
 * Runs a protocol with made-up people, to see how it goes before a real team meets; `undefined` where it does not fit
 * the group. The same seed gives the same run.
 * Guarantees to check at every event: everyone has exactly one voice, at most one has the floor in a turn step, hidden
 * notes reach their author alone, and replaying the events gives the same state.
 * @example
 * ```ts
 * const run = simulateRun(findProtocol("final-word"), { group: 4, seed: 1 });
 * run.invariants.every((invariant) => invariant.held); // => true
 * ```
 */
export function simulateRun(
  definition: ProtocolDefinition,
  { group, seed, minutes }: { group: number; seed: number; minutes?: number },
): Simulation | undefined {
  const people = Array.from(
    { length: group },
    (_, i): RunPerson => ({ id: `person-${i + 1}`, roles: roleOf(definition, i) }),
  );
  const slot = minutes ?? smallestSlot(definition, { people: group });
  const plan = planFit(definition, fit(definition, slot, group), people);
  if (!plan) return undefined;
  const checks = new Map<string, { held: boolean; checked: number }>();
  const check = (name: string, held: boolean) => {
    const known = checks.get(name) ?? { held: true, checked: 0 };
    checks.set(name, { held: known.held && held, checked: known.checked + 1 });
  };
  const events: RunEvent[] = [];
  let state: RunState = newRun;
  let at = START;
  let count = 0;
  const random = () => mix(String(seed), String(count)) / 2 ** 32;
  const send = (person: string, command: object) => {
    count++;
    const full = { commandId: `command-${count}`, run: "run-1", ...command } as RunCommand;
    const who = { person, at: new Date(at).toISOString(), handle: `handle-${person}` };
    const handled = handle(state, full, who, {
      districtId: "demo",
      stream: "run:run-1",
      version: events.length,
    });
    check("accepted", handled.ok);
    if (!handled.ok) return;
    events.push(...handled.events);
    state = handled.state;
    checkState(state, check);
  };
  const first = people[0]!.id;
  send(first, { type: "start-run", plan, people });
  while (state.phase === "running" || state.phase === "paused") {
    const step = currentStep(state)!;
    for (const person of step.speaks.who === "nobody" || step.capture ? people : []) {
      if (step.ballot) {
        const { ballot } = step;
        const choices = choicesOf(state, ballot).filter(() => random() < 0.5);
        send(person.id, { type: "cast-ballot", choices: choices.slice(0, ballot.votes) });
      } else if (random() < 0.8)
        send(person.id, { type: "add-note", note: `note-${count}`, text: `What ${person.id} sees.` });
    }
    for (
      let turn = whoseTurn(state);
      turn !== undefined && step.speaks.who === "each";
      turn = whoseTurn(state)
    ) {
      at += Math.round((step.minutes * 60_000) / Math.max(1, turnOrder(state, step).length));
      send(turn, { type: "end-turn" });
    }
    if (step.speaks.who === "each")
      check(
        "everyone-had-a-turn",
        turnOrder(state, step).every((p) => state.spoken.includes(p.id)),
      );
    else at += step.minutes * 60_000;
    const unmet = notReady(state, state.plan.steps[state.index + 1], undefined) !== undefined;
    send(first, { type: "move-on", ...(unmet && { reason: "Nobody wrote anything." }) });
    if (step.ballot) check("votes-counted", votesCounted(state, step.key));
  }
  check("ended", state.phase === "ended");
  check("within-the-slot", plan.steps.reduce((sum, step) => sum + step.minutes, 0) <= slot);
  check("replay-equals-live", JSON.stringify(replayRun(events)) === JSON.stringify(state));
  return { events, invariants: [...checks].map(([name, result]) => ({ name, ...result })) };
}

/** Whether everybody sees the count of a vote that has been left. */
function votesCounted(state: RunState, step: string): boolean {
  const voted = state.notes.filter((note) => note.step === step && note.choices).length;
  return state.people.every(({ id }) => {
    const view = viewRun(state, { person: id }, grantOf(id));
    const ballot = view?.ballots.find((b) => b.step === step);
    return ballot?.tooFew === true || ballot?.cast === voted;
  });
}

const grantOf = (viewer: string) =>
  ({
    viewer,
    subject: { kind: "run", id: "run-1" },
    purpose: "demo",
    audience: "team",
    may: MAY,
    on: "2026-09-01",
  }) as const;

/** The first person facilitates, the second presents, and takes any other role that speaks. */
function roleOf(definition: ProtocolDefinition, index: number): readonly string[] {
  if (index === 0) return ["facilitator"];
  const others = definition.roles
    .map((r) => r.id)
    .filter((id) => id !== "facilitator" && id !== "participant");
  return index === 1 ? others : ["participant"];
}

function checkState(state: RunState, check: (name: string, held: boolean) => void): void {
  const all = voices(state);
  const present = state.people.filter((p) => p.present);
  check(
    "one-voice-each",
    present.every((p) => all[p.id] !== undefined) && Object.keys(all).length === present.length,
  );
  const speaking = Object.values(all).filter((voice) => voice === "speaks").length;
  const step = currentStep(state);
  if (step && state.phase === "running") {
    check(
      "one-speaking-rule",
      step.speaks.who === "nobody" ? speaking === 0 : step.speaks.who !== "each" || speaking <= 1,
    );
  }
  for (const { id } of present) {
    const view = viewRun(state, { person: id, handle: `handle-${id}` }, grantOf(id))!;
    check(
      "hidden-from-others",
      view.notes.every((note) => !note.hidden || note.mine),
    );
  }
}
