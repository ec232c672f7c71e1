import { unwrap } from "@collegium/schema";
import { law } from "@collegium/testing";
import fc from "fast-check";
import { auditMinutes, type MinutesAudit, type Timetable } from "../src/index.js";
import { naive, weeks } from "./common-periods.js";

const PERIOD = 40;

interface Case {
  readonly table: Timetable;
  readonly members: readonly string[];
  readonly ownMinutes: number;
  readonly shortest: number;
}

const cases: fc.Arbitrary<Case> = fc
  .tuple(weeks, fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 25, 60, 90))
  .map(([{ table, members }, own, shortest]) => ({ table, members, ownMinutes: own * PERIOD, shortest }));

const audit = ({ table, members, ownMinutes, shortest }: Case) => {
  const team = { id: "team", members, source: "file" as const };
  return unwrap(auditMinutes(table, [team], { minutesPerPeriod: PERIOD, ownMinutes, shortest }));
};

/** What must be true of one team's minutes, from the naive common periods and free periods alone. */
function sound({ table, members, ownMinutes, shortest }: Case, { teams, teachers }: MinutesAudit): boolean {
  const team = teams[0]!;
  const used = team.usable - team.protected;
  const free = (id: string) => naive(table, [id]).length * PERIOD;
  const longest = longestStretch(table, naive(table, members)) * PERIOD;
  return (
    team.common === naive(table, members).length * PERIOD &&
    team.protected <= team.scheduled &&
    used >= 0 &&
    used <= team.common &&
    (used === 0 || used >= shortest) &&
    members.every((id) => used === 0 || free(id) - used >= ownMinutes) &&
    (used > 0 ||
      longest < shortest ||
      longest === 0 ||
      members.some((id) => free(id) - ownMinutes < Math.max(shortest, PERIOD))) &&
    teachers.every(({ id, own, belowContract }) => {
      const left = free(id) - (members.includes(id) ? used : 0);
      return own === left && belowContract === left < ownMinutes;
    })
  );
}

function longestStretch(table: Timetable, periods: readonly string[]): number {
  let longest = 0;
  for (const { id } of table.days) {
    let now = 0;
    for (const period of table.periods.filter(({ day }) => day === id)) {
      now = periods.includes(period.id) ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
  }
  return longest;
}

const caught = (wrong: (found: MinutesAudit) => MinutesAudit) => (seed: number) =>
  fc.sample(cases, { seed, numRuns: 200 }).some((one) => !sound(one, wrong(audit(one))));

export const laws = [
  law<Case>({
    name: "usable minutes are common ones in long enough stretches, and leave everyone the contract's own",
    gate: 60,
    nightly: 50_000,
    chunk: 2000,
    values: cases,
    holds: (one) => sound(one, audit(one)),
    faults: [
      {
        name: "the contract forgotten",
        caught: caught((found) => ({
          ...found,
          teams: found.teams.map((team) => ({ ...team, usable: team.protected + team.common })),
        })),
      },
      {
        name: "nothing ever usable",
        caught: caught((found) => ({
          ...found,
          teams: found.teams.map((team) => ({ ...team, usable: team.protected })),
        })),
      },
    ],
  }),
];
