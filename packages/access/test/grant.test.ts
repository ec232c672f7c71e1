import { expect, it } from "vitest";
import {
  defaultPolicy,
  grant,
  type Membership,
  type Policy,
  type Purpose,
  type Relation,
  whoSees,
} from "../src/index.js";

const on = "2026-10-02";
const holding = (kind: Membership["of"]["kind"], id: string, role: Membership["role"], to?: string) => ({
  person: "p1",
  memberships: [{ of: { kind, id }, role, from: "2026-08-01", ...(to === undefined ? {} : { to }) }],
});
const meeting = { kind: "meeting", id: "m1", team: "t1", school: "s1", district: "d1" } as const;

it("denies whoever has no membership, whatever the purpose", () => {
  for (const purpose of ["teaching", "meeting-support", "reporting", "planning-time"] as Purpose[]) {
    expect(grant({ person: "p9", memberships: [] }, meeting, { on, purpose }).may).toEqual([]);
  }
});

it("follows dated memberships to the day", () => {
  const viewer = holding("team", "t1", "member", "2026-10-02");
  expect(grant(viewer, meeting, { on, purpose: "teaching" }).may).toContain("read-students");
  expect(grant(viewer, meeting, { on: "2026-10-03", purpose: "teaching" }).may).toEqual([]);
  expect(grant(viewer, meeting, { on: "2026-07-31", purpose: "teaching" }).may).toEqual([]);
});

it("keeps a team's students, notes and results by class inside the team", () => {
  const outside: Relation[] = ["school-leader", "school-staff", "district-staff", "anyone"];
  const inner = ["read-students", "read-notes", "read-results-by-class", "read-ratings"];
  const rows = defaultPolicy.filter((row) => outside.includes(row.relation));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.flatMap((row) => row.may.filter((action) => inner.includes(action)))).toEqual([]);
});

it("keeps a person's own calendar to that person; colleagues learn when, never why", () => {
  const calendar = { kind: "appointments", id: "p2", owner: "p2", school: "s1", district: "d1" } as const;
  const purposes = ["teaching", "meeting-support", "reporting", "planning-time"] as const;
  const reads = (viewer: Parameters<typeof grant>[0]) =>
    new Set(purposes.flatMap((purpose) => grant(viewer, calendar, { on, purpose }).may));
  expect(reads({ person: "p2", memberships: [] })).toContain("read-appointments");
  for (const viewer of [
    holding("school", "s1", "leader"),
    holding("school", "s1", "staff"),
    holding("district", "d1", "staff"),
  ])
    expect([...reads(viewer)]).toEqual(["read-busy"]);
  expect([...reads(holding("school", "s2", "staff"))]).toEqual([]);
});

it("tells another team's member nothing", () => {
  expect(grant(holding("team", "t2", "member"), meeting, { on, purpose: "teaching" }).may).toEqual([]);
});

it("takes the narrowest audience where several rows match", () => {
  const both = {
    person: "p1",
    memberships: [
      ...holding("team", "t1", "member").memberships,
      ...holding("school", "s1", "leader").memberships,
    ],
  };
  expect(grant(both, meeting, { on, purpose: "teaching" }).audience).toBe("team");
  expect(grant(both, meeting, { on, purpose: "reporting" }).audience).toBe("school");
});

it("says beside an input what the filter does, also when a district changes the policy", () => {
  expect(whoSees("note").audience).toBe("team");
  expect(whoSees("decision").audience).toBe("school");
  expect(whoSees("goal").audience).toBe("public");
  expect(whoSees("appointments").audience).toBe("self");
  expect(whoSees("note", { hidden: true })).toEqual({
    audience: "team",
    until: "self",
    key: "who-sees.self-then-team",
  });
  const open: Policy = [
    ...defaultPolicy,
    {
      relation: "school-staff",
      subject: "meeting",
      purpose: "reporting",
      audience: "school",
      may: ["read-notes"],
    },
  ];
  expect(whoSees("note", { policy: open }).audience).toBe("school");
  expect(whoSees("note", { policy: [] }).audience).toBe("self");
});
