import {
  type AggregateItemReport,
  itemReport,
  itemReportWords,
  type Report,
  type TeamItemReport,
} from "@collegium/evidence";
import { itemChart, rangeChart } from "@collegium/evidence/charts";
import { baselineFrom, type Population, resultsFromReport } from "@collegium/goals";
import { ok, type Result } from "@collegium/schema";
import type { SheetColumn } from "../sheet.js";
import type { PageOrder } from "./order.js";
import { type Making, type OnePage, type Standing, type Start, unread, withMore } from "./page.js";
import { publicStandings, publicWhole } from "./public-standings.js";

type ItemsOrder = Extract<PageOrder, { ask: "items" }>;

/** Share of the points that counts as mastery. */
const CUT = 0.7;
/** Items one page can show; the hardest stay where there are more. */
export const ITEMS_ON_A_PAGE = 20;

/** Which items went wrong. */
export function itemsPage(order: ItemsOrder, making: Making): Result<OnePage> {
  const { rows, locale, say } = making;
  const standardOf = standardsOf(order, making);
  const quiz = {
    students: rows.map((row) => ({ id: String(row + 1) })),
    items: order.items.map((item) => {
      const [key, standard] = [making.sheet.key.get(item.name), standardOf(item)];
      return {
        id: item.name,
        ...(key === undefined ? { max: Math.max(1, ...item.scores.map((score) => score ?? 0)) } : { key }),
        ...(standard === undefined ? {} : { standard }),
      };
    }),
    responses: rows.map((row) =>
      order.items.map(
        (item) => (making.sheet.key.has(item.name) ? item.words[row] : item.scores[row]) ?? null,
      ),
    ),
  };
  const team = itemReport(quiz, { audience: "team" });
  if (!team.ok) return team;
  const title = order.title || say("evidence.items.title");
  const start = startFrom(order, team.value, title, making);
  if (order.audience === "public") {
    const all = itemReport(quiz, { audience: "public" });
    if (!all.ok) return all;
    return ok({
      order,
      report: publicWords(all.value, title, making),
      ...publicChart(all.value, title, making),
      start,
    });
  }
  const words = itemReportWords(team.value, locale);
  const many = team.value.items.length > ITEMS_ON_A_PAGE;
  const hardest = many ? hardestOf(team.value) : new Set(team.value.items.map(({ id }) => id));
  const [items, standards] = words.tables;
  return ok({
    order,
    report: withMore(words, {
      title,
      warnings: [
        ...(many ? [say("evidence.items.many", { n: ITEMS_ON_A_PAGE, of: team.value.items.length })] : []),
        ...unread(order.items, say),
      ],
      tables: [
        ...(items ? [{ ...items, rows: items.rows.filter(([id = ""]) => hardest.has(id)) }] : []),
        ...(standards && standards.rows.length > 0 ? [standards] : []),
      ],
    }),
    chart: itemChart(
      { ...team.value, items: team.value.items.filter(({ id }) => hardest.has(id)) },
      "page",
      locale,
    ),
    start,
  });
}

/** The hardest items that fit a page. */
function hardestOf(report: TeamItemReport): Set<string> {
  const share = ({ right, of }: { right: number; of: number }) => (of === 0 ? 1 : right / of);
  const sorted = [...report.items].sort((a, b) => share(a) - share(b));
  return new Set(sorted.slice(0, ITEMS_ON_A_PAGE).map(({ id }) => id));
}

/** The standard of an item: from the file's own row, else from the first part of its name where several items share it. */
function standardsOf(order: ItemsOrder, { sheet }: Making): (item: SheetColumn) => string | undefined {
  const fromName = ({ name }: SheetColumn) => /^(.*?[^\s._-])[\s._-]*\d+[a-z]?$/i.exec(name)?.[1];
  const names = order.items.map(fromName);
  const shared = (word: string) => names.filter((name) => name === word).length > 1;
  const useful =
    order.byName && new Set(names).size > 1 && names.some((name) => name !== undefined && shared(name));
  return (item) => sheet.standards.get(item.name) ?? (useful ? fromName(item) : undefined);
}

