import { ok, type Result } from "@collegium/schema";
import {
  type CommonTimeRequest,
  type CompiledRequest,
  compileRequest,
  freePeriods,
  isMarked,
  possibleStarts,
} from "./common-time-request.js";
import { phrase, worded } from "./common-time-words.js";
import { type Obstacles, obstaclesAt } from "./obstacles.js";
import { nameOf, periodsPhrase } from "./period-text.js";
import { isBusy, type WeekGrid } from "./week-grid.js";
import type { Wording } from "./wording.js";

/** One thing that speaks for a time or against it. */
export interface TimeReason {
  readonly code: "everyone" | "some-cannot" | "room-free" | "reluctant" | "keeps-own-periods";
  /** One plain sentence. */
  readonly message: string;
  /** The same as data, for another language: {@link inLanguage}. */
  readonly wording: Wording;
  /** Facts for programs: ids of people and rooms, counts. */
  readonly data: {
    readonly people?: readonly string[];
    readonly rooms?: readonly string[];
    readonly count?: number;
    readonly of?: number;
  };
}

/** A time in the week at which the meeting can be. */
export interface CommonTime {
  /** Period ids, one after the other. */
  readonly periods: readonly string[];
  /** Ids of the people who can come, required ones first. */
  readonly attending: readonly string[];
  /** Ids of the optional people who cannot. */
  readonly absent: readonly string[];
  /** Ids of the people who come and would rather not. */
  readonly reluctant: readonly string[];
  /** Ids of the rooms that are free, where one is needed. */
  readonly rooms: readonly string[];
  readonly reasons: readonly TimeReason[];
}

/** Every time at which a meeting can be, best first; where there is none, what stands in the way. */
export interface CommonTimes {
  readonly times: readonly CommonTime[];
  /** Smallest sets of lessons whose move would open a time, smallest first; empty where there are times. */
  readonly obstacles: readonly Obstacles[];
}

/**
 * Finds every time in the school's week at which a meeting can be, ranked with reasons; where there is none, says in
 * words which few lessons stand in the way.
 * A time is free for every required person, for as many optional ones as the quorum asks, and for one of the rooms;
 * none is missed. Order: most people, then fewest who would rather not (those who gave way before count more), then
 * time of the week. `away` and `ownPeriods` are hard limits: who would keep fewer free periods counts as busy.
 *
 * Issue codes: those of a request that names unknown people, rooms or periods, or an impossible quorum or length.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const week = weekGrid(unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] })));
 * const { times, obstacles } = unwrap(findCommonTime(week, { required: ["t1"] }));
 * times; // => []
 * obstacles[0]?.message; // => "Only one lesson, Monday, period 1, stands in the way: Mathematics 7a (Teacher 1)."
 * ```
 */
export function findCommonTime(week: WeekGrid, request: CommonTimeRequest): Result<CommonTimes> {
  const compiled = compileRequest(week, request);
  if (!compiled.ok) return compiled;
  const query = compiled.value;
  const starts = possibleStarts(week, query);
  const found = starts.flatMap((start) => candidate(week, query, start) ?? []);
  found.sort((a, b) => b.people - a.people || a.burden - b.burden || a.start - b.start);
  if (found.length > 0) return ok({ times: found.map(({ time }) => time), obstacles: [] });
  return ok({ times: [], obstacles: obstaclesAt(week, query, starts) });
}

interface Candidate {
  readonly time: CommonTime;
  readonly start: number;
  readonly people: number;
  readonly burden: number;
}

/** The time that starts at a period, where the meeting can be then. */
function candidate(week: WeekGrid, query: CompiledRequest, start: number): Candidate | undefined {
  const can = (person: number) => canCome(week, query, person, start);
  if (!query.required.every(can)) return undefined;
  const present = [...query.required, ...query.optional.filter(can)];
  if (present.length < query.quorum) return undefined;
  const isOpen = (room: number) => !isMarked(week, query.away, room, start, query.length);
  const rooms =
    query.rooms?.filter((room) => isOpen(room) && isFreeFor(week, room, start, query.length)) ?? [];
  if (query.rooms !== undefined && rooms.length === 0) return undefined;
  const absent = query.optional.filter((person) => !present.includes(person));
  const reluctant = present.filter((person) => isMarked(week, query.avoid, person, start, query.length));
  const id = (resource: number) => week.resources[resource]!.id;
  return {
    start,
    people: present.length,
    burden: reluctant.reduce((sum, person) => sum + 1 + (query.gaveUp.get(person) ?? 0), 0),
    time: {
      periods: week.periods.slice(start, start + query.length).map((period) => period.id),
      attending: present.map(id),
      absent: absent.map(id),
      reluctant: reluctant.map(id),
      rooms: rooms.map(id),
      reasons: reasonsFor(week, query, { start, present, absent, reluctant, rooms }),
    },
  };
}

/** Free in all periods of the meeting, with enough free periods left in the week. */
export function canCome(week: WeekGrid, query: CompiledRequest, person: number, start: number): boolean {
  if (!isFreeFor(week, person, start, query.length)) return false;
  if (isMarked(week, query.away, person, start, query.length)) return false;
  return query.ownPeriods === 0 || freePeriods(week, query, person) - query.length >= query.ownPeriods;
}

/** Whether a resource has nothing in so many periods from one on. */
export function isFreeFor(week: WeekGrid, resource: number, start: number, length: number): boolean {
  for (let period = start; period < start + length; period++)
    if (isBusy(week, resource, period)) return false;
  return true;
}

function reasonsFor(
  week: WeekGrid,
  query: CompiledRequest,
  {
    start,
    present,
    absent,
    reluctant,
    rooms,
  }: Record<"present" | "absent" | "reluctant" | "rooms", number[]> & {
    start: number;
  },
): TimeReason[] {
  const ids = (resources: readonly number[]) => resources.map((resource) => week.resources[resource]!.id);
  const names = (resources: readonly number[]) => ids(resources).map((id) => nameOf(week, id));
  const when = periodsPhrase(week, start, query.length);
  const of = present.length + absent.length;
  const reasons: TimeReason[] = [];
  const say = (code: TimeReason["code"], data: TimeReason["data"], wording: Wording) =>
    reasons.push({ code, data, ...worded(wording) });
  if (absent.length === 0) {
    say("everyone", { count: of, of }, phrase(of === 1 ? "free-alone" : "everyone", { when, of }));
  } else {
    const values = { when, n: present.length, of, people: names(absent), absent: absent.length };
    say("some-cannot", { people: ids(absent), count: present.length, of }, phrase("some-cannot", values));
  }
  if (rooms.length > 0) say("room-free", { rooms: ids(rooms) }, phrase("room-free", { rooms: names(rooms) }));
  for (const person of reluctant) {
    const before = query.gaveUp.get(person) ?? 0;
    const key = before === 0 ? "reluctant" : before === 1 ? "reluctant-once" : "reluctant-again";
    const values = { person: names([person]), n: before };
    say("reluctant", { people: ids([person]), count: before }, phrase(key, values));
  }
  if (query.ownPeriods > 0) {
    const least = Math.min(...present.map((person) => freePeriods(week, query, person) - query.length));
    say("keeps-own-periods", { count: least }, phrase("keeps-own-periods", { n: least }));
  }
  return reasons;
}
