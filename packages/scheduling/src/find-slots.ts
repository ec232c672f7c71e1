import { fail, ok, type Result } from "@collegium/schema";
import { type Availability, isFree } from "./availability.js";
import { isoDate, timeText } from "./civil-date.js";
import { commonStarts } from "./common-starts.js";

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
 * Issue codes: `nobody-required`, `unknown-person`, `slot-too-long`.
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
  const optional = query.optional ?? [];
  const rooms = query.rooms ?? [];
  const unknown = [...query.required, ...optional, ...rooms].filter((id) => !row.has(id));
  if (unknown.length > 0) {
    return fail({
      code: "unknown-person",
      path: [],
      message: `${unknown.length} of the people or rooms have no time on this grid.`,
      hint: "Add them to the availability first.",
      data: { count: unknown.length },
    });
  }
  if (query.required.length === 0) {
    return fail({
      code: "nobody-required",
      path: ["required"],
      message: "A meeting needs at least one person.",
      hint: "Name one.",
    });
  }
  if (!(query.minutes > 0) || query.minutes > grid.cells * grid.step) {
    return fail({
      code: "slot-too-long",
      path: ["minutes"],
      message: "The meeting must be longer than no time and fit into one day of the grid.",
      hint: `Ask for up to ${grid.cells * grid.step} minutes.`,
    });
  }
  const starts = commonStarts(
    availability,
    query.required.map((id) => row.get(id)!),
    query.minutes,
  );
  const every = query.every ?? grid.step;
  const slots: Slot[] = [];
  for (const at of starts) {
    const cell = at % grid.cells;
    const start = grid.from + cell * grid.step;
    if ((start - grid.from) % every !== 0) continue;
    const day = grid.days[(at - cell) / grid.cells]!;
    const end = start + query.minutes;
    const free = (id: string) => isFree(availability, id, day, start, end);
    const coming = optional.filter(free);
    if (query.required.length + coming.length < (query.quorum ?? 0)) continue;
    const open = rooms.filter(free);
    if (rooms.length > 0 && open.length === 0) continue;
    if (query.protect && !keepsPlanning(availability, query, day, start, end)) continue;
    const reluctant = query.required.filter((id) => wouldRatherNot(availability, id, day, start, end));
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

/** Whether each required person keeps the protected minutes in the week from Monday that holds the slot. */
function keepsPlanning(
  availability: Availability,
  query: SlotQuery,
  day: number,
  start: number,
  end: number,
): boolean {
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  const { minutes, run } = query.protect!;
  return query.required.every(
    (id) => planningMinutes(availability, id, monday, run, { day, start, end }) >= minutes,
  );
}

/**
 * Free minutes that a person has in the week from a Monday, in stretches of at least `run` minutes; a slot may be taken
 * out. People who are rooms have them too, which does no harm.
 */
export function planningMinutes(
  availability: Availability,
  person: string,
  monday: number,
  run: number,
  without?: { readonly day: number; readonly start: number; readonly end: number },
): number {
  const { grid } = availability;
  let sum = 0;
  for (let day = monday; day < monday + 7; day++) {
    let stretch = 0;
    for (let minute = grid.from; minute <= grid.to; minute += grid.step) {
      const taken =
        without && day === without.day && minute < without.end && minute + grid.step > without.start;
      const open =
        minute < grid.to && !taken && isFree(availability, person, day, minute, minute + grid.step);
      if (open) stretch += grid.step;
      else {
        if (stretch >= run) sum += stretch;
        stretch = 0;
      }
    }
  }
  return sum;
}
