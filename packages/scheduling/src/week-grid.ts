import type { Lesson, Period, Resource, Timetable } from "./timetable.js";

/** A teacher, group or room that two lessons claim in one period. */
export interface DoubleBooking {
  readonly resource: string;
  readonly period: string;
  /** Ids of the lessons, in the order of the timetable. */
  readonly lessons: readonly string[];
}

/**
 * A timetable's week in whole numbers: who is busy when, one bit per resource and period.
 * Indexes count from 0 in the order of the timetable's lists; a row of `busy` has `words` words of 32 periods.
 */
export interface WeekGrid {
  readonly timetable: Timetable;
  readonly periods: readonly Period[];
  readonly resources: readonly Resource[];
  readonly lessons: readonly Lesson[];
  readonly periodIndex: ReadonlyMap<string, number>;
  readonly resourceIndex: ReadonlyMap<string, number>;
  readonly lessonIndex: ReadonlyMap<string, number>;
  /** Number of days. */
  readonly days: number;
  /** Day of each period. */
  readonly dayOf: Int32Array;
  /** 32-bit words in a row. */
  readonly words: number;
  /** Bit `p % 32` of word `resource * words + p / 32` is set where the resource has a lesson in period `p`. */
  readonly busy: Uint32Array;
  /** Lesson of each resource in each period, `resource * periods + period`; -1 where free, the first where doubled. */
  readonly lessonAt: Int32Array;
  readonly doubled: readonly DoubleBooking[];
  /** Placements that start in no period or reach beyond the end of their day; the part inside it is counted. */
  readonly overrunning: readonly number[];
}

/**
 * Lays a school's timetable out as a grid, so that questions about who is free take nanoseconds.
 * A placement makes busy what its lesson lists and what was chosen for it, in its starting period and those that
 * follow on the same day. References that do not resolve are passed over: {@link Timetable} reports them.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const week = weekGrid(unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] })));
 * isBusy(week, 0, 0); // => true
 * week.doubled; // => []
 * ```
 */
export function weekGrid(timetable: Timetable): WeekGrid {
  const { periods, resources, lessons, placements } = timetable;
  const count = periods.length;
  const periodIndex = index(periods);
  const resourceIndex = index(resources);
  const lessonIndex = index(lessons);
  const dayIndex = index(timetable.days);
  const dayOf = Int32Array.from(periods, ({ day }) => dayIndex.get(day) ?? -1);
  const words = Math.ceil(count / 32);
  const busy = new Uint32Array(resources.length * words);
  const lessonAt = new Int32Array(resources.length * count).fill(-1);
  const doubled = new Map<number, number[]>();
  const overrunning: number[] = [];

  placements.forEach((placement, at) => {
    const [start, end] = span({ periodIndex, dayOf }, placement);
    const lesson = lessonIndex.get(placement.lesson);
    if (end - start < placement.duration) overrunning.push(at);
    if (lesson === undefined) return;
    for (const id of attending(lessons[lesson]!, placement)) {
      const resource = resourceIndex.get(id);
      if (resource === undefined) continue;
      for (let period = start; period < end; period++) {
        const cell = resource * count + period;
        const word = resource * words + (period >>> 5);
        const first = lessonAt[cell]!;
        if (first < 0) lessonAt[cell] = lesson;
        else {
          const claims = doubled.get(cell) ?? [first];
          claims.push(lesson);
          doubled.set(cell, claims);
        }
        busy[word] = busy[word]! | (1 << (period & 31));
      }
    }
  });

  return {
    timetable,
    periods,
    resources,
    lessons,
    periodIndex,
    resourceIndex,
    lessonIndex,
    days: timetable.days.length,
    dayOf,
    words,
    busy,
    lessonAt,
    doubled: [...doubled]
      .sort(([a], [b]) => a - b)
      .map(([cell, claims]) => ({
        resource: resources[Math.floor(cell / count)]!.id,
        period: periods[cell % count]!.id,
        lessons: claims.sort((a, b) => a - b).map((lesson) => lessons[lesson]!.id),
      })),
    overrunning,
  };
}

/** Ids of everyone and everything at one occurrence of a lesson, each once. */
export function attending(
  lesson: Lesson,
  placement: { readonly chosen?: readonly { readonly resource: string }[] },
): string[] {
  return [...new Set([...lesson.resources, ...(placement.chosen ?? []).map(({ resource }) => resource)])];
}

/**
 * Whether a resource has a lesson in a period, both by index.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const week = weekGrid(unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] })));
 * isBusy(week, week.resourceIndex.get("t1")!, week.periodIndex.get("mon-1")!); // => true
 * ```
 */
export function isBusy(week: WeekGrid, resource: number, period: number): boolean {
  return (week.busy[resource * week.words + (period >>> 5)]! & (1 << (period & 31))) !== 0;
}

/**
 * The periods an occurrence of a lesson takes up: index of its first and of the one behind its last.
 * They stay inside the day; a start that is no period takes up none.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const week = weekGrid(unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] })));
 * span(week, { start: "mon-1", duration: 1 }); // => [0, 1]
 * ```
 */
export function span(
  week: Pick<WeekGrid, "periodIndex" | "dayOf">,
  placement: { readonly start: string; readonly duration: number },
): [start: number, end: number] {
  const start = week.periodIndex.get(placement.start);
  if (start === undefined) return [0, 0];
  let end = start;
  while (end < start + placement.duration && week.dayOf[end] === week.dayOf[start]) end++;
  return [start, end];
}

function index(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, position) => [id, position]));
}
