import { parseTime } from "./civil-date.js";
import type { BellSchedule, PeriodChange } from "./school-calendar.js";

/** A period of one date: wall times in minutes after midnight. */
export interface SchoolPeriod {
  readonly id: string;
  readonly name: string;
  /** `teaching`, `lunch`, `break`, `advisory`, `meeting`, or an extension word. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** The bells of a day kind on a cycle day: the schedule that names the cycle day, else the one for all. */
export function bellsFor(
  bells: readonly BellSchedule[],
  dayKind: string,
  cycleDay: string | undefined,
): BellSchedule | undefined {
  const fitting = bells.filter((schedule) => schedule.dayKind === dayKind);
  return (
    fitting.find((schedule) => cycleDay !== undefined && schedule.cycleDays?.includes(cycleDay)) ??
    fitting.find((schedule) => schedule.cycleDays === undefined)
  );
}

/** A schedule's periods in time order. */
export function periodsOf(schedule: BellSchedule): SchoolPeriod[] {
  return inOrder(
    schedule.periods.map(({ id, name, start, end, kind }) => ({
      id,
      name,
      kind: kind ?? "teaching",
      start: parseTime(start) ?? 0,
      end: parseTime(end) ?? 0,
    })),
  );
}

/**
 * A day's periods after a special schedule, merged period by period: a change names what it changes, a cancelled
 * period goes, a new id with both times is added, everything else stays.
 */
export function changePeriods(
  periods: readonly SchoolPeriod[],
  changes: readonly PeriodChange[],
): SchoolPeriod[] {
  let changed = [...periods];
  for (const change of changes) {
    const before = changed.find(({ id }) => id === change.period);
    changed = changed.filter((period) => period !== before);
    if (change.cancelled) continue;
    const start = change.start === undefined ? before?.start : parseTime(change.start);
    const end = change.end === undefined ? before?.end : parseTime(change.end);
    if (start === undefined || end === undefined) continue; // checkCalendar reports it
    changed.push({
      id: change.period,
      name: change.name ?? before?.name ?? change.period,
      kind: change.kind ?? before?.kind ?? "teaching",
      start,
      end,
    });
  }
  return inOrder(changed);
}

function inOrder(periods: SchoolPeriod[]): SchoolPeriod[] {
  return periods.sort((a, b) => a.start - b.start || a.end - b.end);
}
