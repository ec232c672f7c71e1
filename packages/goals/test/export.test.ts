import { describe, expect, it } from "vitest";
import {
  DriverDiagram,
  edFiGoal,
  edFiProfessionalDevelopment,
  goalPage,
  goalSheet,
  goalTree,
  goodSet,
  okrView,
  treeMermaid,
} from "../src/index.js";

const goal = goodSet.goals[1]!;
const points = [
  { measure: "quiz", population: { kind: "all" } as const, on: "2026-01-19", value: 0.55, count: 66, n: 120 },
];

describe("the goal sheet", () => {
  it("shows counts before percentages, progress in words and room for next steps", () => {
    const sheet = goalSheet(goal, { audience: "team", points });
    expect(sheet).toContain(
      "| Common ratio quiz | everyone | 55/120 (46 %) | 70 % | 2026-05-29 | 66/120 (55 %) |",
    );
    expect(sheet).toContain("- **Common ratio quiz, everyone**: Students are on course");
    expect(sheet).toContain("rubric. We look again on: 2026-01-26, 2026-05-25");
    expect(sheet).toContain("## Next steps\n\n| what | who | by when |");
    expect(sheet).not.toMatch(/undefined|NaN|\{|\n\n\n/);
  });
  it("is one page of Spanish too, and stands an unfinished goal", () => {
    expect(goalSheet(goal, { audience: "team", points, locale: "es" })).toContain("punto de partida");
    expect(goalSheet({ ...goal, indicators: [] }, { audience: "team" })).not.toContain("undefined");
  });
});

describe("the page to print", () => {
  const small = {
    ...goal,
    indicators: goal.indicators.map((indicator) => ({
      ...indicator,
      measures: indicator.measures.map((measure) => ({
        ...measure,
        targets: measure.targets.map((target) =>
          target.population.kind === "subgroup" && target.baseline
            ? { ...target, baseline: { ...target.baseline, n: 6, count: 2 } }
            : target,
        ),
      })),
    })),
  };
  const questions = [1, 2, 3, 4].map((n) => ({ sentence: `Question ${n}?`, fix: "Mend it." }));
  it("holds what the sheet holds, escaped, with headers of its tables", () => {
    const page = goalPage({ ...goal, statement: 'A <b>"goal"</b>' }, { audience: "team", points, questions });
    expect(page).toContain("<h1>A &lt;b&gt;&quot;goal&quot;&lt;/b&gt;</h1>");
    expect(page).toContain("<td>55/120 (46 %)</td><td>70 %</td><td>2026-05-29</td><td>66/120 (55 %)</td>");
    expect(page).toContain("Question 3?");
    expect(page).not.toMatch(/Question 4|undefined|NaN|<script|http/);
    expect(page.match(/<table/g)!.length).toBe(page.match(/scope="col">[^<]+<\/th><\/tr>/g)!.length);
    expect(goalPage(goal, { audience: "team", locale: "es" })).toContain('<html lang="es">');
  });
  it("shows ranges outside the team, and nothing of a small group", () => {
    for (const made of [goalSheet, goalPage]) {
      const outside = made(small, { audience: "public", points, questions });
      expect(outside).toContain("between 45 and 50 %");
      expect(outside).toContain("too few to show");
      expect(outside).not.toMatch(/55\/120|2\/6|\(n = |\d+ of \d+ students|Question/);
      expect(outside).toContain("Students are on course");
    }
  });
});

describe("the goal tree", () => {
  const diagram = DriverDiagram.options.examples[0];
  const tree = goalTree(goodSet.goals, [diagram]);
  it("joins goals, measures, targets, drivers, ideas and tests in one graph", () => {
    expect(new Set(tree.nodes.map(({ id }) => id)).size).toBe(tree.nodes.length);
    const ids = new Set(tree.nodes.map(({ id }) => id));
    expect(tree.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    expect(tree.edges).toContainEqual({ from: "goal:grade-7", to: "goal:school", kind: "serves" });
    expect(tree.edges).toContainEqual({
      from: "test:grade-7/t1",
      to: "test:grade-7/t2",
      kind: "followed-by",
    });
    expect(new Set(tree.nodes.map(({ kind }) => kind)).size).toBe(8);
  });
  it("draws as Mermaid in which no text is markup", () => {
    const drawn = treeMermaid(goalTree([{ ...goal, statement: 'Say "hi" <b> #1 & more' }]));
    expect(drawn.split("\n")[0]).toBe("flowchart LR");
    expect(drawn).toContain("&quot;hi&quot; &lt;b&gt; &num;1 &amp; more");
  });
});

describe("other shapes", () => {
  it("shows targets as key results, with what cannot be known left null", () => {
    const view = okrView(goal, points);
    expect(
      view.keyResults.map(({ title, progress }) => [
        title,
        progress === null ? null : Math.round(progress * 100),
      ]),
    ).toEqual([
      ["Common ratio quiz", 38],
      ["Common ratio quiz: English learners", null],
      ["Work samples scored with the ratio rubric", null],
      ["Work samples scored with the ratio rubric: English learners", null],
    ]);
  });
  it("fills the fields of Ed-Fi", () => {
    const person = {
      personId: "604822",
      sourceSystemDescriptor: "uri://ed-fi.org/SourceSystemDescriptor#District",
    };
    expect(edFiGoal(goal, { person })).toMatchObject({
      assignmentDate: "2025-10-06",
      dueDate: "2026-05-29",
      goalTypeDescriptor: "uri://ed-fi.org/GoalTypeDescriptor#Instruction",
      completedIndicator: false,
    });
    const closed = edFiGoal(
      { ...goal, statement: "x".repeat(400) },
      { person, closed: { on: "2026-05-29", learned: "Number lines helped." } },
    );
    expect(closed.goalTitle).toHaveLength(255);
    expect(closed).toMatchObject({
      completedIndicator: true,
      completedDate: "2026-05-29",
      comments: "Number lines helped.",
    });
    const event = edFiProfessionalDevelopment(goal, {
      namespace: "uri://northfield.example",
      title: "Grade 7 team",
      offeredBy: "uri://ed-fi.org/ProfessionalDevelopmentOfferedByDescriptor#School",
      meetings: 9,
      hours: 6.5,
    });
    expect(event).toMatchObject({ multipleSession: true, required: false, totalHours: 7 });
  });
});
