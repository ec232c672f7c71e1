import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { district } from "../nightly/district.js";
import {
  type DatedTimeRequest,
  dayTable,
  findDatedTime,
  inLanguage,
  parseDate,
  type SchoolWeeks,
  slotStretches,
  timeText,
} from "../src/index.js";
import { timetable } from "./timetables.js";

const tuesday = parseDate("2026-09-15")!;

/** A school of the district whose teachers teach the given periods on Tuesdays. */
function school(id: string, teaching: Record<string, string[]>): SchoolWeeks {
  const table = unwrap(dayTable(district, id));
  const teachers = Object.keys(teaching);
  const week = timetable({
    days: 1,
    perDay: 6,
    teachers,
    lessons: teachers.map((teacher) => [`class of ${teacher}`, [teacher], teaching[teacher]!]),
  });
  return {
    timetable: week,
    table,
    how: { timetableDay: ({ weekday }) => (weekday === "TU" ? "d1" : undefined) },
  };
}

const schools = [
  school("arden", { ana: ["d1-1", "d1-2"], both: ["d1-1"] }),
  school("cedar", { cy: ["d1-2", "d1-3"], both: ["d1-6"] }),
];
const ask = (request: Partial<DatedTimeRequest>) =>
  unwrap(
    findDatedTime(schools, {
      required: ["ana", "cy"],
      minutes: 45,
      first: tuesday,
      last: tuesday,
      ...request,
    }),
  );
const bellsOf = ({ table }: SchoolWeeks, date = tuesday) => table.days[date - table.first]!.periods;

const zones: Record<string, string> = { cedar: "America/Chicago" };
const later = <T extends { start: number; end: number }>(bell: T): T => ({
  ...bell,
  start: bell.start + 60,
  end: bell.end + 60,
});

