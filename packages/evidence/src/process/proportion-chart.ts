import { mean } from "../descriptive.js";
import { requireCount } from "../groups/proportion.js";
import type { CountOf } from "../groups/shrinkage.js";

/** Limits for shares of units of different size (schools, classes, months). */
export interface ProportionChart {
  readonly centre: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Index of every unit outside its limits. */
  readonly outside: readonly number[];
  /** Laney's σ_z: how much wider than chance the units spread; 1 for a plain p chart. */
  readonly widening: number;
}

/** d2 of the range of two values. */
const D2 = 1.128;

/**
 * The plain p chart or funnel plot: centre ± 3 √(p(1 − p)/n). Over-dispersed units (real schools) will be flagged for
 * being different, not for a signal: prefer {@link laneyChart}. Null where all units are empty.
 */
export function proportionChart(units: readonly CountOf[]): ProportionChart | null {
  return chart(units, () => 1);
}

/**
 * Laney's p′ chart: p chart limits widened by σ_z, the mean moving range of the standardised shares over 1.128, in the
 * order given (Laney 2002). Null where all units are empty.
 */
export function laneyChart(units: readonly CountOf[]): ProportionChart | null {
  return chart(units, (z) => {
    const ranges = z.slice(1).map((value, i) => Math.abs(value - z[i]!));
    return (mean(ranges) ?? D2) / D2;
  });
}

function chart(units: readonly CountOf[], widen: (z: readonly number[]) => number): ProportionChart | null {
  for (const { x, n } of units) requireCount(x, n);
  const total = units.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const centre = units.reduce((sum, { x }) => sum + x, 0) / total;
  const error = ({ n }: CountOf) => Math.sqrt((centre * (1 - centre)) / n);
  const z = units
    .filter(({ n }) => n > 0 && centre > 0 && centre < 1)
    .map((unit) => (unit.x / unit.n - centre) / error(unit));
  const widening = widen(z);
  const reach = (unit: CountOf) => (unit.n === 0 ? 1 : 3 * error(unit) * widening);
  const low = units.map((unit) => Math.max(0, centre - reach(unit)));
  const high = units.map((unit) => Math.min(1, centre + reach(unit)));
  const outside = units.flatMap(({ x, n }, i) => (n > 0 && (x / n < low[i]! || x / n > high[i]!) ? [i] : []));
  return { centre, low, high, outside, widening };
}
