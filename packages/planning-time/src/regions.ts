import type { Snapshot } from "./anneal.js";
import { studentsOf } from "./cliques.js";
import { NOBODY } from "./cover-model.js";
import type { Model } from "./model.js";
import type { Random } from "./random.js";

/** What is planned anew while everything else stands. */
export interface Region {
  /** Teams whose blocks may move too; none where all blocks stand. */
  readonly teams: ReadonlySet<number>;
  /** 1 for each occurrence that may move. */
  readonly free: Uint8Array;
}

/** Lessons below which no region falls. */
export const FEWEST = 60;
/** Lessons of a team's region at first: a quarter of the school, no more than these. */
const LESSONS = 400;
/** Lessons of a region whose blocks stand, at first: whole numbers cost the solver little there. */
const STANDING = 400;

/** Parts of a school that are small enough to be planned anew exactly. */
export class Regions {
  readonly #model: Model;
  readonly #random: Random;
  readonly #students: ReadonlySet<number>;
  /** Occurrences by resource. */
  readonly #lessonsOf: number[][];
  readonly #firstBlock: number[] = [0];
  /** Lessons of a team's region, and of one whose blocks stand. */
  #size: number;
  #standing: number;

  constructor(model: Model, random: Random) {
    this.#model = model;
    this.#random = random;
    this.#students = studentsOf(model);
    this.#size = Math.max(FEWEST, Math.min(LESSONS, Math.ceil(model.today.length / 4)));
    this.#standing = Math.min(STANDING, model.today.length);
    for (const team of model.teams) this.#firstBlock.push(this.#firstBlock.at(-1)! + team.blocks);
    this.#lessonsOf = Array.from({ length: model.resources }, () => []);
    model.kindOf.forEach((k, o) => {
      for (const r of model.kinds[k]!.resources) this.#lessonsOf[r]!.push(o);
    });
  }

  /** Periods of a team's blocks. */
  blocksOf(week: Snapshot, g: number): number[] {
    return [...week.block.subarray(this.#firstBlock[g]!, this.#firstBlock[g + 1]!)].filter((p) => p >= 0);
  }

  grow(): void {
    const larger = (size: number) => Math.min(Math.ceil(size * 1.3), this.#model.today.length);
    this.#size = larger(this.#size);
    this.#standing = larger(this.#standing);
  }

  /** After a region around a team, or around none, that was too large for the solver. */
  shrink(team: number | undefined): void {
    const smaller = (size: number) => Math.max(FEWEST, Math.floor(size * 0.8));
    if (team === undefined) this.#standing = smaller(this.#standing);
    else this.#size = smaller(this.#size);
  }

  everything(): Region {
    const { teams, today } = this.#model;
    return { teams: new Set(teams.keys()), free: new Uint8Array(today.length).fill(1) };
  }

  /** The blocks of a team or two and the weeks of some of their classes. */
  aroundTeam(week: Snapshot, team: number): Region {
    const { teams, kinds, kindOf, today } = this.#model;
    const random = this.#random;
    const chosen = new Set([team]);
    // Another team of the same people competes for the same periods.
    const members = new Set(teams[team]!.members);
    const others = teams.flatMap((other, g) =>
      g !== team && other.blocks > 0 && other.members.some((t) => members.has(t)) ? [g] : [],
    );
    if (others.length > 0 && random.below(2) === 0) chosen.add(others[random.below(others.length)]!);
    else if (teams.length > 1 && random.below(2) === 0) chosen.add(random.below(teams.length));
    const free = new Uint8Array(today.length);
    let count = 0;
    const release = (o: number) => {
      if (free[o]) return;
      free[o] = 1;
      count++;
    };
    const classes = new Map<number, number>();
    for (const g of chosen) {
      for (const t of teams[g]!.members) {
        for (const o of this.#lessonsOf[t]!) {
          for (const r of kinds[kindOf[o]!]!.resources) {
            if (this.#students.has(r)) classes.set(r, (classes.get(r) ?? 2 * random.next()) + 1);
          }
        }
      }
    }
    for (const [r] of [...classes].sort((a, b) => b[1] - a[1])) {
      if (count >= this.#size) break;
      for (const o of this.#lessonsOf[r]!) release(o);
    }
    for (const g of chosen)
      for (const t of teams[g]!.members) for (const o of this.#lessonsOf[t]!) release(o);
    this.#keepCovered(week, chosen, free);
    return { teams: chosen, free };
  }

  /** The weeks of classes that share teachers, from any one on; all blocks stand. */
  ofClasses(week: Snapshot): Region {
    const { kinds, kindOf, today } = this.#model;
    const free = new Uint8Array(today.length);
    let count = 0;
    const shared = new Map([...this.#students].map((r) => [r, this.#random.next()]));
    while (count < this.#standing && shared.size > 0) {
      const [next] = [...shared].reduce((a, b) => (b[1] > a[1] ? b : a));
      shared.delete(next);
      for (const o of this.#lessonsOf[next]!) {
        if (free[o]) continue;
        free[o] = 1;
        count++;
        for (const t of kinds[kindOf[o]!]!.resources) {
          if (this.#students.has(t)) continue;
          for (const other of this.#lessonsOf[t]!) {
            for (const r of kinds[kindOf[other]!]!.resources) {
              const lessons = shared.get(r);
              if (lessons !== undefined) shared.set(r, lessons + 0.1);
            }
          }
        }
      }
    }
    this.#keepCovered(week, new Set(), free);
    return { teams: new Set(), free };
  }

  /** A lesson that is covered for a block which stands stays covered. */
  #keepCovered(week: Snapshot, chosen: ReadonlySet<number>, free: Uint8Array): void {
    const { cover, teams, kinds, kindOf } = this.#model;
    if (!cover) return;
    const still = teams.flatMap((team, g) =>
      chosen.has(g) ? [] : [{ members: team.members, blocks: this.blocksOf(week, g) }],
    );
    (week.coverOf ?? NOBODY).forEach((option, o) => {
      if (option < 0) return;
      const { member } = cover.options[option]!;
      const first = week.start[o]!;
      const last = first + kinds[kindOf[o]!]!.duration - 1;
      const served = still.some(
        ({ members, blocks }) => members.includes(member) && blocks.some((p) => p >= first && p <= last),
      );
      if (served) free[o] = 0;
    });
  }
}
