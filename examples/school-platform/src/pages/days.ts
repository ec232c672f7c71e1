/** A day as people say it: Tuesday 24 November. */
export function dayName(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
}

/** A day in short: 24 Nov 2026, in the reader's order. */
export function shortDay(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  });
}

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A day with its weekday, both short: Tue, Nov 24. */
export function weekdayDay(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
}

/** A time of day as the reader says it: 1:05 PM, 13:05. */
export function timeOfDay(minutes: number, locale: string): string {
  const time = new Date(minutes * 60_000);
  return time.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
}

/** From one time of day to another: 1:10 – 1:55 PM. */
export function timeSpan(start: number, end: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  return format.formatRange(new Date(start * 60_000), new Date(end * 60_000));
}
