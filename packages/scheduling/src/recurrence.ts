import { type Issue, ok, type Result } from "@collegium/schema";
import type { Moment } from "./moment.js";
import { recurrenceIssue } from "./recurrence-issues.js";
import type { RecurrenceRule } from "./recurrence-rule.js";
import { ruleStarts } from "./recurrence-starts.js";
import { type GapDecision, type OverlapDecision, wallTimeReader, type Zone } from "./zone.js";

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
  /** Most occurrences wanted; 1,000 where absent. */
  readonly limit?: number;
  /** A wall time that does not exist: left out (RFC 5545, 3.3.10), or moved behind the gap (3.3.5). */
  readonly gap?: GapDecision;
  /** A wall time that occurs twice: the first (RFC 5545, 3.3.5), or the second. */
  readonly overlap?: OverlapDecision;
}

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
 * `rule-needs-time`; warnings `more-occurrences`, `start-not-in-rule`.
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
    zone ? wallTimeReader(zone, gap, options.overlap ?? "first") : (local: number) => local;
  // An explicit time in a gap keeps its meaning (3.3.5); only a rule's own times are left out there.
  const given = readWith("shift");
  const instantOf = ({ local, form }: Moment) =>
    form === "local" ? given(local) : zone && form === "date" ? given(local) : local;
  const from = options.from ? instantOf(options.from) : Number.NEGATIVE_INFINITY;
  const to = options.to ? instantOf(options.to) : Number.POSITIVE_INFINITY;
  const limit = options.limit ?? 1000;
  const except = exceptions(recurrence.except ?? [], instantOf, start.form === "date");
  const warnings: Issue[] = [];

  let local: number[] = [];
  let instants: number[] = [];
  let complete = true;
  if (rule) {
    const starts = ruleStarts(rule, start, {
      near: options.from ? options.from.local - 2 * 86400 : Number.NEGATIVE_INFINITY,
      from,
      to,
      most: limit + except.size,
      reader: readWith(options.gap ?? "skip"),
    });
    if (!starts.ok) return starts;
    ({ local, instants, complete } = starts.value);
    if (!starts.value.synchronized) warnings.push(recurrenceIssue("start-not-in-rule"));
  }
  const added = [...(rule ? [] : [start]), ...(recurrence.dates ?? [])];
  if (added.length > 0) {
    const offset = (moment: Moment) => instantOf(moment);
    const wanted = added
      .map((moment) => ({ instant: offset(moment), moment }))
      .filter(({ instant }) => instant >= from && instant < to);
    const pairs = [
      ...local.map((at, index) => ({ local: at, instant: instants[index]! })),
      ...wanted.map(({ instant, moment }) => ({ local: wallOf(moment, instant, zone), instant })),
    ].sort((a, b) => a.instant - b.instant);
    const once = pairs.filter(({ instant }, index) => index === 0 || instant !== pairs[index - 1]!.instant);
    local = once.map((pair) => pair.local);
    instants = once.map((pair) => pair.instant);
  }
  if (except.size > 0) ({ local, instants } = without(local, instants, except));
  if (instants.length > limit) {
    local.length = instants.length = limit;
    complete = false;
  }
  if (!complete) warnings.push(recurrenceIssue("more-occurrences", { limit }));
  return ok({ local, instants, complete }, warnings);
}

interface Exceptions {
  readonly size: number;
  readonly instants: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
}

function exceptions(
  moments: readonly Moment[],
  instantOf: (moment: Moment) => number,
  wholeDays: boolean,
): Exceptions {
  const instants = new Set<number>();
  const days = new Set<number>();
  for (const moment of moments) {
    if (moment.form === "date" || wholeDays) days.add(Math.floor(moment.local / 86400));
    else instants.add(instantOf(moment));
  }
  return { size: instants.size + days.size * (wholeDays ? 1 : 24), instants, days };
}

function without(local: readonly number[], instants: readonly number[], except: Exceptions) {
  const kept: { local: number[]; instants: number[] } = { local: [], instants: [] };
  for (let index = 0; index < local.length; index++) {
    const at = local[index]!;
    if (except.instants.has(instants[index]!)) continue;
    if (except.days.size > 0 && except.days.has(Math.floor(at / 86400))) continue;
    kept.local.push(at);
    kept.instants.push(instants[index]!);
  }
  return kept;
}

function wallOf(moment: Moment, instant: number, zone: Zone | undefined): number {
  return zone && moment.form === "utc" ? instant + zone.spanAt(instant).offset : moment.local;
}
