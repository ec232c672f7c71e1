import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./run.js";

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "collegium-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the walk-through of the getting-started guide", () => {
  it("writes the same school for the same seed", async () => {
    expect((await run("demo", "school", "--seed", "1", "--out", file("school.xml"))).code).toBe(0);
    await run("demo", "school", "--seed", "1", "--out", file("again.xml"));
    await run("demo", "school", "--seed", "2", "--out", file("other.xml"));
    expect(readFileSync(file("again.xml"))).toEqual(readFileSync(file("school.xml")));
    expect(readFileSync(file("other.xml"))).not.toEqual(readFileSync(file("school.xml")));
  });

  it("audits, plans and audits the planned week: what was missing is there", async () => {
    const before = JSON.parse((await run("time", "audit", "--timetable", file("school.xml"), "--json")).out);
    const short = before.teams.filter(
      (team: { blocksNow: number; target: number }) => team.blocksNow < team.target,
    );
    expect(short.length).toBeGreaterThan(0);
    const planned = await run(
      "time",
      "plan",
      "--timetable",
      file("school.xml"),
      "--seconds",
      "5",
      "--json",
      "--out",
      file("planned.xml"),
    );
    expect(planned.code).toBe(0);
    const plan = JSON.parse(planned.out);
    expect(plan.placed).toBe(plan.wanted);
    expect(plan.moved).toBeGreaterThan(0);
    const after = JSON.parse((await run("time", "audit", "--timetable", file("planned.xml"), "--json")).out);
    const blocks = (audit: typeof before) =>
      audit.teams.reduce((sum: number, team: { blocksNow: number }) => sum + team.blocksNow, 0);
    expect(blocks(after)).toBeGreaterThan(blocks(before));
    expect(after.teams.map((team: { id: string }) => team.id)).toEqual(
      before.teams.map((team: { id: string }) => team.id),
    );
  });
});

it("counts shared periods by lessons alone, and says in which the school's own rules keep somebody away", async () => {
  const audit = async (...more: string[]) => run("time", "audit", "--timetable", file("away.xml"), ...more);
  const first = JSON.parse((await run("time", "audit", "--timetable", file("planned.xml"), "--json")).out);
  const team = first.teams.find(({ commonPeriods }: { commonPeriods: string[] }) => commonPeriods.length > 0);
  const [period] = team.commonPeriods;
  const rule = `<AvoidUnavailableTimesConstraint Id="away"><Name>Away</Name><Required>true</Required><Weight>1</Weight>
    <CostFunction>Linear</CostFunction><AppliesTo><Resources><Resource Reference="${team.members[0]}"/></Resources></AppliesTo>
    <Times><Time Reference="${period}"/></Times></AvoidUnavailableTimesConstraint>`;
  const planned = readFileSync(file("planned.xml"), "utf8");
  writeFileSync(file("away.xml"), planned.replace("<Constraints/>", `<Constraints>${rule}</Constraints>`));
  const same = (one: { id: string }) => one.id === team.id;
  const lessons = JSON.parse((await audit("--json")).out).teams.find(same);
  expect(lessons).toMatchObject({ commonPeriods: team.commonPeriods, awayPeriods: [period] });
  const strict = JSON.parse((await audit("--json", "--rules", "all")).out).teams.find(same);
  expect(strict).toMatchObject({ commonPeriods: team.commonPeriods.slice(1), awayPeriods: [] });
  expect((await audit()).out).toContain(`(somebody is away: ${period})`);
  expect((await audit("--lang", "es")).out).toContain(`(alguien falta: ${period})`);
});

it("audits minutes against a target and beside the national figure, and week by week over a calendar", async () => {
  const flags = ["--minutes", "--period", "45", "--target", "135"];
  const minutes = await run("time", "audit", "--timetable", file("school.xml"), ...flags);
  expect(minutes.out).toMatch(/usable +missing\n/);
  expect(minutes.out).toMatch(
    /Hours a teacher shares a week: mean \d\.?\d?, .* American teachers in 2009: mean 2\.7/,
  );
  const path = file("demo-calendar.json");
  await run("demo", "school", "--seed", "1", "--out", file("with-calendar.xml"), "--calendar", path);
  expect(readFileSync(file("with-calendar.xml"))).toEqual(readFileSync(file("school.xml")));
  expect(await run("calendar", "check", path)).toMatchObject({ code: 0, out: "Sound.", err: "" });
  const year = await run("time", "audit", "--timetable", file("school.xml"), "--calendar", path);
  expect(year).toMatchObject({ code: 0, err: "" });
  expect(year.out).toMatch(/^.*: shared minutes a week over \d\d weeks with school\n\n +team +least +median/);
  const json = await run("time", "audit", "--timetable", file("school.xml"), "--calendar", path, "--json");
  const [first] = JSON.parse(json.out);
  expect(first.weeks.map(({ monday }: { monday: string }) => monday)).toContain("2026-09-07");
});

