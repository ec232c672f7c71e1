import { expect, it } from "vitest";
import { plan } from "../src/plan.js";
import type { PlanningProblem } from "../src/problem.js";
import { unchanged } from "../src/report.js";
import { hardRuleCosts } from "../src/rule-costs.js";
import { teamLimits } from "../src/team-limits.js";
import { weekNames } from "../src/week-names.js";
import { fullSchool, school } from "./schools.js";

// Two classes, four teachers, one day of three periods: t1 and t2 never have a period off together.
const timetable = school(1, 3, ["t1 g1 @ d1p1 d1p2", "t2 g2 @ d1p2 d1p3", "t3 g1 @ d1p3", "t4 g2 @ d1p1"]);
const teams = [{ id: "grade", members: ["t1", "t2"], blocks: 1 }];

it("gives a team its block by swapping two lessons of one class", async () => {
  const found = await plan({ timetable, teams, rules: "clashes" }, { seed: 1, steps: 40 });
  expect(found).toMatchObject({ wanted: 1, placed: 1, moved: 2, unplaced: [] });
  expect(found.teams[0]!.blocks).toHaveLength(1);
  expect(found.moves).toHaveLength(2);
  expect(found.unchecked?.sentence).toBe("draft: rooms and unavailable times not checked");
});

it("gives the same answer for the same seed and steps", async () => {
  const once = await plan({ timetable, teams, rules: "clashes" }, { seed: 5, steps: 30 });
  const again = await plan({ timetable, teams, rules: "clashes" }, { seed: 5, steps: 30 });
  expect(JSON.stringify(again)).toBe(JSON.stringify(once));
});

it("moves nothing where the blocks are there already", async () => {
  const found = await plan(
    { timetable, teams: [{ id: "pair", members: ["t1", "t3"], blocks: 0 }], rules: "clashes" },
    { seed: 1, steps: 2 },
  );
  expect(found).toMatchObject({ wanted: 0, placed: 0, moved: 0, moves: [] });
});

it("keeps a pinned lesson where it is", async () => {
  const pins = [{ lesson: "l1" }, { lesson: "l2" }, { lesson: "l3" }];
  const found = await plan({ timetable, teams, rules: "clashes", pins }, { seed: 1, steps: 40 });
  expect(found.placed).toBe(0);
  expect(found.moved).toBe(0);
});

it.each(["clashes", "all"] as const)("lets no double run over a break, with rules %s", async (rules) => {
  // Only where the doubles of g1 change places could t1 meet t2, whose lessons stay.
  const lines = ["t1 g1 @ d1p1 x2", "t3 g1 @ d1p3 x2", "t5 g1 @ d1p5", "t2 g2 @ d1p3 d1p4 d1p5"];
  const week = school(1, 5, lines);
  const pins = [{ lesson: "l4" }];
  const open = await plan({ timetable: week, teams, rules, pins }, { seed: 1, steps: 20 });
  expect(open).toMatchObject({ placed: 1, moved: 4 });
  const breaks = [{ kind: "break-before", hard: true, source: "fet", periods: ["d1p4", "d1p5"] }];
  const parted = { ...week, rules: breaks };
  const found = await plan({ timetable: parted, teams, rules, pins }, { seed: 1, steps: 20 });
  expect(found.placed).toBe(0);
  const none = [{ ...week.placements[1]!, start: "d1p2" }];
  expect(hardRuleCosts(parted, none)).toMatchObject({ before: 1, after: 0 });
});

it("says in words what no moving of lessons can change", async () => {
  const found = await plan(
    { timetable, teams: [{ id: "grade", members: ["t1", "t3"], blocks: 1 }], rules: "clashes" },
    { seed: 1, steps: 20 },
  );
  expect(found).toMatchObject({ placed: 0, moved: 0, proven: true, bound: { missing: 1, moved: 0 } });
  expect(found.unplaced[0]!.because).toBe(
    "g1 cannot be without the team so often: its students have only 0 periods with teachers outside the team, and 1 block is wanted.",
  );
});

