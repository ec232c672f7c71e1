import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import type { MeetingState } from "../src/index.js";
import { honest, inTheMiddle, type Server } from "./stage.js";

/** Something that somebody else does and the watcher may not know. */
type Doing =
  | { readonly kind: "note"; readonly person: string; readonly text: string }
  | {
      readonly kind: "vote";
      readonly person: string;
      readonly poll: "secret" | "shy";
      readonly choice: string;
    }
  | { readonly kind: "ballot"; readonly person: string; readonly marks: readonly number[] }
  | { readonly kind: "score"; readonly person: string; readonly score: number }
  | { readonly kind: "rating"; readonly person: string; readonly rating: number };

const person = fc.constantFrom("ana", "ben", "caro", "dov");
const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({
    kind: fc.constant("note" as const),
    person,
    text: fc.string({ minLength: 1, maxLength: 9 }).map((s) => `CANARY ${s}`),
  }),
  fc.record({
    kind: fc.constant("vote" as const),
    person,
    poll: fc.constantFrom("secret" as const, "shy" as const),
    choice: fc.constantFrom("agree", "abstain", "disagree"),
  }),
  fc.record({ kind: fc.constant("ballot" as const), person, marks: fc.uniqueArray(fc.nat(2)) }),
  fc.record({ kind: fc.constant("score" as const), person, score: fc.nat(4) }),
  fc.record({ kind: fc.constant("rating" as const), person, rating: fc.integer({ min: 1, max: 5 }) }),
);
const pairs = fc.record({
  left: fc.array(doing, { maxLength: 8 }),
  right: fc.array(doing, { maxLength: 8 }),
  own: fc.array(
    doing.map((d) => ({ ...d, person: "eve" })),
    { maxLength: 3 },
  ),
});
type Pair = typeof pairs extends fc.Arbitrary<infer T> ? T : never;

const LATER = Date.UTC(2026, 9, 2, 11, 0, 0);

function commandOf(
  d: Doing,
  id: string,
  choices: readonly { readonly id: string }[],
): { type: string; commandId: string } & Record<string, unknown> {
  switch (d.kind) {
    case "ballot":
      return { type: "cast-ballot", commandId: id, run: "r2", choices: d.marks.map((n) => choices[n]!.id) };
    case "note":
      return { type: "add-note", commandId: id, run: "r1", note: id, text: d.text };
    case "vote":
      return { type: "cast-vote", commandId: id, poll: d.poll, choice: d.choice };
    case "score":
      return { type: "score-sample", commandId: id, sample: "x", criterion: "reasoning", score: d.score };
    case "rating":
      return { type: "rate-meeting", commandId: id, rating: d.rating };
  }
}

/** Everything that reaches the watcher in one of the two meetings. */
function transcript({ own }: Pair, hidden: readonly Doing[], side: string, server: Server): string {
  const { send, traffic, look, choices } = inTheMiddle(server, "eve");
  own.forEach((d, i) => {
    send("eve", LATER + i, commandOf(d, `own-${i}`, choices));
  });
  hidden.forEach((d, i) => {
    send(d.person, LATER + 1000 + i * (side === "left" ? 700 : 1300), commandOf(d, `${side}-${i}`, choices));
  });
  send("ben", LATER + 60_000, {
    type: "note-item",
    commandId: "public",
    item: "main",
    note: "n",
    text: "public",
  });
  send("ana", LATER + 61_000, { type: "pause-run", commandId: "pause", run: "r1" });
  return [...traffic, look()].join("\n");
}
const same = (pair: Pair, server: Server): boolean =>
  transcript(pair, pair.left, "left", server) === transcript(pair, pair.right, "right", server);

const leaking = (extra: (state: MeetingState) => unknown): Server => ({
  ...honest,
  view: (state, viewer) => ({ ...(honest.view(state, viewer) as object), extra: extra(state) }),
});
const leaks: Record<string, Server> = {
  "raw notes of the run": leaking((s) => s.runs["r1"]?.notes),
  "votes inside a protocol": leaking((s) => s.runs["r2"]?.notes.map((n) => n.choices)),
  "votes of a secret poll": leaking((s) => s.polls[0]?.votes.map((v) => v.choice)),
  "number of votes": leaking((s) => s.polls.map((p) => p.votes.length)),
  "who has voted": leaking((s) => s.polls[1]?.votes.map((v) => v.voter)),
  "last voter alone": leaking((s) => s.polls[1]?.votes.at(-1)?.voter),
  "scores before the reveal": leaking((s) => s.scores),
  "mean score before the reveal": leaking((s) => s.scores.reduce((sum, x) => sum + x.score, 0)),
  "ratings during the meeting": leaking((s) => s.ratings.map((r) => r.rating)),
  "how many have rated": leaking((s) => s.ratings.length),
  "versions of others": leaking((s) => s.ownVersions),
  "last commands": leaking((s) => s.recentCommands),
  "hint for every event": { ...honest, hint: (a, b) => (a === b ? undefined : "changed") },
};

/** Laws about what one viewer may know of a meeting. */
export const laws: readonly Law[] = [
  law({
    name: "hidden notes, votes, scores and ratings change nothing that a viewer receives",
    gate: 60,
    nightly: 100_000,
    chunk: 1000,
    values: pairs,
    holds: (pair) => same(pair, honest),
    faults: Object.entries(leaks).map(([name, server]) => ({
      name,
      caught: (seed: number) => fc.sample(pairs, { seed, numRuns: 40 }).some((pair) => !same(pair, server)),
    })),
  }),
];
