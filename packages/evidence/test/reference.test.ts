import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

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
