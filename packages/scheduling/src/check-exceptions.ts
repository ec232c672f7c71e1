import type { Issue, Result } from "@collegium/schema";
import { bellsFor } from "./bell-schedule.js";
import { calendarIssue, phrase } from "./calendar-words.js";
import { type DayTable, datesOf } from "./day-table.js";
import type { CalendarException, SchoolCalendar } from "./school-calendar.js";

/**
 * Exceptions that bring nothing about: they hold on no date, or change a period that none of their dates has. `tables` are
 * those of the schools, in the calendar's order.
 */
export function checkEffects(calendar: SchoolCalendar, tables: readonly Result<DayTable>[]): Issue[] {
  const known = new Set(
    calendar.schools.flatMap(({ bells }) => bells.flatMap(({ periods }) => periods.map(({ id }) => id))),
  );
  const added = new Set(
    calendar.exceptions.flatMap(({ periods = [] }) =>
      periods.flatMap(({ period, start, end }) => (start && end ? [period] : [])),
    ),
  );
  const years = calendar.schools.map((school, at) => {
    const table = tables[at];
    return { school, days: table?.ok ? table.value.days : [] };
  });
  return calendar.exceptions.flatMap((exception, index): Issue[] => {
    const { name, periods = [] } = exception;
    const path = ["exceptions", index];
    const days = years.flatMap(({ school, days }) =>
      holdsAt(exception, school.id) ? datesOf(exception, days).map((day) => ({ school, day })) : [],
    );
    if (days.length === 0) {
      const asks = exception.cycleDays !== undefined;
      return asks
        ? [calendarIssue("exception-without-date", path, phrase("exception-without-date", { name }))]
        : [];
    }
    return periods.flatMap((change, at) => {
      const { period } = change;
      const complete = change.start !== undefined && change.end !== undefined && !change.cancelled;
      const told = !known.has(period) && !change.cancelled; // incomplete-period
      if (complete || told || added.has(period)) return [];
      const rings = days.some(({ school, day }) => {
        const bells =
          day.dayKind === undefined ? undefined : bellsFor(school.bells, day.dayKind, day.cycleDay);
        return bells?.periods.some(({ id }) => id === period);
      });
      const wording = phrase("change-without-date", { name, period });
      return rings ? [] : [calendarIssue("change-without-date", [...path, "periods", at], wording)];
    });
  });
}

function holdsAt({ schools }: CalendarException, school: string): boolean {
  return schools === undefined || schools.includes(school);
}
