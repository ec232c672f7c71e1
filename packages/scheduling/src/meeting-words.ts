import type { Issue } from "@collegium/schema";
import { isoDate, parseDate } from "./civil-date.js";
import { dayText } from "./day-text.js";
import { meetingTexts } from "./texts/en/meetings.js";
import { wordedIssue } from "./worded-issue.js";
import { english, say, type Wording } from "./wording.js";

/** A sentence about meetings as data. */
interface MeetingWording extends Wording {
  readonly key: keyof typeof meetingTexts;
}

const language = english(meetingTexts, (date) => dayText(parseDate(date)!));

/** An issue about a series of meetings. */
export function meetingIssue(
  code: string,
  path: Issue["path"],
  wording: MeetingWording,
  data?: Issue["data"],
): Issue {
  return wordedIssue(language, code, path, wording, data);
}

/** A sentence about meetings with its data, in English. */
export function worded(wording: MeetingWording): { readonly message: string; readonly wording: Wording } {
  return { message: say(language, wording), wording };
}

/** A day as a value of a sentence. */
export function dateValue(day: number): { readonly date: string } {
  return { date: isoDate(day) };
}
