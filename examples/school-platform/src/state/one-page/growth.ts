import { gains, growthReport } from "@collegium/evidence";
import { rangeChart } from "@collegium/evidence/charts";
import { ok, type Result } from "@collegium/schema";
import type { PageOrder } from "./order.js";
import { type Making, type OnePage, SMALLEST, type Standing, unread, withMore, zeros } from "./page.js";
import { publicStandings, publicWhole } from "./public-standings.js";

type GrowthOrder = Extract<PageOrder, { ask: "growth" }>;

/** What the same students gained between two scores, for all and for each group with its doubt. */
export function growthPage(order: GrowthOrder, { rows, locale, say }: Making): Result<OnePage> {
  const { before, after, group, audience, cut } = order;
  const measure = order.title || say("evidence.growth.measure", { before: before.name, after: after.name });
  const made = growthReport(
    {
      measure,
      students: rows.map((row) => ({
        id: String(row + 1),
        before: before.scores[row] ?? null,
        after: after.scores[row] ?? null,
      })),
      reliability: order.reliability,
    },
    { audience, locale, minimum: SMALLEST },
  );
  if (!made.ok) return made;
  const gained = (of: readonly number[]): Gained | undefined => {
    const both = of.filter((row) => before.scores[row] != null && after.scores[row] != null);
    const found = gains(
      both.map((row) => before.scores[row] as number),
      both.map((row) => after.scores[row] as number),
      null,
    );
    return found
      ? {
          n: found.n,
          gain: found.meanGain,
          ...(found.interval ? { low: found.interval.low, high: found.interval.high } : {}),
        }
      : undefined;
  };
  const name = (value: string) => say("evidence.group", { column: order.groupAs, value });
  const groups = (group?.values ?? []).flatMap((value) => {
    const found = gained(rows.filter((row) => group?.words[row] === value));
    return found ? [{ name: name(value), value, ...found }] : [];
  });
  const isPublic = audience === "public";
  const hidden = isPublic ? withheld(groups) : new Set<string>();
  const all = gained(rows);
  const lines = [
    ...(all && !(isPublic && all.n < SMALLEST) ? [{ name: say("goal.all"), ...all }] : []),
    ...groups.filter((one) => !hidden.has(one.name)),
  ];
  const columns = say("evidence.growth.columns").split("|") as [string, string, string, string];
  const rounded = (value: number) => String(Math.round(100 * value) / 100);
  const report = withMore(made.value, {
    warnings: [
      ...(hidden.size > 0 ? [say("evidence.withheld", { n: hidden.size })] : []),
      ...(isPublic
        ? []
        : [
            ...unread([before, after], say),
            ...zeros(
              rows.map((row) => after.scores[row] ?? null),
              say,
            ),
            ...groups
              .filter(({ n }) => n < SMALLEST)
              .map((one) => say("evidence.small", { group: one.name, n: one.n })),
          ]),
    ],
    tables: [
      {
        caption: say("evidence.growth.table"),
        columns,
        rows: lines.map(({ name: of, n, gain, low, high }) => [
          say("evidence.growth.row", { group: of, n }),
          rounded(gain),
          low === undefined ? "–" : rounded(low),
          high === undefined ? "–" : rounded(high),
        ]),
      },
    ],
  });
  const ends = lines.flatMap(({ gain, low = gain, high = gain }) => [low, high]);
  const chart =
    lines.length === 0
      ? undefined
      : rangeChart(
          {
            id: "page",
            title: say("evidence.growth.chart"),
            description: say("evidence.growth.said", { n: lines.length }),
            locale,
          },
          {
            rows: lines.map(({ name: label, gain, low, high, n }) => ({
              label,
              value: gain,
              words: say("evidence.growth.words", { gain: rounded(gain), n }),
              ...(low === undefined || high === undefined ? {} : { low, high }),
            })),
            from: Math.min(0, ...ends),
            to: Math.max(0, ...ends),
            mark: { value: 0, label: say("evidence.growth.zero") },
            columns,
            format: rounded,
          },
        );
  const standing = (of: readonly number[], named?: string): Standing[] => {
    const scores = of.flatMap((row) => after.scores[row] ?? []);
    if (scores.length === 0) return [];
    const count = cut === undefined ? undefined : scores.filter((score) => score >= cut).length;
    const value =
      count === undefined ? scores.reduce((x, y) => x + y, 0) / scores.length : count / scores.length;
    return [
      {
        ...(named === undefined ? {} : { name: named }),
        n: scores.length,
        value,
        ...(count === undefined ? {} : { count }),
      },
    ];
  };
  const whole = standing(rows);
  const parts = (group?.values ?? []).flatMap((value) =>
    standing(
      rows.filter((row) => group?.words[row] === value),
      name(value),
    ),
  );
  return ok({
    order,
    report,
    ...(chart ? { chart } : {}),
    start: {
      measure: cut === undefined ? after.name : say("evidence.measure.cut", { measure: after.name, cut }),
      reach:
        cut === undefined
          ? say("evidence.reach.mean", { measure: after.name })
          : say("evidence.reach.cut", { cut, measure: after.name }),
      unit: cut === undefined ? "mean" : "share",
      standings: isPublic ? outside(whole, parts, hidden) : [...whole, ...parts],
    },
  });
}

/** Shares as ranges; means only of groups whose gain is shown. */
function outside(
  whole: readonly Standing[],
  parts: readonly Standing[],
  hidden: ReadonlySet<string>,
): Standing[] {
  if (whole.every(({ count }) => count !== undefined))
    return [...whole.map(publicWhole), ...publicStandings(parts)];
  return [...whole, ...parts.filter(({ name }) => !hidden.has(name ?? ""))];
}

interface Gained {
  readonly n: number;
  readonly gain: number;
  readonly low?: number;
  readonly high?: number;
}

/**
 * Groups whose mean may not be published: the small ones, and as many more that what is missing cannot be worked out from the
 * mean of all.
 */
function withheld(groups: readonly (Gained & { name: string })[]): Set<string> {
  const hidden = new Set(groups.filter(({ n }) => n < SMALLEST).map(({ name }) => name));
  if (hidden.size === 0) return hidden;
  const others = groups.filter(({ name }) => !hidden.has(name)).sort((a, b) => a.n - b.n);
  const size = () => groups.filter(({ name }) => hidden.has(name)).reduce((sum, { n }) => sum + n, 0);
  while ((hidden.size < 2 || size() < SMALLEST) && others.length > 0) hidden.add(others.shift()?.name ?? "");
  return hidden;
}
