import { type PlanOptions, plan } from "./plan.js";
import type { Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";

/** What one block more or less of a team does to the moves of the whole school. */
export interface Price {
  readonly team: string;
  /** Periods that need not move if the team has one block less than it asked for. */
  readonly less: number;
  /** Periods that move on top if it has one more; absent where no plan with one more was found. */
  readonly more?: number;
}

/**
 * What each team's last block costs and what one more would cost, against a plan already made.
 * Every figure comes from a search of its own that starts from the plan, so it is a price found, not a lowest price.
 */
export async function priceList(
  problem: PlanningProblem,
  made: Plan,
  options: PlanOptions,
): Promise<Price[]> {
  const prices: Price[] = [];
  for (const team of problem.teams) {
    const had = made.teams.find(({ id }) => id === team.id)!.blocks.length;
    const withBlocks = (blocks: number) =>
      plan(
        {
          ...problem,
          teams: problem.teams.map((other) => {
            const placed = made.teams.find(({ id }) => id === other.id)!.blocks.length;
            return { ...other, blocks: other.id === team.id ? blocks : placed };
          }),
        },
        { ...options, from: made },
      );
    const less = had > 0 ? made.moved - (await withBlocks(had - 1)).moved : 0;
    const larger = await withBlocks(had + 1);
    const found = larger.placed === larger.wanted;
    prices.push({
      team: team.id,
      less: Math.max(0, less),
      ...(found && { more: larger.moved - made.moved }),
    });
  }
  return prices;
}

/**
 * Up to `count` different plans, best first: no two give every team the same blocks.
 * Deterministic by seed and steps, like each plan.
 */
export async function alternatives(
  problem: PlanningProblem,
  count: number,
  options: PlanOptions,
): Promise<Plan[]> {
  const found = new Map<string, Plan>();
  for (let i = 0; i < 3 * count && found.size < count; i++) {
    const next = await plan(problem, { ...options, seed: options.seed + i });
    const key = JSON.stringify(next.teams.map((team) => team.blocks));
    if (!found.has(key)) found.set(key, next);
    if (options.shouldStop?.()) break;
  }
  return [...found.values()].sort((a, b) => b.placed - a.placed || a.moved - b.moved);
}
