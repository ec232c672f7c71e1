import { MeetingSeries, meetingsOf, SchoolCalendar, Timetable } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { freeTimes } from "../src/state/common-days.js";
import { guestId, type Neighbour } from "../src/state/neighbours.js";
import { nextSlot } from "../src/state/next-slot.js";
import { tableOf } from "../src/state/school-days.js";
import {
  conflictsOf,
  hasOthers,
  rotaFrom,
  withMeeting,
  withMembers,
  withSkip,
  withSwap,
} from "../src/state/series-changes.js";
import { teamFeed } from "../src/state/team-feed.js";
import type { ChosenTime } from "../src/state/team-times.js";

const week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const people = ["ana", "ben", "caro"];

/** Ana and Ben are free in the third period of every Tuesday; Caro teaches in it. Nobody else is ever free. */
const timetable = unwrap(
  Timetable.create({
    id: "t",
    school: "Example School",
    days: week.map((name) => ({ id: name, name })),
    periods: week.flatMap((day) => ["1", "2", "3"].map((name) => ({ id: `${day}-${name}`, name, day }))),
    resources: people.map((id) => ({ id, name: id, kind: "teacher" as const })),
    lessons: people.map((id) => ({
      id: `lesson-${id}`,
      name: "Class",
      kind: "teaching" as const,
      duration: 15,
      resources: [id],
    })),
    placements: people.flatMap((id) =>
      week.flatMap((day) =>
        ["1", "2", "3"]
          .filter((name) => !(day === "Tuesday" && name === "3" && id !== "caro"))
          .map((name) => ({ lesson: `lesson-${id}`, start: `${day}-${name}`, duration: 1 })),
      ),
    ),
  }),
);
const period = (id: string, start: string, end: string) => ({ id, name: `Period ${id}`, start, end });
const calendar = unwrap(
  SchoolCalendar.create({
    id: "c",
    name: "2026-27",
    zone: "America/New_York",
    first: "2026-08-31",
    last: "2027-06-18",
    terms: [],
    dayKinds: [
      { id: "regular", name: "regular day", school: true },
      { id: "holiday", name: "holiday", school: false },
    ],
    week: { MO: "regular", TU: "regular", WE: "regular", TH: "regular", FR: "regular" },
    exceptions: [
      { name: "Holiday", first: "2026-12-01", dayKind: "holiday" },
      {
        name: "Half day",
        first: "2026-12-08",
        periods: [
          { period: "3", start: "10:00", end: "10:25" },
          { period: "lunch", cancelled: true },
        ],
      },
    ],
    schools: [
      {
        id: "school",
        name: "Example School",
        bells: [
          {
            dayKind: "regular",
            periods: [
              period("1", "08:00", "08:50"),
              period("2", "09:00", "09:50"),
              period("3", "10:00", "10:50"),
              { ...period("lunch", "10:50", "11:20"), kind: "lunch" as const },
            ],
          },
        ],
      },
    ],
  }),
);
const kept = { calendar, school: "school", version: 1 };
const sources = { timetable, kept, meetings: [], gaveUp: new Map([["ana", 2]]) };
const question = {
  required: ["ana", "ben"],
  optional: [],
  minutes: 45,
  from: "2026-11-30",
  to: "2026-12-16",
  around: false,
};

it("finds real dates: not the holiday, not the day whose bells are too short", () => {
  const { slots } = unwrap(freeTimes(question, sources));
  const withoutLunch = slots.filter(({ lunch }) => lunch.length === 0);
  expect(withoutLunch.map(({ day, start }) => [day.date, start])).toEqual([["2026-12-15", 600]]);
});

it("puts whoever cannot come and the lunch given up into words of data, and the better time first", () => {
  const { slots } = unwrap(
    freeTimes(
      { ...question, optional: ["caro"], minutes: 30, from: "2026-12-15", to: "2026-12-15" },
      sources,
    ),
  );
  expect(slots[0]).toMatchObject({
    start: 650,
    absent: [],
    lunch: [
      { id: "ana", before: 2 },
      { id: "ben", before: 0 },
      { id: "caro", before: 0 },
    ],
  });
  expect(slots.find(({ start }) => start === 600)).toMatchObject({ absent: ["caro"], lunch: [] });
});

