import type { Issue } from "@collegium/schema";
import type { Row } from "./csv-table.js";
import { saysMeeting } from "./resource-names.js";
import { chooseDaySystem, type DaySystem, daysOfWeek } from "./schedule-days.js";
import type { SlotColumn } from "./schedule-mapping.js";
import { type MeetingRow, type Meetings, type Person, teachersOf } from "./schedule-meetings.js";
import { orderPeriods, parsePeriods } from "./schedule-periods.js";
import { at, type ScheduleSheet } from "./schedule-sheet.js";

/** A cell of a grid: whose, when, and what it says. */
export interface GridCell {
  readonly row: Row;
  readonly column: number;
  readonly teacher: Person;
  readonly days: readonly string[];
  readonly period: string;
  readonly text: string;
}

const FREE =
  /^(?:-+|—|–|\.|free|prep|plan(?:ning)?|conf(?:erence)?|off|open|x|none|n\/?a|p|empty|(?:prep|planning|conference) period)$/i;
const ROOM_WORD = /[\s,(@-]*\b(?:rm|room|r)\b[.\s#:]*([A-Z]{0,2}-?\d{1,4}[A-Z]?)\)?/i;
const ROOM_LAST =
  /(?:\s*[\n(@-]\s*|\s+-\s+)([A-Z]{0,2}\d{2,4}[A-Z]?|gym|library|cafeteria|lab\s?\d*)\)?\s*$/i;
const GROUP = /(?:^|[\s(-])(\d{1,2}[-.]?[A-Ha-h]\d?)(?=$|[\s),-])/;

/** Whether a grid's cell says that its teacher is free. */
export function isFreeCell(text: string): boolean {
  return text === "" || FREE.test(text);
}

/** Every cell of a grid whose day and period are understood. */
export function gridCells(sheet: ScheduleSheet, system: DaySystem): { cells: GridCell[]; issues: Issue[] } {
  const { mapping } = sheet;
  const everyDay = system.parse(mapping.everyDay ?? "")?.map((named) => named.day) ?? ["week"];
  const issues: Issue[] = [];
  const cells = sheet.rows.flatMap((row): GridCell[] => {
    const [teacher] = teachersOf(sheet, row);
    if (!teacher) {
      const empty = (mapping.slots ?? []).every((slot) => isFreeCell(row.cells[slot.column]?.value ?? ""));
      if (!empty) issues.push(at(row, "no-teacher", "has lessons but names no teacher."));
      return [];
    }
    return (mapping.slots ?? []).flatMap((slot): GridCell[] => {
      const days = daysOf(sheet, row, slot, system) ?? everyDay;
      const period = parsePeriods(slot.period ?? sheet.cell(row, "period"))?.[0]?.key;
      if (period === undefined) {
        issues.push(at(row, "unknown-period", "names a period in words that are not understood."));
        return [];
      }
      return [{ row, column: slot.column, teacher, days, period, text: row.cells[slot.column]?.value ?? "" }];
    });
  });
  const wrong = sheet.rows.filter((row) => {
    const text = sheet.cell(row, "days");
    return text !== "" && !system.parse(text);
  });
  for (const row of wrong)
    issues.push(at(row, "unknown-day", "names a day in words that are not understood."));
  return { cells, issues };
}

function daysOf(sheet: ScheduleSheet, row: Row, slot: SlotColumn, system: DaySystem): string[] | undefined {
  const text = slot.day ?? sheet.cell(row, "days");
  return text === "" ? undefined : system.parse(text)?.map((named) => named.day);
}

/** The day system of a grid: from its columns, its days column, or the days on which all its periods meet. */
function gridDays(sheet: ScheduleSheet): DaySystem {
  const words = [
    ...(sheet.mapping.slots ?? []).map((slot) => slot.day ?? ""),
    ...sheet.rows.map((r) => sheet.cell(r, "days")),
  ];
  const filled = words.filter((word) => word !== "");
  return chooseDaySystem(filled.length > 0 ? filled : [sheet.mapping.everyDay ?? ""]);
}

/** Understands the cells of a grid as meetings of sections: a class keeps its name over the week, a section its period. */
export function readGrid(sheet: ScheduleSheet): Meetings {
  const system = gridDays(sheet);
  const { cells, issues } = gridCells(sheet, system);
  const names = new Map<string, string>();
  for (const slot of sheet.mapping.slots ?? []) {
    const named = slot.period === undefined ? undefined : parsePeriods(slot.period)?.[0];
    if (named && !names.has(named.key)) names.set(named.key, named.text);
  }
  for (const { period } of cells) if (!names.has(period)) names.set(period, period);
  const records = new Map<string, MeetingRow & { slots: { day: string; period: string }[] }>();
  for (const cell of cells) {
    if (isFreeCell(cell.text)) continue;
    const said = understand(cell.text);
    const lesson = said.room === "" ? { ...said, room: sheet.cell(cell.row, "room") } : said;
    const meeting = saysMeeting(cell.text);
    const section = meeting
      ? lesson.name
      : [cell.teacher.id, lesson.name, ...(lesson.group === "" ? [cell.period] : [])].join(" · ");
    const key = `${section}\n${cell.teacher.id}\n${lesson.room}`;
    const slots = cell.days.map((day) => ({ day, period: cell.period }));
    const record = records.get(key);
    if (record) record.slots.push(...slots);
    else {
      records.set(key, {
        row: cell.row,
        section,
        name: lesson.name,
        course: lesson.course,
        teachers: [cell.teacher],
        students: [],
        group: meeting ? "" : lesson.group,
        grade: sheet.cell(cell.row, "grade"),
        department: sheet.cell(cell.row, "department"),
        room: lesson.room,
        slots,
      });
    }
  }
  const rows = [...records.values()];
  const seen = new Set(rows.flatMap((row) => row.slots.map((slot) => slot.day)));
  const days = seen.has("week") ? ["week"] : daysOfWeek(system, seen);
  const periods = orderPeriods(names.keys()).map((key) => ({ key, name: names.get(key)! }));
  return { rows, system, days, periods, issues, warnings: [] };
}

/** What a cell such as `Math 7A - Rm 204` says. */
function understand(text: string): { name: string; course: string; group: string; room: string } {
  const room = ROOM_WORD.exec(text) ?? ROOM_LAST.exec(text);
  const rest = (room ? text.replace(room[0], " ") : text)
    .replace(/\s+/g, " ")
    .replace(/[\s,;-]+$/, "")
    .trim();
  const name = rest === "" ? text.replace(/\s+/g, " ").trim() : rest;
  const group = GROUP.exec(name)?.[1] ?? "";
  const course =
    group === ""
      ? name
      : name
          .replace(group, " ")
          .replace(/\s+/g, " ")
          .replace(/^[\s-]+|[\s-]+$/g, "");
  return { name, course: course === "" ? name : course, group, room: room?.[1]?.trim() ?? "" };
}
