import { fail, ok, type Result } from "@collegium/schema";
import type { Attendee, BusySpan, CalendarEvent } from "./calendar-event.js";
import { escapeText, foldLine, parameterValue } from "./ical-text.js";
import { yearOf, zoneLines } from "./ical-zone.js";
import { basicText, type Moment } from "./moment.js";
import { findZone } from "./zone.js";

/** What a calendar file or feed holds. */
export interface CalendarFile {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  /** When someone is busy, without saying why; written as VFREEBUSY. */
  readonly busy?: readonly { readonly uid: string; readonly spans: readonly BusySpan[] }[];
  /** `PUBLISH` for a feed, `REQUEST` or `CANCEL` for an invitation (RFC 5546). */
  readonly method?: "PUBLISH" | "REQUEST" | "CANCEL";
  /** How often a subscriber should look again, in hours. */
  readonly refreshHours?: number;
  /** Now, in seconds since 1970-01-01T00:00:00Z: the time stamp of everything in the file. */
  readonly stamp: number;
}

/**
 * A calendar as an iCalendar text that any calendar program opens or subscribes to.
 * Lines end with CRLF and are folded at 75 octets; every zone that is used is described for the years that occur.
 *
 * Issue code: `unknown-zone`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const start = { local: Date.UTC(2026, 8, 1, 15, 30) / 1000, form: "local" } as const;
 * const event = { uid: "m1@example.org", summary: "Team 7; focus", start, zone: "America/New_York", seconds: 2700 };
 * const text = unwrap(writeCalendar({ name: "Team 7", events: [event], stamp: 0 }));
 * text.includes("SUMMARY:Team 7\\; focus\r\n"); // => true
 * ```
 */
export function writeCalendar(file: CalendarFile): Result<string> {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Collegium//Scheduling//EN",
    "CALSCALE:GREGORIAN",
    ...(file.method ? [`METHOD:${file.method}`] : []),
    `NAME:${escapeText(file.name)}`,
    `X-WR-CALNAME:${escapeText(file.name)}`,
    ...(file.refreshHours ? refreshLines(durationText(file.refreshHours * 3600, false)) : []),
  ];
  for (const [name, { from, to }] of zonesOf(file)) {
    const zone = findZone(name);
    if (!zone.ok) return fail(...(zone.issues.map((issue) => ({ ...issue, path: ["events"] })) as [never]));
    lines.push(...zoneLines(zone.value, from, to));
  }
  for (const event of file.events) lines.push(...eventLines(event, file.stamp));
  for (const { uid, spans } of file.busy ?? []) {
    const times = spans.map(({ start, end }) => `${basicText(start, "utc")}/${basicText(end, "utc")}`);
    lines.push("BEGIN:VFREEBUSY", `UID:${uid}`, `DTSTAMP:${basicText(file.stamp, "utc")}`);
    if (times.length > 0) lines.push(`FREEBUSY;FBTYPE=BUSY:${times.join(",")}`);
    lines.push("END:VFREEBUSY");
  }
  lines.push("END:VCALENDAR");
  return ok(lines.map(foldLine).join(""));
}

/**
 * Each zone with the first and last year in which its events lie. A rule is described to its UNTIL, or else ten years
 * from its start and from the time of writing, so that an old endless one is right today in any reader.
 */
function zonesOf({ events, stamp }: CalendarFile): Map<string, { from: number; to: number }> {
  const zones = new Map<string, { from: number; to: number }>();
  for (const event of events) {
    if (event.zone === undefined || event.start.form !== "local") continue;
    let [from, to] = [yearOf(event.start.local), yearOf(event.start.local)];
    for (const { local } of [...(event.dates ?? []), ...(event.replaces ? [event.replaces] : [])]) {
      from = Math.min(from, yearOf(local));
      to = Math.max(to, yearOf(local));
    }
    const until = /UNTIL=(\d{4})/i.exec(event.rule ?? "")?.[1];
    if (event.rule !== undefined)
      to = Math.max(to, until === undefined ? Math.max(to, yearOf(stamp)) + 10 : Number(until));
    const known = zones.get(event.zone) ?? { from, to: Math.min(to, LAST_YEAR) };
    zones.set(event.zone, {
      from: Math.min(from, known.from),
      to: Math.max(Math.min(to, LAST_YEAR), known.to),
    });
  }
  return zones;
}

