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
  let folded = "";
  let octets = 0;
  for (const character of line.replace(CONTROL, "")) {
    const code = character.codePointAt(0)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
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
    if (code === 10 || code === 13) {
      if (text[at] === mark) number++; // an empty line
      if (++empty > MOST_EMPTY) return icalIssue("not-a-content-line", number + 1);
      at++;
      continue;
    }
    const first = number + 1;
    const from = at;
    let folded = false;
    let end: number;
    do {
      const found = text.indexOf(mark, at);
      end = found < 0 ? length : found;
      if (end - from > LONGEST_LINE && tooMuch(text, from, end)) return tooLong(first);
      number++;
      at = end + 1;
      folded ||= continues(text, at);
    } while (continues(text, at));
    const raw = text.slice(from, end).replace(/\r+$/, "");
    const logical = folded ? raw.replace(/\r*[\r\n][ \t]/g, "") : raw;
    if (logical.trim() === "") continue;
    const line = readLine(logical, first);
    const issue = line ? receive(line) : icalIssue("not-a-content-line", first);
    if (issue) return issue;
  }
  return undefined;
}

function tooMuch(text: string, from: number, end: number): boolean {
  return end - from > LONGEST_ATTACHMENT || !/^ATTACH[;:]/i.test(text.slice(from, from + 7));
}

function continues(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

function readLine(logical: string, line: number): ContentLine | undefined {
  const head = /^[A-Za-z0-9-]+/.exec(logical)?.[0];
  if (!head) return undefined;
  const parameters: Record<string, string> = Object.create(null);
  let at = head.length;
  for (let count = 0; logical[at] === ";"; count++) {
    if (count === MOST_PARAMETERS) return undefined;
    const equals = logical.indexOf("=", at);
    if (equals < 0) return undefined;
    const name = logical.slice(at + 1, equals).toUpperCase();
    let end = equals + 1;
    for (let quoted = false; end < logical.length; end++) {
      const character = logical[end];
      if (character === '"') quoted = !quoted;
      else if (!quoted && (character === ";" || character === ":")) break;
    }
    const raw = logical.slice(equals + 1, end).replace(/"/g, "");
    parameters[name] = raw.replace(/\^(['n^])/g, (_, sign: string) =>
      sign === "n" ? "\n" : sign === "'" ? '"' : "^",
    );
    at = end;
  }
  if (logical[at] !== ":") return undefined;
  return { name: head.toUpperCase(), parameters, value: logical.slice(at + 1), line };
}

function tooLong(line: number): Issue {
  return icalIssue("line-too-long", line, "line-too-long", { n: LONGEST_LINE });
}
