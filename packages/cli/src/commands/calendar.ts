import {
  checkCalendar,
  datesText,
  dayTable,
  diffCalendars,
  expandRule,
  exportCalendar,
  inLanguage,
  parseDate,
  SchoolCalendar,
  type SchoolDay,
} from "@collegium/scheduling";
import { sentence } from "@collegium/schema";
import { type Call, type Command, Misused, Refused, required, text, wholeNumber } from "../command.js";
import { accepted, readJson, writeWhole } from "../files.js";
import { acceptedIn, language, localeOf } from "../language.js";

const json = { type: "boolean", says: "the answer as JSON" } as const;

const school = {
  school: { type: "string", value: "ID", says: "which school of the calendar; the first where absent" },
} as const;

/** `collegium calendar check`: what in a school calendar cannot be meant. */
export const calendarCheck: Command = {
  name: "calendar check",
  says: "what in a school calendar cannot be meant, in sentences",
  takes: "FILE",
  flags: { ...language, json },
  async run(call, terminal) {
    const locale = localeOf(call);
    const issues = checkCalendar(await calendarOf(call, 0)).map((issue) => inLanguage(issue, locale));
    if (call.flags["json"]) terminal.out(JSON.stringify(issues, undefined, 2));
    else if (issues.length > 0) throw new Refused(issues);
    else terminal.out(locale === "es" ? "Correcto." : "Sound.");
    return issues.length > 0 ? 1 : 0;
  },
};

/** `collegium calendar show`: the year as a table of days, or a week with its bells. */
export const calendarShow: Command = {
  name: "calendar show",
  says: "a school's year, a line for each school day: date, day kind, cycle day; or a week with its bells",
  takes: "FILE",
  flags: {
    ...school,
    from: { type: "string", value: "DATE", says: "first day" },
    to: { type: "string", value: "DATE", says: "last day" },
    week: { type: "string", value: "DATE", says: "the week of this date, with the bells of each day" },
    ...language,
    json,
  },
  async run(call, terminal) {
    const locale = localeOf(call);
    const calendar = await calendarOf(call, 0);
    const table = acceptedIn(locale, dayTable(calendar, schoolOf(call, calendar)));
    const week = dateOf(call, "week");
    const monday = week === undefined ? undefined : week - ((week + 3) % 7);
    const from = monday ?? dateOf(call, "from") ?? Number.NEGATIVE_INFINITY;
    const to = monday === undefined ? (dateOf(call, "to") ?? Number.POSITIVE_INFINITY) : monday + 6;
    const inside = table.days.filter(({ day }) => from <= day && day <= to);
    const days = inside.filter(({ school, names }) => school || (week !== undefined && names.length > 0));
    if (call.flags["json"]) terminal.out(JSON.stringify(days, undefined, 2));
    else if (days.length === 0) terminal.out(NO_DAYS[locale]);
    else if (week !== undefined) terminal.out(datesText(calendar, days, locale));
    else terminal.out(days.map(line).join("\n"));
    return 0;
  },
};

const NO_DAYS = {
  en: "The calendar has no day of school there.",
  es: "El calendario no tiene ahí ningún día lectivo.",
} as const;

function line({ date, weekday, dayKind = "", cycleDay = "", names }: SchoolDay): string {
  return [date, weekday, dayKind, cycleDay, names.join(", ")].join("  ").trimEnd();
}

/** `collegium calendar diff`: what changed between two calendars, in words. */
export const calendarDiff: Command = {
  name: "calendar diff",
  says: "what changed between two calendars, in words",
  takes: "BEFORE AFTER",
  flags: { ...language, json },
  async run(call, terminal) {
    const locale = localeOf(call);
    const found = diffCalendars(await calendarOf(call, 0), await calendarOf(call, 1));
    const changes = found.map((change) => inLanguage(change, locale));
    const none = locale === "es" ? "Nada ha cambiado." : "Nothing changed.";
    const lines = changes.map(({ message }) => message).join("\n");
    terminal.out(call.flags["json"] ? JSON.stringify(changes, undefined, 2) : lines || none);
    return 0;
  },
};

