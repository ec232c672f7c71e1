import { unwrap } from "@collegium/schema";
import { SchoolCalendar, Timetable, timeText } from "../src/index.js";

/** Bells of equal periods with a five-minute walk between them. */
function bells(dayKind: string, start: number, length: number, count = 6) {
  const periods = Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    name: `Period ${index + 1}`,
    start: timeText(start + index * (length + 5)),
    end: timeText(start + index * (length + 5) + length),
  }));
  return { dayKind, periods };
}

const school = (id: string, name: string, start: number) => ({
  id,
  name,
  bells: [bells("regular", start, 50), bells("early", start, 30)],
});

/**
 * A district of three schools with different bells, odd and even weeks, early release on Wednesdays, an exam week at
 * the high school that overrides two periods in odd weeks, and snow days with and without shift.
 */
export const district = unwrap(
  SchoolCalendar.create({
    id: "district-2026",
    name: "Three Rivers 2026-27",
    zone: "America/New_York",
    first: "2026-08-31",
    last: "2027-06-18",
    terms: [
      { id: "fall", name: "Fall", first: "2026-08-31", last: "2027-01-22" },
      { id: "spring", name: "Spring", first: "2027-01-25", last: "2027-06-18" },
    ],
    dayKinds: [
      { id: "regular", name: "regular day", school: true },
      { id: "early", name: "early release", school: true },
      { id: "holiday", name: "holiday", school: false },
      { id: "snow", name: "snow day", school: false },
      { id: "staff", name: "staff day", school: false },
    ],
    week: { MO: "regular", TU: "regular", WE: "early", TH: "regular", FR: "regular" },
    cycle: { days: ["odd", "even"], counts: "school-weeks" },
    exceptions: [
      { name: "Labor Day", first: "2026-09-07", dayKind: "holiday" },
      { name: "Thanksgiving", first: "2026-11-25", last: "2026-11-27", dayKind: "holiday" },
      { name: "Winter break", first: "2026-12-21", last: "2027-01-01", dayKind: "holiday" },
      { name: "Snow", first: "2027-01-12", dayKind: "snow" },
      { name: "Data day", first: "2027-03-15", dayKind: "staff", schools: ["birch"] },
      {
        name: "Exams",
        first: "2027-01-11",
        last: "2027-01-22",
        schools: ["cedar"],
        cycleDays: ["odd"],
        periods: [
          { period: "1", name: "Exam", start: "08:20", end: "09:35" },
          { period: "2", cancelled: true },
        ],
      },
    ],
    schools: [
      school("arden", "Arden Elementary", 8 * 60),
      school("birch", "Birch Middle", 8 * 60 + 15),
      school("cedar", "Cedar High", 8 * 60 + 20),
    ],
  }),
);

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR"];

/** A timetable of two weeks for one school: teacher n of the school teaches 20 or so of 30 periods, by plain arithmetic. */
export function timetableOf(schoolId: string, teachers = 8): Timetable {
  const days = ["odd", "even"].flatMap((week) => WEEKDAYS.map((weekday) => `${week}-${weekday}`));
  const periods = days.flatMap((day) =>
    Array.from({ length: 6 }, (_, index) => ({ id: `${day}-${index + 1}`, name: String(index + 1), day })),
  );
  const ids = Array.from({ length: teachers }, (_, index) => `${schoolId}-t${index + 1}`);
  const lessons = ids.map((id, index) => ({
    id: `${id}-lesson`,
    name: `Class ${index + 1}`,
    kind: "teaching" as const,
    duration: 1,
    resources: [id],
  }));
  const placements = lessons.flatMap(({ id }, teacher) =>
    periods
      .filter((_, index) => (index * 7 + teacher * 3) % 10 < 7)
      .map(({ id: start }) => ({ lesson: id, start, duration: 1 })),
  );
  return unwrap(
    Timetable.create({
      id: `timetable-${schoolId}`,
      school: schoolId,
      days: days.map((id) => ({ id, name: id })),
      periods,
      resources: ids.map((id) => ({ id, name: id, kind: "teacher" as const })),
      lessons,
      placements,
    }),
  );
}