it("names the fewest lessons in the way, once, however many weeks they come in", () => {
  const answer = unwrap(freeTimes({ ...question, required: people, minutes: 50, to: "2026-12-22" }, sources));
  expect(answer.slots).toEqual([]);
  expect(answer.blocked[0]).toMatchObject({ by: [{ name: "Class", people: ["caro"] }], again: 1 });
  expect(answer.blocked[0]?.day.date).toBe("2026-12-15");
});

it("keeps clear of people's own calendars, and says of them no more than busy", () => {
  const own = new Map([["ben", [{ date: "2026-12-15", start: 600, end: 610 }]]]);
  const asked = { ...question, from: "2026-12-15", to: "2026-12-15", minutes: 50 };
  expect(unwrap(freeTimes(asked, sources)).slots.map(({ start }) => start)).toContain(600);
  expect(unwrap(freeTimes(asked, { ...sources, own })).slots.map(({ start }) => start)).not.toContain(600);
  const none = unwrap(freeTimes({ ...asked, minutes: 80 }, { ...sources, own }));
  expect(none.blocked.find(({ start }) => start === 600)?.by).toEqual([
    { what: "busy", name: "", people: ["ben"] },
  ]);
});

it("counts the hour around school, and the lunch of the school each person is at", () => {
  const asked = { ...question, from: "2026-12-15", to: "2026-12-15", minutes: 30, around: true };
  const { slots } = unwrap(freeTimes(asked, sources));
  expect(slots.filter(({ outside }) => outside).map(({ start, end }) => [start, end])).toContainEqual([
    420, 450,
  ]);
  expect(slots.at(-1)?.end).toBeLessThanOrEqual(680 + 60);
});

/** Dee teaches at a second school of the district that begins half an hour later, under an id that Ana has too. */
const later = (time: string) => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const at = hour * 60 + minute + 30;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
};
const district = {
  ...calendar,
  schools: [
    ...calendar.schools,
    ...calendar.schools.map(({ bells }) => ({
      id: "south",
      name: "South",
      bells: bells.map((one) => ({
        ...one,
        periods: one.periods.map((bell) => ({ ...bell, start: later(bell.start), end: later(bell.end) })),
      })),
    })),
  ],
};
const south: Neighbour = {
  name: "South",
  kept: { calendar: district, school: "south", version: 1 },
  school: {
    districtId: "south",
    name: "South",
    example: false,
    teachers: [{ id: "ana", name: "Dee" }],
    students: [],
    time: { timetable, fileName: "", format: "", original: undefined, warnings: [] },
  },
};

it("finds time with a teacher of another school of the district at both schools' own bells", () => {
  const guest = guestId(south, "ana");
  const asked = {
    ...question,
    required: ["ana", "ben", guest],
    minutes: 20,
    from: "2026-12-15",
    to: "2026-12-15",
  };
  const both = { ...sources, kept: { ...kept, calendar: district }, neighbours: [south] };
  // Ana and Ben are free from 10:00, their guest from 10:30 to the last bell; ours rings at 11:20.
  const starts = unwrap(freeTimes(asked, both)).slots.map(({ start, end }) => [start, end]);
  expect(starts.length).toBeGreaterThan(0);
  expect(starts.every(([start = 0, end = 0]) => start >= 630 && end <= 680)).toBe(true);
  const far = unwrap(freeTimes({ ...asked, travel: 20 }, both)).slots;
  expect(far.every(({ start }) => start >= 640)).toBe(true);
  const busy = unwrap(freeTimes({ ...asked, minutes: 70 }, both)).blocked[0];
  expect(busy?.by).toContainEqual({ what: "busy", name: "", people: [guest] });
});

