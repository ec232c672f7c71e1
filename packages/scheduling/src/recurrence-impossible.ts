import type { RecurrencePlan } from "./recurrence-plan.js";
import { GREGORIAN } from "./recurrence-year.js";

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a rule can be seen at once to fit no date, such as 30 February or the third of two days; what this does
 * not see, the bounded search finds.
 */
export function isImpossible(plan: RecurrencePlan): boolean {
  const { months, monthDays, positions, skip } = plan;
  if (months && monthDays && skip === "OMIT" && plan.calendar === GREGORIAN) {
    const most = Math.max(...months.map(({ month }) => LONGEST[month - 1]!));
    if (monthDays.every((day) => Math.abs(day) > most)) return true;
  }
  const days = { WEEKLY: plan.weekdays?.length, DAILY: 1 }[plan.frequency as "DAILY"];
  if (!positions || days === undefined) return false;
  const size = days * plan.hours.length * plan.minutes.length * plan.seconds.length;
  return positions.every((position) => Math.abs(position) > size);
}
