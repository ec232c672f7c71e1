import { type Issue, type Result, unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { district } from "../nightly/district.js";
import {
  auditMinutes,
  availabilityGrid,
  buildAvailability,
  busyTimes,
  checkCalendar,
  checkLessonDates,
  createAvailability,
  dayTable,
  diffCalendars,
  expandRule,
  findCommonTime,
  findDatedTime,
  findSlots,
  findZone,
  inLanguage,
  MeetingSeries,
  markBusy,
  meetingConflicts,
  meetingsOf,
  parseDate,
  periodInstants,
  readCalendar,
  readPresence,
  readTeams,
  type SchoolCalendar,
  Timetable,
  type Worded,
  weekGrid,
} from "../src/index.js";
import { auditTexts } from "../src/texts/en/audit.js";
import { calendarTexts } from "../src/texts/en/calendar.js";
import { commonTimeTexts } from "../src/texts/en/common-time.js";
import { icalTexts } from "../src/texts/en/ical.js";
import { meetingTexts } from "../src/texts/en/meetings.js";
import { recurrenceTexts } from "../src/texts/en/recurrence.js";
import { slotTexts } from "../src/texts/en/slots.js";
import { teamTexts } from "../src/texts/en/teams.js";
import { timeTexts } from "../src/texts/en/time.js";
import { timetable } from "./timetables.js";

const arden = district.schools[0]!;
const snow = { name: "Snow", first: "2027-02-09", dayKind: "snow" };

const week = timetable({
  days: 2,
  perDay: 2,
  teachers: ["ana", "eva", "inés", "flo"],
  lessons: [
    ["maths", ["ana"], ["d1-1"]],
    ["yard", ["eva"], ["d1-2", "d2-1"], { kind: "duty" }],
    ["art", ["inés"], ["d2-1"]],
    ["team", ["inés"], ["d1-2"], { kind: "meeting" }],
    ["choir", ["ana", "eva", "inés"], ["d2-2"]],
    ["swim", ["flo"], ["d1-1", "d1-2", "d2-2"], { kind: "ext:trip" }],
  ],
});

/** Everything that each of these calls says, in English. */
const spoken: Record<string, readonly (Issue | Worded)[]> = {
  calendars: calendars().flatMap((change) => [
    ...checkCalendar({ ...district, ...change }),
    ...diffCalendars(district, { ...district, ...change }),
    ...diffCalendars({ ...district, ...change }, district),
  ]),
  "a calendar without cycle": checkCalendar(withoutCycle()),
  "common time": commonTimes(),
  audit: audits(),
  "teams and timetables": teams(),
  "standing meetings": meetings(),
  "recurrence rules": recurrences(),
  "calendar files": files(),
  "zones and slots": slots(),
};

it("says every sentence there is in one of these calls", () => {
  const said = new Set(
    JSON.stringify(spoken)
      .match(/"key":"[^"]+"/g)
      ?.map((text) => text.slice(7, -1)),
  );
  const texts = [calendarTexts, commonTimeTexts, auditTexts, teamTexts, meetingTexts, recurrenceTexts];
  const keys = [...texts, icalTexts, timeTexts, slotTexts].flatMap((group) => Object.keys(group));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => !said.has(key.replace(/\.hint$/, "")))).toEqual([]);
});

it.each(Object.entries(spoken))("%s: English as before, Spanish without a gap", (_, items) => {
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) {
    expect(inLanguage(item, "en")).toEqual(item);
    const spanish = inLanguage(item, "es");
    expect(spanish.message).not.toBe(item.message);
    expect(spanish.message).toMatch(/^[^{}]+\.$/);
    expect(spanish.message).not.toMatch(/undefined|\b(the (?!Amer)|and |instead |period |on )/);
    if ("hint" in item) expect((spanish as Issue).hint).not.toBe(item.hint);
  }
});

it("writes dates, lists and numbers as Spanish does", () => {
  const [change] = diffCalendars(district, { ...district, exceptions: [...district.exceptions, snow] });
  expect(change && inLanguage(change, "es").message).toBe(
    "Arden Elementary: el martes 9 de febrero de 2027, snow day en lugar de regular day (Snow).",
  );
  const { times } = unwrap(findCommonTime(weekGrid(week), { required: ["ana"], optional: ["eva", "inés"] }));
  expect(times.at(-1)?.reasons.map((reason) => inLanguage(reason, "es").message)).toEqual([
    "d2, hora 1: puede venir 1 de 3; no pueden: eva e inés.",
  ]);
});

