import { TZDate } from "@date-fns/tz";
import { format } from "date-fns/format";
import { es } from "date-fns/locale/es";
import { civilDate, isoDate } from "./civil-date.js";
import type { SchedulingLocale, Wording } from "./wording.js";

/**
 * A day, counted from 1970-01-01, as people write it in a language.
 * @example
 * ```ts
 * dayText(20731); // => "Monday 5 October 2026"
 * dayText(20731, "es"); // => "lunes 5 de octubre de 2026"
 * ```
 */
export function dayText(day: number, locale: SchedulingLocale = "en"): string {
  const { year, month, day: date } = civilDate(day);
  const at = new TZDate(year, month - 1, date, "UTC");
  return locale === "es"
    ? format(at, "EEEE d 'de' MMMM 'de' yyyy", { locale: es })
    : format(at, "EEEE d MMMM yyyy");
}

/** One day, or a stretch of days, as a phrase. */
export function spanPhrase(first: number, last: number): Wording {
  return first === last
    ? { key: "when.on", values: { date: { date: isoDate(first) } } }
    : { key: "when.span", values: { first: { date: isoDate(first) }, last: { date: isoDate(last) } } };
}
