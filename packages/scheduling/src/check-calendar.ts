import type { Issue } from "@collegium/schema";
import { tooLarge } from "./calendar-size.js";
import { calendarIssue, phrase } from "./calendar-words.js";
import { checkBells } from "./check-bells.js";
import { checkDays } from "./check-days.js";
import { checkEffects } from "./check-exceptions.js";
import { isoDate, parseDate } from "./civil-date.js";
import { dayTable, LONGEST_YEAR } from "./day-table.js";
import type { SchoolCalendar } from "./school-calendar.js";
import { findZone } from "./zone.js";

/**
 * What is wrong with a school calendar, in sentences a school office can act on; empty where all is well.
 * Looks at every date of every school: a school day without bells, overlapping periods, a cycle day that never
 * returns, names that resolve to nothing, terms and exceptions that do not fit the year or change nothing.
 *
 * Issue codes: `unknown-zone`, `unknown-name`, `repeated-id`, `year-backwards`, `year-too-long`, `too-many-exceptions`, `too-many-periods`, `span-backwards`,
 * `outside-year`, `terms-overlap`, `exceptions-disagree`, `exception-without-date`, `change-without-date`,
 * `period-backwards`, `overlapping-periods`, `bells-twice`, `incomplete-period`, `no-schedule`, `day-outside-terms`, `no-school-days`, `cycle-never-returns`,
 * `bells-in-clock-change`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const calendar = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0], terms: [] }));
 * checkCalendar(calendar); // => []
 * ```
 */
export function checkCalendar(calendar: SchoolCalendar): readonly Issue[] {
  const first = parseDate(calendar.first);
  const last = parseDate(calendar.last);
  if (first === undefined || last === undefined || last < first) {
    return [calendarIssue("year-backwards", ["last"], phrase("year-backwards"))];
  }
  if (last - first > LONGEST_YEAR) {
    return [calendarIssue("year-too-long", ["last"], phrase("year-too-long"))];
  }
  if (calendar.exceptions.length > MOST_EXCEPTIONS) {
    const wording = phrase("too-many-exceptions", { n: MOST_EXCEPTIONS });
    return [calendarIssue("too-many-exceptions", ["exceptions"], wording)];
  }
  const large = tooLarge(calendar);
  if (large) return [large];
  const before = [...checkNames(calendar), ...checkSpans(calendar, first, last), ...checkBells(calendar)];
  // A table of dates means nothing while names do not resolve.
  if (before.some(({ code }) => code === "unknown-name" || code === "unknown-zone")) return before;
  const tables = calendar.schools.map(({ id }) => dayTable(calendar, id));
  return [...before, ...checkEffects(calendar, tables), ...checkDays(calendar, tables)];
}

/** Several for every day of a year. */
const MOST_EXCEPTIONS = 2000;

function checkNames(calendar: SchoolCalendar): Issue[] {
  const found: Issue[] = [];
  const lists = { terms: calendar.terms, dayKinds: calendar.dayKinds, schools: calendar.schools };
  for (const [list, items] of Object.entries(lists)) {
    items.forEach(({ id }, index) => {
      if (items.findIndex((item) => item.id === id) < index) {
        found.push(calendarIssue("repeated-id", [list, index, "id"], phrase("repeated-id")));
      }
    });
  }
  calendar.cycle?.days.forEach((id, index, all) => {
    if (all.indexOf(id) < index) {
      found.push(calendarIssue("repeated-id", ["cycle", "days", index], phrase("repeated-id")));
    }
  });
  const kinds = new Set(calendar.dayKinds.map(({ id }) => id));
  const cycleDays = new Set(calendar.cycle?.days);
  const schools = new Set(calendar.schools.map(({ id }) => id));
  const need = (
    has: ReadonlySet<string>,
    ids: readonly (string | undefined)[],
    what: "day-kind" | "cycle-day" | "school",
    ...path: (string | number)[]
  ) => {
    if (ids.every((id) => id === undefined || has.has(id))) return;
    const known = [...has].join(", ") || phrase("known.none");
    found.push(
      calendarIssue("unknown-name", path, phrase("unknown-name", { what: phrase(`what.${what}`), known })),
    );
  };
  for (const [weekday, kind] of Object.entries(calendar.week)) {
    need(kinds, [kind], "day-kind", "week", weekday);
  }
  need(cycleDays, [calendar.cycle?.startsWith], "cycle-day", "cycle", "startsWith");
  calendar.exceptions.forEach((exception, index) => {
    const path = ["exceptions", index] as const;
    need(kinds, [exception.dayKind], "day-kind", ...path, "dayKind");
    need(cycleDays, [exception.cycleDay], "cycle-day", ...path, "cycleDay");
    need(cycleDays, exception.cycleDays ?? [], "cycle-day", ...path, "cycleDays");
    need(schools, exception.schools ?? [], "school", ...path, "schools");
  });
  calendar.schools.forEach((school, index) => {
    school.bells.forEach((bells, at) => {
      const path = ["schools", index, "bells", at] as const;
      need(kinds, [bells.dayKind], "day-kind", ...path, "dayKind");
      need(cycleDays, bells.cycleDays ?? [], "cycle-day", ...path, "cycleDays");
    });
    const zone = findZone(school.zone ?? calendar.zone);
    if (!zone.ok)
      found.push({ ...zone.issues[0]!, path: school.zone ? ["schools", index, "zone"] : ["zone"] });
  });
  return found.filter((one, index) => found.findIndex((other) => same(one, other)) === index);
}

function checkSpans(calendar: SchoolCalendar, first: number, last: number): Issue[] {
  const found: Issue[] = [];
  const span = (
    item: { first: string; last?: string; name: string },
    what: "term" | "exception",
    path: (string | number)[],
  ) => {
    const from = parseDate(item.first)!;
    const to = parseDate(item.last ?? item.first)!;
    const { name } = item;
    if (to < from) found.push(calendarIssue("span-backwards", path, phrase("span-backwards", { name })));
    else if (from < first || to > last) {
      const date = { date: isoDate(from < first ? from : to) };
      found.push(calendarIssue("outside-year", path, phrase(`${what}-outside-year`, { name, date })));
    }
    return { from, to, name: item.name };
  };
  const terms = calendar.terms.map((term, index) => span(term, "term", ["terms", index]));
  terms.forEach((term, index) => {
    const other = terms.find((one, at) => at < index && one.from <= term.to && term.from <= one.to);
    if (other) {
      const names = { one: other.name, other: term.name };
      found.push(calendarIssue("terms-overlap", ["terms", index], phrase("terms-overlap", names)));
    }
  });
  calendar.exceptions.forEach((exception, index) => {
    span(
      { name: exception.name, first: exception.first, ...(exception.last && { last: exception.last }) },
      "exception",
      ["exceptions", index],
    );
  });
  return found;
}

function same(a: Issue, b: Issue): boolean {
  return a.code === b.code && a.path.join() === b.path.join();
}
