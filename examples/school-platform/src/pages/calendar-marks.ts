import type { SchoolCalendar, SchoolDay } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import type { MessageKey } from "../messages.js";

/** How a kind of day is drawn: a sign, so that colour alone never says it, and a class of the style sheet. */
export interface Mark {
  readonly name: string;
  readonly sign: string;
  readonly tone: "ordinary" | "odd" | "closed" | "none";
}

/** The marks of a calendar's kinds of day. */
export interface Marks {
  readonly all: readonly Mark[];
  readonly of: (day: SchoolDay) => Mark;
}

const HELD = ["◐", "◆", "▲", "◑", "◇", "△"];
const CLOSED = ["×", "□", "○", "–"];

/** A sign for every kind of day; an ordinary one has none, and a day with changed bells has one of its own. */
export function marksOf(frame: Frame, calendar: SchoolCalendar): Marks {
  const usual = calendar.week.MO ?? calendar.week.TU ?? calendar.dayKinds.find(({ school }) => school)?.id;
  const [held, closed] = [[...HELD], [...CLOSED]];
  const byKind = new Map<string, Mark>();
  for (const { id, name, school } of [...calendar.dayKinds].sort(holidaysFirst)) {
    const sign = id === usual ? "" : ((school ? held.shift() : closed.shift()) ?? "•");
    byKind.set(id, { name, sign, tone: id === usual ? "ordinary" : school ? "odd" : "closed" });
  }
  const otherBells: Mark = { name: frame.say("calendar.otherBells"), sign: "✎", tone: "odd" };
  const bent = new Set(calendar.exceptions.filter(({ periods }) => periods).map(({ name }) => name));
  const none: Mark = { name: frame.say("calendar.noSchool"), sign: "", tone: "none" };
  return {
    all: [
      ...calendar.dayKinds.flatMap(({ id }) => byKind.get(id) ?? []),
      ...(bent.size > 0 ? [otherBells] : []),
    ],
    of: (day) => {
      const mark = byKind.get(day.dayKind ?? "") ?? none;
      return day.school && mark.sign === "" && day.names.some((name) => bent.has(name)) ? otherBells : mark;
    },
  };
}

/** What a date is, in the calendar's own words. */
export function kindName(frame: Frame, calendar: SchoolCalendar, day: SchoolDay): string {
  return calendar.dayKinds.find(({ id }) => id === day.dayKind)?.name ?? frame.say("calendar.noSchool");
}

/** A cycle day in the reader's language where it is a word everybody has: odd, even. */
export function cycleWord(frame: Frame, cycleDay: string): string {
  const word = frame.say(`cycle.word.${cycleDay}` as MessageKey);
  return cycleDay.endsWith(word) ? cycleDay : word;
}

/** What a date is in the cycle, in a few words: cycle day 3, an odd week; empty where there is nothing to say. */
export function cycleText(frame: Frame, { cycle }: SchoolCalendar, { cycleDay }: SchoolDay): string {
  if (cycleDay === undefined) return "";
  const day = cycleWord(frame, cycleDay);
  return frame.say(cycle?.counts === "school-days" ? "calendar.cycleDay" : "calendar.cycleWeek", { day });
}

/** All that a date is, in words: its kind, its exceptions' names, its place in the cycle. */
export function dayWords(frame: Frame, calendar: SchoolCalendar, day: SchoolDay): string[] {
  const words = [kindName(frame, calendar, day), ...day.names, cycleText(frame, calendar, day)];
  return [...new Set(words.filter((word) => word !== ""))];
}

/** The cycle days of a calendar as a list. */
export function cycleWords(frame: Frame, { cycle }: SchoolCalendar): string {
  return new Intl.ListFormat(frame.locale).format((cycle?.days ?? []).map((day) => cycleWord(frame, day)));
}

/** Weekdays in the reader's language, long and as one or two letters. */
export function weekdayNames(locale: string): Record<SchoolDay["weekday"], { long: string; short: string }> {
  const named = (["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const).map((id, index) => {
    const date = new Date(Date.UTC(2024, 0, 1 + index));
    const say = (weekday: "long" | "short") => date.toLocaleDateString(locale, { weekday, timeZone: "UTC" });
    return [id, { long: say("long"), short: say("short").slice(0, 2) }] as const;
  });
  return Object.fromEntries(named) as Record<SchoolDay["weekday"], { long: string; short: string }>;
}

function holidaysFirst(a: { id: string }, b: { id: string }): number {
  return Number(b.id === "holiday") - Number(a.id === "holiday");
}
