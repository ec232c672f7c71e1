/** Rows by key, in the order of the file. */
function byKey(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    if (!groups.has(row[key])) groups.set(row[key], []);
    groups.get(row[key]).push(row);
  }
  return groups;
}

const numbers = (rows, name) => rows.map((row) => Number(row[name]));

export function theilSen(e, { csv, ids }, table) {
  const children = byKey(table(csv).rows, "childid");
  return ids.map((id) => {
    const x = numbers(children.get(id), "year");
    const y = numbers(children.get(id), "math");
    const line = e.theilSen(x, y);
    return {
      id,
      slope: line.slope,
      intercept: line.intercept,
      lo: line.low,
      hi: line.high,
      siegel: e.repeatedMedianSlope(x, y),
      tau: e.kendallTau(x, y),
    };
  });
}

function childLines(e, { csv, y, x, by, minPoints }, table) {
  return [...byKey(table(csv).rows, by)]
    .filter(([, rows]) => rows.length >= minPoints)
    .map(([child, rows]) => ({ child, ...e.leastSquares(numbers(rows, x), numbers(rows, y)) }));
}

export function lines(e, input, table, expect) {
  const all = new Map(childLines(e, input, table).map((line) => [line.child, line]));
  const list = expect.child.map((child) => all.get(child));
  const of = (field) => list.map((line) => line?.[field] ?? null);
  return {
    child: of("child"),
    n: of("n"),
    slope: of("slope"),
    intercept: of("intercept"),
    seSlope: of("slopeError"),
    seEst: of("residualDeviation"),
    r2: of("rSquared"),
  };
}

export function lineSummary(e, input, table) {
  const slopes = childLines(e, input, table).map(({ slope }) => slope);
  return {
    nChildren: slopes.length,
    meanSlope: e.mean(slopes),
    sdSlope: e.standardDeviation(slopes),
    medianSlope: e.median(slopes),
    minSlope: Math.min(...slopes),
    maxSlope: Math.max(...slopes),
    q: Object.fromEntries([10, 25, 50, 75, 90].map((q) => [`${q}%`, e.quantile(slopes, q / 100)])),
  };
}

export function regression(e, { csv, x }, table) {
  const { rows } = table(csv);
  const y = rows.map((row) => (Number(row.read) + Number(row.math)) / 2);
  const lunch = numbers(rows, x);
  const line = e.leastSquares(lunch, y);
  const grades = byKey(
    rows.map((row, i) => ({ grades: row.grades, y: y[i] })),
    "grades",
  );
  const students = numbers(rows, "students");
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  return {
    slope: line.slope,
    intercept: line.intercept,
    seSlope: line.slopeError,
    r2: line.rSquared,
    pearson: e.correlation(lunch, y),
    spearman: e.rankCorrelation(lunch, y),
    kendallB: e.kendallTau(lunch, y),
    meanByGrades: Object.fromEntries([...grades].map(([grade, own]) => [grade, e.mean(numbers(own, "y"))])),
    weightedMean: sum(y.map((value, i) => value * students[i])) / sum(students),
  };
}

export function valueAdded(e, { csv, y, prior, by }, table) {
  const scores = table(csv).rows.map((row) => ({
    unit: row[by],
    before: Number(row[prior]),
    after: Number(row[y]),
  }));
  const { value } = e.valueAdded(scores, "school");
  return {
    coef: [value.intercept, value.slope],
    sigma: value.residualDeviation,
    r2: value.rSquared,
    meanResidualBySchool: Object.fromEntries(
      value.units.map(({ unit, meanResidual }) => [unit, meanResidual]),
    ),
  };
}

export function growthPercentiles(e, { csv, y, prior, knots, boundary, taus, rows1based }, table) {
  const { rows } = table(csv);
  const before = numbers(rows, prior);
  const after = numbers(rows, y);
  const spline = { knots: Object.values(knots), boundary };
  const matrix = before.map((score) => e.splineRow(score, spline));
  let fit;
  const coefByTau = taus.map((tau) => {
    fit = e.quantileRegression(matrix, after, tau, fit);
    return fit.coefficients;
  });
  const sgp = e.growthPercentiles(before, after, spline).value;
  const schools = byKey(
    rows.map((row, i) => ({ school: row.school, sgp: sgp[i] })),
    "school",
  );
  return {
    coefByTau,
    sgp: rows1based.map((row) => sgp[row - 1]),
    medianSgpBySchool: Object.fromEntries(
      [...schools].map(([school, own]) => [school, e.median(own.map((one) => one.sgp))]),
    ),
  };
}

export function gain(e, { pre, post, reliability }) {
  const found = e.gains(pre, post, reliability);
  return {
    meanGain: found.meanGain,
    sdGain: found.gainDeviation,
    r: found.correlation,
    t: found.t,
    p: found.p,
    ci: [found.interval.low, found.interval.high],
    dz: found.dz,
    glassPre: found.glass,
    dav: found.dav,
    sem: found.measurementError,
    sdiff: found.differenceError,
    rci: found.reliableChange,
    nReliableGain: found.reliableGains,
    gainReliability: found.gainReliability,
  };
}