it("leaves an issue of another package as it is", () => {
  const issue = { code: "too-small", path: [], message: "Too small." };
  expect(inLanguage(issue, "es")).toBe(issue);
});

function calendars(): Partial<SchoolCalendar>[] {
  const exception = (one: SchoolCalendar["exceptions"][number]) => ({
    exceptions: [...district.exceptions, one],
  });
  const [regular, early] = arden.bells as [
    SchoolCalendar["schools"][0]["bells"][0],
    SchoolCalendar["schools"][0]["bells"][0],
  ];
  const withPeriods = (periods: typeof regular.periods) => ({
    schools: [{ ...arden, bells: [{ ...regular, periods }, early] }, ...district.schools.slice(1)],
  });
  const [first, second, ...rest] = regular.periods as [
    (typeof regular.periods)[0],
    (typeof regular.periods)[0],
    ...typeof regular.periods,
  ];
  return [
    exception(snow),
    exception({ ...snow, last: "2027-02-10" }),
    exception({ name: "Trip", first: "2027-03-10", last: "2027-03-09" }),
    exception({ name: "Camp", first: "2027-07-10" }),
    exception({ name: "Parade", first: "2026-09-07", dayKind: "regular" }),
    exception({ name: "Fair", first: "2026-09-14", periods: [{ period: "fair" }] }),
    exception({ name: "Tests", first: "2026-08-31", cycleDays: ["even"] }),
    exception({ name: "Fair", first: "2026-09-14", periods: [{ period: "9", cancelled: true }] }),
    exception({ name: "Photos", first: "2026-09-14" }),
    { exceptions: district.exceptions.map((one) => ({ ...one, name: `${one.name} day` })) },
    {
      exceptions: ["2026-10-05", "2026-10-07", "2026-10-09"].map((first) => ({
        name: "Fair",
        first,
        dayKind: "staff",
      })),
    },
    { week: { ...district.week, WE: "regular" } },
    { zone: "America/Denver" },
    { dayKinds: district.dayKinds.map((kind) => ({ ...kind, school: true, name: `${kind.name} X` })) },
    { schools: [{ ...arden, name: "Arden", zone: "America/Denver" }, ...district.schools.slice(1)] },
    { schools: [{ ...arden, bells: [...arden.bells, regular] }, ...district.schools.slice(1)] },
    ...(["lunch", "break", "advisory", "meeting"] as const).map((kind) =>
      withPeriods([{ ...first, kind, name: "One" }, second, ...rest]),
    ),
    exception({ name: "Set", first: "2027-06-18", cycleDay: "A" }),
    exception({
      name: "Night",
      first: "2027-03-14",
      dayKind: "regular",
      periods: [{ period: "w", start: "02:10", end: "03:10" }],
    }),
    { schools: [{ ...arden, bells: [regular] }, ...district.schools.slice(1)] },
    { terms: [district.terms[0]!, district.terms[0]!] },
    {
      cycle: { days: [..."ABCDEFGHIJKL"], counts: "school-days" },
      last: "2026-09-11",
      terms: [],
      exceptions: [],
    },
    exception({ name: "Assembly", first: "2027-06-18", cycle: "waits" }),
    { schools: [{ ...arden, id: "delta", name: "Delta" }], zone: "America/Denver", last: "2027-06-19" },
    { terms: [district.terms[0]!] },
    { terms: [...district.terms, { id: "x", name: "X", first: "2027-01-20", last: "2027-09-01" }] },
    { week: {} },
    { week: { MO: "usual" }, schools: [{ ...arden, bells: [{ ...regular, cycleDays: ["Z"] }] }] },
    { first: "2027-08-31" },
    { last: "2099-06-18" },
    { exceptions: Array.from({ length: 2001 }, () => district.exceptions[0]!) },
    { cycle: { days: ["A", "B", "C", "D"], counts: "school-days" } },
    withPeriods([{ ...first, end: "07:00" }, second, ...rest]),
    withPeriods([first, { ...second, id: first.id }, ...rest]),
    withPeriods([first, { ...second, start: first.start, end: "23:00" }]),
    withPeriods([first, second, ...rest, { id: "late", name: "Late", start: "20:00", end: "20:30" }]),
  ];
}

