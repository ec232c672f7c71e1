import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { icalIssue } from "./ical-issue.js";
import { type ContentLine, contentLines } from "./ical-text.js";

/** A component of an iCalendar text: a calendar, an event, an alarm. */
export interface CalendarComponent {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly CalendarComponent[];
  /** Line of its BEGIN. */
  readonly line: number;
}

const DEEPEST = 8;

/**
 * Reads an iCalendar text into its components; the first one must be a calendar.
 *
 * Issue codes: those of `contentLines`, and `not-a-calendar`, `component-not-closed`.
 */
export function parseComponents(text: string): Result<CalendarComponent> {
  // Looks at the beginning first, so that a huge file of another kind is refused at once.
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text.slice(0, 200))) return fail(notACalendar(1));
  const lines = contentLines(text);
  if (!lines.ok) return lines;
  type Open = { name: string; lines: ContentLine[]; parts: CalendarComponent[]; line: number };
  const open: Open[] = [];
  for (const line of lines.value) {
    const top = open[open.length - 1];
    if (line.name === "BEGIN") {
      if (open.length === DEEPEST) return fail(notClosed(line.line));
      open.push({ name: line.value.trim().toUpperCase(), lines: [], parts: [], line: line.line });
    } else if (!top) return fail(notACalendar(line.line));
    else if (line.name !== "END") top.lines.push(line);
    else {
      if (line.value.trim().toUpperCase() !== top.name) return fail(notClosed(top.line));
      open.pop();
      const above = open[open.length - 1];
      if (!above) return ok(top);
      above.parts.push(top);
    }
  }
  return fail(notClosed(open[0]?.line ?? 1));
}

/** The first line of a name. */
export function lineOf(component: CalendarComponent, name: string): ContentLine | undefined {
  return component.lines.find((line) => line.name === name);
}

function notACalendar(line: number): Issue {
  return icalIssue("not-a-calendar", line);
}

function notClosed(line: number): Issue {
  return icalIssue("component-not-closed", line);
}
