import { civilDate, validDay } from "./civil-date.js";

/** A date or date-time as calendars write it, before any zone gives it a meaning. */
export interface Moment {
  /** Seconds since 1970-01-01T00:00:00, read as if the wall time were UTC. */
  readonly local: number;
  /** A whole day, a wall time, or an instant in UTC (`Z`). */
  readonly form: "date" | "local" | "utc";
}

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
  const { length } = text;
  if (length > 32) return undefined;
  if (text.charCodeAt(4) === DASH) return parseIso(text);
  if (length === 15 && text.charCodeAt(8) === LETTER_T) return parseLocal(text, 0);
  if (length !== 8 && length !== 15 && length !== 16) return undefined;
  const day = validDay(twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 4), twoDigits(text, 6));
  if (length === 8) return moment(day, 0, 0, 0, "date");
  const form = length === 15 ? "local" : "utc";
  if (!isLetter(text, 8, "T") || (form === "utc" && !isLetter(text, 15, "Z"))) return undefined;
  return moment(day, twoDigits(text, 9), twoDigits(text, 11), twoDigits(text, 13), form);
}

/** The form that long lists of dates have, read in one pass over its digits from `at` on. */
function parseLocal(text: string, at: number): Moment | undefined {
  const y1 = digit(text, at);
  const y2 = digit(text, at + 1);
  const y3 = digit(text, at + 2);
  const y4 = digit(text, at + 3);
  const m1 = digit(text, at + 4);
  const m2 = digit(text, at + 5);
  const d1 = digit(text, at + 6);
  const d2 = digit(text, at + 7);
  const h1 = digit(text, at + 9);
  const h2 = digit(text, at + 10);
  const n1 = digit(text, at + 11);
  const n2 = digit(text, at + 12);
  const s1 = digit(text, at + 13);
  const s2 = digit(text, at + 14);
  // The sign bit is set where a character was no digit.
  const all = y1 | y2 | y3 | y4 | m1 | m2 | d1 | (d2 | h1 | h2 | n1 | n2 | s1 | s2);
  const most =
    (9 - y1) |
    (9 - y2) |
    (9 - y3) |
    (9 - y4) |
    (9 - m1) |
    (9 - m2) |
    (9 - d1) |
    (9 - d2) |
    (9 - h1) |
    (9 - h2) |
    (9 - n1) |
    (9 - n2) |
    (9 - s1) |
    (9 - s2);
  const day = validDay(y1 * 1000 + y2 * 100 + y3 * 10 + y4, m1 * 10 + m2, d1 * 10 + d2);
  const hour = h1 * 10 + h2;
  const minute = n1 * 10 + n2;
  const second = s1 * 10 + s2;
  if ((all | most) < 0 || day === undefined || hour > 23 || minute > 59 || second > 60) return undefined;
  return { local: day * 86400 + hour * 3600 + minute * 60 + (second === 60 ? 59 : second), form: "local" };
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}

/**
 * Reads a list of dates or date-times, separated by commas as an `EXDATE` has them; `undefined` where one of them is
 * none, and for a text longer than a line of a calendar file may be (250,000 characters).
 */
export function parseMoments(text: string): Moment[] | undefined {
  const { length } = text;
  if (length > LONGEST_LIST) return undefined;
  const found = new Array<Moment>((length + 1) >> 4);
  let size = 0;
  for (let at = 0; at <= length; ) {
    const comma = at + 15;
    const plain =
      text.charCodeAt(at + 8) === LETTER_T && (comma === length || text.charCodeAt(comma) === COMMA);
    const end = plain ? comma : endOf(text, at);
    const moment = plain ? parseLocal(text, at) : parseMoment(text.slice(at, end));
    if (!moment) return undefined;
    found[size++] = moment;
    at = end + 1;
  }
  if (found.length !== size) found.length = size;
  return found;
}

function endOf(text: string, at: number): number {
  const comma = text.indexOf(",", at);
  return comma < 0 ? text.length : comma;
}

const LONGEST_LIST = 250_000;
const COMMA = 44;
const DASH = 45;
const LETTER_T = 84;
const ZERO = 48;

/** Larger than any part of a date; a whole number like the others, which arithmetic stays fast with. */
const NO_DIGITS = 10_000;

/** The number of two digits of a text. Faster than a pattern, for long lists of dates. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? NO_DIGITS : tens * 10 + ones;
}

function isLetter(text: string, at: number, letter: string): boolean {
  return (text.charCodeAt(at) & ~32) === letter.charCodeAt(0); // either case
}

function parseIso(text: string): Moment | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const day = validDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (match[4] === undefined) return moment(day, 0, 0, 0, "date");
  return moment(day, Number(match[4]), Number(match[5]), Number(match[6] ?? 0), match[7] ? "utc" : "local");
}

function moment(
  day: number | undefined,
  hour: number,
  minute: number,
  second: number,
  form: Moment["form"],
): Moment | undefined {
  if (day === undefined || !(hour <= 23 && minute <= 59 && second <= 60)) return undefined;
  return { local: day * 86400 + hour * 3600 + minute * 60 + Math.min(second, 59), form };
}

/**
 * A moment as iCalendar writes it.
 * @example
 * ```ts
 * basicText(1788253200, "utc"); // => "20260901T090000Z"
 * ```
 */
export function basicText(local: number, form: Moment["form"]): string {
  return basic(local, form);
}

/**
 * A moment in ISO 8601.
 * @example
 * ```ts
 * isoText(1788253200, "local"); // => "2026-09-01T09:00:00"
 * ```
 */
export function isoText(local: number, form: Moment["form"]): string {
  return iso(local, form);
}

const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

/** Writes moments; those that follow each other share the words of their month and of their time of day. */
function writer(dash: string, colon: string): (local: number, form: Moment["form"]) => string {
  let first = 1; // of the latest month, and its end
  let end = 0;
  let month = "";
  let second = -1; // the latest time of day
  let time = "";
  return (local, form) => {
    const day = Math.floor(local / 86400);
    if (day < first || day >= end) {
      const date = civilDate(day);
      first = day - date.day + 1;
      end = day + 1; // what comes later is looked at once more, unless it is in the month for certain
      if (date.day < 28) end = first + 28;
      month = String(date.year).padStart(4, "0") + dash + TWO[date.month] + dash;
    }
    const date = month + TWO[day - first + 1];
    if (form === "date") return date;
    const now = local - day * 86400;
    if (now !== second) {
      second = now;
      time = `T${TWO[Math.floor(now / 3600)]}${colon}${TWO[Math.floor(now / 60) % 60]}${colon}${TWO[now % 60]}`;
    }
    return form === "utc" ? `${date}${time}Z` : date + time;
  };
}

const basic = writer("", "");
const iso = writer("-", ":");
