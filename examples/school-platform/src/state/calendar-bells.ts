import { type BellSchedule, parseTime, type Timetable, timeText } from "@collegium/scheduling";

/** The bells of one kind of day, as a form edits them. */
export type BellRows = BellSchedule["periods"];

/** How bells ring evenly: so many periods of equal length, a lunch somewhere between. */
export interface EvenBells {
  readonly first: string;
  readonly periods: number;
  readonly minutes: number;
  readonly between: number;
  /** Lunch comes after so many periods; 0 where there is none. */
  readonly lunchAfter: number;
  readonly lunchMinutes: number;
}

/** What bells are called, in the reader's language. */
export interface BellNames {
  readonly period: (n: number) => string;
  readonly lunch: string;
}

/** An even day of bells; periods have the ids `1`, `2`, … that a timetable's places have. */
export function evenBells(even: EvenBells, names: BellNames): BellRows {
  const rows: BellRows = [];
  let at = parseTime(even.first) ?? 480;
  for (let n = 1; n <= even.periods; n++) {
    rows.push(row(String(n), names.period(n), at, at + even.minutes));
    at += even.minutes + even.between;
    if (n !== even.lunchAfter) continue;
    rows.push({ ...row("lunch", names.lunch, at, at + even.lunchMinutes), kind: "lunch" });
    at += even.lunchMinutes + even.between;
  }
  return rows;
}

/** The bells that a timetable knows; the longest gap of the middle of the day is taken for lunch. */
export function bellsOfTimetable(timetable: Timetable | undefined, names: BellNames): BellRows | undefined {
  const days =
    timetable?.days.map((day) => timetable.periods.filter((period) => period.day === day.id)) ?? [];
  const longest = days.sort((a, b) => b.length - a.length)[0] ?? [];
  const rows: BellRows = [];
  for (const [index, period] of longest.entries()) {
    const { start = parseTime(period.name), end = endByName(longest, index) } = period;
    if (start === undefined || end === undefined || end <= start) return undefined;
    rows.push(row(String(index + 1), names.period(index + 1), start, end));
  }
  const gaps = rows.slice(1).map(({ start }, index) => {
    const from = parseTime(rows[index]?.end ?? "") ?? 0;
    return { from, to: parseTime(start) ?? 0, index };
  });
  const lunch = gaps.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (lunch && lunch.to - lunch.from >= LUNCH) {
    rows.splice(lunch.index + 1, 0, { ...row("lunch", names.lunch, lunch.from, lunch.to), kind: "lunch" });
  }
  return rows.length > 0 ? rows : undefined;
}

const LUNCH = 20;
const USUAL = 45;

/** Where periods are called after their first minute, 08:10, each lasts as usual or until the next begins. */
function endByName(periods: Timetable["periods"], index: number): number | undefined {
  const start = parseTime(periods[index]?.name ?? "");
  if (start === undefined) return undefined;
  return Math.min(start + USUAL, parseTime(periods[index + 1]?.name ?? "") ?? 1439);
}

/** The bells of a day that ends early or begins late: all of it shorter, or what is outside left out. */
export function shortened(
  rows: BellRows,
  span: { readonly from?: string; readonly to?: string },
  how: "squeeze" | "cut",
): BellRows {
  if (how === "squeeze") return squeezed(rows, span);
  const from = span.from || "00:00";
  const to = span.to || "24:00";
  const kept = rows.flatMap((period): BellRows => {
    const start = period.start < from ? from : period.start;
    const end = period.end > to ? to : period.end;
    return start < end ? [{ ...period, start, end }] : [];
  });
  return kept.length > 0 ? kept : rows;
}

/** The same periods, all of them shorter, between other times: an early release or a late start. */
export function squeezed(rows: BellRows, span: { readonly from?: string; readonly to?: string }): BellRows {
  const starts = rows.map(({ start }) => parseTime(start) ?? 0);
  const ends = rows.map(({ end }) => parseTime(end) ?? 0);
  const [first, last] = [Math.min(...starts), Math.max(...ends)];
  const from = parseTime(span.from ?? "") ?? first;
  const to = parseTime(span.to ?? "") ?? last;
  if (to <= from || last <= first) return rows;
  const step = [...starts, ...ends, from, to].every((minute) => minute % 5 === 0) ? 5 : 1;
  const map = (minute: number) =>
    Math.round((from + ((minute - first) * (to - from)) / (last - first)) / step) * step;
  return rows.map((period, index) => ({
    ...period,
    start: timeText(map(starts[index] ?? 0)),
    end: timeText(map(ends[index] ?? 0)),
  }));
}

function row(id: string, name: string, start: number, end: number): BellRows[number] {
  return { id, name, start: timeText(start), end: timeText(Math.min(end, 1439)) };
}