describe("time for people of schools with different bells", () => {
  it("counts the hour before and after school too where that is asked for, and no more", () => {
    const usual = ask({ required: ["ana"] }).slots;
    const around = ask({ required: ["ana"], around: 60 }).slots;
    const bells = bellsOf(schools[0]!);
    expect(around[0]?.start).toBe(bells[0]!.start - 60);
    expect(around.at(-1)?.end).toBe(bells.at(-1)!.end + 60);
    expect(around.filter(({ start, end }) => start >= bells[0]!.start && end <= bells.at(-1)!.end)).toEqual(
      usual,
    );
  });
  it("is when both schools are in session and everyone is free, to five minutes", () => {
    const { slots } = ask({});
    expect(slots.length).toBeGreaterThan(0);
    const [arden, cedar] = schools.map((one) => bellsOf(one)) as [
      ReturnType<typeof bellsOf>,
      ReturnType<typeof bellsOf>,
    ];
    const busy = [...arden.slice(0, 2), ...cedar.filter(({ id }) => id === "2" || id === "3")];
    const end = Math.min(arden.at(-1)!.end, cedar.at(-1)!.end);
    const wanted: string[] = [];
    for (let start = Math.max(arden[0]!.start, cedar[0]!.start); start + 45 <= end; start += 5) {
      if (busy.every((bell) => bell.end <= start || bell.start >= start + 45)) wanted.push(timeText(start));
    }
    expect(slots.map(({ time }) => time)).toEqual(wanted);
  });
  it("looks for someone who teaches at both in both timetables", () => {
    const last = bellsOf(schools[1]!).find(({ id }) => id === "6")!;
    for (const { start, end } of ask({ required: ["both"] }).slots) {
      expect(end <= last.start || start >= last.end).toBe(true);
    }
  });
  it("knows the odd day: nothing on a holiday, other bells on an early release", () => {
    const holiday = parseDate("2026-09-07")!;
    expect(ask({ first: holiday, last: holiday }).slots).toEqual([]);
    const wednesday = parseDate("2026-09-16")!;
    const end = Math.min(...schools.map((one) => bellsOf(one, wednesday).at(-1)!.end));
    expect(
      Math.max(...ask({ first: wednesday, last: wednesday }).slots.map((slot) => slot.end)),
    ).toBeLessThanOrEqual(end);
  });
  it("gives each person the zone of their own school, part-timers too, and answers in the first school's", () => {
    const west = { ...district, schools: district.schools.map((one) => ({ ...one, zone: zones[one.id] })) };
    const [arden, cedar] = schools.map((one) => ({
      ...one,
      table: unwrap(dayTable(west as typeof district, one.table.school)),
    })) as [SchoolWeeks, SchoolWeeks];
    const hour = 60; // New York is an hour ahead of Chicago all year.
    const bells = [...bellsOf(arden), ...bellsOf(cedar).map(later)];
    const busy = bells.filter(({ id }, at) => (at < 6 ? ["1", "2"] : ["2", "3"]).includes(id));
    const free = (from: number, to: number) => {
      const found: string[] = [];
      for (let start = from; start + 45 <= to; start += 5)
        if (busy.every((one) => one.end <= start || one.start >= start + 45)) found.push(timeText(start));
      return found;
    };
    const request = { required: ["ana", "cy"], minutes: 45, first: tuesday, last: tuesday };
    const found = unwrap(findDatedTime([arden, cedar], request));
    expect(found.slots.map(({ time }) => time)).toEqual(free(bells[6]!.start, bells[5]!.end));
    expect(found.slots.length).toBeGreaterThan(0);
    const [first] = found.slots;
    const present = [{ weekday: "TU" as const, start: first!.start - hour + 5, end: 1440 }];
    const part = unwrap(findDatedTime([arden, cedar], { ...request, people: [{ id: "cy", present }] }));
    expect(part.slots.map(({ time }) => time)).toEqual(found.slots.slice(1).map(({ time }) => time));
    const none = { ...request, minutes: 300 };
    expect(unwrap(findDatedTime([arden, cedar], none)).slots).toEqual([]);
    const odd = { ...cedar, table: { ...cedar.table, zone: "Mars/Olympus" } };
    const refused = findDatedTime([arden, odd], request);
    expect(refused.ok || refused.issues[0]?.code).toBe("unknown-zone");
  });
  it("keeps a meeting across midnight of the other school's wall time on its own date", () => {
    const far = { ...schools[1]!, table: { ...schools[1]!.table, zone: "Asia/Tokyo" } };
    // Eight in the morning in Tokyo is seven in the evening of the day before in New York.
    const request = { required: ["cy"], minutes: 45, first: tuesday - 1, last: tuesday };
    const own = unwrap(findDatedTime([far], request));
    const seen = unwrap(findDatedTime([schools[0]!, far], request));
    const at = ({ day, start }: { day: number; start: number }) => day * 1440 + start;
    const shown = own.slots
      .map((slot) => at(slot) - 13 * 60)
      .filter((start) => start >= request.first * 1440 && start % 1440 <= 1440 - 45);
    const whole = seen.slots.map(at);
    expect(shown.length).toBeGreaterThan(20);
    expect(whole.filter((start) => start < shown.at(-1)!)).toEqual(shown.slice(0, -1));
  });
  it("says which lessons stand in the way where there is none", () => {
    const all = [school("arden", { ana: ["d1-1", "d1-2", "d1-3", "d1-4", "d1-5", "d1-6"] }), schools[1]!];
    const request = { required: ["ana", "cy"], minutes: 45, first: tuesday, last: tuesday };
    const { slots, obstacles } = unwrap(findDatedTime(all, request));
    expect(slots).toEqual([]);
    expect(obstacles[0]?.message).toMatch(
      /^Only one lesson, Tuesday 15 September 2026, \d\d:\d\d to \d\d:\d\d, stands in the way: class of ana \(ana\)\.$/,
    );
    expect(inLanguage(obstacles[0]!, "es").message).toMatch(
      /^Solo lo impide una clase, el martes 15 de septiembre de 2026, de \d\d:\d\d a \d\d:\d\d: class of ana \(ana\)\.$/,
    );
  });
  it("minds what else is known of people, and refuses whom nobody knows", () => {
    const away = { id: "ana", busy: [{ date: "2026-09-15" }] };
    expect(ask({ people: [away] }).slots).toEqual([]);
    const unknown = findDatedTime(schools, { required: ["zoe"], minutes: 45, first: tuesday, last: tuesday });
    expect(unknown.ok || unknown.issues[0]?.code).toBe("unknown-person");
  });
});

