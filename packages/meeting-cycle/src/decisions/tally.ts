import type { Rejection } from "@collegium/schema";
import type { PollOutcomeFact, VoteChoice } from "../meeting/events.js";
import type { DecisionMethod, PollSpec, Vote } from "../meeting/polls.js";
import { schulzeWinners } from "./schulze.js";

type Choices = readonly VoteChoice[];
interface Method {
  /** Whether a choice is a vote in this method. */
  readonly fits: (choice: VoteChoice, spec: PollSpec) => boolean;
  /** What a voter may say, in one sentence. */
  readonly says: string;
  readonly outcome: (choices: Choices, spec: PollSpec) => PollOutcomeFact;
}

const level = (min: number, max: number) => (choice: VoteChoice) =>
  Number.isInteger(choice) && (choice as number) >= min && (choice as number) <= max;
const word =
  (...words: string[]) =>
  (choice: VoteChoice) =>
    typeof choice === "string" && words.includes(choice);
const known = (spec: PollSpec, options: readonly string[]) => options.every((o) => spec.options?.includes(o));
const listed = (choice: VoteChoice, spec: PollSpec) =>
  Array.isArray(choice) && new Set(choice).size === choice.length && known(spec, choice as readonly string[]);
const points =
  (max: number) =>
  (choice: VoteChoice, spec: PollSpec): boolean =>
    typeof choice === "object" &&
    choice !== null &&
    !Array.isArray(choice) &&
    known(spec, Object.keys(choice)) &&
    Object.values(choice).every((p) => level(0, max)(p));
const sum = (choice: VoteChoice): number =>
  Object.values(choice as Record<string, number>).reduce((a, b) => a + b, 0);

const passes = (passed: boolean): PollOutcomeFact => ({ result: passed ? "passed" : "not-passed" });
const noted = (): PollOutcomeFact => ({ result: "noted" });

/** The options with the greatest value; a tie is told, and so is that nobody chose anything. */
function best(spec: PollSpec, value: (option: string) => number): PollOutcomeFact {
  const options = spec.options ?? [];
  const top = Math.max(0, ...options.map(value));
  const winners = options.filter((option) => top > 0 && value(option) === top);
  return chosen(winners);
}
const chosen = (winners: readonly string[]): PollOutcomeFact =>
  winners.length === 0
    ? { result: "not-passed" }
    : { result: winners.length === 1 ? "chosen" : "tied", options: winners };

const total = (choices: Choices) => (option: string) =>
  choices.reduce<number>((all, choice) => all + ((choice as Record<string, number>)[option] ?? 0), 0);

/** Rules of every method; thresholds come from the poll, never from here. */
const METHODS: Record<DecisionMethod, Method> = {
  "fist-to-five": {
    fits: level(0, 5),
    says: "A vote is 0 to 5 fingers.",
    outcome: (choices) => passes(choices.length > 0 && choices.every((v) => (v as number) >= 3)),
  },
  consent: {
    fits: word("consent", "stand-aside", "object"),
    says: "A vote is consent, stand-aside or object.",
    outcome: (choices) => passes(choices.length > 0 && !choices.includes("object")),
  },
  gradients: {
    fits: level(1, 8),
    says: "A vote is 1, full support, to 8, veto; 5 abstains.",
    outcome(choices, { threshold = 1 }) {
      const voting = choices.filter((v) => v !== 5);
      const support = voting.filter((v) => (v as number) <= 4).length;
      return passes(voting.length > 0 && !choices.includes(8) && support >= threshold * voting.length);
    },
  },
  proposal: {
    fits: word("agree", "abstain", "disagree", "block"),
    says: "A vote is agree, abstain, disagree or block.",
    outcome(choices) {
      const count = (w: string) => choices.filter((v) => v === w).length;
      return passes(count("block") === 0 && count("agree") > count("disagree"));
    },
  },
  "advice-process": { fits: word("advised"), says: "Advice is marked as advised.", outcome: noted },
  "dot-vote": {
    fits: (choice, spec) =>
      points(1000)(choice, spec) && sum(choice) <= (spec.budget ?? Number.POSITIVE_INFINITY),
    says: "A vote spreads at most the budget of dots over the options.",
    outcome: (choices, spec) => best(spec, total(choices)),
  },
  score: {
    fits: points(10),
    says: "A vote gives options 0 to 10 points.",
    outcome: (choices, spec) => best(spec, total(choices)),
  },
  ranked: {
    fits: listed,
    says: "A vote is a list of options, best first, none twice.",
    outcome(choices, spec) {
      const ballots = choices as readonly (readonly string[])[];
      return chosen(ballots.some((b) => b.length > 0) ? schulzeWinners(spec.options ?? [], ballots) : []);
    },
  },
  approval: {
    fits: listed,
    says: "A vote is a list of options, none twice.",
    outcome: (choices, spec) =>
      best(spec, (option) => choices.filter((c) => (c as readonly string[]).includes(option)).length),
  },
  "time-poll": {
    fits: points(2),
    says: "A vote gives slots 2 for yes, 1 for if need be, 0 for no.",
    outcome(choices, spec) {
      const count = (option: string, least: number) =>
        choices.filter((c) => ((c as Record<string, number>)[option] ?? 0) >= least).length;
      // Most people who can come; among those, most who would like to.
      return best(spec, (option) => count(option, 1) * (choices.length + 1) + count(option, 2));
    },
  },
  "opt-in": { fits: word("in", "out"), says: "A vote is in or out.", outcome: noted },
  "sense-check": {
    fits: word("fine", "question", "concern"),
    says: "A vote is fine, question or concern.",
    outcome: noted,
  },
};

/** Refuses a choice that is no vote in the poll's method. Code `bad-vote`. */
export function voteFault(spec: PollSpec, choice: VoteChoice | undefined): Rejection | undefined {
  const method = METHODS[spec.method];
  return choice !== undefined && choice !== null && method.fits(choice, spec)
    ? undefined
    : { code: "bad-vote", message: method.says, hint: "Correct the vote and send it again." };
}

/**
 * How a poll ends by its method.
 * Guarantees that a tie is told as one and never broken in secret, and that the order of votes does not matter.
 * @example
 * ```ts
 * const spec = { method: "fist-to-five", identity: "named", results: "live" } as const;
 * outcomeOf(spec, [{ choice: 5 }, { choice: 3 }]); // => { result: "passed" }
 * outcomeOf(spec, [{ choice: 5 }, { choice: 2 }]); // => { result: "not-passed" }
 * ```
 */
export function outcomeOf(spec: PollSpec, votes: readonly Vote[]): PollOutcomeFact {
  return METHODS[spec.method].outcome(
    votes.map((vote) => vote.choice),
    spec,
  );
}

/** Votes counted by what was chosen; for lists and points, how many gave an option anything. */
export function countsOf(spec: PollSpec, votes: readonly Vote[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = Object.fromEntries((spec.options ?? []).map((o) => [o, 0]));
  const add = (key: string, count = 1) => {
    counts[key] = (counts[key] ?? 0) + count;
  };
  for (const { choice } of votes) {
    if (Array.isArray(choice)) {
      for (const option of choice as readonly string[]) add(option);
    } else if (typeof choice === "object") {
      for (const [option, given] of Object.entries(choice)) add(option, given as number);
    } else add(String(choice));
  }
  return counts;
}
