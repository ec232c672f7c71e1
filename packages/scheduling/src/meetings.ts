import { type Issue, ok, type Result } from "@collegium/schema";
import { isoDate, parseDate, parseTime } from "./civil-date.js";
import type { DayTable, SchoolDay } from "./day-table.js";
import type { MeetingSeries } from "./meeting-series.js";
import { dateValue, meetingIssue } from "./meeting-words.js";
import { assignTurns } from "./rota.js";
import { seriesDates } from "./series-dates.js";

/** One meeting of a series. */
export interface Meeting {
  readonly series: string;
  /** Date that the series' rule gave; the meeting's name for good, wherever it is moved. */
  readonly key: string;
  readonly day: number;
  readonly date: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly end: number;
  /** `without-period`: the day's special schedule leaves the period out, so a new time is needed. */
  readonly status: "planned" | "moved" | "cancelled" | "without-period";
  /** Who has which role, by role. */
  readonly roles: Readonly<Record<string, string>>;
}

/**
 * The meetings of a series over a school year, in time order, with everyone's turns.
 * Made anew from the calendar every time; moves and cancellations are laid over by date and none is lost: where the
 * calendar no longer gives a changed date, a moved meeting still takes place and the warning says so.
 *
 * Issue codes: `unknown-series-rule`, those of {@link parseRule} and {@link expandRecurrence}; warnings `no-meetings`,
 * `change-without-meeting`, `meeting-without-period`, `moved-outside-school`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const calendar = unwrap(SchoolCalendar.create({ id: "c1", ...SchoolCalendar.options.examples[0] }));
 * const series = unwrap(MeetingSeries.create({ id: "s1", ...MeetingSeries.options.examples[0] }));
 * const meetings = unwrap(meetingsOf(series, unwrap(dayTable(calendar, "north"))));
 * meetings.slice(0, 2).map(({ date, roles }) => [date, roles["facilitator"]]);
 * // => [["2026-09-01", "t1"], ["2026-09-08", "t2"]]
 * ```
 */
export function meetingsOf(series: MeetingSeries, table: DayTable): Result<readonly Meeting[]> {
  const dates = seriesDates(series, table);
  if (!dates.ok) return dates;
  const warnings: Issue[] = [];
  const own = new Set(dates.value.map(({ date }) => date));
  const changes = new Map(series.changes.map((change, index) => [change.date, { change, index }]));
  const meetings: Omit<Meeting, "roles">[] = [];

  for (const day of dates.value) {
    const entry = changes.get(day.date);
    meetings.push(placed(series, table, day.date, day, entry?.change, entry?.index, warnings));
  }
  for (const { change, index } of changes.values()) {
    if (own.has(change.date)) continue;
    const day = parseDate(change.date)!;
    const kept = !change.cancelled && (change.moveTo !== undefined || change.at !== undefined);
    const key = kept ? "moved-without-meeting" : "change-without-meeting";
    warnings.push(
      meetingIssue("change-without-meeting", ["changes", index], { key, values: { date: dateValue(day) } }),
    );
    if (kept)
      meetings.push(
        placed(series, table, change.date, table.days[day - table.first], change, index, warnings),
      );
  }
  if (meetings.length === 0) {
    warnings.push(meetingIssue("no-meetings", ["when"], { key: "no-meetings" }));
  }
  meetings.sort((a, b) => a.day - b.day || a.start - b.start);
  return ok(assignTurns(series.rotas, meetings), warnings);
}

type Change = MeetingSeries["changes"][number];

function placed(
  series: MeetingSeries,
  table: DayTable,
  key: string,
  own: SchoolDay | undefined,
  change: Change | undefined,
  index: number | undefined,
  warnings: Issue[],
): Omit<Meeting, "roles"> {
  const number = parseDate(change?.moveTo ?? key)!;
  const values = { date: dateValue(number) };
  const row = change?.moveTo === undefined ? own : table.days[number - table.first];
  if (change?.moveTo !== undefined && !row?.school) {
    const path = ["changes", index ?? 0, "moveTo"];
    warnings.push(meetingIssue("moved-outside-school", path, { key: "moved-outside-school", values }));
  }
  const at = change?.at ?? series.at;
  const there = spanOn(at, row);
  const span = there ?? usualSpan(at, table);
  const changed = change?.moveTo !== undefined || change?.at !== undefined;
  const status = change?.cancelled ? "cancelled" : there ? (changed ? "moved" : "planned") : "without-period";
  if (status === "without-period") {
    warnings.push(
      meetingIssue(
        "meeting-without-period",
        ["at"],
        { key: "meeting-without-period", values },
        { date: isoDate(number) },
      ),
    );
  }
  return {
    series: series.id,
    key,
    day: number,
    date: isoDate(number),
    start: span?.start ?? 0,
    end: span?.end ?? 0,
    status,
  };
}

/** Minutes of a meeting on a day: those of its bell period, or its own. */
function spanOn(
  at: MeetingSeries["at"],
  day: SchoolDay | undefined,
): { start: number; end: number } | undefined {
  if ("period" in at) return day?.periods.find(({ id }) => id === at["period"]);
  const { start, end } = at as { start: string; end: string };
  return { start: parseTime(start)!, end: parseTime(end)! };
}

/** When the series' period usually is, to have a place for a meeting that lost it. */
function usualSpan(at: MeetingSeries["at"], table: DayTable): { start: number; end: number } | undefined {
  for (const day of table.days) {
    const span = spanOn(at, day);
    if (span) return span;
  }
  return undefined;
}
