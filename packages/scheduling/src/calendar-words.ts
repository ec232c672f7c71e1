import type { Issue } from "@collegium/schema";
import type { SchoolPeriod } from "./bell-schedule.js";
import { parseDate, timeText } from "./civil-date.js";
import { dayText } from "./day-text.js";
import { calendarTexts } from "./texts/en/calendar.js";
import { wordedIssue } from "./worded-issue.js";
import { english, say, type Wording, type WordingValue } from "./wording.js";

type Key = keyof typeof calendarTexts;

/** A sentence or phrase about calendars as data. */
export interface CalendarWording extends Wording {
  readonly key: Key;
}

const language = english(calendarTexts, (date) => dayText(parseDate(date)!));

/** A sentence or phrase about calendars, as data. */
export function phrase(key: Key, values: Readonly<Record<string, WordingValue>> = {}): CalendarWording {
  return { key, values };
}

/** The same in English. */
export function sayCalendar(wording: Wording): string {
  return say(language, wording);
}

/** An issue about a calendar. */
export function calendarIssue(
  code: string,
  path: Issue["path"],
  wording: CalendarWording,
  data?: Issue["data"],
): Issue {
  return wordedIssue(language, code, path, wording, data);
}

/** From when to when a period is. */
export function timesPhrase({ start, end }: SchoolPeriod): Wording {
  return phrase("times.span", { start: timeText(start), end: timeText(end) });
}
