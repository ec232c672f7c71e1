import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { district } from "../nightly/district.js";
import { checkLessonDates, datedLessons, dayTable, type Timetable } from "../src/index.js";
import { timetable } from "./timetables.js";

const table = unwrap(dayTable(district, "arden"));
const week: Timetable = timetable({
  days: 2,
  perDay: 2,
  teachers: ["ana"],
  lessons: [["maths", ["ana"], ["d1-1", "d2-2"]]],
});
/** The same week with its two days called otherwise. */
const called = (...names: [string, string]): Timetable => ({
  ...week,
  days: names.map((name) => ({ id: name, name })),
  periods: week.periods.map((period) => ({ ...period, day: names[period.day === "d1" ? 0 : 1] })),
});
const weekdays = (one: Timetable) => [
  ...new Set(datedLessons(one, table).map(({ day, period }) => `${(day + 3) % 7}-${period}`)),
];

it.each([
  ["MO", "TU"],
  ["mon", "tue"],
  ["Monday", "Tuesday"],
  ["lunes", "martes"],
  ["Lun", "Mar"],
] as const)("a timetable's days may be called %s and %s", (first, second) => {
  expect(new Set(weekdays(called(first, second)))).toEqual(new Set(["0-1", "1-2"]));
  expect(checkLessonDates(called(first, second), table)).toEqual([]);
});

it("reads accents, and takes a timetable without days for every weekday", () => {
  expect(weekdays(called("Miércoles", "Jueves"))).toEqual(["2-1", "3-2"]);
  expect(new Set(weekdays(called("week", "x")))).toEqual(new Set(["0-1", "1-1", "2-1", "3-1", "4-1"]));
});

it("finds a bell period by its id, else by its name", () => {
  const named = called("MO", "TU");
  const long = { ...named, periods: named.periods.map((one) => ({ ...one, name: `Period ${one.name}` })) };
  expect(datedLessons(long, table)).toEqual(datedLessons(named, table));
  expect(checkLessonDates(long, table)).toEqual([]);
});

it("tells days and periods that no date has, where lessons stand in them", () => {
  const says = (...args: Parameters<typeof checkLessonDates>) =>
    checkLessonDates(...args).map(({ message }) => message);
  expect(says(called("Mo A", "Mo B"), table)).toEqual([
    "The calendar has no date for Mo A and Mo B of the timetable; lessons there count on no date.",
  ]);
  expect(says(called("MO", "TU"), table, { bell: ({ id }) => id })).toEqual([
    "The bells have no period that the timetable calls 1 and 2; lessons there count on no date.",
  ]);
  expect(says({ ...called("Mo A", "Mo B"), placements: [] }, table)).toEqual([]);
});
