import type { Result } from "@collegium/schema";
import type { CalendarEvent } from "./calendar-event.js";
import { parseDate } from "./civil-date.js";
import type { DatedLesson } from "./dated-lessons.js";
import { type DayTable, datesOf, dayTable, type SchoolDay, spanOf } from "./day-table.js";
import { writeCalendar } from "./ical-write.js";
import { basicText, type Moment } from "./moment.js";
import type { SchoolCalendar } from "./school-calendar.js";

/** What goes into a school's feed. */
export interface ExportChoices {
  /** Now, in seconds since 1970-01-01T00:00:00Z. */
  readonly stamp: number;
  /** Domain that makes the feed's ids unique, such as `example.org`. */
  readonly domain: string;
  /** Terms, holidays and other named dates; on unless said otherwise. */
  readonly dates?: boolean;
  /** The cycle day of each school day, as a whole-day event; on unless said otherwise. */
  readonly cycleDays?: boolean;
  /** The bells of every school day. */
  readonly periods?: boolean;
  /** Lessons and duties, of one teacher for example. */
  readonly lessons?: readonly DatedLesson[];
  /** Further events, such as meetings. */
  readonly events?: readonly CalendarEvent[];
  /** One event per date, for calendar programs that do not read lists of dates (RDATE). */
  readonly separate?: boolean;
  /** How often a subscriber should look again, in hours; 12 where absent. */
  readonly refreshHours?: number;
}

/**
 * A school's year as an iCalendar feed that people subscribe to. Rotating cycles count days of school, which no
 * recurrence rule can say, so everything comes as explicit dates; ids stay the same from export to export, so that
 * subscribers see a change and not a copy.
 *
 * Issue codes: `unknown-school`, `unknown-zone`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const calendar = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0] }));
 * const feed = unwrap(exportCalendar(calendar, "north", { stamp: 0, domain: "example.org" }));
 * feed.split("\r\n").find((line) => line.startsWith("SUMMARY:Labor")); // => "SUMMARY:Labor Day"
 * ```
 */
export function exportCalendar(
  calendar: SchoolCalendar,
  schoolId: string,
  choices: ExportChoices,
): Result<string> {
  const table = dayTable(calendar, schoolId);
  if (!table.ok) return table;
  const id = idMaker(calendar, schoolId, choices.domain);
  const school = calendar.schools.find((one) => one.id === schoolId)!;
  const days = table.value.days.filter((day) => day.school);
  const events = [
    ...(choices.dates === false ? [] : namedDates(calendar, schoolId, table.value.days, id)),
    ...(choices.cycleDays === false ? [] : cycleEvents(days, id)),
    ...(choices.periods ? periodEvents(table.value, days, id) : []),
    ...lessonEvents(choices.lessons ?? [], calendar, schoolId, choices.domain),
    ...(choices.events ?? []),
  ];
  return writeCalendar({
    name: `${calendar.name}: ${school.name}`,
    events: choices.separate ? events.flatMap(separated) : events,
    method: "PUBLISH",
    refreshHours: choices.refreshHours ?? 12,
    stamp: choices.stamp,
  });
}

type MakeId = (kind: string, key: string) => string;

function idMaker(calendar: SchoolCalendar, schoolId: string, domain: string): MakeId {
  return (kind, key) => `${kind}-${slug(key)}-${slug(schoolId)}-${slug(calendar.id)}@${domain}`;
}

function namedDates(
  calendar: SchoolCalendar,
  schoolId: string,
  rows: readonly SchoolDay[],
  id: MakeId,
): CalendarEvent[] {
  const terms = calendar.terms.map(({ id: term, name, first, last }) =>
    wholeDays(id("term", term), name, parseDate(first)!, parseDate(last)!),
  );
  const before = new Map<string, number>();
  const exceptions = calendar.exceptions
    .filter(({ schools }) => !schools || schools.includes(schoolId))
    .flatMap((exception): CalendarEvent[] => {
      const key = `${exception.name}-${exception.first}`;
      const count = (before.get(key) ?? 0) + 1;
      before.set(key, count);
      const uid = id("date", count === 1 ? key : `${key}-${count}`);
      if (exception.cycleDays) return onDates(uid, exception.name, datesOf(exception, rows));
      const { first, last } = spanOf(exception);
      return [wholeDays(uid, exception.name, first, last)];
    });
  return [...terms, ...exceptions];
}

