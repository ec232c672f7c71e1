import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  distribute,
  expand,
  type Fit,
  fit,
  type GroupSize,
  library,
  type Part,
  type ProtocolDefinition,
} from "../src/index.js";

/** Totals that can be reached, by trying every choice of minutes and of times through a round. */
function bruteLeast(definition: ProtocolDefinition, people: number, from = 0, to?: number): number {
  let least = Number.POSITIVE_INFINITY;
  const counts = (definition.rounds ?? []).map((round) =>
    round.times === "people"
      ? [people]
      : Array.from(
          { length: round.times.usual - round.times.min + 1 },
          (_, i) => i + (round.times as { min: number }).min,
        ),
  );
  const choices = counts.reduce<number[][]>(
    (all, some) => all.flatMap((a) => some.map((n) => [...a, n])),
    [[]],
  );
  for (const choice of choices) {
    const times = Object.fromEntries((definition.rounds ?? []).map((round, i) => [round.id, choice[i]!]));
    const all = expand(definition, { people, times });
    const total = all.slice(from, to).reduce((sum, { step, speakers }) => {
      let best = Number.POSITIVE_INFINITY;
      for (let m = step.minutes.min; m <= step.minutes.max; m++) best = Math.min(best, m * speakers);
      return sum + best;
    }, 0);
    least = Math.min(least, total);
  }
  return least;
}

/** What `fit` must answer, found without its help. */
function bruteAnswer(definition: ProtocolDefinition, minutes: number, people: number) {
  const { min, max } = definition.group;
  const inGroup = people >= min && people <= max;
  if (inGroup && bruteLeast(definition, people) <= minutes) return { answer: "fits" };
  if (inGroup) {
    const fewest: GroupSize = {
      people,
      times: Object.fromEntries(
        (definition.rounds ?? []).flatMap((r) => (r.times === "people" ? [] : [[r.id, r.times.min]])),
      ),
    };
    const all = expand(definition, fewest);
    const part = (from: number, to: number) =>
      all.slice(from, to).reduce((sum, { step, speakers }) => sum + step.minutes.min * speakers, 0);
    for (let at = 1; at < all.length; at++) {
      if (all[at - 1]!.step.safeBreak && part(0, at) <= minutes && part(at, all.length) <= minutes)
        return { answer: "two-sittings" };
    }
  }
  const sized = Math.min(max, Math.max(min, people));
  let nearest: number | undefined;
  for (let n = min; n <= max; n++) {
    const closer = nearest === undefined || Math.abs(n - people) < Math.abs(nearest - people);
    if (bruteLeast(definition, n) <= minutes && closer) nearest = n;
  }
  return { answer: "does-not-fit", smallestSlot: bruteLeast(definition, sized), nearestGroup: nearest };
}

/** Whether an answer keeps to slot and ranges and is the one brute force finds. */
function isRight(definition: ProtocolDefinition, minutes: number, people: number, answer: Fit): boolean {
  const expected = bruteAnswer(definition, minutes, people);
  if (answer.answer !== expected.answer) return false;
  if (answer.answer === "does-not-fit") {
    return answer.smallestSlot === expected.smallestSlot && answer.nearestGroup === expected.nearestGroup;
  }
  const sittings = answer.answer === "fits" ? [answer] : answer.sittings;
  return sittings.every(
    ({ total, steps }) =>
      total <= minutes &&
      total === steps.reduce((sum, s) => sum + s.minutes * s.repeats, 0) &&
      steps.every((s) => {
        const range = definition.steps.find((step) => step.id === s.step)!.minutes;
        return s.minutes >= range.min && s.minutes <= range.max;
      }),
  );
}

const cases = fc.record({
  definition: fc.constantFrom(...library),
  minutes: fc.integer({ min: 0, max: 260 }),
  people: fc.integer({ min: 1, max: 44 }),
});

const broken = (name: string, spoil: (answer: Fit, minutes: number) => Fit) => ({
  name,
  caught: () =>
    library.some((definition) =>
      [20, 33, 60, 120].some((minutes) =>
        [3, 5, 8].some(
          (people) => !isRight(definition, minutes, people, spoil(fit(definition, minutes, people), minutes)),
        ),
      ),
    ),
});

type Share = {
  readonly parts: readonly { min: number; more: number; count: number }[];
  readonly slot: number;
};
const shares: fc.Arbitrary<Share> = fc.record({
  parts: fc.array(fc.record({ min: fc.nat(9), more: fc.nat(9), count: fc.integer({ min: 1, max: 6 }) }), {
    minLength: 1,
    maxLength: 8,
  }),
  slot: fc.nat(200),
});

function isFair({ parts: raw, slot }: Share, share: typeof distribute): boolean {
  const parts = raw.map(({ min, more, count }) => ({ min, max: min + more, count }));
  const minutes = share(parts, slot);
  const least = parts.reduce((sum, p) => sum + p.min * p.count, 0);
  if (!minutes) return least > slot;
  const left = slot - minutes.reduce((sum, m, i) => sum + m * parts[i]!.count, 0);
  return (
    left >= 0 &&
    parts.every(
      (p, i) => minutes[i]! >= p.min && minutes[i]! <= p.max && (minutes[i] === p.max || p.count > left),
    )
  );
}

const spoilt =
  (spoil: (minutes: readonly number[], parts: readonly Part[]) => readonly number[]) => (seed: number) =>
    fc.sample(shares, { seed, numRuns: 100 }).some(
      (value) =>
        !isFair(value, (parts, slot) => {
          const minutes = distribute(parts, slot);
          return minutes && spoil(minutes, parts);
        }),
    );

/** Laws about fitting a protocol to a period and a group. */
export const laws: readonly Law[] = [
  law({
    name: "fit equals brute force",
    gate: 1500,
    nightly: 100_000,
    values: cases,
    holds: ({ definition, minutes, people }) =>
      isRight(definition, minutes, people, fit(definition, minutes, people)),
    faults: [
      broken("a widened range", (a) =>
        a.answer === "fits"
          ? {
              ...a,
              steps: a.steps.map((s) => ({ ...s, minutes: s.minutes + 1 })),
              total: a.total + a.steps.reduce((n, s) => n + s.repeats, 0),
            }
          : a,
      ),
      broken("a wrong smallest slot", (a) =>
        a.answer === "does-not-fit" ? { ...a, smallestSlot: a.smallestSlot - 1 } : a,
      ),
      broken("a forgotten second sitting", (a) =>
        a.answer === "two-sittings"
          ? {
              answer: "does-not-fit",
              reason: "minutes",
              smallestSlot: 0,
              alternatives: [],
              because: a.because,
            }
          : a,
      ),
      broken("a farther group", (a) =>
        a.answer === "does-not-fit" && a.nearestGroup !== undefined
          ? { ...a, nearestGroup: a.nearestGroup + 1 }
          : a,
      ),
    ],
  }),
  law({
    name: "distribute keeps slot and ranges and leaves no minute that could be given",
    gate: 500,
    nightly: 100_000,
    values: shares,
    holds: (value) => isFair(value, distribute),
    faults: [
      {
        name: "one minute too many",
        caught: spoilt((minutes) => minutes.map((m, i) => (i === 0 ? m + 1 : m))),
      },
      { name: "minima alone", caught: spoilt((_, parts) => parts.map((part) => part.min)) },
    ],
  }),
];
