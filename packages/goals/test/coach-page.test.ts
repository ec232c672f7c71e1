import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cell, gapReport, parseCsv, reportMarkdown, tableOf } from "@collegium/evidence";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  baselineFrom,
  type GoalFields,
  goalSheet,
  lintGoals,
  pointsFrom,
  type StudentResult,
} from "../src/index.js";

const data = process.env["COLLEGIUM_DATA"];

describe.skipIf(!data)("a coach's page from real grades (set COLLEGIUM_DATA to run)", () => {
  const csv = data ? readFileSync(join(data, "education", "uci", "student-mat.csv"), "utf8") : "";
  const table = data ? unwrap(parseCsv(csv, { internet: "text", G1: "number", G2: "number" })) : tableOf({});
  const rows = Array.from({ length: table.length }, (_, row) => row);
  const groups = (row: number) => (cell(table, "internet", row) === "no" ? ["offline"] : []);
  const results = (column: string, on: string): StudentResult[] =>
    rows.map((row) => ({
      student: `s${row}`,
      on,
      points: Number(cell(table, column, row)),
      max: 20,
      groups: groups(row),
    }));
  const all = { kind: "all" } as const;
  const offline = { kind: "subgroup", group: "offline", name: "No internet at home" } as const;
  const rule = { unit: "share", cut: 0.5 } as const;
  const start = results("G1", "2025-10-06");
  const target = (id: string, population: typeof all | typeof offline) => ({
    id,
    population,
    baseline: unwrap(baselineFrom(start, { population, ...rule })),
    value: 0.75,
    by: "2026-05-29",
  });

  it("is right, honest about doubt, safe to publish, and ends in a goal without a must-fix", () => {
    const goal: GoalFields = {
      id: "math",
      statement: "By 29 May 2026 75 % of our students reach half of the points on the mathematics test.",
      level: "school",
      aim: "results",
      from: "2025-10-06",
      until: "2026-05-29",
      owner: "coach-1",
      parent: "district",
      indicators: [
        {
          id: "i1",
          text: "Solves the problems of the mathematics test",
          standards: ["Mathematics"],
          measures: [
            {
              id: "test",
              name: "Mathematics test",
              unit: "share",
              direction: "increase",
              cut: 0.5,
              given: ["2025-10-06", "2026-01-26", "2026-05-29"],
              targets: [target("all", all), target("offline", offline)],
            },
          ],
        },
      ],
    };
    const later = results("G2", "2026-01-26");
    const points = [all, offline].flatMap((population) =>
      unwrap(pointsFrom("test", later, { population, ...rule })),
    );
    const sheet = goalSheet(goal, { audience: "team", points });
    const passed = rows.filter((row) => Number(cell(table, "G2", row)) >= 10).length;
    expect(sheet).toContain(`${passed}/${rows.length} (`);
    expect(sheet).toMatch(/behind the aim line|on course|ahead|not enough evidence/);
    expect(sheet).not.toMatch(/NaN|undefined/);
    const scores = (inside: boolean) =>
      rows
        .filter((row) => groups(row).includes("offline") === inside)
        .map((row) => Number(cell(table, "G2", row)));
    const groupsOf = [
      { name: "No internet at home", scores: scores(true) },
      { name: "Internet at home", scores: scores(false) },
    ] as const;
    const page = reportMarkdown(
      unwrap(gapReport({ measure: "Mathematics", groups: groupsOf, cut: 10 }, { audience: "public" })),
    );
    expect(page).toMatch(/between \d+ and \d+ % reach the cut/);
    expect(page).not.toMatch(/\d+ of \d+ students/);
    expect(lintGoals({ goals: [goal] }).findings.filter(({ level }) => level === "must-fix")).toEqual([]);
  });
});
