import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { icalIssue } from "./ical-issue.js";
import { type ContentLine, eachLine } from "./ical-text.js";

/** A component of an iCalendar text: a calendar, an event, an alarm. */
export interface CalendarComponent {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly CalendarComponent[];
  /** Line of its BEGIN. */
  readonly line: number;
}

const DEEPEST = 8;
/** Many photographs as attachments. */
const LONGEST = 50_000_000;
/** More than ten busy years of one person. */
const MOST_EVENTS = 50_000;
/** Events with their alarms, tasks and zones. */
const MOST_PARTS = 150_000;
/** More than an event for a whole school has people. */
const MOST_LINES = 10_000;
/** From this length on the end of a text is looked at before the rest. */
const LONG = 1_000_000;

/** Takes a part of a calendar when it ends; an issue ends the reading. */
export type ReceivePart = (part: CalendarComponent, calendar: CalendarComponent) => Issue | undefined;

/**
 * Reads an iCalendar text into its calendars, most often one, and hands over each of their parts when it ends, so that
 * nobody keeps the lines of a large file. What is no calendar, too large or cut off is refused before it is read.
 *
 * Issue codes: those of `eachLine`, and `not-a-calendar`, `component-not-closed`, `calendar-too-large`.
 */
export function parseComponents(text: string, receive: ReceivePart): Result<readonly CalendarComponent[]> {
  const refused = refusedAtOnce(text);
  if (refused) return fail(refused);
  type Open = { name: string; lines: ContentLine[]; parts: CalendarComponent[]; line: number };
  const open: Open[] = [];
  const whole: CalendarComponent[] = [];
  let parts = 0;
  const issue = eachLine(text, (line) => {
    const top = open[open.length - 1];
    if (line.name === "BEGIN") {
      if (open.length === DEEPEST) return icalIssue("component-not-closed", line.line);
      if (++parts > MOST_PARTS) return tooMany("calendar-parts-too-many", MOST_PARTS);
      const name = componentName(line.value);
      if (!top && name !== "VCALENDAR") return icalIssue("not-a-calendar", line.line);
      open.push({ name, lines: [], parts: [], line: line.line });
    } else if (!top) return icalIssue("not-a-calendar", line.line);
    else if (line.name !== "END") {
      if (top.lines.push(line) > MOST_LINES)
        return icalIssue("calendar-too-large", line.line, "component-too-large", { n: MOST_LINES });
    } else {
      if (componentName(line.value) !== top.name) return icalIssue("component-not-closed", top.line);
      open.pop();
      if (open.length === 1) return receive(top, open[0]!);
      (open[open.length - 1]?.parts ?? whole).push(top);
    }
    return undefined;
  });
  if (issue) return fail(issue);
  return open[0] ? fail(icalIssue("component-not-closed", open[0].line)) : ok(whole);
}

/** What can be seen without reading line by line. */
function refusedAtOnce(text: string): Issue | undefined {
  if (!/^\uFEFF?\s{0,100}BEGIN:VCALENDAR/i.test(text.slice(0, 200))) return icalIssue("not-a-calendar", 1);
  if (text.length > LONGEST) return tooMany("calendar-text-too-long", LONGEST);
  if (hasMore(text, /^BEGIN:VEVENT/gim, MOST_EVENTS)) return tooMany("calendar-too-large", MOST_EVENTS);
  if (hasMore(text, /^BEGIN:/gim, MOST_PARTS)) return tooMany("calendar-parts-too-many", MOST_PARTS);
  const end = text.length > LONG ? text.slice(-1000).trim() : "";
  return end === "" || /END:VCALENDAR$/i.test(end) ? undefined : icalIssue("component-not-closed", 1);
}

function tooMany(key: Parameters<typeof icalIssue>[2], n: number): Issue {
  return icalIssue("calendar-too-large", 1, key, { n });
}

/** Whether a pattern fits a text more often than so many times. */
function hasMore(text: string, pattern: RegExp, most: number): boolean {
  let count = 0;
  while (pattern.test(text)) if (++count > most) return true;
  return false;
}

function componentName(value: string): string {
  return COMPONENTS.get(value) ?? value.trim().toUpperCase();
}

/** The frequent ones are the same text every time, which is quick to compare. */
const COMPONENTS = new Map(
  ["VCALENDAR", "VEVENT", "VALARM", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VFREEBUSY"].map((name) => [
    name,
    name,
  ]),
);

/** The first line of a name. */
export function lineOf({ lines }: CalendarComponent, name: string): ContentLine | undefined {
  for (let at = 0; at < lines.length; at++) if (lines[at]!.name === name) return lines[at];
  return undefined;
}

/** All lines of a name. */
export function linesOf({ lines }: CalendarComponent, name: string): readonly ContentLine[] {
  let found: ContentLine[] | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.name !== name) continue;
    if (found) found.push(line);
    else found = [line];
  }
  return found ?? NONE;
}

const NONE: readonly ContentLine[] = [];
