import type { Placement } from "@collegium/scheduling";
import { spanOf } from "./covered-lessons.js";
import type { Model } from "./model.js";
import { occurrencesOf, periodIndex, resourcesOf } from "./placed.js";
import type { Plan, PlannedTeam } from "./plan-document.js";
import { swapsIn } from "./swaps.js";

/** A found week with the last, free improvements made: less moved, nothing lost. */
export interface Settled {
  readonly placements: readonly Placement[];
  readonly teams: readonly PlannedTeam[];
}

/**
 * Lets missing blocks fall more evenly on the teams, gives blocks in unpopular periods a popular one that is free anyway,
 * and takes back every swap that then buys no block. Keeps every rule, since any choice of whole swaps does; blocks stay
 * as many as they are. None of it makes any term of the objective worse, so it suits every order of them.
 */
export function settle(model: Model, placements: readonly Placement[], found: Found): Settled {
  const lacking = found.teams.some(({ blocks, wanted }) => blocks.length < wanted);
  const avoiding = (model.problem.unpopular ?? []).length > 0;
  let { teams } = found;
  if (lacking || avoiding) {
    const occupied = new Occupied(model, placements, found);
    teams = popular(model, occupied, fair(occupied, teams));
  }
  return { placements: withoutIdle(model, placements, { ...found, teams }), teams };
}

type Found = Required<Pick<Plan, "moves" | "teams" | "covered">>;

function withoutIdle(model: Model, placements: readonly Placement[], found: Found): readonly Placement[] {
  const { moves } = found;
  if (moves.length === 0) return placements;
  const idle = swapsIn(model, found).filter(({ blocks }) => blocks.length === 0);
  if (idle.length === 0) return placements;
  const back = new Set(
    idle.flatMap((swap) => swap.moves.map((i) => `${moves[i]!.lesson}\n${moves[i]!.occurrence}`)),
  );
  const occurrence = occurrencesOf(placements);
  return placements.map((placement, index) =>
    back.has(`${placement.lesson}\n${occurrence[index]}`)
      ? model.problem.timetable.placements[index]!
      : placement,
  );
}

/** Who is where in a week and its blocks, and which blocks a team could take. */
class Occupied {
  readonly #model: Model;
  readonly #taken = new Set<string>();
  readonly #index: ReadonlyMap<string, number>;
  readonly #blocks = new Map<string, number>();
  readonly #covered = new Set<string>();

  constructor(model: Model, placements: readonly Placement[], { teams, covered }: Found) {
    const { timetable } = model.problem;
    this.#model = model;
    this.#index = periodIndex(timetable);
    const used = resourcesOf(timetable);
    for (const placement of placements) {
      const { start, duration } = placement;
      for (let d = 0; d < duration; d++)
        for (const id of used(placement))
          this.#taken.add(`${id}\n${timetable.periods[this.at(start) + d]!.id}`);
    }
    for (const { members, blocks } of teams) for (const period of blocks) this.take(members, period);
    for (const one of covered) {
      for (const p of spanOf(one, this.#index)) {
        const period = timetable.periods[p]!.id;
        this.take([one.by], period);
        this.#blocks.set(one.member, (this.#blocks.get(one.member) ?? 0) - 1);
        this.#covered.add(`${one.member}\n${period}`);
      }
    }
  }
  /** Whether a block rests on somebody's cover: it then stays where it is. */
  rests(members: readonly string[], period: string): boolean {
    return members.some((id) => this.#covered.has(`${id}\n${period}`));
  }
  at(period: string): number {
    return this.#index.get(period)!;
  }
  take(members: readonly string[], period: string): void {
    for (const id of members) {
      this.#taken.add(`${id}\n${period}`);
      this.#blocks.set(id, (this.#blocks.get(id) ?? 0) + 1);
    }
  }
  leave(members: readonly string[], period: string): void {
    for (const id of members) {
      this.#taken.delete(`${id}\n${period}`);
      this.#blocks.set(id, this.#blocks.get(id)! - 1);
    }
  }
  /** Whether a team may have one more block, in this period. */
  fits(team: number, members: readonly string[], blocks: readonly string[], period: string): boolean {
    const { teams, dayOf, blocksPerDay, blockRoom, resourceIds } = this.#model;
    if (teams[team]!.allowed[this.at(period)] !== 1) return false;
    const day = dayOf[this.at(period)];
    if (blocks.filter((other) => dayOf[this.at(other)] === day).length >= blocksPerDay) return false;
    return members.every(
      (id) =>
        !this.#taken.has(`${id}\n${period}`) &&
        (this.#blocks.get(id) ?? 0) < blockRoom[resourceIds.indexOf(id)]!,
    );
  }
  sorted(blocks: readonly string[]): string[] {
    return [...blocks].sort((a, b) => this.at(a) - this.at(b));
  }
}

/**
 * A team that lacks a larger share of its wish takes a block from one that would lack less without it, where all its
 * members are free then; until nobody can. Blocks stay as many, nothing moves.
 */
function fair(occupied: Occupied, given: readonly PlannedTeam[]): readonly PlannedTeam[] {
  const blocks = given.map((team) => [...team.blocks]);
  const share = (g: number, fewer = 0) =>
    given[g]!.wanted > 0 ? 1 - (blocks[g]!.length - fewer) / given[g]!.wanted : 0;
  const passOn = (): boolean => {
    const poorest = given.map((_, g) => g).sort((a, b) => share(b) - share(a) || a - b);
    for (const to of poorest) {
      for (const from of [...poorest].reverse()) {
        if (share(to) <= share(from, 1) + 1e-9) break;
        for (const period of blocks[from]!) {
          if (occupied.rests(given[from]!.members, period)) continue;
          occupied.leave(given[from]!.members, period);
          if (occupied.fits(to, given[to]!.members, blocks[to]!, period)) {
            occupied.take(given[to]!.members, period);
            blocks[from] = blocks[from]!.filter((other) => other !== period);
            blocks[to]!.push(period);
            return true;
          }
          occupied.take(given[from]!.members, period);
        }
      }
    }
    return false;
  };
  if (given.every((_, g) => share(g) === 0)) return given;
  // Every pass makes the shares more even, so this ends.
  while (passOn());
  return given.map((team, g) => ({ ...team, blocks: occupied.sorted(blocks[g]!) }));
}

/** Blocks in unpopular periods go to popular ones that are free anyway. */
function popular(model: Model, occupied: Occupied, given: readonly PlannedTeam[]): readonly PlannedTeam[] {
  const { timetable, unpopular = [] } = model.problem;
  if (unpopular.length === 0) return given;
  const avoided = new Set(unpopular);
  return given.map((team, g) => {
    let blocks = [...team.blocks];
    for (const block of team.blocks) {
      if (!avoided.has(block) || occupied.rests(team.members, block)) continue;
      const others = blocks.filter((other) => other !== block);
      occupied.leave(team.members, block);
      const better = timetable.periods.find(
        ({ id }) => !avoided.has(id) && occupied.fits(g, team.members, others, id),
      );
      occupied.take(team.members, better?.id ?? block);
      blocks = [...others, better?.id ?? block];
    }
    return { ...team, blocks: occupied.sorted(blocks) };
  });
}
