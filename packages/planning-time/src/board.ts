import type { Snapshot } from "./anneal.js";
import type { Model } from "./model.js";
import { shapesHold } from "./prove.js";

/** Cells before the week itself: lock, whether there is one, missing blocks, moved periods. */
const HEAD = 4;

/** The best week of all threads, in memory that they share; all of them number the lessons alike. */
export class Board {
  readonly #cells: Int32Array;
  readonly #blocks: number;

  readonly memory: SharedArrayBuffer;

  /** For a school with so many blocks and, at most, lessons; in memory that another thread made. */
  constructor(
    blocks: number,
    lessons: number,
    memory = new SharedArrayBuffer(4 * (HEAD + blocks + lessons)),
  ) {
    this.memory = memory;
    this.#cells = new Int32Array(memory);
    this.#blocks = blocks;
  }

  /** Figures of the week on the board. */
  get figures(): { missing: number; moved: number } | undefined {
    const cells = this.#cells;
    if (Atomics.load(cells, 1) === 0) return undefined;
    return { missing: Atomics.load(cells, 2), moved: Atomics.load(cells, 3) };
  }

  /** The week on the board. */
  read(lessons: number): Snapshot | undefined {
    const { figures } = this;
    if (!figures) return undefined;
    const cells = this.#cells;
    return this.#alone(() => {
      const block = new Int32Array(cells.subarray(HEAD, HEAD + this.#blocks));
      const start = new Int32Array(cells.subarray(HEAD + this.#blocks, HEAD + this.#blocks + lessons));
      return { start, block, missing: cells[2]!, moved: cells[3]! };
    });
  }

  /** Puts a week on the board where it is better than the one there. */
  post(found: Snapshot, cost: (found: { missing: number; moved: number }) => number): void {
    const cells = this.#cells;
    this.#alone(() => {
      const { figures } = this;
      if (figures && cost(figures) <= cost(found)) return;
      cells.set(found.block, HEAD);
      cells.set(found.start, HEAD + this.#blocks);
      Atomics.store(cells, 2, found.missing);
      Atomics.store(cells, 3, found.moved);
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
  if (!holds(model, start, block)) return undefined;
  let moved = 0;
  start.forEach((p, o) => {
    const kind = model.kinds[model.kindOf[o]!]!;
    if (!kind.present[p]) moved += kind.weight;
  });
  return { start, block, missing: block.filter((p) => p < 0).length, moved };
}

/** Whether a week keeps every rule; each lesson stands where it may. */
function holds(model: Model, start: Int32Array, block: Int32Array): boolean {
  const { periods, capacity, kinds, kindOf, limits, teams, dayOf } = model;
  const used = new Uint8Array(capacity.length);
  const counts = new Int32Array(limits.length);
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
  if (limits.some(({ least, most }, l) => counts[l]! < least || counts[l]! > most)) return false;
  const blocksOf = new Int32Array(model.resources);
  let next = 0;
  for (const team of teams) {
    const perDay = new Int32Array(model.days);
    for (let i = 0; i < team.blocks; i++) {
      const p = block[next++]!;
      if (p < 0) continue;
      if (!team.allowed[p] || ++perDay[dayOf[p]!]! > model.blocksPerDay) return false;
      for (const t of team.members) {
        if (used[t * periods + p]!++ > 0 || ++blocksOf[t]! > model.blockRoom[t]!) return false;
      }
    }
  }
  return shapesHold(model, start);
}
