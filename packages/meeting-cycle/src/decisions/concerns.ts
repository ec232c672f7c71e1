import type { Poll } from "../meeting/polls.js";

/** Votes that ask for the floor, by method: below three fingers, an objection, a doubt. */
const CONCERN: Partial<Record<Poll["spec"]["method"], (choice: unknown) => boolean>> = {
  "fist-to-five": (choice) => (choice as number) < 3,
  consent: (choice) => choice === "object",
  gradients: (choice) => (choice as number) >= 6,
  proposal: (choice) => choice === "disagree" || choice === "block",
  "sense-check": (choice) => choice === "question" || choice === "concern",
};

/**
 * Who is offered the floor before a poll is held again: in an open fist to five, everyone below three.
 * Guarantees to name nobody in a poll that hides its voters.
 */
export function concernsOf(poll: Pick<Poll, "spec" | "votes">): readonly string[] {
  if (poll.spec.identity !== "named") return [];
  const isConcern = CONCERN[poll.spec.method];
  return poll.votes.flatMap(({ voter, choice }) =>
    voter !== undefined && isConcern?.(choice) ? [voter] : [],
  );
}
