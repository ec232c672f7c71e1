import {
  availabilityGrid,
  buildAvailability,
  type DatedLesson,
  findSlots,
  type Meeting,
  type PersonTime,
  type SchoolDay,
  type SchoolPeriod,
  type Slot,
  type Timetable,
} from "@collegium/scheduling";
import { ok, type Result } from "@collegium/schema";
import type { KeptCalendar } from "./calendar-book.js";
import { between, lessonsOn, tableOf } from "./school-days.js";

/** Who wants to meet, for how long, and between which dates. */
export interface FreeQuestion {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly minutes: number;
  readonly from: string;
  readonly to: string;
  /** Whether the hour before the first bell and the hour after the last one count too. */
  readonly around: boolean;
}

/** A time at which a meeting can be, with what speaks for it and against it. */
export interface FreeSlot {
  readonly day: SchoolDay;
  readonly start: number;
  readonly end: number;
  /** The bell period with which it begins. */
  readonly period?: SchoolPeriod;
  /** Optional people who cannot come. */
  readonly absent: readonly string[];
  /** People who give up their lunch, each with how often they did so before. */
  readonly lunch: readonly { readonly id: string; readonly before: number }[];
  /** Whether it begins before the first bell or ends after the last. */
  readonly outside: boolean;
}

/** A time at which only these lessons, and nothing else, stand in the way. */
export interface Blocked {
  readonly day: SchoolDay;
  readonly start: number;
  readonly end: number;
  readonly period: SchoolPeriod;
  readonly by: readonly { readonly name: string; readonly people: readonly string[] }[];
  /** How many later dates have just these lessons in the way at this period. */
  readonly again: number;
}

/** Everything that is known about a team's free time on some dates. */
export interface FreeAnswer {
  /** Best first. */
  readonly slots: readonly FreeSlot[];
  /** Fewest lessons first; empty where there are slots. */
  readonly blocked: readonly Blocked[];
  readonly schoolDays: number;
}

/** What a question is answered from. */
export interface FreeSources {
  readonly timetable: Timetable;
  readonly kept: KeptCalendar;
  /** Standing meetings of others, which keep their members. */
  readonly meetings: readonly {
    readonly members: readonly string[];
    readonly meetings: readonly Meeting[];
  }[];
  /** How often each person has given up a lunch for this team. */
  readonly gaveUp: ReadonlyMap<string, number>;
}

const AROUND = 60;
const SHOWN = 5;

/**
 * All times at which people are free together, on real dates with their own bells, best first: most people, then
 * fewest lunches given up (those who gave one up before count more), inside the school day, then the earliest. Where
 * there is none, the times with the fewest lessons in the way.
 *
 * Issue codes: those of `findSlots`.
 */
export function freeTimes(question: FreeQuestion, sources: FreeSources): Result<FreeAnswer> {
  const { required, optional, minutes, around } = question;
  const table = tableOf(sources.kept);
  const days = between(table, question.from, question.to).filter(
    ({ school, periods }) => school && periods.length > 0,
  );
  if (days.length === 0) return ok({ slots: [], blocked: [], schoolDays: 0 });
  const lessons = lessonsOn(sources.timetable, sources.kept, table, days);
  const first = Math.min(...days.map(({ periods }) => periods[0]?.start ?? 0));
  const last = Math.max(...days.map(endOf));
  const more = around ? AROUND : 0;
  const grid = availabilityGrid(
    days.map(({ day }) => day),
    Math.floor((first - more) / 5) * 5,
    last + more,
  );
  const people = [...new Set([...required, ...optional])].map((id) =>
    timeOf(id, days, lessons, sources, around),
  );
  const availability = buildAvailability(grid, people);
  if (!availability.ok) return availability;
  const found = findSlots(availability.value, { required, optional, minutes, every: 5 });
  if (!found.ok) return found;
  const slots = days
    .flatMap((day) =>
      presentable(
        day,
        found.value.filter((slot) => slot.day === day.day),
      ),
    )
    .map(({ day, slot }) => judged(day, slot, question, sources.gaveUp))
    .sort(best);
  const blocked = slots.length > 0 ? [] : blockedTimes(question, days, lessons, sources);
  return ok({ slots, blocked, schoolDays: days.length });
}

