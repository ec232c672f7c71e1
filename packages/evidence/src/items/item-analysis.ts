import { correlation, mean, standardDeviation } from "../descriptive.js";
import { normalQuantile } from "../distributions/normal.js";
import { requireMatrix, type ScoreMatrix } from "./score-matrix.js";

/** Classical statistics of one item, from students with all answers. */
export interface ItemStatistics {
  readonly n: number;
  /** Mean score divided by the highest score. */
  readonly difficulty: number | null;
  /** Divisor n − 1. */
  readonly deviation: number | null;
  /** Correlation with the total that includes the item: inflated, badly so under 20 items. */
  readonly itemTotal: number | null;
  /** Correlation with the total of the other items: the discrimination to use. */
  readonly itemRest: number | null;
  /** 95 % interval of the item-rest correlation by Fisher's z; null under four students. */
  readonly itemRestInterval: readonly [number, number] | null;
  /** Upper minus lower 27 % group, ties at the cut shared; null where it cannot be known. */
  readonly upperLower: number | null;
}

/**
 * Difficulty and discrimination of every item, so that a team talks about the right question and not about noise.
 * Students with any missing answer are left out; a correlation without spread is null, never 0.
 * @param max - Highest score of each item; 1 where absent.
 */
export function itemStatistics(scores: ScoreMatrix, max: readonly number[] = []): ItemStatistics[] {
  const k = requireMatrix(scores);
  const rows = scores.filter((row): row is number[] => row.every((cell) => cell !== null));
  const totals = rows.map((row) => row.reduce((a, b) => a + b, 0));
  return Array.from({ length: k }, (_, j) => {
    const column = rows.map((row) => row[j]!);
    const centre = mean(column);
    const itemRest = correlation(
      column,
      totals.map((total, s) => total - column[s]!),
    );
    const highest = max[j] ?? 1;
    return {
      n: rows.length,
      difficulty: centre === null ? null : centre / highest,
      deviation: standardDeviation(column),
      itemTotal: correlation(column, totals),
      itemRest,
      itemRestInterval: correlationInterval(itemRest, rows.length),
      upperLower: upperLower(
        column.map((score) => score / highest),
        totals,
      ),
    };
  });
}

/**
 * 95 % interval of a correlation by Fisher's z transformation; null under four pairs or without a correlation.
 * @example
 * ```ts
 * correlationInterval(0.5, 3); // => null
 * ```
 */
export function correlationInterval(r: number | null, n: number, level = 0.95): [number, number] | null {
  if (r === null || n < 4) return null;
  if (Math.abs(r) === 1) return [r, r];
  const z = Math.atanh(r);
  const half = normalQuantile((1 + level) / 2) / Math.sqrt(n - 3);
  return [Math.tanh(z - half), Math.tanh(z + half)];
}

/** Mean of the item in the upper 27 % minus that in the lower; students tied at the cut count in part (Kelley 1939). */
function upperLower(item: readonly number[], totals: readonly number[]): number | null {
  const size = Math.round(0.27 * item.length);
  if (size < 1 || item.length < 4) return null;
  const groupMean = (sign: 1 | -1) => {
    const order = [...totals.keys()].sort((a, b) => sign * (totals[b]! - totals[a]!));
    const cut = totals[order[size - 1]!]!;
    const inside = order.filter((s) => sign * (totals[s]! - cut) > 0);
    const tied = order.filter((s) => totals[s] === cut);
    const part = (size - inside.length) / tied.length;
    const sum = (group: readonly number[]) => group.reduce((total, s) => total + item[s]!, 0);
    return (sum(inside) + part * sum(tied)) / size;
  };
  return groupMean(1) - groupMean(-1);
}
