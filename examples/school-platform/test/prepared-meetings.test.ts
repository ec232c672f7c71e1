import type { Sample } from "@collegium/meeting-cycle";
import { MeetingSeries, SchoolCalendar } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import { openStore, type Store } from "@collegium/store";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CalendarBook } from "../src/state/calendar-book.js";
import { callOff, followCalendar, followSeries } from "../src/state/follow-series.js";
import { GoalBook } from "../src/state/goal-book.js";
import { prepareNext, scheduledAhead, type Workshop } from "../src/state/prepare.js";
import { ResultsBook } from "../src/state/results-book.js";
import type { School } from "../src/state/school.js";
import { withMeeting } from "../src/state/series-changes.js";
import type { RegisteredTeam } from "../src/state/team-register.js";
import { TeamTimes } from "../src/state/team-times.js";
import { newId, TeamWork } from "../src/state/team-work.js";

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
      { id: "early", name: "early release", school: true },
      { id: "snow", name: "snow day", school: false },
    ],
    week: { MO: "regular", TU: "regular", WE: "regular", TH: "regular", FR: "regular" },
    exceptions: [],
    schools: [
      {
        id: "school",
        name: "Example School",
        bells: [
          { dayKind: "regular", periods: [period("1", "08:00", "08:50"), period("2", "09:00", "09:50")] },
          { dayKind: "early", periods: [period("1", "08:00", "08:30"), period("2", "08:35", "09:05")] },
        ],
      },
    ],
  }),
);
const members = ["ana", "ben", "caro"];
const team: RegisteredTeam = {
  id: "team",
  name: "Team",
  members,
  blocks: 1,
  source: "school",
  state: "in use",
};
const series = unwrap(
  MeetingSeries.create({
    id: "series-team",
    name: "Team",
    team: "team",
    school: "school",
    members,
    first: "2027-01-04",
    last: "2027-01-20",
    when: { kind: "weeks", weekdays: ["TU"], every: 1 },
    at: { period: "2" },
    changes: [],
    rotas: [
      { role: "facilitator", order: members },
      { role: "note-taker", order: ["ben", "caro", "ana"] },
    ],
  }),
);
const by = { person: "caro", at: "2027-01-04T12:00:00.000Z", may: [] };
const preparation = { today: "2027-01-04", by };
const kept = { calendar, school: "school", version: 1 };

