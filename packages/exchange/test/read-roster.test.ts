import { createReadStream, readdirSync } from "node:fs";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { readRoster } from "../src/index.js";
import { filesOf, package12, users11 } from "./oneroster-example.js";

const refusedIn = async (changes: Record<string, string>, options = {}) => {
  const { refused } = unwrap(await readRoster(filesOf(changes), options));
  return refused.map(({ file, record, column, code }) => [file, record, column, code].join(" "));
};
const failure = async (changes: Record<string, string | undefined>, options = {}) => {
  const result = await readRoster(filesOf(changes), options);
  return result.ok ? undefined : result.issues[0]?.code;
};
const edit = (file: string, from: string, to: string) => ({ [file]: package12[file]!.replace(from, to) });

describe("OneRoster", () => {
  it("reads a strict package of 1.2 whole", async () => {
    const read = await readRoster(filesOf(), { profile: "strict" });
    const { roster, counts, refused } = unwrap(read);
    expect(read.ok && read.warnings).toEqual([]);
    expect(refused).toEqual([]);
    expect(counts.map((c) => `${c.file} ${c.taken}/${c.records}`)).toEqual([
      "orgs 2/2",
      "academicSessions 2/2",
      "courses 1/1",
      "classes 1/1",
      "users 3/3",
      "roles 3/3",
      "enrollments 2/2",
      "categories 1/1",
      "lineItems 1/1",
      "results 1/1",
    ]);
    expect(roster.source).toBe("oneroster-1.2");
    expect(roster.people[0]).toEqual({
      id: "u1",
      givenName: "Ann",
      familyName: "Alpha",
      username: "alpha",
      email: "ann@example.org",
      enabled: true,
      grades: [],
      identifiers: [
        { system: "Fed", value: "f1" },
        { system: "SIS", value: "9" },
        { system: "identifier", value: "T-1" },
      ],
      roles: [{ id: "r1", role: "teacher", org: "s1", primary: true, from: "2026-08-20" }],
      agents: [],
    });
    expect(roster.people[1]).toMatchObject({ grades: ["07"], agents: ["u3"] });
    expect(roster.classes[0]).toMatchObject({ terms: ["t1", "y1"], periods: ["1", "2"], location: "101" });
    expect(roster.enrollments[1]).toEqual({
      id: "e2",
      class: "k1",
      person: "u2",
      role: "student",
      from: "2026-08-20",
      to: "2026-12-18",
    });
    expect(roster.lineItems[0]).toMatchObject({ category: "g1", session: "t1", minimum: 0, maximum: 12 });
    expect(roster.results[0]).toMatchObject({
      lineItem: "l1",
      student: "u2",
      score: 9.5,
      date: "2026-09-02",
    });
  });

  it("reads 1.1, with a manifest and without", async () => {
    const old = { "users.csv": users11, "roles.csv": undefined, "categories.csv": undefined };
    const lineItems = `sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax
l1,,,Quiz 1,,2026-09-01,2026-09-02,k1,g1,t1,0,12
`;
    for (const manifest of ["propertyName,value\noneroster.version,1.1\n", undefined]) {
      const files = filesOf({ ...old, "lineItems.csv": lineItems, "manifest.csv": manifest });
      const { roster, refused } = unwrap(await readRoster(files));
      expect(refused).toEqual([]);
      expect(roster.source).toBe("oneroster-1.1");
      expect(roster.people[0]?.roles).toEqual([
        { role: "teacher", org: "s1", primary: true },
        { role: "teacher", org: "d1", primary: false },
      ]);
      expect(roster.lineItems[0]?.session).toBe("t1");
    }
  });

  it("refuses rows by file, record and column, and takes the others", async () => {
    const users = package12["users.csv"]!;
    const bad = users
      .replace("u1,,,true,alpha", "u1,,,perhaps,alpha")
      .replace("u3,,,false,gamma,,Cy,Gamma", "u3,,,false,gamma,,,Gamma");
    expect(await refusedIn({ "users.csv": bad })).toEqual([
      "users 2 enabledUser bad-boolean",
      "users 4 givenName missing",
      "roles 2 userSourcedId unknown-reference",
      "roles 4 userSourcedId unknown-reference",
      "enrollments 2 userSourcedId unknown-reference",
    ]);
    expect(
      await refusedIn({ "users.csv": `${users}u1,,,true,again,,A,B,,,,,,,,,,,,,s1,\nshort,row\n` }),
    ).toEqual(["users 5 sourcedId duplicate-id", "users 6  width"]);
    expect(await refusedIn(edit("enrollments.csv", "2026-12-18", "2026-02-30"))).toEqual([
      "enrollments 3 endDate bad-date",
    ]);
    expect(await refusedIn(edit("results.csv", "9.5", "nine"))).toEqual(["results 2 score bad-number"]);
    expect(await refusedIn(edit("orgs.csv", "North School,school", "North School,academy"))).toContain(
      "orgs 3 type unknown-word",
    );
  });

  it("never repeats what a refused row holds", async () => {
    const bad = edit("users.csv", "u1,,,true,alpha", "u1,,,Secretname,alpha");
    const read = await readRoster(filesOf(bad));
    expect(JSON.stringify(unwrap(read).refused)).not.toMatch(/Secretname|Alpha/);
  });

  it("takes half of a roster whose other half is wrong", async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, i) => `p${i},,,${i % 2 ? "true" : "?"},n${i},,G,F,,,,,,,,,,,,,s1,`,
    );
    const users = `${package12["users.csv"]!.split("\n")[0]}\n${rows.join("\n")}\n`;
    const { roster, counts, refusedInAll } = unwrap(await readRoster(filesOf({ "users.csv": users })));
    expect(roster.people).toHaveLength(500);
    expect(counts.find((c) => c.file === "users")).toMatchObject({ records: 1000, taken: 500, refused: 500 });
    expect(refusedInAll).toBe(506);
  });

  it("understands what real exports do, says so, and refuses it when strict", async () => {
    const changes = {
      ...edit("users.csv", "preferredGivenName", "prefferedGivenName"),
      ...edit("enrollments.csv", "teacher,true,2026-08-20", "Teacher,TRUE,20/08/2026"),
      ...edit("orgs.csv", "d1,,,", "d1,active,2026-08-01,"),
    };
    const read = await readRoster(filesOf(changes));
    expect(unwrap(read).refused).toEqual([]);
    expect(unwrap(read).roster.enrollments[0]).toMatchObject({
      role: "teacher",
      primary: true,
      from: "2026-08-20",
    });
    expect(read.ok && read.warnings.map((w) => `${w.code} ${w.path.join(".")}`)).toEqual([
      "status-in-bulk orgs.status",
      "lenient-words enrollments.role",
      "lenient-booleans enrollments.primary",
      "lenient-dates enrollments.beginDate",
    ]);
    expect(await failure({ ...changes }, { profile: "strict" })).toBe("unknown-column");
    const strict = edit("enrollments.csv", "teacher,true,2026-08-20", "teacher,TRUE,2026-08-20");
    expect(await refusedIn(strict, { profile: "strict" })).toEqual(["enrollments 2 primary bad-boolean"]);
  });

  it("applies a package of changes to the roster that it changes", async () => {
    const since = unwrap(await readRoster(filesOf())).roster;
    const now = "2026-10-01T00:00:00.000Z";
    const head = (file: string) => package12[file]!.split("\n")[0]!;
    const row = (file: string, match: string) =>
      package12[file]!.split("\n").find((line) => line.startsWith(match))!;
    const delta = {
      "manifest.csv":
        "propertyName,value\noneroster.version,1.2\nfile.users,delta\nfile.roles,delta\nfile.enrollments,delta\n",
      "users.csv": `${head("users.csv")}
${row("users.csv", "u1").replace("u1,,", `u1,active,${now}`).replace("Alpha", "Omega")}
u4,active,${now},true,delta,,Di,Delta,,,,,,,,,,,,,s1,
u3,tobedeleted,${now},true,x,,x,x,,,,,,,,,,,,,s1,
u5,gone,${now},true,x,,x,x,,,,,,,,,,,,,s1,
`,
      "roles.csv": `${head("roles.csv")}
r2,active,${now},u2,primary,aide,,,s1,
r4,active,${now},u4,primary,student,,,s1,
`,
      "enrollments.csv": `${head("enrollments.csv")}
e2,tobedeleted,${now},k1,s1,u2,student,,,
e3,active,${now},k1,s1,u4,student,,,
`,
    };
    const files = Object.entries(delta).map(([name, content]) => ({ name, content }));
    const { roster, refused, counts } = unwrap(await readRoster(files, { since }));
    expect(refused).toMatchObject([{ file: "users", record: 5, column: "status", code: "bad-status" }]);
    expect(counts.map((c) => [c.file, c.taken, c.ended])).toEqual([
      ["users", 2, 1],
      ["roles", 2, 0],
      ["enrollments", 1, 1],
    ]);
    expect(roster.people.map((p) => [p.id, p.familyName, p.roles.map((r) => r.role)])).toEqual([
      ["u1", "Omega", ["teacher"]],
      ["u2", "Beta", ["aide"]],
      ["u4", "Delta", ["student"]],
    ]);
    expect(roster.people[1]?.agents).toEqual([]);
    expect(roster.enrollments.map((e) => e.id)).toEqual(["e1", "e3"]);
    expect(roster.results).toEqual(since.results);
    expect(since).toEqual(unwrap(await readRoster(filesOf())).roster);
  });

  it("never guesses whether a date is day first", async () => {
    const change = edit("academicSessions.csv", "t1,,,Fall,term,2026-08-20", "t1,,,Fall,term,05/08/2026");
    expect(await refusedIn(change)).toContain("academicSessions 3 startDate ambiguous-date");
    const { roster } = unwrap(await readRoster(filesOf(change), { dates: "day-first" }));
    expect(roster.sessions[1]?.start).toBe("2026-08-05");
  });

  it.each([
    ["a promised file that is missing", { "roles.csv": undefined }, "file-missing"],
    ["a delta package", edit("manifest.csv", "file.users,bulk", "file.users,delta"), "delta-without-roster"],
    ["an unknown version", edit("manifest.csv", "1.2", "2.0"), "unknown-version"],
    ["a column that is missing", edit("users.csv", "familyName", "surname"), "missing-column"],
    ["an empty file", { "courses.csv": "" }, "no-records"],
  ])("refuses %s", async (_, changes, code) => {
    expect(await failure(changes as Record<string, string | undefined>)).toBe(code);
  });

  it("refuses a folder of other files, and bytes that are no UTF-8", async () => {
    const other = await readRoster([{ name: "holiday.csv", content: "a,b\n" }]);
    expect(!other.ok && other.issues[0]?.code).toBe("no-roster");
    const latin = Uint8Array.from(package12["users.csv"]!.replace("Ann", "Zo\u00eb"), (c) => c.charCodeAt(0));
    const files = filesOf().map((file) => (file.name === "users.csv" ? { ...file, content: latin } : file));
    const wrong = await readRoster(files);
    expect(!wrong.ok && wrong.issues[0]).toMatchObject({
      code: "wrong-encoding",
      path: ["users", "records", 0],
    });
  });
});