function commonTimes(): (Issue | Worded)[] {
  const table = unwrap(dayTable(district, arden.id));
  const first = parseDate("2026-09-15")!;
  const how = { timetableDay: () => "d2" };
  const all = unwrap(
    findDatedTime([{ timetable: week, table, how }], { required: ["ana"], minutes: 325, first, last: first }),
  );
  const both = { required: ["ana", "inés"], minutes: 325, first, last: first };
  const two = unwrap(findDatedTime([{ timetable: week, table, how }], both));
  const grid = weekGrid(week);
  const asked = [
    { required: ["ana"], optional: ["eva", "inés"], ownPeriods: 1 },
    {
      required: ["ana"],
      avoid: [
        { person: "ana", period: "d1-2" },
        { person: "ana", period: "d2-1" },
      ],
    },
    { required: ["ana"], avoid: [{ person: "ana", period: "d1-2" }], gaveUp: { ana: 1 } },
    { required: ["ana", "flo"], rooms: ["flo"] },
    { required: ["ana", "eva"] },
    { required: ["flo"], never: ["d2-1"] },
    { required: ["ana"], avoid: [{ person: "ana", period: "d1-2" }], gaveUp: { ana: 3 } },
    { required: ["ana", "eva", "inés"] },
    { required: ["ana", "inés"], never: ["d1-1", "d2-1"] },
    { required: ["ana", "eva"], periods: 2 },
    { required: [] },
    { required: ["ana"], quorum: 4 },
    { required: ["nobody"], rooms: ["nowhere"], never: ["never"], periods: 1 },
    { required: ["ana"], periods: 99 },
  ];
  const dayless = weekGrid({ ...week, days: [] });
  const within = [...asked, { required: ["ana"] }].flatMap((request, at): (Issue | Worded)[] => {
    const found = findCommonTime(at < asked.length ? grid : dayless, request);
    if (!found.ok) return [...found.issues];
    return [...found.value.times.flatMap(({ reasons }) => [...reasons]), ...found.value.obstacles];
  });
  return [...all.obstacles, ...two.obstacles, ...within];
}

function audits(): (Issue | Worded)[] {
  const unknown = auditMinutes(week, []);
  const known = unwrap(auditMinutes(week, [], { minutesPerPeriod: 45 }));
  return [...(unknown.ok ? [] : unknown.issues), ...known.comparison.caveats];
}

function withoutCycle(): SchoolCalendar {
  const { cycle, ...rest } = district;
  return { ...rest, exceptions: [{ name: "Day Z", first: "2026-09-09", cycleDay: "Z" }] };
}

function teams(): Issue[] {
  const file = {
    teams: [
      { id: "a", members: [] },
      { id: "a", members: ["ana", "ana", "nobody", "7a"] },
    ],
  };
  const wrong = {
    ...week,
    periods: [
      { ...week.periods[0]!, start: 500, end: 400 },
      week.periods[2]!,
      week.periods[1]!,
      week.periods[1]!,
      { ...week.periods[3]!, day: "d9" },
    ],
    lessons: [...week.lessons, { ...week.lessons[0]!, id: "x", resources: ["nobody"] }],
    placements: [{ lesson: "none", start: "never", duration: 1 }],
  };
  const groups = timetable({ teachers: ["ana"], groups: ["7a"], lessons: [] });
  return [
    ...issuesOf(readTeams(file, groups)),
    ...issuesOf(readTeams({ teams: [] }, groups)),
    ...issuesOf(readPresence({ ana: "mon" }, groups)),
    ...issuesOf(readPresence({ ana: ["some day"] }, groups)),
    ...issuesOf(readTeams({ teams: [{ id: "a", members: ["ana", "ana"] }] }, groups)),
    ...issuesOf(Timetable.read(wrong)),
  ];
}

