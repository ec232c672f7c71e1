import { type ChangedPeriod, type ChangedWeek, changedWeeks } from "./changes.js";
import { compile } from "./compile.js";
import { coverLines } from "./cover-sheet.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { sayProof } from "./proof-lines.js";
import { listOf, type PlanLocale, sayReason } from "./reason-texts.js";
import { type Sheet, sheetOf, swapLines } from "./swap-sheet.js";
import { sharedIn } from "./team-limits.js";

/** How to write a plan down. */
export interface PlanSheetOptions {
  readonly locale?: PlanLocale;
  /** Adds every changed week, person by person, before and after. */
  readonly changes?: boolean;
}

/**
 * A plan as a sheet that a timetabler carries out by hand: what each team gets, what could not be had and why, and the
 * moves in independent changes, step by step, with lesson, students, teacher, from and to. English or Spanish.
 */
export function planSheet(problem: PlanningProblem, plan: Plan, options: PlanSheetOptions = {}): string {
  const { locale = "en" } = options;
  const sheet = sheetOf(problem, plan, locale);
  const { say } = sheet;
  const weeks = changedWeeks(problem.timetable, plan);
  return [
    ...headLines(sheet, weeks, locale),
    "",
    `${say("plan.teams")}:`,
    ...teamLines(sheet),
    ...(plan.unplaced.length > 0 ? ["", `${say("plan.unplaced")}:`] : []),
    ...plan.unplaced.map((miss) => `  ${sheet.team(miss.team)}: ${sayReason(miss.reason, locale)}`),
    "",
    ...swapLines(sheet),
    ...(problem.cover ? ["", ...coverLines(sheet)] : []),
    ...(options.changes ? changeLines(sheet, weeks) : []),
  ].join("\n");
}

function headLines(sheet: Sheet, weeks: readonly ChangedWeek[], locale: PlanLocale): string[] {
  const {
    plan,
    say,
    names: { resource },
  } = sheet;
  const { placed, wanted, moved, hard, unchecked } = plan;
  const count = (kinds: readonly string[]) => weeks.filter(({ kind }) => kinds.includes(kind)).length;
  const names = (kinds: readonly string[], key: "plan.touched.teachers" | "plan.touched.groups") => {
    const own = weeks.filter(({ kind }) => kinds.includes(kind)).map((week) => resource(week.resource));
    const [first, more] = [own.slice(0, NAMED), own.length - NAMED];
    if (own.length === 0) return [];
    const rest = more > 0 ? [say("plan.touched.more", { n: more })] : [];
    return [`  ${say(key, { names: listOf([...first, ...rest], say("list.and")) })}`];
  };
  const unread = hard?.unread ?? [];
  return [
    say("plan.title", { placed, wanted, moved }),
    ...sayProof(plan, locale),
    ...(hard && hard.kinds.length > 0 ? [say("plan.hard", { before: hard.before, after: hard.after })] : []),
    ...(unread.length > 0
      ? [say("plan.unread", { kinds: unread.map(({ kind, rules }) => `${kind} (${rules})`).join(", ") })]
      : []),
    ...(unchecked ? [say("plan.draft", { n: unchecked.conflicts })] : []),
    ...(plan.moves.length > 0
      ? [
          say("plan.touched", {
            lessons: new Set(plan.moves.map(({ lesson }) => lesson)).size,
            teachers: count(["teacher"]),
            groups: count(["group", "student"]),
          }),
          ...names(["teacher"], "plan.touched.teachers"),
          ...names(["group", "student"], "plan.touched.groups"),
        ]
      : []),
    ...(plan.terms.fairness > 0 ? [say("plan.fairness", { percent: plan.terms.fairness })] : []),
    ...(plan.terms.unpopular > 0 ? [say("plan.unpopular", { n: plan.terms.unpopular })] : []),
  ];
}

/** Names that a line of the sheet's head has at most. */
const NAMED = 12;

function teamLines({ problem, plan, say, names, team }: Sheet): string[] {
  const today = sharedIn(compile(problem));
  return plan.teams.map(({ id, wanted, blocks }) => {
    const free = new Set(today.get(id));
    const list = blocks.map((period) =>
      free.has(period) ? say("plan.there", { period: names.period(period) }) : names.period(period),
    );
    const line = say("plan.team", { team: team(id), had: free.size, got: blocks.length, wanted });
    return `  ${line}: ${list.join("; ") || say("plan.none")}`;
  });
}

function changeLines({ say, names }: Sheet, weeks: readonly ChangedWeek[]): string[] {
  const lessons = (words: readonly string[]) => words.join(" + ") || say("changes.free");
  /** What somebody has then: lessons of others are covered, and lessons that others take are named too. */
  const now = (resource: string, { after, covered = [] }: ChangedPeriod) => {
    const others = new Set(covered.flatMap(({ by, lesson }) => (by === resource ? [lesson] : [])));
    const own = after.map((id) =>
      others.has(id) ? say("changes.covers", { lesson: names.lesson(id) }) : names.lesson(id),
    );
    const taken = covered.flatMap(({ member, by, lesson }) =>
      member === resource
        ? [say("changes.taken", { who: names.resource(by), lesson: names.lesson(lesson) })]
        : [],
    );
    return [lessons(own), ...taken].join("; ");
  };
  const part = (title: "changes.teachers" | "changes.groups", kinds: readonly string[]) => {
    const own = weeks.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) return [];
    return [
      "",
      `${say(title)}:`,
      ...own.flatMap(({ resource, periods }) => [
        `  ${names.resource(resource)}`,
        ...periods.map((cell) => {
          const [period, before] = [names.period(cell.period), lessons(cell.before.map(names.lesson))];
          return `    ${say("changes.cell", { period, before, after: now(resource, cell) })}`;
        }),
      ]),
    ];
  };
  return [...part("changes.teachers", ["teacher"]), ...part("changes.groups", ["group", "student"])];
}
