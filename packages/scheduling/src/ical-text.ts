import { fail, ok, type Result } from "@collegium/schema";
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

/** Longest logical line that is read, in characters. */
const LONGEST_LINE = 1_000_000;

/** A text as the value of an iCalendar property (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** The inverse of {@link escapeText}. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? "\n" : letter));
}

/** A parameter's value, in quotes where it needs them; what no quotes can hold is written as RFC 6868 says. */
export function parameterValue(text: string): string {
  const safe = text.replace(/\^/g, "^^").replace(/\r?\n/g, "^n").replace(/"/g, "^'");
  return /[:;,]/.test(safe) ? `"${safe}"` : safe;
}

/** A logical line as physical ones of at most 75 octets, never inside a character, each ended by CRLF. */
export function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
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
 * Splits an iCalendar text into its logical lines: unfolds, accepts bare LF and a byte order mark, reads parameters.
 * Answers in time linear in the text.
 *
 * Issue codes: `line-too-long`, `not-a-content-line`.
 */
export function contentLines(text: string): Result<readonly ContentLine[]> {
  const lines: ContentLine[] = [];
  const length = text.length;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let number = 0;
  while (at < length) {
    const first = number + 1;
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      if (code === 10) number++; // an empty line
      at++;
      continue;
    }
    let logical = "";
    do {
      const end = text.indexOf("\n", at);
      const stop = end < 0 ? length : end;
      const bare = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      if (logical.length + bare - at > LONGEST_LINE) return fail(tooLong(first));
      logical += text.slice(number + 1 === first ? at : at + 1, bare);
      at = stop + 1;
      number++;
    } while (at < length && (text[at] === " " || text[at] === "\t"));
    if (logical.trim() === "") continue;
    const line = readLine(logical, first);
    if (!line) {
      return fail(icalIssue("not-a-content-line", first));
    }
    lines.push(line);
  }
  return ok(lines);
}

function readLine(logical: string, line: number): ContentLine | undefined {
  const head = /^[A-Za-z0-9-]+/.exec(logical)?.[0];
  if (!head) return undefined;
  const parameters: Record<string, string> = {};
  let at = head.length;
  while (logical[at] === ";") {
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

function tooLong(line: number) {
  return icalIssue("line-too-long", line, "line-too-long", { n: LONGEST_LINE });
}
