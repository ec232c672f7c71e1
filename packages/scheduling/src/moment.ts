import { civilDate, validDay } from "./civil-date.js";

/** A date or date-time as calendars write it, before any zone gives it a meaning. */
export interface Moment {
  /** Seconds since 1970-01-01T00:00:00, read as if the wall time were UTC. */
  readonly local: number;
  /** A whole day, a wall time, or an instant in UTC (`Z`). */
  readonly form: "date" | "local" | "utc";
}

const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/i;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z?))?$/i;

/**
 * Reads a date or date-time, written as in iCalendar (`20260901T090000`) or ISO 8601 (`2026-09-01T09:00`).
 * Returns `undefined` for a text that names no existing date or time of day. A leap second 60 counts as 59
 * (RFC 5545, 3.3.12).
 * @example
 * ```ts
 * parseMoment("20260901T090000"); // => { local: 1788253200, form: "local" }
 * ```
 */
export function parseMoment(text: string): Moment | undefined {
  if (text.length > 32) return undefined;
  const match = BASIC.exec(text) ?? ISO.exec(text);
  if (!match) return undefined;
  const day = validDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) return undefined;
  if (match[4] === undefined) return { local: day * 86400, form: "date" };
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6] ?? 0);
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const local = day * 86400 + hour * 3600 + minute * 60 + Math.min(second, 59);
  return { local, form: match[7] ? "utc" : "local" };
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value));
const four = (value: number) => (value < 1000 ? String(value).padStart(4, "0") : String(value));

/**
 * A moment as iCalendar writes it.
 * @example
 * ```ts
 * basicText(1788253200, "utc"); // => "20260901T090000Z"
 * ```
 */
export function basicText(local: number, form: Moment["form"]): string {
  return text(local, form, "", "");
}

/**
 * A moment in ISO 8601.
 * @example
 * ```ts
 * isoText(1788253200, "local"); // => "2026-09-01T09:00:00"
 * ```
 */
export function isoText(local: number, form: Moment["form"]): string {
  return text(local, form, "-", ":");
}

function text(local: number, form: Moment["form"], dash: string, colon: string): string {
  const number = Math.floor(local / 86400);
  const { year, month, day } = civilDate(number);
  const date = four(year) + dash + two(month) + dash + two(day);
  if (form === "date") return date;
  const second = local - number * 86400;
  const time =
    two(Math.floor(second / 3600)) + colon + two(Math.floor(second / 60) % 60) + colon + two(second % 60);
  return `${date}T${time}${form === "utc" ? "Z" : ""}`;
}
