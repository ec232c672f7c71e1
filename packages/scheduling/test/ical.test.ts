import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { district, timetableOf } from "../nightly/district.js";
import {
  availabilityGrid,
  busyTimes,
  type CalendarEvent,
  createAvailability,
  datedLessons,
  dayTable,
  eventOccurrences,
  exportCalendar,
  findZone,
  isFree,
  markBusyTimes,
  parseDate,
  parseMoment,
  readCalendar,
  wallTime,
  writeCalendar,
} from "../src/index.js";
import { calendar, event, newYork, starts, window } from "./calendar-text.js";

describe("writing", () => {
  const meeting: CalendarEvent = {
    uid: "m1@example.org",
    sequence: 3,
    status: "CANCELLED",
    summary: "Team 7; focus, then data \\ notes",
    description: "Bring:\n1. the quiz\n2. the rubric",
    start: parseMoment("20261102T153000")!,
    zone: "America/New_York",
    seconds: 2700,
    attendees: [
      { address: "mailto:ada@example.org", name: 'Ada "A;B" Example', answer: "ACCEPTED", role: "CHAIR" },
    ],
    organizer: { address: "mailto:lee@example.org" },
    alarms: [15],
  };
  const text = unwrap(writeCalendar({ name: "Team 7", events: [meeting], method: "CANCEL", stamp: 0 }));
  const unfolded = text.replaceAll("\r\n ", "");

  it("escapes, folds and ends lines as RFC 5545 says", () => {
    expect(unfolded).toContain("SUMMARY:Team 7\\; focus\\, then data \\\\ notes\r\n");
    expect(unfolded).toContain("DESCRIPTION:Bring:\\n1. the quiz\\n2. the rubric\r\n");
    expect(unfolded).toContain(
      `ATTENDEE;CN="Ada ^'A;B^' Example";ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:ada@example.org\r\n`,
    );
    expect(text).not.toMatch(/[^\r]\n/);
    expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
  it("says method, version, alarm and zone", () => {
    for (const line of [
      "METHOD:CANCEL",
      "SEQUENCE:3",
      "STATUS:CANCELLED",
      "TRIGGER:-PT15M",
      "TZID:America/New_York",
      "DURATION:PT45M",
    ]) {
      expect(unfolded).toContain(`${line}\r\n`);
    }
  });
  it("never folds inside a character", () => {
    const long = unwrap(
      writeCalendar({ name: "x", events: [{ ...meeting, summary: "é學🎒".repeat(60) }], stamp: 0 }),
    );
    expect(unwrap(readCalendar(long)).events[0]?.summary).toBe("é學🎒".repeat(60));
    for (const line of long.split("\r\n")) expect(line).not.toMatch(/[\ud800-\udbff]$/);
  });
  it("gives back what it was given", () => {
    const [read] = unwrap(readCalendar(text)).events;
    expect(read).toEqual({ ...meeting, transparent: false });
  });
  it("says when someone is busy without saying why", () => {
    const spans = [{ start: Date.UTC(2026, 8, 1, 12) / 1000, end: Date.UTC(2026, 8, 1, 13) / 1000 }];
    const busy = unwrap(writeCalendar({ name: "x", events: [], busy: [{ uid: "b1", spans }], stamp: 0 }));
    expect(busy).toContain("FREEBUSY;FBTYPE=BUSY:20260901T120000Z/20260901T130000Z\r\n");
    expect(unwrap(readCalendar(busy)).busy).toEqual(spans);
  });
  it("replaces one occurrence of a series, or all from one on", () => {
    const weekly = { ...meeting, status: "CONFIRMED" as const, rule: "FREQ=WEEKLY;COUNT=4" };
    const at = (day: string) => parseMoment(`202611${day}T153000`)!;
    const one = { ...meeting, status: "CANCELLED" as const, replaces: at("09"), start: at("09") };
    const later = {
      ...meeting,
      status: "CONFIRMED" as const,
      replaces: at("16"),
      start: parseMoment("20261117T160000")!,
      andFuture: true,
    };
    const series = unwrap(writeCalendar({ name: "x", events: [weekly, one, later], stamp: 0 }));
    expect(series.replaceAll("\r\n ", "")).toContain(
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20261116T153000\r\n",
    );
    expect(starts(series)).toEqual(["2026-11-02T20:30", "2026-11-17T21:00", "2026-11-24T21:00"]);
  });
  it("refuses a zone that does not exist", () => {
    const result = writeCalendar({ name: "x", events: [{ ...meeting, zone: "Mars/Olympus" }], stamp: 0 });
    expect(result.ok || result.issues[0]?.code).toBe("unknown-zone");
  });
});

describe("reading", () => {
  it("takes bare LF, a byte order mark, lower case, and a file's own zone", () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:School Time",
      "BEGIN:STANDARD",
      "DTSTART:20001105T020000",
      "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
      "TZOFFSETFROM:-0400",
      "TZOFFSETTO:-0500",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:20000312T020000",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
      "TZOFFSETFROM:-0500",
      "TZOFFSETTO:-0400",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
    ];
    const text = `\uFEFF${calendar(...zone, ...event('dtstart;tzid="School Time":20261101T003000', "RRULE:FREQ=DAILY;COUNT=2"))}`;
    expect(starts(text.replaceAll("\r", ""))).toEqual(["2026-11-01T04:30", "2026-11-02T05:30"]);
  });
  it("follows moved, cancelled and later occurrences of a series", () => {
    const master = event(
      "DTSTART;TZID=America/New_York:20260901T150000",
      "RRULE:FREQ=WEEKLY;COUNT=6",
      "EXDATE;TZID=America/New_York:20260908T150000",
      "DURATION:PT1H",
    );
    const moved = event(
      "RECURRENCE-ID;TZID=America/New_York:20260915T150000",
      "DTSTART;TZID=America/New_York:20260916T090000",
      "DURATION:PT1H",
    );
    const gone = event(
      "RECURRENCE-ID:20260922T190000Z",
      "DTSTART;TZID=America/New_York:20260922T150000",
      "STATUS:CANCELLED",
    );
    const later = event(
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20260929T150000",
      "DTSTART;TZID=America/New_York:20260929T160000",
      "DURATION:PT2H",
    );
    expect(starts(calendar(...master, ...moved, ...gone, ...later))).toEqual([
      "2026-09-01T19:00",
      "2026-09-16T13:00",
      "2026-09-29T20:00",
      "2026-10-06T20:00",
    ]);
  });
  it("ends whole days at midnight, also on the day of 25 hours", () => {
    const { events } = unwrap(
      readCalendar(
        calendar(
          ...event("DTSTART;VALUE=DATE:20261031", "DTEND;VALUE=DATE:20261102", "RRULE:FREQ=DAILY;COUNT=1"),
        ),
      ),
    );
    const [found] = unwrap(eventOccurrences(events, window));
    expect((found!.end - found!.start) / 3600).toBe(49);
  });
  it("takes the newest version of an event", () => {
    const version = (sequence: number, hour: string) =>
      event(`SEQUENCE:${sequence}`, `DTSTART:20260901T${hour}0000Z`);
    expect(starts(calendar(...version(2, "12"), ...version(1, "10")))).toEqual(["2026-09-01T12:00"]);
  });
  it("keeps the length of each added period, there and back", () => {
    const lines = event(
      ...["DTSTART;TZID=America/New_York:20260901T090000", "DURATION:PT1H"],
      "RDATE;VALUE=PERIOD;TZID=America/New_York:20260902T090000/PT2H,20260903T090000/20260903T093000",
      ...["RDATE;TZID=America/New_York:20260904T090000", "EXDATE;TZID=America/New_York:20260903T090000"],
    );
    const zone = unwrap(findZone("UTC"));
    const spans = (text: string) => {
      const { events, zones } = unwrap(readCalendar(text));
      const found = unwrap(eventOccurrences(events, { from: 0, to: 4e9, zone, zones }));
      return found.map(({ start, end }) => [
        new Date(start * 1000).toISOString().slice(8, 16),
        (end - start) / 60,
      ]);
    };
    const wanted = [
      ["01T13:00", 60],
      ["02T13:00", 120],
      ["04T13:00", 60],
    ];
    const text = calendar(...lines);
    expect(spans(text)).toEqual(wanted);
    const { events } = unwrap(readCalendar(text));
    expect(spans(unwrap(writeCalendar({ name: "x", events, stamp: 0 })))).toEqual(wanted);
  });
  it.each([
    ["a whole day that ends on itself", ["DTSTART;VALUE=DATE:20260907", "DTEND;VALUE=DATE:20260907"], [1440]],
    ["small letters", ["dtstart:20260907T130000Z", "duration:pt1h"], [60]],
    [
      "free in Outlook's words",
      ["DTSTART:20260907T130000Z", "DURATION:PT1H", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
      [],
    ],
    ["a length below nothing", ["DTSTART:20260907T130000Z", "DURATION:-PT1H"], []],
    [
      "a second rule",
      ["DTSTART:20260907T130000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2"],
      [60, 60],
    ],
  ])("makes busy as other programs mean it: %s", (_, lines, minutes) => {
    const spans = unwrap(busyTimes(calendar(...event(...lines)), { ...window, zone: "America/New_York" }));
    expect(spans.map(({ start, end }) => (end - start) / 60)).toEqual(minutes);
  });
  it("reads every calendar of a file, and lines that end with CR alone", () => {
    const two = [calendar(...event("DTSTART:20260901T090000Z")), calendar(...event("DTSTART:20260902"))];
    const count = (text: string) => unwrap(readCalendar(text)).events.length;
    expect(count(two.join("\r\n"))).toBe(2);
    expect(count(two.join("\r\n").replaceAll("\r\n", "\r"))).toBe(2);
  });
  it("takes no zone whose clocks change every second", () => {
    const rule = (words: string) =>
      readCalendar(
        calendar(
          ...["BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:20000101T000000"],
          ...["TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", `RRULE:${words}`, "END:STANDARD", "END:VTIMEZONE"],
          ...event("DTSTART;TZID=Own:20260901T090000"),
        ),
      );
    const codes = (words: string) => {
      const read = rule(words);
      return read.ok && read.warnings.map(({ code }) => code);
    };
    expect(codes("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")).toEqual([]);
    expect(codes("FREQ=SECONDLY")).toEqual(["unknown-zone"]);
  });
  it.each([
    ["event-without-start", event("SUMMARY:x")],
    ["bad-date", event("DTSTART:20260231T090000")],
    ["unknown-zone", event("DTSTART;TZID=Nowhere:20260901T090000")],
    ["bad-length", event("DTSTART:20260902T090000Z", "DTEND:20260901T090000Z")],
  ])("leaves out an event with a warning that names its line: %s", (code, lines) => {
    const read = readCalendar(calendar(...lines, ...event("DTSTART:20260901T090000Z")));
    expect(read.ok && [read.value.events.length, read.warnings[0]?.code]).toEqual([1, code]);
    expect(read.ok && read.warnings[0]?.message).toMatch(/^Line \d+: /);
  });
  it.each([
    ["not-a-calendar", "Dear colleagues"],
    ["not-a-calendar", "x".repeat(10_000_000)],
    ["component-not-closed", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"],
    ["component-not-closed", `BEGIN:VCALENDAR\r\n${"BEGIN:VTODO\r\n".repeat(100_000)}`],
    ["calendar-too-large", `BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(50_001)}`],
    ["not-a-calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nSUMMARY:Dear colleagues\r\n"],
    ["not-a-content-line", `BEGIN:VCALENDAR\r\nX${";A=b".repeat(1000)}:1\r\nEND:VCALENDAR`],
    ["not-a-content-line", "BEGIN:VCALENDAR\r\n%%%\r\n"],
    ["not-a-content-line", `BEGIN:VCALENDAR${"\n".repeat(200_000)}`],
    ["line-too-long", `BEGIN:VCALENDAR\r\nSUMMARY:${"x".repeat(10_000_000)}\r\nEND:VCALENDAR`],
  ])("refuses what is no calendar: %s", (code, text) => {
    const read = readCalendar(text);
    expect(read.ok || read.issues[0]?.code).toBe(code);
    expect(read.ok || read.issues[0]!.message.length).toBeLessThan(200);
  });
  it.each(["DTSTART:20260101T000000Z", "DTSTART;TZID=Europe/Chisinau:20260101T000000"])(
    "stops at a calendar with a billion occurrences: %s",
    (start) => {
      const { events } = unwrap(
        readCalendar(calendar(...event(start, "RRULE:FREQ=SECONDLY;COUNT=1000000000"))),
      );
      const found = eventOccurrences(events, window);
      expect(found.ok || found.issues[0]?.code).toBe("too-many-occurrences");
    },
  );
  it("leaves out an event whose rule cannot be used, with a warning", () => {
    const { events } = unwrap(
      readCalendar(calendar(...event("DTSTART:20260101T000000Z", "RRULE:FREQ=NEVER"))),
    );
    const found = eventOccurrences(events, window);
    expect(found.ok && [found.value.length, found.warnings[0]?.code]).toEqual([0, "rule-part-out-of-range"]);
  });
});

describe("someone's calendar as busy time", () => {
  const inYork = { zone: "America/New_York", from: window.from, to: window.to };
  it("is times without titles; free, cancelled and empty events do not count", () => {
    const text = calendar(
      ...event("DTSTART:20260901T133000Z", "DURATION:PT45M", "SUMMARY:Dentist"),
      ...["BEGIN:VEVENT", "UID:2", "DTSTART:20260901T140000Z", "DURATION:PT45M", "END:VEVENT"],
      ...[
        "BEGIN:VEVENT",
        "UID:3",
        "DTSTART:20260902T140000Z",
        "DURATION:PT45M",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ],
      ...[
        "BEGIN:VEVENT",
        "UID:4",
        "DTSTART:20260903T140000Z",
        "DURATION:PT45M",
        "STATUS:CANCELLED",
        "END:VEVENT",
      ],
      ...["BEGIN:VEVENT", "UID:5", "DTSTART;VALUE=DATE:20260904", "END:VEVENT"],
      "BEGIN:VFREEBUSY",
      "UID:6",
      "FREEBUSY;FBTYPE=BUSY:20260905T120000Z/PT1H",
      "FREEBUSY;FBTYPE=FREE:20260906T120000Z/PT1H",
      "END:VFREEBUSY",
    );
    const spans = unwrap(busyTimes(text, inYork));
    expect(
      spans.map(({ start, end }) => [new Date(start * 1000).toISOString().slice(0, 16), (end - start) / 60]),
    ).toEqual([
      ["2026-09-01T13:30", 75],
      ["2026-09-04T04:00", 1440],
      ["2026-09-05T12:00", 60],
    ]);
    expect(JSON.stringify(spans)).not.toContain("Dentist");
    const others = unwrap(busyTimes(text, { ...inYork, leaveOut: (uid) => uid === "1" }));
    expect(others.map(({ start, end }) => end - start)).toEqual([2700, 86_400, 3600]);
    const day = parseDate("2026-09-01")!;
    const time = createAvailability(availabilityGrid([day], 480, 960), ["t1"]);
    unwrap(markBusyTimes(time, "t1", spans, "America/New_York"));
    expect([
      isFree(time, "t1", day, 480, 570),
      isFree(time, "t1", day, 570, 575),
      isFree(time, "t1", day, 640, 645),
      isFree(time, "t1", day, 645, 960),
    ]).toEqual([true, false, false, true]);
  });
});

it("exports every teacher's odd days so that reading back gives each lesson's instants", () => {
  for (const { id } of district.schools) {
    const table = unwrap(dayTable(district, id));
    const lessons = datedLessons(timetableOf(id, 2), table).filter(({ resources }) =>
      resources.includes(`${id}-t1`),
    );
    for (const separate of [false, true]) {
      const feed = unwrap(
        exportCalendar(district, id, { stamp: 0, domain: "example.org", lessons, separate, cycleDays: true }),
      );
      const { events } = unwrap(readCalendar(feed));
      const timed = events.filter(({ start }) => start.form === "local");
      const got = unwrap(eventOccurrences(timed, window)).map(({ start, end }) => `${start} ${end}`);
      const instant = (day: number, minute: number) => wallTime(newYork, day * 86400 + minute * 60).instant;
      const wanted = lessons.map(({ day, start, end }) => `${instant(day, start)} ${instant(day, end)}`);
      expect(got.sort()).toEqual(wanted.sort());
      const oddDays = events.filter(({ summary }) => summary === "odd");
      expect(unwrap(eventOccurrences(oddDays, window)).length).toBe(
        table.days.filter(({ cycleDay }) => cycleDay === "odd").length,
      );
    }
  }
});

it("keeps ids from export to export, so that a subscriber sees a change and not a copy", () => {
  const ids = (calendarNow: typeof district) =>
    unwrap(
      readCalendar(
        unwrap(exportCalendar(calendarNow, "arden", { stamp: 0, domain: "example.org", periods: true })),
      ),
    ).events.map(({ uid }) => uid);
  const snow = {
    ...district,
    exceptions: [...district.exceptions, { name: "Ice", first: "2027-02-02", dayKind: "snow" }],
  };
  expect(new Set(ids(district)).size).toBe(ids(district).length);
  expect(ids(snow).filter((uid) => !ids(district).includes(uid))).toEqual([
    "date-Ice-2027-02-02-arden-district-2026@example.org",
  ]);
});