function startFrom(order: ItemsOrder, report: TeamItemReport, title: string, making: Making): Start {
  const { rows, say, standard: wanted } = making;
  const standards = [...report.standards]
    .filter(({ of }) => of > 0)
    .sort((a, b) => a.right / a.of - b.right / b.of)
    .map(({ standard }) => standard);
  const standard = standards.find((one) => one === wanted) ?? standards[0];
  const { group } = order;
  const groups = Object.fromEntries(
    rows.map((row) => [String(row + 1), group?.words[row] ? [group.words[row]] : []]),
  );
  const results = resultsFromReport(report, {
    on: order.on,
    ...(standard === undefined ? {} : { standard }),
    groups,
  });
  const standing = (population: Population, name?: string): Standing[] => {
    const baseline = baselineFrom(results, { population, unit: "share", cut: CUT });
    if (!baseline.ok) return [];
    const { n, value, count } = baseline.value;
    return [{ ...(name === undefined ? {} : { name }), n, value, ...(count === undefined ? {} : { count }) }];
  };
  const isPublic = order.audience === "public";
  const whole = standing({ kind: "all" });
  const groupsOf = (group?.values ?? []).flatMap((value) =>
    standing({ kind: "subgroup", group: value }, say("evidence.group", { column: order.groupAs, value })),
  );
  return {
    measure: title,
    reach:
      standard === undefined
        ? say("evidence.reach.points", { cut: Math.round(100 * CUT), measure: title })
        : say("evidence.reach.standard", { standard, cut: Math.round(100 * CUT), measure: title }),
    unit: "share",
    cut: CUT,
    items:
      standard === undefined
        ? report.items.length
        : (report.standards.find((one) => one.standard === standard)?.items.length ?? 1),
    standards: standard === undefined ? [] : [standard, ...standards.filter((one) => one !== standard)],
    standings: isPublic ? [...whole.map(publicWhole), ...publicStandings(groupsOf)] : [...whole, ...groupsOf],
  };
}

type Band = AggregateItemReport["items"][number]["right"];
const inWords = (band: Band) => (band ? `${band.from}–${band.to} %` : "–");

/** The aggregate in words: shares as ranges, no student, nothing of a small group. */
function publicWords(report: AggregateItemReport, title: string, { say }: Making): Report {
  const hardest = [...report.items]
    .filter(({ right }) => right !== null)
    .sort((x, y) => (x.right?.from ?? 0) - (y.right?.from ?? 0))
    .slice(0, 3);
  const hidden = report.present === null;
  return {
    title,
    audience: "public",
    findings: [
      ...(report.present === null ? [] : [say("evidence.items.present", { n: report.present })]),
      ...hardest.map(({ id, right }) =>
        say("evidence.items.band", { item: id, from: right?.from ?? 0, to: right?.to ?? 0 }),
      ),
    ],
    warnings: [say(hidden ? "evidence.items.withheld" : "evidence.items.bands")],
    question: hardest[0]
      ? say("evidence.items.question", { item: hardest[0].id })
      : say("evidence.items.ask"),
    tables: [
      {
        caption: say("evidence.items.table"),
        columns: say("evidence.items.columns").split("|"),
        rows: report.items
          .slice(0, 2 * ITEMS_ON_A_PAGE)
          .map(({ id, standard, right }) => [id, standard ?? "", inWords(right)]),
      },
    ],
  };
}

function publicChart(
  report: AggregateItemReport,
  title: string,
  { locale, say }: Making,
): Pick<OnePage, "chart"> {
  if (report.present === null) return {};
  const rows = report.items
    .slice(0, ITEMS_ON_A_PAGE)
    .map(({ id, right }) =>
      right
        ? { label: id, value: null, low: right.from / 100, high: right.to / 100, words: inWords(right) }
        : { label: id, value: null, words: inWords(right) },
    );
  const columns = say("evidence.band.columns").split("|") as [string, string, string, string];
  const said = { id: "page", title, description: say("evidence.band.said", { n: rows.length }), locale };
  return {
    chart: rangeChart(said, {
      rows,
      from: 0,
      to: 1,
      columns,
      format: (share) => `${Math.round(100 * share)} %`,
    }),
  };
}
