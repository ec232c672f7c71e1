import type { PlannedStep } from "../plan.js";
import { type NewRunEvent, runFact } from "./events.js";
import type { RunState } from "./state.js";

/** Keys of earlier steps whose hidden notes become visible when this step begins. */
export function revealedBy(run: RunState, step: PlannedStep): readonly string[] {
  return run.plan.steps
    .filter((s) => s.capture?.visible === "at-reveal" && step.reveals?.includes(s.capture.id))
    .filter(
      (s) => s.round === undefined || step.round?.id !== s.round.id || s.round.index === step.round.index,
    )
    .map((s) => s.key)
    .filter((key) => !run.revealed.includes(key));
}

/**
 * The reveal of a step's hidden notes, in an order that depends on the words and the seed alone, so that it tells
 * neither who wrote when nor which note belongs to which device.
 */
export function reveal(run: RunState, step: string, seed: string): NewRunEvent {
  const order = run.notes
    .filter((note) => note.step === step && note.hidden && note.revealed === undefined)
    .map((note) => ({ note, rank: mix(seed, note.text ?? note.choices?.join() ?? "") }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compare(a.note.text ?? "", b.note.text ?? "") ||
        compare(a.note.author ?? "", b.note.author ?? "") ||
        compare(a.note.id, b.note.id),
    )
    .map(({ note }) => note.id);
  return runFact("notes-revealed", { run: run.run, step, order });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A 32-bit mix of two texts (FNV-1a with the finalizer of MurmurHash3). */
export function mix(seed: string, text: string): number {
  let hash = 0x811c9dc5;
  for (const part of [seed, "\u0000", text]) {
    for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