function meetings(): (Issue | Worded)[] {
  const table = unwrap(dayTable(district, arden.id));
  const series: MeetingSeries = {
    ...unwrap(MeetingSeries.create({ id: "team", ...MeetingSeries.options.examples[0]! })),
    when: { kind: "weeks", weekdays: ["MO"], every: 1 },
    at: { start: "09:00", end: "10:00" },
    room: "r1",
  };
  const changed: MeetingSeries = {
    ...series,
    id: "changed",
    changes: [
      { date: "2026-09-08", cancelled: true },
      { date: "2026-09-09", moveTo: "2026-09-10" },
      { date: "2026-09-14", moveTo: "2026-09-13" },
      { date: "2026-09-14", moveTo: "2026-09-13" },
      { date: "2026-09-21", at: { period: "no such period" } },
      { date: "2026-09-28", moveTo: "2026-09-13", at: { period: "1" } },
    ],
    rotas: [
      {
        role: "facilitator",
        order: ["t1", "t2"],
        skips: [{ person: "t1", date: "2026-09-01" }],
        swaps: [{ dates: ["2026-09-14", "2026-09-02"] }],
      },
    ],
  };
  const after: MeetingSeries = { ...series, when: { kind: "after", exception: "Fair", schoolDays: 1 } };
  const onC: MeetingSeries = { ...series, when: { kind: "cycle", cycleDays: ["C"], every: 1 } };
  const backwards: MeetingSeries = { ...series, at: { start: "10:00", end: "09:00" } };
  const never: MeetingSeries = { ...series, last: "2026-08-30" };
  const foreign: MeetingSeries = { ...series, when: { kind: "example.org/moon-phase" } };
  const days = table.days.map(({ day }) => day);
  const time = createAvailability(availabilityGrid(days, 480, 960), ["t1", "t2", "r1"]);
  markBusy(time, "t1", parseDate("2026-09-28")!, 540, 600);
  markBusy(time, "r1", parseDate("2026-09-28")!, 540, 600);
  for (const id of ["t1", "t2"]) markBusy(time, id, parseDate("2026-10-05")!, 540, 600);
  const held = unwrap(meetingsOf(series, table));
  return [
    ...issuesOf(meetingsOf(changed, table)),
    ...issuesOf(meetingsOf(never, table)),
    ...[foreign, after, onC, backwards].flatMap((one) => issuesOf(meetingsOf(one, table))),
    ...meetingConflicts(
      [
        { series, meetings: held },
        { series: { ...series, id: "b" }, meetings: held },
        { series: { ...series, id: "c", members: ["t1"] }, meetings: held },
      ],
      time,
    ),
  ];
}

function recurrences(): Issue[] {
  const rules = [
    ["FREQ=HOURLY", "20260901"],
    ["FREQ=DAILY;UNTIL=20200101", "20260901"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "20260901"],
    ["FREQ=WEEKLY;BYDAY=MO", "20260901"],
    [`FREQ=DAILY;BYHOUR=${"1,".repeat(4000)}1`, "20260901"],
    ["FREQ=DAILY;BYWEEKEND=1", "20260901"],
    ["FREQ=DAILY;FREQ=DAILY", "20260901"],
    ["FREQ=DAILY;INTERVAL=0", "20260901"],
    ["FREQ=DAILY;BYMONTH=13", "20260901"],
    ["BYMONTH=1", "20260901"],
    ["RSCALE=MARTIAN;FREQ=DAILY", "20260901"],
    ["FREQ=DAILY;COUNT=1;UNTIL=20300101", "20260901"],
    ["FREQ=DAILY;BYWEEKNO=1", "20260901"],
    ["FREQ=WEEKLY;BYMONTHDAY=1", "20260901"],
    ["FREQ=WEEKLY;BYDAY=2TU", "20260901"],
    ["FREQ=YEARLY;BYWEEKNO=3;BYDAY=2TU", "20260901"],
    ["FREQ=DAILY;BYSETPOS=1", "20260901"],
    ["FREQ=DAILY;SKIP=OMIT", "20260901"],
    ["FREQ=DAILY", "20260901"],
  ] as const;
  const event =
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260901T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR";
  return [
    ...rules.flatMap(([rule, start]) => issuesOf(expandRule(rule, { start, limit: 5 }))),
    ...issuesOf(
      expandRule("FREQ=SECONDLY;COUNT=9999999;BYSECOND=0,1,2,3,4,5,6,7,8,9", {
        start: "20260901T000000",
        from: "20300101T000000",
      }),
    ),
    ...issuesOf(
      expandRule("RSCALE=ISLAMIC-UMALQURA;FREQ=DAILY;BYMONTH=12;BYMONTHDAY=30;BYDAY=MO", {
        start: "20260901",
      }),
    ),
    ...issuesOf(busyTimes(event, { zone: "UTC", from: 0, to: 2e9 })),
  ];
}

