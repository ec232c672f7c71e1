import type { Issue } from "@collegium/schema";
import { parseDate } from "./civil-date.js";
import type { SchoolCalendar } from "./school-calendar.js";
import { timeIssue } from "./time-issue.js";

/** Twenty-five exceptions on every date of a year and more. */
const MOST_EXCEPTION_DATES = 20_000;
/** A period for each quarter of an hour, day and night. */
const MOST_PERIODS = 100;
/** Dates before and after the year count no further than this. */
const LONGEST_SPAN = 800;

/** What makes a calendar larger than any school's, so that its dates need not be looked at one by one; most have none. */
export function tooLarge({ exceptions, schools }: SchoolCalendar): Issue | undefined {
  let dates = 0;
  for (const [index, { first, last = first, periods }] of exceptions.entries()) {
    const days = (parseDate(last) ?? 0) - (parseDate(first) ?? 0) + 1;
    dates += Math.min(Math.max(1, days), LONGEST_SPAN);
    if (dates > MOST_EXCEPTION_DATES)
      return timeIssue(
        "too-many-exceptions",
        ["exceptions", index],
        { n: MOST_EXCEPTION_DATES },
        "exception-dates-too-many",
      );
    if (periods && periods.length > MOST_PERIODS)
      return timeIssue("too-many-periods", ["exceptions", index, "periods"], { n: MOST_PERIODS });
  }
  for (const [index, { bells }] of schools.entries()) {
    const long = bells.findIndex(({ periods }) => periods.length > MOST_PERIODS);
    if (long >= 0)
      return timeIssue("too-many-periods", ["schools", index, "bells", long, "periods"], { n: MOST_PERIODS });
  }
  return undefined;
}
