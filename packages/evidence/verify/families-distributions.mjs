import { Forms } from "./compare.mjs";

export const tQuantiles = (e, { p, df }) => ({ q: p.map((value, i) => e.tQuantile(value, df[i])) });
export const normalQuantiles = (e, { p }) => ({ q: p.map(e.normalQuantile) });
export const tUpper = (e, { t, df }) => ({ p: t.map((value, i) => e.tTails(value, df[i]).upper) });
export const normalTails = (e, { z }) => ({
  p: z.map((value) => e.normalTails(value).lower),
  upper: z.map((value) => e.normalTails(value).upper),
});
export const fUpper = (e, { f, d1, d2 }) => ({ p: f.map((value, i) => e.fTails(value, d1[i], d2[i]).upper) });
export const chiSquareUpper = (e, { x, k }) => ({
  p: x.map((value, i) => e.chiSquareTails(value, k[i]).upper),
});

export function quantiles(e, { csv, col, q }, table) {
  const values = table(csv)
    .rows.map((row) => row[col])
    .filter((value) => value !== null)
    .map(Number);
  const of = (type) => q.map((share) => e.quantile(values, share, type));
  return {
    type7: of(7),
    type2: of(2),
    type6: of(6),
    mad: e.medianAbsoluteDeviation(values),
    skew: new Forms({
      "divisor n − 1 in the spread": e.skewness(values, 3),
      "divisor n in the spread": e.skewness(values, 1),
    }),
    trim20: e.trimmedMean(values, 0.2),
  };
}

export function norris(e, { x, y }) {
  const line = e.leastSquares(x, y);
  return {
    slope: line.slope,
    intercept: line.intercept,
    seSlope: line.slopeError,
    seIntercept: line.interceptError,
    residSd: line.residualDeviation,
    r2: line.rSquared,
  };
}

export function longley(e, { y, X }) {
  // The matrix may come with its column of ones, by rows or by columns.
  const byRows = X.length === y.length;
  const columns = byRows ? X[0].map((_, j) => X.map((row) => row[j])) : X;
  const own = columns.filter((column) => column.some((value) => value !== column[0]));
  const fit = e.linearRegression(own, y);
  return { coef: fit.coefficients, se: fit.errors, residSd: fit.residualDeviation, r2: fit.rSquared };
}

export function accuracy(e, input) {
  const values = input.x ?? input.values ?? byRule(input.rule);
  return { mean: e.mean(values), sd: e.standardDeviation(values) };
}

/** "1.2 then 500 x (1.1,1.3)" */
function byRule(rule) {
  const [first, times, ...pair] = rule.match(/\d+(\.\d+)?/g).map(Number);
  return [first, ...Array.from({ length: times }, () => pair).flat()];
}