/** Lessons, other teams' meetings, and the lunch that a person would rather keep. */
function timeOf(
  id: string,
  days: readonly SchoolDay[],
  lessons: readonly DatedLesson[],
  { meetings }: FreeSources,
  around: boolean,
): PersonTime {
  const kept = new Set(days.map(({ date }) => date));
  return {
    id,
    lessons: lessons.filter(({ resources }) => resources.includes(id)),
    busy: [
      ...meetings
        .filter(({ members }) => members.includes(id))
        .flatMap((one) => one.meetings)
        .filter(({ date, status }) => kept.has(date) && status !== "cancelled")
        .map(({ date, start, end }) => ({ date, start, end })),
      // A shorter day ends for people too, unless the time around school was asked for.
      ...(around
        ? []
        : days.flatMap((day) => [
            { date: day.date, start: 0, end: day.periods[0]?.start ?? 0 },
            { date: day.date, start: endOf(day), end: 1440 },
          ])),
    ],
    avoid: days.flatMap(({ date, periods }) =>
      periods.filter(({ kind }) => kind === "lunch").map(({ start, end }) => ({ date, start, end })),
    ),
  };
}

/** Of many starts five minutes apart, those that people would name: with a bell, else the first of each stretch. */
function presentable(day: SchoolDay, slots: readonly Slot[]): { day: SchoolDay; slot: Slot }[] {
  const bells = new Set(day.periods.map(({ start }) => start));
  const stretches: Slot[][] = [];
  for (const slot of slots) {
    const stretch = stretches.at(-1);
    if (stretch?.at(-1)?.start === slot.start - 5) stretch.push(slot);
    else stretches.push([slot]);
  }
  return stretches.flatMap((stretch) => {
    const withBell = stretch.filter(({ start }) => bells.has(start));
    return (withBell.length > 0 ? withBell : stretch.slice(0, 1)).map((slot) => ({ day, slot }));
  });
}

function judged(
  day: SchoolDay,
  { start, end, optional: coming }: Slot,
  { required, optional }: FreeQuestion,
  gaveUp: ReadonlyMap<string, number>,
): FreeSlot {
  const period = day.periods.find((one) => one.start === start);
  const lunch = day.periods.some(
    ({ kind, ...one }) => kind === "lunch" && one.start < end && one.end > start,
  );
  return {
    day,
    start,
    end,
    ...(period && { period }),
    absent: optional.filter((id) => !coming.includes(id) && !required.includes(id)),
    lunch: lunch ? [...required, ...coming].map((id) => ({ id, before: gaveUp.get(id) ?? 0 })) : [],
    outside: start < (day.periods[0]?.start ?? 0) || end > endOf(day),
  };
}

function best(a: FreeSlot, b: FreeSlot): number {
  const burden = ({ lunch }: FreeSlot) => lunch.reduce((sum, { before }) => sum + 1 + before, 0);
  return (
    a.absent.length - b.absent.length ||
    burden(a) - burden(b) ||
    Number(a.outside) - Number(b.outside) ||
    a.day.day - b.day.day ||
    a.start - b.start
  );
}

/** The times at the bells of each date with the fewest lessons of required people in the way. */
function blockedTimes(
  { required, minutes }: FreeQuestion,
  days: readonly SchoolDay[],
  lessons: readonly DatedLesson[],
  { meetings }: FreeSources,
): Blocked[] {
  const busy = [
    ...lessons.map((lesson) => ({ ...lesson, key: lesson.lesson })),
    ...meetings.flatMap(({ members, meetings: held }) =>
      held
        .filter(({ status }) => status !== "cancelled")
        .map((meeting) => ({ ...meeting, key: meeting.series, name: "", resources: members })),
    ),
  ];
  const found = days.flatMap((day) =>
    day.periods
      .filter(({ start, kind }) => kind !== "lunch" && start + minutes <= endOf(day))
      .map((period): Blocked => {
        const [start, end] = [period.start, period.start + minutes];
        const by = new Map<string, { name: string; people: string[] }>();
        for (const one of busy) {
          if (one.day !== day.day || one.start >= end || one.end <= start) continue;
          const people = required.filter((id) => one.resources.includes(id));
          if (people.length > 0) by.set(one.key, { name: one.name, people });
        }
        return { day, start, end, period, by: [...by.values()], again: 0 };
      }),
  );
  const nearest = found
    .filter(({ by }) => by.length > 0)
    .sort((a, b) => a.by.length - b.by.length || a.day.day - b.day.day || a.start - b.start);
  return eachOnce(nearest).slice(0, SHOWN);
}

/** The same lessons at the same period, week after week, are one entry with its first date. */
function eachOnce(times: readonly Blocked[]): Blocked[] {
  const byCause = new Map<string, Blocked>();
  for (const time of times) {
    const cause = JSON.stringify([time.period.id, time.day.weekday, time.by]);
    const known = byCause.get(cause);
    byCause.set(cause, known ? { ...known, again: known.again + 1 } : time);
  }
  return [...byCause.values()];
}

function endOf({ periods }: SchoolDay): number {
  return Math.max(0, ...periods.map(({ end }) => end));
}
