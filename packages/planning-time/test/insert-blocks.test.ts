import { expect, it } from "vitest";
import { Annealer } from "../src/anneal.js";
import { compile } from "../src/compile.js";
import { BlockInserter } from "../src/insert-blocks.js";
import { LooseWeek } from "../src/loose-week.js";
import { levelsOf } from "../src/objective.js";
import { plan } from "../src/plan.js";
import { seeded } from "../src/random.js";
import { school } from "./schools.js";

// t1 has a double before the triple of t2 with g1; t3 is busy from the second period on. Only once the double and the
// triple have changed places may t1 and t3 meet, and no two lessons of unequal length make a chain.
const timetable = school(1, 5, [
  "t1 g1 @ d1p1 x2",
  "t2 g1 @ d1p3 x3",
  "t3 g2 @ d1p2",
  "t3 g3 @ d1p3",
  "t3 g4 @ d1p4",
  "t3 g5 @ d1p5",
]);
const problem = {
  timetable,
  teams: [{ id: "pair", members: ["t1", "t3"], blocks: 1 }],
  rules: "all",
} as const;

it("lets lessons of unequal length change places, which chains cannot", async () => {
  const model = compile(problem);
  const chains = new Annealer(model, seeded(1), levelsOf(undefined));
  chains.placeBlocks();
  chains.cool(100_000, 1.2, 0.25);
  chains.run(100_000);
  expect(chains.best?.missing).toBe(1);
  const found = new BlockInserter(model, seeded(1)).run(10_000, [1])!;
  expect([found.missing, found.moved, [...found.block]]).toEqual([0, 5, [0]]);
  expect([...found.start]).toEqual([3, 0, 1, 2, 3, 4]);
  expect((await plan(problem, { seed: 1, steps: 20 })).placed).toBe(1);
});

it("makes the same moves in one go and in many", () => {
  const model = compile(problem);
  const whole = new BlockInserter(model, seeded(3)).run(10_000, [1]);
  const pieces = new BlockInserter(model, seeded(3));
  let found: unknown;
  for (let i = 0; i < 10_000 && !found; i++) found = pieces.run(1, [1]);
  expect(found).toEqual(whole);
});

it("adds no block where a team can have no more, and begins again where nothing is gained", () => {
  const none = new BlockInserter(compile(problem), seeded(1));
  expect(none.run(100, [0])).toBeUndefined();
  // t4 teaches g6 in every period there is.
  const stuck = compile({
    ...problem,
    timetable: school(1, 3, ["t1 g1 @ d1p1", "t4 g6 @ d1p1,d1p2,d1p3"]),
    teams: [{ id: "pair", members: ["t1", "t4"], blocks: 1 }],
  });
  expect(new BlockInserter(stuck, seeded(1)).run(310_000, [1])).toBeUndefined();
});

it("says what is broken, and no more once it is mended", () => {
  const model = compile(problem);
  const week = new LooseWeek(model, seeded(1));
  expect(week.isWhole).toBe(true);
  week.put(week.lessons, 0);
  expect(week.isWhole).toBe(false); // t1 teaches
  week.take(0);
  expect([week.isWhole, week.price(0, 0)]).toEqual([true, 1]);
  week.put(0, 3);
  expect(week.isWhole).toBe(false); // on top of the triple
  week.set({ start: model.today, block: Int32Array.of(-1) });
  expect(week.isWhole).toBe(true);
});
