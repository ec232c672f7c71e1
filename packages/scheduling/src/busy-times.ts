import { ok, type Result } from "@collegium/schema";
import type { Availability } from "./availability.js";
import type { BusySpan, CalendarEvent } from "./calendar-event.js";
import { eventOccurrences } from "./event-occurrences.js";
import { readCalendar } from "./ical-read.js";
import { markSpan } from "./person-time.js";
import { localTime } from "./wall-time.js";
import { findZone, type Zone } from "./zone.js";

/** Where and when someone's calendar is looked at. */
export interface BusyWindow {
  /** IANA name of the school's zone: what whole days and floating times mean. */
  readonly zone: string;
  /** Instants in seconds, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Events that are known anyway, by their ids: meetings that this very program has sent to the calendar. */
  readonly leaveOut?: (uid: string) => boolean;
  /** Mail addresses of whose calendar it is: what they declined does not keep them busy. */
  readonly addresses?: readonly string[];
}

/**
 * When a staff member is busy, from a calendar file they export or share: times only, no titles, no people.
 * Events that are cancelled, marked free, declined by the owner of one of the addresses, or without length do not
 * count; touching and overlapping times are one. Spans are instants in seconds, ascending.
 *
 * Issue codes: those of {@link readCalendar}, {@link eventOccurrences} and {@link findZone}.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const text = [
 *   "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20260901T133000Z", "DURATION:PT45M", "SUMMARY:Dentist",
 *   "END:VEVENT", "END:VCALENDAR",
 * ].join("\r\n");
 * const window = { zone: "America/New_York", from: 0, to: Date.UTC(2030, 0) / 1000 };
 * unwrap(busyTimes(text, window)); // => [{ start: 1788269400, end: 1788272100 }]
 * ```
 */
export function busyTimes(text: string, window: BusyWindow): Result<readonly BusySpan[]> {
  const read = readCalendar(text);
  if (!read.ok) return read;
  const zone = findZone(window.zone);
  if (!zone.ok) return zone;
  const { events, busy, zones } = read.value;
  const known = window.leaveOut ?? (() => false);
  const occupying = events.filter(
    ({ uid, transparent, replaces }) => (!transparent || replaces) && !known(uid),
  );
  const occurrences = eventOccurrences(occupying, { ...window, zone: zone.value, zones });
  if (!occurrences.ok) return occurrences;
  const own = new Set(window.addresses?.map(plainAddress));
  const declined = ({ attendees = [] }: CalendarEvent) =>
    attendees.some(
      ({ address, answer }) => answer?.toUpperCase() === "DECLINED" && own.has(plainAddress(address)),
    );
  const spans = [
    ...occurrences.value
      .filter(({ event }) => !event.transparent && !declined(event))
      .map(({ start, end }) => ({ start, end })),
    ...busy.filter(({ start, end }) => end > window.from && start < window.to),
  ];
  return ok(merged(spans), [...read.warnings, ...occurrences.warnings]);
}

/** Marks a person busy at instants, in the wall time of the school's zone; in place. */
export function markBusyTimes(
  availability: Availability,
  person: string,
  spans: readonly BusySpan[],
  zoneName: string,
): Result<Availability> {
  const zone = findZone(zoneName);
  if (!zone.ok) return zone;
  for (const { start, end } of spans) markInstants(availability, person, zone.value, start, end);
  return ok(availability);
}

/** From the wall time of the start to that of the end; the hour that the clocks repeat is covered either way. */
function markInstants(
  availability: Availability,
  person: string,
  zone: Zone,
  start: number,
  end: number,
): void {
  const from = localTime(zone, start);
  const to = localTime(zone, end);
  const least = Math.min(from, to);
  markSpan(availability, person, least, Math.ceil((Math.max(from + (end - start), to) - least) / 60));
}

function plainAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, "");
}

function merged(spans: readonly BusySpan[]): BusySpan[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (end <= start) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
