import type { RecurrenceRule } from "../src/index.js";

const DAY = 86_400_000;
const date = (day: number) => new Date(day * DAY);
const weekday = (day: number) => (date(day).getUTCDay() + 6) % 7;
const lengthOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const yearLength = (year: number) => (lengthOf(year, 2) === 29 ? 366 : 365);
const dayOfYear = (day: number) =>
  Math.round((day * DAY - Date.UTC(date(day).getUTCFullYear(), 0, 1)) / DAY) + 1;

/** Year and number of a day's week: the week belongs to the year that holds most of it. */
function week(day: number, start: number): { year: number; number: number; of: number } {
  const first = day - ((weekday(day) - start + 7) % 7);
  const year = date(first + 3).getUTCFullYear();
  const number = Math.floor((dayOfYear(first + 3) - 1) / 7) + 1;
  let last = Math.round(Date.UTC(year, 11, 31) / DAY);
  while (date(last - ((weekday(last) - start + 7) % 7) + 3).getUTCFullYear() !== year) last--;
  const middle = last - ((weekday(last) - start + 7) % 7) + 3;
  return { year, number, of: Math.floor((dayOfYear(middle) - 1) / 7) + 1 };
}

/**
 * A second, slow way to expand a rule of whole days: look at every day and ask every part. For laws only.
 * Covers DAILY to YEARLY in the Gregorian calendar without SKIP.
 */
export function naiveDays(rule: RecurrenceRule, start: number, end: number): number[] {
  const { frequency, interval, weekStart } = rule;
  const bare = !rule.byWeekday && !rule.byMonthDay && !rule.byYearDay;
  const begin = date(start);
  const needsDay = bare && (frequency === "MONTHLY" || (frequency === "YEARLY" && !rule.byWeekNumber));
  const monthDays = rule.byMonthDay ?? (needsDay ? [begin.getUTCDate()] : undefined);
  const ownMonth =
    frequency === "YEARLY" && monthDays && !rule.byWeekNumber && !rule.byYearDay && !rule.byWeekday;
  const months =
    rule.byMonth?.map(({ month }) => month) ?? (ownMonth ? [begin.getUTCMonth() + 1] : undefined);
  const needsWeekday = bare && (frequency === "WEEKLY" || rule.byWeekNumber);
  const weekdays = rule.byWeekday ?? (needsWeekday ? [{ weekday: weekday(start) }] : undefined);
  const inMonth = frequency === "MONTHLY" || rule.byMonth !== undefined;

  const period = (day: number): number => {
    const at = date(day);
    if (frequency === "YEARLY") return rule.byWeekNumber ? week(day, weekStart).year : at.getUTCFullYear();
    if (frequency === "MONTHLY") return at.getUTCFullYear() * 12 + at.getUTCMonth();
    return frequency === "WEEKLY" ? Math.floor((day + 3 - weekStart) / 7) : day;
  };
  const nth = (wanted: readonly number[], position: number, length: number) =>
    wanted.some((value) => value === position || value === position - length - 1);
  const fits = (day: number): boolean => {
    const at = date(day);
    const [year, month, monthDay] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
    if (months && !months.includes(month)) return false;
    const inWeek = week(day, weekStart);
    if (rule.byWeekNumber && !nth(rule.byWeekNumber, inWeek.number, inWeek.of)) return false;
    if (rule.byYearDay && !nth(rule.byYearDay, dayOfYear(day), yearLength(year))) return false;
    if (monthDays && !nth(monthDays, monthDay, lengthOf(year, month))) return false;
    if (!weekdays) return true;
    const [position, length] = inMonth
      ? [monthDay, lengthOf(year, month)]
      : [dayOfYear(day), yearLength(year)];
    return weekdays.some(
      (one) =>
        one.weekday === weekday(day) &&
        (one.nth === undefined ||
          one.nth === Math.ceil(position / 7) ||
          one.nth === -Math.ceil((length - position + 1) / 7)),
    );
  };

  const first = period(start);
  const groups = new Map<number, number[]>();
  for (let day = start - 400; day < end + 400; day++) {
    const key = period(day);
    if ((key - first) % interval !== 0 || !fits(day)) continue;
    const group = groups.get(key);
    if (group) group.push(day);
    else groups.set(key, [day]);
  }
  const positions = rule.bySetPosition;
  return [...groups.values()]
    .flatMap((group) =>
      positions ? group.filter((_, index) => nth(positions, index + 1, group.length)) : group,
    )
    .filter((day) => day >= start && day < end);
}
