import { parseDate, timeText } from "./civil-date.js";
import type { DatedLesson } from "./dated-lessons.js";
import { dayText } from "./day-text.js";
import type { Slot } from "./find-slots.js";
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

/** Fewest lessons first, then in time order; the same lessons once, at their earliest time. */
export function obstaclesOn(
  slots: readonly Slot[],
  lessons: readonly DatedLesson[],
  required: readonly string[],
  names: ReadonlyMap<string, string>,
): DatedObstacles[] {
  const byDay = new Map<number, DatedLesson[]>();
  for (const lesson of lessons) {
    if (!lesson.resources.some((id) => required.includes(id))) continue;
    const same = byDay.get(lesson.day);
    if (same) same.push(lesson);
    else byDay.set(lesson.day, [lesson]);
  }
  const seen = new Set<string>();
  const sets = slots.flatMap((slot) => {
    const today = byDay.get(slot.day) ?? [];
    const keeping = today.filter(({ start, end }) => start < slot.end && end > slot.start);
    const key = JSON.stringify([
      slot.day,
      keeping.map(({ school, lesson, period }) => [school, lesson, period]),
    ]);
    if (keeping.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [{ slot, keeping }];
  });
  sets.sort(
    (a, b) => a.keeping.length - b.keeping.length || a.slot.day - b.slot.day || a.slot.start - b.slot.start,
  );
  return sets.slice(0, 5).map(({ slot, keeping }) => {
    const found = keeping.map(({ lesson, school, name, resources }) => ({
      lesson,
      school,
      name,
      keeps: required.filter((id) => resources.includes(id)),
    }));
    const when: Wording = {
      key: "when.slot",
      values: { date: { date: slot.date }, start: timeText(slot.start), end: timeText(slot.end) },
    };
    const what = found.map(
      ({ name, keeps }): Wording => ({
        key: "lesson-for",
        values: { lesson: name, people: keeps.map((id) => names.get(id) ?? id) },
      }),
    );
    const wording: Wording =
      found.length === 1
        ? { key: "only-lesson", values: { when, what } }
        : { key: "several-lessons", values: { when, n: found.length, what } };
    const { date, start, end } = slot;
    return {
      date,
      start,
      end,
      lessons: found.map(({ lesson, school, keeps }) => ({ lesson, school, keeps })),
      message: say(language, wording),
      wording,
    };
  });
}
