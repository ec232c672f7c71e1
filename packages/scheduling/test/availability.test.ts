import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { district, timetableOf } from "../nightly/district.js";
import {
  availabilityGrid,
  buildAvailability,
  createAvailability,
  type DatedLesson,
  datedLessons,
  dayTable,
  findSlots,
  isFree,
  markBusy,
  parseDate,
  parseMoment,
  parseRule,
  planningMinutes,
} from "../src/index.js";

const monday = parseDate("2026-09-14")!;
const week = [0, 1, 2, 3, 4].map((more) => monday + more);
const grid = availabilityGrid(week, 480, 960);
const lesson = (school: string, start: number, end: number): DatedLesson => ({
  lesson: "l",
  name: "L",
  school,
  day: monday,
  date: "2026-09-14",
  period: "1",
  start,
  end,
  resources: ["t1"],
});

describe("a person's time", () => {
  it("is lessons, part-time work, absences and what recurs", () => {
    const made = unwrap(
      buildAvailability(grid, [
        {
          id: "t1",
          lessons: [lesson("north", 500, 545)],
          present: [
            { weekday: "MO", start: 480, end: 720 },
            { weekday: "TU", start: 600, end: 960 },
          ],
          busy: [{ date: "2026-09-15", start: 840, end: 870 }],
          recurring: [
            {
              recurrence: {
                start: parseMoment("20260901T110000")!,
                rule: unwrap(parseRule("FREQ=WEEKLY;BYDAY=TU")),
              },
              minutes: 30,
            },
          ],
        },
      ]),
    );
    const free = (day: number, start: number, end: number) => isFree(made, "t1", day, start, end);
    expect([
      free(monday, 480, 500),
      free(monday, 540, 550),
      free(monday, 545, 720),
      free(monday, 720, 725),
    ]).toEqual([true, false, true, false]);
    expect([
      free(monday + 1, 595, 605),
      free(monday + 1, 600, 660),
      free(monday + 1, 660, 690),
      free(monday + 1, 690, 840),
      free(monday + 1, 840, 870),
    ]).toEqual([false, true, false, true, false]);
    expect(free(monday + 2, 480, 485)).toBe(false);
  });
  it("includes the way from one school to the next", () => {
    const lessons = [lesson("north", 480, 525), lesson("south", 570, 615), lesson("south", 620, 660)];
    const made = unwrap(buildAvailability(grid, [{ id: "t1", lessons }], () => 20));
    expect(isFree(made, "t1", monday, 525, 550)).toBe(true);
    expect(isFree(made, "t1", monday, 550, 555)).toBe(false);
    expect(isFree(made, "t1", monday, 615, 620)).toBe(true);
  });
  it("warns of what cannot be used, and says where", () => {
    const built = buildAvailability(grid, [
      { id: "t1", busy: [{ date: "soon" }] },
      {
        id: "t2",
        recurring: [
          {
            recurrence: {
              start: parseMoment("20260901T110000")!,
              rule: unwrap(parseRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
            },
            minutes: 30,
          },
        ],
      },
    ]);
    expect(built.ok && built.warnings.map(({ code, path }) => [code, ...path])).toEqual([
      ["bad-date", "people", 0, "busy", 0],
      ["rule-never-occurs", "people", 1, "recurring", 0],
    ]);
  });
});

describe("finding slots", () => {
  const made = () => createAvailability(grid, ["t1", "t2", "t3", "room-1", "room-2"], true);

  it("asks for everyone required, counts who else can come, and keeps a quorum", () => {
    const time = made();
    for (const day of week) markBusy(time, "t1", day, 480, 900);
    for (const day of week.slice(1)) markBusy(time, "t2", day, 0, 1440);
    markBusy(time, "t3", monday, 930, 960);
    const query = { required: ["t1", "t2"], optional: ["t3"], minutes: 30 };
    const slots = unwrap(findSlots(time, query));
    expect(slots.map(({ time: at, optional }) => [at, optional.length])).toEqual([
      ["15:00", 1],
      ["15:05", 0],
      ["15:10", 0],
      ["15:15", 0],
      ["15:20", 0],
      ["15:25", 0],
      ["15:30", 0],
    ]);
    expect(unwrap(findSlots(time, { ...query, quorum: 3 })).map((slot) => slot.time)).toEqual(["15:00"]);
    expect(unwrap(findSlots(time, { ...query, every: 15 })).map((slot) => slot.time)).toEqual([
      "15:00",
      "15:15",
      "15:30",
    ]);
  });
  it("needs one of the rooms", () => {
    const time = made();
    for (const day of week) markBusy(time, "room-1", day, 0, day === monday ? 930 : 1440);
    for (const day of week) markBusy(time, "room-2", day, 0, 1440);
    const slots = unwrap(findSlots(time, { required: ["t1"], minutes: 30, rooms: ["room-1", "room-2"] }));
    expect(slots.map(({ date, time: at, rooms }) => [date, at, rooms])).toEqual([
      ["2026-09-14", "15:30", ["room-1"]],
    ]);
  });
  it("does not eat planning time that a contract protects", () => {
    const time = made();
    for (const day of week) markBusy(time, "t1", day, 0, 900);
    expect(planningMinutes(time, "t1", monday, 25)).toBe(300);
    expect(
      unwrap(findSlots(time, { required: ["t1"], minutes: 45, protect: { minutes: 240, run: 25 } })).length,
    ).toBeGreaterThan(0);
    // 45 minutes at the beginning or end of the hour leave 15, too short to count.
    expect(
      unwrap(findSlots(time, { required: ["t1"], minutes: 45, protect: { minutes: 241, run: 10 } })).length,
    ).toBeGreaterThan(0);
    expect(
      unwrap(findSlots(time, { required: ["t1"], minutes: 45, protect: { minutes: 256, run: 10 } })),
    ).toEqual([]);
    expect(
      unwrap(findSlots(time, { required: ["t1"], minutes: 45, protect: { minutes: 241, run: 25 } })),
    ).toEqual([]);
  });
  it("names who would rather not", () => {
    const built = unwrap(
      buildAvailability(grid, [{ id: "t1", avoid: [{ date: "2026-09-14", start: 480, end: 540 }] }]),
    );
    const slots = unwrap(findSlots(built, { required: ["t1"], minutes: 60, every: 60 }));
    expect(slots.slice(0, 2).map(({ reluctant }) => reluctant)).toEqual([["t1"], []]);
  });
  it("answers impossible questions with a code", () => {
    const code = (query: Parameters<typeof findSlots>[1]) => {
      const found = findSlots(made(), query);
      return found.ok || found.issues[0]?.code;
    };
    expect(code({ required: [], minutes: 30 })).toBe("nobody-required");
    expect(code({ required: ["x"], minutes: 30 })).toBe("unknown-person");
    expect(code({ required: ["t1"], optional: ["t1"], quorum: 2, minutes: 30 })).toBe("impossible-quorum");
    expect(code({ required: ["t1"], minutes: 0 })).toBe("slot-too-long");
    expect(code({ required: ["t1"], minutes: 481 })).toBe("slot-too-long");
  });
});

it("finds time for a team across three schools with different bells, on days with odd schedules", () => {
  const tables = district.schools.map(({ id }) => unwrap(dayTable(district, id)));
  const lessons = tables.flatMap((table) => datedLessons(timetableOf(table.school), table));
  const people = ["arden-t1", "birch-t2", "cedar-t3"];
  const days = tables[0]!.days.filter(({ school }) => school).map(({ day }) => day);
  const time = unwrap(
    buildAvailability(
      availabilityGrid(days, 450, 930),
      people.map((id) => ({ id, lessons: lessons.filter(({ resources }) => resources.includes(id)) })),
    ),
  );
  const slots = unwrap(findSlots(time, { required: people, minutes: 45 }));
  expect(slots.length).toBeGreaterThan(500);
  for (const slot of slots) {
    const taken = lessons.some(
      ({ day, start, end, resources }) =>
        day === slot.day &&
        start < slot.end &&
        end > slot.start &&
        people.some((id) => resources.includes(id)),
    );
    if (taken) throw new Error(`${slot.date} ${slot.time} is taken.`);
  }
});

it("keeps 5,000 teachers over a year in less than 16 MB", () => {
  const year = availabilityGrid(
    Array.from({ length: 190 }, (_, day) => 20_697 + day),
    450,
    930,
  );
  expect(
    createAvailability(
      year,
      Array.from({ length: 5000 }, (_, index) => `t${index}`),
    ).busy.byteLength,
  ).toBeLessThan(16e6);
});
