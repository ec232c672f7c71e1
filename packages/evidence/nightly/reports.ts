import type { Audience } from "@collegium/schema";
import { law } from "@collegium/testing";
import fc from "fast-check";
import {
  agreementPanel,
  agreementWords,
  gapReport,
  growthReport,
  itemReport,
  itemReportWords,
  reportMarkdown,
} from "../src/index.js";

/** What a careless spreadsheet may hold: numbers, holes, text in numbers, overflow, and what is not a number. */
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 1e308, -1e308, 0.1) },
);
const answer = fc.oneof({ weight: 5, arbitrary: cell }, fc.constantFrom("A", "B", "", "1,5", "x"));
const grid = fc.array(fc.array(answer, { maxLength: 4 }), { maxLength: 6 });
const numbers = fc.array(cell, { maxLength: 8 });
const audiences = ["team", "school", "public"] as const satisfies readonly Audience[];

const clean = (text: string) => !/NaN|undefined|Infinity/.test(text);

/** Every page made of the same careless numbers; a refusal makes none. */
function pages(
  rows: readonly (readonly (string | number | null)[])[],
  a: readonly (number | null)[],
  b: typeof a,
): string[] {
  const width = rows[0]?.length ?? 0;
  const quiz = {
    students: rows.map((_, i) => ({ id: `s${i}` })),
    items: Array.from({ length: width }, (_, i) =>
      i % 2 === 0 ? { id: `q${i}`, key: "A" } : { id: `q${i}`, max: 4 },
    ),
    responses: rows,
  };
  const team = itemReport(quiz, { audience: "team" });
  const growth = {
    measure: "m",
    students: a.map((before, i) => ({ id: `s${i}`, before, after: b[i] ?? null })),
    reliability: 0.8,
  };
  const groups = [
    { name: "a", scores: a },
    { name: "b", scores: b },
  ] as const;
  return [
    ...(team.ok ? [reportMarkdown(itemReportWords(team.value))] : []),
    ...audiences.flatMap((audience) =>
      [gapReport({ measure: "m", groups, cut: 1 }, { audience }), growthReport(growth, { audience })].flatMap(
        (made) => (made.ok ? [reportMarkdown(made.value)] : []),
      ),
    ),
  ];
}

const scored = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 8 }))
  .chain(([scorers, pieces]) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: scorers, maxLength: scorers }),
      {
        minLength: pieces,
        maxLength: pieces,
      },
    ),
  );

const panelIsClean = (ratings: (number | null)[][], wordsOf: typeof agreementWords) => {
  const panel = agreementPanel(ratings, "ordinal", 1);
  return (["en", "es"] as const).every((locale) => clean(reportMarkdown(wordsOf(panel, locale))));
};

export const laws = [
  law({
    name: "a report says it in words or refuses, and never prints what is not a number",
    gate: 100,
    nightly: 20_000,
    values: fc.tuple(grid, numbers, numbers),
    holds: ([rows, a, b]) => pages(rows, a, b).every(clean),
    faults: [{ name: "a page with a number that is none", caught: () => !clean(`moved by ${0 / 0} points`) }],
  }),
  law({
    name: "an agreement panel of any ratings is words and numbers",
    gate: 15,
    nightly: 2000,
    values: scored,
    holds: (ratings) => panelIsClean(ratings, agreementWords),
    faults: [
      {
        name: "an index divided by a spread of nothing",
        caught: () =>
          !panelIsClean(
            [
              [1, 2],
              [2, 1],
            ],
            (panel, locale) =>
              agreementWords(
                { ...panel, indices: panel.indices.map((one) => ({ ...one, value: -1 / 0 })) },
                locale,
              ),
          ),
      },
    ],
  }),
];
