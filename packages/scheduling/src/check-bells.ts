import type { Issue } from "@collegium/schema";
import { periodsOf, type SchoolPeriod } from "./bell-schedule.js";
import { timeText } from "./civil-date.js";
import { spanOf } from "./day-table.js";
import type { SchoolCalendar } from "./school-calendar.js";

/** Issues within bell schedules, and between exceptions that meet on one date. */
export function checkBells(calendar: SchoolCalendar): Issue[] {
  const found: Issue[] = [];
  const kindName = (id: string) => calendar.dayKinds.find((kind) => kind.id === id)?.name ?? id;
  calendar.schools.forEach((school, index) => {
    school.bells.forEach((bells, at) => {
      const path = ["schools", index, "bells", at];
      const where = `At ${school.name}, in the bells for ${kindName(bells.dayKind)}`;
      bells.periods.forEach(({ id }, nth) => {
        if (bells.periods.findIndex((period) => period.id === id) < nth) {
          found.push({
            code: "repeated-id",
            path: [...path, "periods", nth, "id"],
            message: `${where}, two periods have the same id.`,
            hint: "Rename one.",
          });
        }
      });
      for (const { code, message } of periodFaults(periodsOf(bells))) {
        found.push({ code, path, message: `${where}, ${message}`, hint: "Correct the times." });
      }
    });
  });
  return [...found, ...checkExceptions(calendar)];
}

/** What is wrong among the periods of one day, as the end of a sentence. */
export function periodFaults(periods: readonly SchoolPeriod[]): { code: string; message: string }[] {
  const found: { code: string; message: string }[] = [];
  const times = ({ start, end }: SchoolPeriod) => `${timeText(start)} to ${timeText(end)}`;
  let latest: SchoolPeriod | undefined;
  for (const period of periods) {
    if (period.end <= period.start) {
      found.push({
        code: "period-backwards",
        message: `${period.name} (${times(period)}) ends before it begins.`,
      });
    } else if (latest && period.start < latest.end) {
      found.push({
        code: "overlapping-periods",
        message: `${period.name} (${times(period)}) begins before ${latest.name} (${times(latest)}) ends.`,
      });
    }
    if (!latest || period.end > latest.end) latest = period;
  }
  return found;
}

function checkExceptions({ exceptions, schools }: SchoolCalendar): Issue[] {
  const found: Issue[] = [];
  const known = new Set(
    schools.flatMap(({ bells }) => bells.flatMap(({ periods }) => periods.map(({ id }) => id))),
  );
  exceptions.forEach((exception, index) => {
    exception.periods?.forEach((change, at) => {
      if (change.cancelled || known.has(change.period) || (change.start && change.end)) return;
      found.push({
        code: "incomplete-period",
        path: ["exceptions", index, "periods", at],
        message: `${exception.name} adds a period without saying when it begins and ends.`,
        hint: "Give it a start and an end, or use the id of an existing period.",
      });
    });
    if (exception.dayKind === undefined) return;
    const span = spanOf(exception);
    const other = exceptions.findIndex((one, at) => {
      if (at >= index || one.dayKind === undefined || one.dayKind === exception.dayKind) return false;
      const theirs = spanOf(one);
      const sameSchool =
        !one.schools || !exception.schools || one.schools.some((id) => exception.schools?.includes(id));
      const sameDates = theirs.first === span.first && theirs.last === span.last;
      return sameSchool && sameDates && !one.cycleDays && !exception.cycleDays;
    });
    if (other >= 0) {
      found.push({
        code: "exceptions-disagree",
        path: ["exceptions", index],
        message: `${exceptions[other]!.name} and ${exception.name} give the same dates different kinds of day; the later one counts.`,
        hint: "Remove one of them.",
      });
    }
  });
  return found;
}
