import { cheapestUnion, union } from "./cheapest-union.js";
import { type CompiledRequest, freePeriods, isMarked } from "./common-time-request.js";
import { phrase, worded } from "./common-time-words.js";
import { nameOf, periodsPhrase } from "./period-text.js";
import { attending, span, type WeekGrid } from "./week-grid.js";
import type { Wording } from "./wording.js";

/** One occurrence of a lesson that keeps somebody, or a room, from a meeting. */
export interface Obstacle {
  readonly lesson: string;
  readonly kind: string;
  /** Index of the placement in the timetable. */
  readonly placement: number;
  /** Ids of the people and rooms of the meeting that it keeps. */
  readonly keeps: readonly string[];
}

/** A smallest set of lessons that stands in the way of one time: were they moved, the meeting could be then. */
export interface Obstacles {
  /** Period ids of the time. */
  readonly periods: readonly string[];
  readonly lessons: readonly Obstacle[];
  /** One plain sentence. */
  readonly message: string;
  /** The same as data, for another language: {@link inLanguage}. */
  readonly wording: Wording;
}

/** Sets shown, so that a person can read them. */
const SHOWN = 5;

/**
 * The smallest sets of lessons in the way, over all times that a meeting could start: at each time all lessons of the
 * required people, of as many optional people as the quorum lacks (those who cost fewest lessons) and of one room (the one that costs fewest). Fewer lessons come first, then duties before meetings before teaching, then time.
 * Times at which somebody is short of free periods of their own are left out: no single lesson is in the way there.
 */
export function obstaclesAt(week: WeekGrid, query: CompiledRequest, starts: readonly number[]): Obstacles[] {
  const inTheWay = placementsByCell(week);
  const asked = new Set([...query.required, ...query.optional]);
  const free = new Map([...asked].map((person) => [person, freePeriods(week, query, person)]));
  const weight = ({ placements }: { placements: readonly number[] }) =>
    placements.reduce((sum, placement) => sum + kindWeight(lessonOf(week, placement).kind), 0);
  const sets = starts.flatMap((start) => {
    const keeps = (resource: number) => {
      const found = new Set<number>();
      for (let period = start; period < start + query.length; period++) {
        for (const placement of inTheWay(resource, period)) found.add(placement);
      }
      return found;
    };
    // Moved lessons take up other periods of the same person, so the count of free periods stays as it is.
    const enough = (person: number) =>
      query.ownPeriods === 0 || free.get(person)! - query.length >= query.ownPeriods;
    const there = (person: number) => !isMarked(week, query.away, person, start, query.length);
    if (!query.required.every((person) => enough(person) && there(person))) return [];
    const must = union(query.required.map(keeps));
    const lacking = query.quorum - query.required.length;
    // Of choices with as few lessons the first is taken, so duties come first.
    const lightest = (resources: readonly number[]) =>
      resources.map(keeps).sort((a, b) => weight({ placements: [...a] }) - weight({ placements: [...b] }));
    const optional = lightest(query.optional.filter((person) => enough(person) && there(person)));
    const inRoom =
      query.rooms === undefined
        ? [must]
        : lightest(query.rooms.filter(there)).map((room) => union([must, room]));
    let best: ReadonlySet<number> | undefined;
    for (const chosen of inRoom) {
      const all = cheapestUnion(optional, lacking, chosen);
      if (all !== undefined && (best === undefined || all.size < best.size)) best = all;
    }
    return best === undefined || best.size === 0
      ? []
      : [{ start, placements: [...best].sort((a, b) => a - b) }];
  });
  sets.sort(
    (a, b) => a.placements.length - b.placements.length || weight(a) - weight(b) || a.start - b.start,
  );
  return sets.slice(0, SHOWN).map(({ start, placements }) => describe(week, query, start, placements));
}

/** Which placements take up a resource in a period, all of them where it is booked twice. */
function placementsByCell(week: WeekGrid): (resource: number, period: number) => readonly number[] {
  const cells = new Map<number, number[]>();
  week.timetable.placements.forEach((placement, at) => {
    const lesson = week.lessons[week.lessonIndex.get(placement.lesson) ?? -1];
    if (lesson === undefined) return;
    const [start, end] = span(week, placement);
    for (const id of attending(lesson, placement)) {
      const resource = week.resourceIndex.get(id);
      if (resource === undefined) continue;
      for (let period = start; period < end; period++) {
        const cell = resource * week.periods.length + period;
        cells.set(cell, [...(cells.get(cell) ?? []), at]);
      }
    }
  });
  return (resource, period) => cells.get(resource * week.periods.length + period) ?? [];
}

function lessonOf(week: WeekGrid, placement: number) {
  return week.lessons[week.lessonIndex.get(week.timetable.placements[placement]!.lesson)!]!;
}

/** A duty is moved more easily than a meeting, a meeting more easily than a class. */
export function kindWeight(kind: string): number {
  return kind === "duty" ? 0 : kind === "meeting" ? 1 : 2;
}

function describe(
  week: WeekGrid,
  query: CompiledRequest,
  start: number,
  placements: readonly number[],
): Obstacles {
  const asked = [...query.required, ...query.optional, ...(query.rooms ?? [])].map(
    (at) => week.resources[at]!.id,
  );
  const lessons = placements.map((placement) => {
    const lesson = lessonOf(week, placement);
    const there = attending(lesson, week.timetable.placements[placement]!);
    return {
      lesson: lesson.id,
      kind: lesson.kind,
      placement,
      keeps: asked.filter((id) => there.includes(id)),
    };
  });
  const what = lessons.map(({ lesson, keeps }) =>
    phrase("lesson-for", {
      lesson: week.lessons[week.lessonIndex.get(lesson)!]!.name,
      people: keeps.map((id) => nameOf(week, id)),
    }),
  );
  const when = periodsPhrase(week, start, query.length);
  const [only] = lessons.length === 1 ? lessons : [];
  return {
    periods: week.periods.slice(start, start + query.length).map(({ id }) => id),
    lessons,
    ...worded(
      only === undefined
        ? phrase("several-lessons", { when, n: lessons.length, what })
        : phrase(ONLY[only.kind] ?? "only-other", { when, what, kind: only.kind }),
    ),
  };
}

/** The sentence for a single lesson of a kind. */
export const ONLY: Readonly<Record<string, "only-lesson" | "only-duty" | "only-meeting">> = {
  teaching: "only-lesson",
  duty: "only-duty",
  meeting: "only-meeting",
};
