import type { Placement } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { type Row, writeCell } from "./csv-table.js";
import type { Original } from "./original.js";
import { periodId, type Schedule, understandSchedule, weekOf } from "./schedule.js";
import { formatDays } from "./schedule-days.js";
import { patchGrid } from "./schedule-grid-write.js";
import { type MeetingGroup, type ScheduledLesson, slotsKey } from "./schedule-lessons.js";
import type { ScheduleField, ScheduleMapping } from "./schedule-mapping.js";
import type { Slot } from "./schedule-meetings.js";
import { parseExpression, parsePeriods } from "./schedule-periods.js";

/** A piece of the text to be replaced; an empty piece inserts. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a lesson shall stand, in the schedule's own words. */
export interface WantedMeeting {
  readonly slots: readonly Slot[];
  /** Names of rooms; empty where none is chosen. */
  readonly rooms: readonly string[];
}

/**
 * A master schedule with new placements. Rows of lessons that did not move stay as they came; rows of others get new days
 * and periods in the file's own words, are repeated where a lesson needs more rows, and go where it needs fewer.
 *
 * Issue codes: `not-expressible` where the sheet's shape cannot say a placement, and those of the reader.
 */
export function writeSchedule(original: Original, placements: readonly Placement[]): Result<string> {
  const { mapping } = original.detail as { mapping: ScheduleMapping };
  const understood = understandSchedule(original.text, mapping);
  if (!understood.ok) return understood;
  const schedule = understood.value;
  const wanted = wantedMeetings(schedule, placements);
  const changed = schedule.lessons.filter((lesson) => !sameWeek(lesson, wanted.get(lesson.id) ?? []));
  const patches =
    mapping.layout === "grid" ? patchGrid(schedule, changed, wanted) : patchRows(schedule, changed, wanted);
  if (!patches.ok) return patches;
  return ok(applyPatches(original.text, patches.value));
}

function applyPatches(text: string, patches: readonly Patch[]): string {
  let out = "";
  let at = 0;
  for (const patch of [...patches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, patch.start) + patch.text;
    at = patch.end;
  }
  return out + text.slice(at);
}

/** Each lesson's placements as meetings: one per run of periods and room, over the days that share them. */
function wantedMeetings(schedule: Schedule, placements: readonly Placement[]): Map<string, WantedMeeting[]> {
  const week = weekOf(schedule.meetings);
  const place = new Map(
    [...week.keys].flatMap(([day, keys]) =>
      keys.map((key, index) => [periodId(day, key), { day, keys, index }] as const),
    ),
  );
  const grouped = new Map<string, Map<string, { slots: Slot[]; rooms: string[] }>>();
  for (const { lesson, start, duration, chosen = [] } of placements) {
    const { day, keys, index } = place.get(start)!;
    const run = keys.slice(index, index + duration);
    const rooms = chosen.map(({ resource }) => resource.replace(/^room:/, ""));
    const key = JSON.stringify([run, rooms]);
    const own = grouped.get(lesson) ?? new Map<string, { slots: Slot[]; rooms: string[] }>();
    const meeting = own.get(key) ?? { slots: [], rooms };
    meeting.slots.push(...run.map((period) => ({ day, period })));
    own.set(key, meeting);
    grouped.set(lesson, own);
  }
  return new Map([...grouped].map(([lesson, own]) => [lesson, [...own.values()]]));
}

function sameWeek(lesson: ScheduledLesson, wanted: readonly WantedMeeting[]): boolean {
  const key = (meetings: readonly { slots: readonly Slot[]; rooms: readonly string[] }[]) =>
    [
      ...new Set(
        meetings.flatMap(({ slots, rooms }) => slots.map((s) => JSON.stringify([s.day, s.period, rooms]))),
      ),
    ]
      .sort()
      .join("\n");
  return key(lesson.meetings) === key(wanted);
}

