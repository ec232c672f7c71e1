import type { GoalFields } from "../goal-set.js";
import { type GoalSheetOptions, type SheetContent, sheetContent } from "./sheet-content.js";

/** Ink on one sheet of A4 or letter paper, in black on white; rows are not torn apart. */
const STYLE = `@page{size:auto;margin:14mm}body{font:10.5pt/1.4 system-ui,sans-serif;color:#000;background:#fff;max-width:190mm;margin:auto}
h1{font-size:16pt;line-height:1.25;margin:0 0 2mm}h2{font-size:11.5pt;margin:5mm 0 1.5mm}p{margin:1mm 0}ul{margin:1mm 0;padding-inline-start:5mm}
table{border-collapse:collapse;width:100%}th,td{border:.3mm solid #666;padding:1mm 2mm;text-align:start;vertical-align:top}
thead th{background:#eee}tr{break-inside:avoid}.fill td{height:8mm}caption{text-align:start;font-size:11.5pt;font-weight:bold;margin:5mm 0 1.5mm}`;

/**
 * The goal sheet as one page to print: an HTML document of its own, without scripts, fonts or pictures from elsewhere.
 * Every text is escaped; tables have captions and scoped headers; holds what {@link goalSheet} holds for the same audience.
 * @example
 * ```ts
 * const goal = { id: "g1", ...ResultsGoal.options.examples[0] };
 * goalPage(goal, { audience: "team" }).startsWith("<!doctype html>"); // => true
 * ```
 */
export function goalPage(goal: GoalFields, options: GoalSheetOptions): string {
  const { locale = "en" } = options;
  const sheet = sheetContent(goal, options);
  return [
    `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(sheet.title)}</title><style>${STYLE}</style></head>\n<body><main>`,
    `<h1>${escaped(sheet.title)}</h1><p>${escaped(sheet.about)}</p>`,
    ...sheet.sections.map((section) => sectionHtml(section, sheet.columns)),
    ...listHtml(
      sheet.progress.heading,
      sheet.progress.lines.map(({ who, words }) => `<strong>${escaped(who)}</strong>: ${escaped(words)}`),
    ),
    ...listHtml(sheet.questions.heading, sheet.questions.lines.map(escaped)),
    `<h2>${escaped(sheet.steps.heading)}</h2>`,
    `<table class="fill"><thead>${headHtml(sheet.steps.columns)}</thead><tbody>`,
    "<tr><td></td><td></td><td></td></tr>".repeat(4),
    "</tbody></table></main></body></html>\n",
  ].join("\n");
}

function sectionHtml(
  { heading, rows, given }: SheetContent["sections"][number],
  columns: readonly string[],
): string {
  const body = rows.map(
    ([first = "", ...rest]) =>
      `<tr><th scope="row">${escaped(first)}</th>${rest.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`,
  );
  return [
    rows.length === 0
      ? `<h2>${escaped(heading)}</h2>`
      : `<table><caption>${escaped(heading)}</caption><thead>${headHtml(columns)}</thead><tbody>${body.join("")}</tbody></table>`,
    ...given.map((sentence) => `<p>${escaped(sentence)}</p>`),
  ].join("\n");
}

function headHtml(columns: readonly string[]): string {
  return `<tr>${columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join("")}</tr>`;
}

function listHtml(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`<h2>${escaped(heading)}</h2>`, `<ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`];
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
