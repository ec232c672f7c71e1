import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { district } from "../nightly/district.js";
import {
  busyTimes,
  dayTable,
  eventOccurrences,
  exportCalendar,
  parseMoment,
  readCalendar,
  writeCalendar,
} from "../src/index.js";
import { calendar, event, starts, window } from "./calendar-text.js";

it("names two exceptions of one name apart, and a day that asks for a cycle day on its own dates alone", () => {
  const exams = { name: "Exams", first: "2027-01-04", last: "2027-01-15" };
  const exceptions = [
    ...district.exceptions.filter(({ name }) => name !== "Exams"),
    { ...exams, cycleDays: ["even"] },
    { ...exams, cycleDays: ["odd"] },
  ];
  const choices = { stamp: 0, domain: "example.org", cycleDays: false };
  const feed = unwrap(exportCalendar({ ...district, exceptions }, "arden", choices));
  const found = unwrap(readCalendar(feed)).events.filter(({ summary }) => summary === "Exams");
  const table = unwrap(dayTable(district, "arden"));
  const on = (cycleDay: string) =>
    table.days.filter(
      (day) => exams.first <= day.date && day.date <= exams.last && day.cycleDay === cycleDay,
    );
  expect(found.map(({ uid }) => uid.split("-arden")[0])).toEqual([
    "date-Exams-2027-01-04",
    "date-Exams-2027-01-04-2",
  ]);
  expect(
    found.map(({ start, dates = [] }) => new Set([start, ...dates].map(({ local }) => local / 86400))),
  ).toEqual(["even", "odd"].map((cycleDay) => new Set(on(cycleDay).map(({ day }) => day))));
});

it("keeps lessons at two schools apart, each in its own time zone", () => {
  const [arden, birch] = district.schools as [(typeof district.schools)[0], (typeof district.schools)[0]];
  const two = { ...district, schools: [arden, { ...birch, zone: "America/Chicago" }] };
  const lesson = {
    lesson: "l1",
    day: 20700,
    date: "2026-09-04",
    period: "1",
    start: 480,
    end: 530,
    resources: [],
  };
  const lessons = [
    { ...lesson, name: "Maths", school: "arden" },
    { ...lesson, name: "Art", school: "birch" },
  ];
  const feed = unwrap(
    exportCalendar(two, "arden", { stamp: 0, domain: "example.org", lessons, dates: false }),
  );
  const { events, zones } = unwrap(readCalendar(feed));
  const timed = events.filter(({ start }) => start.form === "local");
  expect(
    unwrap(eventOccurrences(timed, { ...window, zones })).map(({ start, event }) => [
      event.summary,
      new Date(start * 1000).toISOString().slice(0, 16),
    ]),
  ).toEqual([
    ["Maths", "2026-09-04T12:00"],
    ["Art", "2026-09-04T13:00"],
  ]);
});

it("writes no control characters, so that no value begins a line of its own", () => {
  const odd = {
    uid: "1",
    summary: "a\u0007b",
    start: parseMoment("20260901T090000Z")!,
    seconds: 60,
    attendees: [
      { address: "mailto:a@b\r\nX-A:1", name: "a\rX-B:1", answer: "NO\r\nX-C:1", role: "R\nX-D:1" },
    ],
    alarms: [0.5],
  };
  const busy = [{ uid: "f\r\nX-E:1", spans: [] }];
  const text = unwrap(writeCalendar({ name: "n", events: [odd], busy, stamp: 0, refreshHours: 0.5 }));
  expect(text).not.toMatch(/^X-[A-E]:/m);
  expect(text).toContain("SUMMARY:ab\r\n");
  expect(text).toContain("TRIGGER:-PT30S\r\n");
  expect(text).toContain("DURATION:PT30M\r\n");
  expect(unwrap(readCalendar(text)).events[0]?.attendees?.[0]?.name).toBe("a\nX-B:1");
});

it("describes the zone of an old endless rule up to today, and of a rule with an end up to it", () => {
  const written = (rule: string) => {
    const start = parseMoment("20100105T090000")!;
    const old = { uid: "1", summary: "", start, zone: "America/New_York", seconds: 60, rule };
    return unwrap(writeCalendar({ name: "n", events: [old], stamp: Date.UTC(2026, 10) / 1000 }));
  };
  expect(written("FREQ=WEEKLY")).toContain("DTSTART:20360309T020000");
  expect(written("FREQ=WEEKLY;UNTIL=20120101T000000Z")).not.toContain("DTSTART:2013");
});

describe("reading what people did to a series", () => {
  it("moves it from one date on by wall time, also over a change of the clocks", () => {
    const text = calendar(
      ...event("DTSTART;TZID=America/New_York:20261028T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"),
      ...event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20261028T090000",
        "DTSTART;TZID=America/New_York:20261102T090000",
        "DURATION:PT1H",
      ),
    );
    expect(starts(text)).toEqual(["2026-11-02T14:00", "2026-11-09T14:00", "2026-11-16T14:00"]);
  });
  it("takes a file that calls an invitation off at its word", () => {
    const lines = event("DTSTART:20260701T090000Z", "DURATION:PT1H");
    expect(starts(calendar("METHOD:CANCEL", ...lines))).toEqual([]);
    expect(starts(calendar("METHOD:REQUEST", ...lines))).toHaveLength(1);
  });
  it("reads categories of several lines, a backslash before a comma too", () => {
    const text = calendar(...event("DTSTART:20260701T090000Z", "CATEGORIES:a\\,b,c\\\\", "CATEGORIES:d"));
    expect(unwrap(readCalendar(text)).events[0]?.categories).toEqual(["a,b", "c\\", "d"]);
  });
  it("does not count as busy what the owner of the calendar declined", () => {
    const text = calendar(
      ...event(
        "DTSTART:20260701T090000Z",
        "DURATION:PT1H",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:Ada@example.org",
      ),
    );
    const look = { zone: "UTC", from: window.from, to: window.to };
    expect(unwrap(busyTimes(text, look))).toHaveLength(1);
    expect(unwrap(busyTimes(text, { ...look, addresses: ["ada@example.org"] }))).toEqual([]);
    expect(unwrap(busyTimes(text, { ...look, addresses: ["lee@example.org"] }))).toHaveLength(1);
  });
});
