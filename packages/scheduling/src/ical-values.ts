import type { Issue } from "@collegium/schema";
import type { Attendee, BusySpan } from "./calendar-event.js";
import { type CalendarComponent, lineOf } from "./ical-component.js";
import { icalIssue } from "./ical-issue.js";
import type { ContentLine } from "./ical-text.js";
import { parseMoment } from "./moment.js";

/** Seconds of a duration such as `PT45M` or `-P1DT2H`. */
export function readDuration(text: string): number | undefined {
  const words = text.trim().toUpperCase();
  const match =
    /^([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/.exec(words);
  if (!match || /[PT]$/.test(words)) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const size = weeks * 604800 + days * 86400 + hours * 3600 + minutes * 60 + seconds;
  return match[1] === "-" ? -size : size;
}

/** A person asked to an event. */
export function readAttendee({ parameters, value }: ContentLine): Attendee {
  const { CN, PARTSTAT, ROLE } = parameters as { CN?: string; PARTSTAT?: string; ROLE?: string };
  return {
    address: value,
    ...(CN !== undefined && { name: CN }),
    ...(ROLE !== undefined && { role: ROLE }),
    ...(PARTSTAT !== undefined && { answer: PARTSTAT }),
  };
}

/** Minutes before the start, of an alarm that counts from it. */
export function readAlarm(part: CalendarComponent): number[] {
  const trigger = lineOf(part, "TRIGGER");
  if (part.name !== "VALARM" || !trigger || trigger.parameters["RELATED"] === "END") return [];
  const seconds = readDuration(trigger.value);
  return seconds === undefined ? [] : [-seconds / 60 || 0];
}

/** The busy times of a VFREEBUSY; what is no time is left out with a warning for its line. */
export function readBusy(part: CalendarComponent, warnings: Issue[]): BusySpan[] {
  return part.lines
    .filter(({ name, parameters }) => name === "FREEBUSY" && parameters["FBTYPE"] !== "FREE")
    .flatMap((line) => {
      let bad = false;
      const spans = line.value.split(",").flatMap((text) => {
        const [from, to = ""] = text.split("/");
        const start = parseMoment(from!);
        const end =
          parseMoment(to)?.local ?? (start ? start.local + (readDuration(to) ?? Number.NaN) : Number.NaN);
        if (start && end > start.local) return [{ start: start.local, end }];
        bad = true;
        return [];
      });
      if (bad) warnings.push(icalIssue("bad-date", line.line, "bad-time-in-list"));
      return spans;
    });
}