it("keeps the periods that teachers plan alone in", async () => {
  const found = await plan({ timetable, teams, rules: "clashes", ownPeriods: 1 }, { seed: 1, steps: 20 });
  expect(found.placed).toBe(0);
  expect(found.unplaced[0]!.because).toContain("keeps 1 to plan alone");
});

it("counts no period as shared in which a member is not at school", () => {
  const closed = { kind: "avoid-unavailable-times", hard: true, source: "school", resources: ["t1"] };
  const week = { ...timetable, rules: [{ ...closed, periods: ["d1p3"] }] };
  const pair = [{ id: "pair", members: ["t1", "t4"], blocks: 1 }];
  const problem = { timetable: week, teams: pair, rules: "all" } as const;
  expect(teamLimits(problem)[0]).toMatchObject({ now: 0, most: 0 });
  expect(teamLimits({ ...problem, rules: "clashes" })[0]).toMatchObject({ now: 1 });
});

it("leaves lessons under a hard rule that nobody can read where they are, and says that there is one", async () => {
  const rule = { hard: true, source: "fet", lessons: ["l1", "l2"] };
  const rules = [
    { ...rule, kind: "two-activities-consecutive" },
    { ...rule, kind: "students-min-hours-daily" },
  ];
  const problem = { timetable: { ...timetable, rules }, teams } as const;
  const kept = await plan({ ...problem, rules: "all" }, { seed: 1, steps: 20 });
  expect(kept.moves).toEqual([]);
  expect(kept.hard?.unread).toEqual([{ kind: "two-activities-consecutive", rules: 1 }]);
  const draft = await plan({ ...problem, rules: "clashes" }, { seed: 1, steps: 20 });
  expect(draft.moved).toBe(2);
});

it("has the blocks that are free anyway where a search had no time", () => {
  const week = school(2, 3, ["t1 g1 @ d1p1", "t2 g2 @ d1p1", "t3 g1 @ d2p1"]);
  const pair = { id: "pair", members: ["t1", "t2"], blocks: 2 };
  const other = { id: "other", members: ["t1", "t3"], blocks: 2, notAt: ["d2p3"] };
  const problem = { timetable: week, teams: [pair, other], rules: "clashes" } as const;
  const given = (more: Partial<PlanningProblem>) =>
    unchanged({ ...problem, ...more }).teams.map(({ blocks }) => blocks.join(" "));
  expect(given({})).toEqual(["d1p2 d2p1", "d1p3 d2p2"]);
  expect(given({ ownPeriods: 3 })).toEqual(["d1p2 d2p1", ""]);
  expect(given({ blocksPerDay: 2, noBlocksAt: ["d2p1"] })).toEqual(["d1p2 d1p3", "d2p2"]);
  const away = { kind: "avoid-unavailable-times", hard: true, source: "school", resources: ["t2"] };
  const closed = { ...week, rules: [{ ...away, periods: ["d1p2", "d1p3", "d2p1"] }] };
  expect(given({ timetable: closed, rules: "all" })).toEqual(["d2p2", "d1p2"]);
});

it("calls a day by its weekday in the reader's language, and any other as the school does", () => {
  const days = ["Mon", "Day_A"].map((name) => ({ id: name, name }));
  const names = weekNames({ ...school(1, 1, []), days, periods: [] }, "es");
  expect(days.map(({ id }) => names.day(id))).toEqual(["lunes", "Day A"]);
});

it("gives a full school all its blocks, where each would rather lack one member", async () => {
  const full = fullSchool(22, 16);
  const fives = [0, 6, 12, 18].map((first) => ({
    id: `from-${first}`,
    members: [0, 1, 2, 3, 4].map((i) => `t${(first + i) % 22}`),
    blocks: 3,
  }));
  const found = await plan({ timetable: full, teams: fives, rules: "clashes" }, { seed: 1, steps: 200 });
  expect(found).toMatchObject({ wanted: 12, placed: 12 });
});
