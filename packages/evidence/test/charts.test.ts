import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  agreementChart,
  groupChart,
  itemChart,
  processChart,
  rangeChart,
  seriesChart,
} from "../src/charts.js";
import { agreementPanel, itemReport } from "../src/index.js";

const report = unwrap(
  itemReport(
    {
      students: [{ id: "a" }, { id: "b" }],
      items: [{ id: 'q<1>&"', key: "A" }, { id: "q2" }],
      responses: [
        ["A", null],
        ["B", null],
      ],
    },
    { audience: "team" },
  ),
);
const series = Array.from({ length: 24 }, (_, i) => ({
  label: `w${i + 1}`,
  value: i < 12 ? 5 + (i % 2) : 9 + (i % 2),
}));
const panel = agreementPanel(
  [
    [1, 2],
    [2, 2],
    [3, 3],
    [1, 1],
  ],
  "ordinal",
  1,
);
const labels = { id: "x", title: "T", description: "D", locale: "ar", direction: "rtl" } as const;
const columns = ["a", "b", "c", "d"] as const;
const charts = {
  items: itemChart(report, "i"),
  groups: groupChart(
    [
      { name: "A", x: 3, n: 9 },
      { name: "B", x: 0, n: 0 },
    ],
    "g",
    "es",
  ),
  process: processChart(series, "p"),
  "one point": processChart([{ label: "w1", value: 3 }], "p1"),
  "no point": processChart([], "p0"),
  agreement: agreementChart(panel, {}, "a"),
  mirrored: rangeChart(labels, {
    rows: [{ label: "r", value: 0.5, words: "½" }],
    from: 0,
    to: 1,
    columns,
    format: String,
  }),
  "mirrored series": seriesChart(labels, {
    points: [{ x: 0, label: "1", value: 2, words: "2" }],
    columns: ["a", "b", "c"],
    format: String,
  }),
};

describe("charts", () => {
  for (const [name, { svg, table }] of Object.entries(charts)) {
    it(`${name}: well formed, named and described, with every coordinate a number and a table beside it`, () => {
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(table).not.toMatch(/NaN|Infinity|undefined/);
      const id = /aria-labelledby="(\S+)-title/.exec(svg)![1];
      expect(svg).toContain(`<title id="${id}-title">`);
      expect(svg).toContain(`<desc id="${id}-description">`);
      expect(svg).toContain('role="img"');
      expect(table).toMatch(/<caption>.+<\/caption>/);
      expect(balanced(svg)).toBe(true);
      expect(balanced(table)).toBe(true);
    });
  }
  it("escape what people typed", () => {
    expect(charts.items.svg).toContain("q&lt;1&gt;&amp;&quot;");
    expect(charts.items.svg).not.toContain("q<1>");
  });
  it("say a shift in words, not by colour", () => {
    expect(charts.process.svg).toContain("A shift: 12 points in a row on one side of the median.");
    expect(charts.process.svg).not.toMatch(/#[0-9a-f]{3}|rgb\(/i);
  });
  it("put every value of the drawing into the table", () => {
    expect(charts.process.table.match(/<tr>/g)).toHaveLength(25);
    expect(charts.groups.table).toContain("3 de 9");
  });
});

function balanced(markup: string): boolean {
  const open: string[] = [];
  for (const [, close, name, self] of markup.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (self) continue;
    if (close) {
      if (open.pop() !== name) return false;
    } else open.push(name!);
  }
  return open.length === 0;
}
