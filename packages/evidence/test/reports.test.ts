import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  agreementPanel,
  agreementWords,
  gapReport,
  growthReport,
  itemReport,
  itemReportWords,
  type Report,
  reportMarkdown,
} from "../src/index.js";

const quiz = {
  students: Array.from({ length: 24 }, (_, i) => ({ id: `student-${i}`, class: i % 2 ? "7B" : "7A" })),
  items: [1, 2, 3, 4].map((n) => ({ id: `q${n}`, key: "A", standard: n < 4 ? "7.RP.1" : "7.RP.2" })),
  responses: Array.from({ length: 24 }, (_, i) => [
    "A",
    i < 9 ? "A" : i < 20 ? "C" : "B",
    i < 20 ? "A" : null,
    i % 3 ? "A" : "D",
  ]),
};
const team = unwrap(itemReport(quiz, { audience: "team" }));
const text = (report: Report) => [...report.findings, ...report.warnings, report.question].join("\n");

describe("the item report in words", () => {
  it("says counts, the common wrong answer, thin standards, and ends with a question", () => {
    const report = itemReportWords(team);
    expect(report.findings.slice(0, 3)).toEqual([
      "24 of 24 students took it.",
      "q2 went worst: 9 of 24 answered right.",
      "On q2, 11 of 15 wrong answers were “C”.",
    ]);
    expect(report.warnings).toContain(
      "7.RP.1 and 7.RP.2 rest on fewer than four items: a hint about a student, not a verdict.",
    );
    expect(report.question).toBe("What were students thinking who answered “C” on q2?");
  });
  it("names no student and no class, in either language", () => {
    for (const locale of ["en", "es"] as const) {
      const markdown = reportMarkdown(itemReportWords(team, locale));
      expect(markdown).not.toMatch(/student-|7A|7B|undefined|NaN|[{}]/);
    }
  });
});

describe("the gap report", () => {
  const input = {
    measure: "Reading",
    cut: 50,
    groups: [
      { name: "English learners", scores: Array.from({ length: 30 }, (_, i) => 35 + i) },
      { name: "Other students", scores: [...Array.from({ length: 90 }, (_, i) => 40 + (i % 30)), null] },
    ],
  } as const;
  it("gives counts, the gap with its doubt, and who is missing", () => {
    const report = unwrap(gapReport(input, { audience: "team" }));
    expect(report.findings[0]).toBe("English learners: 15 of 30 students reach the cut.");
    expect(report.findings[2]).toBe(
      "The groups can hardly be told apart: Other students could lie up to 35.7 percentage points ahead, and English learners up to 3.",
    );
    expect(report.warnings[0]).toBe("Other students: 1 without a result, not counted.");
  });
  it("gives ranges outside the team, and nothing where one group is small", () => {
    const outside = unwrap(gapReport(input, { audience: "public" }));
    expect(text(outside)).not.toMatch(/\b15 of 30\b/);
    expect(outside.tables[0]!.rows[0]).toEqual(["English learners", "30", "50–60 %"]);
    const small = {
      ...input,
      groups: [{ name: "Deaf students", scores: [60, 20, 30] }, input.groups[1]],
    } as const;
    const withheld = unwrap(gapReport(small, { audience: "school" }));
    expect(withheld.findings).toEqual([]);
    expect(withheld.tables[0]!.rows.flat()).not.toContain("3");
    expect(withheld.tables[0]!.rows.flat()).not.toContain("90");
  });
  it("refuses empty groups and scores that are none", () => {
    const codes = (scores: (number | null)[]) => {
      const report = gapReport(
        { ...input, groups: [{ name: "x", scores }, input.groups[1]] },
        { audience: "team" },
      );
      return report.ok ? [] : report.issues.map(({ code }) => code);
    };
    expect(codes([null])).toEqual(["empty-group"]);
    expect(codes([Number.NaN, 3])).toEqual(["not-a-score"]);
    expect(codes([3, 3, 3])).toEqual([]);
  });
});

