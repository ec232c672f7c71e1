import type { Issue } from "@collegium/schema";
import { periodsOf, type SchoolPeriod } from "./bell-schedule.js";
import { type CalendarWording, calendarIssue, phrase, timesPhrase } from "./calendar-words.js";
import { spanOf } from "./day-table.js";
import type { BellSchedule, CalendarException, SchoolCalendar } from "./school-calendar.js";

/** Issues within bell schedules, and between exceptions that meet on one date. */
export function checkBells(calendar: SchoolCalendar): Issue[] {
  const found: Issue[] = [];
  const kindName = (id: string) => calendar.dayKinds.find((kind) => kind.id === id)?.name ?? id;
  calendar.schools.forEach((school, index) => {
    school.bells.forEach((bells, at) => {
      const path = ["schools", index, "bells", at];
      if (school.bells.some((other, earlier) => earlier < at && ringTogether(other, bells))) {
        const values = { school: school.name, kind: kindName(bells.dayKind) };
        found.push(calendarIssue("bells-twice", path, phrase("bells-twice", values)));
      }
      const where = phrase("where.bells", { school: school.name, kind: kindName(bells.dayKind) });
      bells.periods.forEach(({ id }, nth) => {
        if (bells.periods.findIndex((period) => period.id === id) < nth) {
          const at = [...path, "periods", nth, "id"];
          found.push(calendarIssue("repeated-id", at, phrase("repeated-period", { where })));
        }
      });
      for (const { code, fault } of periodFaults(periodsOf(bells))) {
        found.push(calendarIssue(code, path, phrase("bells-fault", { where, fault })));
      }
    });
  });
  return [...found, ...checkExceptions(calendar)];
}

/** Whether two schedules want to ring on the same days: one for all cycle days beside one for some is meant. */
function ringTogether(one: BellSchedule, other: BellSchedule): boolean {
  if (one.dayKind !== other.dayKind) return false;
  if (!one.cycleDays || !other.cycleDays) return !one.cycleDays && !other.cycleDays;
  return one.cycleDays.some((id) => other.cycleDays!.includes(id));
}

/** What is wrong among the periods of one day, as the end of a sentence. */
export function periodFaults(periods: readonly SchoolPeriod[]): { code: string; fault: CalendarWording }[] {
  const found: { code: string; fault: CalendarWording }[] = [];
  let latest: SchoolPeriod | undefined;
  for (const period of periods) {
    const own = { period: period.name, times: timesPhrase(period) };
    if (period.end <= period.start) {
      found.push({ code: "period-backwards", fault: phrase("fault.period-backwards", own) });
    } else if (latest && period.start < latest.end) {
      const values = { ...own, other: latest.name, otherTimes: timesPhrase(latest) };
      found.push({ code: "overlapping-periods", fault: phrase("fault.overlapping-periods", values) });
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
  const bySpan = new Map<string, CalendarException[]>();
  exceptions.forEach((exception, index) => {
    exception.periods?.forEach((change, at) => {
      if (change.cancelled || known.has(change.period) || (change.start && change.end)) return;
      const path = ["exceptions", index, "periods", at];
      found.push(
        calendarIssue("incomplete-period", path, phrase("incomplete-period", { name: exception.name })),
      );
    });
    if (exception.dayKind === undefined) return;
    if (exception.cycleDays) return;
    const { first, last } = spanOf(exception);
    const before = bySpan.get(`${first} ${last}`) ?? [];
    bySpan.set(`${first} ${last}`, before);
    const other = before.find(
      (one) =>
        one.dayKind !== exception.dayKind &&
        (!one.schools || !exception.schools || one.schools.some((id) => exception.schools?.includes(id))),
    );
    before.push(exception);
    if (other) {
      const names = { one: other.name, other: exception.name };
      found.push(
        calendarIssue("exceptions-disagree", ["exceptions", index], phrase("exceptions-disagree", names)),
      );
    }
  });
  return found;
}
