import { ok, type Result } from "@collegium/schema";
import { weekdayOf } from "./civil-date.js";
import { type DatedPeople, datedAvailability, type SchoolWeeks } from "./dated-availability.js";
import { type DatedObstacles, type Known, obstaclesOn } from "./dated-obstacles.js";
import { findSlots, planningMinutes, type Slot, type SlotQuery } from "./find-slots.js";
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
 * timetables is looked for in both. A lunch of the bells is time that everyone would rather keep. None is missed that
 * begins on a whole five minutes. Lessons that no date has are in nobody's way: {@link checkLessonDates} tells them. Times are those of the first
 * school's wall clock, whatever zone the others are in.
 *
 * Issue codes: those of {@link findSlots} and {@link datedAvailability}; warning: `no-school-dates`.
 */
export function findDatedTime(
  schools: readonly SchoolWeeks[],
  request: DatedTimeRequest,
): Result<DatedTimes> {
  const asked = [...request.required, ...(request.optional ?? []), ...(request.rooms ?? [])];
  const built = datedAvailability(schools, { ...(request.protect ? wholeWeeks(request) : request), asked });
  if (!built.ok) return built;
  const { availability, lessons, people } = built.value;
  const { grid } = availability;
  const { warnings } = built;
  if (!grid.days.some((day) => isIn(request, day)))
    return ok({ slots: [], obstacles: [] }, [slotIssue("no-school-dates", ["first"])]);
  const found = findSlots(availability, request);
  if (!found.ok) return found;
  const slots = found.value.filter(({ day }) => isIn(request, day));
  if (slots.length > 0) return ok({ slots, obstacles: [] }, warnings);
  const unoccupied = buildAvailability(
    grid,
    people.map(({ lessons: _, ...rest }) => rest),
  );
  const { quorum: _, protect, ...openly } = request;
  const possible = unoccupied.ok ? findSlots(unoccupied.value, openly) : found;
  // Moved lessons take up other time of the same person, so the time alone stays about as it is.
  const enough = ({ day }: Slot) =>
    !protect ||
    request.required.every(
      (id) => planningMinutes(availability, id, day, protect.run) - request.minutes >= protect.minutes,
    );
  const thinkable = possible.ok
    ? possible.value.filter((slot) => isIn(request, slot.day) && enough(slot))
    : [];
  return ok({ slots: [], obstacles: obstaclesOn(thinkable, lessons, request, knownOf(schools)) }, warnings);
}

function knownOf(schools: readonly SchoolWeeks[]): Known {
  const resources = schools.flatMap(({ timetable }) => timetable.resources);
  const kinds = new Map(
    schools.flatMap(({ timetable, table }) =>
      timetable.lessons.map(({ id, kind }) => [JSON.stringify([table.school, id]), kind]),
    ),
  );
  return {
    names: new Map(resources.map(({ id, name }) => [id, name])),
    kindOf: ({ school, lesson }) => kinds.get(JSON.stringify([school, lesson])) ?? "teaching",
  };
}

/** From the Monday of the first date to the Sunday of the last: what a contract protects is counted in weeks. */
function wholeWeeks(request: DatedTimeRequest): DatedTimeRequest {
  const { first, last } = request;
  return { ...request, first: first - weekdayOf(first), last: last + 6 - weekdayOf(last) };
}

function isIn({ first, last }: DatedTimeRequest, day: number): boolean {
  return first <= day && day <= last;
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
