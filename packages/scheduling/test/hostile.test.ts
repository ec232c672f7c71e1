import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  busyTimes,
  type CalendarEvent,
  type Effort,
  eventOccurrences,
  expandRecurrence,
  expandRule,
  findZone,
  type Moment,
  parseMoment,
  parseRule,
  readCalendar,
  readPresence,
  readTeams,
  Timetable,
  UTC,
  writeCalendar,
  zoneTransitions,
} from "../src/index.js";

const upTo = (most: number) => Array.from({ length: most }, (_, value) => value).join();
const everySecond = `BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`;
const NEW_YORK = unwrap(findZone("America/New_York"));

/** What a rule says, and what looking for it cost in units of about a hundred nanoseconds. */
function looked(rule: string, options: { start?: string; from?: string; except?: readonly string[] } = {}) {
  const effort: Effort = { left: 150_000, reserve: 450_000 };
  const from = options.from === undefined ? undefined : parseMoment(options.from)!;
  const result = expandRecurrence(
    {
      start: parseMoment(options.start ?? "20260901T090000")!,
      rule: unwrap(parseRule(rule)),
      zone: NEW_YORK,
      except: (options.except ?? []).map((text) => parseMoment(text)!),
    },
    { effort, ...(from && { from }) },
  );
  const codes = (result.ok ? result.warnings : result.issues).map(({ code }) => code);
  return {
    codes,
    found: result.ok ? result.value.instants.length : 0,
    cost: 600_000 - effort.left - effort.reserve,
  };
}

describe("a rule that asks for endless work is answered with little", () => {
  it.each([
    ["FREQ=SECONDLY;INTERVAL=86399;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3", 80, "start-not-in-rule"],
    [
      "FREQ=SECONDLY;INTERVAL=86399;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3;BYMINUTE=3;BYSECOND=7",
      0,
      "rule-never-occurs",
    ],
    ["FREQ=SECONDLY;INTERVAL=86399;BYMONTH=4;BYMONTHDAY=31", 0, "rule-never-occurs"],
    ["FREQ=SECONDLY;INTERVAL=9999999999;BYSECOND=7", 0, "rule-never-occurs"],
    [
      "FREQ=MINUTELY;INTERVAL=1439;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3;BYMINUTE=7;BYDAY=SU",
      0,
      "rule-never-occurs",
    ],
    ["FREQ=HOURLY;BYYEARDAY=60;BYMONTH=5", 0, "rule-never-occurs"],
    ["FREQ=HOURLY;INTERVAL=24;BYHOUR=8", 0, "rule-never-occurs"],
    ["FREQ=SECONDLY;BYYEARDAY=366;BYMONTH=11", 0, "rule-never-occurs"],
    ["FREQ=DAILY;INTERVAL=9999999999;BYDAY=MO", 0, "rule-never-occurs"],
    ["FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12", 0, "rule-never-occurs"],
    ["FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6", 0, "rule-never-occurs"],
    ["FREQ=YEARLY;BYMONTHDAY=1;BYSETPOS=13", 0, "rule-never-occurs"],
    ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", 0, "rule-never-occurs"],
    ["FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5MO", 0, "rule-never-occurs"],
    ["RSCALE=CHINESE;FREQ=MONTHLY;BYMONTH=12L;BYMONTHDAY=30", 0, "rule-search-too-long"],
    [`FREQ=DAILY;${everySecond}`, 1000, "more-occurrences"],
    [`FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;${everySecond}`, 1000, "more-occurrences"],
    [`FREQ=DAILY;${everySecond};BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;BYSETPOS=366`, 258, "start-not-in-rule"],
    ["FREQ=SECONDLY;COUNT=1000000000", 1000, "more-occurrences"],
  ])("%.90s", (rule, found, code) => {
    const answer = looked(rule);
    expect(answer.codes).toContain(code);
    if (code !== "start-not-in-rule") expect(answer.found).toBe(found);
    expect(answer.cost).toBeLessThan(300_000);
  });
  it("counts no further than it may, where COUNT begins long before the dates asked for", () => {
    for (const rule of [
      "FREQ=DAILY;BYDAY=MO,TU;COUNT=9999999999",
      "FREQ=SECONDLY;BYMINUTE=5;COUNT=9999999999",
    ]) {
      const { codes, cost } = looked(rule, { start: "00010101T090000", from: "99980101" });
      expect(codes).toEqual(["rule-search-too-long"]);
      expect(cost).toBeLessThan(300_000);
    }
  });
  it("passes over days that are left out, however many starts they have", () => {
    const except = Array.from({ length: 400 }, (_, nth) =>
      new Date(Date.UTC(2026, 8, 1 + nth)).toISOString().slice(0, 10).replaceAll("-", ""),
    );
    expect(looked("FREQ=SECONDLY", { except })).toMatchObject({ found: 1000, codes: ["more-occurrences"] });
    const first = expandRule("FREQ=SECONDLY", {
      start: "2026-09-01T09:00",
      limit: 1,
      except: ["2026-09-01"],
    });
    expect(unwrap(first)).toEqual([{ local: "2026-09-02T00:00:00" }]);
  });
});

