import { commonPeriods, weekGrid } from "@collegium/scheduling";
import type { PlannedTeam } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { hardRules } from "./rule.js";

/**
 * The blocks that teams have in today's week without any search: the first periods in which all members are free, at
 * school as far as the rules are kept, in no other block, and keep what they plan alone. Counted without a model.
 */
export function blocksToday(problem: PlanningProblem): PlannedTeam[] {
  const { timetable, blocksPerDay = 1, ownPeriods = 0, noBlocksAt = [] } = problem;
  const week = weekGrid(timetable);
  const dayOf = new Map(timetable.periods.map(({ id, day }) => [id, day]));
  const key = (member: string, period: string) => `${member}\n${period}`;
  const taken = new Set<string>();
  if (problem.rules === "all") {
    for (const rule of hardRules(timetable)) {
      if (rule.kind !== "avoid-unavailable-times") continue;
      for (const id of rule.resources ?? []) for (const p of rule.periods ?? []) taken.add(key(id, p));
    }
  }
  const members = new Set(problem.teams.flatMap((team) => team.members));
  const room = new Map(
    [...members].map((id) => {
      const open = commonPeriods(week, [id]).filter((period) => !taken.has(key(id, period)));
      return [id, open.length - ownPeriods];
    }),
  );
  return problem.teams.map(({ id, members, blocks: wanted = 0, notAt = [] }) => {
    const closed = new Set([...noBlocksAt, ...notAt]);
    const perDay = new Map<string, number>();
    const blocks: string[] = [];
    for (const period of members.length > 0 ? commonPeriods(week, [...members]) : []) {
      const day = dayOf.get(period)!;
      const had = perDay.get(day) ?? 0;
      if (blocks.length === wanted) break;
      if (closed.has(period) || had >= blocksPerDay) continue;
      if (members.some((one) => taken.has(key(one, period)) || room.get(one)! < 1)) continue;
      blocks.push(period);
      perDay.set(day, had + 1);
      for (const one of new Set(members)) {
        taken.add(key(one, period));
        room.set(one, room.get(one)! - 1);
      }
    }
    return { id, members, wanted, blocks };
  });
}
