import { Forms } from "./compare.mjs";

const number = (cell) => (cell === null ? null : Number(cell));
const pair = (interval) => interval && [interval.low, interval.high];

function test(rule) {
  const [, name, operator, value] = /^(\w+)(>=|<|=)(.+)$/.exec(rule);
  if (operator === "=") return (row) => row[name] === value;
  return (row) =>
    row[name] !== null && (operator === ">=" ? Number(row[name]) >= value : Number(row[name]) < value);
}

function fields({ n, means, deviations, d, g, glass, gInterval, gVariance, welch, interval }) {
  return {
    n1: n[0],
    n2: n[1],
    m1: means[0],
    m2: means[1],
    sd1: deviations[0],
    sd2: deviations[1],
    cohenD: d,
    hedgesGexactJ: g,
    effectsizeG: g,
    gCiNoncentral: pair(gInterval),
    glassDelta: glass,
    metaforG: g,
    metaforVar: gVariance,
    welchT: welch.t,
    welchDf: welch.df,
    welchP: welch.p,
    diffCi: pair(interval),
  };
}

export function meanDifference(e, { csv, y, group1, group2 }, table) {
  const values = (rule) =>
    table(csv)
      .rows.filter((row) => test(rule)(row) && row[y] !== null)
      .map((row) => Number(row[y]));
  return fields(e.meanDifference(values(group1), values(group2)));
}

export function hedges(e, { x, y }) {
  const found = e.meanDifference(x, y);
  const df = x.length + y.length - 2;
  return { ...fields(found), hedgesGapproxJ: found.d * (1 - 3 / (4 * df - 1)) };
}

export function proportions(e, { x, n }) {
  const ends = (interval, level) => x.map((count, i) => interval(count, n[i], level));
  const [wilson, corrected, exact] = [e.wilsonInterval, e.wilsonCorrectedInterval, e.exactInterval].map((f) =>
    ends(f),
  );
  const narrow = ends(e.wilsonInterval, 0.9);
  const low = (list) => list.map((interval) => interval.low);
  const high = (list) => list.map((interval) => interval.high);
  return {
    wilsonLo: low(wilson),
    wilsonHi: high(wilson),
    wilsonCcLo: low(corrected),
    wilsonCcHi: high(corrected),
    exactLo: low(exact),
    exactHi: high(exact),
    wilson90Lo: low(narrow),
    wilson90Hi: high(narrow),
  };
}

export function proficiency(e, { csv, rule, by }, table) {
  const { rows } = table(csv);
  const school = [...new Set(rows.map((row) => row[by]))].sort((a, b) => Number(a) - Number(b));
  const inSchool = school.map((name) => rows.filter((row) => row[by] === name));
  const count = (list) => list.filter(test(rule)).length;
  const n = inSchool.map((list) => list.length);
  const x = inSchool.map(count);
  const minority = inSchool.map((list) => list.filter((row) => row.Minority === "Yes"));
  const wilson = x.map((value, i) => e.wilsonInterval(value, n[i]));
  const exact = x.map((value, i) => e.exactInterval(value, n[i]));
  return {
    school,
    n,
    x,
    p: x.map((value, i) => value / n[i]),
    wLo: wilson.map(({ low }) => low),
    wHi: wilson.map(({ high }) => high),
    cpLo: exact.map(({ low }) => low),
    cpHi: exact.map(({ high }) => high),
    nMin: minority.map((list) => list.length),
    xMin: minority.map(count),
  };
}

export function risk(e, { csv, event, group1, group2 }, table) {
  const { rows } = table(csv);
  const [first, second] = [group1, group2].map((rule) => rows.filter(test(rule)));
  const [a, b] = [first, second].map((list) => list.filter(test(event)).length);
  const found = e.compareRisk(a, first.length, b, second.length);
  return {
    a,
    n1: first.length,
    b,
    n0: second.length,
    rr: found.ratio,
    seLogRr: found.ratioError,
    rrCi: pair(found.ratioInterval),
    or: found.odds,
    seLogOr: found.oddsError,
    rd: found.difference,
    seRd: found.differenceError,
    cohenH: found.h,
    chi2: new Forms({
      "without continuity correction": found.chiSquare,
      "with continuity correction": found.chiSquareCorrected,
    }),
  };
}

export function gapClosing(e, { csv, group, pre, post }, table) {
  const rows = table(csv).rows.filter(
    (row) => row[group] !== null && row[pre] !== null && row[post] !== null,
  );
  const of = (level) => {
    const own = rows.filter((row) => row[group] === level);
    return { before: own.map((row) => number(row[pre])), after: own.map((row) => number(row[post])) };
  };
  const found = e.gapChange(of("non-free"), of("free"), false);
  return {
    n: rows.length,
    gapPre: found.gap[0],
    gapPost: found.gap[1],
    gapPreSd: found.gapInDeviations[0],
    gapPostSd: found.gapInDeviations[1],
  };
}
