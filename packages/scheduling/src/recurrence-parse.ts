import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { parseMoment } from "./moment.js";
import { forbiddenCombination } from "./recurrence-combine.js";
import { partIssue } from "./recurrence-issues.js";
import { type RecurrenceRule, type RuleMonth, type RuleWeekday, WEEKDAYS } from "./recurrence-rule.js";

const LONGEST = 4096;
const LONG_LIST = 60;
const FREQUENCIES = byName(["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
const SKIPS = byName(["OMIT", "BACKWARD", "FORWARD"]);
/** Weekdays without a number, made once. */
const DAYS = new Map<string, RuleWeekday>(WEEKDAYS.map((name, weekday) => [name, { weekday }]));

type Draft = { -readonly [K in keyof RecurrenceRule]?: RecurrenceRule[K] };
type Reader = (draft: Draft, value: string) => boolean;

/** Each part's reader puts the value into the draft, or says that it is out of range. */
const READERS = new Map<string, Reader>(
  Object.entries({
    FREQ: (draft, value) => put(draft, "frequency", FREQUENCIES.get(value)),
    INTERVAL: (draft, value) => put(draft, "interval", whole(value)),
    COUNT: (draft, value) => put(draft, "count", whole(value)),
    UNTIL: (draft, value) => put(draft, "until", parseMoment(value)),
    WKST: (draft, value) => put(draft, "weekStart", DAYS.get(value)?.weekday),
    BYSECOND: (draft, value) =>
      put(
        draft,
        "bySecond",
        numbers(value, 0, 60)?.map((second) => Math.min(second, 59)),
      ),
    BYMINUTE: (draft, value) => put(draft, "byMinute", numbers(value, 0, 59)),
    BYHOUR: (draft, value) => put(draft, "byHour", numbers(value, 0, 23)),
    BYDAY: (draft, value) => put(draft, "byWeekday", list(value, readWeekday)),
    BYMONTHDAY: (draft, value) => put(draft, "byMonthDay", numbers(value, 1, 31, true)),
    BYYEARDAY: (draft, value) => put(draft, "byYearDay", numbers(value, 1, 385, true)),
    BYWEEKNO: (draft, value) => put(draft, "byWeekNumber", numbers(value, 1, 56, true)),
    BYMONTH: (draft, value) => put(draft, "byMonth", list(value, readMonth)),
    BYSETPOS: (draft, value) => put(draft, "bySetPosition", numbers(value, 1, 366, true)),
    RSCALE: (draft, value) => /^[A-Z0-9-]{1,32}$/.test(value) && put(draft, "calendar", calendarName(value)),
    SKIP: (draft, value) => put(draft, "skip", SKIPS.get(value)),
  } satisfies Record<string, Reader>),
);

/**
 * Reads a recurrence rule as calendars write it, `FREQ=WEEKLY;BYDAY=TU` with or without `RRULE:` before it.
 * Every part is checked against RFC 5545, 3.3.10 and RFC 7529; nothing unknown is skipped. A rule of any length is
 * answered at once.
 *
 * Issue codes: `rule-too-long`, `rule-part-unknown`, `rule-part-repeated`, `rule-part-out-of-range`,
 * `rule-without-frequency`, `rule-combination`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * unwrap(parseRule("FREQ=WEEKLY;BYDAY=TU")).byWeekday; // => [{ weekday: 1 }]
 * ```
 */
export function parseRule(text: string): Result<RecurrenceRule> {
  if (text.length > LONGEST) {
    return fail(partIssue("rule-too-long", undefined, "rule-too-long", { n: String(LONGEST) }));
  }
  const draft: Draft = { interval: 1, weekStart: 0, calendar: "gregorian", skip: "OMIT" };
  const seen: string[] = [];
  const upper = text.trim().toUpperCase();
  const { length } = upper;
  for (let at = upper.startsWith("RRULE:") ? 6 : 0; at < length; at++) {
    const semicolon = upper.indexOf(";", at);
    const end = semicolon < 0 ? length : semicolon;
    if (end === at) continue; // a trailing semicolon, as some calendars write
    const equals = upper.indexOf("=", at);
    const name = upper.slice(at, equals < 0 || equals > end ? end : equals);
    const reader = READERS.get(name);
    if (!reader) return fail(unknownPart(name));
    if (seen.includes(name)) return fail(partIssue("rule-part-repeated", name, "rule-part-repeated"));
    seen.push(name);
    at += name.length + 1;
    if (at > end || !reader(draft, upper.slice(at, end))) return fail(outOfRange(name));
    at = end;
  }
  return finished(draft, seen);
}

function finished(draft: Draft, seen: readonly string[]): Result<RecurrenceRule> {
  if (!draft.frequency) {
    return fail(partIssue("rule-without-frequency", "FREQ", "rule-without-frequency"));
  }
  const rule = draft as RecurrenceRule;
  const broken = forbiddenCombination(rule, seen.includes("RSCALE"), seen.includes("SKIP"));
  return broken ? fail(broken) : ok(rule);
}

function put<K extends keyof Draft>(draft: Draft, key: K, value: Draft[K] | undefined): boolean {
  if (value === undefined) return false;
  draft[key] = value;
  return true;
}

/** Names as the constants that stand for them: comparing these needs no look at their letters. */
function byName<const Name extends string>(names: readonly Name[]): ReadonlyMap<string, Name> {
  return new Map(names.map((name) => [name, name]));
}

/** The number of up to so many digits; `undefined` for anything else. */
function digits(text: string, from: number, most: number): number | undefined {
  const { length } = text;
  if (length <= from || length - from > most) return undefined;
  let number = 0;
  for (let at = from; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

function whole(text: string): number | undefined {
  const number = digits(text, 0, 10);
  return number === 0 ? undefined : number;
}

/** The items of a list, separated by commas; `undefined` where one of them cannot be read. */
function list<T>(text: string, read: (item: string) => T | undefined): T[] | undefined {
  const values: T[] = [];
  for (let at = 0; at <= text.length; ) {
    const comma = text.indexOf(",", at);
    const end = comma < 0 ? text.length : comma;
    const value = read(text.slice(at, end));
    if (value === undefined) return undefined;
    values.push(value);
    at = end + 1;
  }
  return values;
}

/** A list of whole numbers; `signed` allows the same range below zero. */
function numbers(text: string, least: number, most: number, signed = false): number[] | undefined {
  const values = list(text, (item) =>
    signed ? signedWithin(item, least, most, 3) : within(item, 0, least, most, 2),
  );
  // A long list names most of its values again and again.
  return values && values.length > LONG_LIST ? [...new Set(values)] : values;
}

function signedWithin(text: string, least: number, most: number, places: number): number | undefined {
  const size = within(text, text[0] === "+" || text[0] === "-" ? 1 : 0, least, most, places);
  return size !== undefined && text[0] === "-" ? -size : size;
}

function within(text: string, from: number, least: number, most: number, places: number): number | undefined {
  const size = digits(text, from, places);
  return size !== undefined && size >= least && size <= most ? size : undefined;
}

function readWeekday(text: string): RuleWeekday | undefined {
  const plain = DAYS.get(text);
  if (plain) return plain;
  const weekday = DAYS.get(text.slice(-2))?.weekday;
  const nth = signedWithin(text.slice(0, -2), 1, 56, 2);
  return weekday === undefined || nth === undefined ? undefined : { weekday, nth };
}

function readMonth(text: string): RuleMonth | undefined {
  const match = /^(\d{1,2})(L?)$/.exec(text);
  const month = match ? Number(match[1]) : 0;
  return month >= 1 && month <= 13 ? { month, leap: match![2] === "L" } : undefined;
}

function calendarName(value: string): string {
  return value === "GREGORY" || value === "ISO8601" ? "gregorian" : value.toLowerCase();
}

function unknownPart(name: string): Issue {
  const known = /^[A-Z-]{1,20}$/.test(name) ? name : undefined;
  return partIssue("rule-part-unknown", known, "rule-part-unknown", {
    parts: [...READERS.keys()].join(", "),
  });
}

function outOfRange(name: string): Issue {
  return partIssue("rule-part-out-of-range", name, "rule-part-out-of-range");
}
