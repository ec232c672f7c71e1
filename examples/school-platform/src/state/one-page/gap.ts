import { gapReport, wilsonInterval } from "@collegium/evidence";
import { type Chart, groupChart, rangeChart } from "@collegium/evidence/charts";
import { ok, type Result } from "@collegium/schema";
import type { PageOrder } from "./order.js";
import { type Making, type OnePage, SMALLEST, type Standing, unread, withMore, zeros } from "./page.js";
import { publicStandings, publicWhole } from "./public-standings.js";

type GapOrder = Extract<PageOrder, { ask: "gap" }>;

/** How far two groups lie apart; all groups of the column in the chart for the team, the two as ranges for everyone else. */
export function gapPage(order: GapOrder, { rows, locale, say }: Making): Result<OnePage> {
  const { measure, cut, group, pair, audience } = order;
  const scoresOf = (value: string) =>
    rows.filter((row) => group.words[row] === value).map((row) => measure.scores[row] ?? null);
  const name = (value: string) => say("evidence.group", { column: order.groupAs, value });
  const [a, b] = pair;
  const title = say("evidence.measure.cut", { measure: order.title || measure.name, cut });
  const made = gapReport(
    {
      measure: title,
      groups: [
        { name: name(a), scores: scoresOf(a) },
        { name: name(b), scores: scoresOf(b) },
      ],
      cut,
    },
    { audience, locale, minimum: SMALLEST },
  );
  if (!made.ok) return made;
  const known = (scores: readonly (number | null)[]) => scores.filter((score) => score !== null);
  const standing = (scores: readonly (number | null)[], of?: string): Standing => {
    const n = known(scores).length;
    const count = known(scores).filter((score) => score >= cut).length;
    return { ...(of === undefined ? {} : { name: of }), n, count, value: n === 0 ? 0 : count / n };
  };
  const every = group.values.map((value) => standing(scoresOf(value), name(value))).filter(({ n }) => n > 0);
  const whole = standing(rows.map((row) => measure.scores[row] ?? null));
  const nowhere = rows.filter((row) => group.words[row] === null && measure.scores[row] !== null).length;
  const isPublic = audience === "public";
  const warnings = isPublic
    ? []
    : [
        ...(nowhere > 0 ? [say("evidence.nogroup", { n: nowhere, column: group.name })] : []),
        ...unread([measure], say),
        ...zeros(
          rows.map((row) => measure.scores[row] ?? null),
          say,
        ),
      ];
  const columns = say("evidence.group.columns").split("|") as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const table = {
    caption: say("evidence.groups.all"),
    columns,
    rows: every.map(({ name: of = "", n, count = 0, value }) => {
      const doubt = wilsonInterval(count, n);
      return [
        of,
        String(n),
        String(count),
        percent(value),
        ...(doubt ? [percent(doubt.low), percent(doubt.high)] : ["", ""]),
      ];
    }),
  };
  const report = withMore(made.value, {
    warnings,
    ...(isPublic || every.length <= 2 ? {} : { tables: [table] }),
  });
  const two = every.filter(({ name: of }) => of === name(a) || of === name(b));
  const shown = isPublic ? publicStandings(two) : every;
  const hidden = shown.some(({ band }) => band === null);
  // The report withholds both groups where it withholds one.
  const all = isPublic ? { ...publicWhole(whole), ...(hidden ? { band: null } : {}) } : whole;
  const standings = [all, ...(hidden ? shown.map((one) => ({ ...one, band: null })) : shown)];
  const chart = isPublic
    ? hidden
      ? undefined
      : bandChart(shown, title, { locale, say })
    : groupChart(
        every.map(({ name: of = "", n, count: x = 0 }) => ({ name: of, n, x })),
        "page",
        locale,
      );
  return ok({
    order,
    report,
    ...(chart ? { chart } : {}),
    start: {
      measure: title,
      reach: say("evidence.reach.cut", { cut, measure: order.title || measure.name }),
      unit: "share",
      standings,
    },
  });
}

/** Shares as the ranges in which they may be published: a line without a dot. */
export function bandChart(
  shown: readonly Standing[],
  title: string,
  { locale, say }: Pick<Making, "locale" | "say">,
): Chart {
  const columns = say("evidence.band.columns").split("|") as [string, string, string, string];
  return rangeChart(
    { id: "page", title, description: say("evidence.band.said", { n: shown.length }), locale },
    {
      rows: shown.map(({ name = "", band }) => {
        return band
          ? {
              label: name,
              value: null,
              low: band.from / 100,
              high: band.to / 100,
              words: `${band.from}–${band.to} %`,
            }
          : { label: name, value: null, words: "–" };
      }),
      from: 0,
      to: 1,
      columns,
      format: (share) => `${Math.round(100 * share)} %`,
    },
  );
}
