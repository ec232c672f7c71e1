// Calendar files that are wrong, or larger than anyone's year.
import { busyTimes } from "@collegium/scheduling";

const calendar = (...lines) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const many = (n, make) => Array.from({ length: n }, (_, nth) => make(nth)).join("\r\n");
const WINDOW = { zone: "America/New_York", from: Date.UTC(2026, 7) / 1000, to: Date.UTC(2027, 6) / 1000 };
const file = (name, make) => ({ name, make, run: (text) => busyTimes(text, WINDOW) });
/** Large, but nothing is wrong with it: no code is wanted. */
const sound = (name, make) => ({ ...file(name, make), sound: true });
const series = (n, rule) => () =>
  calendar(
    many(n, (nth) => event(`UID:${nth}`, "DTSTART:20260901T090000Z", "DURATION:PT1H", `RRULE:${rule}`)),
  );
const date = (nth) =>
  new Date(Date.UTC(2026, 8, 1, 9) + nth * 3_600_000).toISOString().replaceAll(/[-:]|\.\d+/g, "");
const MASTER = ["DTSTART:20260901T090000Z", "DURATION:PT30M", "RRULE:FREQ=HOURLY"];
const offsets = (from, to) => [`TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`];
const zone = (name, ...lines) =>
  ["BEGIN:VTIMEZONE", `TZID:${name}`, "BEGIN:STANDARD", ...lines, "END:STANDARD", "END:VTIMEZONE"].join(
    "\r\n",
  );

