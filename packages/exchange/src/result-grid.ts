import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { parseTable, type Row } from "./csv-table.js";
import { type KnownStudent, type NameMatch, nameMatcher } from "./match-names.js";
import { GRID_REASONS, type GridFault, readCell, scoreOf } from "./result-cells.js";

/** A question as a column of a pasted grid has it. */
export interface GridItem {
  readonly id: string;
  readonly key?: string;
  readonly standard?: string;
  readonly max?: number;
}

/** A cell or row that was not taken; rows and columns are counted from 1, as a spreadsheet shows them. */
export interface RefusedCell {
  readonly row: number;
  /** Absent where the whole row was refused. */
  readonly column?: number;
  readonly code: GridFault;
  readonly reason: string;
}

/** A row whose student a person must name: near matches, several of one name, or nobody known. */
export interface NameQuestion {
  readonly row: number;
  /** What the sheet calls the student; to be shown to who pasted it, never to be logged. */
  readonly given: string;
  readonly code: "near" | "several" | "unknown";
  readonly candidates: readonly KnownStudent[];
}

/** A pasted grid as understood. `students`, `items` and `responses` are what an item report takes. */
export interface ResultGrid {
  readonly students: readonly { readonly id: string; readonly name: string; readonly class?: string }[];
  readonly items: readonly GridItem[];
  /** By student, then item; null where nothing was answered. */
  readonly responses: readonly (readonly (string | number | null)[])[];
  readonly refused: readonly RefusedCell[];
  readonly questions: readonly NameQuestion[];
  /** Columns beside the items: totals, dates, addresses. */
  readonly ignored: readonly { readonly column: number; readonly header: string }[];
  /** Items without a key or highest score, for which the highest score seen was taken. */
  readonly assumedMax: readonly string[];
}

/** What is known beside the sheet. */
export interface ResultGridOptions {
  /** The students who may appear; without them every row's student is taken as written. */
  readonly students?: readonly KnownStudent[];
  /** Answers to questions, by what the sheet calls the student: an id, or null to leave the row out. */
  readonly answers?: Readonly<Record<string, string | null>>;
}

const STUDENT =
  /^(?:students?|names?|student ?names?|pupil|learner|alumno|estudiante|nombre|sch[uü]ler|last,? ?first.*)$/i;
const CLASS = /^(?:class|section|period|group|homeroom|clase|grupo|secci[oó]n|klasse)$/i;
const STUDENT_ID = /^(?:id|student ?(?:id|number|#)|sis ?id)$/i;
const KEY =
  /^(?:answer ?)?keys?$|^(?:correct|right)(?: answers?)?$|^answers?$|^clave$|^respuestas?(?: correctas?)?$|^l[oö]sung$/i;
const STANDARD = /^(?:standards?|skills?|objectives?|targets?|est[aá]ndar(?:es)?|kompetenz(?:en)?)$/i;
const MAXIMUM = /^(?:max(?:imum)?|points?(?: possible)?|out of|possible|puntos|m[aá]ximo)$/i;
const BESIDE =
  /^(?:total|totals|sum|score|raw score|percent(?:age)?|%|grade|points earned|e-?mail.*|time ?stamp|date|comments?|notes?|rank|nota|average|mean)$/i;
const SUMMARY =
  /^(?:total|totals|average|avg|mean|median|class average|promedio|% ?correct|percent correct)$/i;

/**
 * Understands a grid pasted from a spreadsheet or saved as CSV: the first column names the student, every other column is
 * an item; rows named key, standard and max describe the items. Guarantees that a student is never guessed: a name that
 * only nearly matches becomes a question, and its row waits until it is answered.
 *
 * Issue codes: `empty-grid`, `no-items`, `no-key`, `unclosed-quote`.
 * @example
 * ```ts
 * const grid = readResultGrid("Student\t1\t2\nKey\tB\tD\nAnn Alpha\tB\tC\n");
 * grid.ok && grid.value.items; // => [{ id: "1", key: "B" }, { id: "2", key: "D" }]
 * grid.ok && grid.value.responses; // => [["B", "C"]]
 * ```
 */
export function readResultGrid(text: string, options: ResultGridOptions = {}): Result<ResultGrid> {
  const table = text.includes("\t") ? parseTable(text, "\t") : parseTable(text);
  if (!table.ok) return table;
  const rows = table.value.rows.filter((row) => row.cells.some((cell) => cell.value !== ""));
  const header = rows[0];
  if (!header || rows.length < 2) {
    return fail({
      code: "empty-grid",
      path: [],
      message: "The grid needs a header row and at least one student.",
    });
  }
  const columns = columnsOf(header);
  const described = { key: KEY, standard: STANDARD, max: MAXIMUM };
  const about = (pattern: RegExp) =>
    rows.find((row) => row !== header && pattern.test(nameIn(row, columns.student)));
  const key = about(described.key);
  const standard = about(described.standard);
  const maximum = about(described.max);
  const special = new Set([header, key, standard, maximum]);
  const answers = rows.filter((row) => !special.has(row) && !SUMMARY.test(nameIn(row, columns.student)));
  if (columns.items.length === 0) {
    return fail({
      code: "no-items",
      path: ["rows", header.number],
      message: "No column of the grid is an item.",
    });
  }
  const ids = itemIds(columns.items.map((at) => header.cells[at]?.value ?? ""));
  const assumedMax: string[] = [];
  const items = columns.items.map((at, index): GridItem => {
    const id = ids[index]!;
    const right = key?.cells[at]?.value ?? "";
    const measured = standard?.cells[at]?.value ?? "";
    const stated = scoreOf(maximum?.cells[at]?.value ?? "");
    const seen = Math.max(0, ...answers.map((row) => scoreOf(row.cells[at]?.value ?? "") ?? 0));
    const assumed = right === "" && stated === undefined && seen > 1;
    if (assumed) assumedMax.push(id);
    const max = stated ?? (assumed ? seen : undefined);
    return {
      id,
      ...(right === "" ? {} : { key: right }),
      ...(measured === "" ? {} : { standard: measured }),
      ...(max === undefined ? {} : { max }),
    };
  });
  const letters = items.filter(
    (item, i) => item.key === undefined && onlyLetters(answers, columns.items[i]!),
  );
  if (letters.length > items.length / 2) return fail(noKey());

  const { students, kept, questions, refused } = identify(answers, columns, options);
  const responses = kept.map((row) =>
    columns.items.map((at, index) => {
      const read = readCell(row.cells[at]?.value ?? "", items[index]!);
      if ("value" in read) return read.value;
      refused.push({ row: row.number, column: at + 1, code: read.fault, reason: GRID_REASONS[read.fault] });
      return null;
    }),
  );
  const ignored = columns.beside.map((at) => ({ column: at + 1, header: header.cells[at]?.value ?? "" }));
  return ok({ students, items, responses, refused, questions, ignored, assumedMax });
}

interface GridColumns {
  readonly student: number;
  readonly id: number | undefined;
  readonly class: number | undefined;
  readonly items: readonly number[];
  readonly beside: readonly number[];
}

function columnsOf(header: Row): GridColumns {
  const names = header.cells.map((cell) => cell.value);
  const find = (pattern: RegExp) => {
    const at = names.findIndex((name) => pattern.test(name));
    return at < 0 ? undefined : at;
  };
  const student = find(STUDENT) ?? 0;
  const id = find(STUDENT_ID);
  const group = find(CLASS);
  const others = names.map((_, at) => at).filter((at) => at !== student && at !== id && at !== group);
  const beside = others.filter((at) => BESIDE.test(names[at]!) || names[at] === "");
  const items = others.filter((at) => !beside.includes(at));
  return {
    student,
    id: id === student ? undefined : id,
    class: group === student ? undefined : group,
    items,
    beside: beside.filter((at) => names[at] !== ""),
  };
}

/** Headers as ids; a second of the same name is told apart by its number. */
function itemIds(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const count = (seen.get(header) ?? 0) + 1;
    seen.set(header, count);
    return count === 1 ? header : `${header} (${count})`;
  });
}

