import { diffRoster, matchTimetable, type Roster, readRoster } from "@collegium/exchange";
import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { generateDistrict, toMatchTable, toOneRosterFiles } from "../src/index.js";

const district = generateDistrict({ seed: 1 });

async function read(year: "this" | "next"): Promise<Roster> {
  const files = Object.entries(toOneRosterFiles(district, { year }));
  const result = await readRoster(
    files.map(([name, content]) => ({ name, content })),
    { profile: "strict" },
  );
  const { roster, refused } = unwrap(result);
  // A reader may pass over a file it has no use for; anything else would be our fault.
  const warnings = result.ok ? result.warnings.filter(({ code }) => code !== "file-not-read") : [];
  expect(warnings).toEqual([]);
  expect(refused).toEqual([]);
  return roster;
}

it("the generated files are read strictly, and between the years only the turnover comes and goes", async () => {
  const [now, next] = [await read("this"), await read("next")];
  expect(now.people).toHaveLength(district.thisYear.staff.length + district.thisYear.students.length);
  expect(now.enrollments).toHaveLength(district.thisYear.enrollments.length);
  const { turnover } = district;
  const { added, ended } = unwrap(diffRoster(now, next, { accept: true })).parts.people;
  expect(new Set(added)).toEqual(new Set([...turnover.staffJoined, ...turnover.studentsJoined]));
  const stayed = new Set(next.people.map(({ id }) => id));
  expect(new Set(ended)).toEqual(new Set(now.people.map(({ id }) => id).filter((id) => !stayed.has(id))));
  for (const id of [...turnover.staffLeft, ...turnover.studentsLeft, ...turnover.studentsFinished]) {
    expect(ended).toContain(id);
  }
});

it("the match tables join every teacher, class and lesson of every school", async () => {
  const roster = await read("this");
  for (const { id, school } of district.thisYear.schools) {
    const table = toMatchTable(district, id, "2026-11-24");
    const { matches, unmatched, teachersWithout } = unwrap(matchTimetable(roster, table, school.timetable));
    expect([unmatched, teachersWithout]).toEqual([[], []]);
    expect(matches).toHaveLength(table.trimEnd().split("\r\n").length - 1);
  }
});