export const badFiles = [
  // Texts that are no calendars.
  file("10 MB of letters", () => "A".repeat(10_000_000)),
  file("10 MB of line ends", () => `BEGIN:VCALENDAR${"\r\n".repeat(5_000_000)}`),
  file("10 MB in one line", () =>
    calendar(event("DTSTART:20260901T090000Z", `SUMMARY:${"A".repeat(10_000_000)}`)),
  ),
  file("10 MB in one folded line", () =>
    calendar(event("DTSTART:20260901T090000Z", `SUMMARY:A${"\r\n AAAAAAA".repeat(1_000_000)}`)),
  ),
  file("10 MB of folds alone", () =>
    calendar(event("DTSTART:20260901T090000Z", `SUMMARY:A${"\r\n ".repeat(3_300_000)}`)),
  ),
  file("10 MB of lines of one space", () => `BEGIN:VCALENDAR\r\n${" \r\n".repeat(3_300_000)}`),
  file("10 MB of quotes", () => calendar(event(`DTSTART;X="${'"'.repeat(10_000_000)}:20260901T090000Z`))),
  file("10 MB of backslashes", () =>
    calendar(event("DTSTART:20260901T090000Z", `SUMMARY:${"\\".repeat(10_000_000)}`)),
  ),
  file("10 MB of nesting", () => `BEGIN:VCALENDAR\r\n${"BEGIN:X\r\n".repeat(1_100_000)}`),
  file("10 MB of calendars", () => "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".repeat(330_000)),
  file("10 MB of alarms in one event", () =>
    calendar(
      event("DTSTART:20260901T090000Z", "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n".repeat(250_000)),
    ),
  ),
  file("10 MB of tasks", () => calendar("BEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\n".repeat(330_000))),
  file("10 MB of properties of the calendar", () => calendar("X-A:1\r\n".repeat(1_400_000))),
  file("10 MB of properties of one event", () => calendar(event("X-A:1\r\n".repeat(1_400_000)))),
  file("1,000 parameters", () => calendar(event(`DTSTART${";X=1".repeat(1000)}:20260901T090000Z`))),
  file("a UID of 10 MB", () => calendar(event(`UID:${"A".repeat(10_000_000)}`, "DTSTART:20260901T090000Z"))),
  file("40 UIDs of 240 kB without a start", () =>
    calendar(many(40, () => event(`UID:${"A".repeat(240_000)}`))),
  ),
  file("60,000 events", () =>
    calendar(many(60_000, (nth) => event(`UID:${nth}`, "DTSTART:20260901T090000Z"))),
  ),
  file("100,000 events, letters mixed", () => calendar("Begin:vEvent\r\nEnd:vEvent\r\n".repeat(100_000))),
  file("9 MB of a calendar, cut off", () =>
    calendar(
      many(40_000, (nth) =>
        event(`UID:${nth}`, "DTSTART:20260901T090000Z", "DURATION:PT1H", "X-A:1".repeat(30)),
      ),
    ).slice(0, 9_000_000),
  ),
  // Events that make work.
  file(
    "1,000 events that never occur (week 53, day 100)",
    series(1000, "FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100"),
  ),
  file("1,000 events that never occur (30 February)", series(1000, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
  file("1,000 events that never occur, each otherwise", () =>
    calendar(
      many(1000, (nth) =>
        event(
          `UID:${nth}`,
          "DTSTART:20260901T090000Z",
          "DURATION:PT1H",
          `RRULE:FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=${(nth % 300) + 20};INTERVAL=${1 + Math.floor(nth / 300)}`,
        ),
      ),
    ),
  ),
  file(
    "1,000 events of an ETHIOPIC rule by the second",
    series(1000, "RSCALE=ETHIOPIC;FREQ=SECONDLY;BYMONTH=13;BYMONTHDAY=7"),
  ),
  file("1,000 endless hourly events", series(1000, "FREQ=HOURLY")),
  file("1,000 events by the second", series(1000, "FREQ=SECONDLY")),
  file("a billion occurrences", series(1, "FREQ=SECONDLY;COUNT=1000000000")),
  sound("1,000 rules of 4 kB", series(1000, `FREQ=DAILY;BYMONTHDAY=${"1,".repeat(2000)}31`)),
  file("1,000 rules of 5 kB", series(1000, `FREQ=DAILY;BYMONTHDAY=${"1,".repeat(2500)}31`)),
  file("1,000 rules that are none", series(1000, "FREQ=SOMETIMES")),
  file("1,000 different rules that are none", () =>
    calendar(
      many(1000, (nth) => event(`UID:${nth}`, "DTSTART:20260901T090000Z", `RRULE:FREQ=DAILY;X${nth}=1`)),
    ),
  ),
  sound("5,000 RECURRENCE-IDs of an endless series", () =>
    calendar(
      event("UID:1", ...MASTER),
      many(5000, (nth) =>
        event(
          "UID:1",
          `RECURRENCE-ID:${date(nth)}`,
          `DTSTART:${date(nth + 1)}`,
          "DURATION:PT1H",
          `RRULE:FREQ=HOURLY`,
        ),
      ),
    ),
  ),
  sound("3,000 changes of this and future", () =>
    calendar(
      event("UID:1", ...MASTER),
      many(3000, (nth) =>
        event(
          "UID:1",
          `RECURRENCE-ID;RANGE=THISANDFUTURE:${date(nth)}`,
          `DTSTART:${date(nth)}`,
          "DURATION:PT1H",
        ),
      ),
    ),
  ),
  file("5,000 versions of one event, the last never occurs", () =>
    calendar(
      many(5000, (nth) =>
        event(
          "UID:1",
          `SEQUENCE:${nth}`,
          "DTSTART:20260901T090000Z",
          "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        ),
      ),
    ),
  ),
  file("5,000 events in unknown zones", () =>
    calendar(
      many(5000, (nth) =>
        event(`UID:${nth}`, `DTSTART;TZID=Nowhere/Place${nth}:20260901T090000`, "DURATION:PT1H"),
      ),
    ),
  ),
  file("5,000 events in one unknown zone", () =>
    calendar(
      many(5000, (nth) => event(`UID:${nth}`, "DTSTART;TZID=Nowhere/Place:20260901T090000", "DURATION:PT1H")),
    ),
  ),
  file("5,000 described zones", () =>
    calendar(
      many(5000, (nth) =>
        zone(`Z${nth}`, "DTSTART:20000101T000000", ...offsets("+0100", "+0200"), "RRULE:FREQ=YEARLY"),
      ),
      event("UID:1", "DTSTART;TZID=Z9:soon"),
    ),
  ),
  file("50 described zones of a thousand years", () =>
    calendar(
      many(60, (nth) =>
        zone(`Z${nth}`, "DTSTART:10000101T000000", ...offsets("+0100", "+0200"), "RRULE:FREQ=MONTHLY"),
      ),
      many(60, (nth) => event(`UID:${nth}`, `DTSTART;TZID=Z${nth}:20260901T090000`, "DURATION:PT1H")),
    ),
  ),
  file("50 described zones that change by the second", () =>
    calendar(
      many(60, (nth) =>
        zone(`Z${nth}`, "DTSTART:10000101T000000", ...offsets("+0100", "+0200"), "RRULE:FREQ=SECONDLY"),
      ),
      many(60, (nth) => event(`UID:${nth}`, `DTSTART;TZID=Z${nth}:20260901T090000`, "DURATION:PT1H")),
    ),
  ),
  file("60 named zones", () =>
    calendar(
      many(420, (nth) =>
        event(
          `UID:${nth}`,
          `DTSTART;TZID=${Intl.supportedValuesOf("timeZone")[nth % 418]}:20260901T090000`,
          "DURATION:PT1H",
        ),
      ),
    ),
  ),
  file("a list of 15,000 dates, the last one bad", () =>
    calendar(event("UID:1", ...MASTER, `EXDATE:${"20260901T090000Z,".repeat(14_000)}soon`)),
  ),
  file("10,000 lists with a bad date", () =>
    calendar(
      event(
        "UID:1",
        ...MASTER,
        many(9000, () => "EXDATE:soon"),
      ),
    ),
  ),
  file("100 lists of 14,000 dates", () =>
    calendar(
      event(
        "UID:1",
        ...MASTER,
        many(40, () => `EXDATE:${"20260901T090000Z,".repeat(14_000)}soon`),
      ),
    ),
  ),
  sound("events from the year 1 to 9999", () =>
    calendar(
      many(1000, (nth) =>
        event(
          `UID:${nth}`,
          `DTSTART;TZID=America/New_York:${String(1 + nth * 9).padStart(4, "0")}0101T090000`,
          `DTEND;TZID=America/New_York:99991231T235959`,
        ),
      ),
    ),
  ),
];

/** Reading takes time in proportion to the events: honest work, shown beside the cases and not limited. */
export const growing = [5_000, 10_000, 20_000, 50_000].map((n) => ({
  events: n,
  ...sound(`${n.toLocaleString("en")} sound events`, () =>
    calendar(many(n, (nth) => event(`UID:${nth}`, "DTSTART:20250901T090000Z", "DURATION:PT1H"))),
  ),
}));
