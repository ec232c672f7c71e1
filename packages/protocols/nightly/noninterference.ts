import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import type { Note, RunState } from "../src/index.js";
import { choicesOf } from "../src/run/ballots.js";
import { honest, type Server, stage } from "./stage.js";

/** One hidden doing of somebody else: writes, then perhaps changes or takes back. */
interface Doing {
  readonly person: string;
  readonly text: string;
  readonly then: "keep" | "change" | "withdraw";
}
interface Pair {
  /**
   * `notice-wonder` hides named notes until a reveal, `fears-hopes` anonymous ones, `final-word` notes for ever;
   * `nominal-group` hides secret votes until they are counted.
   */
  readonly protocol: "notice-wonder" | "fears-hopes" | "final-word" | "nominal-group";
  readonly left: readonly Doing[];
  readonly right: readonly Doing[];
  /** What the watcher writes, in both. */
  readonly own: readonly string[];
  /** Whether the pair is followed through the reveal; then only order, time, ids and, if anonymous, authors differ. */
  readonly reveal: boolean;
}

const others = ["ana", "ben", "caro", "dov"];
const doing = fc.record({
  person: fc.constantFrom(...others),
  text: fc.string({ minLength: 1, maxLength: 12 }).map((s) => `CANARY ${s}`),
  // biome-ignore lint/suspicious/noThenProperty: a word of the generator, never a function.
  then: fc.constantFrom("keep" as const, "change" as const, "withdraw" as const),
});
const doings = fc.array(doing, { maxLength: 6 });
const own = fc.array(
  fc.string({ minLength: 1, maxLength: 8 }).map((s) => `own ${s}`),
  { maxLength: 2 },
);

const before: fc.Arbitrary<Pair> = fc.record({
  protocol: fc.constantFrom(
    "notice-wonder" as const,
    "fears-hopes" as const,
    "final-word" as const,
    "nominal-group" as const,
  ),
  left: doings,
  right: doings,
  own,
  reveal: fc.constant(false),
});
/** The same words in another order and, where nobody may know the author, from others. */
const through: fc.Arbitrary<Pair> = fc
  .record({
    protocol: fc.constantFrom("notice-wonder" as const, "fears-hopes" as const, "nominal-group" as const),
    left: doings,
    own,
    shift: fc.nat(3),
    reverse: fc.boolean(),
  })
  .map(({ protocol, left: raw, own, shift, reverse }) => {
    // biome-ignore lint/suspicious/noThenProperty: see above.
    const kept = raw.map((d) => ({ ...d, then: "keep" as const }));
    // Of two votes of one person the later counts, so that their order is no secret of the others: one each.
    const left =
      protocol === "nominal-group"
        ? kept.filter((d, i) => kept.findIndex((other) => other.person === d.person) === i)
        : kept;
    const moved =
      protocol !== "notice-wonder"
        ? left.map((d) => ({ ...d, person: others[(others.indexOf(d.person) + shift) % 4]! }))
        : left;
    return {
      protocol,
      left,
      right: reverse ? [...moved].reverse() : [...moved.slice(1), ...moved.slice(0, 1)],
      own,
      reveal: true,
    };
  });

/** The step that hides what is written. */
const HIDING = {
  "notice-wonder": "write-notices",
  "fears-hopes": "write",
  "final-word": "choose",
  "nominal-group": "vote",
};
const START = Date.UTC(2026, 9, 2, 10, 0, 0);

/** Everything the watcher's connection carries in one of the two meetings. */
function transcript(pair: Pair, hidden: readonly Doing[], side: "left" | "right", server: Server): string {
  const watcher = "eve";
  const { send, state, traffic, look } = stage(pair.protocol, server, watcher);
  send("ana", START, { type: "start-run", commandId: "start" });
  const votes = pair.protocol === "nominal-group";
  if (votes) {
    // Followed through the reveal, the ideas voted on come from others and in another order, which nobody may see.
    const moved = pair.reveal && side === "right";
    for (const note of moved ? ["c", "a", "b"] : ["a", "b", "c"])
      send(moved ? "ben" : "ana", START, { type: "add-note", commandId: note, note, text: `Idea ${note}` });
    for (const commandId of ["on-1", "on-2"]) send("ana", START, { type: "move-on", commandId });
  }
  send("ana", START + 1, { type: "go-to-step", commandId: "go", key: HIDING[pair.protocol] });
  const choices = (text: string) => {
    const all = choicesOf(state(), { choices: { from: "ideas" }, votes: 5 });
    return all.filter((_, i) => (text.length >> i) % 2 === 1);
  };
  pair.own.forEach((text, i) => {
    if (votes)
      send(watcher, START + 10 + i, { type: "cast-ballot", commandId: `own-${i}`, choices: choices(text) });
    else send(watcher, START + 10 + i, { type: "add-note", commandId: `own-${i}`, note: `own-${i}`, text });
  });
  hidden.forEach((d, i) => {
    // Times, ids and commands of what is hidden differ between the two meetings.
    const at = START + 1000 + i * (side === "left" ? 700 : 1300);
    const note = `${side}-${i}`;
    if (votes) {
      const vote = (text: string, late: number) =>
        send(d.person, at + late, {
          type: "cast-ballot",
          commandId: `${side}-${i}-${late}`,
          choices: choices(text),
        });
      vote(d.text, 0);
      if (d.then !== "keep") vote(d.then === "change" ? `${d.text}!` : "", 5);
      return;
    }
    send(d.person, at, { type: "add-note", commandId: `${side}-add-${i}`, note, text: d.text });
    if (d.then === "change")
      send(d.person, at + 5, {
        type: "change-note",
        commandId: `${side}-change-${i}`,
        note,
        text: `${d.text}!`,
      });
    if (d.then === "withdraw")
      send(d.person, at + 5, { type: "withdraw-note", commandId: `${side}-back-${i}`, note });
  });
  send("ana", START + 60_000, { type: "pause-run", commandId: "pause" });
  send("ana", START + 61_000, { type: "resume-run", commandId: "resume" });
  if (pair.reveal)
    for (let i = 0; i < 2; i++) send("ana", START + 70_000 + i, { type: "move-on", commandId: `on-${i}` });
  return [...traffic, look()].join("\n");
}

