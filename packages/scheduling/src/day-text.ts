import { TZDate } from "@date-fns/tz";
import { format } from "date-fns/format";
import { es } from "date-fns/locale/es";
import { civilDate, dayNumber, isoDate, weekdayOf } from "./civil-date.js";
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
  const weekday = named(locale, "EEEE", day);
  const called = named(locale, "MMMM", dayNumber(2026, month, 1));
  const years = String(year).padStart(4, "0");
  return locale === "es"
    ? `${weekday} ${date} de ${called} de ${years}`
    : `${weekday} ${date} ${called} ${years}`;
}

/** The name of a day's weekday or month; kept, for a long list of dates has few. */
function named(locale: SchedulingLocale, what: "EEEE" | "MMMM", day: number): string {
  const key = `${locale} ${what} ${what === "EEEE" ? weekdayOf(day) : civilDate(day).month}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const { year, month, day: date } = civilDate(day);
  const at = new TZDate(year, month - 1, date, "UTC");
  const name = locale === "es" ? format(at, what, { locale: es }) : format(at, what);
  names.set(key, name);
  return name;
}

const names = new Map<string, string>();

/** One day, or a stretch of days, as a phrase. */
export function spanPhrase(first: number, last: number): Wording {
  return first === last
    ? { key: "when.on", values: { date: { date: isoDate(first) } } }
    : { key: "when.span", values: { first: { date: isoDate(first) }, last: { date: isoDate(last) } } };
}
