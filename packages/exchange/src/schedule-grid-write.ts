import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { writeCell } from "./csv-table.js";
import type { Schedule } from "./schedule.js";
import { type GridCell, gridCells, isFreeCell } from "./schedule-grid.js";
import type { ScheduledLesson } from "./schedule-lessons.js";
import type { Slot } from "./schedule-meetings.js";
import type { Patch, WantedMeeting } from "./schedule-write.js";

/**
 * Patches of a grid: the text of a moved lesson goes with it, and what a free cell said (`Prep`) goes the other way.
 *
 * Issue code: `not-expressible` where one cell stands for several days and not all of them move.
 */
export function patchGrid(
  schedule: Schedule,
  changed: readonly ScheduledLesson[],
  wanted: ReadonlyMap<string, readonly WantedMeeting[]>,
): Result<Patch[]> {
  const { cells } = gridCells(schedule.sheet, schedule.meetings.system);
  const slotOf = (slot: Slot) => `${slot.day}\n${slot.period}`;
  const whose = new Map<string, GridCell>();
  for (const cell of cells) {
    for (const day of cell.days)
      whose.set(`${cell.teacher.id}\n${slotOf({ day, period: cell.period })}`, cell);
  }
  const left = new Set<GridCell>();
  const taken = new Map<GridCell, { text: string; days: number }>();
  const issues: Issue[] = [];
  for (const lesson of changed) {
    const before = new Set(lesson.meetings.flatMap((meeting) => meeting.slots.map(slotOf)));
    const after = new Set((wanted.get(lesson.id) ?? []).flatMap((meeting) => meeting.slots.map(slotOf)));
    for (const teacher of lesson.teachers) {
      const from = [...before]
        .filter((slot) => !after.has(slot))
        .map((slot) => whose.get(`${teacher.id}\n${slot}`)!);
      const to = [...after]
        .filter((slot) => !before.has(slot))
        .map((slot) => whose.get(`${teacher.id}\n${slot}`));
      const text = from[0]?.text ?? "";
      for (const cell of from) left.add(cell);
      for (const cell of to) {
        if (!cell) issues.push(notExpressible());
        else taken.set(cell, { text, days: (taken.get(cell)?.days ?? 0) + 1 });
      }
      const whole = (list: readonly (GridCell | undefined)[]) =>
        list.every((cell) => cell && cell.days.length === list.filter((other) => other === cell).length);
      if (!whole(from) || !whole(to)) issues.push(notExpressible());
    }
  }
  for (const cell of taken.keys())
    if (!isFreeCell(cell.text) && !left.has(cell)) issues.push(notExpressible());
  const [first] = issues;
  if (first) return fail(first);
  const said = new Map<string, string[]>();
  for (const cell of taken.keys()) {
    if (!isFreeCell(cell.text) || cell.text === "") continue;
    said.set(cell.teacher.id, [...(said.get(cell.teacher.id) ?? []), cell.text]);
  }
  const { delimiter } = schedule.sheet.table;
  const patches = [...new Set([...left, ...taken.keys()])].flatMap((cell): Patch[] => {
    const place = cell.row.cells[cell.column];
    const value = taken.get(cell)?.text ?? said.get(cell.teacher.id)?.shift() ?? "";
    if (!place) return [];
    const quoted = schedule.text[place.start] === '"';
    return [{ start: place.start, end: place.end, text: writeCell(value, delimiter, quoted) }];
  });
  return ok(patches);
}

function notExpressible(): Issue {
  return {
    code: "not-expressible",
    path: [],
    message:
      "The grid has one cell where the plan needs several: it moves a lesson on some days only, or over another.",
    hint: "Use a grid with a column for each day and period, or write the plan as XHSTT.",
  };
}
