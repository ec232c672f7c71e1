import { mean, median } from "../descriptive.js";
import { binomialQuantile } from "../distributions/binomial.js";

/** What a run chart says: whether a series moved, by rules that hold their false alarms near 5 %. */
export interface RunChart {
  readonly n: number;
  readonly median: number;
  /** Points not on the median; those on it are skipped. */
  readonly useful: number;
  readonly runs: number;
  readonly longestRun: number;
  readonly crossings: number;
  readonly longestLimit: number;
  readonly crossingsLimit: number;
  /** Longest run above its limit. */
  readonly shift: boolean;
  /** Fewer crossings than the limit. */
  readonly fewCrossings: boolean;
}

/**
 * Run chart of a series in time order with the two rules of Anhøj and Olesen (2014): a longest run above
 * round(log2 n) + 3, or crossings below the 5 % point of a binomial. The trend rule is left out: it finds nothing.
 * Null for an empty series.
 */
export function runChart(values: readonly number[]): RunChart | null {
  const centre = median(values);
  if (centre === null) return null;
  const sides = values.filter((value) => value !== centre).map((value) => value > centre);
  const useful = sides.length;
  let runs = useful > 0 ? 1 : 0;
  let length = runs;
  let longestRun = runs;
  for (let i = 1; i < useful; i++) {
    if (sides[i] === sides[i - 1]) length++;
    else {
      runs++;
      length = 1;
    }
    longestRun = Math.max(longestRun, length);
  }
  const crossings = Math.max(0, runs - 1);
  const longestLimit = useful < 1 ? 0 : Math.round(Math.log2(useful)) + 3;
  const crossingsLimit = useful < 2 ? 0 : binomialQuantile(0.05, useful - 1, 0.5);
  return {
    n: values.length,
    median: centre,
    useful,
    runs,
    longestRun,
    crossings,
    longestLimit,
    crossingsLimit,
    shift: longestRun > longestLimit,
    fewCrossings: crossings < crossingsLimit,
  };
}

/** The older set of run chart rules (Provost and Murray 2011), for places that must use it. */
export interface ProvostSignals {
  /** Six or more on one side of the median. */
  readonly shift: boolean;
  /** Five or more all rising or all falling; off unless asked for, since it hardly ever tells signal from noise. */
  readonly trend: boolean;
}

/** Provost's rules as an option; the trend rule only where asked for. */
export function provostSignals(values: readonly number[], withTrend = false): ProvostSignals {
  const chart = runChart(values);
  let rising = 1;
  let falling = 1;
  let longest = 1;
  const distinct = values.filter((value, i) => i === 0 || value !== values[i - 1]);
  for (let i = 1; i < distinct.length; i++) {
    const up = distinct[i]! > distinct[i - 1]!;
    rising = up ? rising + 1 : 1;
    falling = up ? 1 : falling + 1;
    longest = Math.max(longest, rising, falling);
  }
  return { shift: (chart?.longestRun ?? 0) >= 6, trend: withTrend && longest >= 5 };
}

/** An XmR chart: single values and their moving ranges. */
export interface XmrChart {
  readonly n: number;
  readonly centre: number;
  readonly median: number;
  readonly meanRange: number;
  readonly medianRange: number;
  /** Natural process limits: centre ± 2.66 mean ranges. */
  readonly low: number;
  readonly high: number;
  /** Upper limit by the exact constant 3/(2/√π). */
  readonly highExact: number;
  /** Upper limit by 3.145 median ranges, steadier where one jump is large. */
  readonly highByMedian: number;
  /** Upper limit of the ranges: 3.267 mean ranges. */
  readonly rangeHigh: number;
  /** Index of every value above or below the limits. */
  readonly above: readonly number[];
  readonly below: readonly number[];
  /** Eight or more values in a row on one side of the centre. */
  readonly longRun: boolean;
  /** Under 12 values: show the median and no limits. Under 20: limits are provisional. */
  readonly standing: "too-few" | "provisional" | "settled";
}

/**
 * XmR chart of a series in time order, with limits frozen on the first `baseline` values.
 * Null under two baseline values. Most school series have four to nine points a year: `standing` says when to show none.
 */
export function xmrChart(values: readonly number[], baseline: number = values.length): XmrChart | null {
  const base = values.slice(0, baseline);
  if (base.length < 2) return null;
  const ranges = base.slice(1).map((value, i) => Math.abs(value - base[i]!));
  const centre = mean(base)!;
  const meanRange = mean(ranges)!;
  const medianRange = median(ranges)!;
  const [low, high] = [centre - 2.66 * meanRange, centre + 2.66 * meanRange];
  let run = 0;
  let side = 0;
  let longRun = false;
  for (const value of values) {
    const now = Math.sign(value - centre);
    run = now === 0 ? 0 : now === side ? run + 1 : 1;
    side = now;
    longRun ||= run >= 8;
  }
  return {
    n: base.length,
    centre,
    median: median(base)!,
    meanRange,
    medianRange,
    low,
    high,
    highExact: centre + ((3 * Math.sqrt(Math.PI)) / 2) * meanRange,
    highByMedian: centre + 3.145 * medianRange,
    rangeHigh: 3.267 * meanRange,
    above: values.flatMap((value, i) => (value > high ? [i] : [])),
    below: values.flatMap((value, i) => (value < low ? [i] : [])),
    longRun,
    standing: base.length < 12 ? "too-few" : base.length < 20 ? "provisional" : "settled",
  };
}
