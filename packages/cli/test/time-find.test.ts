import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "./run.js";

let folder: string;
let school: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "collegium-find-"));
  school = join(folder, "school.xml");
  await run("demo", "school", "--seed", "1", "--out", school);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const find = (...args: string[]) => run("time", "find", "--timetable", school, ...args);

it("shows a team's week and every time it has, best first", async () => {
  const { code, out } = await find("--team", "grade-6");
  expect(code).toBe(0);
  expect(out).toMatch(/Monday\s+Tuesday/);
  expect(out).toMatch(/\n1 time, best first:\n {2}\w+day, period \d: all 5 can come\.$/);
});

it("says what stands in the way where there is no time", async () => {
  const { code, out } = await find("--team", "grade-7");
  expect(code).toBe(0);
  expect(out).toMatch(
    /No time\. What stands in the way, least first:\n {2}Only one lesson, \w+day, period \d, stands/,
  );
});

it("answers in JSON, with a quorum, a length and own periods", async () => {
  const { out } = await find("--optional", "t01,t02,t03", "--quorum", "2", "--periods", "2", "--json");
  const { times } = JSON.parse(out);
  expect(times.length).toBeGreaterThan(0);
  for (const { periods, attending } of times) {
    expect([periods.length, attending.length >= 2]).toEqual([2, true]);
  }
  const strict = JSON.parse((await find("--people", "t01", "--own", "30", "--json")).out);
  expect(strict.times).toEqual([]);
});

it.each([
  [["--team", "nobody"], 2, /no team/],
  [[], 2, /--team, --people or --optional/],
  [["--people", "zz"], 1, /not in the timetable/],
  [["--people", "t01", "--quorum", "3"], 1, /quorum/],
] as const)("refuses %j with exit code %i and a sentence", async (args, wanted, says) => {
  const { code, out, err } = await find(...args);
  expect([code, out]).toEqual([wanted, ""]);
  expect(err).toMatch(says);
});
