import {
  availabilityGrid,
  buildAvailability,
  type MeetingConflict,
  type MeetingSeries,
  meetingConflicts,
  type SchoolDay,
  type SeriesMeetings,
  type Timetable,
} from "@collegium/scheduling";
import type { KeptCalendar } from "./calendar-book.js";
import { lessonsOn, tableOf } from "./school-days.js";
import type { StandingMeeting } from "./team-times.js";

type Change = MeetingSeries["changes"][number];
type Role = MeetingSeries["rotas"][number];

/** A meeting moved to another date or time, cancelled, or put back as the series has it. */
export function withMeeting(
  series: MeetingSeries,
  key: string,
  change: Omit<Change, "date"> | undefined,
): MeetingSeries {
  const others = series.changes.filter(({ date }) => date !== key);
  return { ...series, changes: change === undefined ? others : [...others, { date: key, ...change }] };
}

/**
 * A meeting of every second calendar week that comes in the school's odd or even weeks instead, so that no break shifts it
 * to the other side; absent where the school counts no weeks or the meeting does not alternate.
 */
export function followingWeeks(series: MeetingSeries, kept: KeptCalendar): MeetingSeries | undefined {
  const { cycle } = kept.calendar;
  const { when } = series;
  if (when.kind !== "weeks" || !cycle || cycle.counts === "school-days") return undefined;
  const { weekdays, every } = when as { weekdays: SchoolDay["weekday"][]; every: number };
  if (every % cycle.days.length !== 0) return undefined;
  const first = tableOf(kept).days.find(
    ({ date, weekday, cycleDay }) =>
      date >= series.first && weekdays.includes(weekday) && cycleDay !== undefined,
  );
  if (first?.cycleDay === undefined) return undefined;
  const cycleDays = [first.cycleDay];
  return { ...series, when: { kind: "cycle", cycleDays, weekdays, every: every / cycle.days.length } };
}

/** Somebody who cannot take a turn: the next one does, and the person's turn comes next time. */
export function withSkip(series: MeetingSeries, role: string, person: string, date: string): MeetingSeries {
  return withRota(series, role, (rota) => ({ ...rota, skips: [...(rota.skips ?? []), { person, date }] }));
}

/** Two meetings whose people exchange their turns. */
export function withSwap(series: MeetingSeries, role: string, one: string, other: string): MeetingSeries {
  return withRota(series, role, (rota) => ({
    ...rota,
    swaps: [...(rota.swaps ?? []), { dates: [one, other] }],
  }));
}

function withRota(series: MeetingSeries, role: string, change: (rota: Role) => Role): MeetingSeries {
  return { ...series, rotas: series.rotas.map((rota) => (rota.role === role ? change(rota) : rota)) };
}

/** Turns in the order of the team, beginning with one of its members. */
export function rotaFrom(role: string, members: readonly string[], first: string): Role {
  const at = Math.max(0, members.indexOf(first));
  return { role, order: [...members.slice(at), ...members.slice(0, at)] };
}

/** Whether the team has changed since its standing meeting was made. */
export function hasOthers(series: MeetingSeries, members: readonly string[]): boolean {
  return [...series.members].sort().join() !== [...members].sort().join();
}

/** The standing meeting of the team as it is now: who left has no more turns, who came is last in line. */
export function withMembers(series: MeetingSeries, members: readonly string[]): MeetingSeries {
  const rotas = series.rotas.map((rota) => {
    const stay = rota.order.filter((id) => members.includes(id));
    return { ...rota, order: [...stay, ...members.filter((id) => !stay.includes(id))] };
  });
  return { ...series, members: [...members], rotas: rotas.filter(({ order }) => order.length > 0) };
}

/** What stands in the way of a team's standing meeting: lessons of its members, and other teams' meetings. */
export function conflictsOf(
  standing: StandingMeeting,
  others: readonly SeriesMeetings[],
  kept: KeptCalendar,
  timetable: Timetable | undefined,
): readonly MeetingConflict[] {
  const { series, meetings } = standing;
  const dates = new Set(meetings.map(({ day }) => day));
  const table = tableOf(kept);
  const days = table.days.filter(({ day, school }) => school && dates.has(day));
  const lessons = timetable && days.length > 0 ? lessonsOn(timetable, kept, table, days) : [];
  const own = ownLessons(timetable, series.members);
  const people = [...series.members, ...(series.room === undefined ? [] : [series.room])].map((id) => ({
    id,
    lessons: lessons.filter(({ lesson, resources }) => resources.includes(id) && !own.has(lesson)),
  }));
  const grid = availabilityGrid([...dates], 0, 1440);
  const availability = buildAvailability(grid, people);
  const all = meetingConflicts(
    [{ series, meetings }, ...others],
    availability.ok ? availability.value : undefined,
  );
  return all.filter((one) => one.series === series.id || one.other?.series === series.id);
}

/** The team's own meeting in the timetable is no conflict of its standing meeting: it is the same hour. */
function ownLessons(timetable: Timetable | undefined, members: readonly string[]): ReadonlySet<string> {
  const meetings = timetable?.lessons.filter(({ kind }) => kind === "meeting") ?? [];
  return new Set(
    meetings.filter(({ resources }) => members.every((id) => resources.includes(id))).map(({ id }) => id),
  );
}
