import { type Issue, ok, type Result } from "@collegium/schema";
import type { BusySpan, CalendarEvent } from "./calendar-event.js";
import { type CalendarComponent, lineOf, linesOf, parseComponents } from "./ical-component.js";
import { icalIssue } from "./ical-issue.js";
import { type ContentLine, unescapeText } from "./ical-text.js";
import { readAlarm, readAttendee, readBusy, readDuration } from "./ical-values.js";
import { zoneFromComponent } from "./ical-zone.js";
import { type Moment, parseMoment, parseMoments } from "./moment.js";
import { wallTime } from "./wall-time.js";
import { findZone, type Zone } from "./zone.js";

/** A calendar file after reading. */
export interface ReadCalendar {
  readonly name?: string;
  readonly method?: string;
  readonly events: readonly CalendarEvent[];
  /** Times of VFREEBUSY in which someone is busy. */
  readonly busy: readonly BusySpan[];
  /** Zones by the name that events use, from the zone database or the file's own description. */
  readonly zones: ReadonlyMap<string, Zone>;
}

/**
 * Reads a calendar file or feed. What cannot be used is left out with a warning that names its line: an event without a
 * start, a zone that nothing describes. Never repeats the texts of someone's calendar in an issue.
 *
 * Issue codes: `not-a-calendar`, `component-not-closed`, `calendar-too-large`, `line-too-long`, `not-a-content-line`; warnings
 * `event-without-start`, `bad-date`, `bad-length`, `rule-left-out`, `unknown-zone`, `event-without-uid`.
 * @example
 * ```ts
 * readCalendar("Dear colleagues, ...").ok; // => false
 * ```
 */
export function readCalendar(text: string): Result<ReadCalendar> {
  const parsed = parseComponents(text);
  if (!parsed.ok) return parsed;
  const warnings: Issue[] = [];
  const parts = parsed.value.flatMap((calendar) => calendar.parts);
  const described = parts.filter(({ name }) => name === "VTIMEZONE");
  const zones: Zones = {
    used: new Map(),
    asked: new Set(),
    described: new Map(described.map((part) => [lineOf(part, "TZID")?.value ?? "", part])),
  };
  const events: CalendarEvent[] = [];
  const busy: BusySpan[] = [];
  for (const one of parsed.value) {
    // An invitation called off says so for the file as a whole (RFC 5546, 3.2.5).
    const cancelled = lineOf(one, "METHOD")?.value.trim().toUpperCase() === "CANCEL";
    for (const part of one.parts) {
      if (part.name === "VEVENT") {
        const event = readEvent(part, zones, warnings);
        if (event) events.push(cancelled ? { ...event, status: "CANCELLED" } : event);
      } else if (part.name === "VFREEBUSY") for (const span of readBusy(part, warnings)) busy.push(span);
    }
  }
  const [calendar] = parsed.value as readonly [CalendarComponent];
  const name = lineOf(calendar, "NAME") ?? lineOf(calendar, "X-WR-CALNAME");
  const method = lineOf(calendar, "METHOD")?.value;
  return ok(
    {
      ...(name && { name: unescapeText(name.value) }),
      ...(method !== undefined && { method }),
      events,
      busy,
      zones: zones.used,
    },
    warnings,
  );
}

function readEvent(part: CalendarComponent, zones: Zones, warnings: Issue[]): CalendarEvent | undefined {
  const refuse = (...issue: Parameters<typeof icalIssue>) => {
    warnings.push(icalIssue(...issue));
    return undefined;
  };
  const startLine = lineOf(part, "DTSTART");
  if (!startLine) return refuse("event-without-start", part.line);
  const start = parseMoment(startLine.value);
  if (!start) return refuse("bad-date", startLine.line, "event-start-no-date");
  const zone = startLine.parameters["TZID"];
  if (zone !== undefined && start.form === "local" && !zoneNamed(zones, zone)) {
    return zones.asked.size > MOST_ZONES
      ? refuse("unknown-zone", startLine.line, "event-zones-too-many", { n: MOST_ZONES })
      : refuse("unknown-zone", startLine.line, "event-zone-unknown");
  }
  const seconds = lengthOf(part, start, zone, zones);
  if (seconds === undefined) return refuse("bad-length", part.line, "event-bad-length");
  const uid = lineOf(part, "UID")?.value;
  if (uid === undefined) warnings.push(icalIssue("event-without-uid", part.line));
  const event: EventDraft = {
    uid: uid === undefined ? `line-${part.line}` : unescapeText(uid),
    sequence: Number(lineOf(part, "SEQUENCE")?.value ?? 0) || 0,
    summary: textOf(part, "SUMMARY") ?? "",
    start,
    seconds,
    transparent: isTransparent(part),
  };
  if (zone !== undefined && start.form === "local") event.zone = zone;
  readTexts(part, event);
  readRecurrence(part, event, zones, warnings);
  return event;
}

