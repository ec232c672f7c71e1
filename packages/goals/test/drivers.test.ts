import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { DriverDiagram, effectsOf, poolContexts } from "../src/index.js";

const example = DriverDiagram.options.examples[0];

describe("a driver diagram", () => {
  it("reads its example and refuses each rule's bad example with its code", () => {
    expect(DriverDiagram.create({ id: "d", ...example }).ok).toBe(true);
    const codes = (DriverDiagram.options.rules ?? []).map((rule) => {
      const read = DriverDiagram.read({
        kind: "driver-diagram",
        schemaVersion: 1,
        id: "d",
        ...(rule.badExample as object),
      });
      return read.ok ? "accepted" : read.issues.map(({ code }) => code).join(" ");
    });
    expect(codes).toEqual([
      "duplicate-id",
      "unknown-link",
      "driver-circle",
      "no-successor",
      "ends-before-start",
      "act-before-study",
    ]);
  });
  it("refuses a test without a prediction", () => {
    const test = {
      ...example.tests[0]!,
      plan: { ...example.tests[0]!.plan, questions: [{ question: "Does it help?" }] },
    };
    const read = DriverDiagram.read({
      kind: "driver-diagram",
      schemaVersion: 1,
      id: "d",
      ...example,
      tests: [test, example.tests[1]],
    });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ["missing", "prediction"],
    ]);
  });
});

describe("pooling one idea over schools", () => {
  // Three effects with equal errors: DerSimonian and Laird by hand.
  const effects = [
    { context: "A", value: 0.1, standardError: 0.1, n: 60 },
    { context: "B", value: 0.5, standardError: 0.1, n: 60 },
    { context: "C", value: 0.3, standardError: 0.1, n: 60 },
  ];
  it("gives the mean with its range and the variation between places", () => {
    const pooled = poolContexts(effects)!;
    expect(pooled.mean).toBeCloseTo(0.3, 12);
    // Q = 8, k − 1 = 2, scale = 200: variance 0.03.
    expect(pooled.between ** 2).toBeCloseTo(0.03, 12);
    expect(pooled.inconsistency).toBeCloseTo(0.75, 12);
    expect(pooled.high - pooled.mean).toBeCloseTo(1.959963984540054 * Math.sqrt(0.04 / 3), 9);
    expect(pooled.nextPlace!.low).toBeLessThan(0);
    expect(pooled.contexts.map(({ context }) => context)).toEqual(["A", "B", "C"]);
  });
  it("promises nothing about a next place from one or two", () => {
    expect(poolContexts(effects.slice(0, 2))!.nextPlace).toBeNull();
    expect(poolContexts(effects.slice(0, 1))!.mean).toBeCloseTo(0.1, 12);
    expect(poolContexts([])).toBeNull();
    expect(poolContexts([{ context: "A", value: Number.NaN, standardError: 1, n: 3 }])).toBeNull();
  });
  it("collects effects from the tests of several diagrams", () => {
    const study = { outcomes: ["16 of 24"], learned: "x", effect: { value: 0.2, standardError: 0.1, n: 24 } };
    const one = { tests: [{ ...example.tests[0]!, study }] };
    const diagram = unwrap(DriverDiagram.create({ id: "d", ...example }));
    expect(effectsOf([one, diagram], "warm-up")).toEqual([
      { context: "7A", value: 0.2, standardError: 0.1, n: 24 },
    ]);
    expect(effectsOf([one], "other")).toEqual([]);
  });
});
