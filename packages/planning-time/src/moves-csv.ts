import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import type { PlanLocale } from "./reason-texts.js";
import { givenBlock, roomChanges, sheetOf, toldOf } from "./swap-sheet.js";
import { swapsOf } from "./swaps.js";

/**
 * A plan's moves as a table for a spreadsheet, one line a move in the order in which to carry them out: change, step,
 * lesson, students, teachers, length, from, to, another room, and the blocks that the change gives. Comma-separated with CRLF
 * (RFC 4180), headed in English or Spanish; no cell begins like a formula.
 * @example
 * ```ts
 * const timetable = { kind: "timetable", schemaVersion: 1, id: "w", school: "", days: [], periods: [], resources: [], lessons: [], placements: [] };
 * const empty = { rules: "clashes", checked: [], wanted: 0, placed: 0, moved: 0, bound: { missing: 0, moved: 0 }, proven: true, teams: [], moves: [], unplaced: [], placements: [] };
 * movesCsv({ timetable, teams: [], rules: "clashes" }, empty); // => "change,step,lesson,students,teachers,periods,from,to,room,gives\r\n"
 * ```
 */
export function movesCsv(problem: PlanningProblem, plan: Plan, locale: PlanLocale = "en"): string {
  const sheet = sheetOf(problem, plan, locale);
  const { names } = sheet;
  const lessons = new Map(problem.timetable.lessons.map(({ id, name }) => [id, name]));
  const rows = swapsOf(problem, plan).flatMap((swap, change) => {
    const gives = swap.blocks.map((block) => givenBlock(sheet, block)).join("; ");
    return swap.steps.flatMap((step, n) =>
      step.map((i) => {
        const { lesson, duration, from, to } = plan.moves[i]!;
        const { teachers, students } = toldOf(sheet, [i]);
        const people = [students.join("; "), teachers.join("; ")];
        const where = [
          String(duration),
          names.period(from),
          names.period(to),
          roomChanges(sheet, i).join("; "),
        ];
        return [String(change + 1), String(n + 1), lessons.get(lesson) ?? lesson, ...people, ...where, gives];
      }),
    );
  });
  return [sheet.say("moves.columns").split(","), ...rows]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");
}

function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
