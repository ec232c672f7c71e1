import type { Issue } from "@collegium/schema";
import { icalIssue } from "./ical-issue.js";

/** One logical line of an iCalendar text. */
export interface ContentLine {
  /** Upper case. */
  readonly name: string;
  /** Names in upper case, values without quotes. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
  /** Number of its first physical line, from 1. */
  readonly line: number;
}

/** Longest logical line that is read, in characters, folds included; only an attachment may be longer. */
const LONGEST_LINE = 250_000;
const LONGEST_ATTACHMENT = 1_000_000;
/** Most empty lines of a file. */
const MOST_EMPTY = 100_000;
/** Most parameters of one property. */
const MOST_PARAMETERS = 200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes out
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

/** A text as the value of an iCalendar property (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** The inverse of {@link escapeText}. */
export function unescapeText(value: string): string {
  if (!value.includes("\\")) return value;
  return value.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? "\n" : letter));
}

/** A parameter's value, in quotes where it needs them; what no quotes can hold is written as RFC 6868 says. */
export function parameterValue(text: string): string {
  const safe = text
    .replace(/\^/g, "^^")
    .replace(/\r\n|\r|\n/g, "^n")
    .replace(/"/g, "^'");
  return /[:;,]/.test(safe) ? `"${safe}"` : safe;
}

/**
 * A logical line as physical ones of at most 75 octets, never inside a character, each ended by CRLF. Control
 * characters, which no line may hold (RFC 5545, 3.1), are left out, so that no value can begin a line of its own.
 */
export function foldLine(line: string): string {
  const safe = line.replace(CONTROL, "");
  const { length } = safe;
  let folded = "";
  let from = 0;
  let octets = 0;
  for (let at = 0; at < length; ) {
    const code = safe.codePointAt(at)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      folded += `${safe.slice(from, at)}\r\n `;
      from = at;
      octets = 1;
    }
    octets += size;
    at += size === 4 ? 2 : 1;
  }
  return `${folded}${safe.slice(from)}\r\n`;
}

/**
 * Hands the logical lines of an iCalendar text to a receiver, one by one: unfolds, accepts bare LF, bare CR and a byte
 * order mark, reads parameters. Ends with the first issue, its own or the receiver's, in time linear in what was read.
 *
 * Issue codes: `line-too-long`, `not-a-content-line`.
 */
export function eachLine(text: string, receive: (line: ContentLine) => Issue | undefined): Issue | undefined {
  // A text that knows no LF at all ends its lines with CR alone, as old Macs wrote.
  const mark = text.includes("\n") ? "\n" : "\r";
  const { length } = text;
  let number = 0;
  let empty = 0;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < length; ) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) {
      if (text[at] === mark) number++; // an empty line
      if (++empty > MOST_EMPTY) return icalIssue("not-a-content-line", number + 1);
      at++;
      continue;
    }
    const first = number + 1;
    const from = at;
    let end: number;
    let folds = -1;
    do {
      const found = text.indexOf(mark, at);
      end = found < 0 ? length : found;
      if (end - from > LONGEST_LINE && tooMuch(text, from, end)) return tooLong(first);
      number++;
      folds++;
      at = end + 1;
    } while (at < length && isBlank(text.charCodeAt(at)));
    while (end > from && text.charCodeAt(end - 1) === CR) end--;
    let line: ContentLine | undefined;
    if (folds > 0) {
      const logical = text.slice(from, end).replace(/\r*[\r\n][ \t]/g, "");
      if (logical.trim() === "") continue;
      line = readLine(logical, 0, logical.length, first);
    } else {
      line = readLine(text, from, end, first);
      if (!line && text.slice(from, end).trim() === "") continue;
    }
    const issue = line ? receive(line) : icalIssue("not-a-content-line", first);
    if (issue) return issue;
  }
  return undefined;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COLON = 58;
const SEMICOLON = 59;

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function tooMuch(text: string, from: number, end: number): boolean {
  return end - from > LONGEST_ATTACHMENT || !/^ATTACH[;:]/i.test(text.slice(from, from + 7));
}

/** The line that stands in a text from one place to another, without its folds; none where it is no content line. */
function readLine(text: string, from: number, end: number, line: number): ContentLine | undefined {
  if (!isOfName(text.charCodeAt(from))) return undefined;
  const colon = text.indexOf(":", from);
  if (colon < 0 || colon >= end) return undefined;
  const plain = NAMES.get(text.slice(from, colon));
  if (plain !== undefined)
    return { name: plain, parameters: NO_PARAMETERS, value: text.slice(colon + 1, end), line };
  let at = from;
  while (isOfName(text.charCodeAt(at))) at++;
  const name = nameOf(text.slice(from, at));
  if (at === colon) return { name, parameters: NO_PARAMETERS, value: text.slice(at + 1, end), line };
  const parameters: Record<string, string> = Object.create(null);
  for (let count = 0; at < end && text.charCodeAt(at) === SEMICOLON; count++) {
    if (count === MOST_PARAMETERS) return undefined;
    const equals = text.indexOf("=", at);
    if (equals < 0 || equals >= end) return undefined;
    let stop = equals + 1;
    for (let quoted = false; stop < end; stop++) {
      const code = text.charCodeAt(stop);
      if (code === QUOTE) quoted = !quoted;
      else if (!quoted && (code === SEMICOLON || code === COLON)) break;
    }
    parameters[nameOf(text.slice(at + 1, equals))] = plainValue(text.slice(equals + 1, stop));
    at = stop;
  }
  if (at >= end || text.charCodeAt(at) !== COLON) return undefined;
  return { name, parameters, value: text.slice(at + 1, end), line };
}

/** Most lines have none. */
const NO_PARAMETERS: ContentLine["parameters"] = Object.freeze(Object.create(null));

function isOfName(code: number): boolean {
  const letter = code | 32; // either case
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 45;
}

/** A name in upper case; the frequent ones are the same text every time, which is quick to compare. */
function nameOf(text: string): string {
  return NAMES.get(text) ?? text.toUpperCase();
}

const NAMES = new Map(
  (
    "BEGIN END UID DTSTAMP DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SEQUENCE STATUS SUMMARY " +
    "DESCRIPTION LOCATION CATEGORIES TRANSP ORGANIZER ATTENDEE TRIGGER ACTION CREATED LAST-MODIFIED CLASS PRIORITY " +
    "TZID TZOFFSETFROM TZOFFSETTO TZNAME FREEBUSY X-MICROSOFT-CDO-BUSYSTATUS VALUE RANGE CN ROLE PARTSTAT"
  )
    .split(" ")
    .map((name) => [name, name]),
);

function plainValue(raw: string): string {
  const bare = raw.includes('"') ? raw.replace(/"/g, "") : raw;
  if (!bare.includes("^")) return bare;
  return bare.replace(/\^(['n^])/g, (_, sign: string) => (sign === "n" ? "\n" : sign === "'" ? '"' : "^"));
}

function tooLong(line: number): Issue {
  return icalIssue("line-too-long", line, "line-too-long", { n: LONGEST_LINE });
}
