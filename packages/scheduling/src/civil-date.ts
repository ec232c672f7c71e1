/**
 * The day number of a date: whole days since 1970-01-01, so that school days can be counted with plain arithmetic.
 * Exact in the proleptic Gregorian calendar for every year; month 1 to 12. Independent of any time zone.
 * Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 * @example
 * ```ts
 * dayNumber(2026, 9, 1); // => 20697
 * ```
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** A date's parts; month 1 to 12. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The date of a day number, the inverse of {@link dayNumber}.
 * @example
 * ```ts
 * civilDate(20697); // => { year: 2026, month: 9, day: 1 }
 * ```
 */
export function civilDate(number: number): CivilDate {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/**
 * The weekday of a day number, 0 for Monday to 6 for Sunday.
 * @example
 * ```ts
 * weekdayOf(dayNumber(2026, 9, 1)); // => 1
 * ```
 */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/**
 * A day number as an ISO 8601 date.
 * @example
 * ```ts
 * isoDate(20697); // => "2026-09-01"
 * ```
 */
export function isoDate(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/**
 * The day number of an ISO 8601 date, or `undefined` where the text is no date of the calendar.
 * @example
 * ```ts
 * parseDate("2027-02-29"); // => undefined
 * ```
 */
export function parseDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  return validDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day number of a date that exists, or `undefined`. */
export function validDay(year: number, month: number, day: number): number | undefined {
  if (!(year >= 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const nth = (year - FIRST_YEAR) * 12 + month - 1;
  if (nth >= 0 && nth < MONTHS) {
    const number = (monthStarts[nth] || monthStart(nth)) + day - 1;
    return day <= 28 || number < (monthStarts[nth + 1] || monthStart(nth + 1)) ? number : undefined;
  }
  const number = dayNumber(year, month, day);
  return day <= 28 || civilDate(number).month === month ? number : undefined;
}

/** First days of the months of the years that calendars are about, worked out when they are first asked for. */
const FIRST_YEAR = 1971;
const MONTHS = 150 * 12;
const monthStarts = new Int32Array(MONTHS + 1);

function monthStart(nth: number): number {
  monthStarts[nth] = dayNumber(FIRST_YEAR + Math.floor(nth / 12), (nth % 12) + 1, 1);
  return monthStarts[nth]!;
}

/**
 * Minutes after midnight of a time of day such as `08:05`, up to `24:00`, or `undefined`.
 * @example
 * ```ts
 * parseTime("08:05"); // => 485
 * ```
 */
export function parseTime(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes : undefined;
}

/**
 * Minutes after midnight as a time of day.
 * @example
 * ```ts
 * timeText(485); // => "08:05"
 * ```
 */
export function timeText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
