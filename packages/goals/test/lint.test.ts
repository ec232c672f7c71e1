import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type GoalFields,
  goodSet,
  type LintSet,
  lintGoal,
  lintGoals,
  lintRules,
  ResultsGoal,
  type Target,
} from "../src/index.js";

describe("the rules", () => {
  it("are at least 25, with names of their own, and at most five must be fixed", () => {
    expect(lintRules.length).toBeGreaterThanOrEqual(25);
    expect(new Set(lintRules.map(({ name }) => name)).size).toBe(lintRules.length);
    expect(lintRules.filter(({ level }) => level === "must-fix").length).toBeLessThanOrEqual(5);
  });

  it("stand in the readme by level", () => {
    const readme = readFileSync("packages/goals/README.md", "utf8");
    const levels = { "must-fix": "must fix", "worth-a-talk": "worth a talk", note: "note" } as const;
    for (const [level, name] of Object.entries(levels)) {
      const names = lintRules.filter((rule) => rule.level === level).map((rule) => rule.name);
      expect(readme).toContain(`| ${name} | ${names.join(", ")} |`);
    }
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
    "By May 2026 80 % of our students understand fractions, up from 46 %",
    "Students gain an understanding of ratios",
    "Build a love of reading by June",
    "Raise awareness of bullying",
    "Develop number sense",
    "Students grasp ratios by May",
    "Increase student engagement",
    "Students know their times tables",
    "Students will be exposed to poetry",
    "Become lifelong learners",
    "Internalize the writing process",
    "Mejorar la lectura para mayo",
    "Fomentar el amor por la lectura en junio",
    "Los estudiantes comprenden las fracciones en mayo",
    "Los estudiantes entenderán las fracciones",
    "Los alumnos aprenderán sobre fracciones",
    "Desarrollar el sentido numérico",
    "Que los estudiantes sepan leer",
    "Concienciar sobre el acoso",
    "Reforzar la lectura",
    "Los estudiantes conocerán las tablas",
    "Sensibilizar a las familias",
  ];
  for (const statement of vague)
    it(`vague: ${statement}`, () => expect(rules(statement)).toContain("vague-verb"));
  const clear = [
    "By May 2026 96 of 120 students explain their reasoning in writing, up from 55",
    "Para mayo de 2026 el 80 % de los estudiantes resuelve problemas de razones, desde el 46 %",
    "Every student reads 100 words a minute by the end of March",
    "Improve from 46 % to 70 % on the common quiz by May",
    "80 % of our students find place value of decimals in nine weeks",
    "El 80 % de los estudiantes explica el valor posicional al final del curso",
    "El 75 % de los estudiantes calcula potencias dentro de ocho semanas",
  ];
  for (const statement of clear) it(`clear: ${statement}`, () => expect(rules(statement)).toEqual([]));
  it("a grade and a year are no amount", () => {
    expect(rules("By May 2026 our grade 7 students solve ratio problems")).toEqual([
      "statement-without-amount",
    ]);
  });
});

describe("goals that try to pass", () => {
  const [school, team] = goodSet.goals as [GoalFields, GoalFields];
  const names = (change: (goal: GoalFields) => GoalFields, rest: Partial<LintSet> = {}) =>
    lintGoals({ ...goodSet, ...rest, goals: [school, change(team)] }).findings.map(({ rule }) => rule);
  const onQuiz = (change: (targets: Target[]) => Target[]) => (goal: GoalFields) => ({
    ...goal,
    indicators: goal.indicators.map((indicator) => ({
      ...indicator,
      measures: indicator.measures.map((one, m) =>
        m === 0 ? { ...one, targets: change(one.targets) } : one,
      ),
    })),
  });

  it("an activity of adults with a measure is still no learner outcome", () => {
    expect(
      names((goal) => ({ ...goal, statement: "Implement the new program in all 4 classrooms by May 2026" })),
    ).toEqual(["no-learner-outcome"]);
    expect(
      names((goal) => ({ ...goal, statement: "Capacitar a los 12 docentes en lectura antes de mayo" })),
    ).toEqual(["no-learner-outcome"]);
  });
  it("a new test or program in the sentence is no activity", () => {
    const clear = [
      "By May 2026 80 % reach proficiency on the newly adopted test, up from 46 %",
      "80 % of our students use models to solve ratio problems by May, up from 46 %",
      "Use of double number lines by students rises from 12 to 90 of 120 by May",
    ];
    for (const statement of clear)
      expect(
        names((goal) => ({ ...goal, statement })),
        statement,
      ).toEqual([]);
    const adults = [
      "By May 2026 we will adopt the new book in all 4 classrooms",
      "Antes de mayo los docentes implementarán el programa en 4 aulas",
      "All teachers attend 3 workshops by May",
    ];
    for (const statement of adults)
      expect(
        names((goal) => ({ ...goal, statement })),
        statement,
      ).toEqual(["no-learner-outcome"]);
  });
  it("a lower target for a subgroup does not hide behind another day", () => {
    const later = onQuiz(([all, ell]) => [all!, { ...ell!, value: 0.5, by: "2026-05-22" }]);
    expect(names(later)).toContain("lower-target-for-subgroup");
    const step = onQuiz(([all, ell]) => [all!, { ...ell!, id: "step", value: 0.5, by: "2026-01-19" }, ell!]);
    expect(names(step)).not.toContain("lower-target-for-subgroup");
  });
  it("a small subgroup only a target names gets its students' next steps", () => {
    const tiny = onQuiz(([all, ell]) => [
      all!,
      {
        ...ell!,
        population: { kind: "subgroup", group: "deaf", name: "Deaf students" },
        baseline: { value: 0.25, n: 4, on: "2025-10-06" },
      },
      ell!,
    ]);
    expect(names(tiny)).toEqual(["name-each-student"]);
  });
  it("a baseline below a newer result is picked", () => {
    const point = (on: string, value: number) => ({
      measure: "quiz",
      population: { kind: "all" } as const,
      on,
      value,
      n: 120,
    });
    const picked = (on: string, value: number) => names((goal) => goal, { history: [point(on, value)] });
    expect(picked("2025-09-01", 0.62)).toEqual([]);
    const before = onQuiz(([all, ell]) => [
      { ...all!, baseline: { ...all!.baseline!, on: "2025-09-01" } },
      ell!,
    ]);
    expect(names(before, { history: [point("2025-10-01", 0.62)] })).toEqual(["cherry-picked-baseline"]);
    expect(names(before, { history: [point("2025-10-01", 0.5)] })).toEqual([]);
  });
  it("six goals without outcome are one question, with room for two others", () => {
    const goals = [1, 2, 3, 4, 5, 6].map((n) => ({ ...team, id: `g${n}`, indicators: [] }));
    expect(lintGoals({ ...goodSet, goals: [school, ...goals] }).shown.map(({ rule }) => rule)).toEqual([
      "no-learner-outcome",
      "no-learner-outcome",
      "too-many-goals",
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
