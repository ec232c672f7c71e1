/** A chart and the same numbers as a table; show both, or the table alone where nothing can be drawn. */
export interface Chart {
  /** An SVG element with title and description, sized by its view box. */
  readonly svg: string;
  /** An HTML table with a caption and scoped headers. */
  readonly table: string;
}

/** How a chart is labelled. */
export interface ChartLabels {
  /** Starts the ids in the chart; two charts on one page need two names. */
  readonly id: string;
  readonly title: string;
  /** What a person who cannot see the chart should know, in one or two sentences. */
  readonly description: string;
  /** A BCP 47 tag. */
  readonly locale: string;
  /** "rtl" for a locale written from right to left: labels then stand at the right. */
  readonly direction?: "ltr" | "rtl";
}

/** Text as it may stand in markup. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The frame of a chart; inks follow the page (`currentColor`), so that it prints and inverts. */
export function frame(labels: ChartLabels, width: number, height: number, body: readonly string[]): string {
  const { id, title, description, locale, direction = "ltr" } = labels;
  const name = escaped(id);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" lang="${escaped(locale)}" direction="${direction}"`,
    ` aria-labelledby="${name}-title ${name}-description" font-family="system-ui, sans-serif" font-size="13" fill="currentColor">`,
    `<title id="${name}-title">${escaped(title)}</title><desc id="${name}-description">${escaped(description)}</desc>`,
    ...body,
    "</svg>",
  ].join("");
}

/** The table beside a chart; the first cell of each row is its header. */
export function htmlTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { locale, direction = "ltr" }: ChartLabels,
): string {
  const head = columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  const body = rows.map(
    ([first = "", ...rest]) =>
      `<tr><th scope="row">${escaped(first)}</th>${rest.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`,
  );
  return `<table lang="${escaped(locale)}" dir="${direction}"><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

/** A coordinate without needless digits. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Round steps on a scale, about `count` of them. */
export function ticks(low: number, high: number, count = 5): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((value) => value >= raw)!;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Math.round((first + i) * step * 1e9) / 1e9);
}
