import type { Chain } from "./chain.js";
import type { Week } from "./week.js";

/** Lessons that the chains of one proposal move at most; there is as much room for its other steps. */
const LONGEST = 1024;
/** What an entry changed. */
const COVER = -1;
const BLOCK = -2;

/** What a proposal of several steps has done to a week, so that all of it can be taken back. */
export class Trail {
  readonly #week: Week;
  readonly #what = new Int32Array(2 * LONGEST);
  readonly #old = new Int32Array(2 * LONGEST);
  /** Where each step ends, and what it changed where that is no chain. */
  readonly #ends: number[] = [];
  readonly #kinds: number[] = [];
  #length = 0;

  constructor(week: Week) {
    this.#week = week;
  }

  /** Carries out the chain just found; nothing where it is too long to be remembered. */
  follow(chain: Chain): void {
    if (this.#length + chain.count > LONGEST) return;
    for (let i = 0; i < chain.count; i++) {
      const o = chain.occurrences[i]!;
      this.#what[this.#length] = o;
      this.#old[this.#length++] = this.#week.start[o]!;
    }
    this.#end(0);
    chain.apply();
  }

  setBlock(b: number, period: number): void {
    this.#note(BLOCK, b, this.#week.block[b]!);
    this.#week.setBlock(b, period);
  }

  setCover(o: number, option: number): void {
    this.#note(COVER, o, this.#week.coverOf[o]!);
    this.#week.setCover(o, option);
  }

  /** Takes everything back. */
  undo(): void {
    const week = this.#week;
    for (let i = this.#ends.length - 1; i >= 0; i--) {
      const from = i > 0 ? this.#ends[i - 1]! : 0;
      const end = this.#ends[i]!;
      const old = this.#old[from]!;
      if (this.#kinds[i] === BLOCK) week.setBlock(this.#what[from]!, old);
      else if (this.#kinds[i] === COVER) week.setCover(this.#what[from]!, old);
      else week.place(this.#what.subarray(from, end), this.#old.subarray(from, end), end - from);
    }
    this.clear();
  }

  /** Forgets everything: what was done stays. */
  clear(): void {
    this.#length = 0;
    this.#ends.length = 0;
    this.#kinds.length = 0;
  }

  #note(kind: number, what: number, old: number): void {
    this.#what[this.#length] = what;
    this.#old[this.#length++] = old;
    this.#end(kind);
  }

  #end(kind: number): void {
    this.#ends.push(this.#length);
    this.#kinds.push(kind);
  }
}
