import type { Moment } from "./moment.js";

/** The unit in which a recurrence rule counts. */
export type Frequency = "SECONDLY" | "MINUTELY" | "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** A weekday of a rule: 0 for Monday to 6 for Sunday; `nth` counts within the month or year, negative from its end. */
export interface RuleWeekday {
  readonly weekday: number;
  readonly nth?: number;
}

/** A month of a rule; `leap` is the extra month that follows it in some calendars (RFC 7529, `5L`). */
export interface RuleMonth {
  readonly month: number;
  readonly leap: boolean;
}

/** A recurrence rule (RFC 5545, 3.3.10 with RFC 7529) after reading: every value in range, every part allowed. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number;
  readonly until?: Moment;
  /** First day of a week, 0 for Monday. */
  readonly weekStart: number;
  readonly bySecond?: readonly number[];
  readonly byMinute?: readonly number[];
  readonly byHour?: readonly number[];
  readonly byWeekday?: readonly RuleWeekday[];
  readonly byMonthDay?: readonly number[];
  readonly byYearDay?: readonly number[];
  readonly byWeekNumber?: readonly number[];
  readonly byMonth?: readonly RuleMonth[];
  readonly bySetPosition?: readonly number[];
  /** Calendar in which months and years are counted, in lower case: `gregorian`, `hebrew`, `chinese` … */
  readonly calendar: string;
  /** What becomes of a day that the calendar does not have. */
  readonly skip: "OMIT" | "BACKWARD" | "FORWARD";
}

/** Weekdays as rules write them, Monday first. */
export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
