import { currentStep, type RunState } from "./state.js";

/** What a clock needs of a step; a state and a view both have it. */
export interface Timed {
  readonly minutes: number;
  readonly extended: number;
  readonly since: string;
  readonly pausedSince?: string;
  readonly pausedFor: number;
}

/**
 * Milliseconds left in a step at an instant; negative when it runs over.
 * Guarantees that a pause costs nothing and that extensions count, so that every screen shows the same time.
 * @example
 * ```ts
 * const step = { minutes: 5, extended: 0, since: "2026-10-02T10:00:00.000Z", pausedFor: 60_000 };
 * timeLeft(step, "2026-10-02T10:03:00.000Z"); // => 180000
 * ```
 */
export function timeLeft(step: Timed, at: string): number {
  const until = step.pausedSince ?? at;
  const used = Date.parse(until) - Date.parse(step.since) - step.pausedFor;
  return (step.minutes + step.extended) * 60_000 - used;
}

/** The present step's clock, or `undefined` outside a step. */
export function clockOf(run: RunState): Timed | undefined {
  const step = currentStep(run);
  if (!step) return undefined;
  const { extended, since, pausedSince, pausedFor } = run;
  return {
    minutes: step.minutes,
    extended,
    since,
    pausedFor,
    ...(pausedSince !== undefined && { pausedSince }),
  };
}
