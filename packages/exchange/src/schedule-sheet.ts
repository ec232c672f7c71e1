import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { parseTable, type Row, type Table } from "./csv-table.js";
import type { ScheduleField, ScheduleMapping } from "./schedule-mapping.js";
import { sameTerm } from "./schedule-terms.js";

/** A sheet read through its mapping: only the rows that hold lessons of the chosen term. */
export interface ScheduleSheet {
  readonly table: Table;
  readonly mapping: ScheduleMapping;
  readonly rows: readonly Row[];
  /** A row's cell for a field, trimmed; empty where the field has no column. Filled down where the mapping says so. */
  readonly cell: (row: Row, field: ScheduleField) => string;
  readonly column: (field: ScheduleField) => number | undefined;
  readonly warnings: readonly Issue[];
}

const FILLED: readonly ScheduleField[] = [
  "teacher",
  "teacherId",
  "teacherFirst",
  "course",
  "courseId",
  "section",
];
const MOST_ISSUES = 20;

/**
 * Cuts a sheet into its rows and checks that they fit its header.
 *
 * Issue codes: `mapping-does-not-fit`, `same-header`, `two-headers`, `ragged-row`, `no-rows`, `unclosed-quote`;
 * warnings `row-skipped`, `header-repeated`, `term-chosen`.
 */
export function readSheet(text: string, mapping: ScheduleMapping): Result<ScheduleSheet> {
  const parsed = parseTable(text);
  if (!parsed.ok) return parsed;
  const table = parsed.value;
  const header = table.rows.find((row) => row.number === mapping.headerRow);
  const headers = header?.cells.map((cell) => cell.value) ?? [];
  const columns = new Map<ScheduleField, number>();
  for (const [field, name] of Object.entries(mapping.columns)) {
    const column = headers.indexOf(name);
    if (column < 0) return fail(doesNotFit(field));
    if (headers.lastIndexOf(name) !== column)
      return fail(sameHeader(field, column, headers.lastIndexOf(name)));
    columns.set(field as ScheduleField, column);
  }
  if ((mapping.slots ?? []).some((slot) => headers[slot.column] !== slot.header))
    return fail(doesNotFit("slots"));

  const below = table.rows.filter(
    (row) => row.number > mapping.headerRow && row.cells.some((c) => c.value !== ""),
  );
  const again = below.filter((row) => looksLike(row, headers));
  // Repeated on every page a header is harmless; once more it may be a second sheet.
  if (again.length === 1) return fail(twoHeaders(again[0]!, mapping.headerRow));
  const other = below.find((row) => !again.includes(row) && differs(row, headers));
  if (other) return fail(twoHeaders(other, mapping.headerRow));

  const warnings: Issue[] = [];
  const issues: Issue[] = [];
  const rows: Row[] = [];
  const needed = Math.max(...["teacher", "period", "days"].map((f) => columns.get(f as ScheduleField) ?? 0));
  for (const row of below) {
    if (again.includes(row)) continue;
    const filled = row.cells.filter((cell) => cell.value !== "");
    if (filled.length === 1 && headers.length > 2) {
      warnings.push(at(row, "row-skipped", "has one cell alone and is taken as a title or total."));
    } else if (row.cells.slice(headers.length).some((cell) => cell.value !== "")) {
      const hint = "Quote cells that hold a comma, such as “Last, First”.";
      issues.push({ ...at(row, "ragged-row", "has more cells than the header."), hint });
    } else if (row.cells.length <= needed) {
      issues.push(at(row, "ragged-row", "has fewer cells than the header."));
    } else rows.push(row);
  }
  if (again.length > 0) {
    const message = `The header is repeated in ${again.length} rows; these are left out.`;
    warnings.push({ code: "header-repeated", path: ["rows"], message });
  }
  const [first, ...rest] = issues;
  if (first) return fail(first, ...rest.slice(0, MOST_ISSUES - 1));

  const filledDown = mapping.fillDown ? fillDown(rows, columns) : new Map<Row, Map<ScheduleField, string>>();
  const cell = (row: Row, field: ScheduleField) => {
    const column = columns.get(field);
    const value = column === undefined ? "" : (row.cells[column]?.value ?? "");
    return value === "" ? (filledDown.get(row)?.get(field) ?? "") : value;
  };
  const ofTerm = rows.filter(
    (row) => mapping.term === undefined || sameTerm(cell(row, "term"), mapping.term),
  );
  if (ofTerm.length === 0) {
    return fail({
      code: "no-rows",
      path: ["rows"],
      message: "The schedule has a header but no lessons below it.",
    });
  }
  if (mapping.term !== undefined) {
    const message = `The week of term ${mapping.term} is read: ${ofTerm.length} of ${rows.length} rows.`;
    warnings.push({ code: "term-chosen", path: [], message, hint: "Choose another term in the mapping." });
  }
  return ok({ table, mapping, rows: ofTerm, cell, column: (field) => columns.get(field), warnings });
}

/** An issue about one row, which a spreadsheet shows by the same number. */
export function at(row: Row, code: string, what: string): Issue {
  return { code, path: ["rows", row.number], message: `Row ${row.number} ${what}` };
}

function looksLike(row: Row, headers: readonly string[]): boolean {
  return headers.every((header, column) => (row.cells[column]?.value ?? "") === header);
}

/** Whether most of a row's cells are headers, though not in this order: another table begins. */
function differs(row: Row, headers: readonly string[]): boolean {
  const known = new Set(headers.filter((header) => header.length > 2).map((header) => header.toLowerCase()));
  const filled = row.cells.filter((cell) => cell.value !== "");
  return (
    filled.length > 2 &&
    filled.filter((cell) => known.has(cell.value.toLowerCase())).length > filled.length / 2
  );
}

function fillDown(rows: readonly Row[], columns: ReadonlyMap<ScheduleField, number>) {
  const last = new Map<ScheduleField, string>();
  const filled = new Map<Row, Map<ScheduleField, string>>();
  for (const row of rows) {
    for (const field of FILLED) {
      const value = row.cells[columns.get(field) ?? -1]?.value ?? "";
      if (value !== "") last.set(field, value);
    }
    filled.set(row, new Map(last));
  }
  return filled;
}

function twoHeaders(row: Row, first: number): Issue {
  return {
    code: "two-headers",
    path: ["rows", row.number],
    message: `The file has two headers, in rows ${first} and ${row.number}.`,
    hint: "Keep one table and one header row, then read it again.",
    data: { rows: [first, row.number] },
  };
}

function sameHeader(field: string, first: number, second: number): Issue {
  return {
    code: "same-header",
    path: ["mapping", field],
    message: `Columns ${first + 1} and ${second + 1} have the same header, so it is unclear which holds the ${field}.`,
    hint: "Give each column a header of its own.",
  };
}

function doesNotFit(field: string): Issue {
  return {
    code: "mapping-does-not-fit",
    path: ["mapping", field],
    message: `The file lacks the column that the mapping names for: ${field}.`,
    hint: "Guess the columns of this file anew.",
  };
}
