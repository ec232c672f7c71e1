import { itemReport } from "@collegium/evidence";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  baselineFrom,
  decideGoal,
  evolveGoal,
  type GoalCommand,
  type GoalState,
  noGoal,
  pointsFrom,
  progress,
  ResultsGoal,
  resultsFromReport,
} from "../src/index.js";

const example = unwrap(ResultsGoal.create({ id: "g1", ...ResultsGoal.options.examples[0] }));
const all = { kind: "all" } as const;

describe("the results goal document", () => {
  it("reads its example and refuses each rule's bad example with that rule alone", () => {
    expect(example.indicators[0]!.measures[0]!.targets).toHaveLength(2);
    for (const rule of ResultsGoal.options.rules ?? []) {
      const result = ResultsGoal.read({
        kind: "results-goal",
        schemaVersion: 1,
        id: "g",
        ...(rule.badExample as object),
      });
      expect(result.ok, rule.name).toBe(false);
    }
  });
});

describe("a baseline from results", () => {
  const quiz = {
    students: ["a", "b", "c", "d"].map((id) => ({ id })),
    items: [
      { id: "q1", key: "A", standard: "S1" },
      { id: "q2", key: "B", standard: "S1" },
      { id: "q3", key: "C", standard: "S2" },
    ],
    responses: [
      ["A", "B", "C"],
      ["A", "B", "A"],
      ["A", "A", "A"],
      [null, null, null],
    ],
  };
  const report = unwrap(itemReport(quiz, { audience: "team" }));

  it("counts students at the cut and leaves absent ones out with a warning", () => {
    const results = resultsFromReport(report, { on: "2025-10-06" });
    const baseline = baselineFrom(results, { population: all, unit: "share", cut: 0.6 });
    expect(baseline).toMatchObject({ ok: true, value: { count: 2, n: 3, on: "2025-10-06" } });
    expect(baseline.ok && baseline.warnings.map(({ code, data }) => [code, data])).toEqual([
      ["missing-results", { count: 1 }],
    ]);
  });

  it("works for one standard and one subgroup", () => {
    const results = resultsFromReport(report, {
      on: "2025-10-06",
      standard: "S1",
      groups: { a: ["ell"], c: ["ell"] },
    });
    const population = { kind: "subgroup", group: "ell" } as const;
    expect(unwrap(baselineFrom(results, { population, unit: "share", cut: 0.7 }))).toMatchObject({
      count: 1,
      n: 2,
    });
    expect(unwrap(baselineFrom(results, { population, unit: "mean" })).value).toBeCloseTo(0.75, 12);
  });

  it("refuses what no baseline can come from", () => {
    const codes = (result: ReturnType<typeof baselineFrom>) =>
      result.ok ? [] : result.issues.map(({ code }) => code);
    expect(codes(baselineFrom([], { population: all, unit: "mean" }))).toEqual(["no-results"]);
    const bad = [{ student: "a", on: "2025-10-06", points: Number.NaN, max: 3 }];
    expect(codes(baselineFrom(bad, { population: all, unit: "share" }))).toEqual(["no-cut", "bad-points"]);
  });
});

describe("progress", () => {
  const at = (on: string, count: number, n = 120) => ({
    measure: "quiz",
    population: all,
    on,
    value: count / n,
    count,
    n,
  });
  const status = (...points: ReturnType<typeof at>[]) =>
    progress(example, points).targets.map((one) => one.status);

  it("has one entry per target and says where evidence is lacking", () => {
    expect(status()).toEqual(["not-enough-evidence", "not-enough-evidence"]);
    expect(status(at("2026-01-19", 30))).toEqual(["behind", "not-enough-evidence"]);
    expect(status(at("2026-01-19", 75))).toEqual(["on-course", "not-enough-evidence"]);
    expect(status(at("2026-01-19", 90))).toEqual(["ahead", "not-enough-evidence"]);
    expect(status(at("2026-01-19", 96))).toEqual(["reached", "not-enough-evidence"]);
  });

  it("takes points of a day from results", () => {
    const results = [
      { student: "a", on: "2026-01-19", points: 9, max: 12 },
      { student: "a", on: "2025-10-06", points: 3, max: 12 },
    ];
    const points = unwrap(pointsFrom("quiz", results, { population: all, unit: "share", cut: 0.7 }));
    expect(points.map(({ on, value }) => [on, value])).toEqual([
      ["2025-10-06", 0],
      ["2026-01-19", 1],
    ]);
  });
});

describe("a goal's stream", () => {
  const run = (commands: readonly GoalCommand[]) => {
    let state: GoalState = noGoal;
    const refused: string[] = [];
    for (const command of commands) {
      const decided = decideGoal(state, command);
      if ("code" in decided) refused.push(decided.code);
      else for (const event of decided) state = evolveGoal(state, event);
    }
    return { state, refused };
  };
  const point = { measure: "quiz", population: all, on: "2026-01-19", value: 0.6, count: 72, n: 120 };

  it("is set, gets points, is changed with a reason and closed with what was learned", () => {
    const { state, refused } = run([
      { type: "set-goal", goal: example },
      { type: "add-point", point },
      { type: "add-point", point: { ...point, value: 0.65, count: 78 } },
      { type: "change-goal", goal: { ...example, owner: "teacher-2" }, reason: "New owner after a leave." },
      { type: "close-goal", on: "2026-05-29", learned: "Number lines helped." },
    ]);
    expect(refused).toEqual([]);
    expect(state).toMatchObject({
      status: "closed",
      changes: ["New owner after a leave."],
      learned: "Number lines helped.",
    });
    expect(state.points).toEqual([{ ...point, value: 0.65, count: 78 }]);
  });

  it("refuses each wrong command with its own code", () => {
    const set: GoalCommand = { type: "set-goal", goal: example };
    expect(run([{ type: "add-point", point }]).refused).toEqual(["no-goal"]);
    expect(run([set, set]).refused).toEqual(["goal-exists"]);
    expect(run([set, { type: "change-goal", goal: { ...example, id: "g2" }, reason: "x" }]).refused).toEqual([
      "another-goal",
    ]);
    expect(run([set, { type: "change-goal", goal: example, reason: " " }]).refused).toEqual(["no-reason"]);
    expect(run([set, { type: "add-point", point: { ...point, measure: "other" } }]).refused).toEqual([
      "unknown-measure",
    ]);
    expect(run([set, { type: "add-point", point: { ...point, value: Number.NaN } }]).refused).toEqual([
      "bad-point",
    ]);
    expect(
      run([set, { type: "withdraw-point", measure: "quiz", on: "2026-01-19", reason: "Wrong day" }]).refused,
    ).toEqual(["no-point"]);
    expect(
      run([set, { type: "close-goal", on: "2026-05-29", learned: "" }, { type: "add-point", point }]).refused,
    ).toEqual(["goal-closed"]);
  });

  it("ignores an event it does not know", () => {
    expect(evolveGoal(noGoal, { type: "goal-sung", data: {} })).toBe(noGoal);
  });
});