const series = unwrap(
  MeetingSeries.create({
    id: "s",
    name: "Team",
    team: "team",
    school: "school",
    members: people,
    first: "2026-11-30",
    last: "2027-01-31",
    when: { kind: "weeks", weekdays: ["TU"], every: 1 },
    at: { period: "3" },
    changes: [],
    rotas: [rotaFrom("facilitator", people, "ben")],
  }),
);
const standing = (of: MeetingSeries) => {
  const meetings = unwrap(meetingsOf(of, tableOf(kept)));
  return { series: of, meetings, warnings: [], version: 1 };
};

it("keeps moves and cancellations when the calendar changes, and lets turns be skipped and exchanged", () => {
  const moved = withMeeting(withMeeting(series, "2026-12-08", { moveTo: "2026-12-09" }), "2026-12-15", {
    cancelled: true,
  });
  const [first, second, third] = standing(moved).meetings;
  expect(first).toMatchObject({
    date: "2026-12-09",
    key: "2026-12-08",
    status: "moved",
    roles: { facilitator: "ben" },
  });
  expect(second).toMatchObject({ status: "cancelled", roles: {} });
  expect(third).toMatchObject({ roles: { facilitator: "caro" } });
  expect(standing(withMeeting(moved, "2026-12-15", undefined)).meetings[1]).toMatchObject({
    status: "planned",
  });
  const skipped = standing(withSkip(series, "facilitator", "ben", "2026-12-08")).meetings;
  expect(skipped.slice(0, 2).map(({ roles }) => roles["facilitator"])).toEqual(["caro", "ben"]);
  const swapped = standing(withSwap(series, "facilitator", "2026-12-08", "2026-12-22")).meetings;
  expect([swapped[0], swapped[2]].map((meeting) => meeting?.roles["facilitator"])).toEqual(["ana", "ben"]);
});

it("takes the team as it is now: who left has no more turns, who came is last in line", () => {
  expect(hasOthers(series, ["caro", "ben", "ana"])).toBe(false);
  expect(hasOthers(series, ["ana", "caro", "dov"])).toBe(true);
  const now = withMembers(series, ["ana", "caro", "dov"]);
  expect(now.rotas[0]?.order).toEqual(["caro", "ana", "dov"]);
  expect(hasOthers(now, ["ana", "caro", "dov"])).toBe(false);
});

it("tells which dates collide with a lesson, and with whose", () => {
  const found = conflictsOf(standing(series), [], kept, timetable);
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["member-busy"]));
  expect(found.every(({ who }) => who.join() === "caro")).toBe(true);
});

/** Ana cannot on Tuesdays in the third period, by a hard rule of the school's own timetable. */
const ruled: Timetable = {
  ...timetable,
  rules: [
    {
      kind: "avoid-unavailable-times",
      hard: true,
      source: "xhstt",
      resources: ["ana"],
      periods: ["Tuesday-3"],
    },
  ],
};
const pair = { id: "pair", name: "Pair", members: ["ana", "ben"], blocks: 1, source: "school" } as const;
const pairsSeries = { ...series, members: ["ana", "ben"] };

it("counts own calendars and the timetable's unavailable times among the conflicts of a standing meeting", () => {
  const busy = (table: Timetable, known = {}) =>
    conflictsOf(standing(pairsSeries), [], kept, table, known).map(({ key, who }) => [key, ...who]);
  expect(busy(timetable)).toEqual([]);
  const own = new Map([["ben", [{ date: "2026-12-15", start: 600, end: 610 }]]]);
  expect(busy(timetable, { own })).toEqual([["2026-12-15", "ben"]]);
  expect(busy(ruled).slice(0, 2)).toEqual([
    ["2026-12-08", "ana"],
    ["2026-12-15", "ana"],
  ]);
});

