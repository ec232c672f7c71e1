import { type CalendarWording, phrase, sayCalendar } from "./calendar-words.js";
import { type DayTable, dayTable, type SchoolDay } from "./day-table.js";
import { spanPhrase } from "./day-text.js";
import { bellChanges } from "./diff-periods.js";
import type { SchoolCalendar } from "./school-calendar.js";
import type { Wording, WordingValue } from "./wording.js";

/** One difference between two calendars, for people and for programs. */
export interface CalendarChange {
  /** `zone-changed`, `school-added`, `school-removed`, `day-kind-changed`, `cycle-changed`, `bells-changed`, … */
  readonly code:
    | "zone-changed"
    | "school-added"
    | "school-removed"
    | "school-renamed"
    | "day-kind-renamed"
    | "days-added"
    | "days-removed"
    | "day-kind-changed"
    | "names-changed"
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
 * written; neighbouring dates with the same change are one sentence, and so is a change that comes every week. Equal
 * calendars give an empty list.
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
  const changes: CalendarChange[] = [...zoneChanges(before, after), ...renamedKinds(before, after)];
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
    const was = before.schools.find(({ id }) => id === school.id)!.name;
    if (was !== school.name) {
      changes.push(
        change("school-renamed", [], phrase("school-renamed", { is: school.name, was }), school.id),
      );
    }
    changes.push(...diffTables(old.value, fresh.value, school, words(before), words(after)));
  }
  return changes;
}

/** The zones in which the schools' bells ring: one sentence where all change alike. */
function zoneChanges(before: SchoolCalendar, after: SchoolCalendar): CalendarChange[] {
  const both = after.schools.flatMap((school) => {
    const earlier = before.schools.find(({ id }) => id === school.id);
    return earlier ? [{ school, was: earlier.zone ?? before.zone, is: school.zone ?? after.zone }] : [];
  });
  const changed = both.filter(({ was, is }) => was !== is);
  const [first] = changed;
  if (!first) return [];
  const alike =
    changed.length === both.length && changed.every(({ was, is }) => was === first.was && is === first.is);
  if (alike) {
    return [change("zone-changed", [], phrase("zone-changed", { is: first.is, was: first.was }))];
  }
  return changed.map(({ school, is, was }) =>
    change("zone-changed", [], phrase("zone-changed-school", { school: school.name, is, was }), school.id),
  );
}

function renamedKinds(before: SchoolCalendar, after: SchoolCalendar): CalendarChange[] {
  return after.dayKinds.flatMap(({ id, name }) => {
    const was = before.dayKinds.find((kind) => kind.id === id)?.name;
    return was === undefined || was === name
      ? []
      : [change("day-kind-renamed", [], phrase("day-kind-renamed", { is: name, was }))];
  });
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
    if (o.dayKind === f.dayKind) {
      return o.school === f.school ? undefined : { is: holds(f), was: holds(o) };
    }
    const why = f.names.filter((name) => !o.names.includes(name)).join(", ");
    return { is: is.kind(f), was: was.kind(o), ...(why !== "" && { why }) };
  });
  const names = runs(pairs, ({ old: o, fresh: f }) => {
    if (o.dayKind !== f.dayKind) return undefined; // told with the kind of day
    const come = f.names.filter((name) => !o.names.includes(name));
    const gone = o.names.filter((name) => !f.names.includes(name));
    return come.length + gone.length === 0 ? undefined : { come, gone };
  });
  const terms = runs(pairs, ({ old: o, fresh: f }) => {
    const values = { is: is.term(f), was: was.term(o) };
    return sameValue(values.is, values.was) ? undefined : values;
  });
  return [
    ...(added.length > 0 ? [make("days-added", added, "days-added", { n: added.length })] : []),
    ...(removed.length > 0 ? [make("days-removed", removed, "days-removed", { n: removed.length })] : []),
    ...together(kinds).map(({ days, values, apart }) => {
      const why = values["why"] === undefined ? "" : "-why";
      return apart
        ? make("day-kind-changed", days, `day-kind-changed-days${why}`, { ...values, n: days.length })
        : make("day-kind-changed", days, `day-kind-changed${why}`, values);
    }),
    ...names.map(({ days, values: { come, gone } }) => {
      const [some, less] = [(come as readonly string[]).length > 0, (gone as readonly string[]).length > 0];
      const key = some && less ? "names-changed" : some ? "names-added" : "names-removed";
      return make("names-changed", days, key, { come: come!, gone: gone! });
    }),
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

/** Runs with the same values as one where there are many: early release on every Wednesday. */
function together(all: readonly Run[]): (Run & { readonly apart: boolean })[] {
  const groups = new Map<string, Run[]>();
  for (const run of all) {
    const key = JSON.stringify(run.values);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()].flatMap((same): (Run & { readonly apart: boolean })[] =>
    same.length < MANY
      ? same.map((run) => ({ ...run, apart: false }))
      : [{ days: same.flatMap(({ days }) => days), values: same[0]!.values, apart: true }],
  );
}

/** So many separate stretches are told together. */
const MANY = 3;

/** Stretches in which school days of both versions have another cycle day, as one sentence each, or one for many. */
function cycleChanges(pairs: readonly Pair[]): Run[] {
  const both = pairs.filter(
    ({ old, fresh }) =>
      old.school && fresh.school && (old.cycleDay !== undefined || fresh.cycleDay !== undefined),
  );
  const none = phrase("day.no-cycle-day");
  const found = runs(both, ({ old, fresh }) => (old.cycleDay === fresh.cycleDay ? undefined : {}));
  return together(found).map(({ days }) => {
    const { old, fresh } = both.find((pair) => pair.fresh === days[0])!;
    const values = { is: fresh.cycleDay ?? none, was: old.cycleDay ?? none };
    return { days, values: { ...values, n: days.length, date: { date: fresh.date } } };
  });
}

function holds({ school }: SchoolDay): Wording {
  return phrase(school ? "day.school" : "day.no-school");
}

function ends(days: readonly SchoolDay[]): Wording {
  return spanPhrase(days[0]!.day, days[days.length - 1]!.day);
}
