import { sentence, unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { findTeams, readTeams, suggestTeams, Timetable, teamsSolution } from "../src/index.js";
import { timetable } from "./timetables.js";

const school = timetable({ teachers: ["a", "b", "c"], groups: ["7a"], lessons: [] });

describe("a teams file", () => {
  it("is read with its solution and blocks; other fields do not disturb", () => {
    const result = readTeams(
      {
        timetable: "x.xml",
        solution: "today",
        teams: [
          { id: "t1", members: ["a", "b"], blocks: 2 },
          { id: "t2", name: "Art", members: ["c"] },
        ],
      },
      school,
    );
    expect(result).toEqual({
      ok: true,
      warnings: [],
      value: {
        solution: "today",
        teams: [
          { id: "t1", members: ["a", "b"], blocks: 2, source: "file" },
          { id: "t2", name: "Art", members: ["c"], source: "file" },
        ],
      },
    });
    expect(teamsSolution({ solution: "today" })).toBe("today");
    expect(teamsSolution({ solution: 3 })).toBeUndefined();
  });

  it("is refused with every fault at once, each a sentence with its place", () => {
    const teams = [
      { id: "t1", members: ["a", "zz"] },
      { id: "t1", members: [] },
      { id: "t2", members: ["7a"] },
    ];
    const result = readTeams({ teams }, school);
    expect(result.ok || result.issues.map(sentence)).toEqual([
      "teams[0].members[1]: This teacher is not in the timetable. Name members by the ids the timetable gives its teachers.",
      "teams[1].id: Another team before this one has the same id. Give every team an id of its own.",
      "teams[1].members: This team has no members. List the ids of its teachers, or remove the team.",
      "teams[2].members[0]: This member is not a teacher there. Name members by the ids the timetable gives its teachers.",
    ]);
  });

  it.each([
    [null, "wrong-type"],
    [{}, "missing"],
    [{ teams: [] }, "no-teams"],
    [{ teams: [{ id: "t1", members: ["a"], blocks: 0 }] }, "too-small"],
    [{ teams: [{ id: "t1", members: ["a"], blocks: 1.5 }] }, "wrong-type"],
    [{ teams: [{ id: "t1", members: "a" }] }, "wrong-type"],
  ])("refuses %j with %s", (input, code) => {
    const result = readTeams(input, school);
    expect(result.ok || result.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("counts a repeated member once, with a warning", () => {
    const result = readTeams({ teams: [{ id: "t", members: ["a", "b", "a"] }] }, school);
    expect(result.ok && result.value.teams[0]?.members).toEqual(["a", "b"]);
    expect(result.ok && result.warnings.map((issue) => issue.code)).toEqual(["repeated-member"]);
  });
});

describe("teams found in a timetable", () => {
  const staff = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const meeting = { kind: "meeting" as const };

  it("come from standing meetings, not from classes, lone duties, unplaced meetings or the whole staff", () => {
    const teams = findTeams(
      timetable({
        teachers: staff,
        groups: ["7a"],
        lessons: [
          ["staff meeting", staff, ["d1-3"], meeting],
          ["maths meeting", ["b", "a"], ["d1-1"], { ...meeting, name: "Mathematics" }],
          ["maths again", ["a", "b"], ["d2-1"], meeting],
          ["assembly", ["c", "d", "7a"], ["d1-1"], meeting],
          ["alone", ["c"], ["d1-2"], meeting],
          ["nowhere", ["c", "d"], [], meeting],
          ["co-taught", ["e", "f"], ["d1-1"]],
        ],
      }),
    );
    expect(teams).toEqual([
      {
        id: "maths meeting",
        name: "Mathematics",
        members: ["a", "b"],
        source: "meetings",
        because: "The meeting Mathematics stands in the timetable with these 2 teachers and no students.",
      },
    ]);
  });

  it("are the teachers of a grade's students where nothing but courses is known", () => {
    const lesson = (id: string, teacher: string, group: string, course: string) => ({
      id,
      name: id,
      kind: "teaching" as const,
      course,
      duration: 1,
      resources: [teacher, group],
    });
    const week = unwrap(
      Timetable.create({
        id: "t",
        school: "Example School",
        days: [{ id: "mon", name: "Monday" }],
        periods: ["1", "2"].map((name) => ({ id: name, name, day: "mon" })),
        resources: [
          ...["a", "b", "c", "d", "e", "f", "g"].map((id) => ({ id, name: id, kind: "teacher" as const })),
          { id: "7A", name: "7A", kind: "group", grade: "07" },
          { id: "8A", name: "8A", kind: "group", grade: "08" },
        ],
        lessons: [
          lesson("l1", "a", "7A", "English"),
          lesson("l2", "b", "7A", "Science"),
          lesson("l3", "c", "7A", "Art"),
          lesson("l4", "c", "8A", "Art"),
          lesson("l5", "d", "7A", "Music"),
          lesson("l6", "e", "8A", "Science"),
        ],
        placements: ["l1", "l2", "l3", "l4", "l5", "l6"].map((id) => ({
          lesson: id,
          start: "1",
          duration: 1,
        })),
      }),
    );
    const grades = findTeams(week).filter(({ source }) => source === "grade");
    expect(grades.map(({ id, name, members }) => [id, name, members])).toEqual([
      ["grade-7", "Grade 7", ["a", "b", "d"]],
    ]);
  });

  it("add departments and grades whose people do not meet yet", () => {
    const teachers = staff.map((id, at) => ({
      id,
      department: at < 4 ? "Mathematics" : "Science",
      ...(at % 3 === 0 && { grade: "7" }),
    }));
    const teams = findTeams(
      timetable({ teachers, lessons: [["maths meeting", ["a", "b", "c"], ["d1-1"], meeting]] }),
    );
    expect(teams.map(({ id, source, members }) => [id, source, members.join("")])).toEqual([
      ["maths meeting", "meetings", "abc"],
      ["department-science", "department", "efghi"],
      ["grade-7", "grade", "adg"],
    ]);
  });

  it("are teachers of the same course where nothing else is known", () => {
    const course = { course: "Algebra" };
    const lessons = [
      ["x", ["a", "7a"], ["d1-1"], course] as const,
      ["y", ["b", "7b"], ["d1-1"], course] as const,
    ];
    const table = timetable({
      teachers: ["a", "b", "c"],
      groups: ["7a", "7b"],
      lessons: lessons.map(([id, resources, starts, more]) => [id, [...resources], [...starts], more]),
    });
    expect(findTeams(table).map(({ source, members }) => [source, members])).toEqual([
      ["course", ["a", "b"]],
    ]);
  });

  it("are guessed from shared classes last, and called suggested", () => {
    const lessons = ["7a", "7b", "8a"].flatMap((group) =>
      (group.startsWith("7") ? ["a", "b", "c"] : ["d", "e"]).map((teacher): [string, string[], string[]] => [
        `${teacher}-${group}`,
        [teacher, group],
        ["d1-1"],
      ]),
    );
    const table = timetable({ teachers: staff, groups: ["7a", "7b", "8a"], lessons });
    const teams = findTeams(table);
    expect(teams.map(({ source, members }) => [source, members.join("")])).toEqual([
      ["suggested", "abc"],
      ["suggested", "de"],
    ]);
    expect(suggestTeams(table)).toEqual(teams);
  });
});