it("counts them in the proposal of a time for the next meeting, with other teams' meetings", () => {
  const team = { ...pair, state: "in use" } as const;
  const next = (table: Timetable, known = {}) =>
    nextSlot(table, team, { today: "2026-12-09" }, { kept, chosen: [], known });
  expect(next(timetable)).toMatchObject({ on: "2026-12-15", start: 600, because: "free" });
  const own = new Map([["ben", [{ date: "2026-12-15", start: 600, end: 610 }]]]);
  expect(next(timetable, { own })).toMatchObject({ on: "2026-12-22", start: 600, because: "free" });
  const meetings = [{ members: ["ana", "zoe"], meetings: standing(series).meetings.slice(0, 2) }];
  expect(next(timetable, { meetings })).toMatchObject({ on: "2026-12-22", because: "free" });
  expect(next(ruled)).toMatchObject({ because: "proposal" });
  expect(nextSlot(ruled, team, { today: "2026-12-09" })).toMatchObject({ because: "proposal" });
  expect(nextSlot(timetable, team, { today: "2026-12-09" })).toMatchObject({ because: "free" });
});

it("proposes a time for a team of two schools, and counts the other school's lessons and closed days", () => {
  const guest = guestId(south, "ana");
  const team = { ...pair, members: ["ana", "ben", guest], state: "in use" } as const;
  const closed = {
    ...district,
    exceptions: [
      ...district.exceptions,
      { name: "Fair", first: "2026-12-15", dayKind: "holiday", schools: ["south"] },
    ],
  };
  const ours = { ...kept, calendar: closed };
  // Free in the fourth hour of Tuesdays too: only there do both schools' free times overlap for long enough.
  const free: Timetable = {
    ...timetable,
    placements: timetable.placements.filter(({ start }) => start !== "Tuesday-2"),
  };
  const there = { ...south, kept: { ...south.kept, calendar: closed } };
  const asNeighbour = {
    ...there,
    school: { ...there.school, time: { ...there.school.time, timetable: free } },
  };
  const known = { neighbours: [asNeighbour] };
  const next = nextSlot(free, team, { today: "2026-12-09" }, { kept: ours, chosen: [], known });
  // Ours is free 9:00 to 10:50, theirs 9:30 to 11:20; the 15th is their fair.
  expect(next).toMatchObject({ on: "2026-12-22", start: 600, end: 650, because: "free" });
  const meeting = standing({ ...pairsSeries, members: [...team.members] });
  const clashes = conflictsOf(meeting, [], ours, free, known);
  expect(clashes.map(({ key, who }) => [key, who.join()])).toEqual([["2026-12-15", guest]]);
});

it("offers a chosen time until a meeting was prepared for it, and puts each meeting into the feed once", () => {
  const time = { on: "2026-12-15", start: 600, end: 650, lunch: [] };
  const team = {
    id: "team",
    name: "Team",
    members: people,
    blocks: 1,
    source: "school",
    state: "in use",
  } as const;
  const day = (chosen: readonly ChosenTime[]) =>
    nextSlot(timetable, team, { today: "2026-12-10" }, { kept, chosen });
  expect(day([time])).toMatchObject({ on: "2026-12-15", because: "chosen" });
  const moved = [time, { ...time, meeting: "m1" }, { ...time, on: "2026-12-11", meeting: "m1" }];
  expect(day(moved).because).not.toBe("chosen");
  const feed = (chosen: readonly ChosenTime[], calledOff: readonly string[] = []) =>
    unwrap(
      teamFeed({
        team,
        kept,
        chosen,
        calledOff: new Set(calledOff),
        describe: () => "",
        domain: "example.org",
        stamp: 0,
      }),
    );
  const starts = (text: string) => text.match(/DTSTART;TZID=[^:]+:\d{8}T\d{6}/g) ?? [];
  expect(starts(feed([time]))).toEqual(["DTSTART;TZID=America/New_York:20261215T100000"]);
  expect(starts(feed(moved))).toEqual(["DTSTART;TZID=America/New_York:20261211T100000"]);
  expect(feed(moved)).toContain("SEQUENCE:1");
  expect(feed(moved, ["m1"])).toContain("STATUS:CANCELLED");
});
