import { fail, type Issue, ok, type Result } from "@collegium/schema";
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
 * Issue codes: `unknown-series-rule`, `meeting-backwards`, those of {@link parseRule} and {@link expandRecurrence};
 * warnings `no-meetings`, `change-without-meeting`, `repeated-change`, `meeting-without-period`, `unknown-period`,
 * `moved-outside-school`, `skip-without-meeting`, `swap-without-meeting`.
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
  const backwards = endsBeforeStart(series);
  if (backwards) return fail(meetingIssue("meeting-backwards", backwards, { key: "meeting-backwards" }));
  const dates = seriesDates(series, table);
  if (!dates.ok) return dates;
  const warnings: Issue[] = [];
  const own = new Set(dates.value.map(({ date }) => date));
  const changes = new Map<string, { change: Change; index: number }>();
  for (const [index, change] of series.changes.entries()) {
    if (changes.has(change.date)) {
      const values = { date: dateValue(parseDate(change.date)!) };
      warnings.push(meetingIssue("repeated-change", ["changes", index], { key: "repeated-change", values }));
    }
    changes.set(change.date, { change, index });
  }
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
    warnings.push(meetingIssue("no-meetings", ["when"], whyNone(series, table)));
  }
  meetings.sort((a, b) => a.day - b.day || a.start - b.start);
  const turns = assignTurns(series.rotas, meetings);
  return ok(turns.meetings, [...warnings, ...turns.warnings]);
}

type Change = MeetingSeries["changes"][number];

/** Where a time of day ends before it begins. */
function endsBeforeStart({ at, changes }: MeetingSeries): (string | number)[] | undefined {
  const backwards = (time: MeetingSeries["at"] | undefined) =>
    time !== undefined && !("period" in time) && `${time["start"]}` >= `${time["end"]}`;
  if (backwards(at)) return ["at"];
  const index = changes.findIndex((change) => backwards(change.at));
  return index < 0 ? undefined : ["changes", index, "at"];
}

/** What the calendar does not have, where that is why a series has no meeting. */
function whyNone({ when }: MeetingSeries, table: DayTable): Parameters<typeof meetingIssue>[2] {
  if (when.kind === "after" && !table.days.some(({ names }) => names.includes(when.exception))) {
    return { key: "no-such-date", values: { name: when.exception } };
  }
  const known = new Set(table.days.map(({ cycleDay }) => cycleDay));
  if (when.kind === "cycle" && !when.cycleDays.some((day) => known.has(day))) {
    return { key: "no-such-cycle-day", values: { days: when.cycleDays } };
  }
  return { key: "no-meetings" };
}

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
  if (status === "without-period" && span === undefined) {
    const path = change?.at === undefined ? ["at"] : ["changes", index ?? 0, "at"];
    if (!warnings.some((one) => one.code === "unknown-period" && one.path.join() === path.join())) {
      warnings.push(meetingIssue("unknown-period", path, { key: "period-never" }));
    }
  } else if (status === "without-period") {
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