function patchRows(
  schedule: Schedule,
  changed: readonly ScheduledLesson[],
  wanted: ReadonlyMap<string, readonly WantedMeeting[]>,
): Result<Patch[]> {
  const patches: Patch[] = [];
  const issues: Issue[] = [];
  for (const lesson of changed) {
    const old = [...lesson.meetings];
    const left = combined(schedule)
      ? merged(wanted.get(lesson.id) ?? [])
      : [...(wanted.get(lesson.id) ?? [])];
    for (const meeting of [...left]) {
      const same = old.find(
        (o) => slotsKey(o.slots) === slotsKey(meeting.slots) && String(o.rooms) === String(meeting.rooms),
      );
      if (!same) continue;
      old.splice(old.indexOf(same), 1);
      left.splice(left.indexOf(meeting), 1);
    }
    const last = old.at(-1) ?? lesson.meetings.at(-1)!;
    left.forEach((meeting, index) => {
      const template = old[index] ?? last;
      for (const { row } of template.rows) {
        const line = rowText(schedule, row, template, meeting);
        if (line === undefined) issues.push(notExpressible(row));
        else if (old[index]) patches.push({ start: row.start, end: row.end, text: line });
        else patches.push(inserted(schedule, row, line));
      }
    });
    for (const { rows } of old.slice(left.length)) {
      for (const { row } of rows) patches.push({ start: row.start, end: row.end, text: "" });
    }
  }
  const [first, ...rest] = issues;
  return first ? fail(first, ...rest.slice(0, 19)) : ok(patches);
}

/** A copy of a row below it; a last line without a line break gets one first. */
function inserted(schedule: Schedule, row: Row, line: string): Patch {
  const { newline } = schedule.sheet.table;
  const ended = /[\r\n]$/.test(line);
  return { start: row.end, end: row.end, text: ended ? line : newline + line };
}

/** Whether one cell names periods with their days. */
function combined({ sheet }: Schedule): boolean {
  return sheet.rows.some((row) => parseExpression(sheet.cell(row, "period")) !== undefined);
}

function merged(meetings: readonly WantedMeeting[]): WantedMeeting[] {
  const byRooms = new Map<string, { slots: Slot[]; rooms: readonly string[] }>();
  for (const { slots, rooms } of meetings) {
    const key = JSON.stringify(rooms);
    const own = byRooms.get(key) ?? { slots: [], rooms };
    own.slots.push(...slots);
    byRooms.set(key, own);
  }
  return [...byRooms.values()];
}

/** A row's text with another meeting in it; `undefined` where its columns cannot say it. */
function rowText(
  schedule: Schedule,
  row: Row,
  old: MeetingGroup,
  meeting: WantedMeeting,
): string | undefined {
  const { sheet, meetings } = schedule;
  const { system } = meetings;
  const order = meetings.periods.map((period) => period.key);
  const days = meetings.days.filter((day) => meeting.slots.some((slot) => slot.day === day));
  const periods = order.filter((key) => meeting.slots.some((slot) => slot.period === key));
  const cells = new Map<number, string>();
  const set = (field: ScheduleField, value: string) => {
    const column = sheet.column(field);
    if (column !== undefined) cells.set(column, value);
  };
  if (meeting.rooms.length === 1 && meeting.rooms[0] !== old.rooms[0]) set("room", meeting.rooms[0]!);
  const written = (keys: readonly string[]) => periodWords(schedule, keys);
  const dayWords = (list: readonly string[]) => formatDays(system, list, daysExamples(schedule));
  if (sheet.mapping.layout === "day-columns") {
    const own = sheet.column("period") === undefined;
    const words = written(periods);
    if (words === undefined) return undefined;
    if (!own) set("period", words);
    for (const slot of sheet.mapping.slots ?? []) {
      const day = system.parse(slot.day ?? "")?.[0]?.day ?? "";
      cells.set(slot.column, days.includes(day) ? (own ? words : markOf(schedule, row)) : "");
    }
  } else if (sheet.column("days") === undefined || combined(schedule)) {
    const everyDay = system.parse(sheet.mapping.everyDay ?? "")?.map((named) => named.day) ?? ["week"];
    const whole = days.length === everyDay.length && days.every((day) => everyDay.includes(day));
    const rectangle = meeting.slots.length === days.length * periods.length;
    const plain = !combined(schedule) && whole && rectangle ? written(periods) : undefined;
    const parts = periods.map((key) => {
      const list = days.filter((day) =>
        meeting.slots.some((slot) => slot.day === day && slot.period === key),
      );
      return `${periodName(schedule, key)}(${dayWords(list)})`;
    });
    if (plain === undefined && days.includes("week")) return undefined;
    set("period", plain ?? parts.join(" "));
  } else {
    const words = written(periods);
    if (words === undefined || meeting.slots.length !== days.length * periods.length) return undefined;
    if (sheet.column("period") === undefined) set("start", words);
    else if (sheet.column("periodEnd") !== undefined) {
      set("period", periodName(schedule, periods[0]!));
      set("periodEnd", periodName(schedule, periods.at(-1)!));
    } else set("period", words);
    set("days", dayWords(days));
  }
  patchTimes(schedule, periods, set);
  return lineWith(schedule, row, cells);
}

