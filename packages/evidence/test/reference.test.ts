import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { attack, cell, parseCsv, protect, publishedSet, ranks, tableOf } from "../src/index.js";

const data = process.env["COLLEGIUM_DATA"];
const verify = (...args: string[]) => {
  try {
    return execFileSync(process.execPath, ["packages/evidence/verify/evidence.mjs", ...args], {
      encoding: "utf8",
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

describe("reference cases on made-up numbers, computed by R", () => {
  it("every case within its tolerance", () => {
    expect(verify("packages/evidence/verify/r-cases.json")).toBe("126 passed, 0 failed, 0 skipped\n");
  });
  it("says which form held where a reference does not decide between two", () => {
    const ratings = [
      [1, 2, 2],
      [2, 2, 3],
      [3, 3, 3],
      [1, 1, 2],
      [2, 3, 3],
      [3, 2, 3],
    ];
    // Three scorers, six pieces: W without correction is 12 S / (3² (6³ − 6)).
    const columns = [0, 1, 2].map((r) => ranks(ratings.map((row) => row[r]!)));
    const sums = ratings.map((_, s) => columns.reduce((sum, column) => sum + column[s]!, 0));
    const squares = sums.reduce((sum, value) => sum + (value - 10.5) ** 2, 0);
    const file = join(tmpdir(), `evidence-forms-${process.pid}.json`);
    const one = {
      id: "rubric.forms",
      relTol: 1e-9,
      input: { ratings },
      expect: { kendallW: (12 * squares) / (9 * 210) },
    };
    writeFileSync(file, JSON.stringify({ cases: [one] }));
    expect(verify(file)).toBe(
      "rubric.forms: note: kendallW: not corrected for ties\n1 passed, 0 failed, 0 skipped\n",
    );
    writeFileSync(file, JSON.stringify({ cases: [{ ...one, expect: { kendallW: 0.9 } }] }));
    expect(verify(file)).toContain("0 passed, 1 failed");
  });
});

describe.skipIf(!data)("reference cases (set COLLEGIUM_DATA to run)", () => {
  const folder = join(data ?? "", "evidence");
  const csv = ["--csv", join(folder, "csv")];
  for (const file of data ? readdirSync(join(folder, "reference")) : []) {
    it(`${file}: every case within its tolerance`, () => {
      expect(verify(join(folder, "reference", file), ...csv)).toMatch(
        /^\d+ passed, 0 failed, \d+ skipped\n$/,
      );
    });
  }
  it("knows every family listed", () => {
    expect(verify(join(folder, "families.json"), ...csv)).toMatch(/^\d+ passed, 0 failed, \d+ skipped\n$/);
  });
  it("notices a wrong digit and an unknown family", () => {
    const read = JSON.parse(readFileSync(join(folder, "reference", "r2-open.json"), "utf8"));
    read.cases[0].expect.cohenD *= 1 + 1e-8;
    read.cases.push({ id: "astrology.moon", relTol: 1e-9, input: {}, expect: {} });
    const file = join(tmpdir(), `evidence-wrong-${process.pid}.json`);
    writeFileSync(file, JSON.stringify(read));
    const said = verify(file, ...csv);
    expect(said).toContain("cohenD: expected");
    expect(said).toContain("astrology.moon: unknown family");
    expect(said).toContain("1 passed, 2 failed, 0 skipped");
  });
});

describe.skipIf(!data)("160 real schools (set COLLEGIUM_DATA to run)", () => {
  const rows = data
    ? unwrap(
        parseCsv(readFileSync(join(data, "evidence", "csv", "mathachieve.csv"), "utf8"), {
          School: "text",
          Minority: "text",
          MathAch: "number",
        }),
      )
    : tableOf({});
  const schools = data
    ? [...new Set(Array.from({ length: rows.length }, (_, i) => String(cell(rows, "School", i))))]
    : [];
  const columns = ["majority low", "majority high", "minority low", "minority high"];
  const blocks = Array.from({ length: Math.ceil(schools.length / 8) }, (_, b) => {
    const names = schools.slice(8 * b, 8 * b + 8);
    const counts = names.map(() => [0, 0, 0, 0]);
    for (let i = 0; i < rows.length; i++) {
      const at = names.indexOf(String(cell(rows, "School", i)));
      const high = Number(cell(rows, "MathAch", i)) >= 15 ? 1 : 0;
      if (at >= 0) counts[at]![(cell(rows, "Minority", i) === "Yes" ? 2 : 0) + high]!++;
    }
    return unwrap(publishedSet({ name: "t", rows: names, columns, counts }));
  });
  const inner = ({ id }: { id: string }) => !id.includes('"*"');

  it("leak under primary suppression alone: a third of the hidden cells can be worked out", () => {
    const bounds = blocks.flatMap((set) => {
      const small = set.cells
        .filter((one) => inner(one) && one.count > 0 && one.count < 10)
        .map(({ id }) => id);
      return attack(set, new Set(small));
    });
    const within = (width: number) => bounds.filter(({ low, high }) => high - low < width).length;
    expect([bounds.length, within(1), within(5)]).toEqual([247, 84, 136]);
  });
  it("do not leak under ours: every hidden cell stays at least 5 wide", () => {
    const made = blocks.map((set) => unwrap(protect(set, { minimum: 10, width: 5 })));
    const widths = made.flatMap(({ exposures }) => exposures.map(({ low, high }) => high - low));
    expect(widths.length).toBeGreaterThan(247);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(5);
  });
});
