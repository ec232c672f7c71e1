import {
  type CalendarException,
  type PeriodChange,
  parseTime,
  type SchoolCalendar,
  type SchoolDay,
  timeText,
} from "@collegium/scheduling";
import { squeezed } from "./calendar-bells.js";
import type { KeptCalendar } from "./calendar-book.js";

/** What a school wants of a day, or of a few days on end, that were planned otherwise. */
export type DayChange = { readonly name: string; readonly first: string; readonly last?: string } & (
  | { readonly want: "closed"; readonly cycle: "waits" | "advances"; readonly kindName: string }
  | { readonly want: "kind"; readonly dayKind: string }
  | {
      readonly want: "shorter";
      readonly from?: string;
      readonly to?: string;
      readonly how: "cut" | "squeeze";
    }
  | { readonly want: "periods"; readonly periods: readonly PeriodChange[] }
);

/** The calendar with a change laid over it, last of all, so that it counts. */
export function withChange(
  { calendar, school }: KeptCalendar,
  day: SchoolDay,
  change: DayChange,
): SchoolCalendar {
  const { name, first, last } = change;
  const span = { name, first, ...(last !== undefined && last > first && { last }) };
  const add = (exception: CalendarException, dayKinds = calendar.dayKinds): SchoolCalendar => ({
    ...calendar,
    dayKinds,
    exceptions: [...calendar.exceptions, exception],
  });
  // Bells differ from school to school, so a change of periods is for the school whose bells it was made from.
  const ours = calendar.schools.length > 1 ? { schools: [school] } : {};
  switch (change.want) {
    case "closed": {
      const known = calendar.dayKinds.find(
        ({ school: holds, name: called }) => !holds && called === change.kindName,
      );
      const kind = known ?? calendar.dayKinds.find(({ school: holds, id }) => !holds && id === "holiday");
      const fresh = { id: "closed", name: change.kindName, school: false };
      const dayKinds = kind ? calendar.dayKinds : [...calendar.dayKinds, fresh];
      const cycle = change.cycle === "advances" ? ({ cycle: "advances" } as const) : {};
      return add({ ...span, dayKind: (kind ?? fresh).id, ...cycle }, dayKinds);
    }
    case "kind":
      return add({ ...span, dayKind: change.dayKind });
    case "shorter":
      return add({
        ...span,
        ...ours,
        periods: change.how === "cut" ? cut(day, change) : squeeze(day, change),
      });
    case "periods":
      return add({ ...span, ...ours, periods: [...change.periods] });
  }
}

/** The calendar without one of its odd days. */
export function withoutException(calendar: SchoolCalendar, index: number): SchoolCalendar {
  return { ...calendar, exceptions: calendar.exceptions.filter((_, at) => at !== index) };
}

/** The exceptions that touch a date of a school, with their places in the list. */
export function touching(
  calendar: SchoolCalendar,
  date: string,
  school: string,
): { exception: CalendarException; index: number }[] {
  return calendar.exceptions
    .map((exception, index) => ({ exception, index }))
    .filter(({ exception: { first, last = first } }) => first <= date && date <= last)
    .filter(({ exception: { schools } }) => schools === undefined || schools.includes(school));
}

/** Periods outside the times are left out, those that straddle them end or begin there. */
function cut(day: SchoolDay, { from, to }: { from?: string; to?: string }): PeriodChange[] {
  const [least, most] = [parseTime(from ?? "") ?? 0, parseTime(to ?? "") ?? 1440];
  return day.periods.flatMap(({ id, start, end }): PeriodChange[] => {
    if (end <= least || start >= most) return [{ period: id, cancelled: true }];
    if (start >= least && end <= most) return [];
    return [{ period: id, start: timeText(Math.max(start, least)), end: timeText(Math.min(end, most)) }];
  });
}

function squeeze(day: SchoolDay, span: { from?: string; to?: string }): PeriodChange[] {
  const rows = day.periods.map(({ id, name, start, end }) => ({
    id,
    name,
    start: timeText(start),
    end: timeText(end),
  }));
  return squeezed(rows, span).map(({ id, start, end }) => ({ period: id, start, end }));
}
