import { cheapestUnion, union } from "./cheapest-union.js";
import { parseDate, timeText } from "./civil-date.js";
import type { DatedLesson } from "./dated-lessons.js";
import { dayText } from "./day-text.js";
import type { Slot, SlotQuery } from "./find-slots.js";
import { kindWeight, ONLY } from "./obstacles.js";
import { commonTimeTexts } from "./texts/en/common-time.js";
import { english, say, type Wording } from "./wording.js";

const language = english(commonTimeTexts, (date) => dayText(parseDate(date)!));

/** A smallest set of lessons that stands in the way of one time on a date. */
export interface DatedObstacles {
  readonly date: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly end: number;
  readonly lessons: readonly {
    readonly lesson: string;
    readonly school: string;
    readonly keeps: readonly string[];
  }[];
  /** One plain sentence. */
  readonly message: string;
  /** The same as data, for another language: {@link inLanguage}. */
  readonly wording: Wording;
}

/** What the timetables say about people and lessons. */
export interface Known {
  /** Names of people and rooms by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly kindOf: (lesson: DatedLesson) => string;
}

/**
 * The smallest sets of lessons in the way, over the slots that would be free without any: all lessons of the required
 * people, of as many optional ones as the quorum lacks, and of one room, each chosen so that fewest lessons are in the
 * way. Fewest lessons first, then duties before meetings before teaching, then in time order; the same lessons once.
 */
export function obstaclesOn(
  slots: readonly Slot[],
  lessons: readonly DatedLesson[],
  { required, optional = [], rooms = [], quorum = 0 }: SlotQuery,
  known: Known,
): DatedObstacles[] {
  const asked = [...new Set([...required, ...optional, ...rooms])];
  const byDay = new Map<number, DatedLesson[]>();
  for (const lesson of lessons) {
    if (!lesson.resources.some((id) => asked.includes(id))) continue;
    byDay.set(lesson.day, [...(byDay.get(lesson.day) ?? []), lesson]);
  }
  const lacking = quorum - new Set(required).size;
  const weight = (keeping: readonly DatedLesson[]) =>
    keeping.reduce((sum, lesson) => sum + kindWeight(known.kindOf(lesson)), 0);
  const looked = new Set<string>();
  const seen = new Set<string>();
  const sets = slots.flatMap((slot) => {
    const today = byDay.get(slot.day) ?? [];
    const during = today.flatMap(({ start, end }, at) => (start < slot.end && end > slot.start ? [at] : []));
    if (!isNew(looked, [slot.day, during, slot.optional, slot.rooms])) return [];
    const keeps = (id: string) => new Set(during.filter((at) => today[at]!.resources.includes(id)));
    // Of choices with as few lessons the first is taken, so duties come first.
    const lightest = (ids: readonly string[]) => {
      const heavy = (set: ReadonlySet<number>) => weight([...set].map((at) => today[at]!));
      return ids.map(keeps).sort((a, b) => heavy(a) - heavy(b));
    };
    const must = union(required.map(keeps));
    const others = lightest(slot.optional);
    let best: ReadonlySet<number> | undefined;
    for (const room of slot.rooms.length > 0 ? lightest(slot.rooms) : [new Set<number>()]) {
      const all = cheapestUnion(others, lacking, union([must, room]));
      if (all !== undefined && (best === undefined || all.size < best.size)) best = all;
    }
    const keeping = [...(best ?? [])].sort((a, b) => a - b).map((at) => today[at]!);
    const key = [slot.day, keeping.map(({ school, lesson, period }) => [school, lesson, period])];
    return keeping.length > 0 && isNew(seen, key) ? [{ slot, keeping }] : [];
  });
  sets.sort(
    (a, b) =>
      a.keeping.length - b.keeping.length ||
      weight(a.keeping) - weight(b.keeping) ||
      a.slot.day - b.slot.day ||
      a.slot.start - b.slot.start,
  );
  return sets.slice(0, 5).map(({ slot, keeping }) => describe(slot, keeping, asked, known));
}

function isNew(known: Set<string>, value: unknown): boolean {
  const key = JSON.stringify(value);
  const fresh = !known.has(key);
  known.add(key);
  return fresh;
}

function describe(
  { date, start, end }: Slot,
  keeping: readonly DatedLesson[],
  asked: readonly string[],
  { names, kindOf }: Known,
): DatedObstacles {
  const lessons = keeping.map(({ lesson, school, resources }) => ({
    lesson,
    school,
    keeps: asked.filter((id) => resources.includes(id)),
  }));
  const when: Wording = {
    key: "when.slot",
    values: { date: { date }, start: timeText(start), end: timeText(end) },
  };
  const [only] = keeping.length === 1 ? keeping : [];
  const what = keeping.map((lesson, at): Wording => {
    const people = lessons[at]!.keeps.map((id) => names.get(id) ?? id);
    const times = { start: timeText(lesson.start), end: timeText(lesson.end) };
    return only
      ? { key: "lesson-for", values: { lesson: lesson.name, people } }
      : { key: "lesson-at", values: { lesson: lesson.name, people, ...times } };
  });
  const kind = only && kindOf(only);
  const wording: Wording =
    kind === undefined
      ? { key: "several-lessons", values: { when, n: lessons.length, what } }
      : { key: ONLY[kind] ?? "only-other", values: { when, what, kind } };
  return { date, start, end, lessons, message: say(language, wording), wording };
}
