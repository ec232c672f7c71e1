import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { guessMapping, readSchedule, readTimetable, writeTimetable } from "../src/index.js";
import { schedules } from "./schedule-examples.js";

type Name = keyof typeof schedules;
const placed = (text: string) => {
  const { timetable } = unwrap(readSchedule(text));
  return timetable.lessons.map((lesson) => {
    const own = timetable.placements.filter((p) => p.lesson === lesson.id);
    return `${lesson.name}: ${own.map((p) => p.start + (p.duration > 1 ? `+${p.duration - 1}` : "")).join(" ")}`;
  });
};
const codes = (text: string) => {
  const result = readSchedule(text);
  return result.ok
    ? result.warnings.map((w) => w.code)
    : result.issues.map((i) => `${i.code} ${i.path.join(" ")}`);
};
const patch = (text: string, move: (p: { lesson: string; start: string }) => string | undefined) => {
  const { original, timetable } = unwrap(readSchedule(text));
  const placements = timetable.placements.map((p) => ({ ...p, start: move(p) ?? p.start }));
  return new TextDecoder().decode(unwrap(writeTimetable(original, placements)));
};
const lines = (text: string, other: string) =>
  text.split("\n").filter((line) => !other.split("\n").includes(line));

describe("a master schedule comes in without editing", () => {
  it.each<[Name, string[]]>([
    [
      "expression",
      [
        "Mathematics 7 1: A-1 B-1 C-1 D-1 E-1",
        "Mathematics 7 2: A-2 B-2 C-3 E-3",
        "Science 7 1: A-3 B-3",
        "Math PLC 1: A-4",
      ],
    ],
    [
      "titled",
      [
        "Math 7 0710-1: mon-1 tue-1 wed-1 thu-1 fri-1",
        "Sci 7 0711-1: mon-2 wed-2 fri-2",
        "Art 7 0712-1: tue-2 thu-2",
      ],
    ],
    [
      "abbreviated",
      [
        "English 6 1: mon-1 tue-1 wed-1 thu-1 fri-1",
        "English 6 2: mon-2 tue-2 wed-2 thu-2 fri-2",
        "Band 1: tue-1+1 thu-1+1",
        "Reading Lab 1: mon-2 wed-2 fri-2",
      ],
    ],
    ["cards", ["Mathematics: mon-1 tue-2", "English: mon-2", "English: mon-1", "Mathematics: wed-1"]],
    ["masks", ["Maths: mon-1 wed-1", "English: tue-1 thu-1 fri-1"]],
    ["studentRows", ["Math M1: A-1", "Sci S1: B-2"]],
    ["dayColumns", ["Math 1: mon-1 wed-1 fri-1", "Sci 1: tue-1 thu-1 mon-2"]],
    [
      "gridOfDays",
      [
        "7A Math: mon-1 tue-2",
        "7B Math: tue-1",
        "7B Eng: mon-1",
        "7A Eng: mon-2",
        "Team meeting: tue-2",
        "7B Art: mon-2",
        "7A Art: tue-1",
      ],
    ],
    ["spanish", ["Matemáticas: mon-1 tue-1 wed-1 thu-1 fri-1", "Lengua: mon-2 wed-2"]],
  ])("%s", (name, expected) => {
    expect(placed(schedules[name])).toEqual(expected);
  });

  it("knows people, classes, rooms, meetings and bells", () => {
    const expression = unwrap(readSchedule(schedules.expression)).timetable;
    expect(expression.lessons.find((l) => l.name.startsWith("Math PLC"))).toMatchObject({
      kind: "meeting",
      resources: ["Alpha, Ann", "Beta, Bob"],
    });
    const students = unwrap(readSchedule(schedules.studentRows)).timetable;
    expect(students.lessons[0]?.resources).toEqual(["Alpha", "1", "2"]);
    const cards = unwrap(readSchedule(schedules.cards)).timetable;
    expect(cards.resources.find((r) => r.id === "7A")).toMatchObject({ kind: "group", grade: "7" });
    expect(cards.placements[0]?.chosen).toEqual([{ role: "room", resource: "101" }]);
    const times = unwrap(readSchedule(schedules.times)).timetable;
    expect(times.periods[0]).toMatchObject({ id: "mon-8:00 AM", start: 480, end: 530 });
    expect(times.resources[0]?.id).toBe("Alpha, Ann");
    const grid = unwrap(readSchedule(schedules.grid)).timetable;
    expect(grid.lessons.find((l) => l.kind === "meeting")?.resources).toEqual(["Beta", "Gamma"]);
    expect(grid.lessons.map((l) => l.name)).not.toContain("Prep");
    expect(unwrap(readSchedule(schedules.titled)).timetable.school).toBe(
      "Springfield Middle School Master Schedule",
    );
  });

  it("takes co-teachers for teachers, and a second T for Thursday", () => {
    const text =
      'Teacher,Course,Section,Period,Days\n"Alpha, Ann\nBeta, Bob",Math,1,1,MTWTF\nGamma & Delta,Art,1,1,TT\n';
    const { lessons, placements } = unwrap(readSchedule(text)).timetable;
    expect(lessons.map((l) => [l.kind, ...l.resources])).toEqual([
      ["teaching", "Alpha, Ann", "Beta, Bob"],
      ["teaching", "Gamma", "Delta"],
    ]);
    expect(placements.map((p) => p.start)).toEqual([
      "mon-1",
      "tue-1",
      "wed-1",
      "thu-1",
      "fri-1",
      "tue-1",
      "thu-1",
    ]);
  });

  it("makes no period where nobody is taught, so that a block schedule's gaps never look free", () => {
    const text = "Teacher,Course,Section,Period,Days\nAlpha,Math,1,1,A\nBeta,Sci,1,2,B\nGamma,Art,1,1,B\n";
    expect(unwrap(readSchedule(text)).timetable.periods.map((p) => p.id)).toEqual(["A-1", "B-1", "B-2"]);
  });

  it("says what it guessed and assumed", () => {
    expect(codes(schedules.daily)).toEqual(["mapping-guessed", "days-assumed"]);
    expect(codes(schedules.titled)).toEqual(["mapping-guessed", "row-skipped", "term-chosen", "no-students"]);
    expect(codes(schedules.merged)).toEqual(["mapping-guessed", "planning-is-free", "no-students"]);
    const guess = unwrap(guessMapping(schedules.daily));
    expect(guess.certainty).toBe(0.5);
    expect(guess.questions).toEqual(["no-days-column"]);
    expect(guess.columns.map((c) => c.field)).toEqual([
      "teacher",
      "course",
      "section",
      "room",
      "period",
      "students",
    ]);
  });

  it("reads a confirmed mapping the same way again, and says when it no longer fits", () => {
    for (const text of Object.values(schedules)) {
      const { mapping } = unwrap(guessMapping(text));
      const remembered = JSON.parse(JSON.stringify(mapping));
      const first = unwrap(readSchedule(text)).timetable;
      expect(unwrap(readSchedule(text, { mapping: remembered })).timetable).toEqual(first);
    }
    const { mapping } = unwrap(guessMapping(schedules.daily));
    const broken = readSchedule(schedules.daily, { mapping: { ...mapping, headerRow: 0 } });
    expect(!broken.ok && broken.issues[0]).toMatchObject({
      code: "bad-mapping",
      path: ["mapping", "headerRow"],
    });
    const other = readSchedule(schedules.cards, { mapping });
    expect(!other.ok && other.issues[0]?.code).toBe("mapping-does-not-fit");
  });

  it("reads Windows-1252, UTF-16 and byte order marks", async () => {
    const text = schedules.spanish;
    const latin = Uint8Array.from(text, (c) => c.charCodeAt(0));
    const wide = Buffer.from(`\uFEFF${text}`, "utf16le");
    for (const bytes of [latin, wide, new TextEncoder().encode(`\uFEFF${text}`)]) {
      const { timetable, original } = unwrap(await readTimetable(bytes));
      expect(timetable.resources[0]?.name).toBe("Peña, Ana");
      expect(Buffer.from(unwrap(writeTimetable(original, timetable.placements)))).toEqual(Buffer.from(bytes));
    }
  });
});

