import { describe, expect, it } from "vitest";
import { betaQuantile, incompleteBeta, tQuantile, tTails } from "../src/index.js";

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / wanted;

describe("far tails, against values computed with 40 digits", () => {
  it("t far beyond where a square overflows", () => {
    // Cauchy: 1/(π t).
    expect(relative(tTails(1e200, 1).upper, 1 / (Math.PI * 1e200))).toBeLessThan(1e-12);
    expect(relative(-tQuantile(1e-300, 1), 1 / (Math.PI * 1e-300))).toBeLessThan(1e-11);
    expect(relative(-tQuantile(1e-300, 1.2), 4.020549315132889e249)).toBeLessThan(1e-11);
    expect(tTails(1e308, 5)).toEqual({ lower: 1, upper: 0 });
  });
  it("a beta quantile of a tiny share that lies near one", () => {
    // I(0.8; 1000, 0.2) by series.
    const share = incompleteBeta(1000, 0.2, 0.8).lower;
    expect(relative(share, 3.853497311600907e-100)).toBeLessThan(1e-12);
    expect(betaQuantile(share, 1000, 0.2)).toBeCloseTo(0.8, 12);
  });
  it("the incomplete beta function where rounded sides seem to be each other's", () => {
    // F = 2.68 at 1 and 17 degrees of freedom: both x and y lie above their mean by a rounding.
    const f = 2.6842105263157894;
    const { lower, upper } = incompleteBeta(0.5, 8.5, f / (f + 17), 17 / (f + 17));
    const near = incompleteBeta(0.5, 8.5, f / (f + 17) - 1e-9, 17 / (f + 17) + 1e-9);
    expect(lower).toBeCloseTo(near.lower, 7);
    expect(upper).toBeCloseTo(near.upper, 7);
  });
  it("both sides of the incomplete beta function keep their digits", () => {
    expect(relative(incompleteBeta(80, 0.2, 0.001).lower, 6.539491544864654e-243)).toBeLessThan(1e-12);
    const { lower, upper } = incompleteBeta(10, 3, 1 - 1e-9);
    expect(lower).toBe(1);
    expect(upper).toBeGreaterThan(0);
  });
});
