import type { Issue } from "@collegium/schema";
import { partIssue } from "./recurrence-issues.js";
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

  if (rule.count !== undefined && rule.until) return combination("COUNT", "count-and-until");
  if (rule.byWeekNumber && !yearly) return combination("BYWEEKNO", "needs-yearly");
  if (rule.byMonthDay && frequency === "WEEKLY")
    return combination("BYMONTHDAY", "not-with-frequency", { frequency });
  if (rule.byYearDay && (monthly || frequency === "WEEKLY" || frequency === "DAILY")) {
    return combination("BYYEARDAY", "not-with-frequency", { frequency });
  }
  if (ordinal && !monthly && !yearly) {
    return combination("BYDAY", "numbered-weekday");
  }
  if (ordinal && rule.byWeekNumber) return combination("BYDAY", "numbered-weekday-in-week");
  if (rule.bySetPosition && !hasOtherPart(rule)) return combination("BYSETPOS", "positions-alone");
  if (hasSkip && !hasScale) return combination("SKIP", "skip-alone");
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

function combination(
  part: string,
  key: Parameters<typeof partIssue>[2],
  values: { readonly frequency?: string } = {},
): Issue {
  return partIssue("rule-combination", part, key, values);
}

function range(part: string): Issue {
  return partIssue("rule-part-out-of-range", part, "rule-part-not-gregorian");
}
