import type { Issue } from "@collegium/schema";

/** Bytes or text in pieces of any size; the reader's result does not depend on where the pieces end. */
export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** A record that is no row: where it is and why. */
interface BadRecord {
  readonly record: number;
  readonly code: "width" | "bare-quote" | "text-after-quote" | "unclosed-quote";
}

/** What to do with what is found. Records are counted from 1, the header included. */
export interface CsvSink {
  readonly header: (cells: readonly string[]) => void;
  /** The cells are the sink's own and may be changed. */
  readonly row: (cells: string[], record: number) => void;
  readonly bad: (bad: BadRecord) => void;
}

/** No record of an honest roster is longer, in characters; an open quote would swallow the rest of the file. */
const LONGEST_RECORD = 1_000_000;

/**
 * Reads comma-separated values as RFC 4180 has them, strictly and in bounded memory. A record with too few or too many
 * cells, or with a stray quote, is reported and left out; its neighbours are kept as they are.
 *
 * Issue codes: `wrong-encoding`, `record-too-long`; `undefined` where the text was read to its end.
 */
export async function readCsvRows(chunks: Chunks, sink: CsvSink): Promise<Issue | undefined> {
  const reader = new CsvReader(sink);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) {
      const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
      if (text !== "" && !reader.push(text)) return tooLong(reader.record);
    }
    reader.push(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) return wrongEncoding(reader.record);
    throw error;
  }
  reader.end();
  return undefined;
}

class CsvReader {
  readonly #sink: CsvSink;
  #rest = "";
  #width = 0;
  #first = true;
  /** Records begun so far. */
  record = 0;

  constructor(sink: CsvSink) {
    this.#sink = sink;
  }

  /** Takes more text; false where a record has grown beyond reason. */
  push(piece: string): boolean {
    const text = this.#rest === "" ? piece : this.#rest + piece;
    const done = this.#read(text, false);
    this.#rest = done === 0 ? text : text.slice(done);
    return this.#rest.length <= LONGEST_RECORD;
  }

  end(): void {
    if (this.#rest !== "") this.#read(this.#rest, true);
    this.#rest = "";
  }

  /** Reads whole records and gives back where the first incomplete one begins. */
  #read(text: string, last: boolean): number {
    let at = this.#first && text.charCodeAt(0) === 0xfeff ? 1 : 0;
    let quote = text.indexOf('"', at);
    while (at < text.length) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      let end = text.indexOf("\n", at);
      if (end < 0) {
        if (!last) return at;
        end = text.length;
      }
      if (quote < 0 || quote > end) {
        const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
        this.#take(stop === at ? undefined : text.slice(at, stop).split(","));
        at = end + 1;
        continue;
      }
      const next = this.#quoted(text, at, last);
      if (next < 0) return at;
      at = next;
    }
    return text.length;
  }

  /** Reads a record that holds quotes; gives back where the next begins, or -1 where more text is needed. */
  #quoted(text: string, start: number, last: boolean): number {
    const cells: string[] = [];
    let bad: BadRecord["code"] | undefined;
    let at = start;
    let end = lineEnd(text, at);
    for (;;) {
      if (text.charCodeAt(at) === 34) {
        let from = at + 1;
        let close = text.indexOf('"', from);
        let value = "";
        while (close >= 0 && text.charCodeAt(close + 1) === 34) {
          value += text.slice(from, close + 1);
          from = close + 2;
          close = text.indexOf('"', from);
        }
        if (close < 0 && last) {
          this.#refuse("unclosed-quote");
          return text.length;
        }
        if (close < 0 || (close + 1 >= text.length && !last)) return -1;
        cells.push(value + text.slice(from, close));
        at = close + 1;
        if (at > end) end = lineEnd(text, at);
        const c = at < end ? text.charCodeAt(at) : 10;
        if (c !== 44 && c !== 10 && (c !== 13 || at + 1 !== end)) {
          bad ??= "text-after-quote";
          at = cellEnd(text, at, end);
        }
      } else {
        const stop = cellEnd(text, at, end);
        const cell = text.slice(at, stop);
        if (cell.includes('"')) bad ??= "bare-quote";
        cells.push(cell);
        at = stop;
      }
      if (text.charCodeAt(at) !== 44 || at >= end) break;
      at++;
    }
    if (end === text.length && !last) return -1;
    if (bad) this.#refuse(bad);
    else this.#take(cells);
    return end + 1;
  }

  #take(cells: string[] | undefined): void {
    this.record++;
    if (cells === undefined) return;
    if (this.#first) {
      this.#first = false;
      this.#width = cells.length;
      this.#sink.header(cells);
    } else if (cells.length === this.#width) this.#sink.row(cells, this.record);
    else this.#sink.bad({ record: this.record, code: "width" });
  }

  #refuse(code: BadRecord["code"]): void {
    this.record++;
    this.#first = false;
    this.#sink.bad({ record: this.record, code });
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** Where a bare cell ends: at its comma, or at the end of its line, the carriage return left out. */
function cellEnd(text: string, from: number, end: number): number {
  const comma = text.indexOf(",", from);
  if (comma >= 0 && comma < end) return comma;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function wrongEncoding(record: number): Issue {
  return {
    code: "wrong-encoding",
    path: ["records", record],
    message: `The file is not UTF-8 somewhere after record ${record}.`,
    hint: "Export it as UTF-8.",
  };
}

function tooLong(record: number): Issue {
  return {
    code: "record-too-long",
    path: ["records", record + 1],
    message: `Record ${record + 1} never ends; a quote is probably left open.`,
    hint: "Close the quote, or export the file again.",
  };
}
