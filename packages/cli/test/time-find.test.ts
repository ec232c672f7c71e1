import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SchoolCalendar } from "@collegium/scheduling";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./run.js";

let folder: string;
let school: string;
let other: string;
let calendar: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "collegium-find-"));
  school = join(folder, "school.xml");
  await run("demo", "school", "--seed", "1", "--out", school);
  other = join(folder, "other.xml");
  writeFileSync(other, readFileSync(school, "utf8").replace(/"t(\d\d)"/g, '"u$1"'));
  calendar = join(folder, "calendar.json");
  writeFileSync(calendar, JSON.stringify(year()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const find = (...args: string[]) => run("time", "find", "--timetable", school, ...args);

it("shows a team's week and every time it has, best first", async () => {
  const { code, out } = await find("--team", "grade-6");
  expect(code).toBe(0);
  expect(out).toMatch(/Monday\s+Tuesday/);
  expect(out).toMatch(/\n1 time, best first:\n {2}\w+day, period \d: all 5 can come\.$/);
});

it("says what stands in the way where there is no time", async () => {
  const { code, out } = await find("--team", "grade-7");
  expect(code).toBe(0);
  expect(out).toMatch(
    /No time\. What stands in the way, least first:\n {2}Only one lesson, \w+day, period \d, stands/,
  );
});

it("answers in JSON, with a quorum, a length and own periods", async () => {
  const { out } = await find("--optional", "t01,t02,t03", "--quorum", "2", "--periods", "2", "--json");
  const { times } = JSON.parse(out);
  expect(times.length).toBeGreaterThan(0);
  for (const { periods, attending } of times) {
    expect([periods.length, attending.length >= 2]).toEqual([2, true]);
  }
  const strict = JSON.parse((await find("--people", "t01", "--own", "30", "--json")).out);
  expect(strict.times).toEqual([]);
});

describe("on dates of a calendar", () => {
  const dated = (...args: string[]) =>
    find("--calendar", calendar, "--from", "2026-09-14", "--to", "2026-09-18", ...args);

  it("finds stretches with each date's own bells", async () => {
    const { code, out } = await dated("--people", "t01,t02");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Everyone is free, and the meeting fits:\n {2}\w+day \d+ September 2026, \d\d:\d\d-\d\d:\d\d/,
    );
  });
  it("joins schools with different bells, and says in Spanish what stands in the way", async () => {
    const both = await dated("--people", "t01,u01", "--with", `south=${other}`, "--json");
    const one = await dated("--people", "t01", "--json");
    const times = (text: string) =>
      new Set(
        JSON.parse(text).slots.map((slot: { date: string; start: number }) => `${slot.date} ${slot.start}`),
      );
    expect([...times(both.out)].every((time) => times(one.out).has(time))).toBe(true);
    const long = await dated("--team", "grade-6", "--minutes", "200", "--lang", "es");
    expect(long.out).toMatch(
      /^Ningún momento\. Lo que lo impide, lo menor primero:\n {2}Lo impiden \d clases/,
    );
  });
  describe("several schools", () => {
    const written = (name: string, value: unknown) => {
      writeFileSync(join(folder, name), JSON.stringify(value));
      return join(folder, name);
    };
    const slots = async (...args: string[]) => {
      const { code, out, err } = await dated(...args, "--json");
      expect([code, err]).toEqual([0, ""]);
      return JSON.parse(out).slots as { date: string; start: number; end: number }[];
    };

    it("reads part-timers of each by that school's own clock", async () => {
      const asked = ["--people", "t01,u01", "--minutes", "20", "--with", `south=${other}`];
      const all = await slots(...asked);
      const { date = "", start = 0, end = 0 } = all[3] ?? {};
      const day = ["Mon", "Tue", "Wed", "Thu", "Fri"][Number(date.slice(-2)) - 14];
      const hours = `${day} ${clock(start)}-${clock(end)}`;
      const own = (present: object) => slots(...asked, "--present", written("present.json", present));
      const same = all.filter((slot) => slot.date === date);
      expect(await own({ t01: [day], u01: [hours] })).toEqual([all[3]]);
      expect(await own({ t01: [hours, `${day} 00:00-00:05`] })).toEqual([all[3]]);
      expect(await own({ u01: [day] })).toEqual(same);
      const nobody = written("nobody.json", { zz: ["Mon"] });
      expect((await dated(...asked, "--present", nobody)).err).toMatch(/not in the timetable/);
    });
    it("takes a team of two schools, and tells people of equal ids apart by the school", async () => {
      const teams = (members: string[]) => written("teams.json", { teams: [{ id: "both", members }] });
      const with_ = (file: string) => ["--with", `south=${file}`, "--teams"];
      const team = [...with_(other), teams(["t01", "u02"]), "--team", "both"];
      expect(await slots(...team)).toEqual(await slots("--people", "t01,u02", "--with", `south=${other}`));
      const same = join(folder, "same.xml");
      writeFileSync(
        same,
        readFileSync(school, "utf8").replace(/(<Resource Id="t\d\d">\s*<Name>)/g, "$1South "),
      );
      const prefixed = await slots("--people", "t01,south:t02", "--with", `south=${same}`);
      expect(prefixed).toEqual(await slots(...team));
      const unknown = await dated(...with_(other), teams(["t01", "x02"]), "--team", "both");
      expect([unknown.code, unknown.err]).toEqual([1, expect.stringMatching(/not in the timetable/)]);
    });
  });
  it("warns where the bells know none of the timetable's periods, so that everyone looks free", async () => {
    const odd = join(folder, "odd.json");
    writeFileSync(odd, readFileSync(calendar, "utf8").replace(/"(id|name)":"(\d)"/g, '"$1":"p$2"'));
    const { err } = await find("--calendar", odd, "--people", "t01");
    expect(err).toMatch(/The bells have no period that the timetable calls 1, .* count on no date\./);
  });
  it("says beside each stretch who cannot come and which room is free, and keeps planning minutes", async () => {
    const { out } = await dated("--people", "t01", "--optional", "t02", "--rooms", "room-01,room-02");
    expect(out).toMatch(/^Everyone who must come is free, and the meeting fits:\n/);
    expect(out).toMatch(/\d\d:\d\d-\d\d:\d\d; without [^;]+; free: [^;\n]+\n/);
    const kept = await dated("--people", "t01", "--own", "2000");
    expect(kept.out).toMatch(
      /^No time on these dates, and no lesson is to blame: .* too little time alone\.$/,
    );
  });
  it.each([
    [["--people", "t01", "--periods", "2"], 2, /--minutes says how long/],
    [["--people", "t01", "--with", "south"], 2, /takes a school and its timetable/],
    [["--people", "t01", "--school", "west"], 1, /no school with this id/],
    [["--people", "t01", "--to", "tomorrow"], 2, /takes a date/],
    [["--people", "t01", "--minutes", "900"], 1, /fit into one day/],
    [["--lang", "fr", "--people", "t01"], 2, /en or es/],
    [[], 2, /--team or --people/],
  ] as const)("refuses %j with exit code %i and a sentence", async (args, wanted, says) => {
    const { code, out, err } = await dated(...args);
    expect([code, out]).toEqual([wanted, ""]);
    expect(err).toMatch(says);
  });
});

it.each([
  [["--team", "nobody"], 2, /no team/],
  [[], 2, /--team, --people or --optional/],
  [["--people", "zz"], 1, /not in the timetable/],
  [["--people", "t01", "--quorum", "3"], 1, /quorum/],
] as const)("refuses %j with exit code %i and a sentence", async (args, wanted, says) => {
  const { code, out, err } = await find(...args);
  expect([code, out]).toEqual([wanted, ""]);
  expect(err).toMatch(says);
});

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A year of two schools, the second an hour later. */
function year() {
  const bells = (from: number) => [
    {
      dayKind: "regular",
      periods: [1, 2, 3, 4, 5, 6, 7].map((nth) => ({
        id: `${nth}`,
        name: `${nth}`,
        start: clock(from + 50 * (nth - 1)),
        end: clock(from + 50 * (nth - 1) + 45),
      })),
    },
  ];
  return {
    kind: "school-calendar",
    schemaVersion: 1,
    id: "year",
    ...(SchoolCalendar.options.examples[0] as object),
    schools: [
      { id: "north", name: "North", bells: bells(480) },
      { id: "south", name: "South", bells: bells(540) },
    ],
  };
}