it("joins slots that follow each other into stretches", () => {
  const slot = (start: number, date = "2026-09-15") => ({
    ...{ day: tuesday, date, start, end: start + 30, time: "" },
    ...{ optional: [], reluctant: [], rooms: [] },
  });
  expect(slotStretches([slot(480), slot(485), slot(490), slot(600), slot(600, "2026-09-16")])).toEqual([
    { date: "2026-09-15", start: 480, end: 520 },
    { date: "2026-09-15", start: 600, end: 630 },
    { date: "2026-09-16", start: 600, end: 630 },
  ]);
});

describe("what stands in the way besides the lessons of those who must come", () => {
  const all = ["d1-1", "d1-2", "d1-3", "d1-4", "d1-5", "d1-6"];
  const arden = unwrap(dayTable(district, "arden"));
  const tuesdays = {
    timetableDay: ({ weekday }: { weekday: string }) => (weekday === "TU" ? "d1" : undefined),
  };
  const week = timetable({
    days: 1,
    perDay: 6,
    teachers: ["ana", "bo", "cy"],
    groups: ["r1"],
    lessons: [
      ["art", ["bo", "r1"], all],
      ["yard", ["cy"], ["d1-1"], { kind: "duty" }],
      ["gym", ["cy"], all.slice(1)],
    ],
  });
  const named = (one: (typeof week.resources)[0]) =>
    one.id === "r1" ? { ...one, name: "Room 1", kind: "room" as const } : one;
  const school = {
    timetable: { ...week, resources: week.resources.map(named) },
    table: arden,
    how: tuesdays,
  };
  const asked = (request: Partial<DatedTimeRequest>, table = arden) =>
    unwrap(
      findDatedTime([{ ...school, table }], {
        required: ["ana"],
        minutes: 45,
        first: tuesday,
        last: tuesday,
        ...request,
      }),
    );
  it("the lessons in the only room", () => {
    expect(asked({ rooms: ["r1"] }).obstacles[0]?.message).toBe(
      "Only one lesson, Tuesday 15 September 2026, 08:00 to 08:45, stands in the way: art (Room 1).",
    );
  });
  it("the lesson of whom the quorum lacks, rather a duty than a class", () => {
    const { obstacles } = asked({ optional: ["bo", "cy"], quorum: 2 });
    expect(obstacles[0]?.message).toBe(
      "Only one duty, Tuesday 15 September 2026, 08:00 to 08:45, stands in the way: yard (cy).",
    );
    expect(obstacles[0]?.lessons).toEqual([{ lesson: "yard", school: "arden", keeps: ["cy"] }]);
  });
  it("two lessons that a long meeting meets, with their times", () => {
    expect(asked({ required: ["bo"], minutes: 60 }).obstacles.at(-1)?.message).toMatch(
      /: 2 lessons stand in the way: art, \d\d:\d\d to \d\d:\d\d \(bo\) and art, \d\d:\d\d to/,
    );
  });
  it("nothing, where a quorum can never be", () => {
    const never = findDatedTime([school], {
      required: ["ana"],
      quorum: 2,
      minutes: 45,
      first: tuesday,
      last: tuesday,
    });
    expect(never.ok || never.issues[0]?.code).toBe("impossible-quorum");
  });
  it("planning time is counted in the whole week, whichever dates are asked", () => {
    const protect = { minutes: 600, run: 25 };
    const monday = tuesday - 1;
    const oneDay = asked({ protect }).slots;
    const wholeWeek = asked({ protect, first: monday, last: monday + 4 }).slots;
    expect(oneDay.length).toBeGreaterThan(0);
    expect(oneDay).toEqual(wholeWeek.filter(({ day }) => day === tuesday));
    expect(asked({ protect: { minutes: 1500, run: 25 } })).toEqual({ slots: [], obstacles: [] });
  });
  it("a lunch of the bells is nobody's favourite", () => {
    const days = arden.days.map((day) => ({
      ...day,
      periods: day.periods.map((period) => (period.id === "4" ? { ...period, kind: "lunch" } : period)),
    }));
    const lunch = days.find(({ day }) => day === tuesday)!.periods.find(({ kind }) => kind === "lunch")!;
    for (const { start, end, reluctant } of asked({}, { ...arden, days }).slots) {
      expect(reluctant).toEqual(start < lunch.end && end > lunch.start ? ["ana"] : []);
    }
  });
});
