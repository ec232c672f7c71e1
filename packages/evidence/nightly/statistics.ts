import { law } from "@collegium/testing";
import fc from "fast-check";
import {
  cohenKappa,
  krippendorffAlpha,
  meanDifference,
  normalQuantile,
  overlap,
  quantile,
  reliability,
  tQuantile,
  tTails,
  wilsonInterval,
} from "../src/index.js";

const scores = (min: number, max: number) =>
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: min, maxLength: max });
const near = (a: number, b: number, tolerance = 1e-9) =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** Each claim takes the function it is about, so that a wrong one can be planted. */
const alphaHolds =
  (alphaOf: (rows: number[][]) => number | null) =>
  (rows: number[][]): boolean => {
    const alpha = alphaOf(rows);
    const turned = alphaOf([...rows].reverse().map((row) => row.map((cell) => cell + 7)));
    if (alpha === null || turned === null) return alpha === turned;
    return alpha <= 1 + 1e-12 && near(alpha, turned);
  };

type Pair = readonly [number[], number[]];

const gHolds =
  (gOf: (a: number[], b: number[]) => number | null) =>
  ([a, b]: Pair): boolean => {
    const g = gOf(a, b);
    const back = gOf(b, a);
    const stretch = (values: number[]) => values.map((value) => 3 * value + 5);
    const scaled = gOf(stretch(a), stretch(b));
    return g === null ? back === null && scaled === null : near(g, -back!) && near(g, scaled!);
  };

const napHolds =
  (napOf: typeof overlap) =>
  ([a, b]: Pair): boolean => {
    const there = napOf(a, b, "increase")!;
    const back = napOf(b, a, "increase")!;
    const inside = there.napInterval.low <= there.nap && there.nap <= there.napInterval.high;
    return near(there.nap, 1 - back.nap) && near(there.tau, 2 * there.nap - 1) && inside;
  };

type Scored = readonly (readonly [number, number])[];

const kappaHolds =
  (kappaOf: (table: number[][]) => number | null) =>
  (pairs: Scored): boolean => {
    const levels = [0, 1, 2, 3];
    const table = levels.map((i) => levels.map((j) => pairs.filter(([a, b]) => a === i && b === j).length));
    const equal = pairs.every(([a, b]) => a === b);
    const alpha = krippendorffAlpha(pairs, "nominal");
    const fits = (value: number | null) => value === null || Math.abs(value - 1) < 1e-12 === equal;
    return fits(kappaOf(table)) && fits(alpha);
  };

const tailHolds =
  (quantileOf: typeof tQuantile) =>
  ([p, df]: readonly [number, number]): boolean => {
    const { lower, upper } = tTails(quantileOf(p, df), df);
    return p < 0.5 ? near(lower / p, 1) : near(upper / (1 - p), 1, 1e-6);
  };

const quantileHolds =
  (quantileOf: typeof quantile) =>
  ([values, a, b]: readonly [number[], number, number]): boolean =>
    ([2, 6, 7] as const).every((type) => {
      const low = quantileOf(values, Math.min(a, b), type)!;
      const high = quantileOf(values, Math.max(a, b), type)!;
      return low <= high + 1e-9 && low >= Math.min(...values) && high <= Math.max(...values);
    });

const wilsonHolds =
  (intervalOf: typeof wilsonInterval) =>
  ([x, n]: readonly [number, number]): boolean => {
    const interval = intervalOf(x, n);
    if (n === 0) return interval === null;
    const { low, high } = interval!;
    return low >= 0 && high <= 1 && low <= x / n && high >= x / n && high > low;
  };

const wald = (x: number, n: number) => {
  if (n === 0) return null;
  const half = 1.96 * Math.sqrt(((x / n) * (1 - x / n)) / n);
  return { low: x / n - half, high: x / n + half };
};

const fault = (name: string, holds: boolean) => ({ name, caught: () => !holds });
const whole = fc.integer({ min: 0, max: 3 });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

export const laws = [
  law({
    name: "Wilson's interval lies in 0 to 1 and contains the share",
    gate: 200,
    nightly: 50_000,
    values: fc.nat({ max: 500 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n))),
    holds: wilsonHolds(wilsonInterval),
    faults: [
      fault("Wald at 0 of 10", wilsonHolds(wald)([0, 10])),
      fault("Wald at 1 of 10", wilsonHolds(wald)([1, 10])),
    ],
  }),
  law({
    name: "alpha never exceeds 1 and does not depend on the order of students or a shift",
    gate: 60,
    nightly: 20_000,
    values: fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 20,
    }),
    holds: alphaHolds((rows) => reliability(rows, "complete").alpha),
    faults: [
      fault(
        "a zero taken for a missing answer",
        alphaHolds(
          (rows) =>
            reliability(
              rows.map((row) => row.map((cell) => cell || null)),
              "pairwise",
            ).alpha,
        )([
          [0, 2, 1, 3],
          [1, 0, 2, 2],
          [4, 5, 5, 4],
          [2, 3, 3, 1],
        ]),
      ),
    ],
  }),
  law({
    name: "g turns its sign with the groups, and keeps it under scale and shift",
    gate: 30,
    nightly: 20_000,
    values: fc.tuple(scores(2, 12), scores(2, 12)),
    holds: gHolds((a, b) => meanDifference(a, b)?.g ?? null),
    faults: [
      fault(
        "Glass for Hedges",
        gHolds((a, b) => meanDifference(a, b)?.glass ?? null)([
          [1, 2, 12],
          [3, 4, 5],
        ]),
      ),
      fault(
        "points for deviations",
        gHolds((a, b) => meanDifference(a, b)?.difference ?? null)([
          [1, 2],
          [3, 5],
        ]),
      ),
    ],
  }),
  law({
    name: "NAP of A and B and of B and A add up to 1, and tau is 2 NAP − 1",
    gate: 60,
    nightly: 20_000,
    values: fc.tuple(scores(3, 9), scores(3, 9)),
    holds: napHolds(overlap),
    faults: [
      fault(
        "share above the best of A for NAP",
        napHolds((a, b, improvement) => {
          const found = overlap(a, b, improvement);
          return found && { ...found, nap: found.pnd };
        })([
          [1, 2, 3],
          [2, 3, 4],
        ]),
      ),
    ],
  }),
  law({
    name: "kappa is 1 exactly where scorers always agree",
    gate: 60,
    nightly: 20_000,
    values: fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 30 }),
    holds: kappaHolds((table) => cohenKappa(table, "none")?.kappa ?? null),
    faults: [
      fault(
        "adjacent levels taken as equal",
        kappaHolds(() => 1)([
          [0, 1],
          [2, 2],
          [3, 3],
        ]),
      ),
    ],
  }),
  law({
    name: "a quantile's tail is the share asked for",
    gate: 60,
    nightly: 20_000,
    values: fc.tuple(fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true }), fc.integer({ min: 1, max: 500 })),
    holds: tailHolds(tQuantile),
    faults: [fault("the normal for t", tailHolds((p) => normalQuantile(p))([0.975, 5]))],
  }),
  law({
    name: "quantiles rise and stay inside the data, by every definition",
    gate: 60,
    nightly: 20_000,
    values: fc.tuple(scores(1, 30), unit, unit),
    holds: quantileHolds(quantile),
    faults: [
      fault(
        "a quantile beyond the ends",
        quantileHolds((values, q) => (q + 0.5) * Math.max(...Array.from(values)))([[1, 2, 3], 0.2, 0.9]),
      ),
    ],
  }),
];
