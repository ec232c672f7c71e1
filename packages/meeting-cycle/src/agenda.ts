import { distribute, type Message, type Part } from "@collegium/protocols/runner";
import type { Issue } from "@collegium/schema";
import type { AgendaItem } from "./agenda-item.js";
import type { Need } from "./needs.js";

/** An action that the agenda brings back. */
export interface DueAction {
  readonly id: string;
  readonly owner: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** Meeting in which it was agreed. */
  readonly meeting: string;
  readonly target?: string;
}

/** A measure's newest value beside baseline and target. */
export interface MeasurePoint {
  readonly measure: string;
  readonly on: string;
  readonly value: number;
  /** A share is said in per cent. */
  readonly unit?: "share" | "mean" | "count";
  readonly baseline?: number;
  readonly targetValue?: number;
  readonly target?: string;
}

/** A need that comes back, with the meeting that agreed it. */
export type RecheckNeed = Need & { readonly meeting: string };

/** An item that people want on the agenda. */
export interface PinnedItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly from?: { readonly meeting: string; readonly item?: string };
}

/** What an agenda is built from. */
export interface AgendaSources {
  /** The cycle's phase and question; what the main item is about. */
  readonly cycle: {
    readonly id: string;
    readonly phase: "focus" | "collaboration" | "reflection" | "closed";
    readonly question?: string;
    readonly target?: string;
  };
  /** Whole minutes of the slot. */
  readonly minutes: number;
  /** Actions not yet closed, from earlier meetings. */
  readonly dueActions?: readonly DueAction[];
  /** Groups of students whose re-check is due. */
  readonly recheck?: readonly RecheckNeed[];
  readonly measures?: readonly MeasurePoint[];
  readonly pinned?: readonly PinnedItem[];
  /** The protocol of the main item and the fewest minutes in which it can be held with this team. */
  readonly protocol?: { readonly id: string; readonly minutes: number };
  /** Whether the team looks at new results, so that who needs what belongs on the agenda. */
  readonly newResults?: boolean;
}

/** An agenda that fits its slot, or the issue that says by how much it does not. */
export interface BuiltAgenda {
  readonly items: readonly AgendaItem[];
  /** Sum of all minutes. */
  readonly total: number;
  /** Empty where everything fits. Codes `agenda-too-long`, `protocol-too-long`. */
  readonly issues: readonly Issue[];
}

type Draft = AgendaItem & { readonly range: { readonly min: number; readonly max: number } };
const message = (key: string, values?: Message["values"]): Message => ({ key, ...(values && { values }) });
const titled = (kind: AgendaItem["kind"]) => ({
  id: kind,
  kind,
  title: message(`agenda.${kind}`),
  purpose: message(`agenda.${kind}.purpose`),
  minutes: 0,
});

/**
 * The next meeting's agenda from the cycle's state: it opens with what was promised and with the re-checks, then the
 * measure's new point, then the main item, who needs what, next steps, and the feedback that the next agenda reads.
 * Guarantees that every due action and re-check stands on it with its lineage, and that minutes sum to at most the slot
 * unless an issue says otherwise; the main item gets what is left.
 * @example
 * ```ts
 * const agenda = buildAgenda({
 *   cycle: { id: "c1", phase: "reflection" }, minutes: 45,
 *   dueActions: [{ id: "a1", owner: "ana", due: "2026-10-20", meeting: "m1" }],
 * });
 * agenda.items.map((item) => item.kind); // => ["promises", "main", "next-steps", "feedback"]
 * agenda.total; // => 45
 * ```
 */
export function buildAgenda(sources: AgendaSources): BuiltAgenda {
  const drafts = draftItems(sources);
  const parts: Part[] = drafts.map(({ range }) => ({ ...range, count: 1 }));
  const shares = distribute(parts, sources.minutes);
  const items = drafts.map(({ range, ...item }, i) => ({ ...item, minutes: shares?.[i] ?? range.min }));
  const total = items.reduce((sum, item) => sum + item.minutes, 0);
  const main = items.find((item) => item.kind === "main");
  const issues: Issue[] = [];
  if (!shares) {
    issues.push({
      code: "agenda-too-long",
      path: ["minutes"],
      message: `The agenda needs ${total} minutes; the slot has ${sources.minutes}.`,
      hint: "Move a pinned item to the next meeting, or choose a shorter protocol.",
      data: { needed: total, minutes: sources.minutes },
    });
  } else if (sources.protocol && main && main.minutes < sources.protocol.minutes) {
    issues.push({
      code: "protocol-too-long",
      path: ["protocol"],
      message: `The protocol needs ${sources.protocol.minutes} minutes; ${main.minutes} are left for it.`,
      hint: "Hold it in two sittings, or choose a shorter one.",
      data: { needed: sources.protocol.minutes, minutes: main.minutes },
    });
  }
  return { items, total, issues };
}

function draftItems(sources: AgendaSources): readonly Draft[] {
  const { cycle, dueActions = [], recheck = [], measures = [], pinned = [], protocol } = sources;
  // Promises come before anything else, so that they are never what a late meeting drops.
  const checkIn = { ...titled("check-in"), range: { min: 1, max: 3 } };
  const drafts: Draft[] = dueActions.length > 0 || recheck.length > 0 ? [] : [checkIn];
  if (dueActions.length > 0) {
    drafts.push({
      ...titled("promises"),
      actions: dueActions.map((action) => action.id),
      from: { meeting: dueActions[0]!.meeting },
      range: { min: Math.min(8, 2 + dueActions.length), max: Math.min(12, 2 + 2 * dueActions.length) },
    });
  }
  if (recheck.length > 0) {
    drafts.push({
      ...titled("recheck"),
      needs: recheck.map((need) => need.id),
      from: { meeting: recheck[0]!.meeting },
      range: { min: Math.min(6, 1 + recheck.length), max: Math.min(10, 2 + 2 * recheck.length) },
    });
  }
  for (const point of measures) {
    drafts.push({
      ...titled("measure"),
      id: `measure-${point.measure}`,
      purpose: message("agenda.measure.purpose", {
        baseline: shown(point.baseline, point.unit),
        target: shown(point.targetValue, point.unit),
      }),
      ...(point.target !== undefined && { target: point.target }),
      range: { min: 2, max: 5 },
    });
  }
  const question = cycle.question ?? "";
  drafts.push({
    ...titled("main"),
    purpose:
      question === "" ? message("agenda.main.purpose.default") : message("agenda.main.purpose", { question }),
    ...(protocol && { protocol: protocol.id }),
    ...(cycle.target !== undefined && { target: cycle.target }),
    range: { min: 5, max: sources.minutes },
  });
  for (const item of pinned) {
    drafts.push({
      id: item.id,
      kind: "pinned",
      title: message("own", { text: item.title }),
      purpose: message("agenda.pinned.purpose"),
      minutes: item.minutes,
      ...(item.from && { from: item.from }),
      range: { min: item.minutes, max: item.minutes },
    });
  }
  if (sources.newResults) drafts.push({ ...titled("who-needs-what"), range: { min: 5, max: 10 } });
  drafts.push({ ...titled("next-steps"), range: { min: 3, max: 3 } });
  drafts.push({ ...titled("feedback"), range: { min: 2, max: 2 } });
  return drafts;
}

function shown(value: number | undefined, unit: MeasurePoint["unit"]): string {
  if (value === undefined) return "–";
  return unit === "share" ? `${Math.round(value * 100)} %` : String(value);
}
