import { BELLS, DAYS, startsDouble } from "./school-plan.js";
import type { ArrangedWeek, Teaching, WeekWishes } from "./school-week.js";

const PER_DAY = BELLS.length;
const PERIODS = DAYS.length * PER_DAY;

/** The day of a period, from 0. */
export function dayOf(period: number): number {
  return Math.floor(period / PER_DAY);
}

/** A class's lessons of one subject beyond one on a day (1 each), and double lessons torn apart (2 each). */
export function dayCost(row: Int32Array, day: number, teachings: readonly Teaching[]): number {
  let cost = 0;
  const first = day * PER_DAY;
  for (let a = 0; a < PER_DAY; a++) {
    const unit = row[first + a]!;
    if (unit === -1) continue;
    if (teachings[unit]!.double) {
      const next = a + 1 < PER_DAY && row[first + a + 1] === unit && startsDouble(a);
      const previous = a > 0 && row[first + a - 1] === unit && startsDouble(a - 1);
      if (!next && !previous) cost += 2;
      continue;
    }
    for (let b = 0; b < a; b++) if (row[first + b] === unit) cost += 1;
  }
  return cost;
}

/** Members who teach while their faculty should meet: 4 each. */
export function meetingCost(week: ArrangedWeek, meetings: WeekWishes["meetings"]): number {
  let cost = 0;
  for (const { teachers, period } of meetings) {
    for (const teacher of teachers) if (week.byTeacher[teacher]![period] !== -1) cost += 4;
  }
  return cost;
}

/** Teams more or less free than wished: 2 for each member, 1 for each common period too many. */
export function teamCost(
  week: ArrangedWeek,
  teams: readonly (WeekWishes["teams"][number] & { readonly meets: readonly boolean[] })[],
): number {
  let cost = 0;
  for (const { teachers, busy, meets } of teams) {
    const least = DAYS.map(() => teachers.length);
    let free = 0;
    for (let period = 0; period < PERIODS; period++) {
      if (meets[period]) continue;
      let now = 0;
      for (const teacher of teachers) if (week.byTeacher[teacher]![period] !== -1) now++;
      if (now === 0) free++;
      if (now < least[dayOf(period)]!) least[dayOf(period)] = now;
    }
    least.sort((a, b) => a - b);
    busy.forEach((wanted, at) => {
      cost += 2 * Math.abs(least[at]! - wanted);
    });
    cost += Math.max(0, free - busy.filter((wanted) => wanted === 0).length);
  }
  return cost;
}

/** For each period, whether a faculty meeting should take one of the teachers away. */
export function meetingPeriods(teachers: readonly number[], meetings: WeekWishes["meetings"]): boolean[] {
  const meets = new Array<boolean>(PERIODS).fill(false);
  for (const meeting of meetings) {
    if (meeting.teachers.some((teacher) => teachers.includes(teacher))) meets[meeting.period] = true;
  }
  return meets;
}
