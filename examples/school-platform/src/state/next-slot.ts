import {
  atSchool,
  commonPeriods,
  datedAvailability,
  isFree,
  type Timetable,
  weekGrid,
} from "@collegium/scheduling";
import type { KeptCalendar } from "./calendar-book.js";
import { weeksOf } from "./free-schools.js";
import { busyOf, type KnownTime } from "./known-time.js";
import { between, tableOf } from "./school-days.js";
import type { RegisteredTeam } from "./team-register.js";
import { type ChosenTime, type StandingMeeting, waiting } from "./team-times.js";

/** When a team can meet next inside the school day. */
export interface NextSlot {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Why then: the team chose it, its standing meeting, a period in which all are free, or a mere proposal. */
  readonly because: "chosen" | "standing" | "free" | "proposal";
  /** Id of the timetable's period; absent where a calendar gives the time, or the team shares none. */
  readonly period?: string;
  /** Minutes after midnight, where a calendar or the team gives the time. */
  readonly start?: number;
  readonly end?: number;
  readonly minutes: number;
  /** People by role, where a standing meeting says whose turn it is. */
  readonly roles?: Readonly<Record<string, string>>;
}

/** What is known of a team's days beside its timetable. */
export interface TeamDays {
  readonly kept?: KeptCalendar;
  readonly chosen: readonly ChosenTime[];
  readonly standing?: StandingMeeting;
  /** When members are busy beside the lessons of the school. */
  readonly known?: KnownTime;
}

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const USUAL_MINUTES = 45;
const DAY = 86_400_000;
const WEEKS_AHEAD = 8;

/**
 * When the team meets next, later than its last meeting: at the time it chose, else at its standing meeting, else in the
 * first period of the calendar in which all are free; without a calendar, in the timetable's week.
 */
export function nextSlot(
  timetable: Timetable | undefined,
  team: RegisteredTeam,
  { today, held = "" }: { readonly today: string; readonly held?: string },
  days: TeamDays = { chosen: [] },
): NextSlot {
  const chosen = waiting(days.chosen);
  if (chosen && chosen.on >= today && chosen.on > held) {
    const { on, start, end } = chosen;
    return { on, start, end, minutes: end - start, because: "chosen" };
  }
  const standing = days.standing?.meetings.find(
    ({ date, status }) =>
      date >= today && date > held && status !== "cancelled" && status !== "without-period",
  );
  if (standing) {
    const { date, start, end, roles } = standing;
    return { on: date, start, end, minutes: end - start, roles, because: "standing" };
  }
  const after = held > today ? held : today;
  return (
    (days.kept && byCalendar(timetable, team, after, days.kept, days.known ?? {})) ??
    byWeek(timetable, team, after)
  );
}

/** The first free period, else the team's meeting in the timetable, else the next day of school. */
function byCalendar(
  timetable: Timetable | undefined,
  team: RegisteredTeam,
  after: string,
  kept: KeptCalendar,
  known: KnownTime,
): NextSlot | undefined {
  const until = new Date(Date.parse(`${after}T00:00:00Z`) + WEEKS_AHEAD * 7 * DAY).toISOString().slice(0, 10);
  const days = between(tableOf(kept), after, until).filter(({ date, school }) => school && date > after);
  const [first, last] = [days[0], days.at(-1)];
  const at = (on: string, { start, end }: { start: number; end: number }): NextSlot => ({
    on,
    start,
    end,
    minutes: end - start,
    because: "free",
  });
  if (timetable && first && last && team.members.length > 0) {
    const span = { required: team.members, optional: [], from: first.date, to: last.date };
    const people = team.members.map((id) => ({ id, busy: busyOf(id, known) }));
    const asked = { asked: team.members, first: first.day, last: last.day, people };
    const built = datedAvailability(weeksOf(span, { timetable, kept, ...known }), asked);
    const { availability, lessons = [] } = built.ok ? built.value : {};
    for (const { day, date, periods } of days) {
      const free = periods.find(
        ({ start, end, kind }) =>
          kind === "teaching" &&
          availability &&
          team.members.every((id) => isFree(availability, id, day, start, end)),
      );
      if (free) return at(date, free);
    }
    const meetings = new Set(timetable.lessons.filter(({ kind }) => kind === "meeting").map(({ id }) => id));
    const own = lessons.find(
      ({ lesson, resources }) =>
        meetings.has(lesson) && team.members.every((member) => resources.includes(member)),
    );
    if (own) return at(own.date, own);
  }
  return first ? { on: first.date, minutes: USUAL_MINUTES, because: "proposal" } : undefined;
}

/** By the timetable's week alone. Days without a weekday's name (cycle days) take their place in a five-day week. */
function byWeek(timetable: Timetable | undefined, team: RegisteredTeam, after: string): NextSlot {
  const start = Date.parse(`${after}T00:00:00Z`);
  const shared = timetable ? sharedPeriods(timetable, team) : [];
  for (let ahead = 1; ahead <= 7 && timetable; ahead++) {
    const date = new Date(start + ahead * DAY);
    const day = timetable.days.find(
      (candidate, index) => weekdayOf(candidate.name, index) === date.getUTCDay(),
    );
    const period = timetable.periods.find((p) => p.day === day?.id && shared.includes(p.id));
    if (!period) continue;
    const minutes =
      period.start !== undefined && period.end !== undefined ? period.end - period.start : USUAL_MINUTES;
    return { on: dayOf(date), period: period.id, minutes, because: "free" };
  }
  let date = new Date(start + DAY);
  while ([0, 6].includes(date.getUTCDay())) date = new Date(date.getTime() + DAY);
  return { on: dayOf(date), minutes: USUAL_MINUTES, because: "proposal" };
}

function sharedPeriods(timetable: Timetable, team: RegisteredTeam): string[] {
  const week = weekGrid(timetable);
  const members = team.members.filter((member) => week.resourceIndex.has(member));
  const isHere = atSchool(timetable);
  const free = commonPeriods(week, members).filter((period) => members.every((id) => isHere(id, period)));
  if (free.length > 0) return free;
  const meeting = timetable.lessons.find(
    (lesson) => lesson.kind === "meeting" && members.every((member) => lesson.resources.includes(member)),
  );
  return timetable.placements.filter(({ lesson }) => lesson === meeting?.id).map(({ start }) => start);
}

function weekdayOf(name: string, index: number): number {
  const known = WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
  return known >= 0 ? known : (index % 5) + 1;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
