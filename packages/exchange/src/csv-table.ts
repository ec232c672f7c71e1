import { fail, ok, type Result } from "@collegium/schema";

/** A cell of a table with its place in the text, quotes included. */
export interface Cell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A row of a table; `number` counts lines of the sheet from 1, as a spreadsheet shows them. */
export interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly start: number;
  /** Behind the line break. */
  readonly end: number;
}

/** A sheet as text, cut into cells that know where they stand. */
export interface Table {
  readonly delimiter: string;
  readonly newline: string;
  readonly rows: readonly Row[];
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * Cuts a spreadsheet's text into cells, as a spreadsheet would: quoted cells may hold delimiters and line breaks, a
 * quote inside a bare cell is a character. Every byte of the text belongs to exactly one row.
 *
 * Issue code: `unclosed-quote`.
 * @param delimiter - Guessed from the first lines where absent.
 */
export function parseTable(text: string, delimiter: string = guessDelimiter(text)): Result<Table> {
  const rows: Row[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let number = 1;
  while (at < text.length) {
    const start = at;
    const cells: Cell[] = [];
    for (;;) {
      const cell = readCell(text, at, delimiter);
      if (!cell) {
        return fail({
          code: "unclosed-quote",
          path: ["rows", number],
          message: `A quoted cell that begins in row ${number} never ends.`,
          hint: "Close the quote, or save the sheet as CSV again.",
        });
      }
      cells.push(cell);
      at = cell.end;
      if (text[at] !== delimiter) break;
      at++;
    }
    at += text.startsWith("\r\n", at) ? 2 : at < text.length ? 1 : 0;
    rows.push({ number, cells, start, end: at });
    number++;
  }
  return ok({ delimiter, newline: text.includes("\r\n") ? "\r\n" : "\n", rows });
}

function readCell(text: string, start: number, delimiter: string): Cell | undefined {
  if (text[start] === '"') {
    let value = "";
    let from = start + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote < 0) return undefined;
      value += text.slice(from, quote);
      if (text[quote + 1] !== '"') {
        // What a careless program wrote behind the closing quote still belongs to the cell.
        const end = bareEnd(text, quote + 1, delimiter);
        return { value: (value + text.slice(quote + 1, end)).trim(), start, end };
      }
      value += '"';
      from = quote + 2;
    }
  }
  const end = bareEnd(text, start, delimiter);
  return { value: text.slice(start, end).trim(), start, end };
}

function bareEnd(text: string, start: number, delimiter: string): number {
  let end = start;
  while (end < text.length) {
    const c = text[end];
    if (c === delimiter || c === "\n" || c === "\r") break;
    end++;
  }
  return end;
}

/** The delimiter that cuts the first lines into the most equal pieces. */
function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .map((line) => line.replace(/"[^"]*"/g, ""));
  let best: string = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((n) => n > 0);
    const most = Math.max(0, ...counts.map((n) => counts.filter((m) => m === n).length));
    const common = counts.find((n) => counts.filter((m) => m === n).length === most) ?? 0;
    // Many lines alike beat few; between equals, more cells win.
    const score = most * 1000 + common;
    if (common > 0 && score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** A value as a cell: quoted where it must be, or where the cell that it replaces was. */
export function writeCell(value: string, delimiter: string, quoted: boolean): string {
  const needed = quoted || value.includes(delimiter) || /["\r\n]/.test(value) || value !== value.trim();
  return needed ? `"${value.replaceAll('"', '""')}"` : value;
}
