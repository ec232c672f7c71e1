import { parseDate, weekdayOf } from "./civil-date.js";
import type { CalendarException, SchoolCalendar } from "./school-calendar.js";

/**
 * The cycle day of every date, `undefined` where there is none. Days of school are counted, or weeks; an exception may
 * let the cycle go on without school, let it wait although there is school, or set it.
 */
export function countCycle(
  cycle: SchoolCalendar["cycle"],
  first: number,
  kinds: readonly (string | undefined)[],
  holding: (dayKind: string) => boolean,
  touching: (day: number) => readonly CalendarException[],
): (string | undefined)[] {
  if (!cycle) return kinds.map(() => undefined);
  const { days, counts } = cycle;
  const size = days.length;
  let position = Math.max(0, days.indexOf(cycle.startsWith ?? days[0]!));
  const held = kinds.map((kind) => kind !== undefined && holding(kind));
  const says = kinds.map((_, index) => directions(touching(first + index), first + index));

  if (counts === "school-days") {
    return held.map((school, index) => {
      const { cycle: moves, cycleDay } = says[index]!;
      if (cycleDay !== undefined && days.includes(cycleDay)) position = days.indexOf(cycleDay);
      const has = school && moves !== "waits";
      const own = has ? days[position % size] : undefined;
      if (has || moves === "advances") position++;
      return own;
    });
  }
  // Weeks from Monday: a week moves the cycle on when it ends, if it counts.
  const result: (string | undefined)[] = [];
  for (let index = 0; index < kinds.length; ) {
    const length = Math.min(7 - weekdayOf(first + index), kinds.length - index);
    const week = Array.from({ length }, (_, offset) => index + offset);
    const set = week.map((at) => says[at]!.cycleDay).find((id) => id !== undefined && days.includes(id));
    if (set !== undefined) position = days.indexOf(set);
    for (const at of week) {
      result.push(held[at] && says[at]!.cycle !== "waits" ? days[position % size] : undefined);
    }
    const counted =
      counts === "calendar-weeks" ||
      week.some((at) => result[at] !== undefined || says[at]!.cycle === "advances");
    if (counted) position++;
    index += length;
  }
  return result;
}

/** What the exceptions of a date say about the cycle; the later one counts. */
function directions(exceptions: readonly CalendarException[], day: number) {
  let cycle: CalendarException["cycle"];
  let cycleDay: string | undefined;
  for (const one of exceptions) {
    if (one.cycleDays) continue; // asks for a cycle day, so it cannot move it
    if (one.cycle) cycle = one.cycle;
    if (one.cycleDay !== undefined && parseDate(one.first) === day) cycleDay = one.cycleDay;
  }
  return { cycle, cycleDay };
}
