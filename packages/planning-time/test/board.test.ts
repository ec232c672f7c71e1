import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
// @ts-expect-error a plain script
import { bundle } from "../../../scripts/bundle.mjs";
import { Board, merged } from "../src/board.js";
import { compile } from "../src/compile.js";
import { levelsOf } from "../src/objective.js";
import type { BoardSeen, BoardWork } from "./board-thread.js";
import { school } from "./schools.js";

const BLOCKS = 40;
const LESSONS = 2000;
const levels = levelsOf();
const terms = (missing: number, moved: number) => ({
  ...{ missing, fairness: 0, moved },
  ...{ touched: 0, cover: 0, unpopular: 0 },
});
const week = (missing: number, moved: number, fill = moved) => ({
  start: new Int32Array(LESSONS).fill(fill),
  block: new Int32Array(BLOCKS).fill(fill),
  ...terms(missing, moved),
});

it("is empty at first, then holds the better week of two", () => {
  const board = new Board(BLOCKS, LESSONS);
  expect(board.terms).toBeUndefined();
  expect(board.read(LESSONS)).toBeUndefined();
  board.post(week(1, 5), levels);
  board.post(week(1, 6), levels);
  expect(board.terms).toEqual(terms(1, 5));
  board.post(week(0, 9), levels);
  expect(board.read(LESSONS)).toEqual(week(0, 9));
});

it("shows a week to whoever has its memory, as a copy", () => {
  const board = new Board(BLOCKS, LESSONS);
  board.post(week(0, 3), levels);
  const other = new Board(BLOCKS, LESSONS, board.memory);
  const read = other.read(LESSONS)!;
  read.start.fill(99);
  expect(board.read(LESSONS)).toEqual(week(0, 3));
});

it("gives whole weeks, never worse ones, to threads that post and read at once", async () => {
  const { outputFiles } = await bundle({
    entryPoints: [fileURLToPath(new URL("board-thread.ts", import.meta.url))],
    format: "cjs",
    write: false,
  });
  const code = outputFiles![0]!.text;
  const board = new Board(BLOCKS, LESSONS);
  const seen = await Promise.all(
    [1, 2].map(
      (seed) =>
        new Promise<BoardSeen>((resolve, reject) => {
          const work: BoardWork = {
            memory: board.memory,
            blocks: BLOCKS,
            lessons: LESSONS,
            seed,
            rounds: 3000,
          };
          const thread = new Worker(code, { eval: true, workerData: work });
          thread.on("message", resolve);
          thread.on("error", reject);
        }),
    ),
  );
  for (const { read, mixed, worse } of seen)
    expect({ read, mixed, worse }).toEqual({ read: 3000, mixed: 0, worse: 0 });
  expect(board.terms).toEqual(terms(0, Math.min(...seen.map(({ posted }) => posted))));
});

// Two classes that never meet each other's teachers; each can swap its two lessons.
const timetable = school(1, 3, ["t1 g1 @ d1p1", "t2 g1 @ d1p2", "t3 g2 @ d1p1", "t4 g2 @ d1p2"]);
const model = compile({
  timetable,
  teams: [
    { id: "a", members: ["t1", "t3"], blocks: 1 },
    { id: "b", members: ["t2", "t3"], blocks: 1 },
  ],
  rules: "clashes",
});
const at = (...start: number[]) => Int32Array.from(start);
const today = { start: at(0, 1, 0, 1), block: at(1, -1), ...terms(1, 0) };

it("does to another week what made one better", () => {
  const better = { start: at(1, 0, 0, 1), block: at(2, -1), ...terms(1, 2) };
  const other = { start: at(0, 1, 1, 0), block: at(-1, 2), ...terms(1, 2), fairness: 100, touched: 3 };
  expect(merged(model, today, today, other)).toEqual(other);
  expect(merged(model, today, { ...better, block: today.block }, other)).toEqual({
    start: at(1, 0, 1, 0),
    block: at(-1, 2),
    ...terms(1, 4),
    fairness: 100,
    touched: 6,
  });
});

it("leaves another week alone where the two do not go together", () => {
  const clash = { start: at(1, 1, 0, 1), block: at(-1, -1), ...terms(2, 1) };
  expect(merged(model, today, clash, today)).toBeUndefined();
  // Both teams take the same member's period.
  const blocks = { ...today, block: at(2, -1), missing: 1 };
  expect(
    merged(model, { ...today, block: at(-1, -1) }, blocks, { ...today, block: at(-1, 2) }),
  ).toBeUndefined();
  // A member teaches in the period of the block.
  const taught = { ...today, block: at(0, -1) };
  expect(
    merged(model, { ...today, block: at(-1, -1) }, taught, { ...today, block: at(-1, -1) }),
  ).toBeUndefined();
});

it("keeps daily limits, a team's closed periods and its blocks a day in what it puts together", () => {
  const spread = school(2, 3, ["t1 g1 @ d1p1 d2p1", "t2 g1 @ d1p2", "t3 g1 @ d2p2"]);
  const teams = [{ id: "a", members: ["t1", "t2"], blocks: 2, notAt: ["d1p3"] }];
  const strict = compile({ timetable: spread, teams, rules: "clashes" });
  const now = { start: strict.today, block: at(-1, -1), ...terms(2, 0) };
  // Both lessons of one class with its teacher on one day, once on each today.
  const crowded = { start: at(0, 2, 1, 4), block: now.block, ...terms(2, 2) };
  expect(merged(strict, now, crowded, now)).toBeUndefined();
  expect(merged(strict, now, { ...now, block: at(4, -1) }, now)).toMatchObject({ missing: 1 });
  expect(merged(strict, now, { ...now, block: at(4, 5) }, now)).toBeUndefined();
  expect(merged(strict, now, { ...now, block: at(2, -1) }, now)).toBeUndefined();
});
