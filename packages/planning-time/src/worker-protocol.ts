import { Board } from "./board.js";
import type { Terms } from "./objective.js";
import type { Plan, PlanProgress } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import type { Claim } from "./prove.js";

/** What a worker is given to do. */
export interface Order {
  /** What is asked, as bytes that were written once for all threads. */
  readonly question: Uint8Array;
  readonly seed: number;
  readonly steps?: number;
  /** Absent where one worker does it all; `reasons` says why blocks are missing in the question's plan. */
  readonly part?: "search" | "proof" | "reasons";
  /** Milliseconds since 1970 at which the search ends. */
  readonly deadline: number;
  /** Set to 1 to end the search at once; absent where memory cannot be shared. */
  readonly stop?: SharedArrayBuffer;
  /** Where the threads show each other their best week; beside `stop`. */
  readonly board?: SharedArrayBuffer;
}

/** What is asked: a school's problem, and a plan for the same timetable to go on from. */
export interface Question {
  readonly problem: PlanningProblem;
  readonly from?: Plan;
}

/** What a worker says. Plans travel as JSON bytes, which cost the receiver nothing until it reads the last one. */
export type Report =
  | { readonly type: "progress"; readonly progress: PlanProgress }
  | { readonly type: "claim"; readonly claim: Claim }
  | { readonly type: "plan"; readonly sent: SentPlan }
  | { readonly type: "done" };

/** A plan as bytes, with the terms that decide whether to read it. */
export interface SentPlan extends Terms {
  readonly bytes: Uint8Array;
}

/** The board of a school's threads; new memory where none is given. */
export function boardOf(problem: PlanningProblem, memory?: SharedArrayBuffer): Board {
  const blocks = problem.teams.reduce((sum, team) => sum + (team.blocks ?? 0), 0);
  return new Board(blocks, problem.timetable.placements.length, memory, problem.cover !== undefined);
}

/** A question as bytes: copying them to a thread is quicker than copying what they say, thing by thing. */
export const encodeQuestion = (question: Question): Uint8Array => encode(question);

/** A question out of bytes. */
export const decodeQuestion = (bytes: Uint8Array): Question => decode(bytes);

/** A plan as bytes. */
export const encodePlan = (plan: Plan): SentPlan => ({ ...plan.terms, bytes: encode(plan) });

/** A plan out of bytes. */
export const decodePlan = (sent: SentPlan): Plan => decode(sent.bytes);

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
