import type { Snapshot } from "./anneal.js";
import { mayCover, NOBODY, withoutIdle } from "./cover-model.js";
import type { Model } from "./model.js";
import { compareTerms, type Level, type Terms, termOrder } from "./objective.js";
import { restHolds } from "./rest-holds.js";
import { termsOf } from "./terms.js";

/** Cells before the week itself: lock, whether there is one, its terms. */
const TERMS = 2;
const HEAD = TERMS + termOrder.length;

/** The best week of all threads, in memory that they share; all of them number the lessons alike. */
export class Board {
  readonly #cells: Int32Array;
  readonly #blocks: number;
  readonly #covers: boolean;

  readonly memory: SharedArrayBuffer;

  /** For a school with so many blocks and, at most, lessons, covered or not; in memory that another thread made. */
  constructor(blocks: number, lessons: number, memory?: SharedArrayBuffer, covers = false) {
    const cells = HEAD + blocks + (covers ? 2 : 1) * lessons;
    this.memory = memory ?? new SharedArrayBuffer(4 * cells);
    this.#covers = covers;
    this.#cells = new Int32Array(this.memory);
    this.#blocks = blocks;
  }

  /** Terms of the week on the board. */
  get terms(): Terms | undefined {
    const cells = this.#cells;
    if (Atomics.load(cells, 1) === 0) return undefined;
    const found = termOrder.map((term, i) => [term, Atomics.load(cells, TERMS + i)]);
    return Object.fromEntries(found) as Terms;
  }

  /** The week on the board. */
  read(lessons: number): Snapshot | undefined {
    const cells = this.#cells;
    return this.#alone(() => {
      const { terms } = this;
      if (!terms) return undefined;
      const from = HEAD + this.#blocks;
      const block = new Int32Array(cells.subarray(HEAD, from));
      const start = new Int32Array(cells.subarray(from, from + lessons));
      if (!this.#covers) return { start, block, ...terms };
      const coverOf = new Int32Array(cells.subarray(from + lessons, from + 2 * lessons));
      return { start, block, coverOf, ...terms };
    });
  }

  /** Puts a week on the board where it is better than the one there. */
  post(found: Snapshot, levels: readonly Level[]): void {
    const cells = this.#cells;
    this.#alone(() => {
      const { terms } = this;
      if (terms && compareTerms(levels, terms, found) <= 0) return;
      cells.set(found.block, HEAD);
      cells.set(found.start, HEAD + this.#blocks);
      cells.set(found.coverOf ?? NOBODY, HEAD + this.#blocks + found.start.length);
      for (const [i, term] of termOrder.entries()) Atomics.store(cells, TERMS + i, found[term]);
      Atomics.store(cells, 1, 1);
    });
  }

  #alone<T>(act: () => T): T {
    while (Atomics.compareExchange(this.#cells, 0, 0, 1) !== 0) Atomics.wait(this.#cells, 0, 1, 1);
    try {
      return act();
    } finally {
      Atomics.store(this.#cells, 0, 0);
      Atomics.notify(this.#cells, 0);
    }
  }
}

/** What led from one week to a better one, done to another week; none where it does not fit there. */
export function merged(model: Model, from: Snapshot, to: Snapshot, other: Snapshot): Snapshot | undefined {
  const pick = (now: Int32Array, a: Int32Array, b: Int32Array) =>
    now.map((value, i) => (a[i] === b[i] ? value : b[i]!));
  const start = pick(other.start, from.start, to.start);
  const block = pick(other.block, from.block, to.block);
  const [now, a, b] = [other, from, to].map(({ coverOf = NOBODY }) => coverOf);
  const coverOf = withoutIdle(model, start, block, pick(now!, a!, b!));
  if (!holds(model, start, block, coverOf)) return undefined;
  const terms = termsOf(model, start, block, coverOf);
  return { start, block, ...(model.cover && { coverOf }), ...terms };
}

/** Whether a week keeps every rule; each lesson stands where it may. */
function holds(model: Model, start: Int32Array, block: Int32Array, coverOf: Int32Array): boolean {
  const { periods, capacity, kinds, kindOf, limits, teams, dayOf } = model;
  const used = new Uint8Array(capacity.length);
  const counts = new Int32Array(limits.length);
  const blocksOf = new Int32Array(model.resources);
  for (let o = 0; o < start.length; o++) {
    const { resources, duration, effects } = kinds[kindOf[o]!]!;
    for (const r of resources) {
      for (let d = 0; d < duration; d++) {
        const cell = r * periods + start[o]! + d;
        if (++used[cell]! > capacity[cell]!) return false;
      }
    }
    const effect = effects[start[o]!]!;
    for (let i = 0; i < effect.length; i += 2) counts[effect[i]!]! += effect[i + 1]!;
  }
  const covered = [...coverOf].flatMap((option, o) => (option < 0 ? [] : [[o, option] as const]));
  const cells = (o: number, person: number) =>
    Array.from({ length: kinds[kindOf[o]!]!.duration }, (_, d) => person * periods + start[o]! + d);
  for (const [o, option] of covered) {
    const { by, member, effects } = model.cover!.options[option]!;
    if (!mayCover(model, model.cover!.options[option]!, start[o]!)) return false;
    if (cells(o, by).some((cell) => used[cell]!++ > 0)) return false;
    blocksOf[by]! += cells(o, by).length;
    blocksOf[member]! -= cells(o, by).length;
    for (let i = 0; i < effects.length; i += 2) counts[effects[i]!]! += effects[i + 1]!;
  }
  for (const [o, option] of covered)
    for (const cell of cells(o, model.cover!.options[option]!.member)) used[cell]!--;
  if (limits.some(({ least, most }, l) => counts[l]! < least || counts[l]! > most)) return false;
  let next = 0;
  for (const team of teams) {
    const perDay = new Int32Array(model.days);
    for (let i = 0; i < team.blocks; i++) {
      const p = block[next++]!;
      if (p < 0) continue;
      if (!team.allowed[p] || ++perDay[dayOf[p]!]! > model.blocksPerDay) return false;
      for (const t of team.members) {
        if (used[t * periods + p]!++ > 0) return false;
        blocksOf[t]!++;
      }
    }
  }
  if (blocksOf.some((count, r) => count > model.blockRoom[r]!)) return false;
  return restHolds(model, start);
}
