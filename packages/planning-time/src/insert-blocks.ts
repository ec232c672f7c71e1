import type { Snapshot } from "./anneal.js";
import { LooseWeek } from "./loose-week.js";
import type { Model } from "./model.js";
import type { Random } from "./random.js";
import { restHolds } from "./rest-holds.js";
import { termsOf } from "./terms.js";

/** Moves of the shortest try. */
const SHORT = 300;
/** Moves without one more block after which all begins again. */
const STALE = 300_000;
/** Periods that are looked at for a new block. */
const PLACES = 3;

type Base = Pick<Snapshot, "start" | "block">;

/**
 * Adds blocks to a week one by one: the block is put where it breaks little, and what it breaks is mended by moving
 * lessons and blocks through weeks that break rules themselves. Most tries are short, few are long (Luby's series), each
 * from the same week with another block. It begins with today's week: one that is short of moves has little room left
 * for more blocks. Where nothing is gained for long, it goes on from what others found, and then from today's week
 * again. Nobody covers.
 */
export class BlockInserter {
  readonly #model: Model;
  readonly #random: Random;
  readonly #week: LooseWeek;
  #base: Base;
  /** Moves left of the try under way; 0 where none is. */
  #left = 0;
  #tries = 0;
  #inVain = 0;
  /** The best week that others found, where it is not yet gone on from. */
  #other: Base | undefined;

  constructor(model: Model, random: Random) {
    this.#model = model;
    this.#random = random;
    this.#week = new LooseWeek(model, random);
    this.#base = this.#today();
  }

  /** Hears of a week that somebody else found, to go on from when its own gains nothing more. */
  learn(week: Base): void {
    this.#other = week;
  }

  /**
   * Makes so many moves, and goes on the next time where it stopped; a week with one more block as soon as there is one.
   * `most` says how many blocks each team can have at most.
   */
  run(moves: number, most: readonly number[]): Snapshot | undefined {
    const week = this.#week;
    for (let i = 0; i < moves; i++) {
      if (this.#left === 0 && !this.#try(most)) return undefined;
      if (week.isWhole) {
        this.#left = 0;
        const found = this.#found();
        if (found) return found;
        continue;
      }
      week.move();
      this.#left--;
      if (++this.#inVain <= STALE) continue;
      this.#begin(this.#other ?? this.#today());
      this.#other = undefined;
    }
    return undefined;
  }

  #today(): Base {
    const { today, teams } = this.#model;
    return { start: today, block: new Int32Array(teams.reduce((n, { blocks }) => n + blocks, 0)).fill(-1) };
  }

  #begin(week: Base): void {
    this.#base = week;
    this.#left = 0;
    this.#tries = 0;
    this.#inVain = 0;
  }

  /** Begins with a block that is missing; false where none can be added. */
  #try(most: readonly number[]): boolean {
    const week = this.#week;
    const { block } = this.#base;
    const have = new Int32Array(most.length);
    week.blockTeam.forEach((g, b) => {
      if (block[b]! >= 0) have[g]!++;
    });
    const missing = week.blockTeam.flatMap((g, b) =>
      block[b]! < 0 && have[g]! < most[g]! && week.starts[week.lessons + b]!.length > 0
        ? [week.lessons + b]
        : [],
    );
    if (missing.length === 0) return false;
    week.set(this.#base);
    const random = this.#random;
    const e = missing[random.below(missing.length)]!;
    const starts = week.starts[e]!;
    let least = Infinity;
    let place = -1;
    for (let i = 0; i < PLACES; i++) {
      const p = starts[random.below(starts.length)]!;
      const price = week.price(e, p) + random.next();
      if (price >= least) continue;
      least = price;
      place = p;
    }
    week.put(e, place);
    this.#left = SHORT * luby(++this.#tries);
    return true;
  }

  /** The week as it is, where it keeps the rules that no sum says too. */
  #found(): Snapshot | undefined {
    const { start: all, lessons } = this.#week;
    const start = all.slice(0, lessons);
    const block = all.slice(lessons);
    if (!restHolds(this.#model, start)) return undefined;
    this.#begin({ start, block });
    return { start, block, ...termsOf(this.#model, start, block, new Int32Array(0)) };
  }
}

/** 1, 1, 2, 1, 1, 2, 4, 1, …: about as good as the best lengths of tries, whatever these are (Luby 1993). */
function luby(i: number): number {
  let size = 1;
  while (size < i) size = 2 * size + 1;
  return size === i ? (size + 1) / 2 : luby(i - (size - 1) / 2);
}
