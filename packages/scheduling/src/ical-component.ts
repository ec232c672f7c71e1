import { fail, ok, type Result } from "@collegium/schema";
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
/** More than ten busy years of one person. */
const MOST_EVENTS = 50_000;
/** More than an event for a whole school has people. */
const MOST_LINES = 10_000;

/**
 * Reads an iCalendar text into its calendars, most often one.
 *
 * Issue codes: those of `eachLine`, and `not-a-calendar`, `component-not-closed`, `calendar-too-large`.
 */
export function parseComponents(text: string): Result<readonly CalendarComponent[]> {
  // Looks at the beginning first, so that a huge file of another kind is refused at once.
  if (!/^\uFEFF?\s{0,100}BEGIN:VCALENDAR/i.test(text.slice(0, 200)))
    return fail(icalIssue("not-a-calendar", 1));
  if (hasMore(text, "BEGIN:VEVENT", MOST_EVENTS) || hasMore(text, "begin:vevent", MOST_EVENTS))
    return fail(icalIssue("calendar-too-large", 1, "calendar-too-large", { n: MOST_EVENTS }));
  type Open = { name: string; lines: ContentLine[]; parts: CalendarComponent[]; line: number };
  const open: Open[] = [];
  const whole: CalendarComponent[] = [];
  const issue = eachLine(text, (line) => {
    const top = open[open.length - 1];
    if (line.name === "BEGIN") {
      if (open.length === DEEPEST) return icalIssue("component-not-closed", line.line);
      const name = line.value.trim().toUpperCase();
      if (!top && name !== "VCALENDAR") return icalIssue("not-a-calendar", line.line);
      open.push({ name, lines: [], parts: [], line: line.line });
    } else if (!top) return icalIssue("not-a-calendar", line.line);
    else if (line.name !== "END") {
      if (top.lines.push(line) > MOST_LINES)
        return icalIssue("calendar-too-large", line.line, "component-too-large", { n: MOST_LINES });
    } else {
      if (line.value.trim().toUpperCase() !== top.name) return icalIssue("component-not-closed", top.line);
      open.pop();
      (open[open.length - 1]?.parts ?? whole).push(top);
    }
    return undefined;
  });
  if (issue) return fail(issue);
  return open[0] ? fail(icalIssue("component-not-closed", open[0].line)) : ok(whole);
}

/** Whether a word stands in a text more often than so many times. */
function hasMore(text: string, word: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (++count > most) return true;
  return false;
}

/** The first line of a name. */
export function lineOf(component: CalendarComponent, name: string): ContentLine | undefined {
  return component.lines.find((line) => line.name === name);
}
