import type { Issue } from "@collegium/schema";
import type { RecurrenceRule } from "./recurrence-rule.js";

/** The first combination of parts that RFC 5545 or RFC 7529 forbids with MUST NOT, if any. */
export function forbiddenCombination(
  rule: RecurrenceRule,
  hasScale: boolean,
  hasSkip: boolean,
): Issue | undefined {
  const { frequency } = rule;
  const yearly = frequency === "YEARLY";
  const monthly = frequency === "MONTHLY";
  const ordinal = rule.byWeekday?.some(({ nth }) => nth !== undefined) ?? false;
  const gregorian = rule.calendar === "gregorian";
  const beyond = (values: readonly number[] | undefined, most: number) =>
    values?.some((value) => Math.abs(value) > most) ?? false;

  if (rule.count !== undefined && rule.until)
    return combination("COUNT", "A rule ends by COUNT or by UNTIL, not by both.");
  if (rule.byWeekNumber && !yearly) return combination("BYWEEKNO", "BYWEEKNO needs FREQ=YEARLY.");
  if (rule.byMonthDay && frequency === "WEEKLY")
    return combination("BYMONTHDAY", "BYMONTHDAY does not go with FREQ=WEEKLY.");
  if (rule.byYearDay && (monthly || frequency === "WEEKLY" || frequency === "DAILY")) {
    return combination("BYYEARDAY", `BYYEARDAY does not go with FREQ=${frequency}.`);
  }
  if (ordinal && !monthly && !yearly) {
    return combination("BYDAY", "A numbered weekday such as 2TU needs FREQ=MONTHLY or FREQ=YEARLY.");
  }
  if (ordinal && rule.byWeekNumber)
    return combination("BYDAY", "A numbered weekday does not go with BYWEEKNO.");
  if (rule.bySetPosition && !hasOtherPart(rule))
    return combination("BYSETPOS", "BYSETPOS needs another BY part to choose from.");
  if (hasSkip && !hasScale) return combination("SKIP", "SKIP needs RSCALE (RFC 7529, 4.1).");
  if (gregorian) {
    if (rule.byMonth?.some(({ month, leap }) => leap || month > 12)) return range("BYMONTH");
    if (beyond(rule.byYearDay, 366)) return range("BYYEARDAY");
    if (beyond(rule.byWeekNumber, 53)) return range("BYWEEKNO");
    if (rule.byWeekday?.some(({ nth = 1 }) => Math.abs(nth) > 53)) return range("BYDAY");
  }
  return undefined;
}

function hasOtherPart(rule: RecurrenceRule): boolean {
  return Boolean(
    rule.bySecond ??
      rule.byMinute ??
      rule.byHour ??
      rule.byWeekday ??
      rule.byMonthDay ??
      rule.byYearDay ??
      rule.byWeekNumber ??
      rule.byMonth,
  );
}

function combination(part: string, message: string): Issue {
  return { code: "rule-combination", path: [part], message, hint: "See RFC 5545, section 3.3.10." };
}

function range(part: string): Issue {
  return {
    code: "rule-part-out-of-range",
    path: [part],
    message: `The part ${part} has a value that the Gregorian calendar does not have.`,
  };
}
