import { fail, ok, type Result } from "@collegium/schema";
import { parseTable, type Row, type Table } from "./csv-table.js";
import { chooseDaySystem } from "./schedule-days.js";
import type {
  GuessedColumn,
  GuessedMapping,
  ScheduleField,
  ScheduleMapping,
  SlotColumn,
} from "./schedule-mapping.js";
import { parseExpression } from "./schedule-periods.js";
import { slotColumns } from "./schedule-slots.js";
import { chooseTerm } from "./schedule-terms.js";
import { fieldsOf, plainHeader } from "./schedule-words.js";

const TITLE_ROWS = 25;
const GUESS_TEACHER = 0.5;

/**
 * Guesses what the columns of a master schedule mean, whatever system exported it, so that a person confirms instead of
 * filling in a form. Guarantees a mapping that `readSchedule` accepts for this text, or an issue.
 *
 * Issue codes: `no-header`, `no-teacher-column`, `no-period-column`, `unclosed-quote`.
 * @example
 * ```ts
 * const guess = guessMapping("Teacher,Course,Per,Days\nT. One,Biology,3,MWF\n");
 * guess.ok && guess.value.mapping.columns; // => { teacher: "Teacher", course: "Course", period: "Per", days: "Days" }
 * ```
 */
export function guessMapping(text: string): Result<GuessedMapping> {
  const table = parseTable(text);
  if (!table.ok) return table;
  const head = findHeader(table.value);
  if (!head) {
    return fail({
      code: "no-header",
      path: [],
      message: "No row names the columns of a schedule, such as teacher, course and period.",
      hint: "Give an XHSTT or FET file, or a master schedule as CSV with a header row.",
    });
  }
  const { row, slots, dayRow } = head;
  const headers = row.cells.map((cell) => cell.value);
  const rows = table.value.rows.filter(
    (r) => r.number > row.number && r.cells.some((cell) => cell.value !== ""),
  );
  const fields = assign(headers, slots);
  const cellsOf = (field: ScheduleField) => {
    const column = fields.findIndex((f) => f?.field === field);
    return column < 0 ? undefined : rows.map((r) => r.cells[column]?.value ?? "");
  };
  const counts = fields.findIndex((f) => f?.field === "students");
  if (counts >= 0 && rows.every((r) => /^\d{0,2}$/.test(r.cells[counts]?.value ?? "")))
    fields[counts] = undefined;
  namesOfClasses(fields, rows);
  const questions: string[] = [];
  const has = (field: ScheduleField) => fields.some((f) => f?.field === field);
  const layout = layoutOf(slots, has("period"), rows);
  if (layout === "grid" && !has("teacher")) {
    const first = headers.findIndex((_, column) => !slots.some((slot) => slot.column === column));
    // A week of each class, whose cells name the teachers, is no week of each teacher.
    if (first >= 0 && !OF_CLASSES.test(plainHeader(headers[first]!)))
      fields[first] = { field: "teacher", certainty: GUESS_TEACHER };
  }
  if (!has("teacher") && !has("teacherId")) return fail(missing("no-teacher-column", "teacher", row));
  if (layout === "meetings" && !has("period") && !has("start"))
    return fail(missing("no-period-column", "period", row));
  if (fields.some((f) => f?.field === "group" && f.certainty < 1)) questions.push("class-or-group");
  const columns: Partial<Record<ScheduleField, string>> = {};
  fields.forEach((f, column) => {
    if (f) columns[f.field] = headers[column]!;
  });
  const expressions = cellsOf("period")?.filter((cell) => cell !== "") ?? [];
  const combined = expressions.length > 0 && expressions.every((cell) => parseExpression(cell) !== undefined);
  const daysKnown = has("days") || combined || slots.some((slot) => slot.day !== undefined);
  if (!daysKnown) questions.push("no-days-column");
  const term = chooseTerm(cellsOf("term") ?? []);
  if (term !== undefined) questions.push("several-terms");
  const fillDown = repeatsAbove(cellsOf("teacher") ?? []);
  if (fillDown) questions.push("filled-down");
  const used = layout === "meetings" ? [] : slots;
  const mapping: ScheduleMapping = {
    layout,
    headerRow: row.number,
    ...(dayRow === undefined ? {} : { dayRow }),
    columns,
    ...(used.length > 0 ? { slots: used } : {}),
    ...(daysKnown ? {} : { everyDay: "M-F" }),
    ...(term === undefined ? {} : { term }),
    ...(fillDown ? { fillDown } : {}),
  };
  const guessed = headers.map((header, column): GuessedColumn => {
    if (used.some((slot) => slot.column === column)) return { header, field: "slot", certainty: 0.9 };
    const field = fields[column];
    return field ? { header, ...field } : { header, certainty: 0 };
  });
  const sure = guessed.filter(
    (c) => c.field === "teacher" || c.field === "period" || c.field === "days" || c.field === "slot",
  );
  const certainty = Math.min(daysKnown ? 1 : GUESS_TEACHER, ...sure.map((column) => column.certainty));
  return ok({ mapping, columns: guessed, certainty, questions });
}

