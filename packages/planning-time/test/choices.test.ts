import { expect, it } from "vitest";
import { alternatives, priceList, type Search } from "../src/choices.js";
import { plan } from "../src/plan.js";
import { swapsOf } from "../src/swaps.js";
import { school } from "./schools.js";

const timetable = school(2, 3, [
  "t1 g1 @ d1p1 d1p2 d2p1 d2p2",
  "t2 g2 @ d1p2 d1p3 d2p2 d2p3",
  "t3 g1 @ d1p3 d2p3",
  "t4 g2 @ d1p1 d2p1",
]);
const teams = [{ id: "grade", members: ["t1", "t2"], blocks: 1 }];
const search: Search = (asked, from) => plan(asked, { seed: 1, steps: 40, ...(from && { from }) });
const problem = { timetable, teams, rules: "clashes" } as const;

it("groups moves into swaps and says what each buys", async () => {
  const twice = { ...problem, teams: [{ ...teams[0]!, blocks: 2 }] };
  const found = await plan(twice, { seed: 1, steps: 40 });
  const swaps = swapsOf(twice, found);
  expect(swaps.map((swap) => swap.moves.length)).toEqual([2, 2]);
  expect(swaps.flatMap((swap) => swap.blocks)).toHaveLength(2);
});

it("knows what one block more and one less cost", async () => {
  const found = await plan(problem, { seed: 1, steps: 40 });
  expect(await priceList(problem, found, search)).toEqual([{ team: "grade", less: 2, more: 2 }]);
});

it("says the price of a block in moved periods, also where the school would rather move nothing", async () => {
  const calm = { ...problem, objective: { order: ["moved" as const] } };
  const found = await plan(calm, { seed: 1, steps: 40 });
  expect(found).toMatchObject({ placed: 0, moved: 0 });
  expect(await priceList(calm, found, search)).toEqual([{ team: "grade", less: 0, more: 2 }]);
});

it("offers plans that differ in their times or in the lessons they move", async () => {
  const found = await plan(problem, { seed: 1, steps: 40 });
  const others = await alternatives(problem, found, 2, search);
  expect(others.map(({ how }) => how)).toEqual(["times", "lessons"]);
  expect(others[0]!.shared.blocks).toBe(0);
  const held = others[1]!.problem.pins!;
  const moved = others[1]!.plan.moves.map(({ lesson, from }) => `${lesson} ${from}`);
  expect(held.length).toBeGreaterThan(0);
  for (const { lesson, at } of held) expect(moved).not.toContain(`${lesson} ${at}`);
});

it("goes on from the last plan after a pin", async () => {
  const first = await plan(problem, { seed: 1, steps: 40 });
  const move = first.moves[0]!;
  const pins = [{ lesson: move.lesson, at: move.from }];
  const next = await plan({ ...problem, pins }, { seed: 1, steps: 40, from: first });
  expect(next.placed).toBe(1);
  expect(next.moves.some(({ lesson, from }) => lesson === move.lesson && from === move.from)).toBe(false);
});
