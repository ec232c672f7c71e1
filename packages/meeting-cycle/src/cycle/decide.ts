import {
  createDecider,
  type Decided,
  phaseRules,
  type Rule,
  repeatedRule,
  staleRule,
  type Who,
} from "@collegium/protocols/runner";
import { EXTENSION_WORD, type NewEvent, type Rejection } from "@collegium/schema";
import { isDay } from "../day.js";
import { optional } from "../optional.js";
import { entrySlots, facets } from "../vocabulary/facets.js";
import type {
  CycleCommand,
  CycleEventType,
  CycleFacts,
  CycleState,
  CycleWords,
  NewCycleEvent,
} from "./cycle.js";

const dayRule: Rule<CycleState, { readonly on: string } & CycleCommand> = (_, { on }) =>
  isDay(on) ? undefined : { code: "malformed", message: "The date must be a day written as YYYY-MM-DD." };
const isSlot = (word: string): boolean =>
  (entrySlots as readonly string[]).includes(word) || EXTENSION_WORD.test(word);

const inPhase = phaseRules<CycleState, CycleCommand>("cycle");
const going = inPhase("focus", "collaboration", "reflection");
const fact = <T extends CycleEventType>(type: T, data: CycleFacts[T], personal?: CycleWords) =>
  ({ type, typeVersion: 1, data, ...(personal && { personal }) }) as NewEvent<T, CycleFacts[T], CycleWords>;

const decider = createDecider<CycleState, CycleCommand, NewCycleEvent>(
  {
    "start-cycle": {
      fields: { cycle: "text", team: "text", kind: "text?", goal: "text?", target: "text?", after: "text?" },
      rules: [
        (state) =>
          state.phase === "new"
            ? undefined
            : { code: "already-there", message: "This cycle has already begun." },
      ],
      facts: (_, c) => [
        fact("cycle-started", {
          cycle: c.cycle,
          team: c.team,
          kind: c.kind === "process" ? "process" : "instructional",
          ...optional("goal", c.goal),
          ...optional("target", c.target),
          ...optional("after", c.after),
        }),
      ],
    },
    "begin-focus": {
      fields: {},
      rules: [inPhase("collaboration", "reflection")],
      facts: () => [fact("focus-begun", {})],
    },
    "begin-collaboration": {
      fields: {},
      rules: [inPhase("focus", "reflection")],
      facts: () => [fact("collaboration-begun", {})],
    },
    "begin-reflection": {
      fields: {},
      rules: [inPhase("focus", "collaboration")],
      facts: () => [fact("reflection-begun", {})],
    },
    "record-entry": {
      fields: { entry: "text", facet: "text", text: "text", slot: "text?", meeting: "text?" },
      rules: [
        going,
        (state, { entry }) =>
          state.entries.some((e) => e.id === entry)
            ? { code: "already-there", message: "This entry is already there." }
            : undefined,
        (_, { facet, slot }) =>
          facets.includes(facet) && (slot === undefined || isSlot(slot))
            ? undefined
            : { code: "malformed", message: "An entry frames, gathers, interprets, plans, acts or checks." },
      ],
      facts: (_, { entry, facet, text, slot, meeting }) => [
        fact(
          "entry-recorded",
          { entry, facet, ...optional("slot", slot), ...optional("meeting", meeting) },
          { text },
        ),
      ],
    },
    "withdraw-entry": {
      fields: { entry: "text" },
      rules: [
        going,
        (state, { entry }) =>
          state.entries.some((e) => e.id === entry)
            ? undefined
            : { code: "unknown-entry", message: "The cycle has no such entry." },
      ],
      facts: (_, { entry }) => [fact("entry-withdrawn", { entry })],
    },
    "link-meeting": {
      fields: { meeting: "text", on: "text" },
      rules: [going, dayRule, (state, c) => linked(state.meetings, c.meeting)],
      facts: (_, { meeting, on }) => [fact("meeting-linked", { meeting, on })],
    },
    "link-action": {
      fields: { action: "text", target: "text?" },
      rules: [going, (state, c) => linked(state.actions, c.action)],
      facts: (_, { action, target }) => [fact("action-linked", { action, ...optional("target", target) })],
    },
    "record-point": {
      fields: { point: "data" },
      rules: [
        going,
        (_, { point }) =>
          typeof point.measure === "string" && isDay(point.on) && Number.isFinite(point.value)
            ? undefined
            : { code: "malformed", message: "A point names a measure, a day and a value." },
      ],
      facts: (_, { point }) => [fact("point-recorded", { point })],
    },
    "conclude-test": {
      fields: { outcome: "text", reason: "text?" },
      rules: [
        going,
        (state) =>
          state.entries.some((e) => e.slot === "prediction")
            ? undefined
            : {
                code: "no-prediction",
                message: "A test without a prediction teaches nothing.",
                hint: "Record what you expected, then compare.",
              },
        (_, { outcome }) =>
          ["adopt", "adapt", "abandon"].includes(outcome)
            ? undefined
            : { code: "malformed", message: "A tested change is adopted, adapted or abandoned." },
      ],
      facts: (_, { outcome, reason }) => [fact("test-concluded", { outcome }, optional("reason", reason))],
    },
    "close-cycle": {
      fields: { next: "text", successor: "text?", reason: "text?" },
      rules: [
        going,
        (state, { next, successor }) =>
          (state.outcome === "adapt" || next === "adjust-plan") && successor === undefined
            ? {
                code: "no-successor",
                message: "What is adapted goes on in a next cycle.",
                hint: "Name the cycle that carries it on.",
              }
            : undefined,
        (_, { next }) =>
          next === "adjust-plan" || next === "new-focus"
            ? undefined
            : { code: "malformed", message: "A cycle leads to an adjusted plan or a new focus." },
      ],
      facts: (_, { next, successor, reason }) => [
        fact("cycle-closed", { next, ...optional("successor", successor) }, optional("reason", reason)),
      ],
    },
  },
  [repeatedRule, staleRule],
);

const linked = (known: readonly { readonly id: string }[], id: string) =>
  known.some((k) => k.id === id)
    ? { code: "already-there", message: "This is already part of the cycle." }
    : undefined;

/**
 * What a command to a cycle becomes: facts, or the rule that refused it.
 * Guarantees never to throw; phases may be left and entered in any order, and the record says which were.
 *
 * Rejection codes: `wrong-state`, `already-there`, `unknown-entry`, `no-prediction`, `no-successor`, `already-done`,
 * `stale`, `seen-missing`, `malformed`, `unknown-command`.
 */
export const decideCycle: (state: CycleState, command: CycleCommand, who: Who) => Decided<NewCycleEvent> =
  decider.decide;

/** The rule that would refuse a command to a cycle, or `undefined`. */
export const canCycle: (state: CycleState, command: CycleCommand, who: Who) => Rejection | undefined =
  decider.can;