/** An event while it is read. */
type EventDraft = { -readonly [K in keyof CalendarEvent]: CalendarEvent[K] };

/** What an event says about itself and who is asked to it. */
function readTexts(part: CalendarComponent, event: EventDraft): void {
  const status = lineOf(part, "STATUS")?.value.toUpperCase();
  if (isStatus(status)) event.status = status;
  const description = textOf(part, "DESCRIPTION");
  if (description !== undefined) event.description = description;
  const location = textOf(part, "LOCATION");
  if (location !== undefined) event.location = location;
  const categories = linesOf(part, "CATEGORIES").flatMap(({ value }) =>
    (value.match(/(?:\\.|[^,\\])+/g) ?? []).map(unescapeText),
  );
  if (categories.length > 0) event.categories = categories;
  const organizer = lineOf(part, "ORGANIZER");
  if (organizer) event.organizer = readAttendee(organizer);
  const attendees = linesOf(part, "ATTENDEE");
  if (attendees.length > 0) event.attendees = attendees.map(readAttendee);
  const alarms = part.parts.length > 0 ? part.parts.flatMap(readAlarm) : [];
  if (alarms.length > 0) event.alarms = alarms;
}

function textOf(part: CalendarComponent, name: string): string | undefined {
  const line = lineOf(part, name);
  return line && unescapeText(line.value);
}

/** When an event repeats, where not, and which occurrence of its series it stands for. */
function readRecurrence(part: CalendarComponent, event: EventDraft, zones: Zones, warnings: Issue[]): void {
  const zone = lineOf(part, "DTSTART")!.parameters["TZID"];
  const momentsOfAll = (lines: readonly ContentLine[]) =>
    lines.length === 1
      ? momentsOf(lines[0]!, zone, zones, warnings)
      : lines.flatMap((line) => momentsOf(line, zone, zones, warnings));
  const replaces = lineOf(part, "RECURRENCE-ID");
  if (replaces) {
    const [moment] = momentsOf(replaces, zone, zones, warnings);
    if (moment) event.replaces = moment;
    if (replaces.parameters["RANGE"] === "THISANDFUTURE") event.andFuture = true;
  }
  const [rule, second] = linesOf(part, "RRULE");
  if (rule) event.rule = rule.value;
  const ignored = second ?? lineOf(part, "EXRULE");
  if (ignored) warnings.push(icalIssue("rule-left-out", ignored.line));
  const added = linesOf(part, "RDATE");
  if (added.length > 0) {
    const dates = momentsOfAll(added);
    if (dates.length > 0) event.dates = dates;
    const lengths = added.flatMap((line) => (line.value.includes("/") ? periodsOf(line, zone, zones) : []));
    if (lengths.length > 0) event.lengths = lengths;
  }
  const leftOut = linesOf(part, "EXDATE");
  if (leftOut.length > 0) {
    const except = momentsOfAll(leftOut);
    if (except.length > 0) event.except = except;
  }
}

/** TRANSP, or where a program wrote none, what Outlook says in its own words. */
function isTransparent(part: CalendarComponent): boolean {
  const said = lineOf(part, "TRANSP")?.value;
  if (said !== undefined) return said.trim().toUpperCase() === "TRANSPARENT";
  return lineOf(part, "X-MICROSOFT-CDO-BUSYSTATUS")?.value.trim().toUpperCase() === "FREE";
}

function isStatus(text: string | undefined): text is "TENTATIVE" | "CONFIRMED" | "CANCELLED" {
  return text === "TENTATIVE" || text === "CONFIRMED" || text === "CANCELLED";
}

/** More time zones than one calendar needs; each takes a while to read. */
const MOST_ZONES = 50;

/** Zones that events use, by name, and those that the file describes, worked out when they are used. */
interface Zones {
  readonly used: Map<string, Zone>;
  /** Names that were looked for, in vain too. */
  readonly asked: Set<string>;
  readonly described: ReadonlyMap<string, CalendarComponent>;
}