describe("a meeting that was prepared for a date of the standing meeting", () => {
  let store: Store;
  let shop: Workshop;
  let school: School;
  let schools = 0;
  beforeAll(async () => {
    store = unwrap(await openStore({ memory: true }));
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    schools++;
    const districtId = `school-${schools}`;
    school = {
      districtId,
      name: "Example School",
      example: false,
      teachers: members.map((id) => ({ id, name: id })),
      students: [],
      time: undefined,
      calendar,
    };
    shop = {
      work: new TeamWork(store),
      goals: new GoalBook(store),
      results: new ResultsBook(store),
      calendars: new CalendarBook(store),
      times: new TeamTimes(store),
    };
    unwrap(await shop.times.save(districtId, team.id, series, 0, by));
    expect(await prepareNext(shop, school, team, preparation)).toMatchObject({ ok: true, on: "2027-01-05" });
  });

  const prepared = async () => {
    const id = await scheduledAhead(shop, school, team);
    const meeting = id === undefined ? undefined : await shop.work.meeting(school.districtId, id);
    const time = id === undefined ? undefined : await shop.times.of(school.districtId, team.id, id);
    const facilitator = meeting?.members.find(({ roles }) => roles.includes("facilitator"))?.id;
    return meeting && { on: meeting.on, start: time?.start, minutes: meeting.minutes, facilitator };
  };
  const change = async (key: string, to: Parameters<typeof withMeeting>[2]) => {
    const before = await shop.times.standing(school.districtId, team.id, kept);
    if (!before) throw new Error("There is no standing meeting.");
    const changed = withMeeting(before.series, key, to);
    unwrap(await shop.times.save(school.districtId, team.id, changed, before.version, by));
    const after = await shop.times.standing(school.districtId, team.id, kept);
    return followSeries(shop, school, team, before.meetings, after?.meetings ?? [], preparation);
  };

  it("moves with its date, and comes back where the date is put back", async () => {
    const moved = await change("2027-01-05", { moveTo: "2027-01-07", at: { start: "14:00", end: "14:30" } });
    expect(moved).toEqual({ what: "moved", on: "2027-01-07" });
    expect(await prepared()).toMatchObject({ on: "2027-01-07", start: 840, minutes: 30 });
    expect(await change("2027-01-05", undefined)).toEqual({ what: "moved", on: "2027-01-05" });
  });

  it("waits for the next date where its own is called off, by whoever of the team does it", async () => {
    expect(await change("2027-01-05", { cancelled: true })).toEqual({ what: "carried", on: "2027-01-12" });
    expect(await prepared()).toMatchObject({ on: "2027-01-12", facilitator: "ana" });
    expect(await change("2027-01-05", undefined)).toEqual({ what: "moved", on: "2027-01-05" });
  });

  it("is called off only where no date is left, and its student work goes onto the next agenda", async () => {
    const id = (await scheduledAhead(shop, school, team)) ?? "";
    const sample: Sample = {
      id: "work-a",
      label: "A",
      kind: "text",
      hash: "0".repeat(64),
      deleteOn: "2027-03-01",
      namesCovered: true,
      metadataRemoved: true,
    };
    const add = { type: "add-sample", commandId: newId(), sample } as const;
    expect(await shop.work.toMeeting(school.districtId, id, add, by)).toMatchObject({ ok: true });
    const rubric = { id: "own", criteria: [] };
    unwrap(await store.putDocument(school.districtId, "rubric", id, rubric as never));
    await change("2027-01-12", { cancelled: true });
    await change("2027-01-19", { cancelled: true });
    expect(await change("2027-01-05", { cancelled: true })).toEqual({ what: "withdrawn" });
    expect(await prepared()).toBeUndefined();
    const again = await prepareNext(shop, school, team, preparation);
    const meeting = await shop.work.meeting(school.districtId, again.ok ? again.id : "");
    expect(meeting.samples.map((one) => one.id)).toEqual(["work-a"]);
    const kept = await store.getDocument(school.districtId, "rubric", meeting.id);
    expect(kept?.document).toEqual(rubric);
  });

  it("called off from its agenda, takes its date out of everybody's calendar", async () => {
    const id = (await scheduledAhead(shop, school, team)) ?? "";
    expect(await callOff(shop, school, team, id, preparation)).toEqual({ what: "carried", on: "2027-01-12" });
    const standing = await shop.times.standing(school.districtId, team.id, kept);
    expect(standing?.meetings.map(({ status }) => status)).toEqual(["cancelled", "planned", "planned"]);
  });

  it("follows the school's calendar: a snow day carries it on, shorter bells move it", async () => {
    const on = (dayKind: string) => ({
      ...kept,
      calendar: { ...calendar, exceptions: [{ name: dayKind, first: "2027-01-05", dayKind }] },
    });
    const follow = (before: typeof kept, after: typeof kept) =>
      followCalendar(shop, school, [team], before, after, {
        today: "2027-01-04",
        by: { ...by, person: "leader" },
      });
    expect(await follow(kept, on("early"))).toBe(1);
    expect(await prepared()).toMatchObject({ on: "2027-01-05", start: 515, minutes: 30 });
    expect(await follow(on("early"), on("early"))).toBe(0);
    expect(await follow(on("early"), on("snow"))).toBe(1);
    expect(await prepared()).toMatchObject({ on: "2027-01-12", start: 540, minutes: 50 });
  });
});
