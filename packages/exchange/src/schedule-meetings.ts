import type { Issue } from "@collegium/schema";
import type { Row } from "./csv-table.js";
import { saysMeeting } from "./resource-names.js";
import { chooseDaySystem, type DaySystem, daysOfWeek } from "./schedule-days.js";
import { orderPeriods, parseExpression, parsePeriods, parseTime } from "./schedule-periods.js";
import { at, type ScheduleSheet } from "./schedule-sheet.js";

/** One row of a schedule as understood. */
export interface MeetingRow {
  readonly row: Row;
  /** What all rows of one section share; becomes the lesson's id. */
  readonly section: string;
  readonly name: string;
  readonly course: string;
  readonly teachers: readonly Person[];
  readonly students: readonly string[];
  readonly group: string;
  readonly grade: string;
  readonly department: string;
  readonly room: string;
  /** Where it meets; periods of one inner list follow each other. */
  readonly slots: readonly Slot[];
}

/** A teacher by id and name. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A day and a period's key. */
export interface Slot {
  readonly day: string;
  readonly period: string;
}

/** The rows of a schedule and the week that they span. */
export interface Meetings {
  readonly rows: readonly MeetingRow[];
  readonly system: DaySystem;
  readonly days: readonly string[];
  /** Keys in the order of the day, each with the name that the file gives it. */
  readonly periods: readonly {
    readonly key: string;
    readonly name: string;
    readonly start?: number;
    readonly end?: number;
  }[];
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

const NOBODY =
  /^(?:staff|tba|tbd|vacant|vacancy|unassigned|none|n\/?a|-+|\?+|open|to be (?:announced|determined))$/i;
const PLANNING =
  /^(?:teacher\s+)?(?:prep|planning|plan|conference|conf|prep\s*(?:period|time)|planning\s*(?:period|time)|conference period|free)$/i;

/** The one day of a sheet that names no days. */
const WEEK_LONG = "week";

const everyDayOf = (slots: readonly Slot[], days: readonly string[]): Slot[] =>
  slots.flatMap((slot) => (slot.day === WEEK_LONG ? days.map((day) => ({ ...slot, day })) : [slot]));

/** Understands the rows of a sheet whose layout is `meetings` or `day-columns`. */
export function readMeetings(sheet: ScheduleSheet): Meetings {
  const { mapping, cell } = sheet;
  const system = chooseDaySystem(dayCells(sheet));
  const everyDay = system.parse(mapping.everyDay ?? "")?.map((named) => named.day);
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const names = new Map<string, string>();
  const times = new Map<string, { start: number; end?: number }>();
  const planning: number[] = [];
  const unscheduled: number[] = [];
  const totals: number[] = [];
  const understood = sheet.rows.flatMap((row): MeetingRow[] => {
    const course = cell(row, "course") || cell(row, "courseId");
    if (PLANNING.test(course)) {
      planning.push(row.number);
      return [];
    }
    const teachers = teachersOf(sheet, row);
    if (course === "" && teachers.length === 0 && cell(row, "section") === "") {
      totals.push(row.number);
      return [];
    }
    const found = slotsOf(sheet, row, system, everyDay ?? [WEEK_LONG]);
    if ("issue" in found) {
      issues.push(found.issue);
      return [];
    }
    if (found.slots.length === 0) {
      unscheduled.push(row.number);
      return [];
    }
    for (const { key, text } of found.periods) if (!names.has(key)) names.set(key, text);
    if (found.time && found.periods.length === 1) times.set(found.periods[0]!.key, found.time);
    const section = cell(row, "section");
    return [
      {
        row,
        section: sectionOf(sheet, row, teachers, found.periods),
        name: [course, section].filter((part) => part !== "").join(" "),
        course,
        teachers,
        students: studentsOf(cell(row, "students")).concat(cell(row, "student") || []),
        group: cell(row, "group"),
        grade: cell(row, "grade"),
        department: cell(row, "department"),
        room: cell(row, "room"),
        slots: found.slots,
      },
    ];
  });
  if (planning.length > 0)
    warnings.push(note("planning-is-free", planning, "name planning time; it counts as free."));
  if (unscheduled.length > 0)
    warnings.push(note("unscheduled-row", unscheduled, "have no period and are left out."));
  const starts = new Map([...times].map(([key, time]) => [key, time.start]));
  if (totals.length > 0)
    warnings.push(note("row-skipped", totals, "name no course and no teacher and are left out."));
  const seen = new Set(understood.flatMap((row) => row.slots.map((slot) => slot.day)));
  const named = [...seen].filter((day) => day !== WEEK_LONG);
  const days = named.length === 0 ? [...seen] : daysOfWeek(system, named);
  // Beside rows with days, those without meet every day.
  const dayless =
    named.length === 0 ? [] : understood.filter((row) => row.slots.some((slot) => slot.day === WEEK_LONG));
  const rows = understood.map((row) =>
    dayless.includes(row) ? { ...row, slots: everyDayOf(row.slots, days) } : row,
  );
  if (dayless.length > 0) {
    const numbers = dayless.map(({ row }) => row.number);
    warnings.push(note("days-assumed", numbers, "name no day and are taken for every day of the week."));
  }
  const periods = orderPeriods(names.keys(), starts).map((key) => ({
    key,
    name: names.get(key)!,
    ...times.get(key),
  }));
  return { rows, system, days, periods, issues, warnings };
}

/**
 * A section by its own number; else a staff meeting by its name, a class by course and class, and any other by course,
 * teacher and period, since one teacher's sections of a course are mostly told apart by the period alone.
 */
function sectionOf(
  sheet: ScheduleSheet,
  row: Row,
  teachers: readonly Person[],
  periods: readonly { readonly text: string }[],
): string {
  const course = sheet.cell(row, "courseId") || sheet.cell(row, "course");
  const section = sheet.cell(row, "section");
  const group = sheet.cell(row, "group");
  if (section !== "") return [course, section].filter((part) => part !== "").join(" ");
  if (saysMeeting(sheet.cell(row, "course"))) return course;
  if (group !== "") return [course, group].filter((part) => part !== "").join(" · ");
  return [course, ...teachers.map((teacher) => teacher.id), ...periods.map((period) => period.text)].join(
    " · ",
  );
}

type Found =
  | { readonly issue: Issue }
  | {
      readonly slots: Slot[];
      readonly periods: readonly { key: string; text: string }[];
      readonly time?: { start: number; end?: number };
    };

function slotsOf(sheet: ScheduleSheet, row: Row, system: DaySystem, everyDay: readonly string[]): Found {
  const { mapping, cell } = sheet;
  const text = periodText(sheet, row);
  const daysOf = (words: string) =>
    words === "" ? everyDay : system.parse(words)?.map((named) => named.day);
  const expression = parseExpression(text);
  const parts = expression ?? (text === "" ? [] : [{ period: text, days: cell(row, "days") }]);
  const slots: Slot[] = [];
  const named = new Map<string, string>();
  if (mapping.layout === "day-columns") return dayColumnSlots(sheet, row, system, text);
  for (const part of parts) {
    const periods = parsePeriods(part.period);
    const days = daysOf(part.days);
    if (!periods || periods.some((p) => p.key.length > 24)) return { issue: unknown(row, "period") };
    if (!days) return { issue: unknown(row, "day") };
    for (const { key, text: name } of periods) {
      named.set(key, name);
      for (const day of days) slots.push({ day, period: key });
    }
  }
  const periods = [...named].map(([key, name]) => ({ key, text: name }));
  const time = timeOf(cell(row, "start"), cell(row, "end"));
  return { slots, periods, ...(time ? { time } : {}) };
}

/** The text that names the period: its column, with the last period where that is a column of its own, or the time. */
function periodText(sheet: ScheduleSheet, row: Row): string {
  const { cell, column } = sheet;
  if (column("period") === undefined && column("start") !== undefined) return cell(row, "start");
  const from = cell(row, "period");
  const to = cell(row, "periodEnd");
  return to === "" || to === from ? from : `${from}-${to}`;
}

function dayColumnSlots(sheet: ScheduleSheet, row: Row, system: DaySystem, text: string): Found {
  const slots: Slot[] = [];
  const named = new Map<string, string>();
  for (const { column, day } of sheet.mapping.slots ?? []) {
    const mark = row.cells[column]?.value ?? "";
    if (mark === "" || /^(?:n|no|0|false|-+)$/i.test(mark)) continue;
    const id = system.parse(day ?? "")?.[0]?.day;
    if (id === undefined) return { issue: unknown(row, "day") };
    const own = sheet.column("period") === undefined && sheet.column("start") === undefined;
    const periods = parsePeriods(own ? mark : text);
    if (!periods) return { issue: unknown(row, "period") };
    for (const { key, text: name } of periods) {
      named.set(key, name);
      slots.push({ day: id, period: key });
    }
  }
  return { slots, periods: [...named].map(([key, name]) => ({ key, text: name })) };
}

function dayCells(sheet: ScheduleSheet): string[] {
  const slots = (sheet.mapping.slots ?? []).flatMap((slot) => slot.day ?? []);
  const cells = sheet.rows.flatMap((row) => {
    const expression = parseExpression(sheet.cell(row, "period"));
    return [sheet.cell(row, "days"), ...(expression?.map((part) => part.days) ?? [])];
  });
  const found = [...slots, ...cells].filter((text) => text !== "");
  return found.length > 0 ? found : [sheet.mapping.everyDay ?? ""];
}

function timeOf(start: string, end: string): { start: number; end?: number } | undefined {
  const [from, to] = end === "" ? start.split(/\s*(?:-|–|to)\s*/) : [start, end];
  const a = parseTime(from ?? "");
  const b = parseTime(to ?? "");
  if (a === undefined) return undefined;
  return b !== undefined && b > a ? { start: a, end: b } : { start: a };
}

/** Teachers of a row: one or several, by id where the file has ids; none where the place is vacant. */
export function teachersOf(sheet: ScheduleSheet, row: Row): Person[] {
  const { cell } = sheet;
  const names = listOf(cell(row, "teacher"))
    .concat(listOf(cell(row, "coTeacher")))
    .filter((name) => !NOBODY.test(name));
  const ids = listOf(cell(row, "teacherId"));
  const first = cell(row, "teacherFirst");
  const full = first !== "" && names.length === 1 ? [`${names[0]}, ${first}`] : names;
  if (ids.length > 0 && (full.length === 0 || ids.length === full.length)) {
    return ids.map((id, index) => ({ id, name: full[index] ?? id }));
  }
  return full.map((name, index) =>
    index === 0 && ids.length === 1 ? { id: ids[0]!, name } : { id: name, name },
  );
}

/** Students in one cell; commas part them where the pieces are ids and no names. */
function studentsOf(text: string): string[] {
  const pieces = text.split(/\s*,\s*/).filter((piece) => piece !== "");
  const ids =
    pieces.every((piece) => /^\S+$/.test(piece)) && (pieces.length > 2 || pieces.every((p) => /\d/.test(p)));
  return /[;|\n]/.test(text) || !ids ? listOf(text) : pieces;
}

/** Names in one cell; a comma stays inside a name. */
function listOf(text: string): string[] {
  return text
    .split(/\s*(?:[;|\n\r/]|\s&\s|\sand\s)+\s*/)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter((part) => part !== "");
}

function unknown(row: Row, what: "day" | "period"): Issue {
  return {
    ...at(row, `unknown-${what}`, `names a ${what} in words that are not understood.`),
    hint: what === "day" ? "Write days like MWF, Mon-Fri, A or 1-5." : "Write periods like 3, P3, 1-2 or HR.",
  };
}

/** One issue for many rows. */
function note(code: string, rows: readonly number[], what: string): Issue {
  const shown = rows.slice(0, 5).join(", ");
  const more = rows.length > 5 ? ` and ${rows.length - 5} more` : "";
  return {
    code,
    path: ["rows"],
    message: `Rows ${shown}${more} ${what}`,
    data: { rows: rows.slice(0, 100) },
  };
}
