import { commonPeriods, type Timetable, type WeekGrid, weekGrid } from "@collegium/scheduling";
import type { PlanningTeam } from "./problem.js";
import type { WaysQuestion } from "./ways-question.js";

/** A school's week in minutes, for comparing ways to make time. */
export interface WaysWeek {
  readonly timetable: Timetable;
  readonly teams: readonly PlanningTeam[];
  readonly question: WaysQuestion;
  readonly grid: WeekGrid;
  /** Minutes of each period. */
  readonly minutes: readonly number[];
  readonly teachers: readonly string[];
  readonly groups: readonly string[];
  /** Periods without a lesson, by teacher. */
  readonly free: ReadonlyMap<string, ReadonlySet<number>>;
  /** Periods with a lesson, by student group. */
  readonly taught: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The week in minutes, or nothing where neither bells nor the question say how long a period is. */
export function waysWeek(
  timetable: Timetable,
  teams: readonly PlanningTeam[],
  question: WaysQuestion,
): WaysWeek | undefined {
  const grid = weekGrid(timetable);
  const minutes = timetable.periods.map(({ start, end }) =>
    start !== undefined && end !== undefined && end > start ? end - start : (question.minutesPerPeriod ?? 0),
  );
  if (minutes.some((length) => length <= 0)) return undefined;
  const ids = (kinds: readonly string[]) =>
    timetable.resources.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const periodsOf = (id: string, busy: boolean) => {
    const row = grid.resourceIndex.get(id)! * timetable.periods.length;
    const all = timetable.periods.map((_, p) => p);
    return new Set(all.filter((p) => grid.lessonAt[row + p]! >= 0 === busy));
  };
  const teachers = ids(["teacher"]);
  const groups = ids(["group", "student"]);
  return {
    timetable,
    teams,
    question,
    grid,
    minutes,
    teachers,
    groups,
    free: new Map(teachers.map((id) => [id, periodsOf(id, false)])),
    taught: new Map(groups.map((id) => [id, periodsOf(id, true)])),
  };
}

/** Minutes of some periods. */
export function minutesOf(week: WaysWeek, periods: Iterable<number>): number {
  let sum = 0;
  for (const period of periods) sum += week.minutes[period]!;
  return sum;
}

/** Blocks that a team could have without any change: common free periods, at most one a day, up to what it wants. */
export function blocksNow(week: WaysWeek, team: PlanningTeam): number[] {
  const common = commonPeriods(week.grid, team.members).map((id) => week.grid.periodIndex.get(id)!);
  const days = new Set<number>();
  const found = common.filter((period) => {
    const day = week.grid.dayOf[period]!;
    if (days.has(day)) return false;
    days.add(day);
    return true;
  });
  return found.slice(0, team.blocks ?? found.length);
}

/**
 * In how many turns all teams can meet when the whole staff is free at once: teams with a member in common cannot meet
 * in the same turn. Largest teams first, each in the first turn that suits it.
 */
export function turnsOf(teams: readonly PlanningTeam[]): number {
  const turns: Set<string>[] = [];
  for (const { members } of [...teams].sort((a, b) => b.members.length - a.members.length)) {
    const turn = turns.find((people) => members.every((id) => !people.has(id)));
    if (turn) for (const id of members) turn.add(id);
    else turns.push(new Set(members));
  }
  return Math.max(1, turns.length);
}
