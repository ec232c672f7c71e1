import type { Placement, Timetable } from "@collegium/scheduling";
import { spanOf } from "./covered-lessons.js";
import { occurrencesOf, periodIndex, resourcesOf } from "./placed.js";
import type { CoveredLesson, Plan } from "./plan-document.js";

/** One period of somebody's week that is not as it was; ids of lessons, none where free. */
export interface ChangedPeriod {
  readonly period: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Lessons that somebody takes for somebody else then, in the weeks of both; absent where none. */
  readonly covered?: readonly CoveredLesson[];
}

/** What changes in the week of one teacher, student group or room. */
export interface ChangedWeek {
  readonly resource: string;
  readonly kind: string;
  readonly periods: readonly ChangedPeriod[];
}

/**
 * A plan as each person sees it: everybody whose week changes, in the timetable's order, with every period before and
 * after; a covered lesson stands in the week of whoever takes it. A period that is not listed is as it was.
 * @example
 * ```ts
 * const timetable = { lessons: [], periods: [], resources: [], placements: [] };
 * changedWeeks(timetable, { placements: [] }); // => []
 * ```
 */
export function changedWeeks(
  timetable: Pick<Timetable, "lessons" | "periods" | "resources" | "placements">,
  plan: Pick<Plan, "placements" | "covered">,
): ChangedWeek[] {
  const before = weekOf(timetable, timetable.placements);
  const after = weekOf(timetable, plan.placements, plan.covered);
  const covers = coveredIn(timetable, plan.covered);
  return timetable.resources.flatMap((resource): ChangedWeek[] => {
    const periods = timetable.periods.flatMap((period): ChangedPeriod[] => {
      const cell = `${resource.id}\n${period.id}`;
      const [old, now] = [before.get(cell) ?? [], after.get(cell) ?? []];
      const covered = covers.get(cell);
      if (old.join("\n") === now.join("\n") && !covered) return [];
      return [{ period: period.id, before: old, after: now, ...(covered && { covered }) }];
    });
    return periods.length > 0 ? [{ resource: resource.id, kind: resource.kind, periods }] : [];
  });
}

/** Covered lessons by "resource\nperiod", of those who take them and those who are taken from. */
function coveredIn(
  timetable: Pick<Timetable, "periods">,
  covered: readonly CoveredLesson[] = [],
): Map<string, CoveredLesson[]> {
  const index = periodIndex(timetable);
  const cells = new Map<string, CoveredLesson[]>();
  for (const one of covered) {
    for (const p of spanOf(one, index)) {
      for (const id of [one.member, one.by]) {
        const cell = `${id}\n${timetable.periods[p]!.id}`;
        cells.set(cell, [...(cells.get(cell) ?? []), one]);
      }
    }
  }
  return cells;
}

/** Lessons of every resource and period, by "resource\nperiod", in a fixed order. */
function weekOf(
  timetable: Pick<Timetable, "lessons" | "periods">,
  placements: readonly Placement[],
  covered: Plan["covered"] = [],
): Map<string, string[]> {
  const index = periodIndex(timetable);
  const used = resourcesOf(timetable);
  const cells = new Map<string, string[]>();
  const covers = new Map(covered.map((one) => [`${one.lesson}\n${one.occurrence}`, one]));
  const occurrence = occurrencesOf(placements);
  for (const [i, placement] of placements.entries()) {
    const cover = covers.get(`${placement.lesson}\n${occurrence[i]}`);
    const people = used(placement).map((id) => (cover && id === cover.member ? cover.by : id));
    for (const id of new Set(people)) {
      for (let d = 0; d < placement.duration; d++) {
        const period = timetable.periods[index.get(placement.start)! + d];
        if (!period) continue;
        const cell = `${id}\n${period.id}`;
        const list = cells.get(cell) ?? [];
        list.push(placement.lesson);
        cells.set(cell, list.sort());
      }
    }
  }
  return cells;
}
