import { expect, it } from "vitest";
import { alignment, goodSet } from "../src/index.js";

it("shows whom each goal serves, who works beside it, and whether horizons nest", () => {
  const [school, team] = goodSet.goals as [(typeof goodSet.goals)[0], (typeof goodSet.goals)[0]];
  const grade6 = { ...team, id: "grade-6", parent: "school", until: "2028-01-01", alongside: ["grade-7"] };
  const found = alignment([school, team, grade6]);
  expect(
    found.map(({ serves, servedBy, beside, shared, nests }) => [serves, servedBy, beside, shared, nests]),
  ).toEqual([
    [[], ["grade-7", "grade-6"], [], [], null],
    [["school"], [], ["grade-6"], ["7.RP.2"], true],
    [["school"], [], ["grade-7"], ["7.RP.2"], false],
  ]);
});

it("follows a circle of parents once", () => {
  const [school, team] = goodSet.goals as [(typeof goodSet.goals)[0], (typeof goodSet.goals)[0]];
  const found = alignment([{ ...school, parent: "grade-7" }, team]);
  expect(found.map(({ serves }) => serves)).toEqual([
    ["grade-7", "school"],
    ["school", "grade-7"],
  ]);
});
