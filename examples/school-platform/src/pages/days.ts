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
