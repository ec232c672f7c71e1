import { at, type Chart, type ChartLabels, escaped, frame, htmlTable, ticks } from "./svg.js";

/** One point of a series. */
export interface SeriesPoint {
  /** Place on the time axis, for example days from the start. */
  readonly x: number;
  readonly label: string;
  readonly value: number;
  /** The value in words, counts first. */
  readonly words: string;
  /** A signal, drawn as a ring and said in the table. */
  readonly signal?: string;
}

/** A straight line drawn with the series: a median, a limit, an aim line, a forecast's edge. */
export interface SeriesLine {
  readonly label: string;
  readonly from: { readonly x: number; readonly value: number };
  readonly to: { readonly x: number; readonly value: number };
  readonly style: "solid" | "dashed" | "dotted";
}

/** What a series chart shows. */
export interface SeriesChartInput {
  readonly points: readonly SeriesPoint[];
  readonly lines?: readonly SeriesLine[];
  /** Ends of the value axis; from the data where absent. */
  readonly from?: number;
  readonly to?: number;
  /** Column names of the table: time, value, signal. */
  readonly columns: readonly [string, string, string];
  /** A value as text on the axis. */
  readonly format: (value: number) => string;
}

const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 56;
const RIGHT = 120;
const TOP = 14;
const BOTTOM = 44;
const DASHES = { solid: "", dashed: ' stroke-dasharray="6 4"', dotted: ' stroke-dasharray="2 4"' } as const;

/** A series over time with its lines, each named where it ends; time runs from the reading side of the locale. */
export function seriesChart(labels: ChartLabels, input: SeriesChartInput): Chart {
  const { points, lines = [], format, columns } = input;
  const values = [
    ...points.map(({ value }) => value),
    ...lines.flatMap(({ from, to }) => [from.value, to.value]),
  ];
  const places = [...points.map(({ x }) => x), ...lines.flatMap(({ from, to }) => [from.x, to.x])];
  const low = input.from ?? Math.min(...values, 0);
  const high = input.to ?? Math.max(...values, low + 1);
  const first = Math.min(...places, 0);
  const last = Math.max(...places, first + 1);
  const mirrored = labels.direction === "rtl";
  const x = (place: number) => {
    const share = (place - first) / (last - first);
    const across = LEFT + share * (WIDTH - LEFT - RIGHT);
    return mirrored ? WIDTH - across : across;
  };
  const y = (value: number) => {
    const share = (Math.min(high, Math.max(low, value)) - low) / (high - low);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  };
  const [near, far] = mirrored ? [WIDTH - LEFT, RIGHT] : [LEFT, WIDTH - RIGHT];
  const grid = ticks(low, high).map(
    (value) =>
      `<line x1="${near}" y1="${at(y(value))}" x2="${far}" y2="${at(y(value))}" stroke="currentColor" stroke-opacity="0.15"/>` +
      `<text x="${mirrored ? near + 6 : near - 6}" y="${at(y(value) + 4)}" text-anchor="end">${escaped(format(value))}</text>`,
  );
  const drawn = lines.map(
    ({ label, from, to, style }) =>
      `<line x1="${at(x(from.x))}" y1="${at(y(from.value))}" x2="${at(x(to.x))}" y2="${at(y(to.value))}" stroke="currentColor"${DASHES[style]}/>` +
      `<text x="${at(x(to.x) + (mirrored ? -6 : 6))}" y="${at(y(to.value) + 4)}" text-anchor="start">${escaped(label)}</text>`,
  );
  const path = points
    .map(({ x: place, value }, i) => `${i === 0 ? "M" : "L"}${at(x(place))} ${at(y(value))}`)
    .join("");
  const every = Math.ceil(points.length / 8);
  const dots = points.map(({ x: place, value, label, signal }, i) => {
    const ring =
      signal === undefined
        ? ""
        : `<circle cx="${at(x(place))}" cy="${at(y(value))}" r="8" fill="none" stroke="currentColor" stroke-width="2"/>`;
    const below =
      i % every === 0
        ? `<text x="${at(x(place))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${escaped(label)}</text>`
        : "";
    return `<circle cx="${at(x(place))}" cy="${at(y(value))}" r="4"/>${ring}${below}`;
  });
  const rows = points.map(({ label, words, signal }) => [label, words, signal ?? ""]);
  return {
    svg: frame(labels, WIDTH, HEIGHT, [
      ...grid,
      ...drawn,
      `<path d="${path}" fill="none" stroke="currentColor" stroke-opacity="0.6"/>`,
      ...dots,
    ]),
    table: htmlTable(labels.title, columns, rows, labels),
  };
}
