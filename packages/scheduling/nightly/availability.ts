import { unwrap } from "@collegium/schema";
import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  type Availability,
  availabilityGrid,
  createAvailability,
  findSlots,
  markBusy,
} from "../src/index.js";

interface Busy {
  readonly person: number;
  readonly day: number;
  readonly start: number;
  readonly minutes: number;
}
interface Case {
  readonly people: number;
  readonly days: readonly number[];
  readonly from: number;
  readonly cells: number;
  readonly busy: readonly Busy[];
  readonly minutes: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  people: fc.integer({ min: 1, max: 4 }),
  days: fc.uniqueArray(fc.integer({ min: 20_000, max: 20_010 }), { minLength: 1, maxLength: 4 }),
  from: fc.integer({ min: 0, max: 100 }).map((value) => value * 5),
  cells: fc.integer({ min: 1, max: 110 }),
  busy: fc.array(
    fc.record({
      person: fc.nat(3),
      day: fc.integer({ min: 20_000, max: 20_010 }),
      start: fc.integer({ min: 0, max: 1300 }),
      minutes: fc.integer({ min: 1, max: 90 }),
    }),
    { maxLength: 25 },
  ),
  minutes: fc.integer({ min: 1, max: 60 }),
});

/** Minute by minute, without bits: every start on the grid at which nobody has anything to the minute. */
function naiveSlots({ people, days, from, cells, busy, minutes }: Case): string[] {
  const found: string[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    for (let start = from; start + minutes <= from + cells * 5; start += 5) {
      const meets = (one: Busy) =>
        one.person < people &&
        one.day === day &&
        one.start < start + Math.ceil(minutes / 5) * 5 &&
        one.start + one.minutes > start;
      if (start + Math.ceil(minutes / 5) * 5 <= from + cells * 5 && !busy.some(meets))
        found.push(`${day} ${start}`);
    }
  }
  return found;
}

/** The naive answer is on five-minute cells: a busy minute makes its whole cell busy. */
function onCells(one: Case): Case {
  const busy = one.busy.map((span) => {
    const start = one.from + Math.floor((span.start - one.from) / 5) * 5;
    const end = one.from + Math.ceil((span.start + span.minutes - one.from) / 5) * 5;
    return { ...span, start, minutes: end - start };
  });
  return { ...one, busy };
}

function slots(
  one: Case,
  damage: (made: Availability, busy: Busy) => Busy = (_, busy) => busy,
  longer = 0,
): string[] {
  const grid = availabilityGrid(one.days, one.from, one.from + one.cells * 5);
  const ids = Array.from({ length: one.people }, (_, index) => `p${index}`);
  const made = createAvailability(grid, ids);
  for (const span of one.busy) {
    const { person, day, start, minutes } = damage(made, span);
    markBusy(made, `p${person}`, day, start, start + minutes);
  }
  const minutes = one.minutes + longer;
  if (minutes > one.cells * 5) return [];
  return unwrap(findSlots(made, { required: ids, minutes })).map(({ day, start }) => `${day} ${start}`);
}

const agrees = (one: Case, ...rest: [((made: Availability, busy: Busy) => Busy)?, number?]) =>
  slots(one, ...rest).join() === naiveSlots(onCells(one)).join();
const caught =
  (...rest: [((made: Availability, busy: Busy) => Busy)?, number?]) =>
  (seed: number) =>
    fc.sample(cases, { seed, numRuns: 100 }).some((one) => !agrees(one, ...rest));

export const laws: readonly Law[] = [
  law({
    name: "a slot is free for everyone, minute by minute, and none is missed",
    gate: 150,
    nightly: 100_000,
    values: cases,
    holds: (one) => {
      if (!agrees(one)) return false;
      // To the minute: nobody has anything inside a slot that was found.
      return slots(one).every((text) => {
        const [day, start] = text.split(" ").map(Number) as [number, number];
        return one.busy.every(
          (busy) =>
            busy.person >= one.people ||
            busy.day !== day ||
            busy.start >= start + one.minutes ||
            busy.start + busy.minutes <= start,
        );
      });
    },
    faults: [
      {
        name: "a stretch of time is rounded inwards",
        caught: caught((_, busy) => ({ ...busy, minutes: Math.max(0, busy.minutes - 5) })),
      },
      { name: "the slot is one cell longer", caught: caught(undefined, 5) },
      {
        name: "the last person is not looked at",
        caught: caught((made, busy) =>
          busy.person === made.people.length - 1 ? { ...busy, person: 9 } : busy,
        ),
      },
    ],
  }),
];
