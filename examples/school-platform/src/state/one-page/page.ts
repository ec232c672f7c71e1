import type { PercentBand, Report, ReportTable } from "@collegium/evidence";
import type { Chart } from "@collegium/evidence/charts";
import type { Result } from "@collegium/schema";
import type { Locale, Say } from "../../messages.js";
import type { Sheet } from "../sheet.js";
import { agreementPage } from "./agreement.js";
import { gapPage } from "./gap.js";
import { growthPage } from "./growth.js";
import { itemsPage } from "./items.js";
import type { PageOrder } from "./order.js";
import { rowsOf } from "./order.js";

/** Students a percentage needs behind it; smaller groups are named student by student, and never published. */
export const SMALLEST = 10;

/** Where a group of students stands: what a goal starts from. */
export interface Standing {
  /** The whole group has no name. */
  readonly name?: string;
  readonly n: number;
  /** A share from 0 to 1, or a mean in points. */
  readonly value: number;
  /** Students at the cut, for a share. */
  readonly count?: number;
  /** The range in which the share may be published; null where nothing may be, absent inside the team. */
  readonly band?: PercentBand | null;
}

/** What a goal can be written from. */
export interface Start {
  /** What was measured, in words. */
  readonly measure: string;
  /** What students who count can do: a standard, or a score reached. */
  readonly reach: string;
  readonly unit: "share" | "mean";
  /** Share of the points a student needs, where it is known. */
  readonly cut?: number;
  readonly items?: number;
  /** Standards to choose from, the weakest first. */
  readonly standards?: readonly string[];
  readonly standings: readonly Standing[];
}

/** One page as its reader gets it: nothing on it goes beyond its audience. */
export interface OnePage {
  readonly order: PageOrder;
  readonly report: Report;
  readonly chart?: Chart;
  readonly start?: Start;
}

/** What a page is made with. */
export interface Making {
  readonly sheet: Sheet;
  readonly rows: readonly number[];
  readonly locale: Locale;
  readonly say: Say;
  /** The standard a goal is about; the weakest where absent. */
  readonly standard?: string;
}

/** Makes a page from a file, or says in a sentence why it cannot be known. */
export function makePage(
  sheet: Sheet,
  order: PageOrder,
  making: Omit<Making, "sheet" | "rows">,
): Result<OnePage> {
  const all: Making = { ...making, sheet, rows: rowsOf(sheet, order.filter) };
  switch (order.ask) {
    case "items":
      return itemsPage(order, all);
    case "gap":
      return gapPage(order, all);
    case "growth":
      return growthPage(order, all);
    case "agreement":
      return agreementPage(order, all);
  }
}

/** A pile of zeros may be students who were not there; what not to conclude from it. */
export function zeros(scores: readonly (number | null)[], say: Say): string[] {
  const known = scores.filter((score) => score !== null);
  const n = known.filter((score) => score === 0).length;
  const many = n >= 3 && n >= 0.05 * known.length && n < 0.5 * known.length;
  return many && known.every((score) => score >= 0) && new Set(known).size > 5
    ? [say("evidence.zeros", { n, of: known.length })]
    : [];
}

/** Words for a column's cells that could not be read, so that nothing is lost in silence. */
export function unread(columns: readonly { name: string; unread: number }[], say: Say): string[] {
  return columns
    .filter((column) => column.unread > 0)
    .map((column) => say("evidence.unread", { n: column.unread, column: column.name }));
}

/** A report with more sentences and other tables. */
export function withMore(
  report: Report,
  more: {
    findings?: readonly string[];
    warnings?: readonly string[];
    tables?: readonly ReportTable[];
    title?: string;
  },
): Report {
  return {
    ...report,
    title: more.title || report.title,
    findings: [...report.findings, ...(more.findings ?? [])],
    warnings: [...(more.warnings ?? []), ...report.warnings],
    tables: more.tables ?? report.tables,
  };
}