/** A zone by the name an event uses, from the zone database or else from the file's description. */
function zoneNamed({ used, asked, described }: Zones, name: string): Zone | undefined {
  const known = used.get(name);
  if (known || asked.has(name) || asked.size > MOST_ZONES) return known;
  asked.add(name);
  if (asked.size > MOST_ZONES) return undefined;
  const found = findZone(name);
  const description = described.get(name);
  const zone = found.ok ? found.value : description && zoneFromComponent(description);
  if (zone) used.set(name, zone);
  return zone;
}

/** The moments of a line, brought into the zone of the event's start. */
function momentsOf(
  line: ContentLine,
  eventZone: string | undefined,
  zones: Zones,
  warnings: Issue[],
): Moment[] {
  const own = line.parameters["TZID"];
  const bring = (moment: Moment) => broughtInto(eventZone, moment, own, zones);
  const all = parseMoments(line.value);
  if (all) return own === undefined || own === eventZone ? all : all.map(bring);
  let bad = false;
  const moments: Moment[] = [];
  const { value } = line;
  for (let at = 0; at <= value.length; ) {
    const comma = value.indexOf(",", at);
    const end = comma < 0 ? value.length : comma;
    const item = value.slice(at, end);
    const slash = item.indexOf("/");
    const moment = parseMoment(slash < 0 ? item : item.slice(0, slash));
    if (moment) moments.push(bring(moment));
    else bad = true;
    at = end + 1;
  }
  if (bad) warnings.push(icalIssue("bad-date", line.line, "bad-date-in-list"));
  return moments;
}

/** A moment of a line with a zone of its own, as an instant where that is not the zone of the event. */
function broughtInto(
  eventZone: string | undefined,
  moment: Moment,
  own: string | undefined,
  zones: Zones,
): Moment {
  if (moment.form !== "local" || own === undefined || own === eventZone) return moment;
  const zone = zoneNamed(zones, own);
  return zone ? { local: wallTime(zone, moment.local).instant, form: "utc" } : moment;
}

/** The periods of an RDATE: starts with lengths of their own; what has no length is a plain date. */
function periodsOf(
  line: ContentLine,
  eventZone: string | undefined,
  zones: Zones,
): { start: Moment; seconds: number }[] {
  const own = line.parameters["TZID"];
  const zone = eventZone === undefined ? undefined : zoneNamed(zones, eventZone);
  const instant = (moment: Moment) =>
    zone && moment.form === "local" ? wallTime(zone, moment.local).instant : moment.local;
  const read = (text: string) => {
    const moment = parseMoment(text);
    return moment && broughtInto(eventZone, moment, own, zones);
  };
  const periods: { start: Moment; seconds: number }[] = [];
  for (const text of line.value.split(",")) {
    const slash = text.indexOf("/");
    const start = slash < 0 ? undefined : read(text.slice(0, slash));
    if (!start) continue;
    const to = text.slice(slash + 1);
    const seconds =
      readDuration(to) ?? instant(read(to) ?? { local: Number.NaN, form: "utc" }) - instant(start);
    if (seconds >= 0) periods.push({ start, seconds });
  }
  return periods;
}

/** The event's length in seconds: DURATION, or DTEND less DTSTART as instants, or the default of RFC 5545, 3.6.1. */
function lengthOf(
  part: CalendarComponent,
  start: Moment,
  zone: string | undefined,
  zones: Zones,
): number | undefined {
  const duration = lineOf(part, "DURATION");
  if (duration) {
    const seconds = readDuration(duration.value);
    return seconds !== undefined && seconds >= 0 ? seconds : undefined;
  }
  const endLine = lineOf(part, "DTEND");
  if (!endLine) return start.form === "date" ? 86400 : 0;
  const end = parseMoment(endLine.value);
  if (!end) return undefined;
  const instant = (moment: Moment, name: string | undefined) => {
    const found = moment.form === "local" && name !== undefined ? zoneNamed(zones, name) : undefined;
    return found ? wallTime(found, moment.local).instant : moment.local;
  };
  const seconds = instant(end, endLine.parameters["TZID"] ?? zone) - instant(start, zone);
  // Some programs end a whole day on the day itself.
  if (start.form === "date" && seconds === 0) return 86400;
  return seconds >= 0 ? seconds : undefined;
}
