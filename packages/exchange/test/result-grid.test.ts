import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { readResultGrid } from "../src/index.js";

const students = [
  { id: "s1", name: "Ann Alpha", class: "7A" },
  { id: "s2", name: "Bo Beta", class: "7A" },
  { id: "s3", name: "José María Gamma", class: "7B" },
  { id: "s4", name: "Sam Delta", class: "7B" },
  { id: "s5", name: "Samuel Delta", class: "7B" },
  { id: "s6", name: "Lee Twin", class: "7A" },
  { id: "s7", name: "Lee Twin", class: "7B" },
];

describe("a pasted grid", () => {
  it("is read with key, standard and highest score", () => {
    const text =
      "Student\tQ1\tQ2\tQ3\nKey\tB\td\t\nStandard\t7.RP.1\t7.RP.1\t7.NS.2\nMax\t\t\t4\nAnn Alpha\tB\tC\t3\nBo Beta\t\tD\t2.5\n";
    const grid = unwrap(readResultGrid(text, { students }));
    expect(grid.students).toEqual([
      { id: "s1", name: "Ann Alpha", class: "7A" },
      { id: "s2", name: "Bo Beta", class: "7A" },
    ]);
    expect(grid.items).toEqual([
      { id: "Q1", key: "B", standard: "7.RP.1" },
      { id: "Q2", key: "d", standard: "7.RP.1" },
      { id: "Q3", standard: "7.NS.2", max: 4 },
    ]);
    expect(grid.responses).toEqual([
      ["B", "C", 3],
      [null, "D", 2.5],
    ]);
    expect(grid.refused).toEqual([]);
    expect(grid.questions).toEqual([]);
  });

  it("finds names in either order, without accents, and by id", () => {
    const text = 'ID,Name,Class,1,2,Total\n,"Alpha, Ann",x,1,0,1\n,gamma jose maria,x,1,1,2\nS2,,x,0,0,0\n';
    const grid = unwrap(readResultGrid(text, { students }));
    expect(grid.students.map((s) => s.id)).toEqual(["s1", "s3", "s2"]);
    expect(grid.ignored).toEqual([{ column: 6, header: "Total" }]);
  });

  it("asks about a near match, a shared name and a stranger, and never guesses", () => {
    const text = "Student\t1\nAnn Alhpa\t1\nS. Delta\t1\nLee Twin\t1\nZed Omega\t1\nB. Beta\t1\nBo Beta\t0\n";
    const grid = unwrap(readResultGrid(text, { students }));
    expect(grid.questions.map((q) => [q.row, q.code, q.candidates.map((c) => c.id)])).toEqual([
      [2, "near", ["s1"]],
      [3, "near", ["s4", "s5"]],
      [4, "several", ["s6", "s7"]],
      [5, "unknown", []],
      [6, "near", ["s2"]],
    ]);
    expect(grid.students.map((s) => s.id)).toEqual(["s2"]);
    const answers = {
      "Ann Alhpa": "s1",
      "S. Delta": "s4",
      "Lee Twin": "s7",
      "Zed Omega": null,
      "B. Beta": null,
    };
    const answered = unwrap(readResultGrid(text, { students, answers }));
    expect(answered.questions).toEqual([]);
    expect(answered.students.map((s) => s.id)).toEqual(["s1", "s4", "s7", "s2"]);
  });

  it("asks where an id and a name mean different students", () => {
    const grid = unwrap(readResultGrid("ID,Name,1\ns1,Bo Beta,1\n", { students }));
    expect(grid.questions).toMatchObject([{ code: "near", candidates: [{ id: "s1" }, { id: "s2" }] }]);
  });

  it("refuses cells and rows by place, never by value", () => {
    const text =
      "Student\tA\tB\tC\nKey\tB\t\t\nMax\t\t4\t\nAnn Alpha\tB or C\t5\t#N/A\nBo Beta\tabs\t-1\tmaybe\nAnn Alpha\tA\t1\t1\n\tA\t1\t1\n";
    const grid = unwrap(readResultGrid(text, { students }));
    expect(grid.refused.map((r) => [r.row, r.column, r.code])).toEqual([
      [6, undefined, "student-twice"],
      [7, undefined, "no-student"],
      [4, 2, "not-an-answer"],
      [4, 3, "above-maximum"],
      [4, 4, "formula-error"],
      [5, 3, "below-zero"],
      [5, 4, "not-a-score"],
    ]);
    expect(grid.responses[1]).toEqual([null, null, null]);
    expect(JSON.stringify(grid.refused)).not.toMatch(/maybe|B or C|Alpha/);
  });

  it("takes the highest score seen where none is stated, and says so", () => {
    const grid = unwrap(readResultGrid("Name;1;2\nAnn;1;10\nBo;0;7,5\n"));
    expect(grid.items).toEqual([{ id: "1" }, { id: "2", max: 10 }]);
    expect(grid.assumedMax).toEqual(["2"]);
    expect(grid.responses).toEqual([
      [1, 10],
      [0, 7.5],
    ]);
    expect(grid.students[0]).toEqual({ id: "Ann", name: "Ann" });
  });

  it.each([
    ["", "empty-grid"],
    ["Student\n Ann\n", "no-items"],
    ["Student\tQ1\tQ2\nAnn\tA\tB\nBo\tC\tD\n", "no-key"],
    ['Student\tQ1\n"Ann\t1\n', "unclosed-quote"],
  ])("refuses %j as %s", (text, code) => {
    const grid = readResultGrid(text);
    expect(!grid.ok && grid.issues[0]?.code).toBe(code);
  });
});
