import { expect, it } from "vitest";
import { landscapeOf } from "../src/landscape.js";
import { compareTerms, levelsOf, type Objective, pricesOf, shareMissing } from "../src/objective.js";

const nothing = { missing: 0, fairness: 0, moved: 0, touched: 0, cover: 0, unpopular: 0 };
const better = (objective: Objective | undefined, a: object, b: object) =>
  compareTerms(levelsOf(objective), { ...nothing, ...a }, { ...nothing, ...b }) < 0;

it("lets one missing block outweigh whatever else changes, unless the school says otherwise", () => {
  const [fewer, calmer] = [
    { moved: 400, touched: 90, unpopular: 9 },
    { missing: 1, fairness: 50 },
  ];
  expect(better(undefined, fewer, calmer)).toBe(true);
  expect(better({ order: ["moved"] }, calmer, fewer)).toBe(true);
  expect(better({ weighted: 50 }, calmer, fewer)).toBe(true);
  expect(better({ weighted: 401 }, fewer, calmer)).toBe(true);
});

it("asks the next term where the first ones are equal", () => {
  expect(better("lexicographic", { missing: 2, fairness: 50 }, { missing: 2, fairness: 100 })).toBe(true);
  expect(better({ order: ["unpopular"] }, { moved: 4 }, { moved: 4, touched: 1 })).toBe(true);
  expect(better({ weights: { touched: 3 } }, { touched: 1, missing: 9 }, { touched: 2 })).toBe(true);
  expect(better({ weighted: 50 }, { missing: 1, touched: 5 }, { moved: 50, touched: 6 })).toBe(true);
});

it("has prices that say the same as the levels", () => {
  const greatest = { missing: 4, fairness: 100, moved: 60, touched: 12, cover: 0, unpopular: 4 };
  const prices = pricesOf(levelsOf("lexicographic"), greatest);
  expect(prices.unpopular).toBe(1);
  expect(prices.touched).toBeGreaterThan(4 * prices.unpopular);
  expect(prices.moved).toBeGreaterThan(4 + 12 * prices.touched);
  expect(prices.missing).toBeGreaterThan(100 * prices.fairness + 60 * prices.moved);
  expect(pricesOf(levelsOf({ weighted: 50 }), { ...greatest, touched: 0, unpopular: 0 })).toMatchObject({
    missing: 50 * 101,
    moved: 101,
  });
});

it("counts a team's lack in whole percent, so that different shares differ", () => {
  expect([shareMissing(0, 3), shareMissing(1, 3), shareMissing(2, 3), shareMissing(3, 3)]).toEqual([
    0, 34, 67, 100,
  ]);
  expect(shareMissing(0, 0)).toBe(0);
});

it("makes a landscape in which a usual chain costs about the same, and counts people only where they matter", () => {
  const usual = landscapeOf(levelsOf("lexicographic"));
  expect(usual).toMatchObject({ moved: 1, missing: 50, touched: 0 });
  expect(landscapeOf(levelsOf({ weights: { missing: 50, moved: 30, touched: 1 } })).touched).toBe(0);
  const people = landscapeOf(levelsOf({ order: ["missing", "touched"] }));
  expect(people.missing).toBe(50);
  expect(people.moved + 2 * people.touched).toBeCloseTo(1);
  expect(landscapeOf(levelsOf({ order: ["moved"] })).missing).toBeLessThan(1);
});
