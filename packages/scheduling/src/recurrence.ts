import { type Issue, ok, type Result } from "@collegium/schema";
import type { Moment } from "./moment.js";
import { type Effort, oneEffort } from "./recurrence-effort.js";
import { Exceptions } from "./recurrence-exceptions.js";
import { partIssue, recurrenceIssue } from "./recurrence-issues.js";
import type { RecurrenceRule } from "./recurrence-rule.js";
import { ruleStarts } from "./recurrence-starts.js";
import { FLOATING, type GapDecision, localTime, type OverlapDecision, wallTimeReader } from "./wall-time.js";
import type { Zone } from "./zone.js";

/** What recurs: a start, a rule, and dates added or left out, as an iCalendar event has them. */
export interface Recurrence {
  /** `DTSTART`. */
  readonly start: Moment;
  /** Where a wall-time start is meant; without it wall times stay floating. */
  readonly zone?: Zone;
  readonly rule?: RecurrenceRule;
  /** `RDATE`. */
  readonly dates?: readonly Moment[];
  /** `EXDATE`; a whole day leaves out everything that starts on it. */
  readonly except?: readonly Moment[];
}

/** Which part of a recurrence is wanted, and what happens where the clocks change. */
export interface ExpandOptions {
  /** First moment wanted, inclusive; the start where absent. */
  readonly from?: Moment;
  /** End, exclusive. */
  readonly to?: Moment;
  /** Most occurrences wanted, up to 100,000; 1,000 where absent. */
  readonly limit?: number;
  /** A wall time that does not exist: left out (RFC 5545, 3.3.10), or moved behind the gap (3.3.5). */
  readonly gap?: GapDecision;
  /** A wall time that occurs twice: the first (RFC 5545, 3.3.5), or the second. */
  readonly overlap?: OverlapDecision;
  /** What fruitless looking may still cost, shared by the rules of one calendar; enough for one rule where absent. */
  readonly effort?: Effort;
}

/** Most occurrences of one expansion: a day of seconds, or 270 years of days. */
const MOST = 100_000;

/** The starts of a recurrence, ascending and each once. */
export interface Expansion {
  /** Wall times, in seconds since 1970-01-01T00:00:00 read as if UTC. */
  readonly local: readonly number[];
  /** Instants, in seconds since 1970-01-01T00:00:00Z; equal to `local` where there is no zone. */
  readonly instants: readonly number[];
  /** Whether nothing wanted is missing. */
  readonly complete: boolean;
}

/**
 * Expands what recurs on a school's calendar into its starts, in integers and in the zone's own wall time.
 * Follows RFC 5545 and RFC 7529, and ends in bounded time for every rule: an endless rule stops at the limit with a
 * warning, a rule that fits no date at all is an issue.
 *
 * Issue codes: `rule-never-occurs`, `rule-search-too-long`, `rule-ends-before-start`, `rule-calendar-unknown`,
 * `rule-needs-time`; warnings `more-occurrences`, `start-not-in-rule`, `rule-search-too-long`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const rule = unwrap(parseRule("FREQ=DAILY;COUNT=2"));
 * unwrap(expandRecurrence({ start: { local: 0, form: "local" }, rule })).local; // => [0, 86400]
 * ```
 */
export function expandRecurrence(recurrence: Recurrence, options: ExpandOptions = {}): Result<Expansion> {
  const { start, rule } = recurrence;
  const zone = start.form === "local" ? recurrence.zone : undefined;
  const readWith = (gap: GapDecision) =>
    zone ? wallTimeReader(zone, gap, options.overlap ?? "first") : FLOATING;
  // An explicit time in a gap keeps its meaning (3.3.5); only a rule's own times are left out there.
  const given = readWith("shift");
  const instantOf = ({ local, form }: Moment) =>
    form === "local" ? given.read(local) : zone && form === "date" ? given.read(local) : local;
  const from = options.from ? instantOf(options.from) : Number.NEGATIVE_INFINITY;
  const to = options.to ? instantOf(options.to) : Number.POSITIVE_INFINITY;
  const limit = Math.max(0, Math.min(Math.floor(options.limit ?? 1000) || 0, MOST));
  const except = new Exceptions(recurrence.except ?? [], given, zone, start.form === "date");
  const warnings: Issue[] = [];

  let instants: number[] = [];
  let complete = true;
  if (rule) {
    const starts = ruleStarts(rule, {
      start,
      near: options.from ? options.from.local - 2 * 86400 : Number.NEGATIVE_INFINITY,
      from,
      to,
      most: limit,
      reader: readWith(options.gap ?? "skip"),
      except,
      effort: options.effort ?? oneEffort(),
    });
    if (!starts.ok) return starts;
    ({ instants, complete } = starts.value);
    if (starts.value.stopped) warnings.push(partIssue("rule-search-too-long", undefined, "search-stopped"));
    if (!starts.value.synchronized) warnings.push(recurrenceIssue("start-not-in-rule"));
  }
  const added = rule ? (recurrence.dates ?? []) : [start, ...(recurrence.dates ?? [])];
  if (added.length > 0) {
    const wanted = added.map(instantOf).filter((instant) => instant >= from && instant < to);
    // Most often this is the start alone, which the rule gives too.
    const known = wanted.length > 10 ? new Set(instants) : { has: (at: number) => instants.includes(at) };
    const more = wanted.filter((instant) => !known.has(instant));
    if (more.length > 0) instants = [...new Set([...instants, ...more])].sort((a, b) => a - b);
  }
  if (added.length > 0 && except.moments.length > 0) instants = instants.filter((at) => !except.has(at));
  if (instants.length > limit) {
    instants.length = limit;
    complete = false;
  }
  if (!complete && warnings[0]?.code !== "rule-search-too-long")
    warnings.push(recurrenceIssue("more-occurrences", { limit }));
  return ok(new Starts(instants, complete, zone), warnings);
}

/** Wall times are worked out when they are asked for: most callers want instants alone. */
class Starts implements Expansion {
  readonly instants: readonly number[];
  readonly complete: boolean;
  private readonly zone: Zone | undefined;
  private walls: readonly number[] | undefined;

  constructor(instants: readonly number[], complete: boolean, zone: Zone | undefined) {
    this.instants = instants;
    this.complete = complete;
    this.zone = zone;
  }

  get local(): readonly number[] {
    const { zone } = this;
    this.walls ??= zone ? this.instants.map((instant) => localTime(zone, instant)) : this.instants;
    return this.walls;
  }
}
