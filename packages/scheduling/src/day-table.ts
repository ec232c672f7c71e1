import { fail, ok, type Result } from "@collegium/schema";
import { bellsFor, changePeriods, periodsOf, type SchoolPeriod } from "./bell-schedule.js";
import { tooLarge } from "./calendar-size.js";
import { isoDate, parseDate, weekdayOf } from "./civil-date.js";
import { countCycle } from "./cycle-days.js";
import { WEEKDAYS } from "./recurrence-rule.js";
import type { CalendarException, SchoolCalendar } from "./school-calendar.js";
import { timeIssue } from "./time-issue.js";

/** One date of one school, everything decided. */
export interface SchoolDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly date: string;
  /** `MO` to `SU`. */
  readonly weekday: (typeof WEEKDAYS)[number];
  /** Absent on weekdays without school. */
  readonly dayKind?: string;
  /** Whether students come. */
  readonly school: boolean;
  readonly cycleDay?: string;
  readonly term?: string;
  /** Names of the exceptions that touch the date. */
  readonly names: readonly string[];
  readonly periods: readonly SchoolPeriod[];
}

/** A school's year, one row per date from the first to the last. */
export interface DayTable {
  readonly school: string;
  readonly zone: string;
  /** Day number of the first row; the row of day d is `days[d - first]`. */
  readonly first: number;
  readonly days: readonly SchoolDay[];
}

/**
 * One school's year as a table of dates: which dates have school, of what kind, on which cycle day, and when the bells
 * ring. The cycle counts days of school (or weeks), so holidays shift it and a snow day shifts it unless its exception
 * says otherwise; special schedules are merged period by period.
 *
 * Issue codes: `unknown-school`, `year-too-long`, `too-many-exceptions`, `too-many-periods`. Whether the calendar makes sense is what {@link checkCalendar} tells.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const calendar = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0] }));
 * const table = unwrap(dayTable(calendar, "north"));
 * dayOn(table, "2026-09-08")?.cycleDay; // => "B"
 * ```
 */
export function dayTable(calendar: SchoolCalendar, schoolId: string): Result<DayTable> {
  const school = calendar.schools.find(({ id }) => id === schoolId);
  if (!school) {
    const schools = calendar.schools.map(({ id }) => id).join(", ");
    return fail(timeIssue("unknown-school", ["schools"], { schools }));
  }
  const first = parseDate(calendar.first) ?? 0;
  const last = parseDate(calendar.last) ?? -1;
  if (last - first > LONGEST_YEAR) return fail(timeIssue("year-too-long", ["last"], {}, "table-too-long"));
  const large = tooLarge(calendar);
  if (large) return fail(large);
  const holding = dayKindSchool(calendar);
  const plain = calendar.exceptions.filter((one) => !one.schools || one.schools.includes(schoolId));
  const touching = exceptionsByDay(plain, first, last);

  // Exceptions that ask for a cycle day come after the cycle is counted; the others decide what it counts.
  const kinds: (string | undefined)[] = [];
  for (let day = first; day <= last; day++) {
    const weekday = WEEKDAYS[weekdayOf(day)]!;
    const named = touching(day).filter((one) => !one.cycleDays && one.dayKind !== undefined);
    kinds.push(named[named.length - 1]?.dayKind ?? calendar.week[weekday]);
  }
  const cycle = countCycle(calendar.cycle, first, kinds, holding, touching);
  const days = kinds.map((kind, index): SchoolDay => {
    const day = first + index;
    const cycleDay = cycle[index];
    const exceptions = touching(day).filter(
      (one) => !one.cycleDays || (cycleDay !== undefined && one.cycleDays.includes(cycleDay)),
    );
    const conditional = exceptions.filter((one) => one.cycleDays && one.dayKind !== undefined);
    const dayKind = conditional[conditional.length - 1]?.dayKind ?? kind;
    const bells = dayKind === undefined ? undefined : bellsFor(school.bells, dayKind, cycleDay);
    const changes = exceptions.flatMap((one) => one.periods ?? []);
    const term = calendar.terms.find(
      (one) => day >= (parseDate(one.first) ?? 0) && day <= (parseDate(one.last) ?? -1),
    );
    return {
      day,
      date: isoDate(day),
      weekday: WEEKDAYS[weekdayOf(day)]!,
      ...(dayKind !== undefined && { dayKind }),
      school: dayKind !== undefined && holding(dayKind),
      ...(cycleDay !== undefined && { cycleDay }),
      ...(term && { term: term.id }),
      names: exceptions.map(({ name }) => name),
      periods: changePeriods(bells ? periodsOf(bells) : [], changes),
    };
  });
  return ok({ school: schoolId, zone: school.zone ?? calendar.zone, first, days });
}

/** The row of a date, or `undefined` outside the year. */
export function dayOn(table: DayTable, date: string): SchoolDay | undefined {
  const day = parseDate(date);
  return day === undefined ? undefined : table.days[day - table.first];
}

/** Days of the longest calendar: two years and more. */
export const LONGEST_YEAR = 800;

/** The exceptions of each date, in their order. */
function exceptionsByDay(
  exceptions: readonly CalendarException[],
  first: number,
  last: number,
): (day: number) => readonly CalendarException[] {
  const byDay: CalendarException[][] = Array.from({ length: Math.max(0, last - first + 1) }, () => []);
  for (const exception of exceptions) {
    const span = spanOf(exception);
    for (let day = Math.max(first, span.first); day <= Math.min(last, span.last); day++) {
      byDay[day - first]!.push(exception);
    }
  }
  return (day) => byDay[day - first] ?? [];
}

/** First and last day number of an exception. */
export function spanOf(exception: CalendarException): { first: number; last: number } {
  const first = parseDate(exception.first) ?? 0;
  return { first, last: exception.last === undefined ? first : (parseDate(exception.last) ?? first) };
}

/** The rows on which an exception holds. */
export function datesOf(exception: CalendarException, days: readonly SchoolDay[]): readonly SchoolDay[] {
  const { first, last } = spanOf(exception);
  const { cycleDays } = exception;
  const start = days[0]?.day ?? 0;
  return days
    .slice(Math.max(0, first - start), Math.max(0, last - start + 1))
    .filter(({ cycleDay }) => !cycleDays || (cycleDay !== undefined && cycleDays.includes(cycleDay)));
}

function dayKindSchool(calendar: SchoolCalendar): (id: string) => boolean {
  const holding = new Map(calendar.dayKinds.map(({ id, school }) => [id, school]));
  return (id) => holding.get(id) ?? false;
}
