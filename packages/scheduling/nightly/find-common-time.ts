import { unwrap } from "@collegium/schema";
import { law } from "@collegium/testing";
import fc from "fast-check";
import {
  type CommonTimeRequest,
  type CommonTimes,
  findCommonTime,
  type Timetable,
  weekGrid,
} from "../src/index.js";
import { timetable } from "../test/timetables.js";

interface Case {
  readonly table: Timetable;
  readonly request: CommonTimeRequest;
}

/** Starts at which the meeting can be, by asking every placement about every person in every period. */
function naive({ table, request }: Case, removed: ReadonlySet<number> = new Set()): string[] {
  const length = request.periods ?? 1;
  const order = table.periods.map(({ id }) => id);
  const busy = (who: string, at: number) =>
    table.placements.some((placement, index) => {
      const start = order.indexOf(placement.start);
      const inDay = table.periods[start]!.day === table.periods[at]!.day;
      const lesson = table.lessons.find(({ id }) => id === placement.lesson)!;
      const during = start <= at && at < start + placement.duration && inDay;
      return !removed.has(index) && lesson.resources.includes(who) && during;
    });
  return order.filter((_, start) => {
    const cells = Array.from({ length }, (_, step) => start + step);
    if (cells.some((at) => table.periods[at]?.day !== table.periods[start]!.day)) return false;
    if (cells.some((at) => request.never?.includes(order[at]!))) return false;
    const free = (who: string) => cells.every((at) => !busy(who, at));
    const optional = (request.optional ?? []).filter((who) => !request.required.includes(who));
    const coming = request.required.length + optional.filter(free).length;
    const room = request.rooms === undefined || request.rooms.some(free);
    return request.required.every(free) && coming >= Math.max(request.quorum ?? 0, 1) && room;
  });
}

/** Size of the smallest set of placements whose removal opens some time, by trying all sets in order of size. */
function smallest(one: Case): number {
  const count = one.table.placements.length;
  for (let size = 0; size <= count; size++) {
    const tryAll = (from: number, chosen: number[]): boolean => {
      if (chosen.length === size) return naive(one, new Set(chosen)).length > 0;
      for (let at = from; at < count; at++) if (tryAll(at + 1, [...chosen, at])) return true;
      return false;
    };
    if (tryAll(0, [])) return size;
  }
  return Infinity;
}

const people = ["a", "b", "c", "d"];
const cases: fc.Arbitrary<Case> = fc
  .record({ days: fc.integer({ min: 1, max: 2 }), perDay: fc.integer({ min: 1, max: 3 }) })
  .chain(({ days, perDay }) => {
    const period = fc
      .tuple(fc.integer({ min: 1, max: days }), fc.integer({ min: 1, max: perDay }))
      .map(([d, p]) => `d${d}-${p}`);
    const lesson = fc.record({
      who: fc.subarray([...people, "r1", "r2"], { minLength: 1, maxLength: 4 }),
      start: period,
      length: fc.integer({ min: 1, max: 2 }),
      kind: fc.constantFrom("teaching" as const, "duty" as const, "meeting" as const),
    });
    return fc.record({
      days: fc.constant(days),
      perDay: fc.constant(perDay),
      lessons: fc.array(lesson, { maxLength: 8 }),
      required: fc.subarray(people),
      optional: fc.subarray(people),
      quorum: fc.integer({ min: 0, max: 3 }),
      periods: fc.integer({ min: 1, max: 2 }),
      rooms: fc.option(fc.subarray(["r1", "r2"], { minLength: 1 }), { nil: undefined }),
      never: fc.array(period, { maxLength: 1 }),
    });
  })
  .map(({ days, perDay, lessons, required, optional, quorum, rooms, periods, never }) => {
    const asked = new Set([...required, ...optional]).size;
    return {
      table: timetable({
        days,
        perDay,
        teachers: [...people, "r1", "r2"],
        lessons: lessons.map(({ who, start, length, kind }, at) => [
          `l${at}`,
          who,
          [start],
          { kind, length },
        ]),
      }),
      request: {
        required: asked === 0 ? ["a"] : required,
        optional,
        quorum: Math.min(quorum, Math.max(asked, 1)),
        periods: Math.min(periods, days * perDay),
        never,
        ...(rooms !== undefined && { rooms }),
      },
    };
  });

const search = ({ table, request }: Case) => unwrap(findCommonTime(weekGrid(table), request));

function agrees(one: Case, { times, obstacles }: CommonTimes): boolean {
  const order = one.table.periods.map(({ id }) => id);
  const found = times.map(({ periods }) => periods[0]!).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  if (JSON.stringify(found) !== JSON.stringify(naive(one))) return false;
  if (found.length > 0) return obstacles.length === 0;
  const sets = obstacles.map(({ periods, lessons }) => ({
    start: periods[0]!,
    removed: lessons.map((l) => l.placement),
  }));
  if (sets.length === 0) return smallest(one) === Infinity;
  return (
    sets[0]!.removed.length === smallest(one) &&
    sets.every(
      ({ start, removed }) =>
        naive(one, new Set(removed)).includes(start) &&
        removed.every((kept) => !naive(one, new Set(removed.filter((at) => at !== kept))).includes(start)),
    )
  );
}

const caught = (wrong: (found: CommonTimes) => CommonTimes) => (seed: number) =>
  fc.sample(cases, { seed, numRuns: 200 }).some((one) => !agrees(one, wrong(search(one))));

export const laws = [
  law<Case>({
    name: "common times are all there are, and obstacles are the smallest sets whose removal opens one",
    gate: 100,
    nightly: 20_000,
    chunk: 500,
    values: cases,
    holds: (one) => agrees(one, search(one)),
    faults: [
      {
        name: "a time missed",
        caught: caught(({ times, obstacles }) => ({ times: times.slice(1), obstacles })),
      },
      {
        name: "a lesson in the way forgotten",
        caught: caught(({ times, obstacles }) => ({
          times,
          obstacles: obstacles.map((one) => ({ ...one, lessons: one.lessons.slice(1) })),
        })),
      },
      {
        name: "the smallest set not shown",
        caught: caught(({ times, obstacles }) => ({ times, obstacles: obstacles.slice(1) })),
      },
    ],
  }),
];
