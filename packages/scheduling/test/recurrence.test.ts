import { existsSync, readFileSync } from "node:fs";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { basicText, expandRecurrence, expandRule, parseMoment, parseRule } from "../src/index.js";

const at = (text: string) => parseMoment(text)!;

/** Starts of a rule in iCalendar's form. */
function starts(rule: string, start: string, limit = 20): string[] {
  const expanded = expandRecurrence({ start: at(start), rule: unwrap(parseRule(rule)) }, { limit });
  return unwrap(expanded).local.map((local) => basicText(local, at(start).form));
}
const codesOf = (rule: string, start = "20260901T090000") => {
  const result = expandRule(rule, { start });
  return (result.ok ? result.warnings : result.issues).map(({ code }) => code);
};

it("gives every example of RFC 5545, 3.8.5.3 and RFC 7529, 5", () => {
  const file = readFileSync(new URL("./vectors/rfc.txt", import.meta.url), "utf8");
  const blocks = [...file.matchAll(/RRULE:(.*)\nDTSTART:(.*)\nINSTANCES:(.*)/g)];
  expect(blocks).toHaveLength(47);
  for (const [, rule, start, instances] of blocks) {
    const wanted = instances!.split(",");
    const ends = /COUNT|UNTIL/.test(rule!);
    expect(starts(rule!, start!, ends ? 1000 : wanted.length), rule).toEqual(wanted);
  }
});

it("takes from the start what a rule leaves open, and no more", () => {
  expect(starts("FREQ=YEARLY;BYMONTHDAY=29", "20240229", 2)).toEqual(["20240229", "20280229"]);
  expect(starts("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR", "19980213", 3)).toEqual([
    "19980213",
    "19980313",
    "19981113",
  ]);
  expect(starts("FREQ=YEARLY;BYWEEKNO=20", "19970512", 2)).toEqual(["19970512", "19980511"]);
});

describe("clocks that change", () => {
  const rule = "FREQ=DAILY;COUNT=3";
  const inNewYork = (start: string, more = {}) =>
    unwrap(expandRule(rule, { start, zone: "America/New_York", ...more })).map(({ instant }) => instant);

  it("leaves out a wall time that does not exist, and does not count it", () => {
    expect(inNewYork("2027-03-13T02:30")).toEqual([
      "2027-03-13T07:30:00Z",
      "2027-03-15T06:30:00Z",
      "2027-03-16T06:30:00Z",
    ]);
  });
  it("moves it behind the gap where that is asked for", () => {
    expect(inNewYork("2027-03-13T02:30", { gap: "shift" })[1]).toBe("2027-03-14T07:30:00Z");
  });
  it("takes the first of two equal wall times, or the second on request", () => {
    expect(inNewYork("2026-11-01T01:30")[0]).toBe("2026-11-01T05:30:00Z");
    expect(inNewYork("2026-11-01T01:30", { overlap: "second" })[0]).toBe("2026-11-01T06:30:00Z");
  });
  it("keeps the wall time through both changes of a year", () => {
    const dates = unwrap(
      expandRule("FREQ=WEEKLY;COUNT=52", { start: "2026-09-01T15:30", zone: "America/New_York" }),
    );
    expect(new Set(dates.map(({ local }) => local.slice(11)))).toEqual(new Set(["15:30:00"]));
    expect(new Set(dates.map(({ instant }) => instant?.slice(11)))).toEqual(
      new Set(["19:30:00Z", "20:30:00Z"]),
    );
  });
  it("compares UNTIL in UTC with instants", () => {
    const until = (text: string) =>
      unwrap(expandRule(`FREQ=DAILY;UNTIL=${text}`, { start: "2026-09-01T20:00", zone: "America/New_York" }))
        .length;
    expect(until("20260903T000000Z")).toBe(2);
    expect(until("20260902T235959Z")).toBe(1);
    expect(until("20260902")).toBe(2);
  });
});

it("adds dates, leaves out exceptions, and gives each start once", () => {
  const dates = expandRule("FREQ=WEEKLY;COUNT=3", {
    start: "2026-09-01T09:00",
    dates: ["2026-09-03T09:00", "2026-09-08T09:00"],
    except: ["2026-09-15"],
  });
  expect(unwrap(dates).map(({ local }) => local.slice(0, 10))).toEqual([
    "2026-09-01",
    "2026-09-03",
    "2026-09-08",
  ]);
});

it("starts in the middle of an endless rule as if it had come from its start", () => {
  for (const rule of [
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=YEARLY;BYWEEKNO=1",
    "FREQ=HOURLY;INTERVAL=7;BYHOUR=9,10",
  ]) {
    const all = unwrap(expandRule(rule, { start: "2020-01-03T09:00", limit: 5000, to: "2031-01-01" }));
    const late = unwrap(
      expandRule(rule, { start: "2020-01-03T09:00", limit: 5000, from: "2029-06-01", to: "2031-01-01" }),
    );
    expect(late).toEqual(all.filter(({ local }) => local >= "2029-06-01"));
  }
});

