import { commonPeriods, weekGrid } from "@collegium/scheduling";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { swapsOf } from "./swaps.js";

/** How the caller searches: in this thread or in a worker, from an earlier plan where one is given. */
export type Search = (problem: PlanningProblem, from?: Plan) => Promise<Plan>;

/** What one block more or less of a team does to the moves of the whole school. */
export interface Price {
  readonly team: string;
  /** Periods that need not move if the team has one block less than it has. */
  readonly less: number;
  /** Periods that move on top if it has one more; absent where no plan with one more was found. */
  readonly more?: number;
}

/**
 * What each team's last block costs and what one more would cost, against a plan already made.
 * Every figure comes from a search of its own that starts from the plan, so it is a price found, not a lowest price.
 */
export async function priceList(problem: PlanningProblem, made: Plan, search: Search): Promise<Price[]> {
  const placed = new Map(made.teams.map(({ id, blocks }) => [id, blocks.length]));
  const withBlocks = (team: string, blocks: number) =>
    search(
      {
        ...problem,
        // The price is in moved periods, whatever else the school weighs.
        objective: { order: ["missing", "moved"] },
        teams: problem.teams.map((other) => ({
          ...other,
          blocks: other.id === team ? blocks : placed.get(other.id)!,
        })),
      },
      made,
    );
  const prices: Price[] = [];
  for (const { id } of problem.teams) {
    const had = placed.get(id)!;
    const less = had > 0 ? made.moved - (await withBlocks(id, had - 1)).moved : 0;
    const larger = await withBlocks(id, had + 1);
    const found = larger.placed === larger.wanted;
    prices.push({
      team: id,
      less: Math.max(0, less),
      ...(found && { more: Math.max(0, larger.moved - made.moved) }),
    });
  }
  return prices;
}

/** How an alternative differs from the first plan by intent. */
export type Difference = "uncovered" | "times" | "lessons" | "cheaper";

/** Another plan for the same wish. */
export interface Alternative {
  /**
   * `uncovered`: nobody covers; `times`: other periods for the blocks that need moves; `lessons`: the lessons of the largest swap stay where they
   * are; `cheaper`: gives up the blocks that cost most moves.
   */
  readonly how: Difference;
  /** What was asked for this plan. */
  readonly problem: PlanningProblem;
  readonly plan: Plan;
  /** What it has in common with the first plan. */
  readonly shared: { readonly blocks: number; readonly moves: number };
}

/**
 * Up to `count` plans that differ from one already made in what matters to people: when teams meet, which lessons
 * move, what is given up. No two have the same blocks and the same moves.
 */
export async function alternatives(
  problem: PlanningProblem,
  made: Plan,
  count: number,
  search: Search,
): Promise<Alternative[]> {
  const seen = new Set([signature(made)]);
  const found: Alternative[] = [];
  for (const how of ["uncovered", "times", "lessons", "cheaper"] as const) {
    if (found.length >= count) break;
    const asked = askedFor(how, problem, made);
    if (!asked) continue;
    const plan = await search(asked, how === "times" ? undefined : made);
    if (plan.placed === 0 || seen.has(signature(plan))) continue;
    seen.add(signature(plan));
    found.push({ how, problem: asked, plan, shared: sharedWith(made, plan) });
  }
  return found;
}

function askedFor(how: Difference, problem: PlanningProblem, made: Plan): PlanningProblem | undefined {
  if (how === "uncovered") {
    const { cover: _, ...uncovered } = problem;
    return (made.covered ?? []).length > 0 ? uncovered : undefined;
  }
  if (made.moves.length === 0) return undefined;
  if (how === "times") {
    const week = weekGrid(problem.timetable);
    const teams = problem.teams.map((team, index) => {
      const free = new Set(commonPeriods(week, team.members));
      const bought = made.teams[index]!.blocks.filter((period) => !free.has(period));
      return { ...team, notAt: [...(team.notAt ?? []), ...bought] };
    });
    return { ...problem, teams };
  }
  const swaps = swapsOf(problem, made);
  if (how === "lessons") {
    const largest = swaps.reduce((a, b) => (b.periods > a.periods ? b : a));
    const pins = largest.moves.map((index) => {
      const { lesson, from } = made.moves[index]!;
      return { lesson, at: from };
    });
    return { ...problem, pins: [...(problem.pins ?? []), ...pins] };
  }
  const bought = swaps.filter(({ blocks }) => blocks.length > 0);
  if (bought.length < 2) return undefined;
  const dearest = bought.reduce((a, b) =>
    b.periods / b.blocks.length > a.periods / a.blocks.length ? b : a,
  );
  const lost = (id: string) => dearest.blocks.filter(({ team }) => team === id).length;
  const teams = problem.teams.map((team, index) => ({
    ...team,
    blocks: made.teams[index]!.blocks.length - lost(team.id),
  }));
  return { ...problem, teams };
}

const signature = (plan: Plan) =>
  JSON.stringify([
    plan.teams.map(({ blocks }) => blocks),
    plan.moves.map(({ lesson, from, to }) => [lesson, from, to]),
    (plan.covered ?? []).map(({ lesson, occurrence, by }) => [lesson, occurrence, by]),
  ]);

function sharedWith(first: Plan, second: Plan): Alternative["shared"] {
  const blocksOf = (plan: Plan) =>
    plan.teams.flatMap(({ id, blocks }) => blocks.map((period) => `${id}\n${period}`));
  const movesOf = (plan: Plan) => plan.moves.map(({ lesson, from, to }) => `${lesson}\n${from}\n${to}`);
  const common = (a: string[], b: string[]) => a.filter((one) => b.includes(one)).length;
  return {
    blocks: common(blocksOf(first), blocksOf(second)),
    moves: common(movesOf(first), movesOf(second)),
  };
}
