import { createHash } from "node:crypto";
import { itemReport } from "@collegium/evidence";
import { describe, expect, it } from "vitest";
import { generateDistrict, generateSchool, quizGrid, toMatchTable, toOneRosterFiles } from "../src/index.js";
import { districtFaults } from "./district-faults.js";

const district = generateDistrict({ seed: 1 });
const bytes = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

describe("the district of seed 1", () => {
  it("is the same on every machine, and its first school is the generated school", () => {
    expect(bytes(district)).toBe("b3b5c9105b64a89982b8906a80cbb0aefa204b36f89dfcc95e122e11dcc95127");
    expect(district.thisYear.schools[0]?.school.timetable).toEqual(generateSchool({ seed: 1 }).timetable);
  });

  it("has references, dates and two years that fit together", () => {
    expect(districtFaults(district)).toEqual([]);
    expect(district.thisYear.students.length).toBeGreaterThan(1080);
    expect(district.nextYear.students).toHaveLength(1080);
  });

  it("changes during the year and between the years", () => {
    const { thisYear, turnover } = district;
    expect(thisYear.students.filter(({ to }) => to !== undefined).length).toBeGreaterThan(5);
    expect(thisYear.staff.filter(({ to }) => to !== undefined)).toHaveLength(1);
    for (const people of Object.values(turnover)) expect(people.length).toBeGreaterThan(1);
  });

  it("misses some data: absent students, no race, no history of those who came later", () => {
    const share = (part: number, whole: number) => part / whole;
    const { scores, thisYear, assessments } = district;
    const absent = scores.filter(({ status }) => status === "absent");
    expect(share(absent.length, scores.length)).toBeCloseTo(0.04, 2);
    const unknown = thisYear.students.filter(({ race }) => race === undefined);
    expect(share(unknown.length, thisYear.students.length)).toBeCloseTo(0.05, 1);
    const full = thisYear.students.length * assessments.length;
    expect(scores.length).toBeLessThan(full);
  });

  it("holds the truth that its scores were drawn from", () => {
    const { scores, growth, assessments } = district;
    const at = new Map(assessments.map((one) => [one.id, one]));
    const truth = new Map(growth.map((one) => [`${one.student} ${one.subject}`, one]));
    const errors = scores.flatMap(({ assessment, student, score }) => {
      const window = at.get(assessment)!;
      const { level, perYear } = truth.get(`${student} ${window.subject}`)!;
      return score === null ? [] : [score - (level + perYear * window.at)];
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(mean).toBeCloseTo(0, 0);
    expect(deviation).toBeCloseTo(3, 0);
  });

  it("has subgroups with a gap in level and none in growth", () => {
    const { thisYear, growth } = district;
    const low = new Set(
      thisYear.students.filter(({ subgroups }) => subgroups.includes("low-income")).map(({ id }) => id),
    );
    const mean = (key: "level" | "perYear", inside: boolean) => {
      const values = growth.filter(({ student }) => low.has(student) === inside).map((one) => one[key]);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean("level", false) - mean("level", true)).toBeGreaterThan(3);
    expect(Math.abs(mean("perYear", false) - mean("perYear", true))).toBeLessThan(0.5);
  });
});

describe("its quizzes", () => {
  const [quiz, recheck] = district.quizzes;

  it("are a common quiz of 5 classes, 120 students and 12 items, with one standard the grade has not got", () => {
    expect(new Set(quiz?.students.map((student) => student.class)).size).toBe(5);
    expect([quiz?.students.length, quiz?.items.length]).toEqual([120, 12]);
    const report = itemReport(quiz!, { audience: "team" });
    const standards = report.ok ? report.value.standards : [];
    const shares = standards.map(({ standard, right, of }) => ({ standard, share: right / of }));
    shares.sort((a, b) => a.share - b.share);
    expect(shares[0]?.standard).toBe("7.R.2");
    expect(shares[1]!.share - shares[0]!.share).toBeGreaterThan(0.08);
  });

  it("have a common wrong answer behind the hard items, absent students and blanks", () => {
    const report = itemReport(quiz!, { audience: "team" });
    const hard = report.ok ? report.value.items.filter(({ standard }) => standard === "7.R.2") : [];
    for (const { commonWrong, of } of hard) expect(commonWrong!.count / of).toBeGreaterThan(0.25);
    const rows = quiz!.responses;
    expect(rows.some((row) => row.every((cell) => cell === null))).toBe(true);
    expect(rows.some((row) => row.includes(null) && row.some((cell) => cell !== null))).toBe(true);
  });

  it("show in December that most of those who had missed the standard have it", () => {
    const right = (of: typeof quiz, standard: string) =>
      of!.responses.reduce((sum, row) => {
        const hits = row.filter(
          (cell, at) => of!.items[at]!.standard === standard && cell === of!.items[at]!.key,
        );
        return sum + hits.length;
      }, 0);
    expect(recheck?.students).toEqual(quiz?.students);
    expect(right(recheck, "7.R.2")).toBeGreaterThan(1.3 * right(quiz, "7.R.2"));
  });

  it("paste as a grid with key and standards", () => {
    const names = { student: (id: string) => id, class: (id: string) => id };
    const lines = quizGrid(quiz!, names).split("\n");
    expect(lines).toHaveLength(124);
    expect(lines[0]).toBe("Student\tClass\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12");
    expect(lines[2]?.startsWith("Standard\t\t7.R.1\t7.R.1")).toBe(true);
    for (const line of lines.slice(0, -1)) expect(line.split("\t")).toHaveLength(14);
  });
});

describe("its OneRoster files", () => {
  const files = toOneRosterFiles(district);
  const table = (name: string, of = files) => {
    const [header, ...lines] = of[name]!.trimEnd().split("\r\n");
    return lines.map((line) => {
      const quoted = line.includes('"') ? line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) : undefined;
      const cells = quoted === undefined ? line.split(",") : [...quoted].map(([, cell]) => cell!);
      return Object.fromEntries(header!.split(",").map((column, at) => [column, cells[at]!]));
    });
  };

  it("declare every file of the version, and hold what they declare", () => {
    const modes = table("manifest.csv").filter(({ propertyName }) => propertyName?.startsWith("file."));
    expect(modes).toHaveLength(21);
    const bulk = modes
      .filter(({ value }) => value === "bulk")
      .map(({ propertyName }) => `${propertyName!.slice(5)}.csv`);
    expect([...bulk, "manifest.csv"].sort()).toEqual(Object.keys(files).sort());
    for (const name of bulk) expect(table(name).length).toBeGreaterThan(0);
  });

  it("refer only to rows that are there, with blank status in a bulk export", () => {
    const ids = (name: string, of = files) => new Set(table(name, of).map(({ sourcedId }) => sourcedId));
    for (const of of [files, toOneRosterFiles(district, { year: "next" })]) {
      const [users, classes, orgs] = [ids("users.csv", of), ids("classes.csv", of), ids("orgs.csv", of)];
      const lost = table("enrollments.csv", of).filter(
        (row) =>
          !(users.has(row["userSourcedId"]!) && classes.has(row["classSourcedId"]!)) ||
          !(row["status"] === "" && orgs.has(row["schoolSourcedId"]!)),
      );
      expect(lost).toEqual([]);
      expect(ids("demographics.csv", of).size).toBeLessThan(users.size);
      expect(ids("roles.csv", of).size).toBe(users.size);
    }
    const lineItems = ids("lineItems.csv");
    const wrong = table("results.csv").filter(
      (row) =>
        !lineItems.has(row["lineItemSourcedId"]!) ||
        (row["score"] === "") !== (row["scoreStatus"] !== "fully graded"),
    );
    expect(wrong).toEqual([]);
  });

  it("join every teacher and lesson of a timetable, a substitute from the first day on", () => {
    const school = district.thisYear.schools[2]!;
    const substituted = school.holders.find(({ to }) => to !== undefined)!;
    const match = (on: string) =>
      new Map(
        toMatchTable(district, school.id, on)
          .trimEnd()
          .split("\r\n")
          .map((line) => line.split(",") as [string, string]),
      );
    expect(match("2026-10-16").get(substituted.post)).toBe(substituted.person);
    expect(match("2026-10-19").get(substituted.post)).not.toBe(substituted.person);
    const { timetable } = school.school;
    const wanted = [
      ...timetable.resources.filter(({ kind }) => kind !== "room"),
      ...timetable.lessons.filter(({ kind }) => kind === "teaching"),
    ];
    const joined = match("2026-11-24");
    expect(wanted.filter(({ id }) => !joined.has(id))).toEqual([]);
  });
});

it("refuses a district without schools, and knows its schools", () => {
  expect(() => generateDistrict({ seed: 1, schools: 0 })).toThrow(RangeError);
  expect(() => toMatchTable(district, "school-99", "2026-11-24")).toThrow(RangeError);
});
