import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { district, timetableOf } from "../nightly/district.js";
import {
  datedLessons,
  dayOn,
  dayTable,
  findZone,
  periodInstants,
  type SchoolCalendar,
  timeText,
  wallTime,
} from "../src/index.js";

const table = (school: string, calendar: SchoolCalendar = district) => unwrap(dayTable(calendar, school));
const times = (school: string, date: string, calendar?: SchoolCalendar) =>
  dayOn(table(school, calendar), date)!.periods.map(
    ({ id, start, end }) => `${id} ${timeText(start)}-${timeText(end)}`,
  );
const withExceptions = (...more: SchoolCalendar["exceptions"]): SchoolCalendar => ({
  ...district,
  exceptions: [...district.exceptions, ...more],
});

describe("the day table", () => {
  it("has one row per date, with term, kind and bells", () => {
    const { days } = table("arden");
    expect([days[0]?.date, days[days.length - 1]?.date, days.length]).toEqual([
      "2026-08-31",
      "2027-06-18",
      292,
    ]);
    expect(dayOn(table("arden"), "2026-09-02")).toMatchObject({
      dayKind: "early",
      term: "fall",
      cycleDay: "odd",
    });
    expect(times("arden", "2026-09-02").slice(0, 2)).toEqual(["1 08:00-08:30", "2 08:35-09:05"]);
    expect(times("birch", "2026-09-01")[0]).toBe("1 08:15-09:05");
    expect(dayOn(table("arden"), "2026-09-05")).toMatchObject({ school: false, periods: [] });
    expect(dayOn(table("arden"), "2025-09-05")).toBeUndefined();
  });

  it("counts weeks with school, so that a break does not use up a week", () => {
    const weeks = (date: string) => dayOn(table("arden"), date)?.cycleDay;
    expect(["2026-08-31", "2026-09-08", "2026-12-18", "2026-12-22", "2027-01-04"].map(weeks)).toEqual([
      "odd",
      "even",
      "even",
      undefined,
      "odd",
    ]);
  });

  it("merges an exam week period by period, in odd weeks, at one school, on a day of early release", () => {
    expect(dayOn(table("cedar"), "2027-01-20")).toMatchObject({
      cycleDay: "odd",
      dayKind: "early",
      names: ["Exams"],
    });
    expect(times("cedar", "2027-01-20")).toEqual([
      "1 08:20-09:35",
      "3 09:30-10:00",
      "4 10:05-10:35",
      "5 10:40-11:10",
      "6 11:15-11:45",
    ]);
    expect(times("cedar", "2027-01-13")[1]).toBe("2 08:55-09:25");
    expect(times("birch", "2027-01-20")[1]).toBe("2 08:50-09:20");
  });
});

describe("a cycle of six that counts days of school", () => {
  const six: SchoolCalendar = {
    ...district,
    cycle: { days: ["1", "2", "3", "4", "5", "6"], counts: "school-days" },
  };
  const cycleDays = (calendar: SchoolCalendar, ...dates: string[]) =>
    dates.map((date) => dayOn(table("arden", calendar), date)?.cycleDay);
  const around = ["2026-09-04", "2026-09-07", "2026-09-08", "2026-09-09"];

  it("passes over a holiday", () => {
    expect(cycleDays(six, ...around)).toEqual(["5", undefined, "6", "1"]);
  });
  it("shifts with a snow day, or goes on without it", () => {
    const snow = { name: "Snow", first: "2026-09-08", dayKind: "snow" };
    const add = (one: SchoolCalendar["exceptions"][number]) => ({
      ...six,
      exceptions: [...six.exceptions, one],
    });
    expect(cycleDays(add(snow), "2026-09-08", "2026-09-09")).toEqual([undefined, "6"]);
    expect(cycleDays(add({ ...snow, cycle: "advances" }), "2026-09-08", "2026-09-09")).toEqual([
      undefined,
      "1",
    ]);
  });
  it("waits on a day outside the cycle, and starts again where it is told to", () => {
    const add = (one: SchoolCalendar["exceptions"][number]) => ({
      ...six,
      exceptions: [...six.exceptions, one],
    });
    const assembly = add({ name: "Assembly", first: "2026-09-08", cycle: "waits" });
    expect(cycleDays(assembly, "2026-09-08", "2026-09-09")).toEqual([undefined, "6"]);
    const reset = add({ name: "New start", first: "2026-09-08", last: "2026-09-09", cycleDay: "1" });
    expect(cycleDays(reset, "2026-09-08", "2026-09-09")).toEqual(["1", "2"]);
  });
  it("counts each school's own days", () => {
    const { days } = table("birch", six);
    expect(days.find(({ date }) => date === "2027-03-16")?.cycleDay).not.toBe(
      dayOn(table("arden", six), "2027-03-16")?.cycleDay,
    );
    const held = days.filter(({ school }) => school);
    expect(held.map(({ cycleDay }) => cycleDay)).toEqual(held.map((_, index) => String((index % 6) + 1)));
  });
});

