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