/** Zones are described no further. */
const LAST_YEAR = 2100;

function eventLines(event: CalendarEvent, stamp: number): string[] {
  const { start } = event;
  const time = (name: string, moments: readonly Moment[]) => {
    const form = moments[0]!.form;
    const how =
      form === "date"
        ? ";VALUE=DATE"
        : form === "local" && event.zone
          ? `;TZID=${parameterValue(event.zone)}`
          : "";
    return `${name}${how}:${moments.map(({ local }) => basicText(local, form)).join(",")}`;
  };
  const text = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`${name}:${escapeText(value)}`];
  const long = new Set(event.lengths?.map(({ start: { local, form } }) => `${form} ${local}`));
  const list = (name: string, moments: readonly Moment[] | undefined) =>
    byForm(moments?.filter(({ local, form }) => name !== "RDATE" || !long.has(`${form} ${local}`)) ?? []).map(
      (same) => time(name, same),
    );
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${basicText(stamp, "utc")}`,
    ...(event.sequence === undefined ? [] : [`SEQUENCE:${event.sequence}`]),
    ...(event.status ? [`STATUS:${event.status}`] : []),
    ...(event.replaces
      ? [time(event.andFuture ? "RECURRENCE-ID;RANGE=THISANDFUTURE" : "RECURRENCE-ID", [event.replaces])]
      : []),
    time("DTSTART", [start]),
    `DURATION:${durationText(event.seconds, start.form === "date")}`,
    ...(event.rule ? [`RRULE:${event.rule.replace(/^RRULE:/i, "")}`] : []),
    // Some readers (ical.js 2.2) leave out a start that a list of dates without a rule does not repeat.
    ...list("RDATE", event.dates && event.rule === undefined ? [start, ...event.dates] : event.dates),
    ...(event.lengths ?? []).map(({ start: from, seconds }) =>
      time("RDATE;VALUE=PERIOD", [from]).concat(`/${durationText(seconds, false)}`),
    ),
    ...list("EXDATE", event.except),
    ...text("SUMMARY", event.summary),
    ...text("DESCRIPTION", event.description),
    ...text("LOCATION", event.location),
    ...(event.categories?.length ? [`CATEGORIES:${event.categories.map(escapeText).join(",")}`] : []),
    `TRANSP:${event.transparent ? "TRANSPARENT" : "OPAQUE"}`,
    ...(event.organizer ? [attendeeLine("ORGANIZER", event.organizer)] : []),
    ...(event.attendees ?? []).map((attendee) => attendeeLine("ATTENDEE", attendee)),
    ...(event.alarms ?? []).flatMap((minutes) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escapeText(event.summary)}`,
      `TRIGGER:${minutes < 0 ? "" : "-"}${durationText(Math.abs(minutes) * 60, false)}`,
      "END:VALARM",
    ]),
    "END:VEVENT",
  ];
}

function refreshLines(every: string): string[] {
  return [`REFRESH-INTERVAL;VALUE=DURATION:${every}`, `X-PUBLISHED-TTL:${every}`];
}

/** Moments of one form together: a property says its form once for all its values. */
function byForm(moments: readonly Moment[]): Moment[][] {
  const forms = [...new Set(moments.map(({ form }) => form))];
  return forms.map((form) => moments.filter((moment) => moment.form === form));
}

function attendeeLine(name: string, { address, name: called, answer, role }: Attendee): string {
  const parameters = [
    ...(called === undefined ? [] : [`CN=${parameterValue(called)}`]),
    ...(role === undefined ? [] : [`ROLE=${parameterValue(role)}`]),
    ...(answer === undefined ? [] : [`PARTSTAT=${parameterValue(answer)}`]),
  ];
  return `${[name, ...parameters].join(";")}:${address}`;
}

/** Whole days for whole-day events; otherwise an exact length, which clock changes do not stretch. */
function durationText(seconds: number, days: boolean): string {
  if (days) return `P${Math.max(1, Math.round(seconds / 86400))}D`;
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const parts = [
    hours > 0 ? `${hours}H` : "",
    minutes > 0 ? `${minutes}M` : "",
    rest > 0 ? `${rest}S` : "",
  ].join("");
  return `PT${parts === "" ? "0S" : parts}`;
}
