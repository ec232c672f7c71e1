import {
  checkCalendar,
  dayTable,
  diffCalendars,
  expandRule,
  exportCalendar,
  SchoolCalendar,
} from "@collegium/scheduling";
import { sentence } from "@collegium/schema";
import { type Call, type Command, Misused, Refused, required, text, wholeNumber } from "../command.js";
import { accepted, readJson, writeWhole } from "../files.js";

const school = {
  school: { type: "string", value: "ID", says: "which school of the calendar; the first where absent" },
} as const;

/** `collegium calendar check`: what in a school calendar cannot be meant. */
export const calendarCheck: Command = {
  name: "calendar check",
  says: "what in a school calendar cannot be meant, in sentences",
  takes: "FILE",
  flags: {},
  async run(call, terminal) {
    const issues = checkCalendar(await calendarOf(call, 0));
    if (issues.length > 0) throw new Refused(issues);
    terminal.out("Sound.");
    return 0;
  },
};

/** `collegium calendar show`: the year as a table of days. */
export const calendarShow: Command = {
  name: "calendar show",
  says: "a school's year, a line for each school day: date, day kind, cycle day",
  takes: "FILE",
  flags: {
    ...school,
    from: { type: "string", value: "DATE", says: "first day" },
    to: { type: "string", value: "DATE", says: "last day" },
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const calendar = await calendarOf(call, 0);
    const table = accepted(dayTable(calendar, schoolOf(call, calendar)));
    const from = text(call, "from") ?? "";
    const to = text(call, "to") ?? "9999";
    const days = table.days.filter((day) => day.school && from <= day.date && day.date <= to);
    const line = (day: (typeof days)[number]) => {
      const { date, weekday, dayKind = "", ...rest } = day as typeof day & { cycleDay?: string };
      return [date, weekday, dayKind, rest.cycleDay ?? ""].join("  ").trimEnd();
    };
    terminal.out(call.flags["json"] ? JSON.stringify(days, undefined, 2) : days.map(line).join("\n"));
    return 0;
  },
};

/** `collegium calendar diff`: what changed between two calendars, in words. */
export const calendarDiff: Command = {
  name: "calendar diff",
  says: "what changed between two calendars, in words",
  takes: "BEFORE AFTER",
  flags: { json: { type: "boolean", says: "the answer as JSON" } },
  async run(call, terminal) {
    const changes = diffCalendars(await calendarOf(call, 0), await calendarOf(call, 1));
    const lines = changes.map(({ message }) => message).join("\n");
    terminal.out(call.flags["json"] ? JSON.stringify(changes, undefined, 2) : lines || "Nothing changed.");
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
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const rule = call.positionals[0];
    if (rule === undefined) throw new Misused("Give a rule: FREQ=WEEKLY;BYDAY=TU");
    const option = (name: "zone" | "from" | "to") => {
      const value = text(call, name);
      return value === undefined ? {} : { [name]: value };
    };
    const input = { start: required(call, "start"), ...option("zone"), ...option("from"), ...option("to") };
    const found = accepted(expandRule(rule, { ...input, limit: wholeNumber(call, "limit", 100, 1) }));
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
    domain: { type: "string", value: "NAME", says: "makes the feed's ids unique; default collegium.school" },
    out: { type: "string", value: "FILE", says: "where to write it; standard output where absent" },
  },
  async run(call, terminal) {
    const calendar = await calendarOf(call, 0);
    const domain = text(call, "domain") ?? "collegium.school";
    const stamp = Math.floor(Date.now() / 1000);
    const feed = accepted(exportCalendar(calendar, schoolOf(call, calendar), { stamp, domain }));
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

function schoolOf(call: Call, calendar: SchoolCalendar): string {
  const id = text(call, "school") ?? calendar.schools[0]?.id;
  if (id === undefined)
    throw new Refused([
      {
        code: "no-school",
        path: ["schools"],
        message: sentence({ code: "no-school", path: [], message: "The calendar has no school." }),
      },
    ]);
  return id;
}
