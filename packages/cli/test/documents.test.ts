import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProtocol } from "@collegium/protocols";
import { SchoolCalendar } from "@collegium/scheduling";
import { generateDistrict, toOneRosterFiles } from "@collegium/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documents } from "../src/documents.js";
import { run } from "./run.js";

let folder: string;
const write = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "collegium-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("protocols", () => {
  it("fits Final Word to 45 minutes and six people with n(n+3) counted, as JSON alone", async () => {
    const { code, out } = await run(
      "protocol",
      "fit",
      "final-word",
      "--minutes",
      "90",
      "--group",
      "6",
      "--json",
    );
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(report)).toEqual(expect.arrayContaining(["fits", "total", "steps", "cut", "because"]));
    const sum = report.steps.reduce(
      (all: number, step: { minutes: number; repeats: number }) => all + step.minutes * step.repeats,
      0,
    );
    expect(sum).toBe(report.total);
  });

  it("checks a stranger's definition, names every fault with its place, and runs a sound one", async () => {
    const sound = { ...findProtocol("final-word"), id: "org.example/our-word@1" };
    const file = write("ours.json", sound);
    expect((await run("protocol", "check", file)).code).toBe(0);
    const simulated = await run("protocol", "run", file, "--group", "4", "--seed", "1", "--json");
    expect(simulated.code).toBe(0);
    expect(simulated.out).toContain('"invariants"');
    const step = {
      ...sound.steps?.[0],
      minutes: { min: 9, max: 3 },
      speaks: { who: "roles", roles: ["ghost"] },
    };
    const broken = { ...sound, steps: [step] };
    const refused = await run("protocol", "check", write("broken.json", broken));
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/steps\[0\]\.minutes: .*maximum/);
    expect(refused.err).toMatch(/steps\[0\]\.speaks: .*role/);
  });

  it("shows a protocol in Spanish", async () => {
    expect((await run("protocol", "show", "notice-wonder", "--lang", "es")).out).toContain("Observar");
  });
});

describe("documents", () => {
  it("knows every document kind once, and its own examples are valid", async () => {
    expect(new Set(documents.map(({ definition }) => definition.kind)).size).toBe(documents.length);
    const lines = documents.map(({ definition }) =>
      JSON.stringify({
        kind: definition.kind,
        schemaVersion: definition.options.version,
        id: "org.example/x@1",
        ...(definition.options.examples[0] as object),
      }),
    );
    const { code, err } = await run("validate", write("all.ndjson", lines.join("\n")));
    expect(err).toContain(`${documents.length} valid, 0 not.`);
    expect(code).toBe(0);
  });

  it("names the line of a faulty document and goes on", async () => {
    const file = write(
      "some.ndjson",
      '{"kind":"timetable"}\n{"kind":"nothing-known","schemaVersion":1,"id":"x"}\nno json\n',
    );
    const { code, out, err } = await run("validate", file);
    expect(code).toBe(1);
    expect(out).toMatch(/some\.ndjson:1: /);
    expect(out).toMatch(/some\.ndjson:3: /);
    expect(err).toContain("0 valid, 3 not.");
  });

  it("scaffolds a new kind and refuses to overwrite it", async () => {
    expect((await run("schema", "new", "reading-log", "--out", folder)).code).toBe(0);
    expect(readFileSync(join(folder, "src/reading-log.ts"), "utf8")).toContain('kind: "reading-log"');
    expect((await run("schema", "new", "reading-log", "--out", folder)).code).toBe(2);
  });

  it("finds the committed schemas compatible with the code", async () => {
    const { code, out } = await run("schema", "check");
    expect(out, out).not.toContain("breaking");
    expect(code).toBe(0);
  });
});

