import { type Issue, ok, type Result } from "@collegium/schema";
import type { BusySpan, CalendarEvent } from "./calendar-event.js";
import { type CalendarComponent, lineOf, linesOf, parseComponents } from "./ical-component.js";
import { lengthOf, momentsOf, periodsOf } from "./ical-event-dates.js";
import { type FileZones, fileZones, isSettled, MOST_ZONES, zoneNamed } from "./ical-file-zones.js";
import { icalIssue } from "./ical-issue.js";
import { type ContentLine, unescapeText } from "./ical-text.js";
import { readAlarm, readAttendee, readBusy } from "./ical-values.js";
import { parseMoment } from "./moment.js";
import type { Zone } from "./zone.js";

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
  const warnings: Issue[] = [];
  const zones = fileZones();
  const events: (CalendarEvent | undefined)[] = [];
  const owners: CalendarComponent[] = [];
  const busy: BusySpan[] = [];
  // Events whose zone the file may describe further down, with their places.
  const waiting: { readonly part: CalendarComponent; readonly at: number }[] = [];
  let dates = 0;
  const parsed = parseComponents(text, (part, calendar) => {
    if (part.name === "VTIMEZONE") zones.described.set(lineOf(part, "TZID")?.value ?? "", part);
    else if (part.name === "VEVENT" || part.name === "VFREEBUSY") {
      for (const { name, value } of part.lines) if (LISTS.has(name)) dates += (value.length + 15) >> 4;
      if (dates > MOST_DATES)
        return icalIssue("calendar-too-large", part.line, "calendar-dates-too-many", { n: MOST_DATES });
      if (part.name === "VFREEBUSY") for (const span of readBusy(part, warnings)) busy.push(span);
      else {
        const settled = part.lines.every(({ parameters }) => isSettled(zones, parameters["TZID"]));
        if (!settled) waiting.push({ part, at: events.length });
        events.push(settled ? readEvent(part, zones, warnings) : undefined);
        owners.push(calendar);
      }
    }
    return undefined;
  });
  if (!parsed.ok) return parsed;
  if (waiting.length > 0) {
    for (const { part, at } of waiting) events[at] = readEvent(part, zones, warnings);
    warnings.sort((a, b) => Number(a.path[0]) - Number(b.path[0]));
  }
  const cancelled = new Set(parsed.value.filter(isCancelled));
  const [calendar] = parsed.value as readonly [CalendarComponent];
  const name = lineOf(calendar, "NAME") ?? lineOf(calendar, "X-WR-CALNAME");
  const method = lineOf(calendar, "METHOD")?.value;
  return ok(
    {
      ...(name && { name: unescapeText(name.value) }),
      ...(method !== undefined && { method }),
      events: events.flatMap((event, at) => {
        if (!event) return [];
        return cancelled.has(owners[at]!) ? [{ ...event, status: "CANCELLED" as const }] : [event];
      }),
      busy,
      zones: zones.used,
    },
    warnings,
  );
}

/** A year of all lessons of a large school. */
const MOST_DATES = 100_000;
const LISTS = new Set(["RDATE", "EXDATE", "FREEBUSY"]);

/** An invitation called off says so for the file as a whole (RFC 5546, 3.2.5). */
function isCancelled(calendar: CalendarComponent): boolean {
  return lineOf(calendar, "METHOD")?.value.trim().toUpperCase() === "CANCEL";
}

function readEvent(part: CalendarComponent, zones: FileZones, warnings: Issue[]): CalendarEvent | undefined {
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
function readRecurrence(
  part: CalendarComponent,
  event: EventDraft,
  zones: FileZones,
  warnings: Issue[],
): void {
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
