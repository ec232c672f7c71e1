import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { auditWeeks, dayTable, SchoolCalendar, type Timetable } from "../src/index.js";
import { timetable } from "./timetables.js";

const weekdays = ["MO", "TU", "WE", "TH", "FR"] as const;

/** Three periods a day; a and b share MO-3, TU-3, WE-3 and FR-1; their own meeting stands on TH-1. */
function week(): Timetable {
  const table = timetable({
    days: 5,
    perDay: 3,
    teachers: ["a", "b"],
    lessons: [
      ["l1", ["a"], ["d1-1", "d2-1", "d3-1", "d4-2", "d4-3", "d5-2", "d5-3"]],
      ["l2", ["b"], ["d1-2", "d2-2", "d3-2"]],
      ["own", ["a", "b"], ["d4-1"], { kind: "meeting" }],
    ],
  });
  return table;
}

const period = (id: string, start: string, end: string, kind?: "lunch") => ({
  id,
  name: id,
  start,
  end,
  ...(kind && { kind }),
});
const calendar = unwrap(
  SchoolCalendar.create({
    id: "c",
    name: "Two weeks",
    zone: "America/New_York",
    first: "2026-08-31",
    last: "2026-09-11",
    terms: [],
    dayKinds: [
      { id: "regular", name: "regular day", school: true },
      { id: "holiday", name: "holiday", school: false },
    ],
    week: Object.fromEntries(weekdays.map((day) => [day, "regular"])),
    exceptions: [
      { name: "Labor Day", first: "2026-09-07", dayKind: "holiday" },
      { name: "Early release", first: "2026-09-09", periods: [{ period: "3", cancelled: true }] },
      { name: "Late start", first: "2026-09-01", periods: [{ period: "3", start: "10:15", end: "10:35" }] },
    ],
    schools: [
      {
        id: "north",
        name: "North",
        bells: [
          {
            dayKind: "regular",
            periods: [
              period("1", "08:00", "08:45"),
              period("2", "08:50", "09:35"),
              period("lunch", "09:35", "10:00", "lunch"),
              period("3", "10:00", "10:45"),
            ],
          },
        ],
      },
    ],
  }),
);

it("follows the calendar: a holiday, an early release and a late start take their minutes", () => {
  const table = unwrap(dayTable(calendar, "north"));
  const timetableDay = ({ weekday }: { weekday: string }) => `d${weekdays.indexOf(weekday as "MO") + 1}`;
  const teams = [
    { id: "ab", members: ["a", "b"], source: "file" as const },
    { id: "a", name: "A", members: ["a"], source: "file" as const },
  ];
  const [ab, alone] = auditWeeks(week(), table, teams, { timetableDay });
  expect(ab?.weeks).toEqual([
    { monday: "2026-08-31", schoolDays: 5, common: 45 + 20 + 45 + 45, meetings: 45 },
    { monday: "2026-09-07", schoolDays: 4, common: 45 + 45, meetings: 45 },
  ]);
  expect(ab?.acrossWeeks).toMatchObject({ n: 2, least: 135, most: 200, mean: 167.5 });
  expect(ab?.weeksWithout).toBe(0);
  expect(alone).toMatchObject({ name: "A", weeks: [{ meetings: 0 }, { meetings: 0 }] });
});

it("leaves out when a part-timer is away, and a period that a special day adds", () => {
  const exam = { period: "exam", start: "11:00", end: "12:00" };
  const exceptions = [...calendar.exceptions, { name: "Exam", first: "2026-09-11", periods: [exam] }];
  const table = unwrap(dayTable({ ...calendar, exceptions }, "north"));
  const timetableDay = ({ weekday }: { weekday: string }) => `d${weekdays.indexOf(weekday as "MO") + 1}`;
  const teams = [{ id: "ab", members: ["a", "b"], source: "file" as const }];
  const common = (present: Record<string, string[]>) =>
    auditWeeks(week(), table, teams, { timetableDay, present })[0]?.weeks.map((one) => one.common);
  expect(common({})).toEqual([155, 90]);
  const mornings = week().periods.filter(({ day }) => day !== "d1" && day !== "d5");
  expect(common({ b: mornings.map(({ id }) => id) })).toEqual([65, 45]);
});
