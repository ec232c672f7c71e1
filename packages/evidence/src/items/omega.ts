import { completeRows, covarianceMatrix, type ScoreMatrix } from "./score-matrix.js";

/** A one-factor model of the items. */
export interface OneFactor {
  /** McDonald's omega total. */
  readonly omega: number;
  readonly loadings: readonly number[];
  /** Residual variances. */
  readonly uniquenesses: readonly number[];
}

/**
 * McDonald's omega: the share of a score that the common factor explains, without alpha's demand that all items load
 * alike. Maximum likelihood of one factor on students with all answers (EM, Rubin and Thayer 1982). Null under three
 * items, without spread, or where a residual variance runs to zero.
 */
export function omega(scores: ScoreMatrix): OneFactor | null {
  if (completeRows(scores).length < 3 || (scores[0]?.length ?? 0) < 3) return null;
  const s = covarianceMatrix(scores, "complete");
  if (!s || s.some((row, i) => !(row[i]! > 0))) return null;
  const k = s.length;
  let loadings = s.map(
    (row, i) => 0.6 * Math.sqrt(row[i]!) * (row.reduce((a, b) => a + b, 0) < row[i]! ? -1 : 1),
  );
  let rest = s.map((row, i) => row[i]! - loadings[i]! ** 2);
  for (let step = 0; step < 20_000; step++) {
    const weights = loadings.map((l, i) => l / rest[i]!);
    const gain = 1 + loadings.reduce((sum, l, i) => sum + l * weights[i]!, 0);
    const beta = weights.map((w) => w / gain);
    const sBeta = s.map((row) => row.reduce((sum, value, j) => sum + value * beta[j]!, 0));
    const factor = 1 / gain + beta.reduce((sum, b, i) => sum + b * sBeta[i]!, 0);
    const next = sBeta.map((value) => value / factor);
    const nextRest = s.map((row, i) => row[i]! - next[i]! * sBeta[i]!);
    const moved = Math.max(...next.map((l, i) => Math.abs(l - loadings[i]!) / Math.sqrt(s[i]![i]!)));
    loadings = next;
    rest = nextRest;
    if (rest.some((value, i) => value < 1e-6 * s[i]![i]!)) return null;
    if (moved < 1e-12) break;
  }
  const common = loadings.reduce((a, b) => a + b, 0) ** 2;
  const noise = rest.reduce((a, b) => a + b, 0);
  return { omega: common / (common + noise), loadings, uniquenesses: rest.slice(0, k) };
}
