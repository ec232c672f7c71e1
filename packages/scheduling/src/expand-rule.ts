import { fail, ok, type Result } from "@collegium/schema";
import { isoText, type Moment, parseMoment } from "./moment.js";
import { type ExpandOptions, expandRecurrence, type Recurrence } from "./recurrence.js";
import { parseRule } from "./recurrence-parse.js";
import { timeIssue } from "./time-issue.js";
import { findZone } from "./zone.js";

/** A rule as a person types it: everything is text, dates as in iCalendar or ISO 8601. */
export interface RuleToExpand {
  /** First date or date-time, such as `2026-09-01T09:00`. */
  readonly start: string;
  /** IANA name of the zone in which the start's wall time is meant. */
  readonly zone?: string;
  /** Dates added to the rule's own, and dates left out. */
  readonly dates?: readonly string[];
  readonly except?: readonly string[];
  /** Stretch wanted, `to` exclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Most occurrences wanted, up to 10,000; 1,000 where absent. */
  readonly limit?: number;
  readonly gap?: ExpandOptions["gap"];
  readonly overlap?: ExpandOptions["overlap"];
}

/** One start of a rule. */
export interface Occurrence {
  /** Wall time or date, ISO 8601 without an offset; with `Z` where the start was given in UTC. */
  readonly local: string;
  /** The instant, ISO 8601 in UTC; absent for whole days and floating times. */
  readonly instant?: string;
}

/**
 * The dates on which something recurs, from the words of a recurrence rule, for a command line or a form.
 * Same answers as {@link expandRecurrence}, with every text checked.
 *
 * Issue codes: those of {@link parseRule}, {@link findZone} and {@link expandRecurrence}, and `bad-date`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const dates = expandRule("FREQ=MONTHLY;BYDAY=2TU;COUNT=2", { start: "2026-09-08T15:30", zone: "America/Denver" });
 * unwrap(dates)[1]; // => { local: "2026-10-13T15:30:00", instant: "2026-10-13T21:30:00Z" }
 * ```
 */
export function expandRule(ruleText: string, input: RuleToExpand): Result<readonly Occurrence[]> {
  const rule = parseRule(ruleText);
  if (!rule.ok) return rule;
  const zone = input.zone === undefined ? undefined : findZone(input.zone);
  if (zone && !zone.ok) return fail({ ...zone.issues[0]!, path: ["zone"] });
  const start = moment(input.start, "start");
  if (!start.ok) return start;
  const lists: Record<"dates" | "except", Moment[]> = { dates: [], except: [] };
  for (const name of ["dates", "except"] as const) {
    for (const [index, text] of (input[name] ?? []).entries()) {
      const read = parseMoment(text);
      if (!read) return moment(text, name, index) as Result<never>;
      lists[name].push(read);
    }
  }
  const ends: { from?: Moment; to?: Moment } = {};
  for (const name of ["from", "to"] as const) {
    const text = input[name];
    if (text === undefined) continue;
    const read = moment(text, name);
    if (!read.ok) return read;
    ends[name] = read.value;
  }
  const recurrence: Recurrence = {
    start: start.value,
    rule: rule.value,
    ...lists,
    ...(zone && { zone: zone.value }),
  };
  const expanded = expandRecurrence(recurrence, {
    ...ends,
    ...(input.limit !== undefined && { limit: Math.min(input.limit, MOST) }),
    ...(input.gap && { gap: input.gap }),
    ...(input.overlap && { overlap: input.overlap }),
  });
  if (!expanded.ok) return expanded;
  const { form } = start.value;
  const { local, instants } = expanded.value;
  const zoned = form === "utc" || (form === "local" && zone !== undefined);
  const walls = local.map((at) => isoText(at, form));
  const occurrences = zoned
    ? walls.map((wall, index) => ({ local: wall, instant: isoText(instants[index]!, "utc") }))
    : walls.map((wall) => ({ local: wall }));
  return ok(occurrences, expanded.warnings);
}

/** Thirty years of days: more than a person reads. */
const MOST = 10_000;

function moment(text: string, ...path: (string | number)[]): Result<Moment> {
  const read = parseMoment(text);
  if (read) return ok(read);
  return fail(timeIssue("bad-date", path, {}, "no-moment"));
}
