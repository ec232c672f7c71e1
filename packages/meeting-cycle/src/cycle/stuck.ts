import type { Message } from "@collegium/protocols/runner";
import type { CycleState } from "./cycle.js";

/** Days after which a standstill is worth a word; each school sets its own. */
export interface StuckPolicy {
  /** Days in the focus phase; the first two questions are not a year's work. */
  readonly focusDays: number;
  readonly daysWithoutMeeting: number;
  readonly daysWithoutPoint: number;
}

/** What a school may start with: three weeks of focus, four without a meeting, eight without a new point. */
export const stuckPolicy: StuckPolicy = { focusDays: 21, daysWithoutMeeting: 28, daysWithoutPoint: 56 };

/** A sign that a cycle stands still, with the sentence that says so. */
export interface StuckSign {
  readonly code: "long-focus" | "no-meeting" | "no-point" | "no-plan" | "no-actions";
  readonly message: Message;
}

const days = (from: string, to: string): number =>
  Math.floor((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
const sign = (code: StuckSign["code"], values: Record<string, number> = {}): StuckSign => ({
  code,
  message: { key: `stuck.${code}`, values },
});

/**
 * Signs that a cycle stands still, so that a team notices before a term is gone.
 * Guarantees to count days alone: it says what has not happened, never whose fault it is.
 * @param on - School day, `YYYY-MM-DD`.
 */
export function stuckSigns(
  cycle: CycleState,
  on: string,
  policy: StuckPolicy = stuckPolicy,
): readonly StuckSign[] {
  if (cycle.phase === "new" || cycle.phase === "closed") return [];
  const begun = cycle.history[0]!.at;
  const entered = cycle.history.at(-1)!.at;
  const lastMeeting =
    cycle.meetings
      .map((m) => m.on)
      .sort()
      .at(-1) ?? begun;
  const lastPoint =
    cycle.points
      .map((p) => p.on)
      .sort()
      .at(-1) ?? begun;
  const signs: StuckSign[] = [];
  const inFocus = days(entered, on);
  if (cycle.phase === "focus" && inFocus > policy.focusDays)
    signs.push(sign("long-focus", { days: inFocus }));
  const sinceMeeting = days(lastMeeting, on);
  if (sinceMeeting > policy.daysWithoutMeeting) signs.push(sign("no-meeting", { days: sinceMeeting }));
  const sincePoint = days(lastPoint, on);
  if (sincePoint > policy.daysWithoutPoint) signs.push(sign("no-point", { days: sincePoint }));
  const planned = cycle.entries.some((e) => e.facet === "plan" || e.facet === "act");
  if (cycle.phase !== "focus" && !planned) signs.push(sign("no-plan"));
  if (cycle.phase === "reflection" && cycle.actions.length === 0) signs.push(sign("no-actions"));
  return signs;
}
