import { timeText } from "./civil-date.js";
import type { SchoolDay } from "./day-table.js";
import { dayText } from "./day-text.js";
import type { SchoolCalendar } from "./school-calendar.js";
import type { SchedulingLocale } from "./wording.js";

/**
 * A stretch of a school's calendar as lines for a terminal or a print: each date with its day kind, cycle day and what
 * is special about it, and under it the bells of the day.
 * Everything is decided already in the rows of a day table, so that early release, exams and cycles are all in it.
 */
export function datesText(
  calendar: SchoolCalendar,
  days: readonly SchoolDay[],
  locale: SchedulingLocale = "en",
): string {
  const kinds = new Map(calendar.dayKinds.map(({ id, name }) => [id, name]));
  return days
    .map(({ day, dayKind, cycleDay, names, school, periods }) => {
      const kind = dayKind === undefined ? NO_SCHOOL[locale] : (kinds.get(dayKind) ?? dayKind);
      const what = [kind, cycleDay, ...names].filter((text) => text !== undefined).join(", ");
      const bells = school ? periods : [];
      const times = bells.map(({ start, end, name }) => `  ${timeText(start)}-${timeText(end)}  ${name}`);
      return [`${dayText(day, locale)}: ${what}`, ...times].join("\n");
    })
    .join("\n");
}

const NO_SCHOOL = { en: "no school", es: "sin clase" } as const;
