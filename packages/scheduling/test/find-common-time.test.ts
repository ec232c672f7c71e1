import { sentence, unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { type CommonTimeRequest, findCommonTime, type Timetable, weekGrid } from "../src/index.js";
import { timetable } from "./timetables.js";

const table = timetable({
  days: 2,
  perDay: 3,
  teachers: ["ana", "ben", "cy", "dee"],
  groups: ["7a"],
  lessons: [
    ["maths", ["ana", "7a"], ["d1-1", "d2-1", "d2-2"]],
    ["art", ["ben"], ["d1-1", "d1-2", "d2-2"]],
    ["music", ["cy"], ["d1-3", "d2-1"]],
    ["yard", ["dee"], ["d1-2", "d1-3"], { kind: "duty" }],
  ],
});

const find = (request: CommonTimeRequest, week: Timetable = table) =>
  unwrap(findCommonTime(weekGrid(week), request));
const starts = (request: CommonTimeRequest) => find(request).times.map(({ periods }) => periods.join("+"));

describe("times", () => {
  it("are free for everyone required, most optional people first, then in time order", () => {
    expect(starts({ required: ["ana", "ben"] })).toEqual(["d1-3", "d2-3"]);
    const { times } = find({ required: ["ana", "ben"], optional: ["cy", "dee"] });
    expect(times.map(({ periods, attending }) => [periods[0], attending.length])).toEqual([
      ["d2-3", 4],
      ["d1-3", 2],
    ]);
    expect(times[1]?.absent).toEqual(["cy", "dee"]);
    expect(times[1]?.reasons[0]?.message).toBe("d1, period 3: 2 of 4 can come; cy and dee cannot.");
  });

  it("need the quorum", () => {
    expect(starts({ required: [], optional: ["ana", "ben", "cy", "dee"], quorum: 3 })).toEqual(["d2-3"]);
    expect(starts({ required: [], optional: ["ana", "ben", "cy", "dee"], quorum: 2 })).toContain("d1-3");
  });

  it("may be several periods long, on one day", () => {
    expect(starts({ required: ["cy"], periods: 2 })).toEqual(["d1-1+d1-2", "d2-2+d2-3"]);
    expect(starts({ required: ["dee"], periods: 3 })).toEqual(["d2-1+d2-2+d2-3"]);
  });

  it("leave out excluded periods", () => {
    expect(starts({ required: ["ana", "ben"], never: ["d2-3"] })).toEqual(["d1-3"]);
  });

  it("leave out when somebody is not at school, whom no moved lesson brings back", () => {
    const away = [{ person: "ben", period: "d1-3" }];
    expect(starts({ required: ["ana", "ben"], away })).toEqual(["d2-3"]);
    const all = ["d1-1", "d1-2", "d1-3", "d2-1", "d2-2", "d2-3"].map((period) => ({ person: "ben", period }));
    expect(find({ required: ["ana", "ben"], away: all })).toEqual({ times: [], obstacles: [] });
    const { times } = find({ required: ["ana"], optional: ["ben"], away: all });
    expect(times.every(({ attending }) => !attending.includes("ben"))).toBe(true);
  });

  it("put those who gave way before first in line to be spared", () => {
    const avoid = [
      { person: "ana", period: "d1-3" },
      { person: "ben", period: "d2-3" },
    ];
    expect(starts({ required: ["ana", "ben"], avoid })).toEqual(["d1-3", "d2-3"]);
    const { times } = find({ required: ["ana", "ben"], avoid, gaveUp: { ana: 2 } });
    expect(times.map(({ periods }) => periods[0])).toEqual(["d2-3", "d1-3"]);
    expect(times[1]?.reasons.at(-1)?.message).toBe(
      "ana would rather keep this time, and has given way 2 times before.",
    );
  });

  it("keep everyone's own planning periods", () => {
    expect(starts({ required: ["ana", "ben"], ownPeriods: 2 })).toEqual(["d1-3", "d2-3"]);
    expect(starts({ required: ["ana", "ben"], ownPeriods: 3 })).toEqual([]);
  });

  it("need a room", () => {
    const week = {
      ...table,
      resources: [...table.resources, { id: "lib", name: "Library", kind: "room" as const }],
    };
    week.lessons = [
      ...table.lessons,
      { id: "club", name: "Club", kind: "duty", duration: 1, resources: ["lib"] },
    ];
    week.placements = [...table.placements, { lesson: "club", start: "d1-3", duration: 1 }];
    const { times } = find({ required: ["ana", "ben"], rooms: ["lib"] }, week);
    expect(times.map(({ periods, rooms }) => [periods[0], rooms])).toEqual([["d2-3", ["lib"]]]);
    expect(times[0]?.reasons.map(({ code }) => code)).toEqual(["everyone", "room-free"]);
  });
});

it("speaks of periods by the timetable's own names where these tell the day", () => {
  const named = {
    ...table,
    periods: table.periods.map((period) => ({ ...period, name: `Slot ${period.id}` })),
  };
  const [time] = find({ required: ["cy"], periods: 2 }, named).times;
  expect(time?.reasons[0]?.message).toBe("Slot d1-1 and Slot d1-2: free.");
  const [one] = find({ required: ["cy"] }, named).times;
  expect(one?.reasons[0]?.message).toBe("Slot d1-1: free.");
  const [plain] = find({ required: ["cy"], periods: 2 }).times;
  expect(plain?.reasons[0]?.message).toBe("d1, periods 1 and 2: free.");
});

describe("where there is no time", () => {
  it("says which single duty stands in the way", () => {
    const { times, obstacles } = find({
      required: ["ana", "dee"],
      never: ["d2-1", "d2-2", "d2-3", "d1-1", "d1-3"],
    });
    expect(times).toEqual([]);
    expect(obstacles.map(({ message }) => message)).toEqual([
      "Only one duty, d1, period 2, stands in the way: yard (dee).",
    ]);
  });

  it("gives the smallest sets first, duties before lessons", () => {
    const { obstacles } = find({ required: ["ana", "ben", "cy", "dee"], never: ["d2-3"] });
    expect(obstacles.map(({ lessons }) => lessons.map(({ lesson }) => lesson))).toEqual([
      ["art", "yard"],
      ["music", "yard"],
      ["maths", "art"],
      ["maths", "music"],
      ["maths", "art"],
    ]);
    expect(obstacles[0]?.message).toBe("d1, period 2: 2 lessons stand in the way: art (ben) and yard (dee).");
  });

  it("does not blame a lesson where somebody is short of periods of their own", () => {
    expect(find({ required: ["ana", "ben"], ownPeriods: 3 })).toEqual({ times: [], obstacles: [] });
  });
});

it("answers at once for a whole staff with a quorum", () => {
  const staff = Array.from({ length: 60 }, (_, at) => `t${at}`);
  const week = timetable({
    days: 1,
    perDay: 2,
    teachers: staff,
    lessons: staff.map((id, at) => [`l${at}`, [id], at < 15 ? ["d1-1"] : ["d1-1", "d1-2"]]),
  });
  const { obstacles } = find({ required: [], optional: staff, quorum: 40 }, week);
  expect(obstacles.map(({ periods, lessons }) => [periods[0], lessons.length])).toEqual([
    ["d1-2", 25],
    ["d1-1", 40],
  ]);
});

it.each([
  [{ required: [] }, "nobody-asked"],
  [{ required: ["zoe"] }, "unknown-person"],
  [{ required: ["ana"], optional: ["zoe"] }, "unknown-person"],
  [{ required: ["ana"], rooms: ["attic"] }, "unknown-room"],
  [{ required: ["ana"], never: ["sunday"] }, "unknown-period"],
  [{ required: ["ana"], quorum: 2 }, "impossible-quorum"],
  [{ required: ["ana"], periods: 0 }, "bad-length"],
  [{ required: ["ana"], periods: 1.5 }, "bad-length"],
] as [CommonTimeRequest, string][])("refuses %j with %s", (request, code) => {
  const result = findCommonTime(weekGrid(table), request);
  expect(result.ok || result.issues.map((issue) => issue.code)).toEqual([code]);
  if (!result.ok) expect(result.issues.map(sentence).join()).not.toContain("zoe");
});

it("of two people whom a quorum lacks, asks for the duty rather than the class", () => {
  const lessons: Parameters<typeof timetable>[0]["lessons"] = [
    ["art", ["bo"], ["d1-1"]],
    ["yard", ["cy"], ["d1-1"], { kind: "duty" }],
  ];
  const week = weekGrid(timetable({ days: 1, perDay: 1, teachers: ["ana", "bo", "cy"], lessons }));
  const { obstacles } = unwrap(
    findCommonTime(week, { required: ["ana"], optional: ["bo", "cy"], quorum: 2 }),
  );
  expect(obstacles[0]?.message).toBe("Only one duty, d1, period 1, stands in the way: yard (cy).");
});
