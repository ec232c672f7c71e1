import { fail, ok, type Result } from "@collegium/schema";
import { parseDate } from "./civil-date.js";
import type { DayTable, SchoolDay } from "./day-table.js";
import type { MeetingSeries } from "./meeting-series.js";
import { meetingIssue } from "./meeting-words.js";
import { expandRecurrence } from "./recurrence.js";
import { parseRule } from "./recurrence-parse.js";

/**
 * The school days on which a series' own rule falls, before anybody changes a date.
 *
 * Issue codes: `unknown-series-rule` for a rule of another party, and those of the recurrence rule.
 */
export function seriesDates(series: MeetingSeries, table: DayTable): Result<readonly SchoolDay[]> {
  const first = parseDate(series.first) ?? 0;
  const last = parseDate(series.last) ?? -1;
  const days = table.days.filter(({ day, school }) => school && day >= first && day <= last);
  const { when } = series;
  if (when.kind === "cycle") {
    const { cycleDays, weekdays, every } = when;
    const fitting = days.filter(
      ({ cycleDay, weekday }) =>
        cycleDay !== undefined && cycleDays.includes(cycleDay) && (!weekdays || weekdays.includes(weekday)),
    );
    if (!weekdays) return ok(fitting.filter((_, index) => index % every === 0));
    const weeks = [...new Set(fitting.map(({ day }) => week(day)))];
    return ok(fitting.filter(({ day }) => weeks.indexOf(week(day)) % every === 0));
  }
  if (when.kind === "weeks") {
    return ok(
      days.filter(
        ({ day, weekday }) => when.weekdays.includes(weekday) && (week(day) - week(first)) % when.every === 0,
      ),
    );
  }
  if (when.kind === "after") return ok(daysAfter(table, days, when.exception, when.schoolDays));
  if (when.kind !== "rule") {
    return fail(meetingIssue("unknown-series-rule", ["when", "kind"], { key: "unknown-series-rule" }));
  }
  const rule = parseRule(when.rule);
  if (!rule.ok) return rule;
  const expanded = expandRecurrence(
    { start: { local: first * 86400, form: "date" }, rule: rule.value },
    { to: { local: (last + 1) * 86400, form: "date" }, limit: 2000 },
  );
  if (!expanded.ok) return expanded;
  const wanted = new Set(expanded.value.local.map((local) => local / 86400));
  return ok(days.filter(({ day }) => wanted.has(day)));
}

/** The number of the calendar week, from Monday. */
function week(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** The n-th school day after each stretch of dates that has the name. */
function daysAfter(table: DayTable, days: readonly SchoolDay[], name: string, nth: number): SchoolDay[] {
  const ends = table.days.filter(({ day, names }) => {
    const tomorrow = table.days[day + 1 - table.first];
    return names.includes(name) && !tomorrow?.names.includes(name);
  });
  return ends.flatMap((end) => days.filter(({ day }) => day > end.day).slice(nth - 1, nth));
}
