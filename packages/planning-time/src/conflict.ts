import { compile } from "./compile.js";
import type { Cover } from "./cover.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { programOf } from "./program.js";
import { type Keep, type PlanReason, sayReason } from "./reason-texts.js";
import { ALWAYS_KEPT } from "./rule.js";
import type { Solver } from "./solver.js";

/** How long to look for reasons. */
export interface ConflictOptions {
  /** Asked now and then; true ends the search with the reasons found so far. */
  readonly shouldStop?: () => boolean;
  /** Branch-and-bound nodes for each question; 500 where absent. */
  readonly nodes?: number;
}

/**
 * Says why blocks are missing that no count explains: an irreducible set of what the school keeps (pins, own periods,
 * blocks a day, closed periods, the timetable's rules, other teams' blocks) under which the team cannot have one more.
 * Each set is shown by an exact solver, and dropping any one of its parts was tried: a reason is never a guess, but a
 * part that could not be tried within the limits may stand in it for nothing.
 */
export function withReasons(
  problem: PlanningProblem,
  plan: Plan,
  solver: Solver,
  options: ConflictOptions = {},
): Plan {
  const unplaced = plan.unplaced.map((miss) => {
    if (miss.reason.code !== "time" || options.shouldStop?.()) return miss;
    const reason = conflictOf(problem, plan, miss.team, solver, options);
    return reason ? { ...miss, reason, because: sayReason(reason, "en") } : miss;
  });
  return { ...plan, unplaced };
}

function conflictOf(
  problem: PlanningProblem,
  plan: Plan,
  team: string,
  solver: Solver,
  options: ConflictOptions,
): PlanReason | undefined {
  const g = problem.teams.findIndex(({ id }) => id === team);
  const { wanted, blocks } = plan.teams[g]!;
  const most = blocks.length;
  const impossible = (kept: ReadonlySet<Keep>) =>
    isImpossible(asked(problem, plan, g, kept), solver, options);
  const parts = keptBy(problem, plan, g);
  const kept = new Set(parts.map(({ code }) => code));
  if (!impossible(kept)) return undefined;
  for (const { code } of parts) {
    kept.delete(code);
    if (!impossible(kept)) kept.add(code);
  }
  const all = parts.filter(({ code }) => kept.has(code));
  const values = { wanted, most };
  return all.length === 0 ? { code: "proven", values } : { code: "conflict", values, all };
}

/** What a school keeps and could give up, in the order in which giving it up is tried. */
function keptBy(problem: PlanningProblem, plan: Plan, g: number): NonNullable<PlanReason["all"]> {
  const others = plan.teams.flatMap(({ blocks }, other) =>
    other !== g && blocks.length > 0 ? [problem.teams[other]!] : [],
  );
  const rules = (problem.timetable.rules ?? []).some(({ kind, hard }) => hard && !ALWAYS_KEPT.has(kind));
  const perDay = problem.blocksPerDay ?? 1;
  const closed = (problem.noBlocksAt?.length ?? 0) + (problem.teams[g]!.notAt?.length ?? 0) > 0;
  return [
    ...((problem.pins?.length ?? 0) > 0 ? [{ code: "pins" as const, values: {} }] : []),
    ...(closed ? [{ code: "closed" as const, values: {} }] : []),
    ...(others.length > 0
      ? [{ code: "teams" as const, values: { teams: others.map(({ id, name }) => name ?? id).join(", ") } }]
      : []),
    { code: "day" as const, values: { perDay } },
    ...(problem.cover ? [{ code: "cover" as const, values: {} }] : []),
    ...((problem.ownPeriods ?? 0) > 0 ? [{ code: "own" as const, values: {} }] : []),
    ...(problem.rules === "all" && rules ? [{ code: "rules" as const, values: {} }] : []),
  ];
}

/** The question with only some of what is kept; other teams keep the blocks that the plan gives them, or none. */
function asked(
  { pins, noBlocksAt, ownPeriods, ...problem }: PlanningProblem,
  plan: Plan,
  g: number,
  kept: ReadonlySet<Keep>,
): PlanningProblem {
  return {
    ...problem,
    rules: kept.has("rules") ? problem.rules : "clashes",
    blocksPerDay: kept.has("day") ? (problem.blocksPerDay ?? 1) : problem.timetable.periods.length,
    ...(kept.has("pins") && pins && { pins }),
    ...(kept.has("closed") && noBlocksAt && { noBlocksAt }),
    ...(problem.cover && { cover: kept.has("cover") ? problem.cover : uncapped(problem.cover, problem) }),
    ...(kept.has("own") && ownPeriods !== undefined && { ownPeriods }),
    teams: problem.teams.map(({ notAt, ...team }, other) => {
      const had = plan.teams[other]!.blocks.length;
      return {
        ...team,
        blocks: other === g ? had + 1 : kept.has("teams") ? had : 0,
        ...(notAt && (other !== g || kept.has("closed")) && { notAt }),
      };
    }),
  };
}

/** The same cover teachers, for as much as a week holds. */
const uncapped = ({ teachers }: Cover, { timetable }: Pick<PlanningProblem, "timetable">): Cover => ({
  teachers: teachers.map(({ id }) => ({ id, periods: timetable.periods.length })),
});

/** Whether a solver shows that no week gives every team its blocks. */
function isImpossible(
  problem: PlanningProblem,
  solver: Solver,
  { nodes = 500, shouldStop }: ConflictOptions,
): boolean {
  if (shouldStop?.()) return false;
  const model = compile(problem);
  const { program, columns } = programOf(model, { start: model.today }, 0);
  const upper = program.upper.slice();
  for (const column of columns.missing) if (column >= 0) upper[column] = 0;
  const question = { ...program, costs: new Float64Array(columns.count), upper };
  const limits = { ...(shouldStop && { shouldStop }) };
  if (solver.solve(question, { ...limits, relaxed: true }).status === "infeasible") return true;
  return solver.solve(question, { ...limits, nodes }).status === "infeasible";
}
