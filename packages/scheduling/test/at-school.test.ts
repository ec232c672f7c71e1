import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import {
  auditMinutes,
  auditTime,
  auditWeeks,
  dayTable,
  findCommonTime,
  findDatedTime,
  SchoolCalendar,
  Timetable,
  weekGrid,
  weekText,
} from "../src/index.js";

const school = {
  days: [
    { id: "MO", name: "Monday" },
    { id: "TU", name: "Tuesday" },
  ],
  periods: ["MO", "TU"].flatMap((day) =>
    [1, 2, 3].map((at) => ({ id: `${day}-${at}`, name: String(at), day })),
  ),
  resources: [
    { id: "a", name: "Ada", kind: "teacher" as const },
    { id: "b", name: "Ben", kind: "teacher" as const },
    { id: "r1", name: "Room 1", kind: "room" as const },
  ],
};
/** Ada teaches on Monday 1. By a hard rule Ben is not there on Monday 2, and Room 1 is closed on Tuesday 1; a soft one spares Ada. */
const timetable = unwrap(
  Timetable.create({
    id: "t",
    school: "Example School",
    ...school,
    lessons: [{ id: "l1", name: "Mathematics", kind: "teaching", duration: 1, resources: ["a"] }],
    placements: [{ lesson: "l1", start: "MO-1", duration: 1 }],
    rules: [
      { ...rule("b", "MO-2"), hard: true },
      { ...rule("r1", "TU-1"), hard: true },
      { ...rule("a", "TU-2"), hard: false },
      { kind: "avoid-unavailable-times", hard: true, source: "school" },
      { kind: "limit-workload", hard: true, source: "xhstt", resources: ["a"], periods: ["TU-3"] },
    ],
  }),
);
function rule(id: string, period: string) {
  return { kind: "avoid-unavailable-times", source: "xhstt", resources: [id], periods: [period] };
}
const team = { id: "team", members: ["a", "b"], source: "file" as const };
const shared = ["MO-3", "TU-1", "TU-2", "TU-3"];

it("a period in which a hard rule says that a member cannot is no shared time", () => {
  expect(auditTime(timetable, [team]).teams[0]?.commonPeriods).toEqual(shared);
  expect(auditTime(timetable, [team], { rules: "clashes" }).teams[0]?.commonPeriods).toEqual([
    "MO-2",
    ...shared,
  ]);
});

it("nor is it in minutes, and nobody can plan alone then", () => {
  const minutes = unwrap(auditMinutes(timetable, [team], { minutesPerPeriod: 40 }));
  expect(minutes.teams[0]?.common).toBe(160);
  expect(minutes.teachers.map(({ free }) => free)).toEqual([200, 200]);
  const clashes = unwrap(auditMinutes(timetable, [team], { minutesPerPeriod: 40, rules: "clashes" }));
  expect(clashes.teams[0]?.common).toBe(200);
});

it("no time is found then, no room is offered that is closed, and no lesson is to blame", () => {
  const week = weekGrid(timetable);
  const { times } = unwrap(findCommonTime(week, { required: ["a", "b"], rooms: ["r1"] }));
  expect(times.map(({ periods }) => periods[0])).toEqual(["MO-3", "TU-2", "TU-3"]);
  const never = ["MO-1", ...shared];
  expect(unwrap(findCommonTime(week, { required: ["a", "b"], never }))).toEqual({ times: [], obstacles: [] });
});

it("the picture of the week says who is away, by rules and by hours", () => {
  const picture = (present = {}) => weekText(weekGrid(timetable), team.members, { present }).split("\n");
  expect(picture()).toEqual(["   Monday  Tuesday", "1  1 busy  free", "2  1 away  free", "3  free    free"]);
  expect(picture({ a: ["MO-1", "TU-1"] })).toEqual([
    "   Monday  Tuesday",
    "1  1 busy  free",
    "2  2 away  1 away",
    "3  1 away  1 away",
  ]);
});

const calendar = unwrap(
  SchoolCalendar.create({
    id: "c",
    name: "A week",
    zone: "America/New_York",
    first: "2026-08-31",
    last: "2026-09-04",
    terms: [],
    dayKinds: [{ id: "regular", name: "regular day", school: true }],
    week: { MO: "regular", TU: "regular" },
    exceptions: [],
    schools: [
      {
        id: "north",
        name: "North",
        bells: [
          {
            dayKind: "regular",
            periods: ["08:00", "08:45", "09:30"].map((start, at) => ({
              id: String(at + 1),
              name: `Period ${at + 1}`,
              start,
              end: ["08:40", "09:25", "10:10"][at]!,
            })),
          },
        ],
      },
    ],
  }),
);

it("on dates it holds at the bells of that date", () => {
  const table = unwrap(dayTable(calendar, "north"));
  const [weeks] = auditWeeks(timetable, table, [team]);
  expect(weeks?.weeks).toEqual([{ monday: "2026-08-31", schoolDays: 2, common: 160, meetings: 0 }]);
  const days = { first: table.first, last: table.first + 4 };
  const ask = { required: ["a", "b"], minutes: 40, ...days };
  const found = unwrap(findDatedTime([{ timetable, table }], { ...ask, last: table.first }));
  expect(found.slots.map(({ time }) => time)).toEqual(["09:25", "09:30"]);
  const rooms = unwrap(
    findDatedTime([{ timetable, table }], { ...ask, first: table.first + 1, rooms: ["r1"] }),
  );
  expect(rooms.slots[0]?.time).toBe("08:40");
  // Ben cannot, whatever is moved: only what begins before or after his free period has a lesson in the way.
  const long = unwrap(findDatedTime([{ timetable, table }], { ...ask, minutes: 120, last: table.first }));
  expect(long).toEqual({ slots: [], obstacles: [] });
});
