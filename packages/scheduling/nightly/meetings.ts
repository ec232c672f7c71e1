import { unwrap } from "@collegium/schema";
import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  dayTable,
  isoDate,
  type Meeting,
  MeetingSeries,
  meetingsOf,
  parseDate,
  type SchoolCalendar,
} from "../src/index.js";
import { district } from "./district.js";

const first = parseDate("2026-08-31")!;
const date = fc.integer({ min: 0, max: 120 }).map((more) => isoDate(first + more));

interface Case {
  readonly cycleDay: string;
  readonly every: number;
  readonly changes: MeetingSeries["changes"];
  readonly closures: readonly string[];
  readonly skips: readonly { person: string; date: string }[];
}
const cases: fc.Arbitrary<Case> = fc.record({
  cycleDay: fc.constantFrom("1", "2", "3", "4"),
  every: fc.integer({ min: 1, max: 3 }),
  changes: fc.uniqueArray(
    fc.record({ date, cancelled: fc.boolean(), moveTo: date }).map(({ date: of, cancelled, moveTo }) => ({
      date: of,
      ...(cancelled ? { cancelled } : { moveTo, at: { start: "15:00", end: "15:45" } }),
    })),
    { maxLength: 12, selector: (change) => change.date },
  ),
  closures: fc.uniqueArray(date, { maxLength: 6 }),
  skips: fc.array(fc.record({ person: fc.constantFrom("t1", "t2", "t3"), date }), { maxLength: 5 }),
});

function made({ cycleDay, every, changes, closures, skips }: Case): {
  meetings: readonly Meeting[];
  told: number;
} {
  const calendar: SchoolCalendar = {
    ...district,
    cycle: { days: ["1", "2", "3", "4"], counts: "school-days" },
    exceptions: [
      ...district.exceptions,
      ...closures.map((day) => ({ name: "Closed", first: day, dayKind: "snow" })),
    ],
  };
  const series = unwrap(
    MeetingSeries.create({
      id: "s1",
      name: "Team",
      team: "team",
      school: "arden",
      members: ["t1", "t2", "t3"],
      first: "2026-08-31",
      last: "2026-12-18",
      when: { kind: "cycle", cycleDays: [cycleDay], every },
      at: { period: "2" },
      changes,
      rotas: [{ role: "facilitator", order: ["t1", "t2", "t3"], skips: [...skips] }],
    }),
  );
  const result = meetingsOf(series, unwrap(dayTable(calendar, "arden")));
  const told = result.ok ? result.warnings.filter(({ code }) => code === "change-without-meeting").length : 0;
  return { meetings: unwrap(result), told };
}

/** No change is lost: it is in a meeting, or it is told. Turns are taken by people who can, evenly. */
function kept(
  one: Case,
  damage: (meetings: readonly Meeting[]) => readonly Meeting[] = (meetings) => meetings,
): boolean {
  const { meetings: whole, told } = made(one);
  const meetings = damage(whole);
  const byKey = new Map(meetings.map((meeting) => [meeting.key, meeting]));
  let missing = 0;
  for (const change of one.changes) {
    const meeting = byKey.get(change.date);
    if (change.moveTo !== undefined && meeting?.date !== change.moveTo) return false;
    if (change.cancelled && meeting && meeting.status !== "cancelled") return false;
    if (change.cancelled && !meeting) missing++;
  }
  if (missing > told || byKey.size !== meetings.length) return false;
  const held = meetings.filter(({ status }) => status !== "cancelled");
  if (
    meetings.some(({ status, roles }) => (status === "cancelled") !== (roles["facilitator"] === undefined))
  ) {
    // Somebody is missing only where everyone skips.
    const everyone = (day: string) =>
      ["t1", "t2", "t3"].every((id) => one.skips.some((skip) => skip.person === id && skip.date === day));
    if (held.some(({ roles, key, date: on }) => !roles["facilitator"] && !everyone(key) && !everyone(on)))
      return false;
  }
  if (one.skips.length > 0) return true;
  const turns = ["t1", "t2", "t3"].map(
    (id) => held.filter(({ roles }) => roles["facilitator"] === id).length,
  );
  return Math.max(...turns) - Math.min(...turns) <= 1;
}

const caught = (damage: (meetings: readonly Meeting[]) => readonly Meeting[]) => (seed: number) =>
  fc.sample(cases, { seed, numRuns: 60 }).some((one) => !kept(one, damage));

export const laws: readonly Law[] = [
  law({
    name: "changes of a meeting series outlive every change of the calendar, and turns stay even",
    gate: 60,
    nightly: 20_000,
    values: cases,
    holds: (one) => kept(one),
    faults: [
      {
        name: "a moved meeting falls back",
        caught: caught((meetings) => meetings.map((one) => ({ ...one, date: one.key }))),
      },
      {
        name: "a cancellation is forgotten",
        caught: caught((meetings) => meetings.map((one) => ({ ...one, status: "planned" }))),
      },
      {
        name: "one person has every turn",
        caught: caught((meetings) =>
          meetings.map((one) =>
            one.status === "cancelled" ? one : { ...one, roles: { facilitator: "t1" } },
          ),
        ),
      },
    ],
  }),
];