function files(): Issue[] {
  const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\n");
  const event = (...lines: string[]) => calendar("BEGIN:VEVENT", ...lines, "END:VEVENT");
  const start = "DTSTART:20260901T090000";
  return [
    "Dear colleagues",
    calendar("BEGIN:VEVENT"),
    calendar("<html>"),
    event("UID:1"),
    event("UID:1", "DTSTART:tomorrow"),
    event("UID:1", "DTSTART;TZID=Mars/Olympus:20260901T090000"),
    event("UID:1", start, "DTEND:20260901T080000"),
    event(start, "DTEND:20260901T100000"),
    event("UID:1", start, "EXDATE:yesterday"),
    event("UID:1", start, "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"),
    calendar("BEGIN:VFREEBUSY", "FREEBUSY:now/then", "END:VFREEBUSY"),
    calendar("BEGIN:VEVENT\n".repeat(50_001)),
    calendar("BEGIN:VTODO\n".repeat(150_001)),
    calendar("x".repeat(50_000_001)),
    event("UID:1", start, `EXDATE:${"20260901,".repeat(20_000)}20260901\n`.repeat(9)),
    calendar(`X-LONG:${"x".repeat(1_000_001)}`),
    calendar("BEGIN:VEVENT", "ATTENDEE:mailto:a@example.org\n".repeat(10_001)),
    Array.from({ length: 51 }, (_, nth) => event(`DTSTART;TZID=Nowhere/${nth}:20260901T090000`)).join("\n"),
  ].flatMap((text) => issuesOf(readCalendar(text)));
}

function slots(): Issue[] {
  const time = createAvailability(availabilityGrid([20697], 480, 600), ["t1"]);
  const grid = availabilityGrid([20697], 480, 600);
  const table = unwrap(dayTable(district, arden.id));
  const [ana, ...others] = week.resources;
  const twice = [
    { timetable: week, table },
    { timetable: { ...week, resources: [{ ...ana!, name: "Anna" }, ...others] }, table },
  ];
  return [
    ...issuesOf(findZone("Mars/Olympus")),
    ...issuesOf(dayTable(district, "nowhere")),
    ...issuesOf(dayTable({ ...district, last: "9999-12-31" }, arden.id)),
    ...tooLarge(),
    ...issuesOf(periodInstants(unwrap(dayTable(district, arden.id)), "1999-01-01")),
    ...issuesOf(expandRule("FREQ=DAILY", { start: "today" })),
    ...issuesOf(buildAvailability(grid, [{ id: "t1", busy: [{ date: "today" }] }])),
    ...issuesOf(findDatedTime(twice, { required: ["ana"], minutes: 30, first: 0, last: 0 })),
    ...issuesOf(findDatedTime([], { required: ["t1"], minutes: 30, first: 0, last: 0 })),
    ...issuesOf(findSlots(time, { required: ["t9"], minutes: 30 })),
    ...issuesOf(findSlots(time, { required: [], minutes: 30 })),
    ...issuesOf(findSlots(time, { required: ["t1"], minutes: 30, quorum: 2 })),
    ...checkLessonDates(week, table),
    ...checkLessonDates(week, table, { bell: ({ id }) => id }),
    ...issuesOf(findSlots(time, { required: ["t1"], minutes: 900 })),
  ];
}

function tooLarge(): Issue[] {
  const all = { name: "All year", first: district.first, last: district.last };
  const period = { id: "p", name: "P", start: "08:00", end: "08:45" };
  const long = { dayKind: district.dayKinds[0]!.id, periods: Array.from({ length: 101 }, () => period) };
  return [
    { ...district, exceptions: Array.from({ length: 100 }, () => all) },
    { ...district, schools: [{ ...arden, bells: [long] }] },
  ].flatMap((calendar) => [...checkCalendar(calendar), ...issuesOf(dayTable(calendar, arden.id))]);
}

function issuesOf(result: Result<unknown>): readonly Issue[] {
  return result.ok ? result.warnings : result.issues;
}
