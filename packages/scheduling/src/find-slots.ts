import { fail, ok, type Result } from "@collegium/schema";
import { type Availability, isFree } from "./availability.js";
import { isoDate, timeText, weekdayOf } from "./civil-date.js";
import { commonStarts } from "./common-starts.js";
import { slotIssue } from "./slot-issue.js";

/** Whom and how long a meeting needs. */
export interface SlotQuery {
  /** People, and rooms too: everyone who must be free. */
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Least number of people, required ones included, that must be able to come. */
  readonly quorum?: number;
  readonly minutes: number;
  /** Rooms of which one must be free. */
  readonly rooms?: readonly string[];
  /**
   * Individual planning time that a contract protects: minutes that each required person must keep free in the week
   * beside the slot, counted in stretches of at least `run` minutes.
   */
  readonly protect?: { readonly minutes: number; readonly run: number };
  /** Minutes from one start to the next that is offered, the grid's step where absent. */
  readonly every?: number;
}

/** Time at which a meeting can be. */
export interface Slot {
  readonly day: number;
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly time: string;
  /** Optional people who can come. */
  readonly optional: readonly string[];
  /** Required people who would rather not. */
  readonly reluctant: readonly string[];
  readonly rooms: readonly string[];
}

/**
 * All times at which a set of people can meet, in time order, over as many days as the grid has.
 * A slot is free for every required person to the minute; none is missed that begins on a cell of the grid. Where the
 * protected planning time of a person would suffer, the slot is left out.
 *
 * Issue codes: `nobody-required`, `unknown-person` with the place of each, `impossible-quorum`, `slot-too-long`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const time = createAvailability(availabilityGrid([20697], 480, 600), ["t1", "t2"]);
 * markBusy(time, "t1", 20697, 480, 550);
 * unwrap(findSlots(time, { required: ["t1", "t2"], minutes: 50 })).map((slot) => slot.time); // => ["09:10"]
 * ```
 */
export function findSlots(availability: Availability, query: SlotQuery): Result<readonly Slot[]> {
  const { grid, row } = availability;
  const required = [...new Set(query.required)];
  const optional = [...new Set(query.optional)].filter((id) => !required.includes(id));
  const rooms = [...new Set(query.rooms)];
  const lists = { required: query.required, optional: query.optional ?? [], rooms: query.rooms ?? [] };
  const [unknown, ...more] = Object.entries(lists).flatMap(([list, ids]) =>
    ids.flatMap((id, at) =>
      row.has(id) ? [] : [slotIssue("unknown-person", [list, at], {}, "no-time-known")],
    ),
  );
  if (unknown) return fail(unknown, ...more);
  if (required.length === 0) {
    return fail(slotIssue("nobody-required", ["required"]));
  }
  const asked = required.length + optional.length;
  if ((query.quorum ?? 0) > asked) {
    return fail(slotIssue("impossible-quorum", ["quorum"], { n: asked }, "quorum-too-large"));
  }
  if (!(query.minutes > 0) || query.minutes > grid.cells * grid.step) {
    return fail(slotIssue("slot-too-long", ["minutes"], { n: String(grid.cells * grid.step) }));
  }
  const starts = commonStarts(
    availability,
    required.map((id) => row.get(id)!),
    query.minutes,
  );
  const every = query.every ?? grid.step;
  const keepsPlanning = planningKeeper(availability, query);
  const slots: Slot[] = [];
  for (const at of starts) {
    const cell = at % grid.cells;
    const start = grid.from + cell * grid.step;
    if ((start - grid.from) % every !== 0) continue;
    const day = grid.days[(at - cell) / grid.cells]!;
    const end = start + query.minutes;
    const free = (id: string) => isFree(availability, id, day, start, end);
    const coming = optional.filter(free);
    if (required.length + coming.length < (query.quorum ?? 0)) continue;
    const open = rooms.filter(free);
    if (rooms.length > 0 && open.length === 0) continue;
    if (!keepsPlanning(day, start, end)) continue;
    const reluctant = required.filter((id) => wouldRatherNot(availability, id, day, start, end));
    slots.push({
      day,
      date: isoDate(day),
      start,
      end,
      time: timeText(start),
      optional: coming,
      reluctant,
      rooms: open,
    });
  }
  return ok(slots);
}

function wouldRatherNot(
  availability: Availability,
  id: string,
  day: number,
  start: number,
  end: number,
): boolean {
  return (
    availability.avoid.length > 0 &&
    !isFree({ ...availability, busy: availability.avoid }, id, day, start, end)
  );
}

/** Whether each required person keeps the protected minutes; a day's minutes without the slot are worked out once. */
function planningKeeper(
  availability: Availability,
  query: SlotQuery,
): (day: number, start: number, end: number) => boolean {
  const { protect, required } = query;
  if (!protect) return () => true;
  const known = new Map<string, number>();
  const ofDay = (id: string, day: number): number => {
    const key = `${day} ${id}`;
    const minutes = known.get(key) ?? dayMinutes(availability, id, day, protect.run);
    known.set(key, minutes);
    return minutes;
  };
  return (day, start, end) =>
    required.every((id) => {
      let sum = dayMinutes(availability, id, day, protect.run, { start, end });
      for (const other of weekOf(day)) if (other !== day) sum += ofDay(id, other);
      return sum >= protect.minutes;
    });
}

/**
 * Free minutes that a person has in the week from Monday that holds a day, in stretches of at least `run` minutes: the
 * individual planning time that is left.
 */
export function planningMinutes(
  availability: Availability,
  person: string,
  day: number,
  run: number,
): number {
  return weekOf(day).reduce((sum, one) => sum + dayMinutes(availability, person, one, run), 0);
}

function weekOf(day: number): number[] {
  const monday = day - weekdayOf(day);
  return [0, 1, 2, 3, 4, 5, 6].map((more) => monday + more);
}

function dayMinutes(
  availability: Availability,
  person: string,
  day: number,
  run: number,
  without = { start: 0, end: 0 },
): number {
  const { grid } = availability;
  let sum = 0;
  let stretch = 0;
  for (let minute = grid.from; minute <= grid.to; minute += grid.step) {
    const taken = minute < without.end && minute + grid.step > without.start;
    const open = minute < grid.to && !taken && isFree(availability, person, day, minute, minute + grid.step);
    if (open) stretch += grid.step;
    else {
      if (stretch >= run) sum += stretch;
      stretch = 0;
    }
  }
  return sum;
}
