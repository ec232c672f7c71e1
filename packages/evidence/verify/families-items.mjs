const number = (cell) => (cell === null ? null : Number(cell));
const matrix = ({ columns, rows }) => rows.map((row) => columns.map((name) => number(row[name])));
const complete = (rows) => rows.filter((row) => row.every((cell) => cell !== null));
const named = (names, values) => Object.fromEntries(names.map((name, i) => [name, values[i]]));

export function itemStatistics(e, { csv }, table) {
  const { columns } = table(csv);
  const scores = complete(matrix(table(csv)));
  const items = e.itemStatistics(scores);
  const totals = scores.map((row) => row.reduce((a, b) => a + b, 0));
  const found = e.reliability(scores, "complete");
  const { kr20, kr21 } = e.kuderRichardson(scores);
  const of = (field) => items.map((item) => item[field]);
  return {
    n: scores.length,
    k: columns.length,
    p: named(columns, of("difficulty")),
    itemSd: named(columns, of("deviation")),
    pointBiserial: named(columns, of("itemTotal")),
    correctedItemTotal: of("itemRest"),
    totalMean: e.mean(totals),
    totalVarSample: e.variance(totals),
    alpha: alphaFields(found),
    kr: { kr20PopVar: kr20, kr21 },
    sem: e.standardErrorOfMeasurement(e.standardDeviation(totals), found.alpha),
  };
}

function alphaFields({ alpha, standardised, lambda6, standardError, ifDropped }) {
  return { raw: alpha, std: standardised, g6: lambda6, ase: standardError, alphaIfDropped: ifDropped };
}

export function pairwiseAlpha(e, { csv }, table) {
  return { alpha: alphaFields(e.reliability(matrix(table(csv)), "pairwise")) };
}

export function alpha(e, { csv, items }, table) {
  const scores = table(csv).rows.map((row) => items.map((name) => number(row[name])));
  return { alpha: e.reliability(scores, "pairwise").alpha };
}

export function likert(e, { csv, items, key, reverse }, table) {
  const top = Number(reverse.match(/\d+/)[0]);
  const scores = table(csv).rows.map((row) =>
    items.map((name, i) => {
      const cell = number(row[name]);
      return cell === null ? null : key[i] < 0 ? top - cell : cell;
    }),
  );
  const answered = items.map((_, i) => scores.map((row) => row[i]).filter((cell) => cell !== null));
  const share = (test) =>
    named(
      items,
      answered.map((cells) => cells.filter(test).length / cells.length),
    );
  const means = scores
    .map((row) => row.filter((cell) => cell !== null))
    .filter((row) => row.length >= 3)
    .map((row) => e.mean(row));
  return {
    alphaPairwise: e.reliability(scores, "pairwise").alpha,
    alphaComplete: e.reliability(scores, "complete").alpha,
    nComplete: e.completeRows(scores).length,
    meanOfRowMeansMin3: e.mean(means),
    sdOfRowMeansMin3: e.standardDeviation(means),
    nScored: means.length,
    favourable56: share((cell) => cell >= 5),
    topBox6: share((cell) => cell === 6),
    itemN: named(
      items,
      answered.map((cells) => cells.length),
    ),
    omegaTotalCfaML: e.omega(scores)?.omega ?? null,
  };
}

export function distractors(e, { csv, key }, table) {
  const { columns } = table(csv);
  const answers = complete(matrix(table(csv)));
  const right = answers.map((row) => row.map((cell, i) => (cell === key[i] ? 1 : 0)));
  const totals = right.map((row) => row.reduce((a, b) => a + b, 0));
  return named(
    columns,
    columns.map((_, i) =>
      e
        .optionSummaries(
          answers.map((row) => String(row[i])),
          totals.map((total, s) => total - right[s][i]),
          String(key[i]),
        )
        .sort((a, b) => Number(a.option) - Number(b.option))
        .map(({ option, count, share, meanRest, restCorrelation }) => ({
          option: Number(option),
          n: count,
          share,
          meanRestScore: meanRest,
          restCorrelation,
        })),
    ),
  );
}

export function differentialFunctioning(e, { csv, group }, table, expect) {
  const { columns, rows } = table(csv);
  const items = expect.map(({ item }) => item);
  const all = columns.filter((name) => rows.every((row) => row[name] === null || /^[01]$/.test(row[name])));
  const scores = rows.map((row) => all.map((name) => number(row[name])));
  const found = e.differentialFunctioning(
    scores,
    rows.map((row) => row[group] !== "F"),
  );
  return items.map((item) => {
    // Stated orientation: rows F, M and columns 0, 1, so that the odds are those of a wrong answer.
    const { oddsRatio, delta, chiSquare, p } = found[all.indexOf(item)];
    return { item, alphaMH: 1 / oddsRatio, dMH: -delta, chi2: chiSquare, p };
  });
}