function lineWith(schedule: Schedule, row: Row, cells: ReadonlyMap<number, string>): string {
  const { delimiter } = schedule.sheet.table;
  const text = schedule.text;
  let out = "";
  let at = row.start;
  row.cells.forEach((cell, column) => {
    const value = cells.get(column);
    if (value === undefined || value === cell.value) return;
    out += text.slice(at, cell.start) + writeCell(value, delimiter, text[cell.start] === '"');
    at = cell.end;
  });
  return out + text.slice(at, row.end);
}

/** Periods in the file's words: the same cell where one exists, else names in a range or a list that read back alike. */
function periodWords(schedule: Schedule, keys: readonly string[]): string | undefined {
  const same = (text: string) =>
    parsePeriods(text)
      ?.map((p) => p.key)
      .join("\n") === keys.join("\n");
  const names = keys.map((key) => periodName(schedule, key));
  const candidates = [
    names[0]!,
    `${names[0]}-${names.at(-1)}`,
    `${keys[0]}-${keys.at(-1)}`,
    names.join(","),
    keys.join(","),
  ];
  return candidates.find(same);
}

function periodName(schedule: Schedule, key: string): string {
  return schedule.meetings.periods.find((period) => period.key === key)!.name;
}

function daysExamples({ sheet }: Schedule): string[] {
  return sheet.rows.flatMap((row) => {
    const expression = parseExpression(sheet.cell(row, "period"));
    return expression ? expression.map((part) => part.days) : [sheet.cell(row, "days")];
  });
}

function markOf({ sheet }: Schedule, row: Row): string {
  const marks = (sheet.mapping.slots ?? []).map((slot) => row.cells[slot.column]?.value ?? "");
  return marks.find((mark) => mark !== "") ?? "X";
}

/** Start and end as other rows of the same period write them; empty where none does. */
function patchTimes(
  schedule: Schedule,
  periods: readonly string[],
  set: (field: ScheduleField, value: string) => void,
) {
  const { sheet, meetings } = schedule;
  if (sheet.column("period") === undefined) return;
  const rowOf = (key: string) => meetings.rows.find((r) => r.slots.every((slot) => slot.period === key))?.row;
  const [from, to] = [rowOf(periods[0]!), rowOf(periods.at(-1)!)];
  set("start", from ? sheet.cell(from, "start") : "");
  set("end", to ? sheet.cell(to, "end") : "");
}

function notExpressible(row: Row): Issue {
  return {
    code: "not-expressible",
    path: ["rows", row.number],
    message: `Row ${row.number} has no column that could say where its lesson moves.`,
    hint: "Add a column of days to the sheet, or write the plan as XHSTT.",
  };
}
