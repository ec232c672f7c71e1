import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import type { PlanLocale } from "./reason-texts.js";
import { givenBlock, roomChanges, sheetOf, toldOf } from "./swap-sheet.js";
import { swapsBefore, swapsOf } from "./swaps.js";

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
  return csvOf([sheet.say("moves.columns").split(","), ...rows]);
}

/**
 * Who covers what in a plan, as a table for a spreadsheet, in time order: period, length, who covers, lesson, students,
 * the teacher who is with a team, the team, and the changes that come first. Comma-separated with CRLF (RFC 4180), headed
 * in English or Spanish; no cell begins like a formula.
 * @example
 * ```ts
 * const timetable = { kind: "timetable", schemaVersion: 1, id: "w", school: "", days: [], periods: [], resources: [], lessons: [], placements: [] };
 * const empty = { rules: "clashes", checked: [], wanted: 0, placed: 0, moved: 0, bound: { missing: 0, moved: 0 }, proven: true, teams: [], moves: [], unplaced: [], placements: [] };
 * coverCsv({ timetable, teams: [], rules: "clashes" }, empty, "es"); // => "hora,horas,cubre,clase,alumnos,docente,equipo,cambios antes\r\n"
 * ```
 */
export function coverCsv(problem: PlanningProblem, plan: Plan, locale: PlanLocale = "en"): string {
  const { say, names, team } = sheetOf(problem, plan, locale);
  const { timetable } = problem;
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const kinds = new Map(timetable.resources.map(({ id, kind }) => [id, kind]));
  const swaps = swapsOf(problem, plan);
  const rows = (plan.covered ?? []).map((one) => {
    const lesson = lessons.get(one.lesson);
    const students =
      lesson?.resources.filter((id) => ["group", "student"].includes(kinds.get(id) ?? "")) ?? [];
    return [
      names.period(one.period),
      String(one.duration),
      names.resource(one.by),
      lesson?.name ?? one.lesson,
      students.map(names.resource).join("; "),
      names.resource(one.member),
      one.teams.map(team).join("; "),
      swapsBefore(problem, one, swaps)
        .map((swap) => swap + 1)
        .join("; "),
    ];
  });
  return csvOf([say("cover.columns").split(","), ...rows]);
}

const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
