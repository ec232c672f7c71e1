import type { Message } from "@collegium/protocols/runner";
import type { AgendaItem } from "./agenda-item.js";
import type { Member } from "./meeting/events.js";

/** What an agenda is checked against. */
export interface AgendaContext {
  readonly agenda: readonly AgendaItem[];
  readonly minutes: number;
  readonly members: readonly Member[];
  /** The cycle's question or target, in words; empty where there is none. */
  readonly question?: string;
  /** Ids of actions and needs that are due. */
  readonly dueActions?: readonly string[];
  readonly dueNeeds?: readonly string[];
  /** Whether an earlier meeting of the series left feedback, and whether it was read. */
  readonly earlierFeedback?: { readonly given: boolean; readonly used: boolean };
  /** Materials that the protocol asks for, and those that are ready. */
  readonly materials?: { readonly needed: number; readonly ready: number };
  readonly prework?: { readonly needed: number; readonly decided: number };
  /** Whether there was a meeting before in the series. */
  readonly after?: string;
}

/** A finding about an agenda; a suggestion, never a gate. */
export interface AgendaFinding {
  readonly code: string;
  readonly message: Message;
}

const has = (kind: AgendaItem["kind"]) => (c: AgendaContext) => c.agenda.some((item) => item.kind === kind);
const role = (name: string) => (c: AgendaContext) => c.members.some((m) => m.roles.includes(name));
const total = (c: AgendaContext) => c.agenda.reduce((sum, item) => sum + item.minutes, 0);

/** Checks of a well-made agenda, by code; each is true where all is well. The words are our own. */
export const agendaChecks: Readonly<Record<string, (context: AgendaContext) => boolean>> = {
  "no-main-item": has("main"),
  "no-question": (c) => (c.question ?? "") !== "",
  "no-purpose": (c) =>
    c.agenda.every((item) => item.purpose.key !== "own" || item.purpose.values?.["text"] !== ""),
  "promises-not-first": ({ agenda, dueActions = [] }) =>
    dueActions.every((id) => agenda.some((item) => item.actions?.includes(id))) &&
    before(agenda, "promises", "main"),
  "rechecks-missing": ({ agenda, dueNeeds = [] }) =>
    dueNeeds.every((id) => agenda.some((item) => item.needs?.includes(id))),
  "no-link-to-last": ({ agenda, after, dueActions = [] }) =>
    after === undefined || dueActions.length === 0 || agenda.some((item) => item.from?.meeting !== undefined),
  "feedback-unused": ({ earlierFeedback }) => !earlierFeedback?.given || earlierFeedback.used,
  "no-facilitator": role("facilitator"),
  "no-timekeeper": role("timekeeper"),
  "no-note-taker": role("note-taker"),
  "no-next-steps": has("next-steps"),
  "no-feedback-item": has("feedback"),
  "no-minutes": (c) => c.agenda.every((item) => item.minutes > 0),
  "too-long": (c) => total(c) <= c.minutes,
  "main-item-late": (c) => {
    const index = c.agenda.findIndex((item) => item.kind === "main");
    const start = c.agenda.slice(0, Math.max(0, index)).reduce((sum, item) => sum + item.minutes, 0);
    return index < 0 || start <= c.minutes / 2;
  },
  "materials-missing": ({ materials }) => !materials || materials.ready >= materials.needed,
  "prework-undecided": ({ prework }) => !prework || prework.decided >= prework.needed,
};

function before(
  agenda: readonly AgendaItem[],
  first: AgendaItem["kind"],
  second: AgendaItem["kind"],
): boolean {
  const [a, b] = [first, second].map((kind) => agenda.findIndex((item) => item.kind === kind));
  return a! < 0 || b! < 0 || a! < b!;
}

/**
 * What a facilitator may want to mend before the meeting.
 * Guarantees the same order of findings for the same agenda; they suggest and never block.
 */
export function checkAgenda(context: AgendaContext): readonly AgendaFinding[] {
  return Object.entries(agendaChecks)
    .filter(([, passes]) => !passes(context))
    .map(([code]) => ({
      code,
      message: { key: `check.${code}`, values: { total: total(context), minutes: context.minutes } },
    }));
}