describe("the lessons of every teacher", () => {
  it.each(["arden", "birch", "cedar"])("of %s are right on every date", (school) => {
    const timetable = timetableOf(school);
    const days = table(school);
    const dated = datedLessons(timetable, days);
    const got: string[] = [];
    const wanted: string[] = [];
    for (const { id } of timetable.resources) {
      const own = timetable.placements.filter(({ lesson }) => lesson === `${id}-lesson`);
      for (const day of days.days) {
        // The same, from the arithmetic of the generator and the words of the calendar alone.
        const held = day.school
          ? own.filter(({ start }) => start.startsWith(`${day.cycleDay}-${day.weekday}-`))
          : [];
        const periods = held.flatMap(({ start }) => naivePeriod(school, day, start.slice(-1)));
        wanted.push(...periods.map((period) => `${id} ${day.date} ${period}`));
      }
      for (const one of dated.filter(({ resources }) => resources.includes(id))) {
        got.push(`${id} ${one.date} ${timeText(one.start)}-${timeText(one.end)}`);
      }
    }
    expect(got).toEqual(wanted);
    expect(got.length).toBeGreaterThan(4000);
  });

  function naivePeriod(
    school: string,
    day: { date: string; weekday: string; cycleDay?: string },
    period: string,
  ): string[] {
    const begin = { arden: 480, birch: 495, cedar: 500 }[school]!;
    const length = day.weekday === "WE" ? 30 : 50;
    const exams =
      school === "cedar" && day.cycleDay === "odd" && day.date >= "2027-01-11" && day.date <= "2027-01-22";
    if (exams && period === "1") return ["08:20-09:35"];
    if (exams && period === "2") return [];
    const start = begin + (Number(period) - 1) * (length + 5);
    return [`${timeText(start)}-${timeText(start + length)}`];
  }
});

it("gives a school in another zone other instants and the same wall times", () => {
  const moved: SchoolCalendar = { ...district, zone: "America/Los_Angeles" };
  const instants = (calendar: SchoolCalendar) =>
    unwrap(periodInstants(table("arden", calendar), "2026-11-02")).map(({ start }) => start);
  expect(times("arden", "2026-11-02", moved)).toEqual(times("arden", "2026-11-02"));
  expect(instants(moved).map((at, index) => at - instants(district)[index]!)).toEqual(
    new Array(6).fill(3 * 3600),
  );
});

it("decides what a bell means while the clocks change", () => {
  const night = withExceptions({
    name: "Night walk",
    first: "2027-03-14",
    dayKind: "regular",
    periods: [
      { period: "walk", name: "Walk", start: "02:15", end: "03:15" },
      ...["1", "2", "3", "4", "5", "6"].map((period) => ({ period, cancelled: true })),
    ],
  });
  const at = (gap: "skip" | "shift") => unwrap(periodInstants(table("arden", night), "2027-03-14", { gap }));
  expect(at("skip")).toEqual([]);
  const zone = unwrap(findZone("America/New_York"));
  const wanted = wallTime(zone, Date.UTC(2027, 2, 14, 3, 15) / 1000).instant;
  expect(at("shift").map(({ start, end }) => [start, end])).toEqual([[wanted, wanted]]);
});

it("refuses a year without end at once", () => {
  const endless = dayTable({ ...district, last: "9999-12-31" }, "arden");
  expect(endless.ok || endless.issues[0]?.code).toBe("year-too-long");
});

it("refuses a school it does not have", () => {
  const result = dayTable(district, "nowhere");
  expect(result.ok || result.issues[0]?.code).toBe("unknown-school");
});
