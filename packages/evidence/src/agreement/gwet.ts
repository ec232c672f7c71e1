import { levelsOf, type Ratings, requireRatings } from "./ratings.js";

/**
 * Gwet's AC1 (no weights) or AC2 (weights): agreement where one level dominates and kappa would fall near zero although
 * scorers agree. Missing ratings allowed; levels are those used. Null where no piece has two ratings or only one level
 * was ever given (Gwet 2014).
 */
export function gwetCoefficient(ratings: Ratings, weights: "none" | "linear" | "quadratic"): number | null {
  requireRatings(ratings);
  const levels = levelsOf(ratings);
  const c = levels.length;
  if (c < 2) return null;
  const range = levels[c - 1]! - levels[0]!;
  const w = (i: number, j: number) => {
    const step = Math.abs(levels[i]! - levels[j]!) / range;
    return weights === "none" ? (i === j ? 1 : 0) : weights === "linear" ? 1 - step : 1 - step * step;
  };
  const counts = ratings.map((row) => levels.map((level) => row.filter((value) => value === level).length));
  const sizes = counts.map((row) => row.reduce((a, b) => a + b, 0));
  const rated = counts.filter((_, s) => sizes[s]! > 0);
  const paired = counts.filter((_, s) => sizes[s]! > 1);
  if (paired.length === 0) return null;
  const observed =
    paired.reduce((sum, row) => {
      const size = row.reduce((a, b) => a + b, 0);
      const inner = row.reduce((total, count, i) => {
        const near = row.reduce((all, other, j) => all + w(i, j) * other, 0);
        return total + count * (near - 1);
      }, 0);
      return sum + inner / (size * (size - 1));
    }, 0) / paired.length;
  const shares = levels.map(
    (_, k) => rated.reduce((sum, row) => sum + row[k]! / row.reduce((a, b) => a + b, 0), 0) / rated.length,
  );
  let weightSum = 0;
  for (let i = 0; i < c; i++) for (let j = 0; j < c; j++) weightSum += w(i, j);
  const chance = (weightSum / (c * (c - 1))) * shares.reduce((sum, p) => sum + p * (1 - p), 0);
  return 1 - chance < 1e-12 ? null : (observed - chance) / (1 - chance);
}
