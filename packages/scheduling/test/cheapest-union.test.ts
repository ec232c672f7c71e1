import fc from "fast-check";
import { expect, it } from "vitest";
import { cheapestUnion, union } from "../src/cheapest-union.js";

const small = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }).map((items) => new Set(items));

/** Every choice of so many sets. */
function smallest(sets: readonly Set<number>[], wanted: number, start: Set<number>): number {
  let best = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 1 << sets.length; mask++) {
    const chosen = sets.filter((_, at) => mask & (1 << at));
    if (chosen.length === wanted) best = Math.min(best, union([start, ...chosen]).size);
  }
  return best;
}

it("is as small as the best of all choices, and takes as many sets as wanted", () => {
  const cases = fc.tuple(fc.array(small, { minLength: 1, maxLength: 10 }), fc.nat({ max: 10 }), small);
  fc.assert(
    fc.property(cases, ([sets, most, start]) => {
      const wanted = Math.min(most, sets.length);
      const found = cheapestUnion(sets, wanted, start)!;
      const inside = sets.filter((set) => [...set].every((item) => found.has(item))).length;
      expect(inside).toBeGreaterThanOrEqual(wanted);
      expect(found.size).toBe(smallest(sets, wanted, start));
    }),
    { numRuns: 150, seed: 1 },
  );
});

it("is exact for sixty people of whom forty must come, each kept by one lesson or two", () => {
  // Lessons 0 to 9 keep six people each, so that forty need seven lessons.
  const sets = Array.from({ length: 60 }, (_, person) => new Set([person % 10]));
  expect(cheapestUnion(sets, 40, new Set())?.size).toBe(7);
  const doubled = Array.from({ length: 30 }, (_, person) => new Set([person % 5, 5 + (person % 3)]));
  expect(cheapestUnion(doubled, 20, new Set())?.size).toBe(7);
  expect(cheapestUnion(sets, 61, new Set())).toBeUndefined();
});
