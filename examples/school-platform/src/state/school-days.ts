import {
  type DatedLesson,
  type DayTable,
  datedLessons,
  dayTable,
  type LessonDates,
  type SchoolCalendar,
  type SchoolDay,
  type Timetable,
} from "@collegium/scheduling";
import type { KeptCalendar } from "./calendar-book.js";

const WEEKDAY = { MO: "mon", TU: "tue", WE: "wed", TH: "thu", FR: "fri", SA: "sat", SU: "sun" } as const;
const FIVE = ["MO", "TU", "WE", "TH", "FR"];

/** The dates of our school in a calendar that was found sound enough to keep. */
export function tableOf({ calendar, school }: Pick<KeptCalendar, "calendar" | "school">): DayTable {
  const made = dayTable(calendar, school);
  return made.ok ? made.value : { school, zone: calendar.zone, first: 0, days: [] };
}

/** The rows from one date to another, both included. */
export function between(table: DayTable, from: string, to: string): SchoolDay[] {
  return table.days.filter(({ date }) => date >= from && date <= to);
}

/** What everybody of a timetable does on some dates of the calendar's table, at those dates' own bells. */
export function lessonsOn(
  timetable: Timetable,
  kept: KeptCalendar,
  table: DayTable,
  days: readonly SchoolDay[] = table.days,
): DatedLesson[] {
  return datedLessons(timetable, { ...table, days }, lessonDates(timetable, kept));
}

/**
 * How a timetable meets a calendar that may name things differently. A date takes the timetable's day of its cycle day,
 * else of its weekday by name, else by its place in a five-day week; a period takes the bell of its name, else of its
 * place in the day.
 */
export function lessonDates(timetable: Timetable, { calendar, school }: KeptCalendar): LessonDates {
  const alike = (word: string) => word.toLowerCase().replace(/_/g, " ");
  const named = (wanted: string | undefined) =>
    wanted === undefined
      ? undefined
      : timetable.days.find(({ id, name }) => [id, name].some((word) => alike(word) === alike(wanted)));
  const isNamed = (name: string, word: string) =>
    name.toLowerCase().startsWith(word) || name.toLowerCase() === word.slice(0, 2);
  const anyNamed = timetable.days.some(({ name }) =>
    Object.values(WEEKDAY).some((word) => isNamed(name, word)),
  );
  const weekday = ({ weekday }: SchoolDay) => {
    const known = timetable.days.find(({ name }) => isNamed(name, WEEKDAY[weekday]));
    return known ?? (anyNamed ? undefined : timetable.days[FIVE.indexOf(weekday)]);
  };
  const place = new Map<string, number>();
  for (const day of timetable.days) {
    timetable.periods
      .filter((period) => period.day === day.id)
      .forEach(({ id }, index) => {
        place.set(id, index);
      });
  }
  const bells = longestDay(calendar, school);
  return {
    timetableDay: (day) =>
      (named(`${day.cycleDay}-${WEEKDAY[day.weekday]}`) ?? named(day.cycleDay) ?? weekday(day))?.id,
    bell: (period) => {
      const own = bells.find(({ id, name }) => id === period.name || name === period.name);
      return (own ?? bells[place.get(period.id) ?? -1])?.id ?? period.name;
    },
  };
}

/** The teaching bells of the day kind that has most of them, in time order. */
function longestDay(calendar: SchoolCalendar, school: string) {
  const schedules = calendar.schools.find(({ id }) => id === school)?.bells ?? [];
  const teaching = schedules.map(({ periods }) =>
    periods
      .filter(({ kind }) => kind === undefined || kind === "teaching")
      .sort((a, b) => a.start.localeCompare(b.start)),
  );
  return teaching.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** How many periods of the timetable no bell rings for: lessons in them are on no date of the calendar. */
export function periodsWithoutBell(timetable: Timetable, kept: KeptCalendar): number {
  const { bell } = lessonDates(timetable, kept);
  const schedules = kept.calendar.schools.find(({ id }) => id === kept.school)?.bells ?? [];
  const rung = new Set(schedules.flatMap(({ periods }) => periods.map(({ id }) => id)));
  return timetable.periods.filter((period) => !rung.has(bell?.(period) ?? period.name)).length;
}
