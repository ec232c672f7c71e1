import type { AgreementPanel } from "../agreement/panel.js";
import { wilsonInterval } from "../groups/proportion.js";
import type { TeamItemReport } from "../items/item-report.js";
import { runChart, xmrChart } from "../process/run-chart.js";
import { fill, percent, type ReportLocale, short } from "../reports/report.js";
import { rangeChart } from "./range-chart.js";
import { type SeriesLine, type SeriesPoint, seriesChart } from "./series-chart.js";
import type { Chart } from "./svg.js";

const TEXTS = {
  en: {
    items: "Right answers by item",
    itemsSaid: "{n} items; the hardest is {item} with {right} of {of} right.",
    of: "{x} of {n}",
    columns: ["item", "right", "from", "to"],
    groups: "Students at the cut by group",
    groupsSaid: "{n} groups, each with the range in which its share could lie by chance.",
    groupColumns: ["group", "at the cut", "from", "to"],
    run: "Run chart",
    runSaid: "{n} points around a median of {median}. {signal}",
    none: "No sign of a shift.",
    shift: "A shift: {longest} points in a row on one side of the median.",
    crossings: "Fewer crossings of the median than chance would bring.",
    median: "median",
    upper: "upper limit",
    lower: "lower limit",
    outside: "outside the limits",
    seriesColumns: ["when", "value", "signal"],
    agreement: "Agreement of scorers",
    agreementSaid: "{n} pieces, {scorers} scorers.",
    agreementColumns: ["index", "value", "from", "to"],
  },
  es: {
    items: "Aciertos por ítem",
    itemsSaid: "{n} ítems; el más difícil es {item} con {right} de {of} aciertos.",
    of: "{x} de {n}",
    columns: ["ítem", "aciertos", "desde", "hasta"],
    groups: "Estudiantes en el corte por grupo",
    groupsSaid: "{n} grupos, cada uno con el rango en que su proporción podría estar por azar.",
    groupColumns: ["grupo", "en el corte", "desde", "hasta"],
    run: "Gráfico de rachas",
    runSaid: "{n} puntos alrededor de una mediana de {median}. {signal}",
    none: "No hay señal de cambio.",
    shift: "Un cambio: {longest} puntos seguidos a un lado de la mediana.",
    crossings: "Menos cruces de la mediana de los que traería el azar.",
    median: "mediana",
    upper: "límite superior",
    lower: "límite inferior",
    outside: "fuera de los límites",
    seriesColumns: ["cuándo", "valor", "señal"],
    agreement: "Acuerdo entre evaluadores",
    agreementSaid: "{n} trabajos, {scorers} evaluadores.",
    agreementColumns: ["índice", "valor", "desde", "hasta"],
  },
} as const;

/** Right answers of each item, in the order of the quiz: counts of what happened, so no range is drawn. */
export function itemChart(report: TeamItemReport, id: string, locale: ReportLocale = "en"): Chart {
  const t = TEXTS[locale];
  const known = report.items.filter(({ of }) => of > 0);
  const hardest = known.reduce<(typeof known)[number] | undefined>(
    (worst, item) => (worst === undefined || item.right / item.of < worst.right / worst.of ? item : worst),
    undefined,
  );
  const said = hardest
    ? { n: report.items.length, item: hardest.id, right: hardest.right, of: hardest.of }
    : {};
  return rangeChart(
    { id, title: t.items, description: hardest ? fill(t.itemsSaid, said) : t.items, locale },
    {
      rows: report.items.map(({ id: label, right, of }) => ({
        label,
        value: of === 0 ? null : right / of,
        words: fill(t.of, { x: right, n: of }),
      })),
      from: 0,
      to: 1,
      columns: t.columns,
      format: percent,
    },
  );
}

/** Shares of students at a cut, by group in the order given, each with Wilson's interval. */
export function groupChart(
  groups: readonly { readonly name: string; readonly x: number; readonly n: number }[],
  id: string,
  locale: ReportLocale = "en",
): Chart {
  const t = TEXTS[locale];
  return rangeChart(
    { id, title: t.groups, description: fill(t.groupsSaid, { n: groups.length }), locale },
    {
      rows: groups.map(({ name, x, n }) => {
        const interval = wilsonInterval(x, n);
        return {
          label: name,
          value: n === 0 ? null : x / n,
          words: fill(t.of, { x, n }),
          ...(interval ? { low: interval.low, high: interval.high } : {}),
        };
      }),
      from: 0,
      to: 1,
      columns: t.groupColumns,
      format: percent,
    },
  );
}

/** A series around its median, with limits from 12 points on; signals by the rules of the run chart. */
export function processChart(
  series: readonly { readonly label: string; readonly value: number }[],
  id: string,
  locale: ReportLocale = "en",
): Chart {
  const t = TEXTS[locale];
  const values = series.map(({ value }) => value);
  const run = runChart(values);
  const xmr = xmrChart(values);
  const limits = xmr && xmr.standing !== "too-few" ? xmr : null;
  const beyond = new Set(limits ? [...limits.above, ...limits.below] : []);
  const across = (label: string, value: number, style: SeriesLine["style"]): SeriesLine => ({
    label,
    from: { x: 0, value },
    to: { x: Math.max(1, series.length - 1), value },
    style,
  });
  const signal = run?.shift
    ? fill(t.shift, { longest: run.longestRun })
    : run?.fewCrossings
      ? t.crossings
      : t.none;
  return seriesChart(
    {
      id,
      title: t.run,
      description: fill(t.runSaid, { n: series.length, median: run ? short(run.median) : "–", signal }),
      locale,
    },
    {
      points: series.map(
        ({ label, value }, x): SeriesPoint => ({
          x,
          label,
          value,
          words: short(value),
          ...(beyond.has(x) ? { signal: t.outside } : {}),
        }),
      ),
      lines: [
        ...(run ? [across(t.median, run.median, "solid")] : []),
        ...(limits ? [across(t.upper, limits.high, "dashed"), across(t.lower, limits.low, "dashed")] : []),
      ],
      columns: t.seriesColumns,
      format: short,
    },
  );
}

/** The indices of an agreement panel with their intervals; names come from the words of the report. */
export function agreementChart(
  panel: AgreementPanel,
  names: Readonly<Record<string, string>>,
  id: string,
  locale: ReportLocale = "en",
): Chart {
  const t = TEXTS[locale];
  return rangeChart(
    {
      id,
      title: t.agreement,
      description: fill(t.agreementSaid, { n: panel.pieces, scorers: panel.scorers }),
      locale,
    },
    {
      rows: panel.indices.map(({ name, value, interval }) => ({
        label: names[name] ?? name,
        value,
        words: value === null ? "–" : short(value),
        ...(interval ? { low: interval.low, high: interval.high } : {}),
      })),
      from: Math.min(0, ...panel.indices.map(({ interval }) => interval?.low ?? 0)),
      to: 1,
      columns: t.agreementColumns,
      format: short,
    },
  );
}
