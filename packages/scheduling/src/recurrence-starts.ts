import { fail, ok, type Result } from "@collegium/schema";
import type { Moment } from "./moment.js";
import type { Batch } from "./recurrence-batch.js";
import { type Effort, renew } from "./recurrence-effort.js";
import type { Exceptions } from "./recurrence-exceptions.js";
import { isImpossible } from "./recurrence-impossible.js";
import { recurrenceIssue } from "./recurrence-issues.js";
import { dayPeriods, type SearchEnd } from "./recurrence-periods.js";
import { planRecurrence } from "./recurrence-plan.js";
import type { RecurrenceRule } from "./recurrence-rule.js";
import { strideOf, strideStarts } from "./recurrence-stride.js";
import { timePeriods } from "./recurrence-times.js";
import { calendarYears } from "./recurrence-year.js";
import type { WallTimeReader } from "./wall-time.js";

/** Which starts of a rule are wanted, in seconds; instants are those that `reader` gives. */
export interface Wanted {
  readonly start: Moment;
  /** Wall time from which periods need to be looked at where the rule has no COUNT. */
  readonly near: number;
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly reader: WallTimeReader;
  /** What is left out; it counts for COUNT (RFC 5545, 3.8.5.1). */
  readonly except: Exceptions;
  readonly effort: Effort;
}

/** The last wall time and the last instant at which a rule may occur. */
export interface RuleEnd {
  readonly wall: number;
  readonly instant: number;
}

/** A rule's own starts without the exceptions, before dates are added. */
export interface RuleStarts {
  readonly instants: number[];
  /** False where there are more in the window than were wanted, or the search was given up. */
  readonly complete: boolean;
  /** Whether the rule itself gives the start, so far as that was looked at. */
  readonly synchronized: boolean;
  /** Whether the search for more was given up. */
  readonly stopped?: boolean;
}

/** What an occurrence costs that lies before the wanted stretch; a rule with COUNT must be run from its start. */
const PASSED = 0.3;

/** What it costs to join a rule with its start. */
const PLANNED = 10;

/** Runs a rule from its start. */
export function ruleStarts(rule: RecurrenceRule, wanted: Wanted): Result<RuleStarts> {
  const { frequency } = rule;
  const { start, reader, from, to, most, except, effort } = wanted;
  const daily = frequency !== "HOURLY" && frequency !== "MINUTELY" && frequency !== "SECONDLY";
  if (start.form === "date" && !daily) return fail(recurrenceIssue("rule-needs-time"));
  const calendar = calendarYears(rule.calendar);
  if (!calendar.ok) return calendar;
  const until = untilOf(rule.until, start);
  if (start.local > until.wall || reader.read(start.local) > until.instant) {
    return fail(recurrenceIssue("rule-ends-before-start"));
  }
  const count = rule.count ?? Number.POSITIVE_INFINITY;
  const stride = strideOf(rule, start.local);
  if (stride) return ok(strideStarts(stride, count, until, wanted));
  effort.left -= PLANNED;
  if (effort.left < 0) return fail(recurrenceIssue("rule-search-too-long"));
  const day = Math.floor(start.local / 86400);
  const plan = planRecurrence(rule, calendar.value, day, start.local - day * 86400, start.form === "date");
  if (isImpossible(plan)) return fail(recurrenceIssue("rule-never-occurs"));
  const near = rule.count === undefined ? Math.max(day, Math.floor(wanted.near / 86400)) : day;
  const periods = daily ? dayPeriods(plan, near, effort) : timePeriods(plan, near, effort);

  const instants: number[] = [];
  const batch: Batch = { values: [], size: 0 };
  let left = count;
  let last = start.local - 1;
  let first: number | undefined;
  let end: SearchEnd | "done" | undefined;
  while (end === undefined) {
    batch.size = 0;
    end = periods(batch);
    for (let index = 0; index < batch.size; index++) {
      const at = batch.values[index]!;
      if (at <= last) continue; // before the start, or given by the period before through SKIP
      last = at;
      if (at > until.wall) end = "done";
      const instant = reader.read(at);
      if (instant > until.instant || instant >= to) end = "done";
      if (end) break;
      if (Number.isNaN(instant)) continue; // RFC 5545, 3.3.10: neither given nor counted
      first ??= at;
      if (instant >= from && !except.has(instant)) {
        if (instants.length === most) return ok({ instants, complete: false, synchronized: true });
        instants.push(instant);
        renew(effort);
      } else if (instant < from) {
        effort.left -= PASSED;
        if (effort.left < 0) return fail(recurrenceIssue("rule-search-too-long"));
      }
      if (--left === 0) end = "done";
      if (end) break;
    }
  }
  // What occurs no more may have occurred before the wanted stretch.
  if (first === undefined && (end === "never" || (end === "calendar-over" && near === day)))
    return fail(recurrenceIssue("rule-never-occurs"));
  const stopped = end === "search-too-long";
  if (instants.length === 0 && stopped) return fail(recurrenceIssue("rule-search-too-long"));
  const synchronized = near > day || first === undefined || first === start.local;
  return ok({ instants, complete: !stopped, synchronized, stopped });
}

/** What UNTIL allows; a whole day includes all that starts on it. */
function untilOf(until: Moment | undefined, start: Moment): RuleEnd {
  if (!until) return { wall: Number.POSITIVE_INFINITY, instant: Number.POSITIVE_INFINITY };
  if (start.form === "date") return { wall: until.local, instant: Number.POSITIVE_INFINITY };
  if (until.form === "date") return { wall: until.local + 86399, instant: Number.POSITIVE_INFINITY };
  return until.form === "utc"
    ? { wall: Number.POSITIVE_INFINITY, instant: until.local }
    : { wall: until.local, instant: Number.POSITIVE_INFINITY };
}