describe("a calendar file of hostile size", () => {
  const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n");
  const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
  const many = (n: number, make: (nth: number) => string) =>
    Array.from({ length: n }, (_, nth) => make(nth)).join("\r\n");
  const dates = (n: number) => Array.from({ length: n }, () => "20260901T090000Z").join();

  it.each([
    ["line-too-long", calendar(event("DTSTART:20260901T090000Z", `EXDATE:${dates(50_000)},soon`))],
    ["line-too-long", calendar(event("DTSTART:20260901T090000Z", `SUMMARY:${"\\".repeat(900_000)}`))],
    ["calendar-too-large", calendar(event(many(50_000, () => "EXDATE:20260901T090000Z")))],
    ["calendar-too-large", calendar(event(many(50_000, (nth) => `ATTENDEE:mailto:a${nth}@example.org`)))],
    ["calendar-too-large", calendar(many(50_001, () => "begin:vevent\r\nend:vevent"))],
    ["not-a-content-line", calendar(event(`DTSTART${";X=1".repeat(1000)}:20260901T090000Z`))],
    ["component-not-closed", `BEGIN:VCALENDAR\r\n${"BEGIN:X\r\n".repeat(20_000)}`],
    [
      "component-not-closed",
      calendar(event("DTSTART:20260901", "X-A:1\r\n".repeat(300_000))).slice(0, 1_500_000),
    ],
    ["calendar-too-large", calendar("Begin:vTodo\r\nEnd:vTodo\r\n".repeat(160_000))],
    ["calendar-too-large", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".repeat(160_000)],
  ])("is refused: %s", (code, text) => {
    const read = readCalendar(text);
    expect(read.ok || read.issues[0]?.code).toBe(code);
  });
  it("may hold a long attachment", () => {
    const read = readCalendar(
      calendar(event("UID:1", "DTSTART:20260901T090000Z", `ATTACH:${"A".repeat(400_000)}`)),
    );
    expect(unwrap(read).events).toHaveLength(1);
  });
  it("looks for fifty time zones and no more", () => {
    const zones = many(200, (nth) => event(`UID:${nth}`, `DTSTART;TZID=Nowhere/${nth}:20260901T090000`));
    const read = readCalendar(calendar(zones));
    expect(unwrap(read).events).toHaveLength(0);
    expect(read.ok && read.warnings.filter(({ message }) => /more than 50/.test(message))).toHaveLength(150);
  });
  const series = (n: number, rule: (nth: number) => string) =>
    unwrap(
      readCalendar(
        calendar(many(n, (nth) => event(`UID:${nth}`, "DTSTART:20260901T090000Z", `RRULE:${rule(nth)}`))),
      ),
    ).events;
  const warningsOf = (events: readonly CalendarEvent[]) => {
    const result = eventOccurrences(events, { from: 0, to: 4e9, zone: UTC });
    return result.ok ? result.warnings : result.issues;
  };
  it("looks once for a rule that a thousand events repeat, and names each of them", () => {
    for (const rule of ["FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100", "FREQ=SOMETIMES"]) {
      const warnings = warningsOf(series(1000, () => rule));
      expect(new Set(warnings.map(({ code }) => code)).size).toBe(1);
      expect(warnings.map(({ path }) => path[0])).toEqual(Array.from({ length: 1000 }, (_, nth) => nth));
    }
  });
  it("shares one effort among all rules, and says of each that it never occurs or was not found", () => {
    const codes = warningsOf(
      series(
        1000,
        (nth) => `FREQ=YEARLY;INTERVAL=${1 + (nth % 9)};BYWEEKNO=53;BYYEARDAY=${20 + (nth % 300)}`,
      ),
    ).map(({ code }) => code);
    expect(codes).toHaveLength(1000);
    const never = codes.filter((code) => code === "rule-never-occurs").length;
    expect(never).toBeGreaterThan(50);
    expect(never).toBeLessThan(700);
    expect(new Set(codes)).toEqual(new Set(["rule-never-occurs", "rule-search-too-long"]));
  });
  it("keeps what was found of a rule whose search is given up, and does not call the calendar too large", () => {
    const rule = "RSCALE=ISLAMIC-UMALQURA;FREQ=DAILY;BYMONTH=12;BYMONTHDAY=30;BYDAY=MO";
    const result = eventOccurrences(
      series(1, () => rule),
      { from: 0, to: 2e11, zone: UTC },
    );
    expect(unwrap(result).length).toBeGreaterThan(1);
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(["rule-search-too-long"]);
  });
  it("follows thousands of changes of one series, each from its own occurrence on", () => {
    const at = (nth: number) =>
      new Date(Date.UTC(2026, 8, 1, nth)).toISOString().replaceAll(/[-:]|\.\d+/g, "");
    const text = calendar(
      event("UID:1", `DTSTART:${at(0)}`, "DURATION:PT10M", "RRULE:FREQ=HOURLY;COUNT=3000"),
      many(2000, (nth) =>
        event(
          "UID:1",
          `RECURRENCE-ID;RANGE=THISANDFUTURE:${at(nth)}`,
          `DTSTART:${at(nth)}`,
          `DURATION:PT${(nth % 9) + 1}M`,
        ),
      ),
    );
    const found = unwrap(
      eventOccurrences(unwrap(readCalendar(text)).events, { from: 0, to: 4e9, zone: UTC }),
    );
    expect(found).toHaveLength(3000);
    const minutes = (nth: number) => (Math.min(nth, 1999) % 9) + 1;
    expect(found.every(({ start, end }, nth) => end - start === minutes(nth) * 60)).toBe(true);
  });
  it("reads a described zone whose rule began a thousand years ago", () => {
    const observance = (name: string, from: string, to: string) =>
      [
        `BEGIN:${name}`,
        "DTSTART:10000101T020000",
        `TZOFFSETFROM:${from}`,
        `TZOFFSETTO:${to}`,
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        `END:${name}`,
      ].join("\r\n");
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:School",
      observance("STANDARD", "-0400", "-0500"),
      "END:VTIMEZONE",
    ].join("\r\n");
    const text = calendar(zone, event("UID:1", "DTSTART;TZID=School:20260901T090000", "DURATION:PT1H"));
    const busy = unwrap(busyTimes(text, { zone: "UTC", from: 0, to: 2e9 }));
    expect(busy).toEqual([{ start: Date.UTC(2026, 8, 1, 14) / 1000, end: Date.UTC(2026, 8, 1, 15) / 1000 }]);
  });
});

