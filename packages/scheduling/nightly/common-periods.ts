import { law } from "@collegium/testing";
import fc from "fast-check";
import { auditTime, commonPeriods, type Timetable, weekGrid } from "../src/index.js";
import { timetable } from "../test/timetables.js";

/** Common periods by looking at every placement for every member and period, without any grid. */
export function naive(table: Timetable, members: readonly string[]): string[] {
  const order = table.periods.map(({ id }) => id);
  return table.periods
    .filter((period, at) =>
      members.every((member) =>
        table.placements.every((placement) => {
          const lesson = table.lessons.find(({ id }) => id === placement.lesson)!;
          const there = [...lesson.resources, ...(placement.chosen ?? []).map(({ resource }) => resource)];
          const start = order.indexOf(placement.start);
          const during =
            start <= at && at < start + placement.duration && table.periods[start]!.day === period.day;
          return !there.includes(member) || !during;
        }),
      ),
    )
    .map(({ id }) => id);
}

/** Blocks by marking days one after the other. */
function naiveBlocks(table: Timetable, periods: readonly string[], target: number): number {
  let days = 0;
  for (const { id } of table.days) {
    if (table.periods.some((period) => period.day === id && periods.includes(period.id))) days++;
  }
  return days < target ? days : target;
}

export const weeks = fc
  .record({ days: fc.integer({ min: 1, max: 7 }), perDay: fc.integer({ min: 1, max: 12 }) })
  .chain(({ days, perDay }) => {
    const period = fc
      .tuple(fc.integer({ min: 1, max: days }), fc.integer({ min: 1, max: perDay }))
      .map(([d, p]) => `d${d}-${p}`);
    const people = fc.subarray(["a", "b", "c", "d", "e"], { minLength: 1 });
    const lesson = fc.record({
      people,
      starts: fc.array(period, { maxLength: 6 }),
      length: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom("teaching" as const, "meeting" as const, "duty" as const),
      chosen: fc.option(fc.constantFrom("a", "b", "c", "d", "e"), { nil: undefined }),
    });
    return fc.record({
      days: fc.constant(days),
      perDay: fc.constant(perDay),
      lessons: fc.array(lesson, { maxLength: 15 }),
      members: people,
      target: fc.integer({ min: 1, max: 6 }),
    });
  })
  .map(({ days, perDay, lessons, members, target }) => {
    const table = timetable({
      days,
      perDay,
      teachers: ["a", "b", "c", "d", "e"],
      lessons: lessons.map(({ people, starts, length, kind }, at) => [
        `l${at}`,
        people,
        starts,
        { length, kind },
      ]),
    });
    for (const placement of table.placements) {
      const { chosen } = lessons[Number(placement.lesson.slice(1))]!;
      if (chosen !== undefined) placement.chosen = [{ role: "cover", resource: chosen }];
    }
    return { table, members, target };
  });

const agree = (found: readonly string[], table: Timetable, members: readonly string[]) =>
  JSON.stringify(found) === JSON.stringify(naive(table, members));

/** Whether some of 300 weeks shows the difference between ours and a wrong implementation. */
const caught = (wrong: (table: Timetable, members: readonly string[]) => string[]) => (seed: number) =>
  fc
    .sample(weeks, { seed, numRuns: 300 })
    .some(({ table, members }) => !agree(wrong(table, members), table, members));

export const laws = [
  law({
    name: "common periods are those a naive search finds, none missed and none too many",
    gate: 150,
    nightly: 200_000,
    chunk: 5000,
    values: weeks,
    holds: ({ table, members }) => agree(commonPeriods(weekGrid(table), members), table, members),
    faults: [
      {
        name: "the second period of a double lesson forgotten",
        caught: caught((table, members) =>
          commonPeriods(
            weekGrid({ ...table, placements: table.placements.map((p) => ({ ...p, duration: 1 })) }),
            members,
          ),
        ),
      },
      {
        name: "people chosen for one occurrence forgotten",
        caught: caught((table, members) =>
          commonPeriods(
            weekGrid({ ...table, placements: table.placements.map(({ chosen: _, ...rest }) => rest) }),
            members,
          ),
        ),
      },
      {
        name: "the last member forgotten",
        caught: caught((table, members) => commonPeriods(weekGrid(table), members.slice(0, -1))),
      },
    ],
  }),
  law({
    name: "an audit counts the days with a common period, up to the target",
    gate: 100,
    nightly: 50_000,
    chunk: 5000,
    values: weeks,
    holds({ table, members, target }) {
      const [team] = auditTime(table, [{ id: "t", members, source: "file" }], { target }).teams;
      return team?.blocksNow === naiveBlocks(table, naive(table, members), target);
    },
    faults: [
      {
        name: "periods counted in place of days",
        caught: (seed) =>
          fc.sample(weeks, { seed, numRuns: 100 }).some(({ table, members, target }) => {
            const periods = naive(table, members);
            return Math.min(target, periods.length) !== naiveBlocks(table, periods, target);
          }),
      },
    ],
  }),
];
