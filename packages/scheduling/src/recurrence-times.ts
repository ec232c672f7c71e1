import { passes } from "./recurrence-days.js";
import { type Periods, positions } from "./recurrence-periods.js";
import type { RecurrencePlan } from "./recurrence-plan.js";

/** Steps without a result after which a search is given up; about ten milliseconds. */
const PATIENCE = 400_000;
/** Days after which the Gregorian calendar repeats. */
const ROUND = 146_097;
const LAST_DAY = 2_932_896; // 9999-12-31

/**
 * The periods of a rule that counts hours, minutes or seconds, in local wall time.
 * Days that the rule rules out are passed over whole; hours, minutes and seconds that the interval can never reach
 * are dropped beforehand (a value is reachable where it is congruent to the start modulo gcd(interval, a day)).
 */
export function timePeriods(plan: RecurrencePlan, from: number): Periods {
  const unit = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 }[plan.frequency as "HOURLY"];
  const start = Math.floor((plan.startDay * 86400 + plan.startSecond) / unit);
  const perDay = 86400 / unit;
  const divisor = gcd(plan.interval, perDay);
  const reachable = unitsOfDay(plan, unit).filter((at) => mod(at - start, divisor) === 0);
  // What stands inside one unit: the seconds of a minute, the minutes and seconds of an hour.
  const inside = insideUnit(plan, unit);
  if (reachable.length === 0 || inside.length === 0) return () => "never";

  const emit = (at: number, into: number[]) => {
    for (const second of inside) into.push(at * unit + second);
  };
  return plan.interval >= perDay
    ? longSteps(plan, start, perDay, new Set(reachable), from, emit)
    : shortSteps(plan, start, perDay, reachable, from, emit);
}

type Emit = (at: number, into: number[]) => void;

/** Intervals of a day or more: each step is one candidate. */
function longSteps(
  plan: RecurrencePlan,
  start: number,
  perDay: number,
  reachable: ReadonlySet<number>,
  from: number,
  emit: Emit,
): Periods {
  const { interval } = plan;
  let at = start + interval * Math.max(0, Math.floor((from * perDay - start) / interval));
  return (into) => {
    for (let empty = 0; empty < PATIENCE; empty++) {
      const day = Math.floor(at / perDay);
      if (day > LAST_DAY) return "calendar-over";
      const here = at;
      at += interval;
      if (!reachable.has(here - day * perDay) || !passes(plan, day)) continue;
      emit(here, into);
      return undefined;
    }
    return "search-too-long";
  };
}

/** Intervals within a day: day by day, and on a day unit by unit. */
function shortSteps(
  plan: RecurrencePlan,
  start: number,
  perDay: number,
  reachable: readonly number[],
  from: number,
  emit: Emit,
): Periods {
  const { interval } = plan;
  let day = Math.max(plan.startDay, from);
  let next = 0;
  let fits = passes(plan, day);
  return (into) => {
    for (let empty = 0, unfit = 0; empty < PATIENCE; empty++) {
      if (!fits || next >= reachable.length) {
        unfit = fits ? 0 : unfit + 1;
        if (unfit > ROUND) return plan.calendar.name === "gregorian" ? "never" : "search-too-long";
        day++;
        next = 0;
        if (day > LAST_DAY) return "calendar-over";
        fits = passes(plan, day);
        continue;
      }
      const at = day * perDay + reachable[next++]!;
      if (at < start || (at - start) % interval !== 0) continue;
      emit(at, into);
      return undefined;
    }
    return "search-too-long";
  };
}

/** Hours, minutes or seconds of a day that the rule's parts allow, ascending. */
function unitsOfDay(plan: RecurrencePlan, unit: number): number[] {
  if (unit === 3600) return [...plan.hours];
  const minutes = plan.hours.flatMap((hour) => plan.minutes.map((minute) => hour * 60 + minute));
  return unit === 60
    ? minutes
    : minutes.flatMap((minute) => plan.seconds.map((second) => minute * 60 + second));
}

function insideUnit(plan: RecurrencePlan, unit: number): number[] {
  const all =
    unit === 1
      ? [0]
      : unit === 60
        ? [...plan.seconds]
        : plan.minutes.flatMap((minute) => plan.seconds.map((second) => minute * 60 + second));
  return plan.positions ? positions(plan.positions, all.length).map((index) => all[index]!) : all;
}

function mod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
