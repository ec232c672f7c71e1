import { Forms } from "./compare.mjs";

const round3 = (value) => Math.round(value * 1000) / 1000;
const transpose = (rows) => rows[0].map((_, j) => rows.map((row) => row[j]));

export function fleiss(e, { ratings }) {
  const found = e.fleissKappa(ratings);
  return {
    fleiss: found.kappa,
    z: found.z,
    // The reference prints kappa by level with three decimals.
    perCategory: found.byLevel.map(round3),
    congerExact: found.exact,
    light: e.lightKappa(ratings),
    percentAgreeAll: 100 * e.shareAgreeing(ratings, 0),
  };
}

export function krippendorff(e, { ratersByUnits, ratingsByUnit }) {
  const ratings = ratingsByUnit ?? transpose(ratersByUnits);
  return Object.fromEntries(
    ["nominal", "ordinal", "interval", "ratio"].map((scale) => [scale, e.krippendorffAlpha(ratings, scale)]),
  );
}

export function gwet(e, { ratingsByUnit }) {
  return {
    ac1: e.gwetCoefficient(ratingsByUnit, "none"),
    ac2quadratic: e.gwetCoefficient(ratingsByUnit, "quadratic"),
  };
}

export function kappa(e, { table }) {
  const [plain, linear, quadratic] = ["none", "linear", "quadratic"].map((weights) =>
    e.cohenKappa(table, weights),
  );
  return {
    n: plain.n,
    po: plain.observed,
    kappa: plain.kappa,
    kappaAse: plain.standardError,
    linearWeighted: linear.kappa,
    linearAse: linear.standardError,
    quadWeighted: quadratic.kappa,
    quadAse: quadratic.standardError,
    psychKappa: plain.kappa,
    psychQuad: quadratic.kappa,
    adjacent: e.shareWithin(table, 1),
  };
}

function family(found) {
  return [found.single1, found.single2, found.single3, found.mean1, found.mean2, found.mean3];
}

const TYPES = ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"];

export function intraclass(e, { ratings }) {
  const all = family(e.intraclass(ratings));
  return {
    type: TYPES,
    icc: all.map(({ value }) => value),
    F: all.map(({ f }) => f),
    df1: all.map(({ df }) => df[0]),
    df2: all.map(({ df }) => df[1]),
    lo: all.map(({ interval }) => interval.low),
    hi: all.map(({ interval }) => interval.high),
  };
}

export function rubric(e, { ratings }) {
  const found = e.fleissKappa(ratings);
  return {
    percentAgreeAll: 100 * e.shareAgreeing(ratings, 0),
    percentAgreeTol1: 100 * e.shareAgreeing(ratings, 1),
    fleiss: found.kappa,
    conger: found.exact,
    lightKappa: e.lightKappa(ratings),
    kendallW: new Forms({
      "corrected for ties": e.kendallW(ratings),
      "not corrected for ties": e.kendallW(ratings, "uncorrected"),
    }),
    pairKappa: e.pairKappas(ratings, "none"),
    pairQuadKappa: e.pairKappas(ratings, "quadratic"),
    pairLinKappa: e.pairKappas(ratings, "linear"),
    iccType: TYPES,
    icc: family(e.intraclass(ratings)).map(({ value }) => value),
    raterMean: transpose(ratings).map((column) => e.mean(column)),
  };
}

function groupsOf({ csv, group }, table) {
  const groups = new Map();
  for (const row of table(csv).rows) groups.set(row[group], [...(groups.get(row[group]) ?? []), row]);
  return [...groups].sort(([a], [b]) => Number(a) - Number(b));
}

export function groupAgreement(e, input, table) {
  const values = groupsOf(input, table).map(([, rows]) => rows.map((row) => Number(row[input.y])));
  const found = e.groupAgreement(values);
  const components = e.varianceComponents(values);
  return {
    msb: found.between,
    msw: found.within,
    F: found.f,
    meanGroupSize: found.meanSize,
    n0: found.adjustedSize,
    icc1_meanSize: found.icc1MeanSize,
    icc2: found.icc2,
    icc1_n0: found.icc1,
    remlTau: components.between,
    remlSigma2: components.within,
    remlIcc: components.icc,
  };
}

export function withinGroup(e, input, table) {
  const groups = groupsOf(input, table);
  const found = groups.map(([, rows]) =>
    e.withinGroupAgreement(
      rows.map((row) => input.items.map((item) => Number(row[item]))),
      input.ranvar,
    ),
  );
  return {
    group: groups.map(([name]) => name),
    rwgj: found.map(({ scale }) => scale),
    gsize: found.map(({ n }) => n),
    rwgFirstItem: found.map(({ items }) => items[0]),
    adMean: found.map(({ meanDeviation }) => meanDeviation),
  };
}
