import { normalQuantile, normalTails, tQuantile } from "@collegium/evidence";
import type { DriverDiagram } from "./driver-diagram.js";

/** The effect of one change idea in one place. */
export interface ContextEffect {
  readonly context: string;
  readonly value: number;
  readonly standardError: number;
  readonly n: number;
}

/** One change idea over the places that tried it, with its variation: what works, for whom, where. */
export interface PooledIdea {
  /** In the order tried: places are not ranked. */
  readonly contexts: readonly ContextEffect[];
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation of the true effects between places. */
  readonly between: number;
  /** Share of the variation that is more than chance. */
  readonly inconsistency: number;
  /** Where the effect in a next place will likely lie; null under three places. */
  readonly nextPlace: { readonly low: number; readonly high: number } | null;
  /** Chance that the effect in a next place is above zero, from the mean and variation; null under three places. */
  readonly chanceAbove: number | null;
}

/**
 * Pools the effects of one change idea over schools or classes (random effects, DerSimonian and Laird 1986), with 95 %
 * ranges for the mean and for a next place. Null without an effect, or where a standard error is not above zero.
 */
export function poolContexts(contexts: readonly ContextEffect[]): PooledIdea | null {
  const k = contexts.length;
  if (k === 0 || contexts.some(({ value, standardError }) => !Number.isFinite(value) || !(standardError > 0)))
    return null;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const fixed = contexts.map(({ standardError }) => standardError ** -2);
  const average = (weights: readonly number[]) =>
    sum(contexts.map(({ value }, i) => weights[i]! * value)) / sum(weights);
  const centre = average(fixed);
  const q = sum(contexts.map(({ value }, i) => fixed[i]! * (value - centre) ** 2));
  const scale = sum(fixed) - sum(fixed.map((w) => w * w)) / sum(fixed);
  const variance = k > 1 ? Math.max(0, (q - (k - 1)) / scale) : 0;
  const weights = contexts.map(({ standardError }) => 1 / (standardError ** 2 + variance));
  const mean = average(weights);
  const error = Math.sqrt(1 / sum(weights));
  const z = normalQuantile(0.975);
  const spread = Math.sqrt(variance + error * error);
  const reach = k > 2 ? tQuantile(0.975, k - 2) * spread : null;
  return {
    contexts,
    mean,
    low: mean - z * error,
    high: mean + z * error,
    between: Math.sqrt(variance),
    inconsistency: q > 0 ? Math.max(0, (q - (k - 1)) / q) : 0,
    nextPlace: reach === null ? null : { low: mean - reach, high: mean + reach },
    chanceAbove: reach === null ? null : normalTails(mean / spread).lower,
  };
}

/** Effects of the tests of one change idea, over any number of schools' diagrams. */
export function effectsOf(diagrams: readonly Pick<DriverDiagram, "tests">[], idea: string): ContextEffect[] {
  return diagrams.flatMap(({ tests }) =>
    tests.flatMap(({ idea: tested, context, title, study }) =>
      tested === idea && study?.effect ? [{ context: context ?? title, ...study.effect }] : [],
    ),
  );
}
