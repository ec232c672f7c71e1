import { allowedDays, NEVER } from "./recurrence-allowed.js";
import { put } from "./recurrence-batch.js";
import type { Effort } from "./recurrence-effort.js";
import { type Periods, positions } from "./recurrence-periods.js";
import type { RecurrencePlan } from "./recurrence-plan.js";

const LAST_DAY = 2_932_896; // 9999-12-31

/** So many wall times of one day are given together. */
const AT_ONCE = 50;
/** What it costs to see which units of a day are allowed. */
const LOOKED = 50;

/**
 * The periods of a rule that counts hours, minutes or seconds, in local wall time.
 * Only units at a whole number of intervals from the start are looked at; a day, hour or minute that the rule rules
 * out is passed over whole.
 */
export function timePeriods(plan: RecurrencePlan, from: number, effort: Effort): Periods {
  const unit = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 }[plan.frequency as "HOURLY"];
  const { interval } = plan;
  const perDay = 86400 / unit;
  const start = Math.floor((plan.startDay * 86400 + plan.startSecond) / unit);
  const inside = insideUnit(plan, unit);
  effort.left -= LOOKED + inside.length / 10;
  if (inside.length === 0 || !reachable(plan, unit, start)) return () => "never";

  const hours = distances(plan.hours, 24);
  const minutes = distances(unit < 3600 ? plan.minutes : undefined, 60);
  const seconds = distances(unit < 60 ? plan.seconds : undefined, 60);
  const notBefore = (at: number) => start + Math.ceil(Math.max(0, at - start) / interval) * interval;
  let next = notBefore(from * perDay);
  const allowedFrom = allowedDays(plan, effort);
  let day = Number.NaN;

  return (into) => {
    let here = next;
    for (; effort.left >= 0; ) {
      const today = Math.floor(here / perDay);
      if (today !== day) {
        if (into.size > 0) break;
        if (today > LAST_DAY) return "calendar-over";
        effort.left--;
        const allowed = allowedFrom(today);
        if (allowed === NEVER) return "never";
        if (Number.isNaN(allowed)) return "search-too-long";
        if (allowed > today) {
          here = notBefore(allowed * perDay);
          continue;
        }
        day = today;
      }
      const second = (here - day * perDay) * unit;
      const toHour = hours[Math.floor(second / 3600)]! * 3600;
      const toMinute = minutes[Math.floor(second / 60) % 60]! * 60;
      const toSecond = seconds[second % 60]!;
      if (toHour + toMinute + toSecond === 0) {
        for (const more of inside) put(into, here * unit + more);
        here += interval;
        if (into.size >= AT_ONCE) break;
        continue;
      }
      effort.left--;
      if (toHour > 0) here = notBefore(here + (toHour - (second % 3600)) / unit);
      else if (toMinute > 0) here = notBefore(here + (toMinute - (second % 60)) / unit);
      else here = notBefore(here + toSecond);
    }
    next = here;
    return into.size > 0 ? undefined : "search-too-long";
  };
}

/** Whether some allowed unit of a day is congruent to the start modulo gcd(interval, units of a day). */
function reachable(plan: RecurrencePlan, unit: number, start: number): boolean {
  const divisor = gcd(plan.interval, 86400 / unit);
  if (divisor === 1) return true;
  const none = [0];
  const rest = (value: number) => ((value % divisor) + divisor) % divisor;
  const seconds = new Set((unit < 60 ? plan.seconds : none).map(rest));
  for (const hour of plan.hours) {
    for (const minute of unit < 3600 ? plan.minutes : none) {
      if (seconds.has(rest(start - (hour * 3600 + minute * 60) / unit))) return true;
    }
  }
  return false;
}

/** What stands inside one unit: the seconds of a minute, the minutes and seconds of an hour. */
function insideUnit(plan: RecurrencePlan, unit: number): number[] {
  const minutes = unit === 3600 ? plan.minutes : [0];
  const seconds = unit === 1 ? [0] : plan.seconds;
  const all = minutes.flatMap((minute) => seconds.map((second) => minute * 60 + second));
  return plan.positions ? positions(plan.positions, all.length).map((index) => all[index]!) : all;
}

/** How far it is from each value to the next allowed one, or to the end: an hour that is allowed is 0 away. */
function distances(allowed: readonly number[] | undefined, size: number): readonly number[] {
  const found = new Array<number>(size).fill(0);
  if (!allowed) return found;
  for (let value = size - 1, next = size; value >= 0; value--) {
    if (allowed.includes(value)) next = value;
    found[value] = next - value;
  }
  return found;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
