import { type Result, unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { district } from "../nightly/district.js";
import {
  availabilityGrid,
  createAvailability,
  dayTable,
  eventOccurrences,
  findZone,
  MeetingSeries,
  markBusy,
  meetingConflicts,
  meetingEvents,
  meetingsOf,
  parseDate,
  readCalendar,
  type SchoolCalendar,
  writeCalendar,
} from "../src/index.js";

const six: SchoolCalendar = {
  ...district,
  cycle: { days: ["1", "2", "3", "4", "5", "6"], counts: "school-days" },
};
const withException = (
  calendar: SchoolCalendar,
  one: SchoolCalendar["exceptions"][number],
): SchoolCalendar => ({
  ...calendar,
  exceptions: [...calendar.exceptions, one],
});
const series = (change: Partial<MeetingSeries> = {}): MeetingSeries =>
  unwrap(
    MeetingSeries.create({
      id: "team-7",
      name: "Team 7",
      team: "team-7",
      school: "arden",
      members: ["t1", "t2", "t3"],
      first: "2026-08-31",
      last: "2026-10-30",
      when: { kind: "cycle", cycleDays: ["3"], every: 2 },
      at: { period: "2" },
      changes: [],
      rotas: [],
      ...change,
    }),
  );
const weekly = (weekdays: ("MO" | "TU" | "WE")[], every: number): MeetingSeries["when"] => ({
  kind: "weeks",
  weekdays,
  every,
});
const meet = (one: MeetingSeries, calendar: SchoolCalendar = six) =>
  meetingsOf(one, unwrap(dayTable(calendar, one.school)));
const dates = (one: MeetingSeries, calendar?: SchoolCalendar) =>
  unwrap(meet(one, calendar)).map(({ date }) => date);
const warnings = (result: Result<unknown>) =>
  result.ok ? result.warnings.map(({ code }) => code) : result.issues.map(({ code }) => code);

describe("a series falls on", () => {
  it("every second day 3 of six, whatever the holidays", () => {
    expect(dates(series()).slice(0, 3)).toEqual(["2026-09-02", "2026-09-21", "2026-10-07"]);
  });
  it("alternate weeks", () => {
    const when = weekly(["TU"], 2);
    expect(dates(series({ when })).slice(0, 3)).toEqual(["2026-09-01", "2026-09-15", "2026-09-29"]);
  });
  it("weekdays of odd weeks, as the school counts them over every break", () => {
    const year = { first: "2026-08-31", last: "2027-06-18" };
    const odd = (weekdays: ("MO" | "TU")[], every = 1): MeetingSeries["when"] => ({
      kind: "cycle",
      cycleDays: ["odd"],
      weekdays,
      every,
    });
    const week = { name: "Spring break", first: "2027-03-08", last: "2027-03-12", dayKind: "holiday" };
    const calendar = withException(district, week);
    const table = unwrap(dayTable(calendar, "arden"));
    const tuesdays = table.days.filter((day) => day.school && day.cycleDay === "odd" && day.weekday === "TU");
    expect(dates(series({ ...year, when: odd(["TU"]) }), calendar)).toEqual(tuesdays.map(({ date }) => date));
    // After a break of one week the school's odd weeks are no longer every second calendar week.
    expect(dates(series({ ...year, when: odd(["TU"]) }), calendar)).not.toEqual(
      dates(series({ ...year, when: weekly(["TU"], 2) }), calendar),
    );
    expect(dates(series({ when: odd(["MO", "TU"], 2) })).slice(0, 4), "no such cycle day").toEqual([]);
    expect(dates(series({ when: odd(["MO", "TU"], 2) }), calendar).slice(0, 4)).toEqual([
      "2026-08-31",
      "2026-09-01",
      "2026-09-28",
      "2026-09-29",
    ]);
  });
  it("the second school day after a window", () => {
    const when = { kind: "after", exception: "Assessment window", schoolDays: 2 } as const;
    const calendar = withException(six, {
      name: "Assessment window",
      first: "2026-09-28",
      last: "2026-10-02",
    });
    expect(dates(series({ when }), calendar)).toEqual(["2026-10-06"]);
  });
  it("a rule's dates that are days of school", () => {
    const when = { kind: "rule", rule: "FREQ=MONTHLY;BYDAY=1MO" } as const;
    expect(dates(series({ when }))).toEqual(["2026-10-05"]); // 7 September is a holiday
  });
  it("nothing, with a word about it", () => {
    const none = meet(series({ when: { kind: "after", exception: "Never", schoolDays: 1 } }));
    expect(warnings(none)).toEqual(["no-meetings"]);
    expect(warnings(meet(series({ when: { kind: "rule", rule: "FREQ=SOMETIMES" } })))).toEqual([
      "rule-part-out-of-range",
    ]);
  });
});

it("takes the time of the day's own bells", () => {
  const when = weekly(["TU", "WE"], 1);
  expect(
    unwrap(meet(series({ when })))
      .slice(0, 2)
      .map(({ start, end }) => [start, end]),
  ).toEqual([
    [535, 585],
    [515, 545],
  ]);
});

describe("changes outlive a change of the calendar", () => {
  const changed = series({
    changes: [
      { date: "2026-09-21", moveTo: "2026-09-23", at: { start: "15:00", end: "15:45" } },
      { date: "2026-10-07", cancelled: true },
    ],
  });
  it("as long as the series gives the date", () => {
    expect(
      unwrap(meet(changed))
        .map(({ key, date, start, status }) => [key, date, start, status])
        .slice(0, 3),
    ).toEqual([
      ["2026-09-02", "2026-09-02", 515, "planned"],
      ["2026-09-21", "2026-09-23", 900, "moved"],
      ["2026-10-07", "2026-10-07", 515, "cancelled"],
    ]);
    const later = withException(six, { name: "Flood", first: "2026-10-12", dayKind: "snow" });
    expect(unwrap(meet(changed, later)).slice(0, 3)).toEqual(unwrap(meet(changed)).slice(0, 3));
  });
  it("and where it no longer does, the moved meeting is kept and the rest is told", () => {
    const shifted = withException(six, { name: "Flood", first: "2026-09-10", dayKind: "snow" });
    const result = meet(changed, shifted);
    expect(warnings(result)).toEqual(["change-without-meeting", "change-without-meeting"]);
    expect(unwrap(result).map(({ key, date }) => [key, date])).toEqual([
      ["2026-09-02", "2026-09-02"],
      ["2026-09-22", "2026-09-22"],
      ["2026-09-21", "2026-09-23"],
      ["2026-10-08", "2026-10-08"],
      ["2026-10-26", "2026-10-26"],
    ]);
  });
  it("a period that a special schedule leaves out needs a new time", () => {
    const noSecond = withException(six, {
      name: "Fair",
      first: "2026-09-21",
      periods: [{ period: "2", cancelled: true }],
    });
    const result = meet(series(), noSecond);
    expect(warnings(result)).toEqual(["meeting-without-period"]);
    expect(unwrap(result)[1]).toMatchObject({ date: "2026-09-21", status: "without-period" });
  });
  it("a meeting moved to a day without school is told", () => {
    const weekend = series({
      changes: [{ date: "2026-09-21", moveTo: "2026-09-26", at: { start: "09:00", end: "10:00" } }],
    });
    expect(warnings(meet(weekend))).toEqual(["moved-outside-school"]);
  });
});

describe("turns", () => {
  const when = weekly(["MO"], 1);
  const turns = (rotas: MeetingSeries["rotas"], changes: MeetingSeries["changes"] = []) =>
    unwrap(meet(series({ when, rotas, changes, last: "2026-10-12" })))
      .filter(({ status }) => status !== "cancelled")
      .map(({ roles }) => Object.values(roles).join());
  const order = ["t1", "t2", "t3"];

  it("go round, and a cancelled meeting uses none up", () => {
    expect(turns([{ role: "facilitator", order }])).toEqual(["t1", "t2", "t3", "t1", "t2", "t3"]);
    expect(turns([{ role: "facilitator", order }], [{ date: "2026-09-14", cancelled: true }])).toEqual([
      "t1",
      "t2",
      "t3",
      "t1",
      "t2",
    ]);
  });
  it("pass over who cannot, who is then next", () => {
    const skips = [{ person: "t2", date: "2026-09-14" }];
    expect(turns([{ role: "facilitator", order, skips }])).toEqual(["t1", "t3", "t2", "t1", "t3", "t2"]);
  });
  it("are exchanged on swapped dates and nowhere else", () => {
    const swaps = [{ dates: ["2026-08-31", "2026-09-21"] as [string, string] }];
    expect(turns([{ role: "facilitator", order, swaps }])).toEqual(["t3", "t2", "t1", "t1", "t2", "t3"]);
  });
  it("of two roles do not fall on one person while others are there", () => {
    const both = turns([
      { role: "facilitator", order },
      { role: "note-taker", order },
    ]);
    for (const pair of both) expect(new Set(pair.split(",")).size).toBe(2);
    expect(
      turns([
        { role: "facilitator", order: ["t1"] },
        { role: "note-taker", order: ["t1"] },
      ])[0],
    ).toBe("t1,t1");
  });
});

it("finds members and rooms that are busy, and meetings that share them", () => {
  const when = weekly(["MO"], 1);
  const one = series({ when, room: "room-1", last: "2026-09-14" });
  const other = {
    ...series({
      when,
      room: "room-1",
      members: ["t3", "t4"],
      last: "2026-09-14",
      changes: [{ date: "2026-08-31", cancelled: true }],
    }),
    id: "data",
    name: "Data team",
  };
  const day = parseDate("2026-08-31")!;
  const time = createAvailability(availabilityGrid([day, day + 14], 480, 960), ["t1", "t2", "room-1"]);
  for (const id of ["t1", "t2"]) markBusy(time, id, day, 540, 545);
  markBusy(time, "room-1", day + 14, 580, 700);
  const all = [one, other].map((item) => ({ series: item, meetings: unwrap(meet(item)) }));
  expect(meetingConflicts(all, time).map(({ message }) => message)).toEqual([
    "Team 7, Monday 31 August 2026 at 08:55: 2 members are busy.",
    "Team 7, Monday 14 September 2026 at 08:55: the room is taken.",
    "Data team, Monday 14 September 2026 at 08:55: the room is taken.",
    "Team 7 and Data team, Monday 14 September 2026 at 08:55: one member is in both.",
    "Team 7 and Data team, Monday 14 September 2026 at 08:55: both have the same room.",
  ]);
});

it("becomes events whose ids stay when a meeting moves, and that leave calendars when it is cancelled", () => {
  const changed = series({
    changes: [
      { date: "2026-09-21", moveTo: "2026-09-23" },
      { date: "2026-10-07", cancelled: true },
    ],
  });
  const events = meetingEvents(changed, unwrap(meet(changed)), {
    zone: "America/New_York",
    domain: "example.org",
    sequence: 2,
    alarms: [10],
  });
  expect(events.map(({ uid, status }) => [uid.slice(0, 25), status]).slice(1, 3)).toEqual([
    ["meeting-team-7-2026-09-21", "CONFIRMED"],
    ["meeting-team-7-2026-10-07", "CANCELLED"],
  ]);
  const read = unwrap(readCalendar(unwrap(writeCalendar({ name: "x", events, stamp: 0 }))));
  const window = { from: 0, to: Date.UTC(2030, 0) / 1000, zone: unwrap(findZone("UTC")), zones: read.zones };
  expect(
    unwrap(eventOccurrences(read.events, window)).map(({ start }) =>
      new Date(start * 1000).toISOString().slice(0, 16),
    ),
  ).toEqual(["2026-09-02T12:35", "2026-09-23T12:35", "2026-10-23T12:55"]);
});

describe("what cannot be meant is told once and in words", () => {
  const mondays = { when: weekly(["MO"], 1) };
  const says = (change: Partial<MeetingSeries>) => {
    const result = meet(series({ ...mondays, ...change }));
    return (result.ok ? result.warnings : result.issues).map(({ message, path }) => [
      message,
      path.join("."),
    ]);
  };
  it("a day or a cycle day that the calendar does not have", () => {
    expect(says({ when: { kind: "after", exception: "Exam", schoolDays: 1 } })).toEqual([
      ["The series has no meeting: no date of the calendar is called Exam.", "when"],
    ]);
    expect(says({ when: { kind: "cycle", cycleDays: ["A", "B"], every: 1 } })).toEqual([
      ["The series has no meeting: the calendar has no cycle day A and B.", "when"],
    ]);
  });
  it("a period that no bells have, a meeting that ends before it begins", () => {
    expect(says({ at: { period: "zz" } })).toEqual([
      ["The school's bells have no period of this id on any day.", "at"],
    ]);
    const at = { start: "10:00", end: "09:00" };
    expect(says({ at })).toEqual([["The meeting ends before it begins.", "at"]]);
    expect(says({ changes: [{ date: "2026-09-14", at }] })).toEqual([
      ["The meeting ends before it begins.", "changes.0.at"],
    ]);
  });
  it("two changes of one meeting, of which the later counts", () => {
    const one = series({
      ...mondays,
      changes: [
        { date: "2026-09-14", cancelled: true },
        { date: "2026-09-14", moveTo: "2026-09-15" },
      ],
    });
    const result = meet(one);
    expect(warnings(result)).toEqual(["repeated-change"]);
    expect(unwrap(result).find(({ key }) => key === "2026-09-14")).toMatchObject({
      date: "2026-09-15",
      status: "moved",
    });
  });
  it("turns skipped or exchanged on dates without a meeting; a moved meeting answers to both its dates", () => {
    const rota = { role: "notes", order: ["t1", "t2", "t3"] };
    const skips = [{ person: "t1", date: "2026-09-15" }];
    const swaps = [{ dates: ["2026-08-31", "2026-09-16"] as [string, string] }];
    expect(says({ rotas: [{ ...rota, skips, swaps }] })).toEqual([
      [
        "Somebody skips a turn on Tuesday 15 September 2026, when the series does not meet.",
        "rotas.0.skips.0",
      ],
      [
        "Two people exchange turns on Wednesday 16 September 2026, when nobody has this turn.",
        "rotas.0.swaps.0",
      ],
    ]);
    const changes = [{ date: "2026-09-14", moveTo: "2026-09-16" }];
    const exchanged = meet(series({ ...mondays, changes, rotas: [{ ...rota, swaps }] }));
    expect(warnings(exchanged)).toEqual([]);
    expect(
      unwrap(exchanged)
        .slice(0, 2)
        .map(({ roles }) => roles["notes"]),
    ).toEqual(["t2", "t1"]);
  });
});