const same = (pair: Pair, server: Server): boolean =>
  transcript(pair, pair.left, "left", server) === transcript(pair, pair.right, "right", server);

/** A view that also shows something; the law has to notice it. */
const leaking = (extra: (state: RunState) => unknown): Server => ({
  ...honest,
  view: (state, viewer) => ({ ...(honest.view(state, viewer) as object), extra: extra(state) }),
});
const hidden = (state: RunState) => state.notes.filter((n) => n.hidden && !n.revealed);
const revealed = (state: RunState) => state.notes.filter((n) => n.revealed);
const byPlace = (notes: readonly Note[]) =>
  [...notes].sort((a, b) => (a.revealed!.id < b.revealed!.id ? -1 : 1));

const leaks: Record<string, Server> = {
  "text of hidden notes": leaking((s) => hidden(s).map((n) => n.text)),
  "authors of hidden notes": leaking((s) => hidden(s).map((n) => n.author ?? n.handle)),
  "count of hidden notes": leaking((s) => hidden(s).length),
  "who has written": leaking((s) => [...new Set(hidden(s).map((n) => n.author ?? n.handle))].sort()),
  "whether anything was written": leaking((s) => hidden(s).length > 0),
  "number of events as version": leaking(
    (s) => s.publicVersion + Object.values(s.ownVersions).reduce((a, b) => a + b, 0),
  ),
  "votes before they are counted": leaking((s) => hidden(s).map((n) => n.choices)),
  "who has voted": leaking((s) => s.notes.flatMap((n) => (n.choices ? [n.handle] : []))),
  "hint per keystroke": { ...honest, hint: (a, b) => (a === b ? undefined : "changed") },
  "time of the last change": leaking((s) => s.notes.at(-1)?.at),
  "last command": leaking((s) => s.recentCommands.at(-2)),
  "ids in order of writing": leaking((s) => byPlace(revealed(s)).map((n) => s.notes.indexOf(n))),
  "notes in order of writing": leaking((s) => revealed(s).map((n) => n.text)),
  "time of writing after the reveal": leaking((s) => byPlace(revealed(s)).map((n) => n.at)),
  "handles after the reveal": leaking((s) => byPlace(revealed(s)).map((n) => n.handle)),
  "inner ids after the reveal": leaking((s) => byPlace(revealed(s)).map((n) => n.id)),
};

const caughtBy = (server: Server) => (seed: number) => {
  const pairs = fc.sample(fc.oneof(before, through), { seed, numRuns: 300 });
  return pairs.some((pair) => !same(pair, server));
};

/** Laws about what one viewer may know of the others' hidden writing. */
export const laws: readonly Law[] = [
  law({
    name: "what a viewer may not know changes nothing the viewer receives",
    gate: 150,
    nightly: 100_000,
    chunk: 2000,
    values: fc.oneof(before, through),
    holds: (pair) => same(pair, honest),
    faults: Object.entries(leaks).map(([name, server]) => ({ name, caught: caughtBy(server) })),
  }),
  law({
    name: "no canary reaches anybody before the reveal",
    gate: 50,
    nightly: 20_000,
    values: before,
    holds: (pair) => !transcript(pair, pair.left, "left", honest).includes("CANARY"),
    faults: [
      {
        name: "a view with raw state",
        caught: (seed) =>
          fc.sample(before, { seed, numRuns: 100 }).some((pair) =>
            transcript(
              pair,
              pair.left,
              "left",
              leaking((s) => s),
            ).includes("CANARY"),
          ),
      },
    ],
  }),
];
