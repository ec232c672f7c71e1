import { dayNumber, isoDate, SchoolCalendar, weekdayOf } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import { BELLS, PERIOD_MINUTES } from "../school-plan.js";
import { day } from "./students.js";
import { type IsoDay, schoolYear } from "./year.js";

type Bells = SchoolCalendar["schools"][number]["bells"];

/**
 * A district's calendar for the school year that begins in a year: American holidays, odd and even weeks, an early
 * release every Wednesday, staff days, an exam week with longer first periods and a snow day. Each school rings ten
 * minutes later than the one before it.
 */
export function districtCalendar(
  id: string,
  name: string,
  schools: readonly { readonly id: string; readonly name: string }[],
  year: number,
): SchoolCalendar {
  const { first, last } = schoolYear(year);
  const spring = year + 1;
  const thanksgiving = nth(year, 11, "thursday", 4);
  const springBreak = nth(spring, 3, "monday", 4);
  const exams = nth(spring, 1, "monday", 2);
  const holiday = (title: string, from: IsoDay, to?: IsoDay) => ({
    name: title,
    first: from,
    ...(to !== undefined && { last: to }),
    dayKind: "holiday",
  });
  return unwrap(
    SchoolCalendar.create({
      id,
      name: `${name} ${year}-${spring % 100}`,
      zone: "America/Chicago",
      first,
      last,
      terms: [
        { id: "fall", name: "Fall", first, last: day(spring, 1, 22) },
        { id: "spring", name: "Spring", first: day(spring, 1, 23), last },
      ],
      dayKinds: [
        { id: "regular", name: "regular day", school: true },
        { id: "early-release", name: "early release", school: true },
        { id: "exam", name: "exam day", school: true },
        { id: "staff", name: "staff day", school: false },
        { id: "holiday", name: "holiday", school: false },
      ],
      week: { MO: "regular", TU: "regular", WE: "early-release", TH: "regular", FR: "regular" },
      cycle: { days: ["odd", "even"], counts: "school-weeks" },
      exceptions: [
        holiday("Labor Day", nth(year, 9, "monday", 1)),
        { name: "Staff day", first: nth(year, 10, "monday", 2), dayKind: "staff" },
        holiday("Thanksgiving", thanksgiving, after(thanksgiving, 1)),
        holiday("Winter break", day(year, 12, 21), day(spring, 1, 1)),
        { name: "Exam week", first: exams, last: after(exams, 4), dayKind: "exam" },
        holiday("Martin Luther King Jr. Day", nth(spring, 1, "monday", 3)),
        { ...holiday("Snow day", nth(spring, 2, "thursday", 1)), cycle: "advances" },
        holiday("Presidents' Day", nth(spring, 2, "monday", 3)),
        holiday("Spring break", springBreak, after(springBreak, 4)),
        { name: "Staff day", first: nth(spring, 4, "friday", 3), dayKind: "staff" },
        holiday("Memorial Day", after(nth(spring, 6, "monday", 1), -7)),
      ],
      schools: schools.map((school, at) => ({ ...school, bells: bells(10 * at) })),
    }),
  );
}

/** Bells of the day kinds; the seven periods keep their ids however long they are. */
function bells(later: number): Bells {
  const periods = (starts: readonly number[], lengths: (at: number) => number) =>
    starts.map((start, at) => ({
      id: `${at + 1}`,
      name: `Period ${at + 1}`,
      start: clock(start + later),
      end: clock(start + later + lengths(at)),
    }));
  const lunch = (start: number, end: number) => ({
    id: "lunch",
    name: "Lunch",
    start: clock(start + later),
    end: clock(end + later),
    kind: "lunch" as const,
  });
  const regular = periods(BELLS, () => PERIOD_MINUTES);
  const early = periods([510, 545, 580, 615, 680, 715, 750], () => 30);
  // Two long periods for the exams, the others short; the fifth falls out.
  const exam = periods([510, 615, 720, 755, 0, 830, 865], (at) => (at < 2 ? 95 : 30)).filter(
    (_, at) => at !== 4,
  );
  return [
    { dayKind: "regular", periods: [...regular, lunch(705, 735)] },
    { dayKind: "early-release", periods: [...early, lunch(645, 675)] },
    { dayKind: "exam", periods: [...exam, lunch(790, 820)] },
  ];
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const WEEKDAY = { monday: 0, thursday: 3, friday: 4 } as const;

/** The n-th such weekday of a month. */
function nth(year: number, month: number, weekday: keyof typeof WEEKDAY, n: number): IsoDay {
  const first = dayNumber(year, month, 1);
  return isoDate(first + ((WEEKDAY[weekday] - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
}

function after(date: IsoDay, days: number): IsoDay {
  const [year, month, dayOfMonth] = date.split("-").map(Number) as [number, number, number];
  return isoDate(dayNumber(year, month, dayOfMonth) + days);
}
