export function singleCase(e, { A, B, improvement }) {
  // The reference program stops its search for an end at this width.
  const found = e.overlap(A, B, improvement, { rootTolerance: Number.EPSILON ** 0.25 });
  const ratio = e.logResponseRatio(A, B, improvement);
  const difference = e.caseDifference(A, B, improvement);
  const estimate = ({ value, standardError, interval }) => ({
    Est: value,
    SE: standardError,
    CI_lower: interval.low,
    CI_upper: interval.high,
  });
  return {
    PND: { Est: found.pnd },
    PEM: { Est: found.pem },
    PAND: { Est: found.pand },
    IRD: { Est: found.ird },
    NAP: estimate({ value: found.nap, standardError: found.napError.unbiased, interval: found.napInterval }),
    NAPhanley: { Est: found.nap, SE: found.napError.hanley },
    NAPnull: { Est: found.nap, SE: found.napError.null },
    Tau: estimate({ value: found.tau, standardError: found.tauError, interval: found.tauInterval }),
    TauU: { Est: found.tauU },
    SMDbaseline: difference
      ? { ...estimate(difference), baseline_SD: difference.baselineDeviation }
      : withoutSpread(e, A, B, improvement),
    LRRi: ratio && estimate(ratio),
  };
}

/**
 * Before the intervention nothing varied: the package answers "cannot be known" (null). The reference program divides by
 * zero and prints infinities; this is the same answer in its notation.
 */
function withoutSpread(e, A, B, improvement) {
  const change = (e.mean(B) - e.mean(A)) * (improvement === "increase" ? 1 : -1);
  if (change === 0) return { Est: null, SE: null, CI_lower: null, CI_upper: null, baseline_SD: 0 };
  const far = change * Infinity;
  return {
    Est: far,
    SE: Infinity,
    CI_lower: far > 0 ? null : far,
    CI_upper: far > 0 ? far : null,
    baseline_SD: 0,
  };
}

export function xmr(e, { csv, series }, table) {
  const values = series ?? table(csv).rows.map((row) => Number(Object.values(row).at(-1)));
  const fields = (chart) => ({
    n: chart.n,
    centre: chart.centre,
    mrBar: chart.meanRange,
    unpl: chart.high,
    lnpl: chart.low,
    url: chart.rangeHigh,
    unplExact: chart.highExact,
    medianMr: chart.medianRange,
    unplMedianMr: chart.highByMedian,
    above: chart.above.map((i) => i + 1),
    below: chart.below.map((i) => i + 1),
    median: chart.median,
  });
  const run = e.runChart(values);
  return {
    base: fields(e.xmrChart(values.slice(0, 20))),
    all: fields(e.xmrChart(values)),
    run: {
      useful: run.useful,
      runs: run.runs,
      longest: run.longestRun,
      crossings: run.crossings,
      anhoejLongestLimit: run.longestLimit,
      anhoejCrossLimit: run.crossingsLimit,
    },
  };
}

export function proportionChart(e, { csv, by, event }, table) {
  const { rows } = table(csv);
  const [, name, cut] = /^(\w+)>=(.+)$/.exec(event);
  const school = [...new Set(rows.map((row) => row[by]))].sort((a, b) => Number(a) - Number(b));
  const units = school.map((id) => {
    const own = rows.filter((row) => row[by] === id);
    return { x: own.filter((row) => Number(row[name]) >= Number(cut)).length, n: own.length };
  });
  const plain = e.proportionChart(units);
  return {
    centre: plain.centre,
    ucl: plain.high,
    lcl: plain.low,
    school,
    outside: plain.outside.map((i) => school[i]),
    laneySigmaZ: e.laneyChart(units).widening,
  };
}
