import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { collect } from "../collect.js";
import { mean } from "../descriptive.js";
import { tQuantile } from "../distributions/student-t.js";
import type { Interval } from "../groups/proportion.js";
import { linearRegression } from "./regression.js";

/** One student's scores and the school or programme the student was in. */
export interface UnitScores {
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}

/** How a school's or programme's students did against students with like earlier scores. */
export interface UnitValueAdded {
  readonly unit: string;
  readonly n: number;
  /** Mean residual, in points. */
  readonly meanResidual: number;
  /** Interval of the mean residual; null under two students. */
  readonly interval: Interval | null;
}

/** A value-added report with its model. */
export interface ValueAdded {
  readonly intercept: number;
  readonly slope: number;
  readonly residualDeviation: number | null;
  readonly rSquared: number | null;
  /** In the order in which units first appear: intervals overlap, so there is no ranking. */
  readonly units: readonly UnitValueAdded[];
}

/**
 * Mean residual of schools or programmes after regressing scores on earlier scores, with intervals. Never for a teacher:
 * classes are small and not drawn by lot, and such numbers name chance as merit.
 *
 * Issue codes: `not-for-teachers`, `cannot-be-known`; warning `not-a-cause`.
 */
export function valueAdded(
  scores: readonly UnitScores[],
  unitKind: "school" | "programme",
  level = 0.95,
): Result<ValueAdded> {
  if (unitKind !== "school" && unitKind !== "programme") {
    return fail({
      code: "not-for-teachers",
      path: ["unitKind"],
      message: "Value added is for schools and programmes only.",
      hint: "Look at student work with the teacher instead.",
    });
  }
  const fit = linearRegression(
    [scores.map(({ before }) => before)],
    scores.map(({ after }) => after),
  );
  if (!fit) {
    return fail({
      code: "cannot-be-known",
      path: ["scores"],
      message: "The earlier scores do not vary enough.",
    });
  }
  const residuals = collect(scores.map(({ unit }, s) => [unit, fit.residuals[s]!] as const));
  const units = [...residuals].map(([unit, values]) => unitOf(unit, values, level));
  const { coefficients, residualDeviation, rSquared } = fit;
  return ok({ intercept: coefficients[0]!, slope: coefficients[1]!, residualDeviation, rSquared, units }, [
    WARNING,
  ]);
}

const WARNING: Issue = {
  code: "not-a-cause",
  path: [],
  message:
    "A mean residual is not the effect of a school: intake, chance and what the test misses are in it.",
  hint: "Ask what the students of this unit met that others did not.",
};

function unitOf(unit: string, values: readonly number[], level: number): UnitValueAdded {
  const n = values.length;
  const centre = mean(values)!;
  if (n < 2) return { unit, n, meanResidual: centre, interval: null };
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (n - 1) / n);
  const half = tQuantile((1 + level) / 2, n - 1) * spread;
  return { unit, n, meanResidual: centre, interval: { low: centre - half, high: centre + half } };
}
