import type { Entry, Indices } from "./entries.js";
import type { Limit, ShapeRule } from "./model.js";
import { shapeDeviation } from "./model.js";
import type { PlanningProblem } from "./problem.js";
import { hardRules, type SchoolRule } from "./rule.js";

/** A limit in the making: what each entry adds if it starts at a period. */
export interface LimitDraft {
  readonly least: number;
  readonly most: number;
  /** Whether it counts rooms. */
  readonly rooms?: boolean;
  /** Entries that count, with how often. */
  readonly entries: ReadonlyMap<Entry, number>;
  /** What one adds at a start, before its factor. */
  readonly amount: (entry: Entry, start: number) => number;
}

/** One class with one teacher meets on no day more often than on its fullest day now; doubles count apart. */
export function dailyLimits(entries: readonly Entry[], dayOf: Int32Array, days: number): LimitDraft[] {
  const classes = new Map<string, Map<Entry, number>>();
  for (const entry of entries) {
    for (const key of entry.classes) {
      const counted = classes.get(key) ?? new Map<Entry, number>();
      classes.set(key, counted.set(entry, (counted.get(entry) ?? 0) + 1));
    }
  }
  return [...classes.values()].flatMap((counted) => {
    const perDay = new Int32Array(days);
    let total = 0;
    for (const [entry, times] of counted) {
      perDay[dayOf[entry.start]!]! += times;
      total += times;
    }
    const most = Math.max(...perDay);
    if (most === total) return [];
    return Array.from({ length: days }, (_, day) => ({
      least: 0,
      most,
      entries: counted,
      amount: (_entry: Entry, start: number) => (dayOf[start] === day ? 1 : 0),
    }));
  });
}

/** The counting rules of a timetable as limits; where today departs from one, it may go on doing so, no further. */
export function ruleLimits(
  problem: PlanningProblem,
  entries: readonly Entry[],
  indices: Indices,
): LimitDraft[] {
  const drafts: LimitDraft[] = [];
  for (const rule of hardRules(problem.timetable)) {
    for (const group of rule.periodGroups ?? []) {
      const periods = new Set(group.periods.map((id) => indices.period.get(id)!));
      if (rule.kind === "spread-events") {
        for (const { lessons } of rule.lessonGroups ?? []) {
          const counted = withCount(
            entries,
            (entry) => entry.lessons.filter((l) => lessons.includes(l.id)).length,
          );
          const amount = (_: Entry, start: number) => (periods.has(start) ? 1 : 0);
          drafts.push(asToday(group.minimum ?? 0, group.maximum ?? Infinity, counted, amount));
        }
      } else if (rule.kind === "limit-busy-times") {
        for (const id of rule.resources ?? []) {
          const r = indices.resource.get(id);
          const counted = withCount(entries, (entry) =>
            r !== undefined && entry.resources.includes(r) ? 1 : 0,
          );
          const amount = (entry: Entry, start: number) => covered(entry, start, periods);
          drafts.push(busyLimit(rule, counted, amount));
        }
      }
    }
  }
  return drafts;
}

function withCount(entries: readonly Entry[], count: (entry: Entry) => number): Map<Entry, number> {
  return new Map(entries.map((entry) => [entry, count(entry)] as const).filter(([, n]) => n > 0));
}

function covered(entry: Entry, start: number, periods: ReadonlySet<number>): number {
  let found = 0;
  for (let i = 0; i < entry.duration; i++) if (periods.has(start + i)) found++;
  return found;
}

function asToday(
  minimum: number,
  maximum: number,
  entries: ReadonlyMap<Entry, number>,
  amount: LimitDraft["amount"],
): LimitDraft {
  let today = 0;
  for (const [entry, times] of entries) today += times * amount(entry, entry.start);
  return { least: Math.min(minimum, today), most: Math.max(maximum, today), entries, amount };
}

/** A day without any lesson breaks no busy rule, so a minimum keeps free days free. */
function busyLimit(
  rule: SchoolRule,
  entries: ReadonlyMap<Entry, number>,
  amount: LimitDraft["amount"],
): LimitDraft {
  const draft = asToday(rule.minimum ?? 0, rule.maximum ?? Infinity, entries, amount);
  let today = 0;
  for (const [entry] of entries) today += amount(entry, entry.start);
  return today === 0 && (rule.minimum ?? 0) > 1 ? { ...draft, least: 0, most: 0 } : draft;
}

/** Limits that can be broken at all. */
export function breakable(draft: LimitDraft): boolean {
  if (draft.least > 0) return true;
  let most = 0;
  for (const [entry, times] of draft.entries) most += times * entry.duration;
  return most > draft.most;
}

/** Idle-time and busy-day rules by resource. */
export function shapeRules(
  problem: PlanningProblem,
  indices: Indices,
  present: Uint8Array,
): Map<number, ShapeRule[]> {
  const periods = problem.timetable.periods.length;
  const found = new Map<number, ShapeRule[]>();
  for (const rule of hardRules(problem.timetable)) {
    const kind =
      rule.kind === "limit-idle-times" ? "idle" : rule.kind === "cluster-busy-times" ? "days" : undefined;
    if (!kind) continue;
    const groups = (rule.periodGroups ?? []).map((group) =>
      Int32Array.from(group.periods, (id) => indices.period.get(id)!).sort(),
    );
    for (const id of rule.resources ?? []) {
      const r = indices.resource.get(id);
      if (r === undefined) continue;
      const shape = {
        kind,
        groups,
        minimum: rule.minimum ?? 0,
        maximum: rule.maximum ?? Infinity,
        today: 0,
      } as const;
      const today = shapeDeviation(shape, (p) => present[r * periods + p]! > 0);
      found.set(r, [...(found.get(r) ?? []), { ...shape, today }]);
    }
  }
  return found;
}

/** Only the numbers of a limit. */
export const bare = ({ least, most, rooms }: LimitDraft): Limit => ({
  least,
  most,
  ...(rooms !== undefined && { rooms }),
});
