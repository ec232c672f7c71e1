import { expect, it } from "vitest";
import { compile } from "../src/compile.js";
import { seeded } from "../src/random.js";
import { Regions } from "../src/regions.js";
import { school } from "./schools.js";

// Ten classes of ten lessons; each teacher is with two of them.
const days = [1, 2, 3, 4, 5];
const at = (half: number) =>
  days.flatMap((d) => [`d${d}p${2 * half + 1}`, `d${d}p${2 * half + 2}`]).join(" ");
const lessons = Array.from({ length: 5 }, (_, t) => [
  `t${t} g${2 * t} @ ${at(0)}`,
  `t${t} g${2 * t + 1} @ ${at(1)}`,
]).flat();
const teams = [{ id: "pair", members: ["t0", "t1"], blocks: 1 }];
const model = compile({ timetable: school(5, 4, lessons), teams, rules: "clashes" });
const block = Int32Array.of(-1);
const week = {
  start: model.today,
  block,
  missing: 1,
  fairness: 1,
  moved: 0,
  touched: 0,
  cover: 0,
  unpopular: 0,
};
const classOf = (o: number) =>
  [...model.kinds[model.kindOf[o]!]!.resources]
    .map((r) => model.resourceIds[r]!)
    .find((id) => id[0] === "g")!;

it("frees whole classes while all blocks stand, fewer after the solver had too many", () => {
  const regions = new Regions(model, seeded(1));
  const { free, teams } = regions.ofClasses(week);
  expect(teams.size).toBe(0);
  expect(free.reduce((sum, one) => sum + one, 0)).toBe(100);
  regions.shrink(undefined);
  const fewer = regions.ofClasses(week).free;
  const freed = new Set([...fewer.keys()].filter((o) => fewer[o] === 1).map(classOf));
  const kept = new Set([...fewer.keys()].filter((o) => fewer[o] === 0).map(classOf));
  expect(freed.size).toBe(8);
  expect([...freed].filter((id) => kept.has(id))).toEqual([]);
  regions.grow();
  expect(regions.ofClasses(week).free.every((one) => one === 1)).toBe(true);
});

it("frees every lesson of a team's members around the team", () => {
  const { free, teams } = new Regions(model, seeded(2)).aroundTeam(week, 0);
  expect([...teams]).toEqual([0]);
  const members = new Set(["g0", "g1", "g2", "g3"]);
  expect([...free.keys()].filter((o) => members.has(classOf(o)) && free[o] === 0)).toEqual([]);
});