/** `collegium calendar expand`: the dates of a recurrence rule. */
export const calendarExpand: Command = {
  name: "calendar expand",
  says: "the dates on which a recurrence rule falls (RFC 5545)",
  takes: "RULE",
  flags: {
    start: { type: "string", value: "MOMENT", says: "first date or date-time: 2026-09-01T09:00" },
    zone: { type: "string", value: "ZONE", says: "IANA zone: America/New_York" },
    from: { type: "string", value: "MOMENT", says: "only from here on" },
    to: { type: "string", value: "MOMENT", says: "only before this" },
    limit: { type: "string", value: "N", says: "at most so many; default 100" },
    ...language,
    json,
  },
  async run(call, terminal) {
    const locale = localeOf(call);
    const rule = call.positionals[0];
    if (rule === undefined) throw new Misused("Give a rule: FREQ=WEEKLY;BYDAY=TU");
    const option = (name: "zone" | "from" | "to") => {
      const value = text(call, name);
      return value === undefined ? {} : { [name]: value };
    };
    const input = { start: required(call, "start"), ...option("zone"), ...option("from"), ...option("to") };
    const result = expandRule(rule, { ...input, limit: wholeNumber(call, "limit", 100, 1) });
    const found = acceptedIn(locale, result);
    if (result.ok) for (const warning of result.warnings) terminal.err(sentence(inLanguage(warning, locale)));
    const lines = found.map(({ local, instant }) => (instant === undefined ? local : `${local}  ${instant}`));
    terminal.out(call.flags["json"] ? JSON.stringify(found, undefined, 2) : lines.join("\n"));
    return 0;
  },
};

/** `collegium calendar export`: the calendar as an iCalendar feed. */
export const calendarExport: Command = {
  name: "calendar export",
  says: "a school's year as an iCalendar file, cycle days as explicit dates",
  takes: "FILE",
  flags: {
    ...school,
    periods: { type: "boolean", says: "the bells of every school day too" },
    separate: { type: "boolean", says: "one event per date, for programs that read no lists of dates" },
    ...language,
    domain: { type: "string", value: "NAME", says: "makes the feed's ids unique; default collegium.school" },
    out: { type: "string", value: "FILE", says: "where to write it; standard output where absent" },
  },
  async run(call, terminal) {
    const calendar = await calendarOf(call, 0);
    const domain = text(call, "domain") ?? "collegium.school";
    const stamp = Math.floor(Date.now() / 1000);
    const choices = {
      stamp,
      domain,
      periods: call.flags["periods"] === true,
      separate: call.flags["separate"] === true,
    };
    const feed = acceptedIn(localeOf(call), exportCalendar(calendar, schoolOf(call, calendar), choices));
    const out = text(call, "out");
    if (out === undefined) terminal.out(feed);
    else await writeWhole(out, feed);
    return 0;
  },
};

async function calendarOf(call: Call, at: number): Promise<SchoolCalendar> {
  const file = call.positionals[at];
  if (file === undefined) throw new Misused(at === 0 ? "Name the calendar's file." : "Name both calendars.");
  return accepted(SchoolCalendar.read(await readJson(file)));
}

/** A date from a flag, as a day number. */
function dateOf(call: Call, name: string): number | undefined {
  const value = text(call, name);
  if (value === undefined) return undefined;
  const day = parseDate(value);
  if (day === undefined) throw new Misused(`--${name} takes a date such as 2026-09-01.`);
  return day;
}

function schoolOf(call: Call, calendar: SchoolCalendar): string {
  const id = text(call, "school") ?? calendar.schools[0]?.id;
  if (id === undefined) throw new Misused("The calendar has no school.");
  return id;
}
