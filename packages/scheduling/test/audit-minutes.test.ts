import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { auditMinutes, distributionOf, type MinutesOptions } from "../src/index.js";
import { timetable } from "./timetables.js";

// a and b: free together d1-3, d2-2, d2-3 (a stretch of two), d3-1; own meeting d3-2; a is booked twice in d3-3.
const table = timetable({
  days: 3,
  perDay: 3,
  teachers: ["a", "b", "c"],
  lessons: [
    ["l1", ["a"], ["d1-1", "d2-1", "d3-3"]],
    ["l2", ["b"], ["d1-2"]],
    ["own", ["a", "b"], ["d3-2", "d3-3"], { kind: "meeting" }],
  ],
});
const teams = [{ id: "ab", name: "A and B", members: ["a", "b"], source: "file" as const }];
const audit = (options: MinutesOptions) =>
  unwrap(auditMinutes(table, teams, { minutesPerPeriod: 40, ...options }));

describe("a team's minutes", () => {
  it("are scheduled, protected, common and usable, four different things", () => {
    expect(audit({ target: 300 }).teams).toEqual([
      { id: "ab", name: "A and B", scheduled: 80, protected: 40, common: 160, usable: 200, missing: 100 },
    ]);
  });

  it("are not usable in stretches that are too short", () => {
    expect(audit({ shortest: 60 }).teams[0]).toMatchObject({ common: 160, usable: 40 + 80 });
    expect(audit({ shortest: 90 }).teams[0]).toMatchObject({ common: 160, usable: 40 });
  });

  it("leave every member the minutes of the contract", () => {
    // a is free in 5 periods: 200 minutes; 120 protected leave 80 to share.
    expect(audit({ ownMinutes: 120 }).teams[0]?.usable).toBe(40 + 80);
    expect(audit({ ownMinutes: 200 }).teams[0]?.usable).toBe(40);
    expect(audit({ ownMinutes: 500 }).teams[0]?.usable).toBe(40);
  });
});

it("does not take a part-timer's hours away from school for free time", () => {
  const present = { a: ["d1-1", "d1-2", "d1-3", "d2-1", "d2-2"] };
  const { teams: found, teachers } = audit({ present });
  // Of d1-3, d2-2, d2-3 and d3-1 the last two are left out; the meeting stays scheduled.
  expect(found[0]).toMatchObject({ scheduled: 80, protected: 40, common: 80, usable: 40 + 80 });
  expect(teachers.find(({ id }) => id === "a")?.free).toBe(3 * 40);
  expect(audit({ present: { a: [] } }).teams[0]).toMatchObject({ common: 0, usable: 40 });
});

describe("a school's minutes", () => {
  it("are spread over teachers, those in no team with nothing", () => {
    const { teachers, acrossTeachers, teachersWithoutTeam } = audit({});
    expect(teachers.map(({ id, shared }) => [id, shared])).toEqual([
      ["a", 200],
      ["b", 200],
      ["c", 0],
    ]);
    expect(acrossTeachers).toMatchObject({ n: 3, least: 0, median: 200, most: 200 });
    expect(teachersWithoutTeam).toBe(1);
  });

  it("count a period once for a teacher of two teams, and see the contract broken by their sum", () => {
    const both = [...teams, { id: "ac", members: ["a", "c"], source: "file" as const }];
    const { teachers, teachersBelowContract } = unwrap(
      auditMinutes(table, both, { minutesPerPeriod: 40, ownMinutes: 120 }),
    );
    // Each team leaves a 120 minutes; together they take d1-2, d1-3 and d2-2.
    expect(teachers[0]).toEqual({ id: "a", free: 200, shared: 160, own: 80, belowContract: true });
    expect(teachersBelowContract).toBe(1);
  });

  it("stand beside the national figure with what must be said about it", () => {
    const { comparison } = audit({});
    expect(comparison.meanHours).toBeCloseTo(400 / 3 / 60, 10);
    expect(comparison.overThreeHours).toBeCloseTo(2 / 3, 10);
    expect(comparison.caveats.map(({ code }) => code)).toEqual(["self-report", "mean-only", "same-question"]);
  });
});

it("takes lengths from the bells, and refuses a timetable without them", () => {
  const bells = {
    ...table,
    periods: table.periods.map((period, at) => ({ ...period, start: 500, end: 530 + at })),
  };
  expect(unwrap(auditMinutes(bells, teams)).teams[0]?.scheduled).toBe(37 + 38);
  const refused = auditMinutes(table, teams);
  expect(refused.ok || refused.issues.map(({ code }) => code)).toEqual(["unknown-minutes"]);
});

it("knows a distribution's quartiles by linear interpolation, as R's type 7", () => {
  expect(distributionOf([1, 2, 3, 4, 10])).toEqual({
    n: 5,
    least: 1,
    lowerQuartile: 2,
    median: 3,
    upperQuartile: 4,
    most: 10,
    mean: 4,
  });
  expect(distributionOf([1, 2, 3, 4])).toMatchObject({ lowerQuartile: 1.75, upperQuartile: 3.25 });
  expect(distributionOf([])).toBeNull();
});
