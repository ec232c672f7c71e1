import type { Timetable } from "./timetable.js";

/** What is counted as not being at school, beside lessons. */
export interface AtSchoolOptions {
  /** Periods in which a part-timer is at school, by teacher id; people not named are there all week. */
  readonly present?: Readonly<Record<string, readonly string[]>>;
  /**
   * `all`, where absent: periods in which the timetable's own hard rules call somebody unavailable are nobody's free
   * time; `clashes`: lessons alone count.
   */
  readonly rules?: "all" | "clashes";
}

/** Whether a teacher, room or group can be had in a period, both by id; lessons are another question. */
export type AtSchool = (id: string, period: string) => boolean;

/**
 * Who is at school when: part-timers in their own hours, and everyone outside the periods in which a hard rule of the
 * timetable (`avoid-unavailable-times` of XHSTT, times not available of FET) says that they cannot.
 * Soft rules forbid nothing; whoever is not named is there all week.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] }));
 * atSchool(timetable, { present: { t1: [] } })("t1", "mon-1"); // => false
 * ```
 */
export function atSchool(
  timetable: Timetable,
  { present = {}, rules = "all" }: AtSchoolOptions = {},
): AtSchool {
  const hours = new Map(Object.entries(present).map(([id, periods]) => [id, new Set(periods)]));
  const off = rules === "all" ? unavailablePeriods(timetable) : new Map<string, Set<string>>();
  return (id, period) => (hours.get(id)?.has(period) ?? true) && !off.get(id)?.has(period);
}

/** The periods, by id, in which hard rules of a timetable call a resource unavailable; resources without any left out. */
export function unavailablePeriods({ rules = [] }: Timetable): ReadonlyMap<string, ReadonlySet<string>> {
  const off = new Map<string, Set<string>>();
  for (const rule of rules) {
    if (rule.kind !== "avoid-unavailable-times" || !rule.hard) continue;
    for (const id of idsIn(rule["resources"])) {
      const periods = off.get(id) ?? new Set();
      for (const period of idsIn(rule["periods"])) periods.add(period);
      off.set(id, periods);
    }
  }
  return off;
}

/** Rules are open: whatever is no list of ids names nobody. */
function idsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((id) => typeof id === "string") : [];
}
