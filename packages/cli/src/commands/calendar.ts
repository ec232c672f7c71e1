import {
  checkCalendar,
  datesText,
  dayTable,
  diffCalendars,
  expandRule,
  exportCalendar,
  inLanguage,
  parseDate,
  type SchedulingLocale,
  SchoolCalendar,
  type SchoolDay,
} from "@collegium/scheduling";
import { sentence } from "@collegium/schema";
import {
  type Call,
  type Command,
  Misused,
  Refused,
  required,
  type Terminal,
  text,
  wholeNumber,
} from "../command.js";
import { accepted, readJson, writeWhole } from "../files.js";
import { acceptedIn, language, localeOf } from "../language.js";

const json = { type: "boolean", says: { en: "the answer as JSON", es: "la respuesta en JSON" } } as const;

const school = {
  school: {
    type: "string",
    value: "ID",
    says: {
      en: "which school of the calendar; the first where absent",
      es: "qué escuela del calendario; la primera si falta",
    },
  },
} as const;

/** `collegium calendar check`: what in a school calendar cannot be meant. */
export const calendarCheck: Command = {
  name: "calendar check",
  says: {
    en: "what in a school calendar cannot be meant, in sentences",
    es: "qué no puede ser en un calendario escolar, en frases",
  },
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
  says: {
    en: "a school's year, a line for each school day: date, day kind, cycle day; or a week with its bells",
    es: "el año de una escuela, una línea por día lectivo: fecha, tipo de día, día del ciclo; o una semana con sus timbres",
  },
  takes: "FILE",
  flags: {
    ...school,
    from: { type: "string", value: "DATE", says: { en: "first day", es: "primer día" } },
    to: { type: "string", value: "DATE", says: { en: "last day", es: "último día" } },
    week: {
      type: "string",
      value: "DATE",
      says: {
        en: "the week of this date, with the bells of each day",
        es: "la semana de esta fecha, con los timbres de cada día",
      },
    },
    ...language,
    json,
  },
  async run(call, terminal) {
    const locale = localeOf(call);
    const calendar = await calendarOf(call, 0);
    tellFaults(calendar, locale, terminal);
    const table = acceptedIn(locale, dayTable(calendar, schoolOf(call, calendar)));
    const week = dateOf(call, "week");
    const monday = week === undefined ? undefined : week - ((week + 3) % 7);
    const from = monday ?? dateOf(call, "from") ?? Number.NEGATIVE_INFINITY;
    const to = monday === undefined ? (dateOf(call, "to") ?? Number.POSITIVE_INFINITY) : monday + 6;
    if (to < from) throw new Misused({ en: "--to lies before --from.", es: "--to está antes de --from." });
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
  says: {
    en: "what changed between two calendars, in words",
    es: "qué cambió entre dos calendarios, en palabras",
  },
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
  says: {
    en: "the dates on which a recurrence rule falls (RFC 5545)",
    es: "las fechas en que cae una regla de repetición (RFC 5545)",
  },
  takes: "RULE",
  flags: {
    start: {
      type: "string",
      value: "MOMENT",
      says: {
        en: "first date or date-time: 2026-09-01T09:00",
        es: "primera fecha, o fecha y hora: 2026-09-01T09:00",
      },
    },
    zone: {
      type: "string",
      value: "ZONE",
      says: { en: "IANA zone: America/New_York", es: "zona IANA: America/New_York" },
    },
    from: { type: "string", value: "MOMENT", says: { en: "only from here on", es: "solo desde aquí" } },
    to: { type: "string", value: "MOMENT", says: { en: "only before this", es: "solo antes de esto" } },
    limit: {
      type: "string",
      value: "N",
      says: { en: "at most so many; default 100", es: "como mucho tantas; 100 si no se dice" },
    },
    ...language,
    json,
  },
  async run(call, terminal) {
    const locale = localeOf(call);
    const rule = call.positionals[0];
    if (rule === undefined)
      throw new Misused({
        en: "Give a rule: FREQ=WEEKLY;BYDAY=TU",
        es: "Dé una regla: FREQ=WEEKLY;BYDAY=TU",
      });
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
  says: {
    en: "a school's year as an iCalendar file, cycle days as explicit dates",
    es: "el año de una escuela como archivo iCalendar, los días del ciclo como fechas explícitas",
  },
  takes: "FILE",
  flags: {
    ...school,
    periods: {
      type: "boolean",
      says: { en: "the bells of every school day too", es: "también los timbres de cada día lectivo" },
    },
    separate: {
      type: "boolean",
      says: {
        en: "one event per date, for programs that read no lists of dates",
        es: "un evento por fecha, para programas que no leen listas de fechas",
      },
    },
    ...language,
    domain: {
      type: "string",
      value: "NAME",
      says: {
        en: "makes the feed's ids unique; default collegium.school",
        es: "hace únicos los identificadores; collegium.school si no se dice",
      },
    },
    out: {
      type: "string",
      value: "FILE",
      says: {
        en: "where to write it; standard output where absent",
        es: "dónde escribirlo; la salida estándar si falta",
      },
    },
  },
  async run(call, terminal) {
    const calendar = await calendarOf(call, 0);
    tellFaults(calendar, localeOf(call), terminal);
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

/** What is wrong with the calendar goes to the person beside the answer, which is made all the same. */
function tellFaults(calendar: SchoolCalendar, locale: SchedulingLocale, terminal: Terminal): void {
  for (const issue of checkCalendar(calendar)) terminal.err(sentence(inLanguage(issue, locale)));
}

async function calendarOf(call: Call, at: number): Promise<SchoolCalendar> {
  const file = call.positionals[at];
  if (file === undefined) {
    throw new Misused(
      at === 0
        ? { en: "Name the calendar's file.", es: "Nombre el archivo del calendario." }
        : { en: "Name both calendars.", es: "Nombre los dos calendarios." },
    );
  }
  return accepted(SchoolCalendar.read(await readJson(file)));
}

/** A date from a flag, as a day number. */
function dateOf(call: Call, name: string): number | undefined {
  const value = text(call, name);
  if (value === undefined) return undefined;
  const day = parseDate(value);
  if (day === undefined)
    throw new Misused({
      en: `--${name} takes a date such as 2026-09-01.`,
      es: `--${name} toma una fecha como 2026-09-01.`,
    });
  return day;
}

function schoolOf(call: Call, calendar: SchoolCalendar): string {
  const id = text(call, "school") ?? calendar.schools[0]?.id;
  if (id === undefined)
    throw new Misused({ en: "The calendar has no school.", es: "El calendario no tiene ninguna escuela." });
  return id;
}
