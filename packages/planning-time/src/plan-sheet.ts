import { commonPeriods, weekGrid } from "@collegium/scheduling";
import { type ChangedWeek, changedWeeks } from "./changes.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { listOf, type PlanLocale, sayReason } from "./reason-texts.js";
import { planSpeaker, type SayPlan } from "./sheet-texts.js";
import { type Swap, swapsOf } from "./swaps.js";
import { takenRooms } from "./unchecked.js";
import { type WeekNames, weekNames } from "./week-names.js";

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
  const say = planSpeaker(locale);
  const names = weekNames(problem.timetable, locale);
  const team = new Map(problem.teams.map(({ id, name }) => [id, name ?? id]));
  const sheet: Sheet = { problem, plan, say, names, team: (id) => team.get(id) ?? id };
  const weeks = changedWeeks(problem.timetable, plan);
  return [
    ...headLines(sheet, weeks),
    "",
    `${say("plan.teams")}:`,
    ...teamLines(sheet),
    ...(plan.unplaced.length > 0 ? ["", `${say("plan.unplaced")}:`] : []),
    ...plan.unplaced.map((miss) => `  ${sheet.team(miss.team)}: ${sayReason(miss.reason, locale)}`),
    "",
    ...swapLines(sheet),
    ...(options.changes ? changeLines(sheet, weeks) : []),
  ].join("\n");
}

interface Sheet {
  readonly problem: PlanningProblem;
  readonly plan: Plan;
  readonly say: SayPlan;
  readonly names: WeekNames;
  readonly team: (id: string) => string;
}

function headLines({ plan, say }: Sheet, weeks: readonly ChangedWeek[]): string[] {
  const { placed, wanted, moved, proven, bound, hard, unchecked } = plan;
  const count = (kinds: readonly string[]) => weeks.filter(({ kind }) => kinds.includes(kind)).length;
  const unread = hard?.unread ?? [];
  return [
    say("plan.title", { placed, wanted, moved }),
    proven ? say("plan.proven") : say("plan.bound", bound),
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
        ]
      : []),
  ];
}

function teamLines({ problem, plan, say, names, team }: Sheet): string[] {
  const week = weekGrid(problem.timetable);
  return plan.teams.map(({ id, members, wanted, blocks }) => {
    const free = new Set(commonPeriods(week, [...members]));
    const list = blocks.map((period) =>
      free.has(period) ? say("plan.there", { period: names.period(period) }) : names.period(period),
    );
    const line = say("plan.team", { team: team(id), had: free.size, got: blocks.length, wanted });
    return `  ${line}: ${list.join(", ") || say("plan.none")}`;
  });
}

function swapLines(sheet: Sheet): string[] {
  const { problem, plan, say } = sheet;
  const swaps = swapsOf(problem, plan);
  if (swaps.length === 0) return [say("plan.nothing")];
  return [
    `${say("plan.swaps", { n: swaps.length })}.`,
    ...swaps.flatMap((swap, index) => ["", ...oneSwap(sheet, swap, index)]),
  ];
}

function oneSwap({ problem, plan, say, names, team }: Sheet, swap: Swap, index: number): string[] {
  const blocks = swap.blocks.map((block) => {
    const name = say("swap.block", { team: team(block.team), period: names.period(block.period) });
    if (block.with.length === 0) return name;
    const list = listOf(
      block.with.map((other) => String(other + 1)),
      say("list.and"),
    );
    return say("swap.with", { block: name, n: block.with.length, list });
  });
  const taken = takenRooms(problem.timetable, plan);
  const line = (i: number) => {
    const { lesson, from, to, duration } = plan.moves[i]!;
    const values = {
      lesson: names.lesson(lesson),
      n: duration,
      from: names.period(from),
      to: names.period(to),
    };
    return say(duration > 1 ? "move.long" : "move.line", values);
  };
  const rooms = (i: number) =>
    (taken.get(i) ?? []).map(
      ({ room, lesson }) =>
        `      ! ${say("move.room", { room: names.resource(room), lesson: names.lesson(lesson) })}`,
    );
  const bought = blocks.length > 0 ? listOf(blocks, say("list.and")) : say("swap.room");
  return [
    say("swap.title", { n: index + 1, periods: swap.periods, blocks: bought }),
    ...swap.steps.flatMap((step, n) => {
      const key = step.length === 1 ? "swap.step" : step.length === 2 ? "swap.exchange" : "swap.at.once";
      const title = say(key, { n: n + 1 });
      if (step.length === 1) return [`  [ ] ${title}. ${line(step[0]!)}`, ...rooms(step[0]!)];
      return [`  [ ] ${title}:`, ...step.flatMap((i) => [`      ${line(i)}`, ...rooms(i)])];
    }),
  ];
}

function changeLines({ say, names }: Sheet, weeks: readonly ChangedWeek[]): string[] {
  const lessons = (ids: readonly string[]) => ids.map(names.lesson).join(" + ") || say("changes.free");
  const part = (title: "changes.teachers" | "changes.groups", kinds: readonly string[]) => {
    const own = weeks.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) return [];
    return [
      "",
      `${say(title)}:`,
      ...own.flatMap(({ resource, periods }) => [
        `  ${names.resource(resource)}`,
        ...periods.map(
          ({ period, before, after }) =>
            `    ${say("changes.cell", { period: names.period(period), before: lessons(before), after: lessons(after) })}`,
        ),
      ]),
    ];
  };
  return [...part("changes.teachers", ["teacher"]), ...part("changes.groups", ["group", "student"])];
}
