import { parseTable } from "@collegium/exchange";
import { fail, type Issue, ok, type Result } from "@collegium/schema";

/** One column of a results file. */
export interface SheetColumn {
  readonly name: string;
  /** `number` where its cells are scores, `text` where they are words. */
  readonly kind: "number" | "text";
  /** Every cell as it stands; null where it is empty. */
  readonly words: readonly (string | null)[];
  /** Every cell as a score; null where it is empty or no number. */
  readonly scores: readonly (number | null)[];
  readonly missing: number;
  /** Cells of a column of scores that are no numbers; they count as missing, and the page says so. */
  readonly unread: number;
  /** Its different words in order of their first row, where there are few; otherwise none. */
  readonly values: readonly string[];
}

/** A results file: one row for each student, or for each result. */
export interface Sheet {
  readonly rows: number;
  readonly columns: readonly SheetColumn[];
  /** Right answers by column, where the file has a row named Key. */
  readonly key: ReadonlyMap<string, string>;
  /** Standards by column, where the file has a row named Standard. */
  readonly standards: ReadonlyMap<string, string>;
}

/** What people and programs write where there is nothing. */
const NOTHING = /^(?:|na|n\/a|#n\/a|nan|null|none|-|–|\.)$/i;
/** Share of the filled cells that must be numbers for a column of scores. */
const MOSTLY = 0.9;
/** Groups a page can hold. */
const FEW = 12;

/**
 * Reads a results file as a spreadsheet exports it: any delimiter, decimal commas where the comma does not part cells, cells
 * of nothing (NA, n/a, a dash) as missing, rows named Key and Standard as what they say.
 * Nothing is dropped: cells beyond the header are refused, short rows are refused, words among scores are counted.
 *
 * Issue codes: `empty-file`, `ragged`, and those of `parseTable`.
 */
export function readSheet(text: string): Result<Sheet> {
  const parsed = parseTable(text);
  if (!parsed.ok) return parsed;
  const { delimiter, rows } = parsed.value;
  const filled = rows
    .map(({ number, cells }) => ({ number, cells: cells.map(({ value }) => value.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [head, ...body] = filled;
  if (!head || body.length === 0) {
    return fail({
      code: "empty-file",
      path: [],
      message: "The file has no rows under its header.",
      hint: "Export the sheet as CSV with the names of its columns in the first row.",
    });
  }
  const names = namesOf(head.cells);
  const ragged = body
    .map(({ number, cells }) => ({ number, cells: trimmed(cells, names.length) }))
    .filter(({ cells }) => cells.length !== names.length);
  if (ragged.length > 0) return fail(...(ragged.slice(0, 20).map(raggedRow(names.length)) as [Issue]));
  const named = (word: RegExp) => body.find(({ cells }) => word.test(cells[0] ?? ""))?.cells;
  const byName = (cells: readonly string[] | undefined) =>
    new Map(names.flatMap((name, i) => (i > 0 && cells?.[i] ? [[name, cells[i]] as const] : [])));
  const [key, standards] = [named(KEY), named(STANDARD)];
  const students = body.filter(({ cells }) => cells !== key && cells !== standards);
  return ok({
    rows: students.length,
    columns: names.map((name, i) =>
      column(
        name,
        students.map(({ cells }) => cells[i] ?? ""),
        delimiter !== ",",
      ),
    ),
    key: byName(key),
    standards: byName(standards),
  });
}

const KEY = /^(?:key|answer key|clave)$/i;
const STANDARD = /^(?:standards?|est[aá]ndar(?:es)?)$/i;

/** Names of columns, each once; an empty one is called by its place. */
function namesOf(cells: readonly string[]): string[] {
  const names: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const wanted = cell === "" ? `#${i + 1}` : cell;
    let name = wanted;
    for (let n = 2; names.includes(name); n++) name = `${wanted} (${n})`;
    names.push(name);
  }
  return names;
}

/** Empty cells behind the last column are what spreadsheets leave behind. */
function trimmed(cells: readonly string[], length: number): readonly string[] {
  return cells.length > length && cells.slice(length).every((cell) => cell === "")
    ? cells.slice(0, length)
    : cells;
}

function raggedRow(expected: number) {
  return ({ number, cells }: { number: number; cells: readonly string[] }): Issue => ({
    code: "ragged",
    path: ["rows", number],
    message: `Row ${number} has ${cells.length} cells where the header has ${expected}.`,
    hint: "Repair the row in the sheet and export it again.",
  });
}

function column(name: string, cells: readonly string[], decimalComma: boolean): SheetColumn {
  const words = cells.map((cell) => (NOTHING.test(cell) ? null : cell));
  const scores = words.map((word) => (word === null ? null : numberIn(word, decimalComma)));
  const filled = words.filter((word) => word !== null).length;
  const numbers = scores.filter((score) => score !== null).length;
  const kind = filled > 0 && numbers >= MOSTLY * filled ? "number" : "text";
  const values = [...new Set(words)].filter((word) => word !== null);
  return {
    name,
    kind,
    words,
    scores: kind === "number" ? scores : words.map(() => null),
    missing: words.length - filled,
    unread: kind === "number" ? filled - numbers : 0,
    values: values.length > 1 && values.length <= FEW && values.length < filled ? values : [],
  };
}

/** A plain number, also with a percent sign or a decimal comma; nothing else. */
function numberIn(word: string, decimalComma: boolean): number | null {
  const plain = (decimalComma ? word.replace(/^([+-]?\d+),(\d+)/, "$1.$2") : word).replace(/\s*%$/, "");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain) ? Number(plain) : null;
}
