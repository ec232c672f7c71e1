import type { Speaks } from "../definition-shape.js";
import type { PlannedStep } from "../plan.js";
import { currentStep, type Participant, type RunState } from "./state.js";

/** What one person does with their voice now. The facilitator guides in every step. */
export type Voice = "speaks" | "listens" | "guides";

/** Roles a person holds in a step: their own, and the round's role where it is their time. */
export function rolesIn(step: PlannedStep, person: Participant): readonly string[] {
  if (!step.holder) return person.roles;
  const own = person.roles.filter((role) => role !== step.holder!.role);
  return step.holder.person === person.id ? [...own, step.holder.role] : own;
}

const holdsOne = (step: PlannedStep, person: Participant, roles: readonly string[]): boolean => {
  const held = rolesIn(step, person);
  // Whoever holds no role that the step names is a participant.
  return held.some((role) => roles.includes(role)) || (roles.includes("participant") && plain(held));
};
const plain = (held: readonly string[]): boolean =>
  !held.some((role) => role === "presenter" || role === "panel");

/** Whom a speaking rule gives a turn to, in order, present or not. */
export function turnOrder(run: RunState, step: PlannedStep): readonly Participant[] {
  if (step.speaks.who !== "each") return [];
  const except = step.speaks.except ?? [];
  return run.people.filter((person) => except.length === 0 || !holdsOne(step, person, except));
}

/** Who has the floor in a step where each speaks in turn; `undefined` when all have spoken. */
export function whoseTurn(run: RunState): string | undefined {
  const step = currentStep(run);
  if (!step) return undefined;
  if (run.floor !== undefined) return run.floor;
  return turnOrder(run, step).find((person) => person.present && !run.spoken.includes(person.id))?.id;
}

/**
 * What each person in the room does with their voice at this moment.
 * Guarantees exactly one answer for everyone present; it guides and never blocks.
 */
export function voices(run: RunState): Readonly<Record<string, Voice>> {
  const step = currentStep(run);
  const result: Record<string, Voice> = {};
  for (const person of run.people) {
    if (person.present) result[person.id] = step ? voiceOf(run, step, person) : "speaks";
  }
  return result;
}

function voiceOf(run: RunState, step: PlannedStep, person: Participant): Voice {
  if (run.phase === "paused" || speaksNow(run, step, person)) return "speaks";
  return person.roles.includes("facilitator") ? "guides" : "listens";
}

function speaksNow(run: RunState, step: PlannedStep, person: Participant): boolean {
  if (run.floor !== undefined) return run.floor === person.id;
  if (step.silent && holdsOne(step, person, step.silent)) return false;
  const rule: Speaks = step.speaks;
  switch (rule.who) {
    case "nobody":
      return false;
    case "roles": {
      const held = run.people.some((p) => p.present && holdsOne(step, p, rule.roles));
      // Where nobody holds the role, the floor is open to all whom the step does not ask to be silent.
      return held ? holdsOne(step, person, rule.roles) : true;
    }
    case "each":
      return whoseTurn(run) === person.id;
    default:
      return true;
  }
}
