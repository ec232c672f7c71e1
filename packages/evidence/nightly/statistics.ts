import { law } from "@collegium/testing";
import fc from "fast-check";
import {
  cohenKappa,
  krippendorffAlpha,
  meanDifference,
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

export const laws = [
  law({
    name: "Wilson's interval lies in 0 to 1 and contains the share",
    gate: 200,
    nightly: 50_000,
    values: fc.nat({ max: 500 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n))),
    holds: ([x, n]) => {
      const interval = wilsonInterval(x, n);
      return n === 0
        ? interval === null
        : interval!.low >= 0 &&
            interval!.high <= 1 &&
            interval!.low <= x / n &&
            interval!.high >= x / n &&
            interval!.high > interval!.low;
    },
    faults: [{ name: "Wald at 0 of 10", caught: () => !(0 + 1.96 * Math.sqrt(0 / 10) > 0) }],
  }),
  law({
    name: "alpha never exceeds 1 and does not depend on the order of students or a shift",
    gate: 60,
    nightly: 20_000,
    values: fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 20,
    }),
    holds: (rows) => {
      const alpha = reliability(rows, "complete").alpha;
      const turned = reliability(
        [...rows].reverse().map((row) => row.map((cell) => cell + 7)),
        "complete",
      ).alpha;
      if (alpha === null || turned === null) return alpha === turned;
      return alpha <= 1 + 1e-12 && near(alpha, turned);
    },
  }),
  law({
    name: "g turns its sign with the groups, and keeps it under scale and shift",
    gate: 60,
    nightly: 20_000,
    values: fc.tuple(scores(2, 12), scores(2, 12)),
    holds: ([a, b]) => {
      const g = meanDifference(a, b)?.g ?? null;
      const back = meanDifference(b, a)?.g ?? null;
      const scaled =
        meanDifference(
          a.map((v) => 3 * v + 5),
          b.map((v) => 3 * v + 5),
        )?.g ?? null;
      return g === null ? back === null && scaled === null : near(g, -back!) && near(g, scaled!);
    },
  }),
  law({
    name: "NAP of A and B and of B and A add up to 1, and tau is 2 NAP − 1",
    gate: 60,
    nightly: 20_000,
    values: fc.tuple(scores(3, 9), scores(3, 9)),
    holds: ([a, b]) => {
      const there = overlap(a, b, "increase")!;
      const back = overlap(b, a, "increase")!;
      return (
        near(there.nap, 1 - back.nap) &&
        near(there.tau, 2 * there.nap - 1) &&
        there.napInterval.low <= there.nap &&
        there.nap <= there.napInterval.high
      );
    },
  }),
  law({
    name: "kappa is 1 exactly where scorers always agree",
    gate: 60,
    nightly: 20_000,
    values: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
      maxLength: 30,
    }),
    holds: (pairs) => {
      const table = [0, 1, 2, 3].map((i) =>
        [0, 1, 2, 3].map((j) => pairs.filter(([a, b]) => a === i && b === j).length),
      );
      const equal = pairs.every(([a, b]) => a === b);
      const kappa = cohenKappa(table, "none");
      const alpha = krippendorffAlpha(pairs, "nominal");
      const one = (value: number) => Math.abs(value - 1) < 1e-12;
      return (kappa === null || one(kappa.kappa) === equal) && (alpha === null || one(alpha) === equal);
    },
  }),
  law({
    name: "a quantile's tail is the share asked for",
    gate: 60,
    nightly: 20_000,
    values: fc.tuple(fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true }), fc.integer({ min: 1, max: 500 })),
    holds: ([p, df]) => {
      const { lower, upper } = tTails(tQuantile(p, df), df);
      return p < 0.5 ? near(lower / p, 1) : near(upper / (1 - p), 1, 1e-6);
    },
  }),
  law({
    name: "quantiles rise and stay inside the data, by every definition",
    gate: 60,
    nightly: 20_000,
    values: fc.tuple(
      scores(1, 30),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    holds: ([values, a, b]) =>
      ([2, 6, 7] as const).every((type) => {
        const [low, high] = [
          quantile(values, Math.min(a, b), type)!,
          quantile(values, Math.max(a, b), type)!,
        ];
        return low <= high + 1e-9 && low >= Math.min(...values) && high <= Math.max(...values);
      }),
  }),
];
