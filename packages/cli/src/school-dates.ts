import {
  checkLessonDates,
  type DayTable,
  inLanguage,
  type SchoolCalendar,
  type Timetable,
} from "@collegium/scheduling";
import { sentence } from "@collegium/schema";
import { type Call, type Terminal, text } from "./command.js";
import { localeOf } from "./language.js";

/** Which school of a calendar a timetable is of. */
export const schoolFlag = {
  school: {
    type: "string",
    value: "ID",
    says: {
      en: "whose bells the timetable has; the calendar's first where absent",
      es: "de qué escuela son los timbres del horario; la primera del calendario si falta",
    },
  },
} as const;

/** The school that `--school` names. */
export function schoolOf(call: Call, calendar: SchoolCalendar): string {
  return text(call, "school") ?? calendar.schools[0]?.id ?? "";
}

/** Says which lessons of a timetable stand on no date of its school's year. */
export function sayLostLessons(call: Call, terminal: Terminal, timetable: Timetable, table: DayTable): void {
  const locale = localeOf(call);
  for (const issue of checkLessonDates(timetable, table)) terminal.err(sentence(inLanguage(issue, locale)));
}
