import { resourcesOf } from "./placed.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { listOf, type PlanLocale } from "./reason-texts.js";
import { planSpeaker, type SayPlan } from "./sheet-texts.js";
import { type BoughtBlock, type Swap, swapsOf } from "./swaps.js";
import { takenRooms } from "./unchecked.js";
import { type WeekNames, weekNames } from "./week-names.js";

/** A plan with the words for it. */
export interface Sheet {
  readonly problem: PlanningProblem;
  readonly plan: Plan;
  readonly say: SayPlan;
  readonly names: WeekNames;
  readonly team: (id: string) => string;
}

/** A plan with the words of one language. */
export function sheetOf(problem: PlanningProblem, plan: Plan, locale: PlanLocale): Sheet {
  const team = new Map(problem.teams.map(({ id, name }) => [id, name ?? id]));
  return {
    problem,
    plan,
    say: planSpeaker(locale),
    names: weekNames(problem.timetable, locale),
    team: (id) => team.get(id) ?? id,
  };
}

/** The swaps of a plan as lines to tick: what each gives, whom to tell, and its steps. */
export function swapLines(sheet: Sheet): string[] {
  const { problem, plan, say } = sheet;
  const swaps = swapsOf(problem, plan);
  if (swaps.length === 0) return [say("plan.nothing")];
  return [
    `${say("plan.swaps", { n: swaps.length })}.`,
    say("plan.between"),
    ...swaps.flatMap((swap, index) => ["", ...oneSwap(sheet, swap, index)]),
  ];
}

function oneSwap(sheet: Sheet, swap: Swap, index: number): string[] {
  const { problem, plan, say, names } = sheet;
  const taken = takenRooms(problem.timetable, plan);
  const line = (i: number) => {
    const { lesson, from, to, duration } = plan.moves[i]!;
    const rooms = keptRooms(sheet, i).map(names.resource);
    const values = {
      lesson: [names.lesson(lesson), ...rooms].join(", "),
      n: duration,
      from: names.period(from),
      to: names.period(to),
    };
    return say(from === to ? "move.stays" : duration > 1 ? "move.long" : "move.line", values);
  };
  const rooms = (i: number) => [
    ...roomChanges(sheet, i).map((words) => `        ${words}`),
    ...(taken.get(i) ?? []).map(
      ({ room, lesson }) =>
        `      ! ${say("move.room", { room: names.resource(room), lesson: names.lesson(lesson) })}`,
    ),
  ];
  const gives = swap.blocks.map((block) => say("swap.gives", { block: givenBlock(sheet, block) }));
  const { teachers, students } = toldOf(sheet, swap.moves);
  const people = [teachers, students].flatMap((names) => (names.length > 0 ? [names.join(", ")] : []));
  return [
    say("swap.title", { n: index + 1, periods: swap.periods }),
    ...(gives.length > 0 ? gives : [say("swap.room")]).map((words) => `  ${words}`),
    ...(people.length > 0 ? [`  ${say("swap.tell", { people: people.join("; ") })}`] : []),
    ...swap.steps.flatMap((step, n) => {
      const key = step.length === 1 ? "swap.step" : step.length === 2 ? "swap.exchange" : "swap.at.once";
      const title = say(key, { n: n + 1 });
      if (step.length === 1) return [`  [ ] ${title}. ${line(step[0]!)}`, ...rooms(step[0]!)];
      return [`  ${title}:`, ...step.flatMap((i) => [`  [ ] ${line(i)}`, ...rooms(i)])];
    }),
  ];
}

/** Rooms in which a lesson stays when it moves. */
function keptRooms({ problem, plan }: Sheet, move: number): string[] {
  const { lesson: id, occurrence, rooms = [] } = plan.moves[move]!;
  const { placements, resources } = problem.timetable;
  const placement = placements.filter(({ lesson }) => lesson === id)[occurrence - 1]!;
  const used = new Set(resourcesOf(problem.timetable)(placement));
  const left = new Set(rooms.map(({ from }) => from));
  return resources.flatMap(({ id: room, kind }) =>
    kind === "room" && used.has(room) && !left.has(room) ? [room] : [],
  );
}

/** The rooms that change with a move, in words. */
export function roomChanges({ plan, say, names }: Sheet, move: number): string[] {
  return (plan.moves[move]!.rooms ?? []).map(({ from, to }) =>
    say("move.new.room", { from: names.resource(from), to: names.resource(to) }),
  );
}

/** A block in words, with the other changes that it needs. */
export function givenBlock({ say, names, team }: Sheet, block: BoughtBlock): string {
  const name = say("swap.block", { team: team(block.team), period: names.period(block.period) });
  if (block.with.length === 0) return name;
  const others = block.with.map((other) => String(other + 1));
  return say("swap.with", { block: name, n: block.with.length, list: listOf(others, say("list.and")) });
}

/** Everybody who notices some of a plan's moves, by name in the timetable's order. */
export function toldOf({ problem, plan, names }: Sheet, moves: readonly number[]) {
  const { lessons, placements, resources } = problem.timetable;
  const moved = new Set(moves.map((i) => plan.moves[i]!.lesson));
  const there = new Set([
    ...lessons.flatMap((lesson) => (moved.has(lesson.id) ? lesson.resources : [])),
    ...placements.flatMap(({ lesson, chosen = [] }) =>
      moved.has(lesson) ? chosen.map(({ resource }) => resource) : [],
    ),
  ]);
  const named = (kinds: readonly string[]) =>
    resources.flatMap(({ id, kind }) => (there.has(id) && kinds.includes(kind) ? [names.resource(id)] : []));
  return { teachers: named(["teacher"]), students: named(["group", "student"]) };
}