describe("calendars and goals", () => {
  it("expands a rule in a zone, and refuses an impossible one at once", async () => {
    const { out } = await run(
      "calendar",
      "expand",
      "FREQ=WEEKLY;BYDAY=TU;COUNT=2",
      "--start",
      "2026-10-27T09:00",
      "--zone",
      "America/New_York",
    );
    expect(out).toMatch(
      /2026-10-27T09:00:00 {2}2026-10-27T13:00:00Z\n2026-11-03T09:00:00 {2}2026-11-03T14:00:00Z/,
    );
    expect((await run("calendar", "expand", "FREQ=SOMETIMES", "--start", "2026-10-27")).code).toBe(1);
  });

  it("checks, shows, compares and exports a calendar", async () => {
    const calendar = {
      kind: "school-calendar",
      schemaVersion: 1,
      id: "c",
      ...SchoolCalendar.options.examples[0]!,
    };
    const file = write("calendar.json", calendar);
    expect(await run("calendar", "check", file)).toMatchObject({ out: "Sound.", err: "" });
    expect((await run("calendar", "show", file)).out.split("\n").length).toBeGreaterThan(3);
    expect((await run("calendar", "diff", file, file)).out).toContain("Nothing changed.");
    expect((await run("calendar", "export", file)).out).toContain("BEGIN:VCALENDAR");
    const week = await run("calendar", "show", file, "--week", "2026-09-09", "--lang", "es");
    expect(week.out).toMatch(
      /lunes 7 de septiembre de 2026: holiday, Labor Day\nmartes 8 .*: regular day, B\n {2}08:00-08:45 {2}Period 1/,
    );
    const none = await run("calendar", "show", file, "--from", "2031-01-01");
    expect(none).toMatchObject({ code: 0, out: "The calendar has no day of school there." });
    expect((await run("calendar", "show", file, "--from", "2026-09-09", "--to", "2026-09-08")).code).toBe(2);
    const snow = [...calendar.exceptions, { name: "Snow", first: "2027-02-09", dayKind: "holiday" }];
    const later = write("later.json", { ...calendar, exceptions: snow });
    expect((await run("calendar", "diff", file, later, "--lang", "es")).out).toContain(
      "North: el martes 9 de febrero de 2027, holiday en lugar de regular day (Snow).",
    );
    const twice = write("twice.json", {
      ...calendar,
      exceptions: [{ name: "Trip", first: "2027-03-10", last: "2027-03-09" }],
    });
    expect(await run("calendar", "check", twice, "--lang", "es")).toMatchObject({
      code: 1,
      out: "",
      err: "exceptions[0]: Trip termina antes de empezar. Intercambie la primera y la última fecha.",
    });
    for (const command of ["show", "export"]) {
      const told = await run("calendar", command, twice);
      expect(told).toMatchObject({ code: 0, err: expect.stringContaining("Trip ends before it begins.") });
    }
  });

  it("asks about a goal without a baseline", async () => {
    const goal = {
      kind: "results-goal",
      schemaVersion: 1,
      id: "g",
      statement: "Students will understand ratios better",
      level: "team",
      aim: "results",
      from: "2026-09-01",
      until: "2027-05-01",
      indicators: [
        {
          id: "i",
          text: "Ratios",
          measures: [
            {
              id: "m",
              name: "Quiz",
              unit: "share",
              direction: "increase",
              targets: [{ id: "t", population: { kind: "all" }, value: 0.8, by: "2027-05-01" }],
            },
          ],
        },
      ],
    };
    const { code, out } = await run("goal", "lint", write("goal.json", goal), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).findings.length).toBeGreaterThan(0);
  });
});

describe("rosters", () => {
  it("counts a roster, says what changed the second time, and refuses a mass removal without --accept", async () => {
    const files = toOneRosterFiles(generateDistrict({ seed: 2, schools: 1 }));
    const roster = mkdtempSync(join(folder, "roster-"));
    const put = (name: string, text: string) => writeFileSync(join(roster, name), text);
    for (const [name, text] of Object.entries(files)) put(name, text);
    const last = join(folder, "last.json");
    const first = JSON.parse((await run("roster", "import", roster, "--last", last, "--json")).out);
    expect(first.refusedInAll).toBe(0);
    const users = (files["users.csv"] as string).split("\r\n");
    put("users.csv", users.with(3, (users[3] as string).replace(/,true,/, ",perhaps,")).join("\r\n"));
    const second = await run("roster", "import", roster, "--last", last, "--json");
    const answer = JSON.parse(second.out);
    expect(answer.refused[0]).toMatchObject({ file: "users", record: 4, column: "enabledUser" });
    expect(second.out).not.toContain("perhaps");
    expect(answer.diff.parts.people.ended).toHaveLength(1);
    put("users.csv", users.filter((_, index) => index < users.length / 2).join("\r\n"));
    const gone = await run("roster", "import", roster, "--last", last);
    expect(gone.code).toBe(1);
    expect((await run("roster", "import", roster, "--last", last, "--accept")).code).toBe(0);
  });
});
