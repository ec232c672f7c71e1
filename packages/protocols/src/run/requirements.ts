import type { Rejection } from "@collegium/schema";
import type { Requirement } from "../definition-shape.js";
import type { PlannedStep } from "../plan.js";
import { currentStep, type RunState } from "./state.js";

/** What a step asks for and is not so now. Reads only what everyone may see, so that its answer tells nothing hidden. */
export function unmetBy(run: RunState, step: PlannedStep): readonly Requirement[] {
  return (step.requires ?? []).filter((requirement) => !isMet(run, step, requirement));
}

function isMet(run: RunState, step: PlannedStep, requirement: Requirement): boolean {
  if ("role" in requirement) {
    const holder = step.holder?.role === requirement.role ? step.holder.person : undefined;
    return run.people.some(
      (person) => person.present && (person.id === holder || person.roles.includes(requirement.role)),
    );
  }
  const skipped = new Set(run.skipped.map(({ key }) => key));
  const sources = run.plan.steps.filter(
    (other) =>
      ("done" in requirement ? other.step === requirement.done : other.capture?.id === requirement.notes) &&
      (other.round?.id !== step.round?.id || other.round?.index === step.round?.index),
  );
  // A step that was left out of the plan, to fit the time, is missed by nobody.
  if (sources.length === 0) return true;
  if ("done" in requirement)
    return sources.some(({ key }) => (run.done.includes(key) || isNow(run, key)) && !skipped.has(key));
  return run.notes.some(
    (note) => note.capture === requirement.notes && (!note.hidden || note.revealed !== undefined),
  );
}

/** The step that is being left counts as gone through. */
const isNow = (run: RunState, key: string): boolean => currentStep(run)?.key === key;

/** Refuses to begin a step without what it asks for, unless a reason is given. Code `not-ready`. */
export function notReady(
  run: RunState,
  step: PlannedStep | undefined,
  reason: string | undefined,
): Rejection | undefined {
  if (!step || reason !== undefined) return undefined;
  const unmet = unmetBy(run, step);
  if (unmet.length === 0) return undefined;
  return {
    code: "not-ready",
    message: "The next step asks for something that is not there yet.",
    hint: "Do first what it asks for, or go to it with a reason.",
    data: { step: step.key, unmet },
  };
}

/** Whether a capture takes no more notes: a step that closes it has begun, and its own step has not come again. */
export function isClosed(run: RunState, step: PlannedStep): boolean {
  const capture = step.capture?.id;
  if (capture === undefined || run.phase === "ended") return false;
  const now = currentStep(run)?.key;
  if (now === step.key) return false;
  const skipped = new Set(run.skipped.map(({ key }) => key));
  return run.plan.steps.some(
    ({ key, closes }) =>
      closes?.includes(capture) && !skipped.has(key) && (key === now || run.done.includes(key)),
  );
}
