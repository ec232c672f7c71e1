import { execFileSync } from "node:child_process";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { findZone, localTime, wallTime, wallTimeReader, zoneTransitions } from "../src/index.js";

const seconds = (text: string) => Date.parse(text) / 1000;
const newYork = unwrap(findZone("America/New_York"));

it("finds the clock changes of a year to the second", () => {
  expect(zoneTransitions(newYork, seconds("2027-01-01T00:00Z"), seconds("2028-01-01T00:00Z"))).toEqual([
    { at: seconds("2027-03-14T07:00Z"), before: -18000, after: -14400 },
    { at: seconds("2027-11-07T06:00Z"), before: -14400, after: -18000 },
  ]);
});

it("tells gaps and overlaps from ordinary times", () => {
  const kind = (text: string) => wallTime(newYork, seconds(`${text}Z`)).kind;
  expect(["2027-03-14T01:59", "2027-03-14T02:00", "2027-03-14T02:59", "2027-03-14T03:00"].map(kind)).toEqual([
    "unique",
    "gap",
    "gap",
    "unique",
  ]);
  expect(["2027-11-07T00:59", "2027-11-07T01:00", "2027-11-07T01:59", "2027-11-07T02:00"].map(kind)).toEqual([
    "unique",
    "overlap",
    "overlap",
    "unique",
  ]);
});

it("knows the day that Samoa left out", () => {
  const apia = unwrap(findZone("Pacific/Apia"));
  expect(wallTime(apia, seconds("2011-12-30T12:00Z")).kind).toBe("gap");
  expect(wallTime(apia, seconds("2011-12-31T00:00Z"))).toEqual({
    kind: "unique",
    instant: seconds("2011-12-30T10:00Z"),
  });
});

it("refuses names that are no zone", () => {
  for (const name of ["Mars/Olympus", "+05:00", "", "x".repeat(10_000_000), "../etc/passwd"]) {
    const found = findZone(name);
    expect(found.ok || found.issues[0]?.code).toBe("unknown-zone");
  }
});

describe("wall times and instants are each other's inverse around every change", () => {
  // Three transitions a year in places where it is odd: half-hour changes, a summer break, changes at midnight.
  const names = [
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/Sao_Paulo",
    "Europe/Chisinau",
    "Pacific/Apia",
  ];
  it.each(names)("%s", (name) => {
    const zone = unwrap(findZone(name));
    const reader = wallTimeReader(zone, "shift", "first");
    const changes = zoneTransitions(zone, seconds("2000-01-01T00:00Z"), seconds("2040-01-01T00:00Z"));
    expect(changes.length).toBeGreaterThan(1);
    for (const { at, before, after } of changes) {
      for (const instant of [at - 7201, at - 1, at, at + 1, at + 7201]) {
        const local = localTime(zone, instant);
        const meaning = wallTime(zone, local);
        const instants = meaning.kind === "overlap" ? [meaning.instant, meaning.second] : [meaning.instant];
        expect(instants).toContain(instant);
        expect(reader.read(local)).toBe(meaning.instant);
      }
      expect(wallTime(zone, at + Math.min(before, after) + 60).kind).toBe(after > before ? "gap" : "overlap");
    }
  });
});

it("answers the same whatever the host's own zone", () => {
  const script = `
    import { source } from "./packages/scheduling/verify/source.mjs";
    const { expandRule } = await source();
    const found = ["America/New_York", "Australia/Eucla", "Europe/Chisinau", "America/Sao_Paulo"].map((zone) =>
      expandRule("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=400", { start: "2000-01-31T02:30", zone }).value);
    console.log(JSON.stringify([new Intl.DateTimeFormat().resolvedOptions().timeZone, found]));`;
  const answers = ["UTC", "Europe/Chisinau", "Australia/Lord_Howe", "America/Sao_Paulo"].map((TZ) =>
    JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "-"], {
        env: { ...process.env, TZ },
        encoding: "utf8",
        input: script,
      }),
    ),
  );
  expect(new Set(answers.map(([host]) => host)).size).toBe(4);
  for (const [, found] of answers) expect(found).toEqual(answers[0][1]);
});

it("knows far years by what the runtime says of them", () => {
  for (const name of [
    "America/New_York",
    "Europe/Dublin",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Gaza",
    "America/Santiago",
  ]) {
    const zone = unwrap(findZone(name));
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    for (const year of [2149, 2150, 2151, 2200, 2396, 2400, 3004, 9998]) {
      for (let day = 3; day < 365; day += 11) {
        const instant = Date.UTC(year, 0, day, 12) / 1000;
        const [, sign, hours, minutes = "0"] =
          /GMT([+-])(\d+):?(\d+)?/.exec(format.format(instant * 1000)) ?? [];
        const offset = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes) * 60);
        expect([name, year, day, zone.spanAt(instant).offset]).toEqual([name, year, day, offset]);
      }
    }
  }
});
