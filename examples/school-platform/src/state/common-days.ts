import {
  findDatedTime,
  type PersonTime,
  type SchoolDay,
  type SchoolPeriod,
  type SchoolWeeks,
  type Slot,
  type Timetable,
} from "@collegium/scheduling";
import { ok, type Result } from "@collegium/schema";
import { blockedTimes } from "./blocked-times.js";
import type { KeptCalendar } from "./calendar-book.js";
import { dayOf, endOf, lessonsOf, lunchesOf, schoolOf, weeksOf } from "./free-schools.js";
import { busyOf, type KnownTime } from "./known-time.js";

/** Who wants to meet, for how long, and between which dates. */
export interface FreeQuestion {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly minutes: number;
  readonly from: string;
  readonly to: string;
  /** Whether the hour before the first bell and the hour after the last one count too. */
  readonly around: boolean;
  /** Minutes on the way for whoever comes from another school. */
  readonly travel?: number;
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

/** One thing that keeps people: a lesson of ours by its name, another team's meeting, or what is not ours to know. */
export interface InTheWay {
  readonly what: "lesson" | "meeting" | "busy";
  readonly name: string;
  readonly people: readonly string[];
}

/** A time at which only these lessons, and nothing else, stand in the way. */
export interface Blocked {
  readonly day: SchoolDay;
  readonly start: number;
  readonly end: number;
  readonly period: SchoolPeriod;
  readonly by: readonly InTheWay[];
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
export interface FreeSources extends KnownTime {
  readonly timetable: Timetable;
  readonly kept: KeptCalendar;
  /** How often each person has given up a lunch for this team. */
  readonly gaveUp: ReadonlyMap<string, number>;
}

const AROUND = 60;

/**
 * All times at which people are free together, on real dates with the bells of everyone's own school, best first: most
 * people, then fewest lunches given up (those who gave one up before count more), inside the school day, then the
 * earliest. Where there is none, the times with the fewest lessons in the way.
 *
 * Issue codes: those of `findDatedTime`.
 */
export function freeTimes(question: FreeQuestion, sources: FreeSources): Result<FreeAnswer> {
  const { required, optional, minutes } = question;
  const [home, ...others] = weeksOf(question, sources);
  const days = home?.table.days.filter(({ school, periods }) => school && periods.length > 0) ?? [];
  if (!home || days.length === 0) return ok({ slots: [], blocked: [], schoolDays: 0 });
  const asked = [...new Set([...required, ...optional])];
  const schools = [home, ...others];
  const people = asked.map((id) => timeOf(id, question, sources, schools));
  const around = question.around ? { around: AROUND } : {};
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0];
  const found = findDatedTime(schools, { required, optional, minutes, first, last, people, ...around });
  if (!found.ok) return found;
  const slots = days
    .flatMap((day) =>
      presentable(
        day,
        found.value.slots.filter((slot) => slot.day === day.day),
      ),
    )
    .map(({ day, slot }) => judged(day, slot, question, sources.gaveUp, schools))
    .sort(best);
  const blocked = slots.length > 0 ? [] : blockedTimes(question, days, schools, sources);
  return ok({ slots, blocked, schoolDays: days.length });
}

/** Other teams' meetings, the own calendar, the way from another school, and the lunch that a person would rather keep. */
function timeOf(
  id: string,
  { travel = 0 }: FreeQuestion,
  known: FreeSources,
  schools: readonly SchoolWeeks[],
): PersonTime {
  const [, ...elsewhere] = schools;
  const way =
    travel > 0 ? elsewhere.flatMap(lessonsOf).filter(({ resources }) => resources.includes(id)) : [];
  return {
    id,
    busy: [
      ...busyOf(id, known),
      ...way.map(({ date, start, end }) => ({ date, start: start - travel, end: end + travel })),
    ],
    avoid: schoolOf(id, schools).table.days.flatMap((day) =>
      lunchesOf(day).map(({ start, end }) => ({ date: day.date, start, end })),
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
  schools: readonly SchoolWeeks[],
): FreeSlot {
  const period = day.periods.find((one) => one.start === start);
  const givesUp = (id: string) => {
    const own = dayOf(schoolOf(id, schools).table, day.day);
    return own !== undefined && lunchesOf(own).some((lunch) => lunch.start < end && lunch.end > start);
  };
  return {
    day,
    start,
    end,
    ...(period && { period }),
    absent: optional.filter((id) => !coming.includes(id) && !required.includes(id)),
    lunch: [...required, ...coming].filter(givesUp).map((id) => ({ id, before: gaveUp.get(id) ?? 0 })),
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