const data = process.env["COLLEGIUM_DATA"];

describe.skipIf(data === undefined)("Ed-Fi's sample district (skipped without COLLEGIUM_DATA)", () => {
  it("comes in with staff, students, sections and assessment results", async () => {
    const folder = `${data}/standards/edfi`;
    const names = readdirSync(folder).filter((name) => name.endsWith(".xml"));
    const files = names.map((name) => ({ name, content: createReadStream(`${folder}/${name}`) }));
    const { roster, refusedInAll } = unwrap(await readRoster(files));
    expect(refusedInAll).toBe(0);
    const sizes = Object.entries(roster).map(([part, list]) => [part, list.length]);
    expect(Object.fromEntries(sizes)).toMatchObject({
      orgs: 5,
      sessions: 6,
      people: 1028,
      courses: 84,
      classes: 532,
      enrollments: 528,
      lineItems: 102,
      results: 3601,
    });
    const classes = new Set(roster.classes.map((c) => c.id));
    expect(classes.size).toBe(532);
    const people = new Set(roster.people.map((p) => p.id));
    for (const { class: id, person } of roster.enrollments) {
      expect(classes).toContain(id);
      expect(people).toContain(person);
    }
    const items = new Set(roster.lineItems.map((l) => l.id));
    for (const { lineItem } of roster.results) expect(items).toContain(lineItem);
  });
});

describe("Ed-Fi", () => {
  const interchange = (body: string) => `<?xml version="1.0"?><I xmlns="http://ed-fi.org/5.2.0">${body}</I>`;
  const student = (id: string) =>
    `<Student><StudentUniqueId>${id}</StudentUniqueId><Name><FirstName>Bo</FirstName><LastSurname>Beta</LastSurname></Name></Student>`;

  it("refuses records by file, number and element", async () => {
    const read = await readRoster([
      {
        name: "Student.xml",
        content: interchange(
          `${student("1")}${student("1")}<Student><StudentUniqueId>2</StudentUniqueId></Student>`,
        ),
      },
    ]);
    expect(
      unwrap(read).refused.map(({ file, record, column, code }) => [file, record, column, code]),
    ).toEqual([
      ["Student.xml", 2, "StudentUniqueId", "duplicate-id"],
      ["Student.xml", 3, "Name", "missing"],
    ]);
  });

  it("refuses a file that was cut off", async () => {
    const read = await readRoster([
      { name: "Student.xml", content: interchange(student("1")).slice(0, 120) },
    ]);
    expect(!read.ok && read.issues[0]).toMatchObject({ code: "broken-xml", path: ["Student.xml"] });
  });
});
