import { parentPort, workerData } from "node:worker_threads";
import { Board } from "../src/board.js";
import { levelsOf } from "../src/objective.js";
import { seeded } from "../src/random.js";

/** What a thread is to do with the board it shares: post weeks in which every number is the same, and read. */
export interface BoardWork {
  readonly memory: SharedArrayBuffer;
  readonly blocks: number;
  readonly lessons: number;
  readonly seed: number;
  readonly rounds: number;
}

/** What it saw: weeks read, weeks mixed from two, weeks worse than one read before, and the best that it posted. */
export interface BoardSeen {
  readonly read: number;
  readonly mixed: number;
  readonly worse: number;
  readonly posted: number;
}

const NOTHING = { missing: 0, fairness: 0, touched: 0, cover: 0, unpopular: 0 };
const { memory, blocks, lessons, seed, rounds } = workerData as BoardWork;
const board = new Board(blocks, lessons, memory);
const random = seeded(seed);
let read = 0;
let mixed = 0;
let worse = 0;
let posted = Infinity;
let last = Infinity;
for (let round = 0; round < rounds; round++) {
  // Later weeks are better now and then, so that both threads go on writing.
  const value = rounds - round + random.below(50);
  posted = Math.min(posted, value);
  const week = { start: new Int32Array(lessons).fill(value), block: new Int32Array(blocks).fill(value) };
  board.post({ ...week, ...NOTHING, moved: value }, levelsOf());
  const seen = board.read(lessons);
  if (!seen) continue;
  read++;
  if ([...seen.start, ...seen.block].some((other) => other !== seen.moved)) mixed++;
  if (seen.moved > last) worse++;
  last = seen.moved;
}
parentPort?.postMessage({ read, mixed, worse, posted } satisfies BoardSeen);
