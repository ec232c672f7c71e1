import { IssueError } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import * as evidence from "../src/index.js";

const awkward: Record<string, number[]> = {
  empty: [],
  "one value": [3],
  constant: [2, 2, 2, 2, 2, 2],
  two: [1, 4],
  zeros: [0, 0, 0, 0],
  huge: [1e300, 1e300, 1e300],
  "not a number": [1, Number.NaN, 3, 4],
  infinite: [1, Number.POSITIVE_INFINITY, 3, 4],
};

/** Every function of plain series, called with the same awkward series everywhere. */
const calls: Record<string, (v: number[]) => unknown> = {
  mean: evidence.mean,
  variance: evidence.variance,
  standardDeviation: evidence.standardDeviation,
  median: evidence.median,
  skewness: evidence.skewness,
  medianAbsoluteDeviation: evidence.medianAbsoluteDeviation,
  quantile: (v) => evidence.quantile(v, 0.3),
  correlation: (v) => evidence.correlation(v, [...v].reverse()),
  rankCorrelation: (v) => evidence.rankCorrelation(v, [...v].reverse()),
  kendallTau: (v) => evidence.kendallTau(v, [...v].reverse()),
  meanDifference: (v) => evidence.meanDifference(v, v),
  gapChange: (v) => evidence.gapChange({ before: v, after: v }, { before: v, after: v }, true),
  gains: (v) => evidence.gains(v, [...v].reverse(), 0.9),
  leastSquares: (v) => evidence.leastSquares(v, [...v].reverse()),
  theilSen: (v) => evidence.theilSen(v, [...v].reverse()),
  repeatedMedianSlope: (v) => evidence.repeatedMedianSlope(v, [...v].reverse()),
  linearRegression: (v) => evidence.linearRegression([v], [...v].reverse()),
  gainBands: (v) => evidence.gainBands(v, [...v].reverse()),
  valueAdded: (v) =>
    evidence.valueAdded(
      v.map((x, i) => ({ unit: `u${i % 2}`, before: x, after: x })),
      "school",
    ),
  overlap: (v) => evidence.overlap(v, v, "increase"),
  logResponseRatio: (v) => evidence.logResponseRatio(v, v, "increase"),
  caseDifference: (v) => evidence.caseDifference(v, v, "decrease"),
  runChart: evidence.runChart,
  xmrChart: (v) => evidence.xmrChart(v),
  provostSignals: (v) => evidence.provostSignals(v),
  shrinkSlopes: (v) => evidence.shrinkSlopes(v.map((slope) => ({ slope, standardError: 0 }))),
  reliability: (v) =>
    evidence.reliability(
      v.map((x) => [x, x, x]),
      "complete",
    ),
  pairwise: (v) =>
    evidence.reliability(
      v.map((x) => [x, null, x]),
      "pairwise",
    ),
  itemStatistics: (v) => evidence.itemStatistics(v.map((x) => [x, x])),
  omega: (v) => evidence.omega(v.map((x) => [x, x, x, x])),
  intraclass: (v) => evidence.intraclass(v.map((x) => [x, x])),
  krippendorffAlpha: (v) =>
    evidence.krippendorffAlpha(
      v.map((x) => [x, x]),
      "ratio",
    ),
  gwetCoefficient: (v) =>
    evidence.gwetCoefficient(
      v.map((x) => [x, x]),
      "quadratic",
    ),
  fleissKappa: (v) => evidence.fleissKappa(v.map((x) => [x, x, x])),
  kendallW: (v) => evidence.kendallW(v.map((x) => [x, x, x])),
  lightKappa: (v) => evidence.lightKappa(v.map((x) => [x, x, x])),
  scorersNeeded: (v) =>
    evidence.scorersNeeded(
      v.map((x) => [x, x]),
      0.8,
    ),
  groupAgreement: (v) => evidence.groupAgreement([v, v]),
  varianceComponents: (v) => evidence.varianceComponents([v, v]),
  withinGroupAgreement: (v) =>
    evidence.withinGroupAgreement(
      v.map((x) => [x, x]),
      2,
    ),
};

function holdsNan(value: unknown): boolean {
  if (typeof value === "number") return Number.isNaN(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsNan);
}

describe("never NaN out", () => {
  for (const [name, call] of Object.entries(calls)) {
    for (const [kind, values] of Object.entries(awkward)) {
      it(`${name} of ${kind}`, () => {
        let result: unknown;
        try {
          result = call(values);
        } catch (error) {
          expect(error).toBeInstanceOf(IssueError);
          expect(["not a number", "infinite"]).toContain(kind);
          return;
        }
        expect(holdsNan(result)).toBe(false);
      });
    }
  }
  it("counts that are none, and groups without anybody", () => {
    expect(() => evidence.wilsonInterval(5, 3)).toThrow(RangeError);
    expect(() => evidence.wilsonInterval(Number.NaN, 3)).toThrow(IssueError);
    expect(evidence.exactInterval(0, 0)).toBeNull();
    expect(evidence.newcombeInterval(0, 0, 1, 2)).toBeNull();
    expect(holdsNan(evidence.compareRisk(0, 10, 0, 10))).toBe(false);
    expect(evidence.compareRisk(0, 10, 3, 10).ratio).toBeNull();
    expect(holdsNan(evidence.compareRisk(0, 0, 3, 10))).toBe(false);
    expect(evidence.shrinkShares([{ x: 0, n: 0 }])).toEqual({ prior: null, shares: [null] });
    expect(evidence.proportionChart([{ x: 0, n: 0 }])).toBeNull();
    expect(
      holdsNan(
        evidence.laneyChart([
          { x: 5, n: 5 },
          { x: 5, n: 5 },
        ]),
      ),
    ).toBe(false);
    expect(
      evidence.cohenKappa(
        [
          [4, 0],
          [0, 0],
        ],
        "quadratic",
      ),
    ).toBeNull();
    expect(holdsNan(evidence.mantelHaenszel([[0, 0, 5, 5]]))).toBe(false);
  });
});
