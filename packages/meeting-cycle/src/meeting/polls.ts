import type { PollOutcomeFact, VoteChoice } from "./events.js";

/** Ways of deciding together. */
export const decisionMethods = [
  "fist-to-five",
  "consent",
  "gradients",
  "proposal",
  "advice-process",
  "dot-vote",
  "score",
  "ranked",
  "approval",
  "time-poll",
  "opt-in",
  "sense-check",
] as const;

/** One of {@link decisionMethods}. */
export type DecisionMethod = (typeof decisionMethods)[number];

/** How a poll is held. */
export interface PollSpec {
  readonly method: DecisionMethod;
  /** Ids of what can be chosen; their words lie beside. */
  readonly options?: readonly string[];
  /** Whether votes carry names, hide them from peers, or are not stored with the voter. */
  readonly identity: "named" | "hidden-from-peers" | "not-stored";
  readonly results: "live" | "after-own-vote" | "after-close";
  /** Points that each voter may spread, for dots; suggested, never forced. */
  readonly budget?: number;
  /** Share of the votes cast that the best option needs, 0 to 1, for gradients. */
  readonly threshold?: number;
  /** Fewest hidden votes that are counted together; may raise {@link MINIMUM_ANONYMOUS} and never lower it. */
  readonly minimum?: number;
}

/** A vote as it was cast. */
export interface Vote {
  readonly voter?: string;
  readonly handle?: string;
  readonly choice: VoteChoice;
  readonly reason?: string;
}

/** A poll as it stands. */
export interface Poll {
  readonly id: string;
  readonly item?: string;
  readonly spec: PollSpec;
  /** The question; absent where it has been erased. */
  readonly text?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly votes: readonly Vote[];
  readonly outcome?: PollOutcomeFact & { readonly reason?: string; readonly quorate: boolean };
}

/** Fewest anonymous ratings, or hidden votes, that are shown together. */
export const MINIMUM_ANONYMOUS = 4;

/** Whether so few have voted that a hidden count, or its outcome alone, would tell who voted what. */
export function isTooFew({ spec, votes }: Pick<Poll, "spec" | "votes">): boolean {
  return spec.identity !== "named" && votes.length < Math.max(MINIMUM_ANONYMOUS, spec.minimum ?? 0);
}