describe("bad sheets are refused with their row numbers", () => {
  const head = "Teacher,Course,Period,Days\n";
  it.each([
    ["two headers", `${head}Alpha,Math,1,M-F\n${head}Beta,Sci,1,M-F\n`, ["two-headers rows 3"]],
    ["another table below", `${head}Alpha,Math,1,M-F\nCourse,Period,Teacher,Room\n`, ["two-headers rows 3"]],
    ["a header twice in a row", "Teacher,Teacher,Course,Period\nA,B,C,1\n", ["same-header mapping teacher"]],
    ["ragged rows", `${head}Alpha, Ann,Math,1,M-F\nBeta,Sci,1\n`, ["ragged-row rows 2", "ragged-row rows 3"]],
    ["unknown days", `${head}Alpha,Math,1,M-F\nBeta,Sci,2,MZQ\n`, ["unknown-day rows 3"]],
    ["an open quote", `${head}"Alpha,Math,1,M-F\n`, ["unclosed-quote rows 2"]],
    ["no lessons", head, ["no-rows rows"]],
    ["no teacher", "Course,Period,Days\nMath,1,M-F\n", ["no-teacher-column rows 1"]],
    ["no period", "Teacher,Course,Room\nAlpha,Math,1\n", ["no-period-column rows 1"]],
    ["a letter", "Dear principal,\nthis is a letter, and not a schedule.\n", ["no-header "]],
  ])("%s", (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("leaves out a header that a report repeats on every page", () => {
    const page = `${head}Alpha,Math,1,M-F\n`;
    expect(codes(page + page + page)).toEqual(["mapping-guessed", "header-repeated", "no-students"]);
  });
});

describe("a plan goes back into the same sheet", () => {
  it("keeps every byte where nothing moves", () => {
    for (const text of Object.values(schedules)) expect(patch(text, () => undefined)).toBe(text);
  });

  it("patches days and periods in the file's own words", () => {
    const expression = patch(schedules.expression, (p) => (p.start === "A-1" ? "C-3" : undefined));
    expect(lines(expression, schedules.expression)).toEqual([
      'MATH7,Mathematics 7,1,3400,1(B-E) 3(C),"Alpha, Ann",101,24',
    ]);
    const titled = patch(schedules.titled, (p) => (p.start === "mon-1" ? "fri-2" : undefined));
    expect(lines(titled, schedules.titled)).toEqual([
      '0710,Math 7,0710-1,"Alpha, Ann",101,S1,2,F',
      '0710,Math 7,0710-1,"Alpha, Ann",101,S1,1,TWThF',
    ]);
    const double = patch(schedules.abbreviated, (p) =>
      p.start === "tue-1" && p.lesson === "101 1" ? "wed-1" : undefined,
    );
    expect(lines(double, schedules.abbreviated)).toEqual(["101;1;Band;BETA BOB;GYM;WR;1-2;1"]);
    const masks = patch(schedules.masks, (p) => (p.start === "wed-1" ? "fri-1" : undefined));
    expect(lines(masks, schedules.masks)).toEqual(["7A,Maths,Alpha,10001,1"]);
    const marks = patch(schedules.dayColumns, (p) => (p.start === "wed-1" ? "thu-1" : undefined));
    expect(lines(marks, schedules.dayColumns)).toEqual(["Alpha,Math,1,1,X,,,X,X"]);
    const daily = patch(schedules.daily, (p) =>
      p.start === "mon-1" && p.lesson === "Math 1" ? "mon-2" : undefined,
    );
    expect(lines(daily, schedules.daily)).toEqual([
      "Alpha,Math,1,101,2(M),s1;s2;s3",
      "Alpha,Math,1,101,1(TWRF),s1;s2;s3",
    ]);
  });

  it("moves every student's row with the section", () => {
    const moved = patch(schedules.studentRows, (p) => (p.start === "A-1" ? "B-2" : undefined));
    expect(lines(moved, schedules.studentRows)).toEqual(["1,Math,M1,Alpha,2,B", "2,Math,M1,Alpha,2,B"]);
  });

  it("swaps a grid's cells, planning time included", () => {
    const moved = patch(schedules.gridOfDays, (p) =>
      p.lesson === "Alpha · 7A Math" && p.start === "mon-1" ? "mon-2" : undefined,
    );
    expect(lines(moved, schedules.gridOfDays)).toEqual(["Alpha,Prep,7A Math,7B Math,7A Math"]);
  });

  it("says when a sheet cannot express a plan", () => {
    const { original, timetable } = unwrap(readSchedule(schedules.grid));
    const first = timetable.placements[0]!;
    const moved = timetable.placements.map((p) => (p === first ? { ...p, start: "mon-2" } : p));
    const result = writeTimetable(original, moved);
    expect(!result.ok && result.issues.map((i) => i.code)).toEqual(["not-expressible"]);
  });
});

describe("a master schedule as schools keep them", () => {
  const sheet = [
    '"Example Middle School",,,,,',
    '"MASTER SCHEDULE (last year, FINAL v3)",,,,,',
    ",,,,,",
    "Course Title,Sec.,Instructor,Per,Mtg Days,Gr Lvl",
    'English,7A,"One, Teacher",1,MWF,07',
    'English,7B,"One, Teacher",Period 2,MWF,07',
    'Science,7A,"Two, Teacher",2,M W F,07',
    'Science,7B,"Two, Teacher",1,MWF,07',
    'Art,7A,"Three, Teacher",3,,07',
    'Art,7B,"Three, Teacher",4,,07',
    ',,,"TOTAL SECTIONS",,6',
  ].join("\r\n");

  it("leaves totals out, takes rows without days for every day, and classes for students", () => {
    const read = readSchedule(`\uFEFF${sheet}`);
    const { timetable } = unwrap(read);
    expect(timetable.days.map(({ id }) => id)).toEqual(["mon", "tue", "wed", "thu", "fri"]);
    expect(timetable.resources.filter(({ kind }) => kind === "group").map(({ name }) => name)).toEqual([
      "7A",
      "7B",
    ]);
    expect(timetable.placements.filter(({ lesson }) => lesson.startsWith("Art"))).toHaveLength(10);
    expect(timetable.lessons).toHaveLength(6);
    const codes = read.ok ? read.warnings.map(({ code }) => code) : [];
    expect(codes).toEqual(expect.arrayContaining(["row-skipped", "days-assumed"]));
  });
});
