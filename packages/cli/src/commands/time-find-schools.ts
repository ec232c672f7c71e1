import {
  dayTable,
  findTeams,
  type PersonTime,
  readPresence,
  renameResources,
  type SchedulingLocale,
  type SchoolCalendar,
  type SchoolWeeks,
  type Timetable,
} from "@collegium/scheduling";
import { type Call, Misused, required, type Terminal, text } from "../command.js";
import { readJson } from "../files.js";
import { acceptedIn, localeOf } from "../language.js";
import { sayLostLessons, schoolOf } from "../school-dates.js";
import { readTeamsOf, readTimetableAt } from "../timetable-file.js";
import { teamMembers } from "./time-find-people.js";

/** The schools that a question on dates is about, with the team that it names. */
export interface AskedSchools {
  readonly schools: readonly SchoolWeeks[];
  readonly members: readonly string[];
}

/** Reads the first school and those of `--with`; the team may have members of all of them. */
export async function schoolsOf(
  call: Call,
  terminal: Terminal,
  calendar: SchoolCalendar,
): Promise<AskedSchools> {
  const locale = localeOf(call);
  const further = ((call.flags["with"] as string[] | undefined) ?? []).map(pairOf);
  const schools: SchoolWeeks[] = [];
  for (const [id, file] of [[schoolOf(call, calendar), required(call, "timetable")] as const, ...further]) {
    const table = acceptedIn(locale, dayTable(calendar, id));
    const solution = schools.length === 0 ? text(call, "solution") : undefined;
    const { timetable } = await readTimetableAt(call, terminal, file, solution);
    sayLostLessons(call, terminal, timetable, table);
    schools.push({ timetable: apart(timetable, id, schools), table });
  }
  const timetables = schools.map(({ timetable }) => timetable);
  const [first] = timetables as [Timetable];
  const teams = await readTeamsOf(call, terminal, timetables);
  return { schools, members: teamMembers(call, first, teams ?? findTeams(first)) };
}

function pairOf(pair: string): readonly [id: string, file: string] {
  const equals = pair.indexOf("=");
  if (equals < 1)
    throw new Misused({
      en: "--with takes a school and its timetable: cedar=cedar.xml.",
      es: "--with toma una escuela y su horario: cedar=cedar.xml.",
    });
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}

/** Whoever has an id that a school before gives to somebody else is called by the school as well: `cedar:T1`. */
function apart(timetable: Timetable, school: string, before: readonly SchoolWeeks[]): Timetable {
  const known = new Map(before.flatMap((one) => one.timetable.resources.map(({ id, name }) => [id, name])));
  const others = timetable.resources.filter(({ id, name }) => known.has(id) && known.get(id) !== name);
  const taken = new Set(others.map(({ id }) => id));
  return taken.size === 0
    ? timetable
    : renameResources(timetable, (id) => (taken.has(id) ? `${school}:${id}` : id));
}

/** When part-timers are at school, each by the timetable that has them; periods without bells cannot be found on dates. */
export async function partTimers(
  call: Call,
  schools: readonly SchoolWeeks[],
  locale: SchedulingLocale,
): Promise<readonly PersonTime[]> {
  const file = text(call, "present");
  const input = file === undefined ? {} : await readJson(file);
  const [first] = schools;
  if (!first) return [];
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return hoursIn(input, first.timetable, locale);
  const homeOf = (id: string) =>
    schools.find(({ timetable }) => timetable.resources.some((one) => one.id === id)) ?? first;
  return schools.flatMap((school) => {
    const own = Object.entries(input).filter(([id]) => homeOf(id) === school);
    return hoursIn(Object.fromEntries(own), school.timetable, locale);
  });
}

function hoursIn(input: unknown, timetable: Timetable, locale: SchedulingLocale): PersonTime[] {
  return [...acceptedIn(locale, readPresence(input, timetable, "hours"))].map(([id, { hours }]) => {
    if (!hours) throw new Misused(NO_HOURS);
    return { id, present: hours };
  });
}

const NO_HOURS = {
  en: "With --calendar, --present takes weekdays or hours: mon 08:00-12:00.",
  es: "Con --calendar, --present toma días de la semana u horas: mon 08:00-12:00.",
} as const;
