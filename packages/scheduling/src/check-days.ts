import type { Issue } from "@collegium/schema";
import { periodFaults } from "./check-bells.js";
import { type DayTable, dayTable, type SchoolDay } from "./day-table.js";
import { dayText } from "./day-text.js";
import type { SchoolCalendar } from "./school-calendar.js";
import { wallTime } from "./wall-time.js";
import { findZone } from "./zone.js";

/** Issues that only show on the dates themselves. One issue per cause, with the number of dates and the first. */
export function checkDays(calendar: SchoolCalendar): Issue[] {
  return calendar.schools.flatMap((school, index) => {
    const table = dayTable(calendar, school.id);
    if (!table.ok) return [];
    const path = ["schools", index];
    const days = table.value.days.filter((day) => day.school);
    const report = (
      code: string,
      on: readonly SchoolDay[],
      text: (when: string) => string,
      hint: string,
    ): Issue[] =>
      on.length === 0
        ? []
        : [
            {
              code,
              path,
              message: `At ${school.name}, ${text(dates(on))}`,
              hint,
              data: { dates: on.map(({ date }) => date) },
            },
          ];
    if (days.length === 0) {
      return [
        {
          code: "no-school-days",
          path,
          message: `${school.name} has no day of school.`,
          hint: "Give the ordinary week a day kind with school.",
        },
      ];
    }
    const kinds = [...new Set(days.map(({ dayKind }) => dayKind!))];
    const kindName = (id: string) => calendar.dayKinds.find((kind) => kind.id === id)?.name ?? id;
    return [
      ...kinds.flatMap((kind) =>
        report(
          "no-schedule",
          days.filter((day) => day.dayKind === kind && day.periods.length === 0),
          (when) => `no bells are known for ${kindName(kind)} ${when}.`,
          "Add a bell schedule for this kind of day.",
        ),
      ),
      ...report(
        "day-outside-terms",
        calendar.terms.length > 0 ? days.filter(({ term }) => term === undefined) : [],
        (when) => `there is school outside every term ${when}.`,
        "Extend a term, or mark the dates as holidays.",
      ),
      ...changedBells(days, report),
      ...cycleIssues(calendar, days, school.name, path),
      ...clockChanges(table.value, days, report),
    ];
  });
}

type Report = (
  code: string,
  on: readonly SchoolDay[],
  text: (when: string) => string,
  hint: string,
) => Issue[];

/** Faults that appear only where a special schedule meets the day's own. */
function changedBells(days: readonly SchoolDay[], report: Report): Issue[] {
  const byFault = new Map<string, { code: string; days: SchoolDay[] }>();
  for (const day of days) {
    if (day.names.length === 0) continue;
    for (const { code, message } of periodFaults(day.periods)) {
      const entry = byFault.get(message) ?? { code, days: [] };
      entry.days.push(day);
      byFault.set(message, entry);
    }
  }
  return [...byFault].flatMap(([message, { code, days: on }]) =>
    report(code, on, (when) => `${when} ${message}`, "Correct the special schedule."),
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
    const how = times === 0 ? "never comes" : "comes once and never returns";
    return [
      {
        code: "cycle-never-returns",
        path,
        message: `At ${school}, the cycle day ${id} ${how}.`,
        hint: "Shorten the cycle, or let fewer exceptions set it.",
      },
    ];
  });
}

/** Bells that ring at a time that the clocks leave out or repeat. */
function clockChanges(table: DayTable, days: readonly SchoolDay[], report: Report): Issue[] {
  const zone = findZone(table.zone);
  if (!zone.ok) return [];
  const odd = days.filter((day) =>
    day.periods.some((period) =>
      [period.start, period.end].some(
        (minute) => wallTime(zone.value, day.day * 86400 + minute * 60).kind !== "unique",
      ),
    ),
  );
  return report(
    "bells-in-clock-change",
    odd,
    (when) => `a bell rings while the clocks are changed ${when}; it is taken before the change.`,
    "Move the bell if that is not meant.",
  );
}

function dates(on: readonly SchoolDay[]): string {
  const first = dayText(on[0]!.day);
  return on.length === 1 ? `on ${first}` : `on ${on.length} dates, first on ${first}`;
}
