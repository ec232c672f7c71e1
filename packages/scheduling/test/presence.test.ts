import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { auditMinutes, auditTime, findCommonTime, readPresence, Timetable, weekGrid } from "../src/index.js";

const times = [480, 530, 580].map((start) => ({ start, end: start + 45 }));
const timetable = unwrap(
  Timetable.create({
    id: "week",
    school: "Example School",
    days: [
      { id: "mon", name: "Monday" },
      { id: "tue", name: "Tuesday" },
    ],
    periods: ["mon", "tue"].flatMap((day) =>
      times.map((time, at) => ({ id: `${day}-${at + 1}`, name: String(at + 1), day, ...time })),
    ),
    resources: [
      { id: "t1", name: "Teacher 1", kind: "teacher" },
      { id: "t2", name: "Teacher 2", kind: "teacher" },
      { id: "7a", name: "7a", kind: "group" },
    ],
    lessons: [],
    placements: [],
  }),
);
const team = { id: "a", members: ["t1", "t2"], source: "file" as const };
const periodsOf = (input: unknown) => unwrap(readPresence(input, timetable)).get("t1")?.periods;

it("reads days, hours of a day and periods, each period once", () => {
  expect(periodsOf({ t1: ["tue"] })).toEqual(["tue-1", "tue-2", "tue-3"]);
  expect(periodsOf({ t1: ["Monday 08:00-09:35", "mon-2"] })).toEqual(["mon-1", "mon-2"]);
  expect(periodsOf({ t1: ["mon 08:01-09:35"] })).toEqual(["mon-2"]);
  expect(periodsOf({ t1: [] })).toEqual([]);
});

it("knows a weekday by its first letters, and hours without bells where only dates are asked about", () => {
  expect(periodsOf({ t1: ["TUE", "monday 08:00-08:45"] })).toEqual(["tue-1", "tue-2", "tue-3", "mon-1"]);
  const bare = {
    ...timetable,
    periods: timetable.periods.map(({ start: _, end: __, ...period }) => period),
  };
  const read = readPresence({ t1: ["Mon 08:00-09:00", "tu"] }, bare, "hours");
  expect(unwrap(read).get("t1")?.hours).toEqual([
    { weekday: "MO", start: 480, end: 540 },
    { weekday: "TU", start: 0, end: 1440 },
  ]);
  expect(readPresence({ t1: ["Mon 08:00-09:00"] }, bare).ok).toBe(false);
});

it("gives the same as hours of weekdays, where the timetable knows them", () => {
  const hours = (entries: string[], week = timetable) =>
    unwrap(readPresence({ t1: entries }, week)).get("t1")?.hours;
  expect(hours(["mon", "tue-3", "tue 08:00-09:00"])).toEqual([
    { weekday: "MO", start: 0, end: 1440 },
    { weekday: "TU", start: 580, end: 625 },
    { weekday: "TU", start: 480, end: 540 },
  ]);
  const cycle = { ...timetable, days: timetable.days.map((day) => ({ ...day, name: "A day" })) };
  const renamed = {
    ...cycle,
    days: cycle.days.map((day, at) => ({ ...day, id: `d${at}` })),
    periods: cycle.periods.map((period) => ({ ...period, day: period.day === "mon" ? "d0" : "d1" })),
  };
  expect(hours(["d0"], renamed)).toBeUndefined();
});

it("reports all faults together, and repeats nothing of the file", () => {
  const result = readPresence(
    { t9: ["mon"], "7a": ["mon"], t1: ["sunday", "mon 12:00-08:00", 7], t2: "mon" },
    timetable,
  );
  const issues = result.ok ? [] : result.issues;
  expect(issues.map(({ code, path }) => [code, path])).toEqual([
    ["unknown-teacher", ["t9"]],
    ["not-a-teacher", ["7a"]],
    ["unknown-presence", ["t1", 0]],
    ["unknown-presence", ["t1", 1]],
    ["unknown-presence", ["t1", 2]],
    ["not-presence", ["t2"]],
  ]);
  for (const input of [null, [], "mon", 7]) expect(readPresence(input, timetable).ok).toBe(false);
});

it("does not take hours of a day without bells", () => {
  const bare = { ...timetable, periods: timetable.periods.map(({ id, name, day }) => ({ id, name, day })) };
  expect(readPresence({ t1: ["mon 08:00-12:00"] }, bare).ok).toBe(false);
  expect(unwrap(readPresence({ t1: ["mon", "tue-2"] }, bare)).get("t1")?.periods).toHaveLength(4);
});

it("keeps the free time of a part-timer who is at home out of every answer", () => {
  const present = { t1: periodsOf({ t1: ["tue 08:00-09:40"] })! };
  expect(auditTime(timetable, [team], { present }).teams[0]?.commonPeriods).toEqual(["tue-1", "tue-2"]);
  expect(auditTime(timetable, [team]).teams[0]?.commonPeriods).toHaveLength(6);
  expect(unwrap(auditMinutes(timetable, [team], { present })).teams[0]?.common).toBe(90);
  const away = timetable.periods.flatMap(({ id }) =>
    present.t1.includes(id) ? [] : [{ person: "t1", period: id }],
  );
  const find = (ownPeriods: number) =>
    unwrap(findCommonTime(weekGrid(timetable), { required: ["t1", "t2"], away, ownPeriods })).times;
  expect(find(1).map(({ periods }) => periods)).toEqual([["tue-1"], ["tue-2"]]);
  expect(find(2)).toEqual([]); // an afternoon at home is no planning period
});
