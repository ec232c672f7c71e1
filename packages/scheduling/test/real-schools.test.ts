import { readFileSync } from "node:fs";
import { readTimetable } from "@collegium/exchange";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { auditTime, findTeams, readTeams, type Timetable, weekGrid } from "../src/index.js";

const data = process.env["COLLEGIUM_DATA"];

async function school(name: string): Promise<Timetable> {
  const file = `${name}.xml.gz`;
  const bytes = readFileSync(`${data}/timetables/xhstt/${file}`);
  return unwrap(await readTimetable(bytes, { name: file })).timetable;
}

describe.skipIf(data === undefined)("real schools (skipped where COLLEGIUM_DATA is not set)", () => {
  it("AU-BG-98 has its faculty and welfare meetings as teams, with the time they have", async () => {
    const timetable = await school("AU-BG-98");
    const { teams } = auditTime(timetable, findTeams(timetable));
    const meetings = teams.filter(({ source }) => source === "meetings");
    const found = meetings.map((team) => [
      team.name,
      team.members.length,
      team.meetingPeriods,
      team.commonPeriods,
    ]);
    expect(found).toEqual([
      ["EnglishFacultyMeeting_1", 7, ["Wed5"], ["Wed6"]],
      ["HistoryArtFacultyMeeting_1", 8, ["Thu1"], ["Thu2"]],
      ["MathematicsFacultyMeeting_1", 7, ["Mon5"], ["Mon6", "Thu7", "Thu8"]],
      ["PDFacultyMeeting_1", 5, ["Tue4"], ["Thu3"]],
      ["StudentWelfareMeeting_1", 5, ["Thu5"], []],
      ["ExecutiveMeeting_1", 10, ["Fri6", "Fri7", "Fri8"], []],
    ]);
    expect(meetings.map(({ blocksNow }) => blocksNow)).toEqual([1, 1, 2, 1, 0, 0]);
  });

  it.each([
    ["AU-BG-98", 1, 1, 22],
    ["FI-PB-98", 11, 3, 16],
    ["ZA-WD-09", 0, 0, 16],
  ])(
    "the test teams of %s have %i blocks today by lessons, %i by its rules, of %i",
    async (name, now, ruled, wanted) => {
      const timetable = await school(name);
      const file = JSON.parse(readFileSync(`${data}/timetables/teams/${name}.json`, "utf8"));
      const teams = unwrap(readTeams(file, timetable)).teams;
      const sums = (rules: "all" | "clashes") => {
        const audit = auditTime(timetable, teams, { rules }).teams;
        return (["blocksNow", "target"] as const).map((key) =>
          audit.reduce((sum, team) => sum + team[key], 0),
        );
      };
      expect(sums("clashes")).toEqual([now, wanted]);
      expect(sums("all")).toEqual([ruled, wanted]);
      expect(weekGrid(timetable).doubled).toEqual([]);
    },
  );

  it("ZA-WD-09, with one small course team, gets suggestions for the others", async () => {
    const teams = findTeams(await school("ZA-WD-09"));
    expect(new Set(teams.map(({ source }) => source))).toEqual(new Set(["course", "suggested"]));
    const ids = teams.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
