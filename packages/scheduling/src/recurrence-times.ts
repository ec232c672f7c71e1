import { allowedDays, NEVER } from "./recurrence-allowed.js";
import { type Effort, type Periods, positions, put } from "./recurrence-periods.js";
import type { RecurrencePlan } from "./recurrence-plan.js";

const LAST_DAY = 2_932_896; // 9999-12-31

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
  if (inside.length === 0 || !reachable(plan, unit, start)) return () => "never";

  const hours = flags(plan.hours, 24);
  const minutes = flags(unit < 3600 ? plan.minutes : undefined, 60);
  const seconds = flags(unit < 60 ? plan.seconds : undefined, 60);
  const notBefore = (at: number) => start + Math.ceil(Math.max(0, at - start) / interval) * interval;
  let next = notBefore(from * perDay);
  const allowedFrom = allowedDays(plan, effort);
  let day = Number.NaN;

  return (into) => {
    let here = next;
    for (; effort.left >= 0; effort.left--) {
      const today = Math.floor(here / perDay);
      if (today > LAST_DAY) return "calendar-over";
      if (today !== day) {
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
      if (!hours[Math.floor(second / 3600)]) here = notBefore(here + (3600 - (second % 3600)) / unit);
      else if (!minutes[Math.floor(second / 60) % 60]) here = notBefore(here + (60 - (second % 60)) / unit);
      else if (!seconds[second % 60]) here += interval;
      else {
        for (const more of inside) put(into, here * unit + more);
        next = here + interval;
        return undefined;
      }
    }
    return "search-too-long";
  };
}

/** Whether some allowed unit of a day is congruent to the start modulo gcd(interval, units of a day). */
function reachable(plan: RecurrencePlan, unit: number, start: number): boolean {
  const divisor = gcd(plan.interval, 86400 / unit);
  const none = [0];
  for (const hour of plan.hours) {
    for (const minute of unit < 3600 ? plan.minutes : none) {
      for (const second of unit < 60 ? plan.seconds : none) {
        if (((hour * 3600 + minute * 60 + second) / unit - start) % divisor === 0) return true;
      }
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

function flags(allowed: readonly number[] | undefined, size: number): readonly boolean[] {
  return Array.from({ length: size }, (_, value) => allowed?.includes(value) ?? true);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
