import { unwrap } from "@collegium/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { diffRoster, matchTimetable, type Roster, readRoster, readSchedule } from "../src/index.js";
import { filesOf } from "./oneroster-example.js";

let roster: Roster;
beforeAll(async () => {
  roster = unwrap(await readRoster(filesOf())).roster;
});

describe("a second import", () => {
  it("of the same files changes nothing", async () => {
    const again = unwrap(await readRoster(filesOf())).roster;
    expect(unwrap(diffRoster(roster, again)).same).toBe(true);
  });

  it("shows what began, ended and changed", () => {
    const many = Array.from({ length: 10 }, (_, i) => ({ ...roster.people[1]!, id: `p${i}` }));
    const before = { ...roster, people: many };
    const newcomer = { ...many[0]!, id: "new" };
    const after = { ...roster, people: [{ ...many[0]!, grades: ["08"] }, ...many.slice(2), newcomer] };
    expect(unwrap(diffRoster(before, after)).parts.people).toEqual({
      before: 10,
      after: 10,
      added: ["new"],
      ended: ["p1"],
      changed: [{ id: "p0", fields: ["grades"] }],
    });
  });

  it("is refused when more than a fifth is gone, unless accepted", () => {
    const people = Array.from({ length: 10 }, (_, i) => ({ ...roster.people[1]!, id: `p${i}` }));
    const gone = (count: number) =>
      diffRoster({ ...roster, people }, { ...roster, people: people.slice(count) });
    expect(gone(2).ok).toBe(true);
    const refused = gone(3);
    expect(!refused.ok && refused.issues).toMatchObject([
      { code: "mass-removal", path: ["people"], data: { ended: 3, of: 10 } },
    ]);
    const accepted = diffRoster({ ...roster, people }, { ...roster, people: [] }, { accept: true });
    expect(unwrap(accepted).parts.people.ended).toHaveLength(10);
  });

  it("notices an id given to somebody else, and a person given a new id", () => {
    const [ann, ...others] = roster.people;
    const stranger = {
      ...ann!,
      givenName: "Zed",
      familyName: "Omega",
      identifiers: [],
      email: "z@example.org",
      username: "zed",
    };
    const reissued = diffRoster(roster, { ...roster, people: [stranger, ...others] });
    expect(unwrap(reissued).reissued).toEqual(["u1"]);
    expect(reissued.ok && reissued.warnings.map((w) => w.code)).toEqual(["id-reissued"]);
    const married = { ...ann!, familyName: "Omega" };
    expect(unwrap(diffRoster(roster, { ...roster, people: [married, ...others] })).reissued).toEqual([]);
    const renumbered = { ...roster, people: [{ ...ann!, id: "u9" }, ...others] };
    expect(unwrap(diffRoster(roster, renumbered, { accept: true })).renamed).toEqual([
      { from: "u1", to: "u9" },
    ]);
  });
});

describe("joining a timetable", () => {
  it("matches rows and reports the others", () => {
    const csv = "timetableId,sourcedId\nAlpha,u1\nBeta,nobody\nGhost,u2\nMath 1,k1\nAlpha,u3\nGamma,\n";
    const schedule = "Teacher,Course,Section,Period,Days\nAlpha,Math,1,1,MWF\nBeta,Sci,1,1,MWF\n";
    const { timetable } = unwrap(readSchedule(schedule));
    const { matches, unmatched, teachersWithout } = unwrap(matchTimetable(roster, csv, timetable));
    expect(matches).toEqual([
      { timetable: "Alpha", sourcedId: "u1", part: "people" },
      { timetable: "Math 1", sourcedId: "k1", part: "classes" },
    ]);
    expect(unmatched.map(({ row, code }) => `${row} ${code}`)).toEqual([
      "3 unknown-sourced-id",
      "4 unknown-timetable-id",
      "6 matched-twice",
      "7 incomplete",
    ]);
    expect(teachersWithout).toEqual(["Beta"]);
  });

  it("reads columns in either order, with a header or without", () => {
    const matches = (csv: string) =>
      unwrap(matchTimetable(roster, csv)).matches.map((m) => `${m.timetable}=${m.sourcedId}`);
    expect(matches("sourcedId;timetable id\nu1;T1\n")).toEqual(["T1=u1"]);
    expect(matches("T1,u1\nT2,u2\n")).toEqual(["T1=u1", "T2=u2"]);
    const refused = matchTimetable(roster, "just one column\n");
    expect(!refused.ok && refused.issues[0]?.code).toBe("no-match-columns");
  });
});
