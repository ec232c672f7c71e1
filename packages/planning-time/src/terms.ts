import { changedWeeks } from "./changes.js";
import type { Model } from "./model.js";
import { shareMissing, type Terms } from "./objective.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";

/** What a week of a search costs, counted anew. */
export function termsOf(model: Model, start: Int32Array, block: Int32Array): Terms {
  const { kinds, kindOf, people, teams, unpopular } = model;
  const changed = new Set<number>();
  let moved = 0;
  start.forEach((p, o) => {
    const kind = kinds[kindOf[o]!]!;
    if (kind.present[p]) return;
    moved += kind.weight;
    for (const r of kind.resources) if (people[r]) changed.add(r);
  });
  let next = 0;
  let missing = 0;
  let fairness = 0;
  for (const team of teams) {
    const given = block.subarray(next, next + team.blocks).filter((p) => p >= 0).length;
    next += team.blocks;
    missing += team.blocks - given;
    fairness = Math.max(fairness, shareMissing(team.blocks - given, team.blocks));
  }
  return {
    missing,
    fairness,
    moved,
    touched: changed.size,
    cover: 0,
    unpopular: block.reduce((sum, p) => sum + (p < 0 ? 0 : unpopular[p]!), 0),
  };
}

/** What a plan costs as its readers see it; `moved` is counted by whoever lists the moves. */
export function termsOfPlan(
  { timetable, unpopular = [] }: PlanningProblem,
  { teams, moves, moved, placements }: Pick<Plan, "teams" | "moves" | "moved" | "placements">,
): Terms {
  const people = ["teacher", "group", "student"];
  const changed = moves.length === 0 ? [] : changedWeeks(timetable, { placements });
  return {
    missing: teams.reduce((sum, { wanted, blocks }) => sum + wanted - blocks.length, 0),
    fairness: Math.max(0, ...teams.map(({ wanted, blocks }) => shareMissing(wanted - blocks.length, wanted))),
    moved,
    touched: changed.filter(({ kind }) => people.includes(kind)).length,
    cover: 0,
    unpopular: teams.flatMap(({ blocks }) => blocks).filter((id) => unpopular.includes(id)).length,
  };
}
