import { TZDate } from "@date-fns/tz";
import { format } from "date-fns/format";
import { civilDate } from "./civil-date.js";

/** A day as people write it: `Monday 5 October 2026`. */
export function dayText(day: number): string {
  const { year, month, day: date } = civilDate(day);
  return format(new TZDate(year, month - 1, date, "UTC"), "EEEE d MMMM yyyy");
}

/** One day, or a stretch of days. */
export function spanText(first: number, last: number): string {
  return first === last ? `on ${dayText(first)}` : `from ${dayText(first)} to ${dayText(last)}`;
}
