import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { parseMoment } from "./moment.js";
import { forbiddenCombination } from "./recurrence-combine.js";
import { partIssue } from "./recurrence-issues.js";
import {
  type Frequency,
  type RecurrenceRule,
  type RuleMonth,
  type RuleWeekday,
  WEEKDAYS,
} from "./recurrence-rule.js";

const LONGEST = 4096;
const FREQUENCIES = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const SKIPS = ["OMIT", "BACKWARD", "FORWARD"];

type Draft = { -readonly [K in keyof RecurrenceRule]?: RecurrenceRule[K] };
type Reader = (draft: Draft, value: string) => boolean;

/** Each part's reader puts the value into the draft, or says that it is out of range. */
const READERS = new Map<string, Reader>(
  Object.entries({
    FREQ: (draft, value) => FREQUENCIES.includes(value) && put(draft, "frequency", value as Frequency),
    INTERVAL: (draft, value) => put(draft, "interval", whole(value)),
    COUNT: (draft, value) => put(draft, "count", whole(value)),
    UNTIL: (draft, value) => put(draft, "until", parseMoment(value)),
    WKST: (draft, value) => put(draft, "weekStart", weekdayIndex(value)),
    BYSECOND: (draft, value) =>
      put(
        draft,
        "bySecond",
        numbers(value, 0, 60)?.map((second) => Math.min(second, 59)),
      ),
    BYMINUTE: (draft, value) => put(draft, "byMinute", numbers(value, 0, 59)),
    BYHOUR: (draft, value) => put(draft, "byHour", numbers(value, 0, 23)),
    BYDAY: (draft, value) => put(draft, "byWeekday", all(value.split(","), readWeekday)),
    BYMONTHDAY: (draft, value) => put(draft, "byMonthDay", numbers(value, 1, 31, true)),
    BYYEARDAY: (draft, value) => put(draft, "byYearDay", numbers(value, 1, 385, true)),
    BYWEEKNO: (draft, value) => put(draft, "byWeekNumber", numbers(value, 1, 56, true)),
    BYMONTH: (draft, value) => put(draft, "byMonth", all(value.split(","), readMonth)),
    BYSETPOS: (draft, value) => put(draft, "bySetPosition", numbers(value, 1, 366, true)),
    RSCALE: (draft, value) => /^[A-Z0-9-]{1,32}$/.test(value) && put(draft, "calendar", calendarName(value)),
    SKIP: (draft, value) => SKIPS.includes(value) && put(draft, "skip", value as RecurrenceRule["skip"]),
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
  for (const part of (upper.startsWith("RRULE:") ? upper.slice(6) : upper).split(";")) {
    if (part === "") continue; // a trailing semicolon, as some calendars write
    const equals = part.indexOf("=");
    const name = equals < 0 ? part : part.slice(0, equals);
    const reader = READERS.get(name);
    if (!reader) return fail(unknownPart(name));
    if (seen.includes(name)) return fail(partIssue("rule-part-repeated", name, "rule-part-repeated"));
    seen.push(name);
    if (equals < 0 || !reader(draft, part.slice(equals + 1))) return fail(outOfRange(name));
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

function whole(text: string): number | undefined {
  return /^\d{1,10}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

function all<T>(texts: readonly string[], read: (text: string) => T | undefined): T[] | undefined {
  const values = texts.map(read);
  return values.some((value) => value === undefined) ? undefined : (values as T[]);
}

/** A list of whole numbers; `signed` allows the same range below zero. */
function numbers(text: string, least: number, most: number, signed = false): number[] | undefined {
  return all(text.split(","), (item) => {
    if (!(signed ? /^[+-]?\d{1,3}$/ : /^\d{1,2}$/).test(item)) return undefined;
    const size = Math.abs(Number(item));
    return size >= least && size <= most ? Number(item) : undefined;
  });
}

function weekdayIndex(text: string): number | undefined {
  const index = (WEEKDAYS as readonly string[]).indexOf(text);
  return index < 0 ? undefined : index;
}

function readWeekday(text: string): RuleWeekday | undefined {
  if (text.length === 2) {
    const weekday = weekdayIndex(text);
    return weekday === undefined ? undefined : { weekday };
  }
  const match = /^([+-]?\d{1,2})([A-Z]{2})$/.exec(text);
  const weekday = match && weekdayIndex(match[2]!);
  if (!match || weekday == null) return undefined;
  const nth = Number(match[1]);
  return nth !== 0 && Math.abs(nth) <= 56 ? { weekday, nth } : undefined;
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
