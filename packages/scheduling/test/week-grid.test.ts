import { expect, it } from "vitest";
import { commonPeriods, isBusy, weekGrid } from "../src/index.js";
import { timetable } from "./timetables.js";

it("makes a double lesson busy in both periods, and what was chosen for it", () => {
  const table = timetable({
    teachers: ["a", "b"],
    groups: ["7a"],
    lessons: [["maths", ["a", "7a"], ["d1-2"], { length: 2 }]],
  });
  table.placements[0]!.chosen = [{ role: "second", resource: "b" }];
  const week = weekGrid(table);
  for (const id of ["a", "b", "7a"]) {
    const busy = week.periods.map((_, period) => isBusy(week, week.resourceIndex.get(id)!, period));
    expect(busy).toEqual([false, true, true, false, false, false]);
  }
  expect(week.doubled).toEqual([]);
  expect(week.overrunning).toEqual([]);
});

it("names the lessons that claim somebody twice", () => {
  const week = weekGrid(
    timetable({
      teachers: ["a", "b"],
      lessons: [
        ["maths", ["a"], ["d1-1", "d2-1"]],
        ["art", ["a", "b"], ["d2-1"]],
        ["duty", ["a"], ["d2-1"]],
      ],
    }),
  );
  expect(week.doubled).toEqual([{ resource: "a", period: "d2-1", lessons: ["maths", "art", "duty"] }]);
});

it("keeps a lesson that is too long inside its day, and says so", () => {
  const week = weekGrid(timetable({ teachers: ["a"], lessons: [["long", ["a"], ["d1-3"], { length: 2 }]] }));
  expect(week.overrunning).toEqual([0]);
  expect(commonPeriods(week, ["a"])).toEqual(["d1-1", "d1-2", "d2-1", "d2-2", "d2-3"]);
});

it("finds common periods beyond 32 and 64 periods", () => {
  const starts = Array.from({ length: 7 }, (_, d) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((p) => `d${d + 1}-${p}`),
  );
  const table = timetable({
    days: 7,
    perDay: 10,
    teachers: ["a", "b"],
    lessons: [
      ["most", ["a"], starts.flat()],
      ["one", ["b"], ["d7-10", "d4-3"]],
    ],
  });
  expect(commonPeriods(weekGrid(table), ["a", "b"])).toEqual([1, 2, 3, 4, 5, 6].map((d) => `d${d}-10`));
});

it("gives nobody no periods, and refuses somebody unknown", () => {
  const week = weekGrid(timetable({ teachers: ["a"], lessons: [] }));
  expect(commonPeriods(week, [])).toEqual([]);
  expect(() => commonPeriods(week, ["zz"])).toThrow(RangeError);
});

it("passes over what resolves nowhere, and says which placements start in no period", () => {
  const table = timetable({ teachers: ["a"], lessons: [["maths", ["a"], ["d1-1"]]] });
  table.lessons[0]!.resources.push("ghost");
  table.placements.push(
    { lesson: "gone", start: "d1-2", duration: 1 },
    { lesson: "maths", start: "sunday", duration: 1 },
  );
  const week = weekGrid(table);
  expect(week.overrunning).toEqual([2]);
  expect(commonPeriods(week, ["a"])).toEqual(["d1-2", "d1-3", "d2-1", "d2-2", "d2-3"]);
});
