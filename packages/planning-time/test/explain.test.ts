import { expect, it } from "vitest";
import { plan } from "../src/plan.js";
import { sayReason } from "../src/reason-texts.js";
import { schoolLimit, teamLimits } from "../src/team-limits.js";
import { school } from "./schools.js";

it("counts the teachers that students leave: two classes, three teachers, so two can never plan at once", async () => {
  const timetable = school(1, 2, ["t1 g1 @ d1p1", "t3 g1 @ d1p2", "t3 g2 @ d1p1", "t2 g2 @ d1p2"]);
  const teams = [{ id: "pair", members: ["t1", "t2"], blocks: 1 }];
  const problem = { timetable, teams, rules: "clashes" } as const;
  expect(teamLimits(problem)).toMatchObject([{ most: 0, because: { code: "teachers" }, shared: [] }]);
  const found = await plan(problem, { seed: 1, steps: 5 });
  expect(found).toMatchObject({ placed: 0, proven: true, bound: { missing: 1 } });
  expect(found.unplaced[0]!.because).toBe(
    "It takes 2 teachers at once. With every student in a lesson, the school can spare so many in periods for only 0 blocks a week, and 1 is wanted.",
  );
  expect(sayReason(found.unplaced[0]!.reason, "es")).toMatch(/^Ocupa a 2 docentes a la vez\./);
  // Co-taught by two classes, one lesson needs one teacher: then both are left.
  const joint = school(1, 2, ["t1 g1 @ d1p1", "t3 g1 g2 @ d1p2", "t2 g2 @ d1p1"]);
  expect(teamLimits({ ...problem, timetable: joint })[0]).toMatchObject({ most: 1 });
});

it("counts for all teams together where each of them could have its blocks", async () => {
  // Four teachers teach two classes in two periods each: two of them are left at any time, for one team.
  const timetable = school(1, 2, [
    "t1 g1 @ d1p1",
    "t2 g2 @ d1p1",
    "t3 g1 @ d1p2",
    "t4 g2 @ d1p2",
    "t5 g3 @ d1p1",
  ]);
  const pair = (id: string, ...members: string[]) => ({ id, members, blocks: 1 });
  const teams = [pair("a", "t1", "t2"), pair("b", "t3", "t4"), pair("c", "t5", "t1")];
  const problem = { timetable, teams, rules: "clashes" } as const;
  expect(teamLimits(problem).map(({ most }) => most)).toEqual([1, 1, 1]);
  expect(schoolLimit(problem)).toEqual({ code: "school", values: { sum: 6, left: 4, n: 1 } });
  expect(schoolLimit({ ...problem, teams: teams.slice(0, 2) })).toBeUndefined();
  const found = await plan(problem, { seed: 1, steps: 20 });
  expect(found).toMatchObject({ placed: 2, bound: { missing: 1, moved: 0 }, proven: true });
  expect(found.unplaced[0]!.because).toContain(
    "can spare only 4 that fit them, so at least 1 block is missing",
  );
  expect(sayReason(found.unplaced[0]!.reason, "es")).toContain("falta al menos 1 bloque");
});
