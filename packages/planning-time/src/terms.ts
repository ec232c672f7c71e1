import type { Placement, Timetable } from "@collegium/scheduling";
import { coverPeriods, NOBODY } from "./cover-model.js";
import type { Model } from "./model.js";
import { shareMissing, type Terms } from "./objective.js";
import { periodIndex, resourcesOf } from "./placed.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";

/** What a week of a search costs, counted anew. */
export function termsOf(model: Model, start: Int32Array, block: Int32Array, coverOf = NOBODY): Terms {
  const { kinds, kindOf, people, teams, unpopular } = model;
  const changed = new Set<number>();
  let moved = 0;
  start.forEach((p, o) => {
    const kind = kinds[kindOf[o]!]!;
    if (kind.present[p]) return;
    moved += kind.weight;
    for (const r of kind.resources) if (people[r]) changed.add(r);
  });
  for (const option of coverOf) {
    if (option < 0) continue;
    const { member, by } = model.cover!.options[option]!;
    changed.add(member).add(by);
  }
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
    cover: coverPeriods(model, coverOf),
    unpopular: block.reduce((sum, p) => sum + (p < 0 ? 0 : unpopular[p]!), 0),
  };
}

/** What a plan costs as its readers see it; `moved` is counted by whoever lists the moves. */
export function termsOfPlan(
  { timetable, unpopular = [] }: PlanningProblem,
  {
    teams,
    moves,
    moved,
    placements,
    covered = [],
  }: Pick<Plan, "teams" | "moves" | "moved" | "placements" | "covered">,
): Terms {
  return {
    missing: teams.reduce((sum, { wanted, blocks }) => sum + wanted - blocks.length, 0),
    fairness: Math.max(0, ...teams.map(({ wanted, blocks }) => shareMissing(wanted - blocks.length, wanted))),
    moved,
    touched: moves.length + covered.length === 0 ? 0 : touchedBy(timetable, placements, covered),
    cover: covered.reduce((sum, { duration }) => sum + duration, 0),
    unpopular: teams.flatMap(({ blocks }) => blocks).filter((id) => unpopular.includes(id)).length,
  };
}

/** Teachers and student groups with a period in which they have other lessons than today, or cover or are covered. */
function touchedBy(
  timetable: Timetable,
  after: readonly Placement[],
  covered: NonNullable<Plan["covered"]>,
): number {
  const index = periodIndex(timetable);
  const used = resourcesOf(timetable);
  const kinds = new Map(timetable.resources.map(({ id, kind }) => [id, kind]));
  /** By resource: how many more of a lesson than today, by "period\nlesson". */
  const changes = new Map<string, Map<string, number>>();
  const count = ({ lesson, start, duration }: Placement, id: string, add: number) => {
    const mine = changes.get(id) ?? new Map<string, number>();
    for (let p = index.get(start)!, d = 0; d < duration; d++) {
      const key = `${p + d}\n${lesson}`;
      mine.set(key, (mine.get(key) ?? 0) + add);
    }
    changes.set(id, mine);
  };
  timetable.placements.forEach((before, i) => {
    const now = after[i]!;
    if (now.start === before.start) return;
    for (const id of new Set(used(before))) {
      if (!["teacher", "group", "student"].includes(kinds.get(id) ?? "")) continue;
      count(before, id, -1);
      count(now, id, 1);
    }
  });
  const changed = [...changes].filter(([, mine]) => [...mine.values()].some((more) => more !== 0));
  return new Set([...changed.map(([id]) => id), ...covered.flatMap(({ member, by }) => [member, by])]).size;
}
