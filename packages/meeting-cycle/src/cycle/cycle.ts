import {
  type CommandOf,
  createDecider,
  type Decided,
  REMEMBERED_COMMANDS,
  type Rule,
  repeatedRule,
  staleRule,
  type Who,
} from "@collegium/protocols/runner";
import {
  EXTENSION_WORD,
  type NewEvent,
  type Rejection,
  type StoredEvent,
  type Word,
} from "@collegium/schema";
import { assign, setup, transition } from "xstate";
import { entrySlots, facets } from "../vocabulary/facets.js";

/** Where a cycle stands; `new` before its stream begins. */
export type CyclePhase = "new" | "focus" | "collaboration" | "reflection" | "closed";

/** What an entry of a cycle is about; every vocabulary gives these its own words. */
export type Facet = (typeof facets)[number];

/** Entries that some framework asks for by name. */
export type EntrySlot = Word<(typeof entrySlots)[number]>;

const isSlot = (word: string): boolean =>
  (entrySlots as readonly string[]).includes(word) || EXTENSION_WORD.test(word);

/** A measure's new point, as the cycle saw it. */
export interface CyclePoint {
  readonly measure: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly value: number;
  readonly n?: number;
  readonly target?: string;
}

/** What became of a tested change. */
export type TestOutcome = "adopt" | "adapt" | "abandon";
/** What follows a cycle: the plan again with changes, or a new focus. */
export type NextTurn = "adjust-plan" | "new-focus";

/** Facts of a cycle. */
export interface CycleFacts {
  "cycle-started": {
    cycle: string;
    team: string;
    kind: "instructional" | "process";
    goal?: string;
    target?: string;
    /** The cycle before this one. */
    after?: string;
  };
  "focus-begun": Record<string, never>;
  "collaboration-begun": Record<string, never>;
  "reflection-begun": Record<string, never>;
  "entry-recorded": { entry: string; facet: Facet; slot?: EntrySlot; meeting?: string };
  "entry-withdrawn": { entry: string };
  "meeting-linked": { meeting: string; on: string };
  "action-linked": { action: string; target?: string };
  "point-recorded": { point: CyclePoint };
  "test-concluded": { outcome: TestOutcome };
  "cycle-closed": { next: NextTurn; successor?: string };
}

/** Words of a cycle, kept beside the facts so that they can be erased. */
export interface CycleWords {
  readonly text?: string;
  readonly reason?: string;
}

/** Names of a cycle's facts. */
export type CycleEventType = keyof CycleFacts;
/** A stored fact of a cycle. */
export type CycleEvent = { [T in CycleEventType]: StoredEvent<T, CycleFacts[T], CycleWords> }[CycleEventType];
/** A fact that `decideCycle` returns. */
export type NewCycleEvent = { [T in CycleEventType]: NewEvent<T, CycleFacts[T], CycleWords> }[CycleEventType];

/** Something a team has written down in a cycle. */
export interface CycleEntry {
  readonly id: string;
  readonly facet: Facet;
  readonly slot?: EntrySlot;
  readonly meeting?: string;
  readonly at: string;
  /** Absent where it has been erased. */
  readonly text?: string;
}

/** A cycle, rebuilt from its events alone. Raw: only `decideCycle` and views may read it. */
export interface CycleState {
  readonly phase: CyclePhase;
  readonly id: string;
  readonly team: string;
  readonly kind: "instructional" | "process";
  readonly goal?: string;
  readonly target?: string;
  readonly after?: string;
  readonly entries: readonly CycleEntry[];
  readonly meetings: readonly { readonly id: string; readonly on: string }[];
  readonly actions: readonly { readonly id: string; readonly target?: string }[];
  readonly points: readonly CyclePoint[];
  /** Phases in the order in which they were entered, with the instant. */
  readonly history: readonly { readonly phase: CyclePhase; readonly at: string }[];
  readonly outcome?: TestOutcome;
  readonly next?: NextTurn;
  readonly successor?: string;
  readonly publicVersion: number;
  readonly ownVersions: Readonly<Record<string, number>>;
  readonly recentCommands: readonly string[];
}

/** A cycle before anything has happened. */
export const newCycle: CycleState = {
  phase: "new",
  id: "",
  team: "",
  kind: "instructional",
  entries: [],
  meetings: [],
  actions: [],
  points: [],
  history: [],
  publicVersion: 0,
  ownVersions: {},
  recentCommands: [],
};

