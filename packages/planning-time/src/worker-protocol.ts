import type { Plan, PlanProgress } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";

/** What a worker is given to do. */
export interface Order {
  readonly problem: PlanningProblem;
  readonly seed: number;
  readonly steps?: number;
  /** Milliseconds since 1970 at which the search ends. */
  readonly deadline: number;
  /** Set to 1 to end the search at once; absent where memory cannot be shared. */
  readonly stop?: SharedArrayBuffer;
}

/** What a worker says. Plans travel as JSON bytes, which cost the receiver nothing until it reads the last one. */
export type Report =
  | { readonly type: "progress"; readonly progress: PlanProgress }
  | { readonly type: "better"; readonly plan: Uint8Array }
  | { readonly type: "done"; readonly plan: Uint8Array };

/** A plan as bytes. */
export const encodePlan = (plan: Plan): Uint8Array => new TextEncoder().encode(JSON.stringify(plan));

/** A plan out of bytes. */
export const decodePlan = (bytes: Uint8Array): Plan => JSON.parse(new TextDecoder().decode(bytes));
