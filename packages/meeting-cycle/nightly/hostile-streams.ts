import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  type ActionEvent,
  type CycleEvent,
  decideAction,
  decideCycle,
  evolveAction,
  evolveCycle,
  newAction,
  newCycle,
  stuckSigns,
  tellCycle,
  transcriptOf,
  vocabularies,
} from "../src/index.js";
import { words } from "./hostile.js";

const smaller = fc.array(
  fc.record({
    type: fc.oneof(
      fc.constantFrom<unknown>(
        ...["start-cycle", "begin-focus", "begin-collaboration", "begin-reflection", "record-entry"],
        ...["withdraw-entry", "link-meeting", "link-action", "record-point", "conclude-test", "close-cycle"],
        ...["open-action", "mark-stuck", "resume-action", "finish-action", "drop-action"],
        ...["postpone-action", "hand-over-action"],
      ),
      fc.jsonValue(),
    ),
    fields: fc.dictionary(
      fc.constantFrom(
        ...[
          "cycle",
          "team",
          "kind",
          "goal",
          "target",
          "after",
          "entry",
          "facet",
          "text",
          "slot",
          "meeting",
          "on",
        ],
        ...[
          "action",
          "point",
          "outcome",
          "reason",
          "next",
          "successor",
          "owner",
          "due",
          "wording",
          "follows",
          "seen",
        ],
      ),
      fc.oneof(
        words,
        fc.constantFrom<unknown>("plan", "adopt", "new-focus", "process", {
          measure: "q",
          on: "2026-10-02",
          value: 1,
        }),
        fc.constant<unknown>({ when: "x", will: "y" }),
        fc.jsonValue(),
      ),
      { maxKeys: 10 },
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Sends everything at a cycle and at an action, begun or not; throws where the program does. */
function withstandSmaller(
  attack: typeof smaller extends fc.Arbitrary<infer T> ? T : never,
  decide = decideCycle,
): void {
  const who = { person: "ana", at: "2026-10-02T12:00:00.000Z" };
  const start = { type: "start-cycle", commandId: "s", cycle: "c", team: "t" };
  const open = {
    ...{ type: "open-action", commandId: "s", action: "a", owner: "ana", due: "2026-10-09", meeting: "m" },
    wording: { when: "x", will: "y" },
  };
  for (const begun of [false, true]) {
    let [cycle, action] = [newCycle, newAction];
    const list = begun ? [start, open, ...attack] : attack;
    list.forEach((sent, n) => {
      const command = (
        "fields" in sent ? { commandId: `c${n}`, ...sent.fields, type: sent.type } : sent
      ) as never;
      const envelope = {
        districtId: "d",
        stream: "s",
        version: n,
        at: who.at,
        commandId: `c${n}`,
        actor: "ana",
      };
      const one = decide(cycle, command, who);
      if (one.ok)
        cycle = one.events.reduce((s, e) => evolveCycle(s, { ...envelope, ...e } as CycleEvent), cycle);
      else if (!one.rejection.message.endsWith(".")) throw new Error("a rejection is a sentence");
      const two = decideAction(action, command, who);
      if (two.ok)
        action = two.events.reduce((s, e) => evolveAction(s, { ...envelope, ...e } as ActionEvent), action);
      else if (!two.rejection.message.endsWith(".")) throw new Error("a rejection is a sentence");
      stuckSigns(cycle, "2026-11-02");
      tellCycle(transcriptOf(cycle, "A cycle"), vocabularies[n % vocabularies.length]!);
    });
  }
}

/** Laws about what comes from outside to cycles and actions. */
export const laws: readonly Law[] = [
  law({
    name: "no command, however malformed, makes a cycle or an action throw",
    gate: 100,
    nightly: 50_000,
    values: smaller,
    holds: (attack) => withstandSmaller(attack),
    faults: [
      {
        name: "a decide that trusts a point",
        caught: (seed) =>
          fc.sample(smaller, { seed, numRuns: 200 }).some((attack) => {
            try {
              withstandSmaller(attack, (state, command, who) => {
                if (command.type === "record-point") command.point.measure.trim();
                return decideCycle(state, command, who);
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
