import { ok, type Result } from "@collegium/schema";
import { type DatedPeople, datedAvailability, type SchoolWeeks } from "./dated-availability.js";
import { type DatedObstacles, obstaclesOn } from "./dated-obstacles.js";
import { findSlots, type Slot, type SlotQuery } from "./find-slots.js";
import { buildAvailability } from "./person-time.js";
import { slotIssue } from "./slot-issue.js";

/** Whom, how long and on which dates a meeting needs. */
export interface DatedTimeRequest extends SlotQuery, Omit<DatedPeople, "asked"> {}

/** Every time on the dates at which a meeting can be, in time order; where there is none, what stands in the way. */
export interface DatedTimes {
  readonly slots: readonly Slot[];
  /** Up to five, fewest lessons first; empty where there are slots. */
  readonly obstacles: readonly DatedObstacles[];
}

/**
 * Finds time on dates for people of one or several schools, each with its own bells and time zone: a team that spans an
 * elementary and a high school meets when both are in session and everyone is free, to the minute, on odd days too.
 * A person is taken to be at a school from its first bell to its last on every date with school; someone in two
 * timetables is looked for in both. None is missed that begins on a whole five minutes. Times are those of the first
 * school's wall clock, whatever zone the others are in.
 *
 * Issue codes: those of {@link findSlots} and {@link datedAvailability}; warning: `no-school-dates`.
 */
export function findDatedTime(
  schools: readonly SchoolWeeks[],
  request: DatedTimeRequest,
): Result<DatedTimes> {
  const asked = [...request.required, ...(request.optional ?? []), ...(request.rooms ?? [])];
  const built = datedAvailability(schools, { ...request, asked });
  if (!built.ok) return built;
  const { availability, lessons, people } = built.value;
  const { grid } = availability;
  if (grid.days.length === 0)
    return ok({ slots: [], obstacles: [] }, [slotIssue("no-school-dates", ["first"])]);
  const slots = findSlots(availability, request);
  if (!slots.ok) return slots;
  if (slots.value.length > 0) return ok({ slots: slots.value, obstacles: [] }, built.warnings);
  const open = buildAvailability(
    grid,
    people.map(({ lessons: _, ...rest }) => rest),
  );
  const names = new Map(
    schools.flatMap(({ timetable }) => timetable.resources.map(({ id, name }) => [id, name])),
  );
  const { quorum: _, optional: __, ...required } = request;
  const possible = open.ok ? findSlots(open.value, { ...required, rooms: [] }) : slots;
  const obstacles = possible.ok ? obstaclesOn(possible.value, lessons, request.required, names) : [];
  return ok({ slots: [], obstacles }, built.warnings);
}

/** Slots that begin one after the other as one stretch: its day, its first start and its last end. */
export function slotStretches(
  slots: readonly Slot[],
  step = 5,
): readonly { readonly date: string; readonly start: number; readonly end: number }[] {
  const stretches: { date: string; start: number; end: number; last: number }[] = [];
  for (const { date, start, end } of slots) {
    const open = stretches[stretches.length - 1];
    if (open && open.date === date && start - open.last <= step) {
      open.last = start;
      open.end = end;
    } else stretches.push({ date, start, end, last: start });
  }
  return stretches.map(({ date, start, end }) => ({ date, start, end }));
}
