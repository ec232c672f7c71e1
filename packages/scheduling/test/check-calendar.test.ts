import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { district } from "../nightly/district.js";
import { checkCalendar, diffCalendars, SchoolCalendar } from "../src/index.js";

const codes = (change: Partial<SchoolCalendar>) => [
  ...new Set(checkCalendar({ ...district, ...change }).map(({ code }) => code)),
];
const exception = (one: SchoolCalendar["exceptions"][number]) => ({
  exceptions: [...district.exceptions, one],
});
const arden = district.schools[0]!;
const withBells = (periods: { id: string; name: string; start: string; end: string }[]) => ({
  schools: [{ ...arden, bells: [{ dayKind: "regular", periods }, arden.bells[1]!] }],
  exceptions: [],
});

it("finds what the district's office overlooked: the exam runs into period 3 on early-release days", () => {
  expect(checkCalendar(district).map(({ code, message }) => [code, message])).toEqual([
    [
      "overlapping-periods",
      "At Cedar High, on Wednesday 20 January 2027, Period 3 (09:30 to 10:00) begins before Exam (08:20 to 09:35) ends.",
    ],
  ]);
});

describe("finds", () => {
  const cases: [string, Partial<SchoolCalendar>][] = [
    ["no-schedule", { schools: [{ ...arden, bells: [arden.bells[0]!] }], exceptions: [] }],
    [
      "overlapping-periods",
      withBells([
        { id: "1", name: "1", start: "08:00", end: "09:00" },
        { id: "2", name: "2", start: "08:55", end: "09:40" },
      ]),
    ],
    ["period-backwards", withBells([{ id: "1", name: "1", start: "09:00", end: "08:00" }])],
    [
      "repeated-id",
      withBells([
        { id: "1", name: "1", start: "08:00", end: "08:30" },
        { id: "1", name: "2", start: "08:35", end: "09:00" },
      ]),
    ],
    ["unknown-zone", { zone: "Mars/Olympus" }],
    ["unknown-name", { week: { MO: "usual" } }],
    ["year-backwards", { first: "2027-08-31" }],
    ["year-too-long", { last: "2099-06-18" }],
    ["too-many-exceptions", { exceptions: Array.from({ length: 2001 }, () => district.exceptions[0]!) }],
    ["span-backwards", exception({ name: "Trip", first: "2027-03-10", last: "2027-03-09" })],
    ["outside-year", exception({ name: "Camp", first: "2027-07-10" })],
    [
      "terms-overlap",
      { terms: [...district.terms, { id: "x", name: "X", first: "2027-01-20", last: "2027-02-01" }] },
    ],
    ["day-outside-terms", { terms: [district.terms[0]!] }],
    ["no-school-days", { week: {} }],
    [
      "cycle-never-returns",
      { cycle: { days: ["A", "B", "C"], counts: "school-weeks" }, exceptions: [], last: "2026-09-11" },
    ],
    ["exceptions-disagree", exception({ name: "Parade", first: "2026-09-07", dayKind: "regular" })],
    [
      "exception-without-date",
      exception({
        name: "Tests",
        first: "2026-08-31",
        cycleDays: ["even"],
        periods: [{ period: "1", end: "09:30" }],
      }),
    ],
    [
      "change-without-date",
      exception({ name: "Fair", first: "2026-09-14", periods: [{ period: "9", cancelled: true }] }),
    ],
    [
      "bells-twice",
      { schools: [{ ...arden, bells: [...arden.bells, { ...arden.bells[0]! }] }], exceptions: [] },
    ],
    ["repeated-id", { cycle: { days: ["odd", "even", "odd"], counts: "school-weeks" } }],
    ["incomplete-period", exception({ name: "Fair", first: "2026-09-14", periods: [{ period: "fair" }] })],
    [
      "bells-in-clock-change",
      exception({
        name: "Night",
        first: "2027-03-14",
        dayKind: "regular",
        periods: [{ period: "w", start: "02:10", end: "03:10" }],
      }),
    ],
  ];
  it.each(cases)("%s", (code, change) => {
    expect(codes(change)).toContain(code);
    for (const issue of checkCalendar({ ...district, ...change })) {
      expect(issue.message).toMatch(/^[A-Z].*\.$/);
      expect(issue.hint).toMatch(/\.$/);
    }
  });
});

it("finds a cycle that an exception sets back every week", () => {
  const mondays = Array.from({ length: 42 }, (_, week) =>
    new Date(Date.UTC(2026, 7, 31 + week * 7)).toISOString().slice(0, 10),
  );
  const issues = checkCalendar({
    ...district,
    cycle: { days: ["1", "2", "3", "4", "5", "6"], counts: "school-days" },
    exceptions: mondays
      .filter((date) => date <= district.last)
      .map((first) => ({ name: "Week begins", first, cycleDay: "1" })),
  });
  expect(issues.map(({ code }) => code)).toEqual(new Array(3).fill("cycle-never-returns"));
  expect(issues[0]?.message).toBe("At Arden Elementary, the cycle day 6 never comes.");
});

