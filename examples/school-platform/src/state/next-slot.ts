import { commonPeriods, type Timetable, weekGrid } from "@collegium/scheduling";
import type { RegisteredTeam } from "./team-register.js";

/** When a team can meet next inside the school day. */
export interface NextSlot {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Id of the period; absent where the team shares none. */
  readonly period?: string;
  readonly minutes: number;
}

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const USUAL_MINUTES = 45;
const DAY = 86_400_000;

/**
 * The team's next shared period after a day: one in which all are free, else the one of its standing meeting, else the next
 * weekday with no period. Days without a weekday's name (cycle days) take their place in a five-day week.
 */
export function nextSlot(timetable: Timetable | undefined, team: RegisteredTeam, after: string): NextSlot {
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
    return { on: dayOf(date), period: period.id, minutes };
  }
  let date = new Date(start + DAY);
  while ([0, 6].includes(date.getUTCDay())) date = new Date(date.getTime() + DAY);
  return { on: dayOf(date), minutes: USUAL_MINUTES };
}

function sharedPeriods(timetable: Timetable, team: RegisteredTeam): string[] {
  const week = weekGrid(timetable);
  const members = team.members.filter((member) => week.resourceIndex.has(member));
  const free = commonPeriods(week, members);
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
