import type { SchoolPeriod } from "./bell-schedule.js";
import { timeText } from "./civil-date.js";
import { type DayTable, dayTable, type SchoolDay } from "./day-table.js";
import { dayText, spanText } from "./day-text.js";
import type { SchoolCalendar } from "./school-calendar.js";

/** One difference between two calendars, for people and for programs. */
export interface CalendarChange {
  /** `zone-changed`, `school-added`, `school-removed`, `day-kind-changed`, `cycle-changed`, `bells-changed`, … */
  readonly code:
    | "zone-changed"
    | "school-added"
    | "school-removed"
    | "days-added"
    | "days-removed"
    | "day-kind-changed"
    | "cycle-changed"
    | "term-changed"
    | "bells-changed";
  /** Id of the school, absent where the change is the whole calendar's. */
  readonly school?: string;
  /** The dates concerned, ISO 8601. */
  readonly dates: readonly string[];
  /** One plain sentence. */
  readonly message: string;
}

/**
 * What changed between two versions of a calendar, in words: for the letter home after a snow day.
 * Compares the dates themselves, school by school, so that it tells what a change brings about and not how it was
 * written; neighbouring dates with the same change are one sentence. Equal calendars give an empty list.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const before = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0] }));
 * const snow = { name: "Snow", first: "2027-01-12", dayKind: "holiday" };
 * const after = { ...before, exceptions: [...before.exceptions, snow] };
 * diffCalendars(before, after)[0]?.message; // => "North: on Tuesday 12 January 2027, holiday instead of regular day (Snow)."
 * ```
 */
export function diffCalendars(before: SchoolCalendar, after: SchoolCalendar): readonly CalendarChange[] {
  const changes: CalendarChange[] = [];
  if (before.zone !== after.zone) {
    const message = `The time zone is ${after.zone} instead of ${before.zone}.`;
    changes.push({ code: "zone-changed", dates: [], message });
  }
  const ids = (calendar: SchoolCalendar) => new Set(calendar.schools.map(({ id }) => id));
  for (const school of before.schools) {
    if (ids(after).has(school.id)) continue;
    changes.push({
      code: "school-removed",
      school: school.id,
      dates: [],
      message: `${school.name} is gone.`,
    });
  }
  for (const school of after.schools) {
    const old = dayTable(before, school.id);
    const fresh = dayTable(after, school.id);
    if (!fresh.ok) continue;
    if (!old.ok) {
      changes.push({ code: "school-added", school: school.id, dates: [], message: `${school.name} is new.` });
      continue;
    }
    changes.push(...diffTables(old.value, fresh.value, school, words(before), words(after)));
  }
  return changes;
}

interface Words {
  readonly kind: (day: SchoolDay) => string;
  readonly term: (day: SchoolDay) => string;
}

function words({ dayKinds, terms }: SchoolCalendar): Words {
  const kinds = new Map(dayKinds.map(({ id, name }) => [id, name]));
  const names = new Map(terms.map(({ id, name }) => [id, name]));
  return {
    kind: ({ dayKind }) => (dayKind === undefined ? "no school" : (kinds.get(dayKind) ?? dayKind)),
    term: ({ term }) => (term === undefined ? "no term" : (names.get(term) ?? term)),
  };
}

/** A pair of rows for one date. */
interface Pair {
  readonly old: SchoolDay;
  readonly fresh: SchoolDay;
}

