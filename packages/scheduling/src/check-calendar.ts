import type { Issue } from "@collegium/schema";
import { checkBells } from "./check-bells.js";
import { checkDays } from "./check-days.js";
import { parseDate } from "./civil-date.js";
import { dayText } from "./day-text.js";
import type { SchoolCalendar } from "./school-calendar.js";
import { findZone } from "./zone.js";

/**
 * What is wrong with a school calendar, in sentences a school office can act on; empty where all is well.
 * Looks at every date of every school: a school day without bells, overlapping periods, a cycle day that never
 * returns, names that resolve to nothing, terms and exceptions that do not fit the year.
 *
 * Issue codes: `unknown-zone`, `unknown-name`, `repeated-id`, `year-backwards`, `year-too-long`, `span-backwards`,
 * `outside-year`, `terms-overlap`, `exceptions-disagree`, `period-backwards`, `overlapping-periods`,
 * `incomplete-period`, `no-schedule`, `day-outside-terms`, `no-school-days`, `cycle-never-returns`,
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
    return [
      issue("year-backwards", ["last"], "The school year ends before it begins.", "Exchange first and last."),
    ];
  }
  if (last - first > 800) {
    return [
      issue(
        "year-too-long",
        ["last"],
        "The school year is longer than two years.",
        "Write one calendar per year.",
      ),
    ];
  }
  const before = [...checkNames(calendar), ...checkSpans(calendar, first, last), ...checkBells(calendar)];
  // A table of dates means nothing while names do not resolve.
  return before.some(({ code }) => code === "unknown-name" || code === "unknown-zone")
    ? before
    : [...before, ...checkDays(calendar)];
}

function checkNames(calendar: SchoolCalendar): Issue[] {
  const found: Issue[] = [];
  const lists = { terms: calendar.terms, dayKinds: calendar.dayKinds, schools: calendar.schools };
  for (const [list, items] of Object.entries(lists)) {
    items.forEach(({ id }, index) => {
      if (items.findIndex((item) => item.id === id) < index) {
        found.push(
          issue(
            "repeated-id",
            [list, index, "id"],
            "Two entries of this list have the same id.",
            "Rename one.",
          ),
        );
      }
    });
  }
  const kinds = new Set(calendar.dayKinds.map(({ id }) => id));
  const cycleDays = new Set(calendar.cycle?.days);
  const schools = new Set(calendar.schools.map(({ id }) => id));
  const need = (
    has: ReadonlySet<string>,
    ids: readonly (string | undefined)[],
    what: string,
    ...path: (string | number)[]
  ) => {
    if (ids.every((id) => id === undefined || has.has(id))) return;
    const hint = `Known: ${[...has].join(", ") || "none"}.`;
    found.push(issue("unknown-name", path, `The calendar has no ${what} with this id.`, hint));
  };
  for (const [weekday, kind] of Object.entries(calendar.week)) {
    need(kinds, [kind], "day kind", "week", weekday);
  }
  need(cycleDays, [calendar.cycle?.startsWith], "cycle day", "cycle", "startsWith");
  calendar.exceptions.forEach((exception, index) => {
    const path = ["exceptions", index] as const;
    need(kinds, [exception.dayKind], "day kind", ...path, "dayKind");
    need(cycleDays, [exception.cycleDay], "cycle day", ...path, "cycleDay");
    need(cycleDays, exception.cycleDays ?? [], "cycle day", ...path, "cycleDays");
    need(schools, exception.schools ?? [], "school", ...path, "schools");
  });
  calendar.schools.forEach((school, index) => {
    school.bells.forEach((bells, at) => {
      const path = ["schools", index, "bells", at] as const;
      need(kinds, [bells.dayKind], "day kind", ...path, "dayKind");
      need(cycleDays, bells.cycleDays ?? [], "cycle day", ...path, "cycleDays");
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
    what: string,
    path: (string | number)[],
  ) => {
    const from = parseDate(item.first)!;
    const to = parseDate(item.last ?? item.first)!;
    if (to < from)
      found.push(
        issue("span-backwards", path, `${item.name} ends before it begins.`, "Exchange first and last."),
      );
    else if (from < first || to > last) {
      const outside = from < first ? from : to;
      found.push(
        issue(
          "outside-year",
          path,
          `${what} ${item.name} reaches to ${dayText(outside)}, which is outside the school year.`,
          "Correct its dates or the year's.",
        ),
      );
    }
    return { from, to, name: item.name };
  };
  const terms = calendar.terms.map((term, index) => span(term, "The term", ["terms", index]));
  terms.forEach((term, index) => {
    const other = terms.find((one, at) => at < index && one.from <= term.to && term.from <= one.to);
    if (other) {
      found.push(
        issue(
          "terms-overlap",
          ["terms", index],
          `The terms ${other.name} and ${term.name} overlap.`,
          "Let one end before the other begins.",
        ),
      );
    }
  });
  calendar.exceptions.forEach((exception, index) => {
    span(
      { name: exception.name, first: exception.first, ...(exception.last && { last: exception.last }) },
      "The exception",
      ["exceptions", index],
    );
  });
  return found;
}

function same(a: Issue, b: Issue): boolean {
  return a.code === b.code && a.path.join() === b.path.join();
}

function issue(code: string, path: readonly (string | number)[], message: string, hint: string): Issue {
  return { code, path, message, hint };
}
