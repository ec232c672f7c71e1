import type { Issue } from "@collegium/schema";
import { parseDate } from "./civil-date.js";
import { dayText } from "./day-text.js";
import { auditTexts as auditEnglish } from "./texts/en/audit.js";
import { calendarTexts as calendarEnglish } from "./texts/en/calendar.js";
import { commonTimeTexts as commonTimeEnglish } from "./texts/en/common-time.js";
import { icalTexts as icalEnglish } from "./texts/en/ical.js";
import { meetingTexts as meetingEnglish } from "./texts/en/meetings.js";
import { recurrenceTexts as recurrenceEnglish } from "./texts/en/recurrence.js";
import { slotTexts as slotEnglish } from "./texts/en/slots.js";
import { teamTexts as teamEnglish } from "./texts/en/teams.js";
import { timeTexts as timeEnglish } from "./texts/en/time.js";
import { auditTexts as auditSpanish } from "./texts/es/audit.js";
import { calendarTexts as calendarSpanish } from "./texts/es/calendar.js";
import { commonTimeTexts as commonTimeSpanish } from "./texts/es/common-time.js";
import { icalTexts as icalSpanish } from "./texts/es/ical.js";
import { meetingTexts as meetingSpanish } from "./texts/es/meetings.js";
import { recurrenceTexts as recurrenceSpanish } from "./texts/es/recurrence.js";
import { slotTexts as slotSpanish } from "./texts/es/slots.js";
import { teamTexts as teamSpanish } from "./texts/es/teams.js";
import { timeTexts as timeSpanish } from "./texts/es/time.js";
import { english, type Language, type SchedulingLocale, say, type Wording } from "./wording.js";

const dateIn = (locale: SchedulingLocale) => (date: string) => dayText(parseDate(date)!, locale);

const languages: Readonly<Record<SchedulingLocale, Language>> = {
  en: english(
    {
      ...calendarEnglish,
      ...commonTimeEnglish,
      ...auditEnglish,
      ...meetingEnglish,
      ...timeEnglish,
      ...slotEnglish,
      ...recurrenceEnglish,
      ...icalEnglish,
      ...teamEnglish,
    },
    dateIn("en"),
  ),
  es: {
    locale: "es",
    texts: {
      ...calendarSpanish,
      ...commonTimeSpanish,
      ...auditSpanish,
      ...meetingSpanish,
      ...timeSpanish,
      ...slotSpanish,
      ...recurrenceSpanish,
      ...icalSpanish,
      ...teamSpanish,
    },
    and: (last) => (/^h?[ií](?![aeo])/i.test(last) ? "e" : "y"),
    date: dateIn("es"),
  },
};

/** What carries its sentence as data: a change of a calendar, a reason, an obstacle, a conflict, a caveat. */
export interface Worded {
  readonly message: string;
  readonly wording: Wording;
}

/**
 * The same thing with its sentence, and its hint, in a reader's language: an issue of a calendar or of a meeting, a
 * {@link CalendarChange}, a {@link TimeReason}, {@link Obstacles}, a {@link MeetingConflict}, a {@link Caveat}.
 * Names stay as the school wrote them; an issue of another package stays as it is, for its sentence is no data.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const calendar = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0] }));
 * const [issue] = checkCalendar({ ...calendar, last: "2026-08-01" });
 * issue && inLanguage(issue, "es").message; // => "El curso escolar termina antes de empezar."
 * ```
 */
export function inLanguage<Item extends Issue | Worded>(item: Item, locale: SchedulingLocale): Item {
  const wording = wordingOf(item);
  if (wording === undefined || languages[locale].texts[wording.key] === undefined) return item;
  const language = languages[locale];
  const hint = `${wording.key}.hint`;
  return {
    ...item,
    message: say(language, wording),
    ...(language.texts[hint] !== undefined && { hint: say(language, { ...wording, key: hint }) }),
  };
}

function wordingOf(item: Issue | Worded): Wording | undefined {
  if ("wording" in item) return item.wording;
  const wording = (item as Issue).data?.["wording"];
  return typeof wording === "object" && wording !== null && "key" in wording
    ? (wording as Wording)
    : undefined;
}
