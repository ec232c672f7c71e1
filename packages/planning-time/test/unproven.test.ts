import { expect, it } from "vitest";
import { planSheet } from "../src/plan-sheet.js";
import { unprovenTerms } from "../src/unproven.js";
import { school } from "./schools.js";

const none = { missing: 0, fairness: 0, moved: 0, touched: 0, cover: 0, unpopular: 0 };
const teams = [2, 4].map((wanted, i) => ({ id: `team-${i}`, members: ["t1"], wanted, blocks: [] }));

it("names no term that is 0, and none whose bound is reached", () => {
  const proven = { proven: true, bound: { missing: 0, moved: 6 }, teams };
  expect(unprovenTerms({ ...proven, terms: { ...none, moved: 6 } })).toEqual([]);
  expect(unprovenTerms({ ...proven, terms: { ...none, moved: 6, touched: 4, unpopular: 1 } })).toEqual([
    "touched",
    "unpopular",
  ]);
});

it("names moved periods and missing blocks that other plans may have fewer of", () => {
  const open = { proven: false, bound: { missing: 0, moved: 3 }, teams };
  expect(
    unprovenTerms({ ...open, terms: { ...none, missing: 1, fairness: 25, moved: 4, cover: 2 } }),
  ).toEqual(["missing", "fairness", "moved", "cover"]);
});

it("takes missing blocks as shared evenly where no share can be smaller", () => {
  // Of one missing block the larger team loses a quarter, the smaller one half.
  const bound = { missing: 1, moved: 0 };
  const share = (fairness: number) =>
    unprovenTerms({ proven: true, bound, teams, terms: { ...none, missing: 1, fairness } });
  expect(share(25)).toEqual([]);
  expect(share(50)).toEqual(["fairness"]);
});

it("is said on the sheet below what is proven, in both languages", () => {
  const timetable = school(1, 2, ["t1 g1 @ d1p1"]);
  const plan = {
    rules: "clashes",
    checked: [],
    wanted: 1,
    placed: 1,
    moved: 2,
    terms: { ...none, moved: 2, touched: 3, unpopular: 1 },
    bound: { missing: 0, moved: 2 },
    proven: true,
    teams: [{ id: "pair", members: ["t1"], wanted: 1, blocks: ["d1p2"] }],
    moves: [],
    unplaced: [],
    placements: timetable.placements,
  } as const;
  const problem = {
    timetable,
    teams: [{ id: "pair", members: ["t1"], blocks: 1 }],
    rules: "clashes",
  } as const;
  expect(planSheet(problem, plan).split("\n").slice(1, 3)).toEqual([
    "Proven: no plan misses fewer blocks, and none that misses as few moves less.",
    "Nothing is proven about how many teachers and student groups notice it and how many blocks are in periods to avoid; less may be possible.",
  ]);
  expect(planSheet(problem, plan, { locale: "es" })).toContain(
    "Nada está demostrado sobre cuántos docentes y grupos",
  );
});
