import { Timetable } from "@collegium/scheduling";
import { describe, expect, it } from "vitest";
import { changedWeeks } from "../src/changes.js";
import { type Cover, readCover } from "../src/cover.js";
import { highsSolver } from "../src/highs-solver.js";
import { loadHighs } from "../src/load-highs.js";
import { plan } from "../src/plan.js";
import { planSheet } from "../src/plan-sheet.js";
import type { PlanningProblem } from "../src/problem.js";
import { swapsOf } from "../src/swaps.js";
import { teamLimits } from "../src/team-limits.js";
import { weekWithCover } from "../src/week-with-cover.js";
import { school } from "./schools.js";

const solver = highsSolver(await loadHighs());
const solved = (problem: PlanningProblem) => plan(problem, { seed: 1, steps: 5, solver });
const team = { id: "pair", members: ["t1", "t2"], blocks: 1 };
const by = (id: string, periods: number, caps: Omit<Cover, "teachers"> = {}): Cover => ({
  teachers: [{ id, periods }],
  ...caps,
});
// t1 and t2 are never free together, and the students' day leaves no lesson anywhere else to go.
const apart = school(1, 2, ["t1 g1 @ d1p1", "t2 g2 @ d1p2", "t3 g3 @ d1p1"]);
const asked: PlanningProblem = { timetable: apart, teams: [team], rules: "clashes" };

