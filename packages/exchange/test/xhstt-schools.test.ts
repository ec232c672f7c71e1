import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { readTimetable, writeTimetable } from "../src/index.js";

const data = process.env["COLLEGIUM_DATA"];
const schools = ["AU-BG-98", "BR-SN-00", "FI-PB-98", "GR-PA-08", "ZA-WD-09"];

describe.skipIf(data === undefined)("real schools in XHSTT (skipped without COLLEGIUM_DATA)", () => {
  const file = (name: string) => readFileSync(`${data}/timetables/${name}`);

  it.each(schools)(
    "%s: comes in whole, and goes out with one solution and nothing else changed",
    async (school) => {
      const bytes = file(`xhstt/${school}.xml.gz`);
      const { solution, teams } = JSON.parse(file(`teams/${school}.json`).toString());
      const { timetable, original, solutions } = unwrap(await readTimetable(bytes, { solution }));
      expect(solutions).toContain(solution);
      const resources = new Set(timetable.resources.map((r) => r.id));
      for (const team of teams) for (const member of team.members) expect(resources).toContain(member);
      const planned = unwrap(writeTimetable(original, timetable.placements));
      const before = gunzipSync(bytes).toString();
      const after = gunzipSync(planned).toString();
      const outside = (text: string) => text.replace(/<SolutionGroups>[\s\S]*<\/SolutionGroups>/, "");
      expect(outside(after)).toBe(outside(before));
      const again = unwrap(await readTimetable(planned));
      expect(again.solutions).toEqual(["planned"]);
      expect({ ...again.timetable, label: solution }).toEqual(timetable);
      expect(unwrap(writeTimetable(again.original, again.timetable.placements))).toEqual(planned);
    },
  );

  it("AU-BG-98: finds the staff's meetings, departments, grades and pools", async () => {
    const { timetable } = unwrap(await readTimetable(file("xhstt/AU-BG-98.xml.gz")));
    const meetings = timetable.lessons.filter((lesson) => lesson.kind === "meeting");
    expect(meetings.map((m) => [m.course, m.resources.length])).toEqual([
      ["StaffMeeting", 54],
      ["EnglishFacultyMeeting", 7],
      ["HistoryArtFacultyMeeting", 8],
      ["MathematicsFacultyMeeting", 7],
      ["PDFacultyMeeting", 5],
      ["StudentWelfareMeeting", 5],
      ["ExecutiveMeeting", 10],
    ]);
    const resource = (id: string) => timetable.resources.find((r) => r.id === id);
    expect(resource("Maths06")).toMatchObject({ kind: "teacher", department: "Maths" });
    expect(resource("x07A")).toMatchObject({ kind: "group", grade: "7" });
    expect(resource("r02")).toMatchObject({
      kind: "room",
      pools: ["Room_All", "Room_LargeRoom", "Room_ScienceLab"],
    });
    expect(timetable.lessons.find((l) => l.id === "x7C_English_1")?.needs).toEqual([
      { role: "1", kind: "teacher", pool: "Teacher_EnglishYr7_10" },
      { role: "2", kind: "room", pool: "Room_LargeRoom" },
    ]);
    const sport = timetable.placements.filter((p) => p.lesson === "Sport_1");
    expect(sport).toMatchObject([{ start: "Fri6", duration: 3 }]);
    expect(sport[0]?.chosen).toHaveLength(21);
  });
});
