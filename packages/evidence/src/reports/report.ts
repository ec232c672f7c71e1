import type { Audience } from "@collegium/schema";

/** Languages of the reports. */
export type ReportLocale = "en" | "es";

/** A table of a report: every number a chart shows stands here too. */
export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One page that a team reads together: words before figures, doubt said, and a question to end with. */
export interface Report {
  readonly title: string;
  /** Who may read it; nothing in it goes beyond. */
  readonly audience: Audience;
  /** What was found, one sentence each. */
  readonly findings: readonly string[];
  /** What not to conclude from it. */
  readonly warnings: readonly string[];
  /** The question to ask next. */
  readonly question: string;
  readonly tables: readonly ReportTable[];
}

/** Text with `{name}` filled in. */
export function fill(text: string, facts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** A share as a whole percent. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A number with at most two decimals. */
export function short(value: number): string {
  return String(Math.round(100 * value) / 100);
}

/** A list in words. */
export function listed(items: readonly string[], locale: ReportLocale): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${locale === "es" ? "y" : "and"} ${items.at(-1)}`;
}

/** A report as Markdown, for print and mail inside its audience. */
export function reportMarkdown(report: Report): string {
  const table = ({ caption, columns, rows }: ReportTable) =>
    [`**${caption}**`, "", line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
  const list = (sentences: readonly string[]) => sentences.map((sentence) => `- ${sentence}`).join("\n");
  return [
    `# ${report.title}`,
    list(report.findings),
    ...(report.warnings.length > 0 ? [list(report.warnings.map((warning) => `*${warning}*`))] : []),
    `**${report.question}**`,
    ...report.tables.map(table),
  ]
    .join("\n\n")
    .concat("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll("|", "\\|").replace(/\r?\n/g, " ")).join(" | ")} |`;
}

/** A number a test can give; beyond it squares overflow, and a typing error is likelier than a score. */
export function isScore(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= 1e12;
}