describe("other readers of hostile input", () => {
  const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] }));
  it("names every stranger of a teams file, however many there are", () => {
    const members = Array.from({ length: 200_000 }, (_, nth) => `x${nth}`);
    const read = readTeams({ teams: [{ id: "a", members }] }, timetable);
    expect(read.ok || read.issues).toHaveLength(200_000);
  });
  it("takes no presence as long as a book", () => {
    const read = readPresence({ t1: [`mon${" ".repeat(200_000)}x`] }, timetable);
    expect(read.ok || read.issues.map(({ code }) => code)).toEqual(["unknown-presence"]);
  });
  it("ends with the year 9999, where all changes of a zone are asked for", () => {
    const changes = zoneTransitions(NEW_YORK, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    expect(new Date(changes.at(-1)!.at * 1000).getUTCFullYear()).toBe(9999);
  });
  it("writes an event of two hundred thousand dates, and a zone up to 2100", () => {
    const dates = Array.from({ length: 200_000 }, (_, nth): Moment => ({ local: nth * 1e6, form: "local" }));
    const event = { uid: "1", summary: "x", start: dates[0]!, zone: "America/New_York", seconds: 60, dates };
    const text = unwrap(writeCalendar({ name: "x", events: [event], stamp: 0 }));
    expect(text.match(/BEGIN:DAYLIGHT/g)!.length).toBeLessThan(150);
  });
});
