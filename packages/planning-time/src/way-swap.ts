import { changedWeeks } from "./changes.js";
import type { Plan } from "./plan-document.js";
import { contractOf, lawOf, together } from "./way-balance.js";
import type { Horizon, Way } from "./ways.js";
import { blocksNow, minutesOf, type WaysWeek } from "./ways-week.js";

/** Lessons change places as a plan says; nobody loses a minute. */
export function swapWay(week: WaysWeek, plan: Plan, from: Horizon): Way {
  const at = (periods: readonly string[]) => periods.map((id) => week.grid.periodIndex.get(id)!);
  const weeks = changedWeeks(week.timetable, plan);
  const teams = week.teams.map((team) => {
    const blocks = plan.teams.find(({ id }) => id === team.id)?.blocks ?? [];
    const gained = minutesOf(week, at(blocks)) - minutesOf(week, blocksNow(week, team));
    return { team: team.id, gained: Math.max(0, gained) };
  });
  const inBlocks = new Map<string, number>();
  for (const { members, blocks } of plan.teams) {
    for (const id of members) inBlocks.set(id, (inBlocks.get(id) ?? 0) + minutesOf(week, at(blocks)));
  }
  return {
    kind: "swap",
    from,
    ...together(teams),
    instructionLost: 0,
    students: weeks.filter(({ kind }) => kind === "group" || kind === "student").length,
    teachers: weeks.filter(({ kind }) => kind === "teacher").length,
    moved: plan.moves.length,
    coverHours: 0,
    ...contractOf(week, (id) => minutesOf(week, week.free.get(id)!) - (inBlocks.get(id) ?? 0)),
    ...lawOf(week, () => 0),
    notes: [
      ...(plan.proven ? [{ code: "proven" as const, values: {} }] : []),
      ...(plan.placed < plan.wanted
        ? [{ code: "missing" as const, values: { n: plan.wanted - plan.placed } }]
        : []),
      ...((plan.unchecked?.conflicts ?? 0) > 0
        ? [{ code: "draft" as const, values: { n: plan.unchecked!.conflicts } }]
        : []),
    ],
  };
}
