import { expect, it } from "vitest";
import { givenUp, weekGrid, weekPicture, weekText } from "../src/index.js";
import { timetable } from "./timetables.js";

const table = timetable({
  days: 2,
  perDay: 3,
  teachers: ["a", "b"],
  lessons: [
    ["l1", ["a"], ["d1-1", "d1-2"]],
    ["l2", ["b"], ["d1-2"]],
    ["own", ["a", "b"], ["d2-1"], { kind: "meeting" }],
  ],
});

it("shows who is busy, and the team's own meeting", () => {
  expect(weekPicture(weekGrid(table), ["a", "b"])[1]).toEqual([
    { period: "d1-2", busy: ["a", "b"], away: [], meeting: false },
    { period: "d2-2", busy: [], away: [], meeting: false },
  ]);
  expect(weekText(weekGrid(table), ["a", "b"])).toBe(
    ["   d1      d2", "1  1 busy  meets", "2  2 busy  free", "3  free    free"].join("\n"),
  );
});

it("leaves a shorter day's last rows empty", () => {
  const shorter = { ...table, periods: table.periods.slice(0, 5) };
  const picture = weekPicture(weekGrid(shorter), ["a"]);
  expect(picture).toHaveLength(3);
  expect(picture[2]?.[1]).toBeNull();
});

it("counts who gave up a period, once a meeting", () => {
  const avoid = ["d1-1", "d1-2"].map((period) => ({ person: "a", period }));
  const meetings = [
    { periods: ["d1-1", "d1-2"], attending: ["a", "b", "a"] },
    { periods: ["d2-1"], attending: ["a"] },
    { periods: ["d1-2"], attending: ["b"] },
  ];
  expect(givenUp(avoid, meetings)).toEqual({ a: 1 });
});
