import { expect, it } from "vitest";
import { compile } from "../src/compile.js";
import { report } from "../src/report.js";
import { school } from "./schools.js";

// t1 and t2 are both free in the last period of each day; two lessons of g2 could change places for nothing.
const timetable = school(2, 3, ["t1 g1 @ d1p1 d2p1", "t2 g1 @ d1p2 d2p2", "t3 g2 @ d1p1", "t4 g2 @ d2p1"]);
const teams = [{ id: "pair", members: ["t1", "t2"], blocks: 1 }];
const claim = { missing: 0, moved: 0, given: 0 };

it("takes back moves that buy nothing", () => {
  const model = compile({ timetable, teams, rules: "clashes" });
  const start = model.today.slice();
  const of = (lesson: string) =>
    model.parts.findIndex(([part]) => timetable.placements[part!]!.lesson === lesson);
  [start[of("l3")], start[of("l4")]] = [start[of("l4")]!, start[of("l3")]!];
  const found = { start, block: Int32Array.of(2), missing: 0, moved: 2 };
  expect(report(model, found, claim)).toMatchObject({ placed: 1, moved: 0, moves: [], proven: true });
});

it("leaves an unpopular period where another is free anyway", () => {
  const model = compile({ timetable, teams, rules: "clashes", unpopular: ["d1p3"] });
  const found = { start: model.today, block: Int32Array.of(2), missing: 0, moved: 0 };
  expect(report(model, found, claim).teams[0]!.blocks).toEqual(["d2p3"]);
});

it("shares what there is: two teams of one person with two free periods get one block each", async () => {
  const week = school(2, 2, ["t1 g1 @ d1p1 d2p1"]);
  const both = ["a", "b"].map((id) => ({ id, members: ["t1"], blocks: 2 }));
  const model = compile({ timetable: week, teams: both, rules: "clashes" });
  const found = { start: model.today, block: Int32Array.of(1, 3, -1, -1), missing: 2, moved: 0 };
  expect(report(model, found, claim).teams.map(({ blocks }) => blocks.length)).toEqual([1, 1]);
  const keeper = compile({
    timetable: week,
    teams: [both[0]!, { ...both[1]!, notAt: ["d1p2", "d2p2"] }],
    rules: "clashes",
  });
  expect(report(keeper, found, claim).teams.map(({ blocks }) => blocks.length)).toEqual([2, 0]);
});
