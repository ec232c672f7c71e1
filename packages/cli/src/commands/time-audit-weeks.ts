import {
  type AtSchoolOptions,
  auditWeeks,
  dayTable,
  type SchedulingLocale,
  SchoolCalendar,
  type Team,
  type TeamWeeks,
  type Timetable,
} from "@collegium/scheduling";
import { type Call, type Terminal, text } from "../command.js";
import { accepted, readJson } from "../files.js";
import { acceptedIn } from "../language.js";
import { sayLostLessons, schoolFlag, schoolOf } from "../school-dates.js";
import { inColumns } from "./time-audit-table.js";

/** Flags with which `time audit` looks at every week of a calendar. */
export const yearFlags = {
  calendar: {
    type: "string",
    value: "FILE",
    says: {
      en: "week by week over this school calendar, with its holidays and odd days, in minutes",
      es: "semana por semana de este calendario escolar, con sus festivos y días especiales, en minutos",
    },
  },
  ...schoolFlag,
} as const;

/** The shared minutes of each team in each week of the year. */
export async function weeksOfYear(
  call: Call,
  terminal: Terminal,
  timetable: Timetable,
  teams: readonly Team[],
  here: AtSchoolOptions,
  locale: SchedulingLocale,
): Promise<readonly TeamWeeks[]> {
  const calendar = accepted(SchoolCalendar.read(await readJson(text(call, "calendar")!)));
  const table = acceptedIn(locale, dayTable(calendar, schoolOf(call, calendar)));
  sayLostLessons(call, terminal, timetable, table);
  return auditWeeks(timetable, table, teams, here);
}

const WORDS = {
  en: {
    head: (school: string, n: number) => `${school}: shared minutes a week over ${n} weeks with school`,
    columns: ["team", "least", "median", "most", "mean", "weeks without"],
  },
  es: {
    head: (school: string, n: number) => `${school}: minutos comunes por semana en ${n} semanas lectivas`,
    columns: ["equipo", "mínimo", "mediana", "máximo", "media", "semanas sin"],
  },
} as const;

/** The weeks as lines, spread and not only mean. */
export function yearTable(school: string, teams: readonly TeamWeeks[], locale: SchedulingLocale): string {
  const words = WORDS[locale];
  const rows = teams.map(({ id, name, acrossWeeks: spread, weeksWithout }) => [
    name ?? id,
    ...[spread?.least, spread?.median, spread?.most, spread?.mean].map(
      (value) => `${Math.round(value ?? 0)}`,
    ),
    `${weeksWithout}`,
  ]);
  return [words.head(school, teams[0]?.weeks.length ?? 0), "", ...inColumns([words.columns, ...rows])].join(
    "\n",
  );
}
