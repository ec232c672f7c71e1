import type { CommandOf } from "@collegium/protocols/runner";
import type { NewEvent, StoredEvent, Word } from "@collegium/schema";
import type { entrySlots, facets } from "../vocabulary/facets.js";

/** Where a cycle stands; `new` before its stream begins. */
export type CyclePhase = "new" | "focus" | "collaboration" | "reflection" | "closed";

/** What an entry of a cycle is about; every vocabulary gives these its own words. */
export type Facet = (typeof facets)[number];

/** Entries that some framework asks for by name. */
export type EntrySlot = Word<(typeof entrySlots)[number]>;

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