describe("cover in a plan", () => {
  it("is never used unless the school says who covers", async () => {
    const found = await solved(asked);
    expect(found.placed).toBe(0);
    expect(found).not.toHaveProperty("covered");
  });

  it("lets a block take place while somebody free takes the lesson", async () => {
    const found = await solved({ ...asked, cover: by("t3", 1) });
    expect(found).toMatchObject({ placed: 1, moved: 0, proven: true, terms: { cover: 1 } });
    expect(found.covered).toEqual([
      { lesson: "l2", occurrence: 1, duration: 1, period: "d1p2", member: "t2", by: "t3", teams: ["pair"] },
    ]);
    expect(found.placements).toEqual(apart.placements);
  });

  it("needs a teacher who is free, at school, within the cap and beside the own periods", async () => {
    const busy = school(1, 2, ["t1 g1 @ d1p1", "t2 g2 @ d1p2", "t3 g3 @ d1p1 d1p2"]);
    const none = [
      { ...asked, timetable: busy, cover: by("t3", 2) },
      { ...asked, cover: by("t3", 0) },
      { ...asked, cover: by("t3", 1, { perMember: 0 }) },
      { ...asked, cover: by("t3", 1, { perClass: 0 }) },
      { ...asked, cover: by("t3", 1), ownPeriods: 1 },
      { ...asked, cover: by("t1", 1) },
    ];
    for (const problem of none) expect((await solved(problem)).placed).toBe(0);
  });

  it("covers a long lesson whole or not at all", async () => {
    const long = school(1, 3, ["t1 g1 @ d1p1 x2", "t2 g2 @ d1p3", "t3 g3 @ d1p3"]);
    const problem = { ...asked, timetable: long };
    const found = await solved({ ...problem, cover: by("t3", 2) });
    expect(found.covered).toMatchObject([{ lesson: "l1", duration: 2, member: "t1", by: "t3" }]);
    expect((await solved({ ...problem, cover: by("t3", 1) })).placed).toBe(0);
  });

  it("covers lessons that may not move", async () => {
    const pins = apart.lessons.map(({ id }) => ({ lesson: id }));
    expect((await solved({ ...asked, pins, cover: by("t3", 1) })).placed).toBe(1);
  });

  it("gives a member with no free period a block, and says so in the counts", async () => {
    const full = school(1, 2, ["t1 g1 @ d1p1 d1p2", "t2 g2 @ d1p2", "t3 g3 @ d1p2"]);
    const problem = { ...asked, timetable: full };
    expect(teamLimits(problem)[0]).toMatchObject({ most: 0, because: { code: "free" } });
    const covered = { ...problem, cover: by("t3", 1) };
    expect(teamLimits(covered)[0]!.most).toBe(1);
    expect(await solved(covered)).toMatchObject({ placed: 1, covered: [{ member: "t1", by: "t3" }] });
  });

  it("saves moves where cover comes after them, and is the last resort where it comes first", async () => {
    // l1 can change places with l4, which moves two periods.
    const timetable = school(1, 2, ["t1 g1 @ d1p1", "t2 g2 @ d1p2", "t4 g1 @ d1p2", "t3 g3 @ d1p2"]);
    const problem: PlanningProblem = { timetable, teams: [team], rules: "clashes", cover: by("t3", 1) };
    expect((await solved(problem)).terms).toMatchObject({ moved: 0, cover: 1 });
    const last = { ...problem, objective: { order: ["missing", "cover", "moved"] } } as const;
    expect((await solved(last)).terms).toMatchObject({ missing: 0, moved: 2, cover: 0 });
  });

  it("says which change frees whoever covers", async () => {
    // t3 can only cover l2 once his own lesson has changed places with l4.
    const timetable = school(1, 2, ["t1 g1 @ d1p1", "t2 g2 @ d1p2", "t3 g3 @ d1p2", "t4 g3 @ d1p1"]);
    const problem: PlanningProblem = { timetable, teams: [team], rules: "clashes", cover: by("t3", 1) };
    const found = await solved({ ...problem, noBlocksAt: ["d1p1"] });
    expect(found).toMatchObject({ placed: 1, moved: 2, covered: [{ lesson: "l2", by: "t3" }] });
    expect(swapsOf(problem, found)).toMatchObject([{ blocks: [{ team: "pair", period: "d1p2", with: [] }] }]);
    expect(planSheet(problem, found)).toContain("t3 takes l2 g2 (t2), for pair (with change 1)");
  });

  it("stands in the weeks of both teachers and on the sheet, in both languages", async () => {
    const problem = { ...asked, cover: by("t3", 4) };
    const found = await solved(problem);
    const { covered } = found;
    expect(changedWeeks(apart, found)).toEqual([
      { resource: "t2", kind: "teacher", periods: [{ period: "d1p2", before: ["l2"], after: [], covered }] },
      { resource: "t3", kind: "teacher", periods: [{ period: "d1p2", before: [], after: ["l2"], covered }] },
    ]);
    const weeks = planSheet(problem, found, { changes: true });
    expect(weeks).toContain("l2 g2 (t2) → free; t3 takes l2 g2 (t2)");
    expect(weeks).toContain("free → covers l2 g2 (t2)");
    expect(planSheet(problem, found, { changes: true, locale: "es" })).toContain("libre → cubre l2 g2 (t2)");
    expect(planSheet(problem, found)).toContain("Who covers what, every week: 1 period.");
    const spanish = planSheet(problem, found, { locale: "es" });
    expect(spanish).toContain("Quién cubre qué, cada semana: 1 hora.");
    expect(spanish).toContain("t3: 1 de 4 como mucho");
  });

  it("is the week that the school lives: whoever covers stands in the lesson, by an id of its own", async () => {
    const lived = weekWithCover(apart, await solved({ ...asked, cover: by("t3", 1) }));
    const [own] = lived.lessons.filter(({ id }) => !apart.lessons.some((lesson) => lesson.id === id));
    expect(own).toMatchObject({ name: "l2", duration: 1, resources: ["t3", "g2"] });
    expect(lived.placements.map(({ lesson }) => lesson)).toEqual(["l1", own!.id, "l3"]);
    expect(Timetable.read(lived).ok).toBe(true);
  });

  it("says where the file's limits count what others cover, and that nobody proved it least", async () => {
    const most = (maximum: number) => ({
      kind: "limit-busy-times",
      hard: true,
      source: "xhstt",
      resources: ["t3"],
      periodGroups: [{ periods: ["d1p1", "d1p2"] }],
      maximum,
    });
    const problem = (maximum: number): PlanningProblem => ({
      ...asked,
      timetable: { ...apart, rules: [most(maximum)] },
      cover: by("t3", 1),
    });
    const [passed, kept] = [await solved(problem(1)), await solved(problem(2))];
    expect(passed.hard).toMatchObject({ before: 0, after: 0, withCover: 1 });
    expect(kept.hard).toMatchObject({ before: 0, after: 0, withCover: 0 });
    expect(planSheet(problem(1), passed)).toContain(
      "raise the cost of the timetable's own hard rules from 0 to 1",
    );
    expect(planSheet(problem(2), kept)).toContain("cost nothing more");
    const head = planSheet(problem(2), kept).split("\n\n")[0];
    expect(head).toContain("Proven: no plan misses fewer blocks");
    expect(head).toContain(
      "Nothing is proven about how many teachers and student groups notice it and how much is covered",
    );
  });

  it("goes on from a plan with its cover", async () => {
    const problem = { ...asked, cover: by("t3", 1) };
    const found = await solved(problem);
    const again = await plan(problem, { seed: 2, steps: 0, from: found });
    expect(again.covered).toEqual(found.covered);
  });
});

describe("readCover", () => {
  it("names every fault: strangers, classes, names twice, numbers out of bounds", () => {
    const teachers = ["t3", "g1", "t99", "t3"].map((id) => ({ id, periods: 2 }));
    const refused = readCover({ teachers }, apart);
    expect(refused.ok ? [] : refused.issues.map(({ code, path }) => [code, path[1]])).toEqual([
      ["not-a-teacher", 1],
      ["unknown-teacher", 2],
      ["repeated-teacher", 3],
    ]);
    expect(readCover({ teachers: [{ id: "t3", periods: -1 }] }, apart).ok).toBe(false);
    expect(readCover({ teachers: [] }, apart).ok).toBe(false);
  });
});
