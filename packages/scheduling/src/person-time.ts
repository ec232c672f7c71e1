import { type Issue, ok, type Result } from "@collegium/schema";
import {
  type Availability,
  type AvailabilityGrid,
  createAvailability,
  markAvoided,
  markBusy,
} from "./availability.js";
import { parseDate, weekdayOf } from "./civil-date.js";
import type { DatedLesson } from "./dated-lessons.js";
import { outsideHours } from "./outside-hours.js";
import { expandRecurrence, type Recurrence } from "./recurrence.js";
import { WEEKDAYS } from "./recurrence-rule.js";
import { timeIssue } from "./time-issue.js";

/** Wall time on a date; a whole day where no minutes are given. */
export interface TimeOnDate {
  readonly date: string;
  readonly start?: number;
  readonly end?: number;
}

/** Something that comes again: a standing appointment, a university course on Tuesdays. */
export interface RecurringTime {
  readonly recurrence: Recurrence;
  readonly minutes: number;
}

/** All that is known of one person's, student's or room's time. */
export interface PersonTime {
  readonly id: string;
  /** When a part-timer is at work, in minutes after midnight per weekday; always where absent. */
  readonly present?: readonly {
    readonly weekday: (typeof WEEKDAYS)[number];
    readonly start: number;
    readonly end: number;
  }[];
  /** Lessons and duties. */
  readonly lessons?: readonly DatedLesson[];
  /** Absences of a day or part of one, imported appointments. */
  readonly busy?: readonly TimeOnDate[];
  readonly recurring?: readonly RecurringTime[];
  /** Time the person would rather keep. */
  readonly avoid?: readonly TimeOnDate[];
}

/** Minutes of travel from one school to another. */
export type TravelMinutes = (from: string, to: string) => number;

/**
 * Everyone's time on one grid: lessons, duties, part-time work, absences, what recurs, and travel between schools.
 * Whatever is outside the grid's days or hours is left out; a recurrence that cannot be expanded is a warning that
 * names the person's place in the list.
 *
 * Warning codes: those of {@link expandRecurrence}, and `bad-date`.
 */
export function buildAvailability(
  grid: AvailabilityGrid,
  people: readonly PersonTime[],
  travel: TravelMinutes = () => 0,
): Result<Availability> {
  const soft = people.some(({ avoid }) => avoid && avoid.length > 0);
  const made = createAvailability(
    grid,
    people.map(({ id }) => id),
    soft,
  );
  const warnings: Issue[] = [];
  people.forEach((person, index) => {
    const { id } = person;
    markAway(made, person);
    const lessons = person.lessons ?? [];
    for (const { day, start, end } of [...lessons, ...journeys(lessons, travel)])
      markBusy(made, id, day, start, end);
    const onDates = (times: readonly TimeOnDate[] | undefined, put: typeof markBusy, list: string) =>
      times?.forEach(({ date, start = 0, end = 1440 }, at) => {
        const day = parseDate(date);
        if (day !== undefined) put(made, id, day, start, end);
        else warnings.push(timeIssue("bad-date", ["people", index, list, at], {}, "no-date"));
      });
    onDates(person.busy, markBusy, "busy");
    onDates(person.avoid, markAvoided, "avoid");
    person.recurring?.forEach(({ recurrence, minutes }, at) => {
      const issues = markRecurring(made, id, recurrence, minutes);
      for (const issue of issues)
        warnings.push({ ...issue, path: ["people", index, "recurring", at, ...issue.path] });
    });
  });
  return ok(made, warnings);
}

/** Marks the hours at which a part-timer is not at work. */
function markAway(made: Availability, { id, present }: PersonTime): void {
  if (!present) return;
  const { grid } = made;
  for (const day of grid.days) {
    const weekday = WEEKDAYS[weekdayOf(day)];
    const hours = present.filter((one) => one.weekday === weekday);
    for (const { start, end } of outsideHours(hours, grid.from, grid.to)) markBusy(made, id, day, start, end);
  }
}

/** Time on the way, before a lesson at another school than the one before on that day. */
function journeys(
  lessons: readonly DatedLesson[],
  travel: TravelMinutes,
): { day: number; start: number; end: number }[] {
  const inOrder = [...lessons].sort((a, b) => a.day - b.day || a.start - b.start);
  return inOrder.flatMap((lesson, index) => {
    const before = inOrder[index - 1];
    if (!before || before.day !== lesson.day || before.school === lesson.school) return [];
    const minutes = travel(before.school, lesson.school);
    return minutes > 0 ? [{ day: lesson.day, start: lesson.start - minutes, end: lesson.start }] : [];
  });
}

function markRecurring(
  made: Availability,
  id: string,
  recurrence: Recurrence,
  minutes: number,
): readonly Issue[] {
  const { days } = made.grid;
  if (days.length === 0) return [];
  const moment = (day: number) => ({ local: day * 86400, form: "date" }) as const;
  const expanded = expandRecurrence(recurrence, {
    from: moment(days[0]! - Math.ceil(minutes / 1440)),
    to: moment(days[days.length - 1]! + 1),
    limit: 100_000,
  });
  if (!expanded.ok) return expanded.issues;
  for (const local of expanded.value.local) markSpan(made, id, local, minutes);
  return expanded.warnings.filter(({ code }) => code !== "start-not-in-rule");
}

/** Marks a stretch that may run over midnight; `local` in seconds of wall time. */
export function markSpan(made: Availability, id: string, local: number, minutes: number): void {
  const first = Math.floor(local / 86400);
  const start = (local - first * 86400) / 60;
  for (let day = first, from = start, left = minutes; left > 0; day++) {
    const until = Math.min(1440, from + left);
    markBusy(made, id, day, from, until);
    left -= until - from;
    from = 0;
  }
}
