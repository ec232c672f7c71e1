import { expect, it } from "vitest";
import { madeUpNames, seededRandom } from "../src/index.js";
import { xoshiro128 } from "../src/random.js";

it("is xoshiro128**, checked against the published recurrence in exact arithmetic", () => {
  const mask = 0xffff_ffffn;
  const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  let [a, b, c, d] = [1n, 2n, 3n, 4n];
  const reference = () => {
    const result = (rotl((b * 5n) & mask, 7n) * 9n) & mask;
    const t = (b << 9n) & mask;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotl(d, 11n);
    return Number(result);
  };
  const ours = xoshiro128(Uint32Array.of(1, 2, 3, 4));
  expect([ours(), ours(), ours()]).toEqual([11520, 0, 5927040]);
  for (let skip = 0; skip < 3; skip++) reference();
  for (let draw = 0; draw < 1000; draw++) expect(ours()).toBe(reference());
});

it("draws whole numbers evenly, and different ones for neighbouring seeds", () => {
  const counts = new Array(7).fill(0);
  const random = seededRandom(42);
  for (let draw = 0; draw < 70_000; draw++) counts[random.below(7)]++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  expect(new Set(Array.from({ length: 1000 }, (_, seed) => seededRandom(seed).next())).size).toBe(1000);
});

it("has normal numbers with mean 0 and deviation 1", () => {
  const random = seededRandom(3);
  const values = Array.from({ length: 20_000 }, () => random.normal());
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
});

it("keeps a fork apart from what the parent draws", () => {
  const parent = seededRandom(9);
  parent.next();
  expect(parent.fork("people").next()).toBe(seededRandom(9).fork("people").next());
  expect(parent.fork("people").next()).not.toBe(parent.fork("rooms").next());
});

it("makes up 7,232 names before one comes again", () => {
  const draw = madeUpNames(seededRandom(1));
  const names = Array.from({ length: 7232 }, () => Object.values(draw()).join(" "));
  expect(new Set(names).size).toBe(7232);
});

it("has nothing to pick from an empty list, and picks and shuffles what there is", () => {
  const random = seededRandom(5);
  expect(() => random.pick([])).toThrow(RangeError);
  expect(random.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  expect(random.pick(["only"])).toBe("only");
  expect([random.chance(0), random.chance(1)]).toEqual([false, true]);
});
