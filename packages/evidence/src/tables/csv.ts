import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { NumberBuilder, type Table, TextBuilder } from "./table.js";

/** Which columns to read and as what; other columns of the file are skipped. */
export type CsvColumns = Readonly<Record<string, "text" | "number">>;

/** Issues listed one by one; the rest are counted. */
const LISTED = 50;

const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;

/**
 * Reads a CSV text into typed columns. See {@link readCsv}.
 * @example
 * ```ts
 * const read = parseCsv("school,score\nNorth,3\nSouth,\n", { school: "text", score: "number" });
 * read.ok && read.value.length; // => 2
 * ```
 */
export function parseCsv(text: string, columns: CsvColumns): Result<Table> {
  const reader = new CsvReader(columns);
  reader.push(text);
  return reader.finish();
}

/**
 * Reads a CSV as it streams in, first row names, into typed columns: quotes, line breaks in quotes, either line end and a
 * byte order mark are understood; an empty cell is missing.
 * All bad rows are reported by record number and column, never by value; nothing is dropped silently.
 *
 * Issue codes: `empty-file`, `missing-column`, `ragged`, `not-a-number`, `open-quote`, `more-issues`.
 */
export async function readCsv(chunks: AsyncIterable<string>, columns: CsvColumns): Promise<Result<Table>> {
  const reader = new CsvReader(columns);
  for await (const chunk of chunks) reader.push(chunk);
  return reader.finish();
}

/** A CSV reader that takes text as it comes; a cell or line may be split between two pieces. */
export class CsvReader {
  readonly #wanted: CsvColumns;
  readonly #builders: (NumberBuilder | TextBuilder | undefined)[] = [];
  #names: string[] | undefined;
  #rest = "";
  #cells: string[] = [];
  #record = 0;
  readonly #issues: Issue[] = [];
  #more = 0;

  constructor(columns: CsvColumns) {
    this.#wanted = columns;
  }

  /** Takes the next piece of text. */
  push(chunk: string): void {
    const text = this.#rest + (this.#names || this.#rest ? chunk : chunk.replace(/^\uFEFF/, ""));
    this.#rest = text.slice(this.#take(text, false));
  }

  /** The table, or every issue met. */
  finish(): Result<Table> {
    const used = this.#take(`${this.#rest}\n`, true);
    if (used < this.#rest.length)
      this.#note("open-quote", this.#record + 1, "A quote is opened and not closed.");
    if (!this.#names) this.#note("empty-file", 0, "The file has no header row.");
    if (this.#more > 0) {
      this.#issues.push({
        code: "more-issues",
        path: [],
        message: `${this.#more} further cells or rows are wrong.`,
        data: { count: this.#more },
      });
    }
    if (this.#issues.length > 0) return fail(...(this.#issues as [Issue, ...Issue[]]));
    const columns = Object.fromEntries(
      this.#names!.flatMap((name, i) => {
        const builder = this.#builders[i];
        return builder ? [[name, builder.finish()]] : [];
      }),
    );
    return ok({ length: this.#record, columns });
  }

  /** Works through whole records; returns how much of the text is used up. */
  #take(text: string, last: boolean): number {
    let used = 0;
    let at = 0;
    const n = text.length;
    while (at < n) {
      let value: string;
      if (text.charCodeAt(at) === QUOTE) {
        const end = closingQuote(text, at + 1);
        // The quote, or the sign after it, may still be on its way.
        if (end === -1 || (end + 1 >= n && !last)) break;
        value = text.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
      } else {
        const start = at;
        let code = text.charCodeAt(at);
        while (at < n && code !== COMMA && code !== NEWLINE && code !== RETURN) code = text.charCodeAt(++at);
        if (at >= n) break;
        value = text.slice(start, at);
      }
      let code = text.charCodeAt(at);
      if (code === RETURN) {
        if (at + 1 >= n) break;
        code = NEWLINE;
        if (text.charCodeAt(at + 1) === NEWLINE) at++;
      }
      this.#cells.push(value);
      at++;
      if (code !== NEWLINE) continue;
      this.#endRecord();
      used = at;
    }
    this.#cells.length = 0;
    return used;
  }

  #endRecord(): void {
    const cells = this.#cells;
    if (cells.length === 1 && cells[0] === "") {
      // A blank line is no record.
    } else if (!this.#names) {
      this.#head(cells.map((name) => name.trim()));
    } else {
      this.#record++;
      if (cells.length !== this.#names.length) {
        this.#note("ragged", this.#record, `Expected ${this.#names.length} cells.`);
      } else for (const [i, text] of cells.entries()) this.#cell(text, i);
    }
    cells.length = 0;
  }

  #head(names: string[]): void {
    this.#names = names;
    for (const [i, name] of names.entries()) {
      const kind = Object.hasOwn(this.#wanted, name) ? this.#wanted[name] : undefined;
      this.#builders[i] =
        kind === "number" ? new NumberBuilder() : kind === "text" ? new TextBuilder() : undefined;
    }
    for (const name of Object.keys(this.#wanted)) {
      if (!names.includes(name)) {
        this.#issues.push({
          code: "missing-column",
          path: [name],
          message: `The file has no column ${name}.`,
          hint: "Check the header row.",
        });
      }
    }
  }

  #cell(text: string, i: number): void {
    const builder = this.#builders[i];
    if (!builder) return;
    if (text === "") builder.addMissing();
    else if (builder instanceof TextBuilder) builder.add(text);
    else {
      const value = numberIn(text);
      if (Number.isFinite(value)) builder.add(value);
      else {
        builder.addMissing();
        this.#note("not-a-number", this.#record, "Expected a number.", this.#names![i]);
      }
    }
  }

  #note(code: string, record: number, message: string, column?: string): void {
    if (this.#issues.length >= LISTED) this.#more++;
    else this.#issues.push({ code, path: column === undefined ? [record] : [record, column], message });
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/** The number in a cell; NaN for anything else, also for hexadecimal and words like Infinity. */
function numberIn(text: string): number {
  // Plain digits make up most files of scores.
  if (text.length < 10) {
    let whole = 0;
    let i = 0;
    for (; i < text.length; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
    }
    if (i === text.length) return whole;
  }
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}
