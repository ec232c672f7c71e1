import { parseTime } from "./schedule-periods.js";
import { type Element, listed, textOf } from "./xml.js";

/** The days and periods of a FET file. */
export interface FetWeek {
  readonly days: { id: string; name: string }[];
  readonly periods: { id: string; name: string; day: string; start?: number; end?: number }[];
}

/** The id of a period: FET knows days and hours by their names. */
export function fetPeriodId(day: string, hour: string): string {
  return `${day} ${hour}`;
}

/** Every hour of every day, but for the breaks; bell times where an hour's name states both. */
export function fetWeek(root: Element): FetWeek {
  const days = namesIn(root, "Days_List", "Day");
  const hours = namesIn(root, "Hours_List", "Hour");
  const breaks = new Set(
    listed(root, "Time_Constraints_List", "ConstraintBreakTimes").flatMap((constraint) =>
      constraint.children
        .filter((time) => time.name === "Break_Time")
        .map((time) => fetPeriodId(textOf(time, "Day") ?? "", textOf(time, "Hour") ?? "")),
    ),
  );
  const periods = days.flatMap((day) =>
    hours
      .map((hour) => ({ id: fetPeriodId(day, hour), name: hour, day, ...bells(hour) }))
      .filter(({ id }) => !breaks.has(id)),
  );
  return { days: days.map((day) => ({ id: day, name: day })), periods };
}

/** The week from the first to the last taught hour of each day: a FET file lists every day at full length. */
export function taughtWeek(
  week: FetWeek,
  placements: readonly { readonly start: string; readonly duration: number }[],
): FetWeek {
  const at = new Map(week.periods.map((period, index) => [period.id, index]));
  const spans = new Map<string, { first: number; last: number }>();
  for (const { start, duration } of placements) {
    const first = at.get(start)!;
    const { day } = week.periods[first]!;
    const span = spans.get(day) ?? { first, last: first };
    spans.set(day, { first: Math.min(span.first, first), last: Math.max(span.last, first + duration - 1) });
  }
  const taught = (index: number, day: string) => {
    const span = spans.get(day);
    return span !== undefined && span.first <= index && index <= span.last;
  };
  return {
    days: week.days.filter(({ id }) => spans.has(id)),
    periods: week.periods.filter(({ day }, index) => taught(index, day)),
  };
}

/** Where a file fixes its activities, by their ids: starting times of 100 %. */
export function fetStarts(root: Element): Map<string, { day: string; hour: string; element: Element }> {
  const starts = new Map<string, { day: string; hour: string; element: Element }>();
  for (const element of listed(root, "Time_Constraints_List", "ConstraintActivityPreferredStartingTime")) {
    const [id, day, hour] = ["Activity_Id", "Preferred_Day", "Preferred_Hour"].map((name) =>
      textOf(element, name),
    );
    const certain = Number(textOf(element, "Weight_Percentage")) === 100;
    if (!certain || textOf(element, "Active")?.toLowerCase() === "false") continue;
    if (id !== undefined && day !== undefined && hour !== undefined && !starts.has(id))
      starts.set(id, { day, hour, element });
  }
  return starts;
}

function namesIn(root: Element, list: string, name: string): string[] {
  return listed(root, list, name).flatMap((element) => textOf(element, "Name") ?? []);
}

function bells(hour: string): { start?: number; end?: number } {
  const [from = "", to = "", ...more] = hour.split(/\s*[-–]\s*/);
  const [start, end] = [parseTime(from), parseTime(to)];
  return more.length === 0 && start !== undefined && end !== undefined && start < end ? { start, end } : {};
}