interface Head {
  readonly row: Row;
  readonly slots: SlotColumn[];
  readonly dayRow?: number;
}

function findHeader(table: Table): Head | undefined {
  let best: Head | undefined;
  let bestScore = 1.4;
  table.rows.slice(0, TITLE_ROWS).forEach((row, index) => {
    const headers = row.cells.map((cell) => cell.value);
    const above = table.rows[index - 1]?.cells.map((cell) => cell.value);
    const plain = slotColumns(headers);
    const days =
      above && areDays(above) && plain.length > 0 && plain.every((s) => s.day === undefined)
        ? above
        : undefined;
    const slots = days ? slotColumns(headers, days) : plain;
    const named = headers.map((header) => fieldsOf(header)[0]?.certainty ?? 0);
    const score = named.reduce((sum, n) => sum + n, 0) + slots.length * 0.5;
    if (score <= bestScore) return;
    bestScore = score;
    best = { row, slots, ...(days ? { dayRow: row.number - 1 } : {}) };
  });
  return best;
}

/** Whether a row above the header names at least two days and nothing else. */
function areDays(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => cell !== "");
  const system = chooseDaySystem(words);
  const days = words.filter((word) => system.parse(word)?.length === 1);
  return days.length >= 2 && days.length >= words.length - 1;
}

type Assigned = { field: ScheduleField; certainty: number } | undefined;

/** Each field to the column that names it most surely, each column to one field. */
function assign(headers: readonly string[], slots: readonly SlotColumn[]): Assigned[] {
  const assigned: Assigned[] = headers.map(() => undefined);
  const candidates = headers.flatMap((header, column) =>
    slots.some((slot) => slot.column === column)
      ? []
      : fieldsOf(header).map((guess) => ({ ...guess, column })),
  );
  const taken = new Set<ScheduleField>();
  for (const { field, certainty, column } of candidates.sort((a, b) => b.certainty - a.certainty)) {
    if (assigned[column] || taken.has(field)) continue;
    assigned[column] = { field, certainty };
    taken.add(field);
  }
  // Beside a subject or course, a column called "class" names the students.
  headers.forEach((header, column) => {
    if (
      !assigned[column] &&
      !taken.has("group") &&
      /^(?:class|classname|classes|clase|clases)$/.test(plainHeader(header))
    ) {
      assigned[column] = { field: "group", certainty: 0.7 };
      taken.add("group");
    }
  });
  return assigned;
}

const OF_CLASSES =
  /^(?:class|classes|classname|section|homeroom|grade|group|clase|clases|grupo|curso|grado|seccion)$/;

const CLASS_NAME = /^\d{1,2}\s*[-.]?\s*[A-Za-z]$/;

/**
 * A column called section that holds the names of classes, such as 7A, names the students: most of its words stand beside
 * several courses.
 */
function namesOfClasses(fields: Assigned[], rows: readonly Row[]): void {
  const at = (field: ScheduleField) => fields.findIndex((f) => f?.field === field);
  const [section, course] = [at("section"), at("course")];
  if (section < 0 || course < 0 || at("group") >= 0 || at("student") >= 0 || at("students") >= 0) return;
  const courses = new Map<string, Set<string>>();
  // Cells that were merged over several rows are empty below the first.
  let beside = "";
  for (const row of rows) {
    beside = row.cells[course]?.value || beside;
    for (const word of (row.cells[section]?.value ?? "").split(/\s*[/;,&+]\s*/))
      if (word !== "") courses.set(word, (courses.get(word) ?? new Set()).add(beside));
  }
  const words = [...courses];
  const classes = words.filter(([word, beside]) => CLASS_NAME.test(word) && beside.size > 2);
  if (words.length > 1 && classes.length > 0.8 * words.length)
    fields[section] = { field: "group", certainty: 0.65 };
}

function layoutOf(
  slots: readonly SlotColumn[],
  hasPeriod: boolean,
  rows: readonly Row[],
): ScheduleMapping["layout"] {
  if (slots.length === 0) return "meetings";
  if (slots.some((slot) => slot.period !== undefined)) return "grid";
  const cells = rows
    .flatMap((row) => slots.map((slot) => row.cells[slot.column]?.value ?? ""))
    .filter((c) => c !== "");
  const short = cells.filter((cell) => cell.length <= 5).length;
  return hasPeriod && short < cells.length / 2 ? "grid" : "day-columns";
}

function repeatsAbove(cells: readonly string[]): boolean {
  const empty = cells.filter((cell) => cell === "").length;
  return cells[0] !== undefined && cells[0] !== "" && empty > 0.3 * cells.length;
}

function missing(code: string, field: string, row: Row) {
  return {
    code,
    path: ["rows", row.number],
    message: `Row ${row.number} names columns, but none of them seems to hold the ${field}.`,
    hint: `Say which column holds the ${field}.`,
  };
}