function wholeDays(uid: string, summary: string, first: number, last: number): CalendarEvent {
  const start: Moment = { local: first * 86400, form: "date" };
  return { uid, summary, start, seconds: (last - first + 1) * 86400, transparent: true };
}

/** One event on each of the days; none where there are none. */
function onDates(uid: string, summary: string, on: readonly SchoolDay[]): CalendarEvent[] {
  const [start, ...dates] = on.map(({ day }): Moment => ({ local: day * 86400, form: "date" }));
  if (!start) return [];
  const more = dates.length > 0 && { dates };
  return [{ uid, summary, start, seconds: 86400, transparent: true, ...more }];
}

/** One event per cycle day, with its dates. */
function cycleEvents(days: readonly SchoolDay[], id: MakeId): CalendarEvent[] {
  const byCycleDay = groupBy(
    days.filter(({ cycleDay }) => cycleDay !== undefined),
    ({ cycleDay }) => cycleDay!,
  );
  return [...byCycleDay].flatMap(([cycleDay, on]) => onDates(id("cycle", cycleDay), cycleDay, on));
}

function periodEvents({ zone }: DayTable, days: readonly SchoolDay[], id: MakeId): CalendarEvent[] {
  const rung = days.flatMap(({ day, periods }) =>
    periods.map((period) => ({ day, key: period.id, ...period })),
  );
  return timedEvents(rung, zone, (key) => id("period", key), true);
}

/** Lessons at the bells of their own school: someone who teaches at two may teach in two time zones. */
function lessonEvents(
  lessons: readonly DatedLesson[],
  calendar: SchoolCalendar,
  schoolId: string,
  domain: string,
): CalendarEvent[] {
  const bySchool = groupBy(lessons, ({ school }) => school);
  return [...bySchool].flatMap(([at, own]) => {
    const school =
      calendar.schools.find(({ id }) => id === at) ?? calendar.schools.find(({ id }) => id === schoolId);
    const zone = school?.zone ?? calendar.zone;
    const id = idMaker(calendar, at, domain);
    const held = own.map(({ lesson, period, ...rest }) => ({ key: `${lesson}-${period}`, ...rest }));
    return timedEvents(held, zone, (key) => id("lesson", key), false);
  });
}

/** An event with a list of dates as one event per date. */
function separated({ dates, ...event }: CalendarEvent): CalendarEvent[] {
  if (!dates || event.rule !== undefined) return [{ ...event, ...(dates && { dates }) }];
  return [event.start, ...dates].map((start) => ({
    ...event,
    uid: `${basicText(start.local, "date")}-${event.uid}`,
    start,
  }));
}

interface Timed {
  readonly key: string;
  readonly name: string;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** One event per thing, start and length, with its dates: no date needs to be an exception of another. */
function timedEvents(
  timed: readonly Timed[],
  zone: string,
  id: (key: string) => string,
  transparent: boolean,
): CalendarEvent[] {
  const groups = groupBy(timed, ({ key, start, end }) => `${key}-${start}-${end}`);
  return [...groups].map(([key, same]) => {
    const { name, start, end } = same[0]!;
    const days = [...new Set(same.map(({ day }) => day))].sort((a, b) => a - b);
    const [first, ...dates] = days.map((day): Moment => ({ local: day * 86400 + start * 60, form: "local" }));
    return {
      uid: id(key),
      summary: name,
      start: first!,
      zone,
      seconds: (end - start) * 60,
      transparent,
      ...(dates.length > 0 && { dates }),
    };
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** A text as part of an id: letters, digits and hyphens, and different texts stay different. */
function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${sign.codePointAt(0)!.toString(16)}`);
}
