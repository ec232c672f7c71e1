import { compile } from "./compile.js";
import { spanOf } from "./covered-lessons.js";
import type { Model } from "./model.js";
import { type MoveCells, moveCells } from "./move-cells.js";
import { periodIndex } from "./placed.js";
import type { CoveredLesson, Plan } from "./plan-document.js";
import type { PlanningProblem } from "./problem.js";
import { stepsOf } from "./steps.js";
import { tiedByRules } from "./tied-by-rules.js";

/** A block that a swap helps to make. */
export interface BoughtBlock {
  readonly team: string;
  readonly period: string;
  /** Other swaps, by their place in the list, without which the block does not come about. */
  readonly with: readonly number[];
}

/** Moves that only make sense together, in the order in which to carry them out, and what they buy. */
export interface Swap {
  /** Indices into the plan's moves, step by step. */
  readonly moves: readonly number[];
  /** The same moves in steps: those of one step happen at once, as an exchange of two lessons does. */
  readonly steps: readonly (readonly number[])[];
  /** Blocks that need at least one of these moves. */
  readonly blocks: readonly BoughtBlock[];
  /** Periods of lessons that it moves. */
  readonly periods: number;
}

/**
 * A plan's moves as swaps that a timetabler can carry out or leave out one by one, in any order.
 * After every step of every swap nobody is in two places more than today and no student has a gap that was not there;
 * after any choice of whole swaps every rule that the plan keeps is kept. Swaps that buy most per move come first.
 * @example
 * ```ts
 * const timetable = { kind: "timetable", schemaVersion: 1, id: "w", school: "", days: [], periods: [], resources: [], lessons: [], placements: [] };
 * swapsOf({ timetable, teams: [], rules: "clashes" }, { moves: [], teams: [] }); // => []
 * ```
 */
export function swapsOf(problem: PlanningProblem, plan: Pick<Plan, "moves" | "teams" | "covered">): Swap[] {
  return plan.moves.length === 0 ? [] : swapsIn(compile(problem), plan);
}

/** The same from a week that is in numbers already. */
export function swapsIn(model: Model, plan: Pick<Plan, "moves" | "teams" | "covered">): Swap[] {
  const { problem } = model;
  const cells = moveCells(problem, plan.moves);
  const groups = new Groups(plan.moves.length);
  for (const { leaving, entering } of cells.byCell.values()) groups.join([...leaving, ...entering]);
  for (const tied of tiedByRules(model, cells, (index) => groups.of(index))) groups.join(tied);
  const members = groups.lists();
  const needed = neededBy(problem, plan, cells);
  const unordered = members.map((moves) => ({
    moves,
    periods: moves.reduce((sum, index) => sum + cells.movedPeriods[index]!, 0),
    blocks: needed.filter((block) => block.moves.some((index) => moves.includes(index))),
  }));
  const ordered = unordered.sort(
    (a, b) =>
      b.blocks.length / b.moves.length - a.blocks.length / a.moves.length || a.moves[0]! - b.moves[0]!,
  );
  const swapOf = new Map(ordered.flatMap(({ moves }, swap) => moves.map((index) => [index, swap] as const)));
  return ordered.map(({ moves, blocks, periods }, swap) => {
    const steps = stepsOf(moves, cells);
    return {
      moves: steps.flat(),
      steps,
      periods,
      blocks: blocks.map(({ team, period, moves: all }) => ({
        team,
        period,
        with: [...new Set(all.map((index) => swapOf.get(index)!))]
          .filter((other) => other !== swap)
          .sort((a, b) => a - b),
      })),
    };
  });
}

/** Swaps, by their place in the list, without which nobody has to take a lesson, or nobody can. */
export function swapsBefore(
  { timetable }: Pick<PlanningProblem, "timetable">,
  covered: CoveredLesson,
  swaps: readonly Swap[],
): number[] {
  const index = periodIndex(timetable);
  const span = spanOf(covered, index);
  return swaps.flatMap(({ blocks }, swap) =>
    blocks.some(({ team, period }) => covered.teams.includes(team) && span.includes(index.get(period)!))
      ? [swap]
      : [],
  );
}

/** The moves without which a block is not free for a member, or for whoever covers a member's lesson meanwhile. */
function neededBy(
  { timetable }: PlanningProblem,
  { teams, covered = [] }: Pick<Plan, "teams" | "covered">,
  cells: MoveCells,
) {
  const index = periodIndex(timetable);
  const leaving = (id: string, period: string) => cells.byCell.get(cells.key(id, period))?.leaving ?? [];
  return teams.flatMap((team) =>
    team.blocks.map((period) => {
      const cover = covered
        .filter(({ member }) => team.members.includes(member))
        .map((one) => ({ by: one.by, span: spanOf(one, index) }))
        .filter(({ span }) => span.includes(index.get(period)!));
      const moves = [
        ...team.members.flatMap((id) => leaving(id, period)),
        ...cover.flatMap(({ by, span }) => span.flatMap((p) => leaving(by, timetable.periods[p]!.id))),
      ];
      return { team: team.id, period, moves: [...new Set(moves)] };
    }),
  );
}

/** Joins numbers into groups. */
class Groups {
  readonly #root: number[];
  constructor(count: number) {
    this.#root = Array.from({ length: count }, (_, index) => index);
  }
  of(index: number): number {
    let at = index;
    while (this.#root[at] !== at) at = this.#root[at]!;
    return at;
  }
  join(indices: readonly number[]): void {
    for (const index of indices) this.#root[this.of(index)] = this.of(indices[0]!);
  }
  lists(): number[][] {
    const lists = new Map<number, number[]>();
    this.#root.forEach((_, index) => {
      const root = this.of(index);
      lists.set(root, [...(lists.get(root) ?? []), index]);
    });
    return [...lists.values()];
  }
}
