import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { busyOnDates, readOwnCalendar } from "../src/state/own-calendars.js";

const event = (uid: string, ...lines: string[]) => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  "SUMMARY:Dr. Quimby",
  "LOCATION:12 Elm Street",
  ...lines,
  "END:VEVENT",
];
const file = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n");
const whose = {
  person: "t02",
  zone: "America/Chicago",
  now: new Date("2027-03-01T15:00:00Z"),
  domain: "collegium.example",
};

it("keeps times of a file and nothing else of it", () => {
  const read = readOwnCalendar(
    file(
      ...event(
        "1",
        "DTSTART;TZID=America/Chicago:20270302T090000",
        "DURATION:PT45M",
        "RRULE:FREQ=WEEKLY;COUNT=2",
      ),
      ...event("2", "DTSTART;VALUE=DATE:20270304"),
      ...event("3", "DTSTART:20270305T150000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
      ...event("team-grade-7@collegium.example", "DTSTART:20270305T170000Z", "DURATION:PT1H"),
      ...event("4", "DTSTART:some day"),
    ),
    whose,
  );
  const kept = unwrap(read);
  expect(JSON.stringify(kept)).not.toMatch(/Quimby|Elm/);
  expect(kept).toMatchObject({ person: "t02", read: 4, refused: 1 });
  expect(read.ok && read.warnings.map(({ message }) => message).join()).toMatch(
    /^Line \d+: the start is no date/,
  );
  expect(busyOnDates(kept.spans, "America/Chicago")).toEqual([
    { date: "2027-03-02", start: 540, end: 585 },
    { date: "2027-03-04", start: 0, end: 1440 },
    { date: "2027-03-09", start: 540, end: 585 },
  ]);
});

it("refuses what is no calendar, with a sentence", () => {
  expect(readOwnCalendar("Dear colleagues", whose)).toMatchObject({ ok: false });
});

it("puts time that runs over midnight on both dates, and keeps the wall time where the clocks change", () => {
  const kept = unwrap(
    readOwnCalendar(
      file(
        ...event("1", "DTSTART;TZID=America/Chicago:20270313T220000", "DURATION:PT4H"),
        ...event("2", "DTSTART;TZID=America/Chicago:20271107T013000", "DURATION:PT1H"),
      ),
      whose,
    ),
  );
  expect(busyOnDates(kept.spans, "America/Chicago")).toEqual([
    { date: "2027-03-13", start: 1320, end: 1440 },
    // Until three by the clock: an hour of this night does not exist.
    { date: "2027-03-14", start: 0, end: 180 },
    { date: "2027-11-07", start: 90, end: 150 },
  ]);
});
