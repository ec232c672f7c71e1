import type { GoalFields } from "../goal-set.js";
import { type GoalSheetOptions, sheetContent } from "./sheet-content.js";

/**
 * One page for the wall and the binder, as Markdown: the goal, its measures and targets, where students are in sentences, and
 * room for next steps. Counts before percentages; names no student; outside the team ranges, and nothing of a small group.
 */
export function goalSheet(goal: GoalFields, options: GoalSheetOptions): string {
  const sheet = sheetContent(goal, options);
  const lines: string[] = [`# ${sheet.title}`, "", sheet.about];
  for (const { heading, rows, given } of sheet.sections) {
    lines.push(
      "",
      `## ${heading}`,
      "",
      row(sheet.columns),
      row(sheet.columns.map(() => "---")),
      ...rows.map(row),
    );
    for (const sentence of given) lines.push("", sentence);
  }
  if (sheet.progress.lines.length > 0) {
    lines.push("", `## ${sheet.progress.heading}`, "");
    lines.push(...sheet.progress.lines.map(({ who, words }) => `- **${who}**: ${words}`));
  }
  if (sheet.questions.lines.length > 0) {
    lines.push(
      "",
      `## ${sheet.questions.heading}`,
      "",
      ...sheet.questions.lines.map((words) => `- ${words}`),
    );
  }
  const empty = row(sheet.steps.columns.map(() => "________"));
  lines.push(
    "",
    `## ${sheet.steps.heading}`,
    "",
    row(sheet.steps.columns),
    row(sheet.steps.columns.map(() => "---")),
  );
  lines.push(empty, empty, empty, "");
  return lines.join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll("|", "\\|").replace(/\r?\n/g, " ")).join(" | ")} |`;
}
