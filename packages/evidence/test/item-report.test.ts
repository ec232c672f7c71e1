import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { itemReport, type QuizResponses } from "../src/index.js";

const quiz: QuizResponses = {
  students: [
    { id: "s1", class: "7B" },
    { id: "s2", class: "7A" },
    { id: "s3", class: "7B" },
    { id: "s4", class: "7A" },
    { id: "s5", class: "7A" },
  ],
  items: [
    { id: "q1", key: "B", standard: "7.RP.1" },
    { id: "q2", key: "C", standard: "7.RP.1" },
    { id: "q3", standard: "7.NS.2", max: 3 },
  ],
  responses: [
    ["b ", "A", 3],
    ["B", "A", 0],
    ["C", null, "2"],
    ["B", "C", null],
    [null, "", null],
  ],
};
const team = unwrap(itemReport(quiz, { audience: "team" }));

describe("the team's item report", () => {
  it("counts right answers of those who answered, and keeps omitted, not reached and absent apart", () => {
    expect(team.present).toBe(4);
    expect(
      team.items.map(({ right, of, partial, wrong, omitted, notReached }) => [
        right,
        of,
        partial,
        wrong,
        omitted,
        notReached,
      ]),
    ).toEqual([
      [3, 4, 0, 1, 0, 0],
      [1, 3, 0, 2, 1, 0],
      [1, 3, 1, 1, 0, 1],
    ]);
  });

  it("names failed items hardest first and the common wrong answer", () => {
    expect(team.failed).toEqual(["q2", "q3"]);
    expect(team.items[1]!.commonWrong).toEqual({ answer: "A", count: 2 });
    expect(team.items[0]!.commonWrong).toBeUndefined();
  });

  it("says what each student missed, with the answer given", () => {
    expect(team.students[1]!.missed).toEqual([
      { item: "q2", answer: "A", points: 0 },
      { item: "q3", answer: "0", points: 0 },
    ]);
    expect(team.students[2]!.omitted).toEqual(["q2"]);
    expect(team.students[4]).toMatchObject({ present: false, of: 0, missed: [], omitted: [], standards: [] });
  });

  it("keeps classes in timetable order and never ranks them", () => {
    expect(team.classes.map((one) => [one.class, one.students, one.present])).toEqual([
      ["7B", 2, 2],
      ["7A", 3, 2],
    ]);
    expect(team.classes[0]!.items[0]).toEqual({ item: "q1", right: 1, of: 2 });
  });

  it("marks a standard with under four items as thin", () => {
    expect(team.standards.map(({ standard, thin }) => [standard, thin])).toEqual([
      ["7.RP.1", true],
      ["7.NS.2", true],
    ]);
  });
});

describe("outside the team", () => {
  it("shows no student, no class and no small group", () => {
    const report = unwrap(itemReport(quiz, { audience: "school" }));
    expect(report).toEqual({
      audience: "school",
      present: null,
      items: [
        { id: "q1", standard: "7.RP.1", right: null },
        { id: "q2", standard: "7.RP.1", right: null },
        { id: "q3", standard: "7.NS.2", right: null },
      ],
      standards: [
        { standard: "7.RP.1", thin: true, right: null },
        { standard: "7.NS.2", thin: true, right: null },
      ],
    });
  });

  it("coarsens shares so that all and none stay hidden", () => {
    const many: QuizResponses = {
      students: Array.from({ length: 24 }, (_, i) => ({ id: `s${i}`, class: "7A" })),
      items: [{ id: "q1", key: "A" }],
      responses: Array.from({ length: 24 }, () => ["A"]),
    };
    const report = unwrap(itemReport(many, { audience: "public" }));
    expect(report.present).toBe(24);
    expect(report.items[0]!.right).toEqual({ from: 90, to: 100 });
  });
});

describe("bad grids", () => {
  const codes = (change: Partial<QuizResponses>) => {
    const result = itemReport({ ...quiz, ...change }, { audience: "team" });
    return result.ok ? [] : result.issues.map(({ code, path }) => [code, ...path]);
  };
  it("reports every bad cell by place, never by value", () => {
    const responses = quiz.responses.map((row) => [...row]);
    responses[0]![2] = "three";
    responses[1]![2] = 7;
    responses[2]![2] = Number.NaN;
    expect(codes({ responses })).toEqual([
      ["not-a-score", "responses", 0, 2],
      ["score-out-of-range", "responses", 1, 2],
      ["not-a-score", "responses", 2, 2],
    ]);
  });
  it("refuses ragged rows, doubled ids, empty quizzes and a senseless maximum", () => {
    expect(codes({ responses: [["B"]] }).map(([code]) => code)).toEqual(["ragged", "ragged"]);
    expect(codes({ students: quiz.students.map(() => ({ id: "same" })) })[0]).toEqual([
      "duplicate-id",
      "students",
      1,
      "id",
    ]);
    expect(codes({ students: [], responses: [] })).toEqual([["no-students", "students"]]);
    expect(codes({ items: [{ id: "q1", max: Number.NaN }, { id: "q2" }, { id: "q3", max: 3 }] })[0]).toEqual([
      "bad-max",
      "items",
      0,
      "max",
    ]);
  });
});
