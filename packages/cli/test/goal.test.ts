import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goodSet } from "@collegium/goals";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./run.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "collegium-goal-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
const set = (goals: readonly object[] = goodSet.goals) =>
  write("set.json", { kind: "goal-set", schemaVersion: 1, id: "s", ...goodSet, goals });
const csv = () =>
  write(
    "results.csv",
    "measure,on,group,value,n,count\nquiz,2026-01-19,,0.55,120,66\nquiz,2026-01-19,ell,0.5,30,15\npoem,2026-01-19,,1,1,1\n",
  );

describe("goal lint", () => {
  it("asks three things at once, all of them with --all or as JSON", async () => {
    const poor = set([
      { ...goodSet.goals[1]!, statement: "Improve ratios", indicators: [], owner: undefined },
    ]);
    const shown = await run("goal", "lint", poor);
    expect(shown.out.match(/^ {4}.*\?$/gm)).toHaveLength(3);
    expect(shown.out).toMatch(/\d more with --all\.$/);
    const all = await run("goal", "lint", poor, "--all");
    const { findings } = JSON.parse((await run("goal", "lint", poor, "--json")).out);
    expect(all.out.match(/^ {4}.*\?$/gm)).toHaveLength(findings.length);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(["rule", "level", "path", "sentence", "fix"]);
    }
    expect((await run("goal", "lint", poor, "--lang", "es")).out).toContain("¿");
    expect((await run("goal", "lint", set())).out).toBe("Nothing to ask.");
  });
});

describe("goal progress", () => {
  it("names measure and group of every target, and the rows it did not use", async () => {
    const { code, out, err } = await run("goal", "progress", set(), "--results", csv());
    expect(code).toBe(0);
    expect(out).toContain("Common ratio quiz, English learners, 2026-05-29\n");
    expect(out).toContain("The gap was 0.12 standard deviations");
    expect(err).toContain("its rows are not used");
  });
  it("refuses a day that is none, with its place", async () => {
    const bad = write("bad.csv", "measure,on,value,n\nquiz,2026-02-30,0.5,20\n");
    const { code, err } = await run("goal", "progress", set(), "--results", bad);
    expect(code).toBe(1);
    expect(err).toContain("Expected a day as YYYY-MM-DD.");
  });
});

describe("goal export", () => {
  const exported = (...more: string[]) => run("goal", "export", set(), ...more);
  it("makes a sheet, a page, a tree and key results", async () => {
    expect((await exported("--audience", "team", "--results", csv())).out).toContain("66/120 (55 %)");
    expect((await exported("--as", "page", "--audience", "public")).out).toContain("<!doctype html>");
    expect((await exported("--as", "mermaid")).out).toMatch(/^flowchart LR/);
    expect(JSON.parse((await exported("--as", "tree")).out).nodes.length).toBeGreaterThan(4);
    expect(JSON.parse((await exported("--as", "okr")).out)[1].keyResults).toHaveLength(4);
  });
  it("asks who reads it", async () => {
    expect((await exported("--as", "page")).code).toBe(2);
    expect((await exported("--as", "page", "--audience", "everybody")).code).toBe(2);
    expect((await exported("--as", "scroll")).code).toBe(2);
  });
});