describe("bad input is answered with a code", () => {
  it.each([
    ["", "rule-without-frequency"],
    ["FREQ=FORTNIGHTLY", "rule-part-out-of-range"],
    ["FREQ=DAILY;FREQ=DAILY", "rule-part-repeated"],
    ["FREQ=DAILY;BYFOO=1", "rule-part-unknown"],
    ["FREQ=DAILY;INTERVAL=0", "rule-part-out-of-range"],
    ["FREQ=DAILY;COUNT=2;UNTIL=20300101", "rule-combination"],
    ["FREQ=WEEKLY;BYMONTHDAY=1", "rule-combination"],
    ["FREQ=MONTHLY;BYWEEKNO=1", "rule-combination"],
    ["FREQ=WEEKLY;BYDAY=2MO", "rule-combination"],
    ["FREQ=DAILY;BYSETPOS=1", "rule-combination"],
    ["FREQ=DAILY;SKIP=FORWARD", "rule-combination"],
    ["FREQ=YEARLY;BYMONTH=13", "rule-part-out-of-range"],
    ["RSCALE=MIDDLE-EARTH;FREQ=YEARLY", "rule-calendar-unknown"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule-never-occurs"],
    ["FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100", "rule-never-occurs"],
    ["FREQ=HOURLY;INTERVAL=24;BYHOUR=5", "rule-never-occurs"],
    ["RSCALE=CHINESE;FREQ=MONTHLY;BYMONTH=13", "rule-never-occurs"],
    ["RSCALE=HEBREW;FREQ=DAILY;BYMONTHDAY=31", "rule-never-occurs"],
    ["FREQ=MONTHLY;INTERVAL=9999999999;BYMONTHDAY=31", "rule-never-occurs"],
    ["FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "rule-never-occurs"],
    ["FREQ=DAILY;UNTIL=20200101T000000Z", "rule-ends-before-start"],
    ["FREQ=SECONDLY;COUNT=1000000000", "more-occurrences"],
    ["FREQ=DAILY;BYMONTHDAY=-1,-2", "more-occurrences"],
    [`FREQ=DAILY;BYHOUR=${"1,".repeat(5_000_000)}1`, "rule-too-long"],
  ])("%.60s", (rule, code) => {
    if (code === "more-occurrences" && rule.includes("BYMONTHDAY")) {
      expect(starts(rule, "20260131", 3)).toEqual(["20260131", "20260227", "20260228"]);
    }
    expect(codesOf(rule)).toContain(code);
  });
  it("gives up counting a rule whose start is too far from the dates asked for", () => {
    const late = expandRule("FREQ=SECONDLY;BYHOUR=1,2;COUNT=1000000000", {
      start: "1970-01-01T01:00",
      from: "2026-01-01",
    });
    expect(late.ok || late.issues[0]?.code).toBe("rule-search-too-long");
    const endless = expandRule("FREQ=SECONDLY", { start: "1970-01-01T00:00", from: "2026-01-01", limit: 1 });
    expect(unwrap(endless)[0]?.local).toBe("2026-01-01T00:00:00");
  });
  it("says that the start is not among its rule's dates", () => {
    expect(codesOf("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2")).toEqual(["start-not-in-rule"]);
  });
  it("refuses a start, a zone or a time that does not exist", () => {
    const code = (input: Parameters<typeof expandRule>[1], rule = "FREQ=DAILY;COUNT=1") => {
      const result = expandRule(rule, input);
      return result.ok ? undefined : [result.issues[0]?.code, result.issues[0]?.path[0]];
    };
    expect(code({ start: "2027-02-29" })).toEqual(["bad-date", "start"]);
    expect(code({ start: "2027-02-28", zone: "Mars/Olympus" })).toEqual(["unknown-zone", "zone"]);
    expect(code({ start: "2027-02-28", except: ["soon"] })).toEqual(["bad-date", "except"]);
    expect(code({ start: "2027-02-28" }, "FREQ=HOURLY")).toEqual(["rule-needs-time", undefined]);
  });
});

const file = `${process.env["COLLEGIUM_DATA"]}/calendar/recurrence-vectors.txt`;
describe.skipIf(!existsSync(file))("the recurrence vectors (needs COLLEGIUM_DATA)", () => {
  const blocks = existsSync(file) ? readFileSync(file, "utf8").split(/\n\s*\n/) : [];
  const field = (block: string, name: string) =>
    new RegExp(`^${name}:\\s*(.*)$`, "m").exec(block)?.[1]?.trim();
  it("agree, but for one that the file's author left unimplemented", () => {
    const differing = blocks.filter((block) => {
      const rule = field(block, "RRULE");
      if (!rule) return false;
      return starts(rule, field(block, "DTSTART")!, 1000).join() !== field(block, "INSTANCES");
    });
    expect(differing.map((block) => field(block, "INSTANCES")?.slice(0, 17))).toEqual(["*** UNIMPLEMENTED"]);
  });
});
