import type { FetRule } from "./fet-rules.js";
import { parseTime } from "./schedule-periods.js";
import { childrenOf, type Element, listed, textOf } from "./xml.js";

/** The days and periods of a FET file. */
export interface FetWeek {
  readonly days: { id: string; name: string }[];
  readonly periods: { id: string; name: string; day: string; start?: number; end?: number }[];
  /** Periods that a break parts from the one before: no lesson runs into them. */
  readonly afterBreak: ReadonlySet<string>;
}

/** The id of a period: FET knows days and hours by their names. */
export function fetPeriodId(day: string, hour: string): string {
  return `${day} ${hour}`;
}

/** Every hour of every day, but for the breaks; bell times where an hour's name states both. */
export function fetWeek(root: Element): FetWeek {
  const days = namesIn(root, "Days_List", "Day");
  const hours = namesIn(root, "Hours_List", "Hour");
  const breaks = new Set(
    active(listed(root, "Time_Constraints_List", "ConstraintBreakTimes")).flatMap((constraint) =>
      childrenOf(constraint, "Break_Time").map((time) =>
        fetPeriodId(textOf(time, "Day") ?? "", textOf(time, "Hour") ?? ""),
      ),
    ),
  );
  const every = days.flatMap((day) =>
    hours.map((hour) => ({ id: fetPeriodId(day, hour), name: hour, day, ...bells(hour) })),
  );
  const afterBreak = every.flatMap(({ id, day }, at) => {
    const before = every[at - 1];
    return before?.day === day && breaks.has(before.id) ? [id] : [];
  });
  return {
    days: days.map((day) => ({ id: day, name: day })),
    periods: every.filter(({ id }) => !breaks.has(id)),
    afterBreak: new Set(afterBreak),
  };
}

/** The week from the first to the last taught hour of each day: a FET file lists every day at full length. */
export function taughtWeek(
  week: FetWeek,
  placements: readonly { readonly start: string; readonly duration: number }[],
): FetWeek {
  const at = new Map(week.periods.map((period, index) => [period.id, index]));
  const spans = new Map<string, { first: number; last: number }>();
  for (const { start, duration } of placements) {
    const first = at.get(start)!;
    const { day } = week.periods[first]!;
    const span = spans.get(day) ?? { first, last: first };
    spans.set(day, { first: Math.min(span.first, first), last: Math.max(span.last, first + duration - 1) });
  }
  const taught = (index: number, day: string) => {
    const span = spans.get(day);
    return span !== undefined && span.first <= index && index <= span.last;
  };
  return {
    days: week.days.filter(({ id }) => spans.has(id)),
    periods: week.periods.filter(({ day }, index) => taught(index, day)),
    afterBreak: week.afterBreak,
  };
}

/** Where a file fixes an activity. */
export interface FetStart {
  readonly day: string;
  readonly hour: string;
  /** Whether FET's own unlocking would leave it fixed. */
  readonly permanent: boolean;
  readonly element: Element;
}

/** Where a file fixes its activities, by their ids: starting times of 100 %. */
export function fetStarts(root: Element): Map<string, FetStart> {
  const starts = new Map<string, FetStart>();
  for (const element of active(
    listed(root, "Time_Constraints_List", "ConstraintActivityPreferredStartingTime"),
  )) {
    const [id, day, hour] = ["Activity_Id", "Preferred_Day", "Preferred_Hour"].map((name) =>
      textOf(element, name),
    );
    const certain = Number(textOf(element, "Weight_Percentage")) === 100;
    if (!certain) continue;
    const permanent = /^(?:true|yes)$/i.test(textOf(element, "Permanently_Locked") ?? "");
    if (id !== undefined && day !== undefined && hour !== undefined && !starts.has(id))
      starts.set(id, { day, hour, permanent, element });
  }
  return starts;
}

/**
 * Rules that the week itself brings: no lesson runs over a break, and what the school locked permanently stays. Where
 * most starts are locked so, the lock keeps the solution and says nothing of single lessons.
 */
export function weekRules(
  week: FetWeek,
  starts: ReadonlyMap<string, FetStart>,
  lessons: readonly string[],
): FetRule[] {
  const common = { hard: true, source: "fet" as const, weight: 100 };
  const locked = lessons.filter((id) => starts.get(id)?.permanent);
  const periods = week.periods.flatMap(({ id }) => (week.afterBreak.has(id) ? [id] : []));
  const fixed = locked.map((lesson) => {
    const { day, hour } = starts.get(lesson)!;
    return { lesson, start: fetPeriodId(day, hour) };
  });
  return [
    ...(periods.length > 0 ? [{ ...common, kind: "break-before", id: "breaks", periods }] : []),
    ...(fixed.length > 0 && fixed.length * 2 <= lessons.length
      ? [{ ...common, kind: "preassigned-times", id: "permanently-locked", starts: fixed }]
      : []),
  ];
}

/** Constraints that are not switched off. */
export function active(constraints: readonly Element[]): Element[] {
  return constraints.filter((element) => textOf(element, "Active")?.toLowerCase() !== "false");
}

function namesIn(root: Element, list: string, name: string): string[] {
  return listed(root, list, name).flatMap((element) => textOf(element, "Name") ?? []);
}

function bells(hour: string): { start?: number; end?: number } {
  const [from = "", to = "", ...more] = hour.split(/\s*[-–]\s*/);
  const [start, end] = [parseTime(from), parseTime(to)];
  return more.length === 0 && start !== undefined && end !== undefined && start < end ? { start, end } : {};
}
