import { itemReport } from "@collegium/evidence";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { draftGoal, lintGoals, ResultsGoal } from "../src/index.js";

const students = Array.from({ length: 24 }, (_, i) => ({ id: `s${i}` }));
const quiz = {
  students,
  items: Array.from({ length: 8 }, (_, i) => ({
    id: `q${i}`,
    key: "A",
    standard: i < 4 ? "7.RP.1" : "7.NS.1",
  })),
  // 10 students all right, 8 with two of four in 7.RP.1, 6 with none; 7.NS.1 all right.
  responses: students.map((_, s) =>
    Array.from({ length: 8 }, (_, i) => (i >= 4 || s < 10 || (s < 18 && i < 2) ? "A" : "B")),
  ),
};
const report = unwrap(itemReport(quiz, { audience: "team" }));
const options = {
  id: "g",
  measure: "the ratio quiz",
  on: "2025-10-06",
  again: ["2025-11-17", "2026-01-26"],
  owner: "teacher-1",
  team: "grade-7",
} as const;

describe("a goal drafted from a quiz", () => {
  const draft = unwrap(
    draftGoal(report, {
      ...options,
      subgroups: [
        {
          group: "ell",
          name: "English learners",
          n: 12,
          students: students.slice(8, 20).map(({ id }) => id),
        },
        { group: "deaf", name: "Deaf students", n: 2, students: ["s1", "s2"] },
      ],
    }),
  );
  it("takes the weakest standard, its baseline, and the same target for every large enough group", () => {
    expect(draft.statement).toBe(
      "By 2026-01-26 46 % of our students, up from 42 %, reach 7.RP.1 on the ratio quiz.",
    );
    const { targets } = draft.indicators[0]!.measures[0]!;
    expect(targets.map(({ id, value, baseline }) => [id, value, baseline?.count, baseline?.n])).toEqual([
      ["t-all", 0.46, 10, 24],
      ["t-ell", 0.46, 2, 12],
    ]);
  });
  it("is a valid document of which the linter asks only small things", () => {
    expect(ResultsGoal.create(draft).ok).toBe(true);
    const asked = lintGoals({ goals: [draft] }).findings;
    expect(asked.filter(({ level }) => level === "must-fix")).toEqual([]);
  });
  it("counts students near the cut into the target", () => {
    const near = {
      ...quiz,
      responses: students.map((_, s) =>
        Array.from({ length: 8 }, (_, i) => (i >= 4 || s < 10 || (s < 18 && i < 3) ? "A" : "B")),
      ),
    };
    const closer = unwrap(
      draftGoal(unwrap(itemReport(near, { audience: "team" })), { ...options, cut: 0.8 }),
    );
    expect(closer.indicators[0]!.measures[0]!.targets[0]!.value).toBe(0.75);
  });
  it("works on the standard asked for, in Spanish, and says when there is none", () => {
    expect(unwrap(draftGoal(report, { ...options, standard: "7.NS.1", locale: "es" })).statement).toBe(
      "Para el 2026-01-26 100 % de nuestros estudiantes, desde 100 %, alcanzan 7.NS.1 en the ratio quiz.",
    );
    expect(draftGoal(report, { ...options, standard: "9.X" })).toMatchObject({
      ok: false,
      issues: [{ code: "no-standard" }],
    });
  });
});
