import { expect, it } from "vitest";
import { auditTime, findTeams } from "../src/index.js";
import { timetable } from "./timetables.js";

const table = timetable({
  days: 3,
  perDay: 3,
  teachers: ["a", "b", "c"],
  lessons: [
    ["l1", ["a"], ["d1-1", "d1-2", "d2-1", "d3-1", "d3-3"]],
    ["l2", ["b"], ["d1-1", "d2-1", "d3-2"]],
    ["own", ["a", "b"], ["d3-1"], { kind: "meeting" }],
    ["all", ["a", "b", "c"], ["d2-2"], { kind: "meeting" }],
  ],
});
const team = { id: "ab", members: ["a", "b"], source: "file" as const };

it("counts days with a common period, one block a day, up to the target", () => {
  const [audit] = auditTime(table, [team]).teams;
  expect(audit?.commonPeriods).toEqual(["d1-3", "d2-3"]);
  expect(audit).toMatchObject({ blocksNow: 2, target: 3, source: "file" });
  expect(auditTime(table, [team], { target: 1 }).teams[0]).toMatchObject({ blocksNow: 1, target: 1 });
  expect(auditTime(table, [{ ...team, blocks: 1 }]).teams[0]).toMatchObject({ blocksNow: 1, target: 1 });
});

it("reports the team's own standing meeting apart, also where a lesson doubles it", () => {
  const [audit] = auditTime(table, [team]).teams;
  expect(audit?.meetingPeriods).toEqual(["d3-1"]);
  expect(audit?.blocksWithMeetings).toBe(3);
});

it("says the school and its periods", () => {
  expect(auditTime(table, findTeams(table))).toMatchObject({ school: "Example School", periodsPerWeek: 9 });
});
