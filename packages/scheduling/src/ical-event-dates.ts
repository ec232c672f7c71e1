import type { Issue } from "@collegium/schema";
import { type CalendarComponent, lineOf } from "./ical-component.js";
import { type FileZones, zoneNamed } from "./ical-file-zones.js";
import { icalIssue } from "./ical-issue.js";
import type { ContentLine } from "./ical-text.js";
import { readDuration } from "./ical-values.js";
import { type Moment, parseMoment, parseMoments } from "./moment.js";
import { wallTime } from "./wall-time.js";

/** The moments of a line, brought into the zone of the event's start. */
export function momentsOf(
  line: ContentLine,
  eventZone: string | undefined,
  zones: FileZones,
  warnings: Issue[],
): Moment[] {
  const own = line.parameters["TZID"];
  const bring = (moment: Moment) => broughtInto(eventZone, moment, own, zones);
  const only = parseMoment(line.value);
  const all = only ? [only] : parseMoments(line.value);
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
  zones: FileZones,
): Moment {
  if (moment.form !== "local" || own === undefined || own === eventZone) return moment;
  const zone = zoneNamed(zones, own);
  return zone ? { local: wallTime(zone, moment.local).instant, form: "utc" } : moment;
}

/** The periods of an RDATE: starts with lengths of their own; what has no length is a plain date. */
export function periodsOf(
  line: ContentLine,
  eventZone: string | undefined,
  zones: FileZones,
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
export function lengthOf(
  part: CalendarComponent,
  start: Moment,
  zone: string | undefined,
  zones: FileZones,
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