describe("the growth report", () => {
  const students = Array.from({ length: 12 }, (_, i) => ({
    id: `s${i}`,
    before: 190 + i,
    after: 196 + i + (i % 5),
  }));
  it("lists students for the team, and only the mean outside", () => {
    const own = unwrap(
      growthReport({ measure: "Reading", students, reliability: 0.88 }, { audience: "team" }),
    );
    expect(own.tables[0]!.rows).toHaveLength(12);
    const school = unwrap(
      growthReport({ measure: "Reading", students, reliability: null }, { audience: "school" }),
    );
    expect(school.tables).toEqual([]);
    expect(school.findings).toHaveLength(1);
    const few = unwrap(
      growthReport(
        { measure: "Reading", students: students.slice(0, 5), reliability: null },
        { audience: "public" },
      ),
    );
    expect(few.findings).toEqual([]);
  });
  it("refuses one student and a reliability that is none", () => {
    const codes = (count: number, reliability: number | null) => {
      const report = growthReport(
        { measure: "Reading", students: students.slice(0, count), reliability },
        { audience: "team" },
      );
      return report.ok ? [] : report.issues.map(({ code }) => code);
    };
    expect(codes(1, null)).toEqual(["too-few-students"]);
    expect(codes(12, 1.5)).toEqual(["bad-reliability"]);
  });
});

describe("the agreement panel", () => {
  const ratings = Array.from({ length: 30 }, (_, i) => [
    1 + (i % 4),
    1 + (i % 4),
    Math.min(4, 2 + (i % 4)),
    1 + ((i + (i % 7 === 0 ? 1 : 0)) % 4),
  ]);
  it("is the same for the same seed, and every interval holds its value", () => {
    const panel = agreementPanel(ratings, "ordinal", 1);
    expect(panel).toEqual(agreementPanel(ratings, "ordinal", 1));
    for (const { value, interval } of panel.indices) {
      expect(interval!.low).toBeLessThanOrEqual(value!);
      expect(interval!.high).toBeGreaterThanOrEqual(value!);
    }
  });
  it("says who is milder, as a matter for the rubric, and speaks Spanish", () => {
    const panel = agreementPanel(ratings, "ordinal", 1);
    expect(text(agreementWords(panel))).toContain("Scorer 3 scores higher than the others");
    expect(text(agreementWords(panel))).toContain("never for rating a colleague");
    expect(reportMarkdown(agreementWords(panel, "es"))).not.toMatch(/undefined|NaN|[{}]/);
  });
  it("gives Cohen's kappas to two scorers, and the spread on a piece against chance", () => {
    const pairs = [
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 4],
      [1, 2],
      [3, 3],
    ];
    const named = (scale: "ordinal" | "nominal", rows: number[][]) =>
      new Map(agreementPanel(rows, scale, 1).indices.map(({ name, value }) => [name, value]));
    const two = named("ordinal", pairs);
    // By hand: 4 of 6 agree, chance (2·1 + 1·3 + 2·1 + 1·1)/36 = 8/36; spread on a piece 2 · 0.5 / 6, of four levels 15/12.
    expect(two.get("cohen")).toBeCloseTo((4 / 6 - 8 / 36) / (1 - 8 / 36), 12);
    expect(two.get("rwg")).toBeCloseTo(1 - 1 / 6 / (15 / 12), 12);
    expect(two.get("cohen-weighted")!).toBeGreaterThan(two.get("cohen")!);
    expect([...named("nominal", pairs).keys()]).toEqual(["exact", "krippendorff", "cohen", "fleiss", "gwet"]);
    expect(
      named(
        "ordinal",
        pairs.map((row) => [...row, 1]),
      ).has("cohen"),
    ).toBe(false);
    expect(reportMarkdown(agreementWords(agreementPanel(pairs, "ordinal", 1), "es"))).toContain(
      "kappa de Cohen",
    );
  });
  it("stands one piece, one scorer and equal ratings", () => {
    for (const awkward of [
      [],
      [[1, 2]],
      [[1], [2]],
      [
        [3, 3],
        [3, 3],
      ],
      [[null, null]],
    ]) {
      expect(JSON.stringify(agreementPanel(awkward, "ordinal", 1))).not.toContain("NaN");
      expect(text(agreementWords(agreementPanel(awkward, "nominal", 1)))).not.toMatch(/NaN|undefined/);
    }
  });
});
