import { commonPeriods, weekGrid } from "@collegium/scheduling";
import { compile } from "./compile.js";
import { countsOf, explain, schoolReason, sharedPeople, taughtIn } from "./explain.js";
import type { Model } from "./model.js";
import type { PlanningProblem } from "./problem.js";
import type { PlanReason } from "./reason-texts.js";

/** What the week allows a team before any search. */
export interface TeamLimits {
  readonly team: string;
  /** Periods in which all members are free today, and available as far as the rules are kept. */
  readonly now: number;
  readonly wanted: number;
  /** Blocks that no count rules out: however lessons are moved, the team never has more. */
  readonly most: number;
  /** The count that gives `most`. */
  readonly because: PlanReason;
  /** Members who are wanted more often by their teams together than they can give. */
  readonly shared: readonly PlanReason[];
}

/**
 * Says at once, team by team, what moving lessons can never change: days, free periods of members, periods of students
 * with teachers outside the team. Every `most` is proven; less may be possible.
 */
export function teamLimits(problem: PlanningProblem): TeamLimits[] {
  const model = compile(problem);
  const shared = sharedPeople(model);
  const taught = taughtIn(model);
  const now = sharedIn(model);
  return problem.teams.map((team, g) => {
    const { team: _, most, ...because } = countsOf(model, g, taught)[0]!;
    return {
      team: team.id,
      now: now.get(team.id)!.length,
      wanted: team.blocks ?? 0,
      most,
      because,
      shared: shared.filter(({ teams }) => teams.includes(g)).map(({ reason }) => reason),
    };
  });
}

/** Periods that each team shares today: every member is free, available as far as the rules are kept, and it may meet. */
export function sharedIn(model: Model): Map<string, string[]> {
  const { teams, timetable } = model.problem;
  const week = weekGrid(timetable);
  return new Map(
    teams.map(({ id, members }, g) => [
      id,
      commonPeriods(week, [...members]).filter(
        (p) => model.teams[g]!.allowed[week.periodIndex.get(p)!] === 1,
      ),
    ]),
  );
}

/**
 * Says at once whether the school can spare so many teachers as all teams together take, period by period while students
 * have their lessons. The reason names how many blocks must be missing at least; none where nothing is shown.
 * @example
 * ```ts
 * const lesson = (id: string, teacher: string, group: string) => ({
 *   id, name: id, kind: "teaching", duration: 1, resources: [teacher, group],
 * });
 * const timetable = {
 *   kind: "timetable", schemaVersion: 1, id: "week", school: "Example School",
 *   days: [{ id: "mon", name: "Monday" }],
 *   periods: ["1", "2"].map((name) => ({ id: `mon-${name}`, name, day: "mon" })),
 *   resources: [
 *     ...["t1", "t2", "t3"].map((id) => ({ id, name: id, kind: "teacher" })),
 *     ...["7a", "7b"].map((id) => ({ id, name: id, kind: "group" })),
 *   ],
 *   lessons: [lesson("a", "t1", "7a"), lesson("b", "t2", "7b"), lesson("c", "t3", "7a")],
 *   placements: [
 *     { lesson: "a", start: "mon-1", duration: 1 },
 *     { lesson: "b", start: "mon-1", duration: 1 },
 *     { lesson: "c", start: "mon-2", duration: 1 },
 *   ],
 * };
 * const team = (id: string) => ({ id, members: ["t1", "t2"], blocks: 1 });
 * schoolLimit({ timetable, teams: [team("a"), team("b")], rules: "clashes" })?.values; // => { sum: 4, left: 2, n: 1 }
 * ```
 */
export function schoolLimit(problem: PlanningProblem): PlanReason | undefined {
  const model = compile(problem);
  return schoolReason(model, explain(model).most);
}
