import type { Child } from "hono/jsx";
import { Scroll } from "./layout.js";

/** One column of a table: its head, what stands in each row, and how it is set. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Child;
  /** Figures are set to the end of the cell and never broken. */
  readonly number?: boolean;
  /** A class for a row's cell: good, wait or bad. */
  readonly tone?: (row: Row) => string;
}

/** A table that scrolls inside the page where it is wide; the first column names the row. */
export function Table<Row>(props: {
  label: string;
  caption?: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** On a phone each row is a short list instead of a line that runs out of sight. */
  stack?: boolean;
}) {
  const { label, caption, columns, rows, stack } = props;
  return (
    <Scroll label={label}>
      <table class={stack ? "stack" : undefined}>
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ head, number }) => (
              <th scope="col" class={number ? "number" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ head, cell, number, tone }, index) => {
                const set = [number ? "number" : "", tone?.(row) ?? ""].join(" ").trim() || undefined;
                return index === 0 ? (
                  <th scope="row" class={set}>
                    {cell(row)}
                  </th>
                ) : (
                  <td class={set} data-head={head}>
                    {cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