/** Everything that can be asked of a cycle. */
export type CycleCommand =
  | CommandOf<
      "start-cycle",
      {
        cycle: string;
        team: string;
        kind?: "instructional" | "process";
        goal?: string;
        target?: string;
        after?: string;
      }
    >
  | CommandOf<"begin-focus">
  | CommandOf<"begin-collaboration">
  | CommandOf<"begin-reflection">
  | CommandOf<
      "record-entry",
      { entry: string; facet: Facet; text: string; slot?: EntrySlot; meeting?: string }
    >
  | CommandOf<"withdraw-entry", { entry: string }>
  | CommandOf<"link-meeting", { meeting: string; on: string }>
  | CommandOf<"link-action", { action: string; target?: string }>
  | CommandOf<"record-point", { point: CyclePoint }>
  | CommandOf<"conclude-test", { outcome: TestOutcome; reason?: string }>
  | CommandOf<"close-cycle", { next: NextTurn; successor?: string; reason?: string }>;

type CycleRule = Rule<CycleState, CycleCommand>;
const inPhase =
  (...phases: CyclePhase[]): CycleRule =>
  (state) =>
    phases.includes(state.phase)
      ? undefined
      : {
          code: "wrong-state",
          message: `This cannot be done while the cycle is ${state.phase}.`,
          hint: "Look at where the cycle stands now.",
          data: { phase: state.phase, phases },
        };
const going = inPhase("focus", "collaboration", "reflection");
const fact = <T extends CycleEventType>(type: T, data: CycleFacts[T], personal?: CycleWords) =>
  ({ type, typeVersion: 1, data, ...(personal && { personal }) }) as NewEvent<T, CycleFacts[T], CycleWords>;
const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

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
      rules: [going, (state, c) => linked(state.meetings, c.meeting)],
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
          typeof point.measure === "string" && typeof point.on === "string" && Number.isFinite(point.value)
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

type Of<T extends CycleEventType> = Extract<CycleEvent, { type: T }>;
const enter = (phase: CyclePhase) => (state: CycleState, event: CycleEvent) => ({
  history: [...state.history, { phase, at: event.at }],
});
const updates: { readonly [T in CycleEventType]: (state: CycleState, event: Of<T>) => Partial<CycleState> } =
  {
    "cycle-started": (state, event) => {
      const { cycle, ...rest } = event.data;
      return { ...rest, id: cycle, ...enter("focus")(state, event) };
    },
    "focus-begun": enter("focus"),
    "collaboration-begun": enter("collaboration"),
    "reflection-begun": enter("reflection"),
    "entry-recorded": (state, { data: { entry: id, ...data }, at, personal }) => ({
      entries: [...state.entries, { ...data, id, at, ...optional("text", personal?.text) }],
    }),
    "entry-withdrawn": (state, { data }) => ({ entries: state.entries.filter((e) => e.id !== data.entry) }),
    "meeting-linked": (state, { data }) => ({
      meetings: [...state.meetings, { id: data.meeting, on: data.on }],
    }),
    "action-linked": (state, { data: { action: id, ...rest } }) => ({
      actions: [...state.actions, { id, ...rest }],
    }),
    "point-recorded": (state, { data }) => ({ points: [...state.points, data.point] }),
    "test-concluded": (_, { data }) => ({ outcome: data.outcome }),
    "cycle-closed": (state, event) => ({ ...event.data, ...enter("closed")(state, event) }),
  };

type Update = (state: CycleState, event: CycleEvent) => Partial<CycleState>;
const to = <T extends string>(target: T) => ({ target, actions: "apply" }) as const;

/** The cycle of focus, collaboration and reflection as a state chart over past facts. */
export const cycleMachine = setup({
  types: {} as { context: CycleState; events: CycleEvent },
  actions: {
    apply: assign(({ context, event }) => ({
      ...(updates[event.type] as Update | undefined)?.(context, event),
      publicVersion: context.publicVersion + 1,
      recentCommands: [...context.recentCommands.slice(1 - REMEMBERED_COMMANDS), event.commandId],
    })),
  },
}).createMachine({
  id: "cycle",
  initial: "new",
  context: newCycle,
  states: { new: {}, focus: {}, collaboration: {}, reflection: {}, closed: {} },
  on: {
    "cycle-started": to(".focus"),
    "focus-begun": to(".focus"),
    "collaboration-begun": to(".collaboration"),
    "reflection-begun": to(".reflection"),
    "cycle-closed": to(".closed"),
    "*": { actions: "apply" },
  },
});

/** A cycle after one more stored fact; total and pure. */
export function evolveCycle(state: CycleState, event: CycleEvent): CycleState {
  const before = cycleMachine.resolveState({ value: state.phase, context: state });
  const [after] = transition(cycleMachine, before, event);
  return { ...after.context, phase: after.value as CyclePhase };
}

/** A cycle rebuilt from its stored facts. */
export function replayCycle(events: Iterable<CycleEvent>): CycleState {
  let state = newCycle;
  for (const event of events) state = evolveCycle(state, event);
  return state;
}
