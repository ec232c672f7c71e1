import type { Issue, Result } from "@collegium/schema";
import { type CalendarWording, calendarIssue, phrase } from "./calendar-words.js";
import { periodFaults } from "./check-bells.js";
import type { DayTable, SchoolDay } from "./day-table.js";
import { spanPhrase } from "./day-text.js";
import type { SchoolCalendar } from "./school-calendar.js";
import { wallTime } from "./wall-time.js";
import type { Wording } from "./wording.js";
import { findZone } from "./zone.js";

/**
 * Issues that only show on the dates themselves. One issue per cause, with the number of dates and the first. `tables` are
 * those of the schools, in the calendar's order.
 */
export function checkDays(calendar: SchoolCalendar, tables: readonly Result<DayTable>[]): Issue[] {
  return calendar.schools.flatMap((school, index) => {
    const table = tables[index];
    if (!table?.ok) return [];
    const path = ["schools", index];
    const days = table.value.days.filter((day) => day.school);
    const report: Report = (code, on, wording) =>
      on.length === 0
        ? []
        : [calendarIssue(code, path, wording(dates(on)), { dates: on.map(({ date }) => date) })];
    if (days.length === 0) {
      return [calendarIssue("no-school-days", path, phrase("no-school-days", { school: school.name }))];
    }
    const kinds = [...new Set(days.map(({ dayKind }) => dayKind!))];
    const kindName = (id: string) => calendar.dayKinds.find((kind) => kind.id === id)?.name ?? id;
    return [
      ...kinds.flatMap((kind) =>
        report(
          "no-schedule",
          days.filter((day) => day.dayKind === kind && day.periods.length === 0),
          (when) => phrase("no-schedule", { school: school.name, kind: kindName(kind), when }),
        ),
      ),
      ...report(
        "day-outside-terms",
        calendar.terms.length > 0 ? days.filter(({ term }) => term === undefined) : [],
        (when) => phrase("day-outside-terms", { school: school.name, when }),
      ),
      ...changedBells(days, school.name, report),
      ...cycleIssues(calendar, days, school.name, path),
      ...clockChanges(table.value, days, school.name, report),
    ];
  });
}

/** One issue for all its dates; none where there are none. */
type Report = (
  code: string,
  on: readonly SchoolDay[],
  wording: (when: Wording) => CalendarWording,
) => Issue[];

/** Faults that appear only where a special schedule meets the day's own. */
function changedBells(days: readonly SchoolDay[], school: string, report: Report): Issue[] {
  const byFault = new Map<string, { code: string; fault: Wording; days: SchoolDay[] }>();
  for (const day of days) {
    if (day.names.length === 0) continue;
    for (const { code, fault } of periodFaults(day.periods)) {
      const key = JSON.stringify(fault);
      const entry = byFault.get(key) ?? { code, fault, days: [] };
      entry.days.push(day);
      byFault.set(key, entry);
    }
  }
  return [...byFault.values()].flatMap(({ code, fault, days: on }) =>
    report(code, on, (when) => phrase("day-fault", { school, when, fault })),
  );
}

/** A cycle day that the year never reaches, or reaches once and never again. */
function cycleIssues(
  calendar: SchoolCalendar,
  days: readonly SchoolDay[],
  school: string,
  path: (string | number)[],
): Issue[] {
  const { cycle } = calendar;
  if (!cycle) return [];
  const turns = new Map<string, Set<number>>(cycle.days.map((id) => [id, new Set()]));
  for (const { cycleDay, day } of days) {
    if (cycleDay !== undefined) {
      turns.get(cycleDay)?.add(cycle.counts === "school-days" ? day : Math.floor((day + 3) / 7));
    }
  }
  return cycle.days.flatMap((id) => {
    const times = turns.get(id)?.size ?? 0;
    if (times >= 2) return [];
    const key = times === 0 ? "cycle-never-comes" : "cycle-never-returns";
    return [calendarIssue("cycle-never-returns", path, phrase(key, { school, day: id }))];
  });
}

/** Bells that ring at a time that the clocks leave out or repeat. */
function clockChanges(table: DayTable, days: readonly SchoolDay[], school: string, report: Report): Issue[] {
  const zone = findZone(table.zone);
  if (!zone.ok) return [];
  const odd = days.filter((day) =>
    day.periods.some((period) =>
      [period.start, period.end].some(
        (minute) => wallTime(zone.value, day.day * 86400 + minute * 60).kind !== "unique",
      ),
    ),
  );
  return report("bells-in-clock-change", odd, (when) => phrase("bells-in-clock-change", { school, when }));
}

function dates(on: readonly SchoolDay[]): Wording {
  const [first] = on as readonly [SchoolDay];
  return on.length === 1
    ? spanPhrase(first.day, first.day)
    : phrase("when.dates", { n: on.length, date: { date: first.date } });
}
