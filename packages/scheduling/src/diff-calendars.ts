import type { SchoolPeriod } from "./bell-schedule.js";
import { type CalendarWording, phrase, sayCalendar, timesPhrase } from "./calendar-words.js";
import { type DayTable, dayTable, type SchoolDay } from "./day-table.js";
import { spanPhrase } from "./day-text.js";
import type { SchoolCalendar } from "./school-calendar.js";
import type { Wording, WordingValue } from "./wording.js";

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
  /** The same as data, for another language: {@link inLanguage}. */
  readonly wording: Wording;
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
    changes.push(change("zone-changed", [], phrase("zone-changed", { is: after.zone, was: before.zone })));
  }
  const ids = (calendar: SchoolCalendar) => new Set(calendar.schools.map(({ id }) => id));
  for (const school of before.schools) {
    if (ids(after).has(school.id)) continue;
    changes.push(change("school-removed", [], phrase("school-removed", { school: school.name }), school.id));
  }
  for (const school of after.schools) {
    const old = dayTable(before, school.id);
    const fresh = dayTable(after, school.id);
    if (!fresh.ok) continue;
    if (!old.ok) {
      changes.push(change("school-added", [], phrase("school-added", { school: school.name }), school.id));
      continue;
    }
    changes.push(...diffTables(old.value, fresh.value, school, words(before), words(after)));
  }
  return changes;
}

function change(
  code: CalendarChange["code"],
  days: readonly SchoolDay[],
  wording: CalendarWording,
  school?: string,
): CalendarChange {
  return {
    code,
    ...(school !== undefined && { school }),
    dates: days.map(({ date }) => date),
    message: sayCalendar(wording),
    wording,
  };
}

interface Words {
  readonly kind: (day: SchoolDay) => WordingValue;
  readonly term: (day: SchoolDay) => WordingValue;
}

function words({ dayKinds, terms }: SchoolCalendar): Words {
  const kinds = new Map(dayKinds.map(({ id, name }) => [id, name]));
  const names = new Map(terms.map(({ id, name }) => [id, name]));
  return {
    kind: ({ dayKind }) =>
      dayKind === undefined ? phrase("day.no-school") : (kinds.get(dayKind) ?? dayKind),
    term: ({ term }) => (term === undefined ? phrase("day.no-term") : (names.get(term) ?? term)),
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
  const make = (
    code: CalendarChange["code"],
    days: readonly SchoolDay[],
    key: CalendarWording["key"],
    values: Values,
  ) => change(code, days, phrase(key, { school: school.name, when: ends(days), ...values }), school.id);
  const kinds = runs(pairs, ({ old: o, fresh: f }) => {
    if (o.dayKind === f.dayKind) return undefined;
    const why = f.names.filter((name) => !o.names.includes(name)).join(", ");
    return { is: is.kind(f), was: was.kind(o), ...(why !== "" && { why }) };
  });
  const terms = runs(pairs, ({ old: o, fresh: f }) => {
    const values = { is: is.term(f), was: was.term(o) };
    return sameValue(values.is, values.was) ? undefined : values;
  });
  return [
    ...(added.length > 0 ? [make("days-added", added, "days-added", { n: added.length })] : []),
    ...(removed.length > 0 ? [make("days-removed", removed, "days-removed", { n: removed.length })] : []),
    ...kinds.map(({ days, values }) =>
      make(
        "day-kind-changed",
        days,
        values["why"] === undefined ? "day-kind-changed" : "day-kind-changed-why",
        values,
      ),
    ),
    ...cycleChanges(pairs).map(({ days, values }) =>
      make("cycle-changed", days, days.length === 1 ? "cycle-changed" : "cycle-changed-days", values),
    ),
    ...bellChanges(pairs).map(({ days, values }) =>
      make("bells-changed", days, days.length === 1 ? "bells-changed" : "bells-changed-days", values),
    ),
    ...terms.map(({ days, values }) => make("term-changed", days, "term-changed", values)),
  ];
}

type Values = Readonly<Record<string, WordingValue>>;

interface Run {
  readonly days: readonly SchoolDay[];
  readonly values: Values;
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Neighbouring dates with the same values. */
function runs(pairs: readonly Pair[], valuesOf: (pair: Pair) => Values | undefined): Run[] {
  const found: { days: SchoolDay[]; values: Values }[] = [];
  let previous: Values | undefined;
  for (const pair of pairs) {
    const values = valuesOf(pair);
    if (values !== undefined && sameValue(values, previous)) found[found.length - 1]!.days.push(pair.fresh);
    else if (values !== undefined) found.push({ days: [pair.fresh], values });
    previous = values;
  }
  return found;
}

/** Stretches in which school days of both versions have another cycle day, as one sentence each. */
function cycleChanges(pairs: readonly Pair[]): Run[] {
  const both = pairs.filter(({ old, fresh }) => old.school && fresh.school);
  const none = phrase("day.no-cycle-day");
  return runs(both, ({ old, fresh }) => (old.cycleDay === fresh.cycleDay ? undefined : {})).map(
    ({ days }) => {
      const { old, fresh } = both.find((pair) => pair.fresh === days[0])!;
      const values = { is: fresh.cycleDay ?? none, was: old.cycleDay ?? none };
      return { days, values: { ...values, n: days.length, date: { date: fresh.date } } };
    },
  );
}

/** The same change of bells is one sentence, however many dates it falls on. */
function bellChanges(pairs: readonly Pair[]): Run[] {
  const byChange = new Map<string, { days: SchoolDay[]; changes: Wording }>();
  for (const { old, fresh } of pairs) {
    if (old.dayKind !== fresh.dayKind && (!old.school || !fresh.school)) continue; // told by the day kind
    const [first, ...rest] = periodChanges(old.periods, fresh.periods);
    if (first === undefined) continue;
    const changes = rest.reduce((one, other) => phrase("bells.both", { one, other }), first);
    const key = JSON.stringify(changes);
    const entry = byChange.get(key) ?? { days: [], changes };
    entry.days.push(fresh);
    byChange.set(key, entry);
  }
  return [...byChange.values()].map(({ days, changes }) => ({ days, values: { n: days.length, changes } }));
}

function periodChanges(old: readonly SchoolPeriod[], fresh: readonly SchoolPeriod[]): CalendarWording[] {
  const changed = fresh.flatMap((period) => {
    const earlier = old.find(({ id }) => id === period.id);
    const values = { period: period.name, times: timesPhrase(period) };
    if (!earlier) return [phrase("bells.new", values)];
    return earlier.start === period.start && earlier.end === period.end
      ? []
      : [phrase("bells.moved", { ...values, before: timesPhrase(earlier) })];
  });
  const gone = old.filter(({ id }) => !fresh.some((period) => period.id === id));
  return [...changed, ...gone.map(({ name }) => phrase("bells.gone", { period: name }))];
}

function ends(days: readonly SchoolDay[]): Wording {
  return spanPhrase(days[0]!.day, days[days.length - 1]!.day);
}
