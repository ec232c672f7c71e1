import { describe, expect, it } from "vitest";
import { goodSet, lintGoal, lintGoals, lintRules, ResultsGoal } from "../src/index.js";

describe("the rules", () => {
  it("are at least 25, with names of their own, and at most five must be fixed", () => {
    expect(lintRules.length).toBeGreaterThanOrEqual(25);
    expect(new Set(lintRules.map(({ name }) => name)).size).toBe(lintRules.length);
    expect(lintRules.filter(({ level }) => level === "must-fix").length).toBeLessThanOrEqual(5);
  });

  it("ask nothing about the good set", () => {
    expect(lintGoals(goodSet).findings).toEqual([]);
  });

  for (const rule of lintRules) {
    it(`${rule.name}: asks about its bad example, as a question in English and Spanish, with a fix`, () => {
      for (const locale of ["en", "es"] as const) {
        const found = lintGoals(rule.bad(goodSet), locale).findings.filter(
          (finding) => finding.rule === rule.name,
        );
        expect(found.length).toBeGreaterThan(0);
        for (const { sentence, fix } of found) {
          expect(sentence).toContain("?");
          expect(`${sentence} ${fix}`).not.toMatch(/[{}]/);
          expect(fix.endsWith(".")).toBe(true);
        }
      }
      expect(rule.question.es).not.toBe(rule.question.en);
    });
  }
});

describe("what is shown", () => {
  it("is at most three, the most pressing first", () => {
    const goal = { ...goodSet.goals[1]!, statement: "Improve ratios", indicators: [] };
    const report = lintGoals({ goals: [{ ...goal, owner: undefined } as never] });
    expect(report.findings.length).toBeGreaterThan(3);
    expect(report.shown.map(({ level }) => level)).toEqual(["must-fix", "worth-a-talk", "worth-a-talk"]);
  });

  it("asks for each student's next step where a subgroup is too small for a percentage, and not for a target", () => {
    const { findings } = lintGoals({
      ...goodSet,
      subgroups: [...goodSet.subgroups!, { group: "deaf", name: "Deaf students", n: 4 }],
    });
    expect(findings.map(({ rule }) => rule)).toEqual(["name-each-student"]);
    expect(findings[0]!.sentence).toBe(
      "Deaf students are 4 students, too few for a percentage. What is the next step of each one?",
    );
  });
});

describe("sentences people write", () => {
  const rules = (statement: string) =>
    lintGoals({ ...goodSet, goals: [{ ...goodSet.goals[1]!, statement }] }).findings.map(({ rule }) => rule);
  const vague = [
    "Improve reading by May",
    "Students will understand fractions by June",
    "Mejorar la lectura para mayo",
    "Fomentar el amor por la lectura en junio",
    "Los estudiantes comprenden las fracciones en mayo",
  ];
  for (const statement of vague)
    it(`vague: ${statement}`, () => expect(rules(statement)).toContain("vague-verb"));
  const clear = [
    "By May 2026 96 of 120 students explain their reasoning in writing, up from 55",
    "Para mayo de 2026 el 80 % de los estudiantes resuelve problemas de razones, desde el 46 %",
    "Every student reads 100 words a minute by the end of March",
  ];
  for (const statement of clear) it(`clear: ${statement}`, () => expect(rules(statement)).toEqual([]));
  it("a grade and a year are no amount", () => {
    expect(rules("By May 2026 our grade 7 students solve ratio problems")).toEqual([
      "statement-without-amount",
    ]);
  });
});

describe("lintGoal, for files", () => {
  it("reads a single goal", () => {
    const linted = lintGoal({
      kind: "results-goal",
      schemaVersion: 1,
      id: "g1",
      ...ResultsGoal.options.examples[0],
    });
    expect(linted.ok && linted.value.findings.map(({ rule }) => rule)).toEqual([
      "serves-no-goal",
      "one-measure-only",
    ]);
  });
  it("reads a goal set in Spanish", () => {
    const linted = lintGoal({ kind: "goal-set", schemaVersion: 1, id: "s1", goals: [] }, "es");
    expect(linted).toEqual({ ok: true, value: { findings: [], shown: [] }, warnings: [] });
  });
  it("refuses what is no goal, with path and code", () => {
    const codes = (json: unknown) => {
      const linted = lintGoal(json);
      return linted.ok ? [] : linted.issues.map(({ code, path }) => [code, ...path]);
    };
    expect(codes(null)).toEqual([["wrong-kind", "kind"]]);
    expect(codes({ kind: "recipe" })).toEqual([["wrong-kind", "kind"]]);
    expect(codes({ kind: "results-goal", schemaVersion: 1, id: "g" })[0]).toEqual(["missing", "statement"]);
  });
});
