import {
  type DatedLesson,
  type DayTable,
  datedLessons,
  renameResources,
  type SchoolDay,
  type SchoolPeriod,
  type SchoolWeeks,
  type Timetable,
} from "@collegium/scheduling";
import type { KeptCalendar } from "./calendar-book.js";
import type { FreeQuestion, FreeSources } from "./common-days.js";
import { guestId, type Neighbour } from "./neighbours.js";
import { between, lessonDates, tableOf } from "./school-days.js";

/** Our school's weeks between the dates, then those of the neighbours that somebody is asked from. */
export function weeksOf(
  { required, optional, from, to }: Pick<FreeQuestion, "required" | "optional" | "from" | "to">,
  sources: Pick<FreeSources, "timetable" | "kept" | "neighbours">,
): SchoolWeeks[] {
  const { timetable, kept, neighbours = [] } = sources;
  const weeks = (of: Timetable, own: KeptCalendar): SchoolWeeks => {
    const table = tableOf(own);
    const days = between(table, from, to);
    return {
      timetable: of,
      table: { ...table, first: days[0]?.day ?? table.first, days },
      how: lessonDates(of, own),
    };
  };
  const asked = new Set([...required, ...optional]);
  return [
    weeks(timetable, kept),
    ...neighbours
      .filter((one) => one.school.teachers.some(({ id }) => asked.has(guestId(one, id))))
      .map((one) => weeks(withGuestIds(one), one.kept)),
  ];
}

/** A neighbour's timetable with its people under the ids that questions use. */
function withGuestIds(neighbour: Neighbour): Timetable {
  return renameResources(neighbour.school.time.timetable, (id) => guestId(neighbour, id));
}

/** The school whose bells ring for a person; ours where no timetable names him or her. */
export function schoolOf(id: string, schools: readonly SchoolWeeks[]): SchoolWeeks {
  const own = schools.find(({ timetable }) => timetable.resources.some((one) => one.id === id));
  return own ?? (schools[0] as SchoolWeeks);
}

/** A date of a table that may begin in the middle of the year. */
export function dayOf({ days, first }: DayTable, day: number): SchoolDay | undefined {
  return days[day - first];
}

/** The lunches of a day with school. */
export function lunchesOf({ school, periods }: SchoolDay): SchoolPeriod[] {
  return school ? periods.filter(({ kind }) => kind === "lunch") : [];
}

/** What everybody of a school teaches on its dates. */
export function lessonsOf({ timetable, table, how }: SchoolWeeks): DatedLesson[] {
  return datedLessons(timetable, table, how);
}

/** The last bell of a day. */
export function endOf({ periods }: SchoolDay): number {
  return Math.max(0, ...periods.map(({ end }) => end));
}
