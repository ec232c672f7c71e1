import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { parseTime } from "./civil-date.js";
import type { PersonTime } from "./person-time.js";
import { WEEKDAYS } from "./recurrence-rule.js";
import { teamIssue } from "./team-issue.js";
import type { Period, Timetable } from "./timetable.js";

/** When a part-timer is at school. */
export interface Presence {
  /** Periods of the timetable's week, by id. */
  readonly periods: readonly string[];
  /** The same as hours of weekdays, for questions about dates; absent where a period has no bells or day no weekday. */
  readonly hours?: NonNullable<PersonTime["present"]>;
}

/**
 * Reads when part-timers are at school: for each teacher's id a list of days (`mon`), hours of a day
 * (`mon 08:00-12:00`) or periods (`mon-1`), by the timetable's own ids; days also by a weekday's first letters. Whoever
 * is not named is there all week. A period counts where it lies in the hours whole; where `hours` alone are wanted, for
 * questions about dates, the timetable needs no bells. All faults are reported together.
 *
 * Issue codes: `not-presence`, `unknown-teacher`, `not-a-teacher`, `unknown-presence`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] }));
 * unwrap(readPresence({ t1: ["mon"] }, timetable)).get("t1")?.periods; // => ["mon-1"]
 * ```
 */
export function readPresence(
  input: unknown,
  timetable: Timetable,
  wanted: "periods" | "hours" = "periods",
): Result<ReadonlyMap<string, Presence>> {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return fail(teamIssue("not-presence", []));
  const kinds = new Map(timetable.resources.map(({ id, kind }) => [id, kind]));
  const issues: Issue[] = [];
  const found = new Map<string, Presence>();
  for (const [id, entries] of Object.entries(input)) {
    const kind = kinds.get(id);
    if (kind !== "teacher")
      issues.push(teamIssue(kind === undefined ? "unknown-teacher" : "not-a-teacher", [id]));
    else if (!Array.isArray(entries)) issues.push(teamIssue("not-presence", [id]));
    else {
      const read = entries.map((entry, at) => {
        const one = readEntry(entry, timetable, wanted);
        if (!one) issues.push(teamIssue("unknown-presence", [id, at]));
        return one;
      });
      if (!read.includes(undefined)) found.set(id, joined(read as Entry[], timetable));
    }
  }
  const [first, ...rest] = issues;
  return first ? fail(first, ...rest) : ok(found);
}

/** An id, and hours behind it. */
const LONGEST = 300;

/** Periods of one day, and the hours that they stand for. */
interface Entry {
  readonly day: string;
  readonly periods: readonly Period[];
  readonly start: number | undefined;
  readonly end: number | undefined;
}

function readEntry(
  entry: unknown,
  { days, periods }: Timetable,
  wanted: "periods" | "hours",
): Entry | undefined {
  if (typeof entry !== "string" || entry.length > LONGEST) return undefined;
  const period = periods.find(({ id }) => id === entry);
  if (period) return { day: period.day, periods: [period], start: period.start, end: period.end };
  const [, day, from = "00:00", to = "24:00"] = /^(.*?)(?: +(\d\d:\d\d)-(\d\d:\d\d))?$/.exec(entry) ?? [];
  const start = parseTime(from);
  const end = parseTime(to);
  if (start === undefined || end === undefined || end <= start) return undefined;
  const known = dayCalled(day ?? "", days);
  if (!known) return undefined;
  const own = periods.filter((one) => one.day === known.id);
  const whole = start === 0 && end === 1440;
  // Hours say nothing about periods without bells.
  const dumb = !whole && own.some((one) => one.start === undefined || one.end === undefined);
  if (dumb) return wanted === "hours" ? { day: known.id, periods: [], start, end } : undefined;
  const inside = whole ? own : own.filter((one) => one.start! >= start && one.end! <= end);
  return { day: known.id, periods: inside, start, end };
}

function joined(entries: readonly Entry[], { days }: Timetable): Presence {
  const periods = [...new Set(entries.flatMap((entry) => entry.periods.map(({ id }) => id)))];
  const hours: { weekday: (typeof WEEKDAYS)[number]; start: number; end: number }[] = [];
  for (const { day, start, end } of entries) {
    const weekday = weekdayOf(days.find(({ id }) => id === day)!);
    if (weekday === undefined || start === undefined || end === undefined) return { periods };
    hours.push({ weekday, start, end });
  }
  return { periods, hours };
}

/** A day by its id or name, in whatever case, else the only one that is this weekday: `mon` for Monday. */
function dayCalled(word: string, days: Timetable["days"]): Timetable["days"][number] | undefined {
  const alike = (text: string) => text.toLowerCase() === word.toLowerCase();
  const exact = days.find(({ id, name }) => id === word || name === word);
  const named = exact ?? days.find(({ id, name }) => alike(id) || alike(name));
  const weekday = weekdayOf({ id: word, name: word });
  const same = weekday === undefined ? [] : days.filter((day) => weekdayOf(day) === weekday);
  return named ?? (same.length === 1 ? same[0] : undefined);
}

/** The weekday that a timetable's day is by its id or name: `MO`, `mon`, `Monday`. */
function weekdayOf({ id, name }: { readonly id: string; readonly name: string }) {
  const words = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  const at = words.findIndex((word) =>
    [id, name].some((text) => text.length >= 2 && word.startsWith(text.toLowerCase())),
  );
  return WEEKDAYS[at];
}