function identify(rows: readonly Row[], columns: GridColumns, options: ResultGridOptions) {
  const match = options.students && nameMatcher(options.students);
  const byId = new Map(options.students?.map((student) => [student.id, student]));
  const students: { id: string; name: string; class?: string }[] = [];
  const kept: Row[] = [];
  const questions: NameQuestion[] = [];
  const refused: RefusedCell[] = [];
  const taken = new Set<string>();
  for (const row of rows) {
    const given = nameIn(row, columns.student);
    const number = columns.id === undefined ? "" : nameIn(row, columns.id);
    const group = columns.class === undefined ? "" : nameIn(row, columns.class);
    const refuse = (code: GridFault) => refused.push({ row: row.number, code, reason: GRID_REASONS[code] });
    if (given === "" && number === "") {
      if (columns.items.some((at) => (row.cells[at]?.value ?? "") !== "")) refuse("no-student");
      continue;
    }
    const answered = options.answers?.[given];
    if (answered === null) continue;
    let student: KnownStudent | undefined;
    if (answered !== undefined) student = byId.get(answered) ?? { id: answered, name: given };
    else if (!match) student = { id: number || given, name: given || number };
    else {
      const found = number === "" ? match(given) : matchEither(match, number, given);
      if ("found" in found) student = found.found;
      else {
        const candidates = "near" in found ? found.near : [];
        const code = candidates.length === 0 ? "unknown" : sameNames(candidates) ? "several" : "near";
        questions.push({ row: row.number, given: given || number, code, candidates });
        continue;
      }
    }
    if (taken.has(student.id)) {
      refuse("student-twice");
      continue;
    }
    taken.add(student.id);
    kept.push(row);
    const own = student.class ?? (group === "" ? undefined : group);
    students.push({ id: student.id, name: student.name, ...(own === undefined ? {} : { class: own }) });
  }
  return { students, kept, questions, refused };
}

/** An id and a name must mean the same student; where they do not, a person decides. */
function matchEither(match: ReturnType<typeof nameMatcher>, number: string, given: string): NameMatch {
  const byNumber = match(number);
  if (!("found" in byNumber)) return match(given);
  if (given === "") return byNumber;
  const byName = match(given);
  if ("found" in byName && byName.found.id === byNumber.found.id) return byNumber;
  const others = "found" in byName ? [byName.found] : "near" in byName ? byName.near : [];
  return { near: [byNumber.found, ...others.filter((other) => other.id !== byNumber.found.id)] };
}

function sameNames(students: readonly KnownStudent[]): boolean {
  return students.length > 1 && students.every((student) => student.name === students[0]!.name);
}

function nameIn(row: Row, column: number): string {
  return row.cells[column]?.value ?? "";
}

function onlyLetters(rows: readonly Row[], at: number): boolean {
  const cells = rows.map((row) => row.cells[at]?.value ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && cells.every((cell) => /^[A-Za-z]$/.test(cell));
}

function noKey(): Issue {
  return {
    code: "no-key",
    path: [],
    message: "The answers are letters, but no row gives the right ones.",
    hint: "Add a row that begins with Key, with the right letter below each item.",
  };
}