function diffTables(
  old: DayTable,
  fresh: DayTable,
  school: { id: string; name: string },
  was: Words,
  is: Words,
): CalendarChange[] {
  const pairs = fresh.days.flatMap((day) => {
    const earlier = old.days[day.day - old.first];
    return earlier ? [{ old: earlier, fresh: day }] : [];
  });
  const added = fresh.days.filter(({ day }) => !old.days[day - old.first]);
  const removed = old.days.filter(({ day }) => !fresh.days[day - fresh.first]);
  const make = (code: CalendarChange["code"], days: readonly SchoolDay[], text: string): CalendarChange => ({
    code,
    school: school.id,
    dates: days.map(({ date }) => date),
    message: `${school.name}: ${text}.`,
  });
  const kinds = runs(pairs, ({ old: o, fresh: f }) => {
    if (o.dayKind === f.dayKind) return undefined;
    const why = f.names.filter((name) => !o.names.includes(name));
    return `${is.kind(f)} instead of ${was.kind(o)}${why.length > 0 ? ` (${why.join(", ")})` : ""}`;
  });
  const terms = runs(pairs, ({ old: o, fresh: f }) =>
    was.term(o) === is.term(f) ? undefined : `${is.term(f)} instead of ${was.term(o)}`,
  );
  return [
    ...(added.length > 0
      ? [make("days-added", added, `the year has ${added.length} more dates, ${ends(added)}`)]
      : []),
    ...(removed.length > 0
      ? [make("days-removed", removed, `the year has ${removed.length} fewer dates, ${ends(removed)}`)]
      : []),
    ...kinds.map(({ days, text }) => make("day-kind-changed", days, `${ends(days)}, ${text}`)),
    ...cycleChanges(pairs).map(({ days, text }) => make("cycle-changed", days, text)),
    ...bellChanges(pairs).map(({ days, text }) => make("bells-changed", days, text)),
    ...terms.map(({ days, text }) => make("term-changed", days, `${ends(days)}, ${text}`)),
  ];
}

interface Run {
  readonly days: readonly SchoolDay[];
  readonly text: string;
}

/** Neighbouring dates with the same text. */
function runs(pairs: readonly Pair[], textOf: (pair: Pair) => string | undefined): Run[] {
  const found: { days: SchoolDay[]; text: string }[] = [];
  let previous: string | undefined;
  for (const pair of pairs) {
    const text = textOf(pair);
    if (text !== undefined && text === previous) found[found.length - 1]!.days.push(pair.fresh);
    else if (text !== undefined) found.push({ days: [pair.fresh], text });
    previous = text;
  }
  return found;
}

/** Stretches in which school days of both versions have another cycle day, as one sentence each. */
function cycleChanges(pairs: readonly Pair[]): Run[] {
  const both = pairs.filter(({ old, fresh }) => old.school && fresh.school);
  return runs(both, ({ old, fresh }) => (old.cycleDay === fresh.cycleDay ? undefined : "shifted")).map(
    ({ days }) => {
      const first = both.find(({ fresh }) => fresh === days[0])!;
      const change = `${first.fresh.cycleDay ?? "no cycle day"} instead of ${first.old.cycleDay ?? "no cycle day"}`;
      const text =
        days.length === 1
          ? `${ends(days)}, the cycle day is ${change}`
          : `${ends(days)}, ${days.length} school days have another cycle day; ${dayText(days[0]!.day)} is ${change}`;
      return { days, text };
    },
  );
}

/** The same change of bells is one sentence, however many dates it falls on. */
function bellChanges(pairs: readonly Pair[]): Run[] {
  const byText = new Map<string, SchoolDay[]>();
  for (const { old, fresh } of pairs) {
    if (old.dayKind !== fresh.dayKind && (!old.school || !fresh.school)) continue; // told by the day kind
    const texts = periodTexts(old.periods, fresh.periods);
    if (texts.length === 0) continue;
    const text = texts.join("; ");
    byText.set(text, [...(byText.get(text) ?? []), fresh]);
  }
  return [...byText].map(([text, days]) => ({
    days,
    text: `${days.length === 1 ? ends(days) : `on ${days.length} dates ${ends(days)}`}, ${text}`,
  }));
}

function periodTexts(old: readonly SchoolPeriod[], fresh: readonly SchoolPeriod[]): string[] {
  const times = ({ start, end }: SchoolPeriod) => `${timeText(start)} to ${timeText(end)}`;
  const changed = fresh.flatMap((period) => {
    const earlier = old.find(({ id }) => id === period.id);
    if (!earlier) return [`${period.name} is new, ${times(period)}`];
    return times(earlier) === times(period)
      ? []
      : [`${period.name} is ${times(period)} instead of ${times(earlier)}`];
  });
  const gone = old.filter(({ id }) => !fresh.some((period) => period.id === id));
  return [...changed, ...gone.map(({ name }) => `${name} is left out`)];
}

function ends(days: readonly SchoolDay[]): string {
  return spanText(days[0]!.day, days[days.length - 1]!.day);
}
