import type { Issue } from "@collegium/schema";
import type { Attendee, BusySpan } from "./calendar-event.js";
import { type CalendarComponent, lineOf } from "./ical-component.js";
import { icalIssue } from "./ical-issue.js";
import type { ContentLine } from "./ical-text.js";
import { parseMoment } from "./moment.js";

/** Letters of a duration in their order, with the most digits and the seconds of each. */
const UNITS = [
  { letter: "W", digits: 5, seconds: 604_800 },
  { letter: "D", digits: 6, seconds: 86_400 },
  { letter: "T", digits: 0, seconds: 0 },
  { letter: "H", digits: 6, seconds: 3600 },
  { letter: "M", digits: 7, seconds: 60 },
  { letter: "S", digits: 9, seconds: 1 },
];
const TIME = 2;

/** Seconds of a duration such as `PT45M` or `-P1DT2H`. */
export function readDuration(text: string): number | undefined {
  if (text.length > 100) return undefined;
  const words = text.trim().toUpperCase();
  const sign = words[0] === "-" ? -1 : 1;
  let at = words[0] === "-" || words[0] === "+" ? 1 : 0;
  if (words[at++] !== "P") return undefined;
  let total = 0;
  let last = -1; // place of the latest letter
  while (at < words.length) {
    const from = at;
    let size = 0;
    for (let digit = digitAt(words, at); digit >= 0; digit = digitAt(words, ++at)) size = size * 10 + digit;
    const place = UNITS.findIndex(({ letter }) => letter === words[at]);
    const unit = UNITS[place];
    const digits = at - from;
    if (!unit || place <= last || digits > unit.digits || (digits === 0) !== (place === TIME))
      return undefined;
    if (place > TIME && last < TIME) return undefined;
    total += size * unit.seconds;
    last = place;
    at++;
  }
  return last < 0 || last === TIME ? undefined : sign * total;
}

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
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
