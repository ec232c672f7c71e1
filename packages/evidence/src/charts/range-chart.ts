import { at, type Chart, type ChartLabels, escaped, frame, htmlTable, ticks } from "./svg.js";

/** One line of a range chart. */
export interface RangeRow {
  readonly label: string;
  /** Null draws no dot, for what is withheld or unknown; a range alone is drawn where it may be shown. */
  readonly value: number | null;
  /** The doubt around the value, or the range in place of it; leave out for counts of what happened. */
  readonly low?: number;
  readonly high?: number;
  /** The value in words, counts first: "14 of 24". */
  readonly words: string;
}

/** What a range chart shows. */
export interface RangeChartInput {
  readonly rows: readonly RangeRow[];
  readonly from: number;
  readonly to: number;
  /** A value all rows are held against, for example a cut. */
  readonly mark?: { readonly value: number; readonly label: string };
  /** Column names of the table: label, value in words, from, to. */
  readonly columns: readonly [string, string, string, string];
  /** A value as text on the axis and in the table. */
  readonly format: (value: number) => string;
}

const WIDTH = 640;
const ROW = 28;
const LABEL = 190;
const WORDS = 110;

/**
 * One dot a row, with a line for its doubt: items of a quiz, groups with intervals, indices of agreement. Rows stay in the
 * order given; nothing is told by colour alone.
 */
export function rangeChart(labels: ChartLabels, input: RangeChartInput): Chart {
  const { rows, from, to, mark, format, columns } = input;
  const mirrored = labels.direction === "rtl";
  const height = rows.length * ROW + 56;
  const span = WIDTH - LABEL - WORDS - 20;
  const x = (value: number) => {
    const share = to > from ? (Math.min(to, Math.max(from, value)) - from) / (to - from) : 0;
    return mirrored ? WIDTH - LABEL - share * span : LABEL + share * span;
  };
  const edge = mirrored ? WIDTH - 4 : 4;
  const far = mirrored ? 4 : WIDTH - 4;
  const bottom = rows.length * ROW + 14;
  const grid = ticks(from, to).map(
    (value) =>
      `<line x1="${at(x(value))}" y1="10" x2="${at(x(value))}" y2="${bottom}" stroke="currentColor" stroke-opacity="0.15"/>` +
      `<text x="${at(x(value))}" y="${bottom + 16}" text-anchor="middle">${escaped(format(value))}</text>`,
  );
  const marker = mark
    ? [
        `<line x1="${at(x(mark.value))}" y1="6" x2="${at(x(mark.value))}" y2="${bottom}" stroke="currentColor" stroke-dasharray="4 3"/>` +
          `<text x="${at(x(mark.value))}" y="${bottom + 34}" text-anchor="middle">${escaped(mark.label)}</text>`,
      ]
    : [];
  const lines = rows.map(({ label, value, low, high, words }, i) => {
    const y = i * ROW + 28;
    const range =
      low === undefined || high === undefined
        ? ""
        : `<line x1="${at(x(low))}" y1="${y - 4}" x2="${at(x(high))}" y2="${y - 4}" stroke="currentColor" stroke-width="3" stroke-opacity="0.45"/>`;
    const dot = value === null ? "" : `<circle cx="${at(x(value))}" cy="${y - 4}" r="5"/>`;
    return `<text x="${edge}" y="${y}" text-anchor="start">${escaped(shortened(label))}</text>${range}${dot}<text x="${far}" y="${y}" text-anchor="end">${escaped(words)}</text>`;
  });
  const table = rows.map(({ label, low, high, words }) => [
    label,
    words,
    low === undefined ? "" : format(low),
    high === undefined ? "" : format(high),
  ]);
  return {
    svg: frame(labels, WIDTH, height, [...grid, ...marker, ...lines]),
    table: htmlTable(labels.title, columns, table, labels),
  };
}

function shortened(label: string): string {
  return label.length > 26 ? `${label.slice(0, 25)}…` : label;
}
