import type { Column } from "./oneroster-tables.js";

/** Why a row was refused; codes are stable; the reason beside a code says it in a sentence. */
export type RowFault =
  | "missing"
  | "bad-id"
  | "bad-date"
  | "ambiguous-date"
  | "bad-year"
  | "bad-boolean"
  | "bad-number"
  | "unknown-word"
  | "bad-user-ids"
  | "unknown-reference"
  | "duplicate-id"
  | "bad-status"
  | "width"
  | "bare-quote"
  | "text-after-quote"
  | "unclosed-quote";

/** One sentence for every fault. */
export const REASONS: Readonly<Record<RowFault, string>> = {
  missing: "The cell is required and empty.",
  "bad-id": "The cell is not an id of 1 to 255 letters, digits and . - _ / @.",
  "bad-date": "The cell is not a date like 2026-09-01.",
  "ambiguous-date": "The date may be day first or month first; it must be written like 2026-09-01.",
  "bad-year": "The cell is not a year of four digits.",
  "bad-boolean": "The cell is neither true nor false.",
  "bad-number": "The cell is not a number.",
  "unknown-word": "The cell is not one of the words that the standard allows here.",
  "bad-user-ids": "The cell is not a list of ids in braces with their types.",
  "unknown-reference": "The cell names something that its file does not list.",
  "duplicate-id": "An earlier row has the same id.",
  "bad-status": "The status is neither active nor tobedeleted.",
  width: "The row has more or fewer cells than the header.",
  "bare-quote": "A quote stands inside a cell that is not quoted.",
  "text-after-quote": "Text follows a closing quote.",
  "unclosed-quote": "A quote is never closed.",
};

/** How strictly cells are read, and whose dates they hold. */
export interface CellProfile {
  readonly strict: boolean;
  readonly dates?: "day-first" | "month-first";
  /** Called where a cell is understood although the standard forbids it. */
  readonly lenient: (column: string, what: "words" | "dates" | "booleans" | "ids" | "lists") => void;
}

const GUID = /^[\w.\-/@]{1,255}$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const USER_IDS = /^\{[^{}:]+:[^{}]*\}(?:\s*,\s*\{[^{}:]+:[^{}]*\})*$/;

/** What is wrong with a cell; one object per fault, so that checking costs no memory. */
interface CellFault {
  readonly fault: RowFault;
}

/** A filled cell as its column wants it, or the fault in it. */
export type CellCheck = (value: string) => string | CellFault;

const FAULTS = Object.fromEntries(
  Object.keys(REASONS).map((fault) => [fault, { fault: fault as RowFault }]),
) as Readonly<Record<RowFault, CellFault>>;

/** The check of a column; `undefined` where any text will do. */
export function cellCheck(column: Column, profile: CellProfile): CellCheck | undefined {
  const { strict } = profile;
  const bad = (fault: RowFault) => FAULTS[fault];
  const note = (what: Parameters<CellProfile["lenient"]>[1]) => profile.lenient(column.name, what);
  switch (column.type) {
    case "guid":
      return (value) => {
        if (GUID.test(value)) return value;
        if (strict || value.length > 255) return bad("bad-id");
        note("ids");
        return value;
      };
    case "date":
      return (value) => {
        if (DATE.test(value)) return realDate(value) ? value : bad("bad-date");
        if (strict) return bad("bad-date");
        const date = lenientDate(value, profile.dates);
        if (typeof date !== "string" || !realDate(date))
          return bad(date === "ambiguous" ? "ambiguous-date" : "bad-date");
        note("dates");
        return date;
      };
    case "year":
      return (value) => (/^\d{4}$/.test(value) ? value : bad("bad-year"));
    case "boolean":
      return (value) => {
        if (value === "true" || value === "false") return value;
        const word = value.toLowerCase();
        if (strict || !/^(?:true|false|yes|no|1|0)$/.test(word)) return bad("bad-boolean");
        note("booleans");
        return /^(?:true|yes|1)$/.test(word) ? "true" : "false";
      };
    case "integer":
      return (value) => (/^-?\d+$/.test(value) ? value : bad("bad-number"));
    case "number":
      return (value) => (NUMBER.test(value) ? value : bad("bad-number"));
    case "user-ids":
      return (value) => {
        if (USER_IDS.test(value)) return value;
        if (strict) return bad("bad-user-ids");
        note("lists");
        return "";
      };
    case "word":
      return wordCheck(column, strict, note);
    default:
      return undefined;
  }
}

function wordCheck(column: Column, strict: boolean, note: (what: "words") => void): CellCheck {
  const words = column.words!;
  const plain = new Map([...words].map((word) => [word.toLowerCase().replace(/\s/g, ""), word]));
  return (value) => {
    if (words.has(value)) return value;
    if (column.ownWords && /^ext:[\w.-]+$/.test(value)) return value;
    const known = strict ? undefined : plain.get(value.toLowerCase().replace(/\s/g, ""));
    if (known === undefined) return FAULTS["unknown-word"];
    note("words");
    return known;
  };
}

function realDate(date: string): boolean {
  const day = Number(date.slice(8));
  if (day <= 28) return true;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function lenientDate(value: string, order: CellProfile["dates"]): string | undefined {
  const stamp = DATE_TIME.exec(value);
  if (stamp) return stamp[1];
  const match = SLASHED.exec(value);
  if (!match) return undefined;
  const [a, b] = [Number(match[1]), Number(match[2])];
  const dayFirst = a > 12 || order === "day-first";
  if (!dayFirst && b <= 12 && a !== b && order === undefined) return "ambiguous";
  const [day, month] = dayFirst ? [a, b] : [b, a];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${match[3]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
