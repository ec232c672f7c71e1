import { auditWeeks, checkCalendar, datedLessons, dayOn, dayTable } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { generateDistrict } from "../src/index.js";

const district = generateDistrict({ seed: 1 });
const { calendar, schools } = district.thisYear;
const table = (school: string) => unwrap(dayTable(calendar, school));

it("has calendars without faults for both years, whatever the year", () => {
  const later = [2028, 2031].map((year) =>
    generateDistrict({ seed: 2, schools: 1, classesPerGrade: 1, year }),
  );
  for (const one of [district, ...later]) {
    expect(checkCalendar(one.thisYear.calendar)).toEqual([]);
    expect(checkCalendar(one.nextYear.calendar)).toEqual([]);
  }
});

it("knows holidays, staff days, odd weeks, early releases, exams and snow", () => {
  const days = table("school-01");
  const kind = (date: string) => dayOn(days, date)?.dayKind;
  expect(["2026-09-07", "2026-11-26", "2027-01-18", "2027-02-15", "2027-05-31"].map(kind)).toEqual(
    Array(5).fill("holiday"),
  );
  expect([kind("2026-10-12"), kind("2026-09-02"), kind("2027-01-13")]).toEqual([
    "staff",
    "early-release",
    "exam",
  ]);
  expect(kind("2027-02-04")).toBe("holiday");
  expect(dayOn(days, "2026-08-24")?.cycleDay).toBe("odd");
  expect(dayOn(days, "2026-09-01")?.cycleDay).toBe("even");
  const schoolDays = days.days.filter(({ school }) => school).length;
  expect(schoolDays).toBeGreaterThan(175);
  expect(schoolDays).toBeLessThan(190);
});

it("rings for every teacher of every school on every date what the timetable and the day's bells say", () => {
  for (const { id, school } of schools) {
    const { timetable } = school;
    const days = table(id);
    const found = new Map<string, string[]>();
    for (const { date, resources, lesson, start, end } of datedLessons(timetable, days)) {
      for (const who of resources) {
        const key = `${date} ${who}`;
        found.set(key, [...(found.get(key) ?? []), `${start}-${end} ${lesson}`]);
      }
    }
    // By hand: the weekday's placements, one line per period that the date has.
    const later = 10 * (Number(id.slice(-2)) - 1);
    const order = timetable.periods.map((period) => period.id);
    const people = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson.resources]));
    const teachers = school.teachers.slice(0, 8).map((teacher) => ({
      teacher: teacher.id,
      own: timetable.placements.filter(({ lesson }) => people.get(lesson)!.includes(teacher.id)),
    }));
    for (const { date, weekday, dayKind, school: open } of days.days) {
      const name = { MO: "mon", TU: "tue", WE: "wed", TH: "thu", FR: "fri", SA: "", SU: "" }[weekday];
      const starts = {
        regular: [510, 560, 610, 660, 740, 790, 840].map((at) => [at, at + 45]),
        "early-release": [510, 545, 580, 615, 680, 715, 750].map((at) => [at, at + 30]),
        exam: [[510, 605], [615, 710], [720, 750], [755, 785], undefined, [830, 860], [865, 895]],
      }[dayKind ?? ""];
      for (const { teacher, own } of teachers) {
        const wanted = own.flatMap(({ lesson, start, duration }) => {
          const first = order.indexOf(start);
          if (!open || !start.startsWith(`${name}-`)) return [];
          return order.slice(first, first + duration).flatMap((period) => {
            const bells = starts?.[Number(period.split("-")[1]) - 1];
            return bells === undefined ? [] : [`${bells[0]! + later}-${bells[1]! + later} ${lesson}`];
          });
        });
        expect((found.get(`${date} ${teacher}`) ?? []).sort(), date).toEqual(wanted.sort());
      }
    }
  }
});

it("takes shared time away in short weeks", () => {
  const { school } = schools[0]!;
  const grade6 = school.teams.filter(({ id }) => id === "grade-6");
  const [weeks] = auditWeeks(school.timetable, table("school-01"), grade6);
  expect(weeks!.weeks.length).toBeGreaterThan(35);
  expect(weeks!.acrossWeeks!.least).toBeLessThan(weeks!.acrossWeeks!.most);
});
