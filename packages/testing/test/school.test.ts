import { createHash } from "node:crypto";
import { auditTime, findTeams, Timetable } from "@collegium/scheduling";
import { describe, expect, it } from "vitest";
import { generateSchool } from "../src/index.js";
import { faultsOf } from "./school-faults.js";

const school = generateSchool({ seed: 1 });
const bytes = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

it("gives the same bytes for the same seed, on every machine, and others for another", () => {
  expect(bytes(generateSchool({ seed: 1 }))).toBe(bytes(school));
  expect(bytes(school)).toBe("67d9773b6068cb32b683786e8402c7d84b6045aa5e90ed72054ecd0aaff2d496");
  expect(bytes(generateSchool({ seed: 2 }))).not.toBe(bytes(school));
});

describe("the school of seed 1, which guides and demonstrations use", () => {
  it("has no clash and is a valid document", () => {
    expect(faultsOf(school)).toEqual([]);
    expect(Timetable.read(JSON.parse(JSON.stringify(school.timetable))).ok).toBe(true);
  });

  it("has something to gain: no common time in grade 7, one block in the others", () => {
    const audit = auditTime(school.timetable, school.teams);
    const now = Object.fromEntries(
      audit.teams.map(({ id, blocksNow, target }) => [id, `${blocksNow} of ${target}`]),
    );
    expect(now).toMatchObject({ "grade-6": "1 of 3", "grade-7": "0 of 3", "grade-8": "1 of 3" });
  });

  it("has faculty meetings from which teams are found, and grade teams beside them", () => {
    const found = findTeams(school.timetable);
    expect(found.filter(({ source }) => source === "meetings")).toHaveLength(7);
    for (const team of school.teams.filter(({ source }) => source === "grade")) {
      expect(found.find(({ id }) => id === team.id)?.members).toEqual(team.members);
    }
  });

  it("teaches art and technology in double periods, other subjects almost always once a day", () => {
    const { lessons, placements, periods } = school.timetable;
    let twice = 0;
    for (const lesson of lessons) {
      const own = placements.filter((placement) => placement.lesson === lesson.id);
      if (/-(art|tech)$/.test(lesson.id)) expect(own.map(({ duration }) => duration)).toEqual([2]);
      const days = own.map(({ start }) => periods.find(({ id }) => id === start)?.day);
      twice += days.length - new Set(days).size;
    }
    expect(twice).toBeLessThanOrEqual(3);
  });
});

it("refuses a size that no grade has", () => {
  expect(() => generateSchool({ seed: 1, classesPerGrade: 0 })).toThrow(RangeError);
});