it("walks the guide's second part: the calendar on odd days, dates and a feed", async () => {
  const [school, calendar, feed] = ["with-calendar.xml", "demo-calendar.json", "school.ics"].map(file) as [
    string,
    string,
    string,
  ];
  const shown = await run("calendar", "show", calendar, "--week", "2027-01-13");
  expect(shown.out).toContain(
    "Wednesday 13 January 2027: exam day, odd, Exam week\n  08:30-10:05  Period 1\n",
  );
  const found = await run(
    ...[
      "time",
      "find",
      "--timetable",
      school,
      "--team",
      "grade-6",
      "--calendar",
      calendar,
      "--from",
      "2026-10-05",
    ],
  );
  expect(found).toMatchObject({ code: 0, err: "" });
  expect(found.out).toMatch(
    /^Everyone is free, and the meeting fits:\n {2}\w+day \d+ October 2026, \d\d:\d\d-/,
  );
  expect(await run("calendar", "export", calendar, "--periods", "--out", feed)).toMatchObject({ code: 0 });
  expect(readFileSync(feed, "utf8")).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
});

describe("bad input", () => {
  const refusals: [name: string, args: () => string[], code: number, says: RegExp][] = [
    ["a missing file", () => ["time", "audit", "--timetable", file("none.xml")], 1, /no such file/],
    ["a folder", () => ["time", "audit", "--timetable", folder], 1, /folder/],
    ["no file named", () => ["time", "audit"], 2, /--timetable is missing/],
    [
      "rules of another name",
      () => ["time", "audit", "--timetable", file("school.xml"), "--rules", "some"],
      2,
      /all or clashes/,
    ],
    ["an unknown flag", () => ["time", "audit", "--speed", "9"], 2, /Unknown option/],
    ["an unknown command", () => ["time", "travel"], 2, /no command/],
    ["a wrong format", () => ["time", "audit", "--timetable", written("pony.xml", "<pony/>")], 1, /./],
    [
      "no XML at all",
      () => ["time", "audit", "--timetable", written("cut.xml", "<HighSchoolTimetableArchive><Inst")],
      1,
      /./,
    ],
    [
      "a truncated gzip",
      () => [
        "time",
        "audit",
        "--timetable",
        written("cut.xml.gz", gzipSync("x".repeat(9999)).subarray(0, 30)),
      ],
      1,
      /./,
    ],
    [
      "a teams file that is no JSON",
      () => ["time", "audit", "--timetable", file("school.xml"), "--teams", written("t.json", "{")],
      1,
      /not JSON/,
    ],
    [
      "an unknown teacher",
      () => [
        "time",
        "plan",
        "--timetable",
        file("school.xml"),
        "--teams",
        written("u.json", '{"teams":[{"id":"t","members":["nobody"],"blocks":1}]}'),
      ],
      1,
      /not in the timetable/,
    ],
    [
      "seconds that are none",
      () => ["time", "plan", "--timetable", file("school.xml"), "--seconds", "soon"],
      2,
      /whole number/,
    ],
    [
      "a folder for the answer that is missing",
      () => ["demo", "school", "--out", file("no/such/school.xml")],
      1,
      /folder/,
    ],
  ];
  for (const [name, args, code, says] of refusals) {
    it(`refuses ${name} in a sentence, without a stack trace`, async () => {
      const answer = await run(...args());
      expect(answer.code, answer.err).toBe(code);
      expect(answer.out).toBe("");
      expect(answer.err).toMatch(says);
      expect(answer.err).not.toMatch(/\n\s+at |Error:/);
    });
  }

  it("writes nothing where the answer is refused", async () => {
    const teams = written("u2.json", '{"teams":[{"id":"t","members":["nobody"],"blocks":1}]}');
    await run(
      "time",
      "plan",
      "--timetable",
      file("school.xml"),
      "--teams",
      teams,
      "--out",
      file("never.xml"),
    );
    expect(existsSync(file("never.xml"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  function written(name: string, content: string | Uint8Array): string {
    writeFileSync(file(name), content);
    return file(name);
  }
});

describe.skipIf(!process.env["COLLEGIUM_DATA"])("a real school (needs COLLEGIUM_DATA)", () => {
  const data = process.env["COLLEGIUM_DATA"] ?? "";
  const school = join(data, "timetables/xhstt/AU-BG-98.xml.gz");

  it("finds its faculty and welfare meetings with members and existing time", async () => {
    const audit = JSON.parse((await run("time", "audit", "--timetable", school, "--json")).out);
    const meetings = audit.teams.filter((team: { source: string }) => team.source === "meetings");
    expect(meetings.length).toBeGreaterThan(5);
    for (const team of meetings) {
      expect(team.members.length).toBeGreaterThan(1);
      expect(team.meetingPeriods.length).toBeGreaterThan(0);
    }
  });

  // From sources the search runs without its prover; the proof of 42 moved periods is measured on the built command.
  it("plans all 22 blocks and writes exactly one solution", async () => {
    const out = join(folder, "planned.xml.gz");
    const teams = join(data, "timetables/teams/AU-BG-98.json");
    const args = ["--timetable", school, "--teams", teams, "--seconds", "5", "--rules", "clashes", "--json"];
    const plan = JSON.parse((await run("time", "plan", ...args, "--out", out)).out);
    expect([plan.placed, plan.wanted]).toEqual([22, 22]);
    expect(plan.moved).toBeGreaterThanOrEqual(42);
    expect(plan.unchecked.sentence).toMatch(/rooms and unavailable times not checked/);
    const text = gunzipSync(readFileSync(out)).toString();
    expect(text.match(/<SolutionGroup /g)).toHaveLength(1);
    expect(text).toContain('Id="planned"');
  }, 60_000);
});

describe("help", () => {
  it("lists every command, and explains one", async () => {
    expect((await run("--help")).out).toContain("time audit");
    const help = await run("time", "plan", "--help");
    expect([help.code, help.out.includes("--seconds N")]).toEqual([0, true]);
  });
});
