import type { RecurrencePlan } from "./recurrence-plan.js";
import { GREGORIAN } from "./recurrence-year.js";

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Calendars with months of 31 days, and those with a thirteenth month; all others have twelve of at most 30. */
const LONG_MONTHS = ["persian", "indian"];
const THIRTEEN = ["ethiopic", "coptic"];

/**
 * Whether a rule can be seen at once to fit no date, such as 30 February or the third of two days; what this does
 * not see, the bounded search finds.
 */
export function isImpossible(plan: RecurrencePlan): boolean {
  const { months, monthDays, positions, skip } = plan;
  const { name } = plan.calendar;
  if (plan.calendar === GREGORIAN) {
    const most = Math.max(...(months?.map(({ month }) => LONGEST[month - 1]!) ?? LONGEST));
    if (skip === "OMIT" && monthDays?.every((day) => Math.abs(day) > most)) return true;
  } else {
    const most = LONG_MONTHS.includes(name) ? 31 : 30;
    if (skip === "OMIT" && monthDays?.every((day) => Math.abs(day) > most)) return true;
    if (!THIRTEEN.includes(name) && months?.every(({ month }) => month > 12)) return true;
    // The thirteenth month has five or six days.
    const last = months?.every(({ month }) => month === 13) ?? false;
    if (skip === "OMIT" && last && monthDays?.every((day) => Math.abs(day) > 6)) return true;
  }
  const days = { WEEKLY: plan.weekdays?.length, DAILY: 1 }[plan.frequency as "DAILY"];
  if (!positions || days === undefined) return false;
  const size = days * plan.hours.length * plan.minutes.length * plan.seconds.length;
  return positions.every((position) => Math.abs(position) > size);
}