it("refuses dates and times that do not exist, when the document is made", () => {
  const bad = SchoolCalendar.create({ ...SchoolCalendar.options.examples[0], id: "x", first: "2026-02-30" });
  expect(bad.ok || bad.issues[0]).toMatchObject({
    path: ["first"],
    message: "Expected the form 2026-09-01.",
  });
});

describe("the difference of two calendars in words", () => {
  const words = (change: Partial<SchoolCalendar>) =>
    diffCalendars(district, { ...district, ...change }).map(({ message }) => message);
  it("is nothing for equal calendars", () => {
    expect(words({})).toEqual([]);
  });
  it("tells a snow day and what it does to the cycle", () => {
    const six = {
      ...district,
      cycle: { days: ["1", "2", "3"], counts: "school-days" as const },
      schools: [arden],
    };
    const snow = { name: "Snow", first: "2027-06-09", dayKind: "snow" };
    const changes = diffCalendars(six, { ...six, exceptions: [...six.exceptions, snow] });
    expect(changes.map(({ message }) => message)).toEqual([
      "Arden Elementary: on Wednesday 9 June 2027, snow day instead of early release (Snow).",
      expect.stringMatching(
        /^Arden Elementary: from Thursday 10 June 2027 to Friday 18 June 2027, 7 school days have another cycle day; Thursday 10 June 2027 is \d instead of \d\.$/,
      ),
    ]);
    expect(changes[1]?.dates).toHaveLength(7);
  });
  it("tells changed bells once, however many dates they fall on", () => {
    const [regular, early] = arden.bells;
    const periods = regular!.periods.map((period) =>
      period.id === "6" ? { ...period, end: "13:35" } : period,
    );
    const changed = { ...arden, bells: [{ ...regular!, periods }, early!] };
    expect(words({ schools: [changed, ...district.schools.slice(1)] })).toEqual([
      expect.stringMatching(
        /^Arden Elementary: on 1\d\d dates from Monday 31 August 2026 to .*, Period 6 is 12:35 to 13:35 instead of 12:35 to 13:25\.$/,
      ),
    ]);
  });
  it("tells the zone of one school alone", () => {
    const moved = { ...arden, zone: "America/Denver" };
    expect(words({ schools: [moved, ...district.schools.slice(1)] })).toEqual([
      `Arden Elementary: the time zone is America/Denver instead of ${district.zone}.`,
    ]);
  });
  it("tells names: of a school, a day, a kind of day, a period and what it is for", () => {
    const [regular, early] = arden.bells;
    const periods = regular!.periods.map((period) =>
      period.id === "6" ? { ...period, name: "Houses", kind: "advisory" as const } : period,
    );
    const renamed = { ...arden, name: "Arden", bells: [{ ...regular!, periods }, early!] };
    const said = words({
      schools: [renamed, ...district.schools.slice(1)],
      dayKinds: district.dayKinds.map((kind) => (kind.id === "snow" ? { ...kind, name: "ice day" } : kind)),
      exceptions: [...district.exceptions, { name: "Photos", first: "2026-09-15", schools: ["arden"] }],
    });
    expect(said).toEqual([
      "The kind of day snow day is now called ice day.",
      "Arden Elementary is now called Arden.",
      "Arden: on Tuesday 15 September 2026, now also Photos.",
      expect.stringMatching(
        /^Arden: on 1\d\d dates .*, Period 6 is now called Houses; Houses is advisory instead of teaching time\.$/,
      ),
    ]);
  });
  it("tells a change of every week once, and a kind of day that holds school now", () => {
    expect(words({ week: { ...district.week, WE: "regular" } })[0]).toMatch(
      /^Arden Elementary: on \d\d dates from Wednesday .*, regular day instead of early release\.$/,
    );
    const dayKinds = district.dayKinds.map((kind) => (kind.id === "snow" ? { ...kind, school: true } : kind));
    expect(words({ dayKinds })[0]).toMatch(/12 January 2027, school instead of no school\.$/);
  });
  it("tells a zone, a school come or gone, a longer year, other terms", () => {
    const all = diffCalendars(district, {
      ...district,
      zone: "America/Denver",
      last: "2027-06-20",
      terms: [district.terms[0]!],
      schools: [arden, { ...arden, id: "delta", name: "Delta" }],
    });
    expect(new Set(all.map(({ code }) => code))).toEqual(
      new Set(["zone-changed", "school-removed", "school-added", "days-added", "term-changed"]),
    );
  });
});

it("keeps what it does not know through reading and writing", () => {
  const later = { ...district, lunchMenu: "soup", schools: [{ ...arden, mascot: "owl" }] };
  expect(unwrap(SchoolCalendar.read(JSON.parse(JSON.stringify(later))))).toEqual(later);
});
