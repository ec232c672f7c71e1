import { mean } from "../descriptive.js";
import { fQuantile } from "../distributions/tails.js";
import type { Interval } from "../groups/proportion.js";
import { completeRatings, type Ratings, requireRatings } from "./ratings.js";

/** One intraclass correlation. */
export interface IntraclassCorrelation {
  readonly value: number;
  readonly interval: Interval;
  readonly f: number;
  readonly df: readonly [number, number];
}

/** The family of intraclass correlations (Shrout and Fleiss 1979, McGraw and Wong 1996). */
export interface IntraclassFamily {
  readonly pieces: number;
  readonly scorers: number;
  /** Other scorers for every piece. */
  readonly single1: IntraclassCorrelation;
  /** The same scorers, drawn from many: one teacher's score. */
  readonly single2: IntraclassCorrelation;
  /** The same scorers and no others: order only. */
  readonly single3: IntraclassCorrelation;
  /** The same three for the mean of all scorers. */
  readonly mean1: IntraclassCorrelation;
  readonly mean2: IntraclassCorrelation;
  readonly mean3: IntraclassCorrelation;
  /** Mean squares between pieces, between scorers, and of the rest. */
  readonly meanSquares: { readonly pieces: number; readonly scorers: number; readonly rest: number };
}

/** Mean squares of pieces scored by everybody, and their numbers. */
interface Squares {
  readonly n: number;
  readonly k: number;
  readonly pieces: number;
  readonly scorers: number;
  readonly rest: number;
  readonly within: number;
}

function squaresOf(ratings: Ratings): Squares | null {
  const k = requireRatings(ratings);
  const rows = completeRatings(ratings);
  const n = rows.length;
  if (n < 2 || k < 2) return null;
  const grand = mean(rows.flat())!;
  const rowMeans = rows.map((row) => mean(row)!);
  const columnMeans = Array.from({ length: k }, (_, r) => mean(rows.map((row) => row[r]!))!);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const pieces = (k * sum(rowMeans.map((m) => (m - grand) ** 2))) / (n - 1);
  const scorers = (n * sum(columnMeans.map((m) => (m - grand) ** 2))) / (k - 1);
  const within = sum(rows.map((row, s) => sum(row.map((v) => (v - rowMeans[s]!) ** 2)))) / (n * (k - 1));
  const rest =
    sum(rows.map((row, s) => sum(row.map((v, r) => (v - rowMeans[s]! - columnMeans[r]! + grand) ** 2)))) /
    ((n - 1) * (k - 1));
  const scale = 1e-12 * (grand * grand + pieces);
  return pieces > scale && rest > scale && within > scale ? { n, k, pieces, scorers, rest, within } : null;
}

/**
 * ICC(2,1) and ICC(2,k) without intervals: agreement of one scorer, and of the mean of all. Null where {@link intraclass} is;
 * the mean's also where the spread of the pieces is estimated at nothing or less.
 */
export function agreementOfScores(
  ratings: Ratings,
): { readonly single: number; readonly mean: number | null } | null {
  const found = squaresOf(ratings);
  if (!found) return null;
  const { n, k, pieces, scorers, rest } = found;
  const spread = pieces + (scorers - rest) / n;
  return {
    single: (pieces - rest) / (pieces + (k - 1) * rest + (k * (scorers - rest)) / n),
    mean: spread > 1e-9 * (pieces + rest) ? (pieces - rest) / spread : null,
  };
}

/**
 * How much of the spread of scores is the students' work and how much the scorer, from pieces scored by everybody.
 * Null under two pieces or scorers, where nothing varies, or where the spread of the pieces is estimated at nothing or less.
 */
export function intraclass(ratings: Ratings, level = 0.95): IntraclassFamily | null {
  const found = squaresOf(ratings);
  if (!found) return null;
  const { n, k, pieces, scorers, rest, within } = found;
  const tail = (1 + level) / 2;
  const oneWay = family(pieces / within, n - 1, n * (k - 1), k, tail);
  const consistency = family(pieces / rest, n - 1, (n - 1) * (k - 1), k, tail);
  const agreement = absolute(pieces, scorers, rest, n, k, tail);
  if (!(pieces + (scorers - rest) / n > 1e-9 * (pieces + rest))) return null;
  return {
    pieces: n,
    scorers: k,
    single1: oneWay.single,
    single2: agreement.single,
    single3: consistency.single,
    mean1: oneWay.mean,
    mean2: agreement.mean,
    mean3: consistency.mean,
    meanSquares: { pieces, scorers, rest },
  };
}

function family(f: number, df1: number, df2: number, k: number, tail: number) {
  const low = f / fQuantile(tail, df1, df2);
  const high = f * fQuantile(tail, df2, df1);
  const single = (ratio: number) => (ratio - 1) / (ratio + k - 1);
  const average = (ratio: number) => 1 - 1 / ratio;
  const of = (form: (ratio: number) => number): IntraclassCorrelation => ({
    value: form(f),
    interval: { low: form(low), high: form(high) },
    f,
    df: [df1, df2],
  });
  return { single: of(single), mean: of(average) };
}

/** ICC(2,·) with the interval of McGraw and Wong through Satterthwaite's degrees of freedom. */
function absolute(msr: number, msc: number, mse: number, n: number, k: number, tail: number) {
  const value = (msr - mse) / (msr + (k - 1) * mse + (k * (msc - mse)) / n);
  const fj = msc / mse;
  const part = n * (1 + (k - 1) * value) - k * value;
  const v =
    ((k - 1) * (n - 1) * (k * value * fj + part) ** 2) /
    ((n - 1) * k ** 2 * value ** 2 * fj ** 2 + part ** 2);
  const upper = fQuantile(tail, n - 1, v);
  const lower = fQuantile(tail, v, n - 1);
  const scorers = k * msc + (k * n - k - n) * mse;
  const low = (n * (msr - upper * mse)) / (upper * scorers + n * msr);
  const high = (n * (lower * msr - mse)) / (scorers + n * lower * msr);
  const rest = { f: msr / mse, df: [n - 1, (n - 1) * (k - 1)] as const };
  const average = (single: number) => (single * k) / (1 + single * (k - 1));
  return {
    single: { value, interval: { low, high }, ...rest },
    mean: {
      value: (msr - mse) / (msr + (msc - mse) / n),
      interval: { low: average(low), high: average(high) },
      ...rest,
    },
  };
}

/**
 * How many scorers a mean score needs to be trusted: the generalisability coefficient of the mean of 1, 2, 3 … scorers,
 * σ²p / (σ²p + (σ²r + σ²pr)/n). Variance components below zero count as zero; null where {@link intraclass} is.
 */
export function scorersNeeded(
  ratings: Ratings,
  wanted: number,
  most = 20,
): { readonly needed: number | null; readonly byNumber: readonly number[] } | null {
  const found = squaresOf(ratings);
  if (!found) return null;
  const { n, k, pieces, scorers, rest } = found;
  const ofPieces = Math.max(0, (pieces - rest) / k);
  const ofScorers = Math.max(0, (scorers - rest) / n);
  const byNumber = Array.from(
    { length: most },
    (_, i) => ofPieces / (ofPieces + (ofScorers + rest) / (i + 1)),
  );
  const first = byNumber.findIndex((value) => value >= wanted);
  return { needed: first === -1 ? null : first + 1, byNumber };
}
