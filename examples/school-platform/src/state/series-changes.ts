import {
  availabilityGrid,
  buildAvailability,
  datedAvailability,
  isoDate,
  type MeetingConflict,
  type MeetingSeries,
  meetingConflicts,
  type PersonTime,
  type SchoolDay,
  type SeriesMeetings,
  type TimeOnDate,
  type Timetable,
} from "@collegium/scheduling";
import type { KeptCalendar } from "./calendar-book.js";
import { weeksOf } from "./free-schools.js";
import { busyOf, type KnownTime } from "./known-time.js";
import { guestId } from "./neighbours.js";
import { tableOf } from "./school-days.js";
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

/**
 * What stands in the way of a team's standing meeting: lessons of its members, times that are not to be had by the
 * timetable's rules or the members' own calendars, and other teams' meetings.
 */
export function conflictsOf(
  standing: StandingMeeting,
  others: readonly SeriesMeetings[],
  kept: KeptCalendar,
  timetable: Timetable | undefined,
  known: KnownTime = {},
): readonly MeetingConflict[] {
  const { series, meetings } = standing;
  const asked = [...series.members, ...(series.room === undefined ? [] : [series.room])];
  const dates = meetings.map(({ day }) => day).sort((a, b) => a - b);
  const [first, last] = [dates[0], dates.at(-1)];
  const own = ownLessons(timetable, series.members);
  // Meetings of our own teams are told apart below.
  const elsewhere = known.meetings?.filter((one) => one.elsewhere) ?? [];
  const busy = (id: string) => [...busyOf(id, { ...known, meetings: elsewhere }), ...closedDays(id, known)];
  const people: PersonTime[] = asked.map((id) => ({ id, busy: busy(id) }));
  const span = { required: asked, optional: [], from: isoDate(first ?? 0), to: isoDate(last ?? 0) };
  // Whoever meets before the first bell or after the last one is at school then, so that bells alone keep nobody.
  const whole = { asked, first: first ?? 0, last: last ?? -1, people, around: 1440 };
  const built = timetable
    ? datedAvailability(weeksOf(span, { ...known, timetable: without(timetable, own), kept }), whole)
    : undefined;
  const grid = availabilityGrid(dates, 0, 1440);
  const availability = buildAvailability(grid, built?.ok ? built.value.people : people);
  const all = meetingConflicts(
    [{ series, meetings }, ...others],
    availability.ok ? availability.value : undefined,
  );
  return all.filter((one) => one.series === series.id || one.other?.series === series.id);
}

/** Dates on which the school of a guest is closed. */
function closedDays(id: string, { neighbours = [] }: KnownTime): TimeOnDate[] {
  const home = neighbours.find((one) =>
    one.school.teachers.some((teacher) => guestId(one, teacher.id) === id),
  );
  const days = home ? tableOf(home.kept).days : [];
  return days.filter(({ school }) => !school).map(({ date }) => ({ date }));
}

function without(timetable: Timetable, lessons: ReadonlySet<string>): Timetable {
  return { ...timetable, placements: timetable.placements.filter(({ lesson }) => !lessons.has(lesson)) };
}

/** The team's own meeting in the timetable is no conflict of its standing meeting: it is the same hour. */
function ownLessons(timetable: Timetable | undefined, members: readonly string[]): ReadonlySet<string> {
  const meetings = timetable?.lessons.filter(({ kind }) => kind === "meeting") ?? [];
  return new Set(
    meetings.filter(({ resources }) => members.every((id) => resources.includes(id))).map(({ id }) => id),
  );
}
