import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { plan } from "../src/plan.js";
import { waysToMakeTime } from "../src/ways.js";
import { waysSheet } from "../src/ways-sheet.js";
import { turnsOf } from "../src/ways-week.js";
import { school } from "./schools.js";

// Two days of three periods of 50 minutes. t1 and t2 teach both classes; t3 and t4 are their specials.
const timetable = school(2, 3, [
  "t1 g1 @ d1p1 d2p1",
  "t2 g1 @ d1p2 d2p2",
  "t3 g1 @ d1p3 d2p3",
  "t2 g2 @ d1p1 d2p1",
  "t1 g2 @ d1p2 d2p2",
  "t4 g2 @ d1p3",
]);
const teams = [{ id: "grade", members: ["t1", "t2"], blocks: 2 }];
const waysOf = (question: object, asked = teams, week = timetable) =>
  unwrap(waysToMakeTime(week, asked, { minutesPerPeriod: 50, ...question }));
const only = (kind: string, question: object, asked = teams, week = timetable) =>
  waysOf(question, asked, week).find((way) => way.kind === kind)!;

describe("ways to make time", () => {
  it("counts shaved minutes for team, students, contract and law", () => {
    const question = {
      shave: { minutes: 5 },
      contract: { ownMinutes: 95, shortest: 10 },
      law: { instructionMinutes: 300 * 36 - 900, weeks: 36 },
    };
    expect(only("shave", question)).toMatchObject({
      gained: 30,
      instructionLost: 30,
      students: 2,
      teachers: 4,
      belowContract: ["t1", "t2"],
      // g2 is taught 5 periods: 250 minutes less 25, 36 times, against 9,900.
      law: { kept: false, spare: -1800 },
    });
  });

  it("says that a stretch is too short to count, and gains nothing", () => {
    const way = only("shave", { shave: { minutes: 5 }, contract: { shortest: 25 } });
    expect(way.gained).toBe(0);
    expect(way.notes).toContainEqual({ code: "short-stretch", values: { block: 15, shortest: 25 } });
  });

  it("takes release time from the end of the day, and counts the periods that are taught then", () => {
    expect(only("release", { release: { minutes: 60, day: "d2", when: "early" } })).toMatchObject({
      gained: 60,
      instructionLost: 60,
    });
    const late = only("release", { release: { minutes: 60, day: "d2", when: "late", every: 2 } });
    expect(late).toMatchObject({ gained: 30, instructionLost: 30 });
  });

  it("lets teams with a member in common meet in turns", () => {
    const two = [...teams, { id: "other", members: ["t2", "t3"], blocks: 1 }];
    expect(turnsOf(two)).toBe(2);
    expect(only("release", { release: { minutes: 60, day: "d1", when: "early" } }, two).teams).toEqual([
      { team: "grade", gained: 30 },
      { team: "other", gained: 30 },
    ]);
  });

  it("finds how often all classes can be at specials at once, each with a teacher of its own", () => {
    const three = [{ ...teams[0]!, blocks: 3 }];
    const crowded = school(3, 1, [
      "t1 g1 @ d1p1",
      "t2 g1 @ d2p1",
      "t3 g1 @ d3p1",
      "t2 g2 @ d1p1",
      "t1 g2 @ d3p1",
      "t3 g2 @ d2p1",
    ]);
    const way = only("specials", {}, three, crowded);
    expect(way.gained).toBe(0);
    expect(way.notes).toEqual([{ code: "no-specials", values: { team: "grade", n: 0 } }]);
    const relieved = school(3, 1, [
      "t1 g1 @ d1p1",
      "t2 g1 @ d2p1",
      "t3 g1 @ d3p1",
      "t2 g2 @ d1p1",
      "t1 g2 @ d3p1",
      "t4 g2 @ d2p1",
    ]);
    const one = only("specials", {}, [{ ...teams[0]!, blocks: 1 }], relieved);
    // On the third day g1 is with t3 already and g2's lesson changes places with its special.
    expect(one).toMatchObject({ gained: 50, moved: 2, students: 2, teachers: 4 });
  });

  it("covers the lessons of a team's meeting within its caps", () => {
    const question = { cover: { teachers: 1, lessonsPerTeacher: 1 } };
    const busy = school(2, 2, ["t1 g1 @ d1p1 d1p2 d2p1", "t2 g2 @ d1p1 d2p1 d2p2"]);
    const way = only("cover", question, teams, busy);
    // In d1p2 only t1 teaches, in d2p2 only t2.
    expect(way).toMatchObject({ gained: 100, coverHours: 1.7, teachers: 2, students: 2 });
    const none = only(
      "cover",
      { cover: { teachers: 1, lessonsPerTeacher: 1 } },
      [{ id: "all", members: ["t1", "t2"], blocks: 3 }],
      busy,
    );
    expect(none.notes).toContainEqual({ code: "cover-short", values: { n: 1 } });
  });

  it("sets plans for two horizons beside the others, and says it in two languages", async () => {
    const problem = { timetable, teams, rules: "clashes" } as const;
    const made = await plan(problem, { seed: 1, steps: 20 });
    const ways = unwrap(
      waysToMakeTime(timetable, teams, { minutesPerPeriod: 50 }, { "next-term": made, "next-year": made }),
    );
    expect(ways.slice(0, 2).map(({ from }) => from)).toEqual(["next-term", "next-year"]);
    expect(ways[0]).toMatchObject({ instructionLost: 0, moved: made.moves.length });
    const sheet = waysSheet(ways, teams, "es");
    expect(sheet).toContain("Intercambiar clases");
    // It fits a sheet of paper across.
    for (const line of sheet.split("\n")) expect(line.length).toBeLessThanOrEqual(128);
  });

  it("refuses what it cannot count", () => {
    const refused = (question: object) => {
      const result = waysToMakeTime(timetable, teams, question);
      return result.ok ? undefined : result.issues[0]?.code;
    };
    expect(refused({})).toBe("unknown-minutes");
    expect(refused({ minutesPerPeriod: 50, shave: { minutes: 5, days: ["someday"] } })).toBe("unknown-day");
  });
});
