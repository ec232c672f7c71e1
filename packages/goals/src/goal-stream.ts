import type { NewEvent, Rejection, StoredEvent } from "@collegium/schema";
import type { GoalPoint } from "./results.js";
import type { ResultsGoal } from "./results-goal.js";

/** What happened to a goal; stream `goal:<id>`. */
export type GoalEvent =
  | NewEvent<"goal-set", { readonly goal: ResultsGoal }>
  | NewEvent<"goal-changed", { readonly goal: ResultsGoal; readonly reason: string }>
  | NewEvent<"point-added", { readonly point: GoalPoint }>
  | NewEvent<"point-withdrawn", { readonly measure: string; readonly on: string; readonly reason: string }>
  | NewEvent<"goal-closed", { readonly on: string; readonly learned: string }>;

/** What people ask of a goal. */
export type GoalCommand =
  | { readonly type: "set-goal"; readonly goal: ResultsGoal }
  | { readonly type: "change-goal"; readonly goal: ResultsGoal; readonly reason: string }
  | { readonly type: "add-point"; readonly point: GoalPoint }
  | {
      readonly type: "withdraw-point";
      readonly measure: string;
      readonly on: string;
      readonly reason: string;
    }
  | { readonly type: "close-goal"; readonly on: string; readonly learned: string };

/** A goal as its events left it. */
export interface GoalState {
  readonly status: "none" | "open" | "closed";
  readonly goal?: ResultsGoal;
  readonly points: readonly GoalPoint[];
  /** Why the goal was changed, oldest first: targets that move are seen to have moved. */
  readonly changes: readonly string[];
  readonly learned?: string;
}

/** A goal before its first event. */
export const noGoal: GoalState = { status: "none", points: [], changes: [] };

type Rule = (state: GoalState, command: GoalCommand) => Rejection | undefined;

const rules: readonly Rule[] = [
  isOpen,
  isNew,
  sameGoal,
  knownMeasure,
  hasReason,
  plausiblePoint,
  pointExists,
];

/**
 * Decides what a command does to a goal: the events, or the rule that refuses it.
 * Changes nothing and never throws; `can(state, command)` is `decideGoal` without a rejection.
 *
 * Rejection codes: `no-goal`, `goal-closed`, `goal-exists`, `another-goal`, `unknown-measure`, `no-reason`,
 * `bad-point`, `no-point`.
 * @example
 * ```ts
 * const refused = decideGoal(noGoal, { type: "close-goal", on: "2026-05-29", learned: "" });
 * "code" in refused && refused.code; // => "no-goal"
 * ```
 */
export function decideGoal(state: GoalState, command: GoalCommand): GoalEvent[] | Rejection {
  for (const rule of rules) {
    const rejection = rule(state, command);
    if (rejection) return rejection;
  }
  switch (command.type) {
    case "set-goal":
      return [{ type: "goal-set", typeVersion: 1, data: { goal: command.goal } }];
    case "change-goal":
      return [{ type: "goal-changed", typeVersion: 1, data: { goal: command.goal, reason: command.reason } }];
    case "add-point":
      return [{ type: "point-added", typeVersion: 1, data: { point: command.point } }];
    case "withdraw-point": {
      const { measure, on, reason } = command;
      return [{ type: "point-withdrawn", typeVersion: 1, data: { measure, on, reason } }];
    }
    case "close-goal":
      return [{ type: "goal-closed", typeVersion: 1, data: { on: command.on, learned: command.learned } }];
  }
}

/** The state after one more event; total, an unknown event changes nothing. */
export function evolveGoal(
  state: GoalState,
  event: Pick<GoalEvent | StoredEvent, "type" | "data">,
): GoalState {
  const { type, data } = event as GoalEvent;
  switch (type) {
    case "goal-set":
      return { ...state, status: "open", goal: data.goal };
    case "goal-changed":
      return { ...state, goal: data.goal, changes: [...state.changes, data.reason] };
    case "point-added":
      return {
        ...state,
        points: [...state.points.filter((point) => !samePlace(point, data.point)), data.point],
      };
    case "point-withdrawn":
      return {
        ...state,
        points: state.points.filter((p) => !(p.measure === data.measure && p.on === data.on)),
      };
    case "goal-closed":
      return { ...state, status: "closed", learned: data.learned };
    default:
      return state;
  }
}

function samePlace(a: GoalPoint, b: GoalPoint): boolean {
  const group = (point: GoalPoint) => (point.population.kind === "all" ? "" : point.population.group);
  return (
    a.measure === b.measure &&
    a.on === b.on &&
    a.population.kind === b.population.kind &&
    group(a) === group(b)
  );
}

function isOpen(state: GoalState, command: GoalCommand): Rejection | undefined {
  if (command.type === "set-goal") return undefined;
  if (state.status === "none")
    return { code: "no-goal", message: "There is no goal yet.", hint: "Set one first." };
  if (state.status === "closed")
    return { code: "goal-closed", message: "This goal is closed.", hint: "Set a new one." };
  return undefined;
}

function isNew(state: GoalState, command: GoalCommand): Rejection | undefined {
  if (command.type !== "set-goal" || state.status === "none") return undefined;
  return {
    code: "goal-exists",
    message: "This goal has been set already.",
    hint: "Change it and give the reason, or set another.",
  };
}

function sameGoal(state: GoalState, command: GoalCommand): Rejection | undefined {
  if (command.type !== "change-goal" || command.goal.id === state.goal?.id) return undefined;
  return { code: "another-goal", message: "The change is for another goal.", hint: "Keep the goal's id." };
}

function knownMeasure(state: GoalState, command: GoalCommand): Rejection | undefined {
  if (command.type !== "add-point") return undefined;
  const measures = state.goal?.indicators.flatMap((indicator) => indicator.measures) ?? [];
  if (measures.some(({ id }) => id === command.point.measure)) return undefined;
  return {
    code: "unknown-measure",
    message: "The goal has no such measure.",
    hint: "Choose one of its measures.",
    data: { measures: measures.map(({ id }) => id) },
  };
}

function hasReason(_: GoalState, command: GoalCommand): Rejection | undefined {
  if (!("reason" in command) || command.reason.trim() !== "") return undefined;
  return { code: "no-reason", message: "A change needs a reason.", hint: "Write it in one sentence." };
}

function plausiblePoint(_: GoalState, command: GoalCommand): Rejection | undefined {
  if (command.type !== "add-point") return undefined;
  const { value, n, count } = command.point;
  const fits =
    Number.isFinite(value) &&
    Number.isInteger(n) &&
    n > 0 &&
    (count === undefined || (count >= 0 && count <= n));
  if (fits) return undefined;
  return { code: "bad-point", message: "A point needs a value and the number of students behind it." };
}

function pointExists(state: GoalState, command: GoalCommand): Rejection | undefined {
  if (command.type !== "withdraw-point") return undefined;
  if (state.points.some(({ measure, on }) => measure === command.measure && on === command.on))
    return undefined;
  return { code: "no-point", message: "There is no such point to withdraw." };
}
