import { runCommandTypes } from "@collegium/protocols/runner";
import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  type AnyMeetingCommand,
  decideMeeting,
  evolveMeeting,
  type MeetingEvent,
  meetingCommandTypes,
  minutesOf,
  newMeeting,
  viewMeeting,
} from "../src/index.js";
import { type Act, acts, commandOf } from "./meeting.js";
import { grantOf, honest, inTheMiddle, plan } from "./stage.js";

const names = [
  "run",
  "meeting",
  "team",
  "on",
  "minutes",
  "members",
  "agenda",
  "item",
  "note",
  "text",
  "for",
  "poll",
  "spec",
  "options",
  "choice",
  "action",
  "owner",
  "due",
  "wording",
  "state",
  "needs",
  "need",
  "roster",
  "feedback",
  "kind",
  "rating",
  "window",
  "times",
  "sample",
  "criterion",
  "score",
  "plan",
  "people",
  "key",
  "person",
  "consent",
  "choices",
  "role",
  "roles",
  "to",
  "step",
  "tag",
  "decision",
  "reason",
  "seen",
  "concurrency",
  "commandId",
  "quorum",
] as const;
/** Values that look like something, and some that look like nothing. */
export const words = fc.constantFrom<unknown>(
  "r1",
  "r9",
  "main",
  "x",
  "secret",
  "ana",
  "eve",
  "2026-10-02",
  "done",
  "plus",
  "facilitator",
  "write-notices",
  "expected",
  plan,
  [],
  {},
  { students: [] },
  { toString: 0, valueOf: 0 },
  "constructor",
  { method: "ranked", identity: "named", results: "live", options: "abc" },
);
const fields = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(words, words, fc.jsonValue(), fc.array(fc.jsonValue(), { maxLength: 3 })),
  { maxKeys: 20 },
);
const hostile = fc.array(
  fc.record({
    type: fc.oneof(fc.constantFrom<unknown>(...meetingCommandTypes, ...runCommandTypes), fc.jsonValue()),
    fields,
    who: fc.constantFrom("ana", "ben", "eve", "zoe"),
  }),
  { minLength: 1, maxLength: 12 },
);
type Attack = typeof hostile extends fc.Arbitrary<infer T> ? T : never;

/** Sends everything at a meeting that is going on and at one that has not begun; throws where the program does. */
function withstand(attack: Attack, decide = decideMeeting): void {
  for (const start of [newMeeting, inTheMiddle(honest, "eve").state()]) {
    let state = start;
    attack.forEach(({ type, fields: sent, who: person }, n) => {
      const command = { run: "r1", commandId: `c${n}`, ...sent, type } as unknown as AnyMeetingCommand;
      const decided = decide(state, command, {
        person,
        at: "2026-10-02T12:00:00.000Z",
        handle: `h-${person}`,
      });
      if (!decided.ok) {
        if (!decided.rejection.message.endsWith(".")) throw new Error("a rejection is a sentence");
        return;
      }
      for (const event of decided.events) {
        const envelope = {
          districtId: "d",
          stream: "meeting:m1",
          version: n,
          at: "2026-10-02T12:00:00.000Z",
          commandId: `c${n}`,
        };
        state = evolveMeeting(state, { ...envelope, ...event } as MeetingEvent);
      }
      const view = viewMeeting(state, { person: "eve", handle: "h-eve" }, grantOf("eve"));
      if (view) minutesOf(view);
      JSON.stringify(view);
    });
  }
}

/** A copy with the value at a random place replaced, or taken out where the replacement is `undefined`. */
function bent(value: unknown, turns: readonly number[], replacement: unknown): unknown {
  const [turn, ...rest] = turns;
  if (typeof value !== "object" || value === null || turn === undefined) return replacement;
  const keys = Object.keys(value);
  if (keys.length === 0) return replacement;
  const key = keys[turn % keys.length]!;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = bent(copy[key], rest, replacement);
  return copy;
}

const bends = fc.record({
  acts,
  places: fc.array(fc.array(fc.nat(99), { minLength: 1, maxLength: 5 }), { minLength: 50, maxLength: 50 }),
  replacement: fc.oneof(words, fc.jsonValue(), fc.constant(undefined)),
});

function withstandBent(
  acts: readonly Act[],
  places: readonly (readonly number[])[],
  replacement: unknown,
  decide = decideMeeting,
): void {
  const state = inTheMiddle(honest, "eve").state();
  const attack = acts.map((act, n) => {
    const { type, ...sent } = commandOf(state, { ...act, spoil: false, stale: false }, n);
    return { type, who: act.who, fields: bent(sent, places[n]!, replacement) as Record<string, unknown> };
  });
  withstand(attack as Attack, decide);
}

/** Laws about what comes from outside. */
export const laws: readonly Law[] = [
  law({
    name: "no command, however malformed, makes a meeting throw",
    gate: 150,
    nightly: 50_000,
    chunk: 1000,
    values: hostile,
    holds: (attack) => withstand(attack),
    faults: [
      {
        name: "a decide that trusts its input",
        caught: (seed) =>
          fc.sample(hostile, { seed, numRuns: 100 }).some((attack) => {
            try {
              withstand(attack, (state, command, who) => {
                (command as unknown as { text: string }).text.trim();
                return decideMeeting(state, command, who);
              });
              return false;
            } catch {
              return true;
            }
          }),
      },
    ],
  }),
  law({
    name: "no command with one thing wrong in it makes a meeting throw",
    gate: 25,
    nightly: 20_000,
    chunk: 250,
    values: bends,
    holds: ({ acts: list, places, replacement }) => withstandBent(list, places, replacement),
    faults: [
      {
        name: "a decide that trusts an agenda's items",
        caught: (seed) =>
          fc.sample(bends, { seed, numRuns: 60 }).some(({ acts: list, places, replacement }) => {
            try {
              withstandBent(list, places, replacement, (state, command, who) => {
                if (command.type === "set-agenda") for (const item of command.agenda) item.title.key.trim();
                return decideMeeting(state, command, who);
              });
              return false;
            } catch {
              return true;
            }
          }),
      },
    ],
  }),
];
