import { checkCalendar, dayOn, Timetable } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { calendarFrom } from "../src/state/calendar-answers.js";
import { squeezed } from "../src/state/calendar-bells.js";
import { proposeAnswers } from "../src/state/calendar-proposal.js";
import { lessonsOn, periodsWithoutBell, tableOf } from "../src/state/school-days.js";

const words = {
  period: (n: number) => `Period ${n}`,
  lunch: "Lunch",
  year: (from: number, to: number) => `${from}-${to}`,
  term: (n: number) => `Term ${n}`,
  holiday: (name: string) => name,
};

/** A timetable of days with so many periods each; one teacher teaches the last period of every day. */
function timetable(days: readonly (readonly [name: string, periods: number])[], timed = false): Timetable {
  const periods = days.flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${name}-${index + 1}`,
      name: `${name}_${index + 1}`,
      day: name,
      ...(timed && { start: 480 + index * 60, end: 530 + index * 60 }),
    })),
  );
  return unwrap(
    Timetable.create({
      id: "t",
      school: "Example School",
      days: days.map(([name]) => ({ id: name, name })),
      periods,
      resources: [{ id: "t1", name: "Teacher 1", kind: "teacher" }],
      lessons: days.map(([name]) => ({ id: name, name, kind: "teaching", duration: 1, resources: ["t1"] })),
      placements: days.map(([name, count]) => ({ lesson: name, start: `${name}-${count}`, duration: 1 })),
    }),
  );
}

function kept(of: Timetable) {
  const answers = proposeAnswers("2026-11-24", "America/Chicago", of, words);
  const school = { id: "school", name: "Example School" };
  const calendar = unwrap(calendarFrom(answers, school, { kind: (kind) => kind, problem: String }));
  return { calendar, school: "school", version: 1 };
}

const week = ["Mo", "Tu", "We", "Th", "Fr"] as const;

it("proposes a sound calendar for every shape of week, with a bell for each of its periods", () => {
  const shapes = [
    timetable(week.map((day) => [day, 8])),
    timetable([...week.slice(0, 4).map((day) => [day, 5] as const), ["Fr", 3]], true),
    timetable(["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday"].map((day) => [day, 7])),
    timetable([1, 2, 3, 4, 5, 6].map((n) => [`Day_${n}`, 7])),
    timetable(["A", "B"].map((day) => [day, 4])),
  ];
  for (const shape of shapes) {
    const made = kept(shape);
    expect(checkCalendar(made.calendar)).toEqual([]);
    expect(periodsWithoutBell(shape, made)).toBe(0);
    // Every day of the timetable is taught on some date: nobody looks free because a day was not understood.
    const taught = new Set(lessonsOn(shape, made, tableOf(made)).map(({ lesson }) => lesson));
    expect(taught.size).toBe(shape.days.length);
  }
});

it("ends a Friday with fewer periods early, and keeps its periods as long as they are", () => {
  const made = kept(timetable([...week.slice(0, 4).map((day) => [day, 5] as const), ["Fr", 3]], true));
  const table = tableOf(made);
  expect(dayOn(table, "2026-09-04")).toMatchObject({ dayKind: "early-release" });
  expect(dayOn(table, "2026-09-04")?.periods.map(({ end }) => end)).toEqual([530, 590, 650]);
  expect(dayOn(table, "2026-09-03")?.periods).toHaveLength(5);
});

it("tells of periods that no bell rings for", () => {
  const made = kept(timetable(week.map((day) => [day, 4])));
  expect(periodsWithoutBell(timetable(week.map((day) => [day, 6])), made)).toBe(10);
});

it("shortens a day alike, in order and without overlaps, to the minute it is to end", () => {
  const rows = [
    { id: "1", name: "1", start: "08:30", end: "09:15" },
    { id: "2", name: "2", start: "09:20", end: "10:05" },
    { id: "3", name: "3", start: "10:10", end: "10:55" },
  ];
  const short = squeezed(rows, { to: "10:00" });
  expect(short.at(-1)?.end).toBe("10:00");
  for (const [index, { start, end }] of short.entries()) {
    expect(start < end).toBe(true);
    expect(start >= (short[index - 1]?.end ?? "")).toBe(true);
  }
  expect(squeezed(rows, { to: "08:00" })).toEqual(rows);
});
