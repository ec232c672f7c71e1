/** Zones and dates, in English. */
export const timeTexts = {
  "unknown-zone": "This time zone is not in the time zone database.",
  "unknown-zone.hint": "Use an IANA name such as America/New_York.",
  "unknown-school": "The calendar has no school with this id.",
  "unknown-school.hint": "It has: {schools}.",
  "table-too-long": "The school year is longer than two years.",
  "table-too-long.hint": "Write one calendar per year.",
  "exception-dates-too-many": "The calendar's exceptions cover more than {n} dates together.",
  "exception-dates-too-many.hint": "Say what holds all year in the ordinary week, not as an exception.",
  "too-many-periods": "A day has more than {n} periods.",
  "too-many-periods.hint": "Keep the periods in which something takes place.",
  "outside-year": "This date is not in the school year.",
  "outside-year.hint": "Ask for a date between the calendar's first and last.",
  "no-date": "This is no date.",
  "no-date.hint": "Write it as 2026-09-01.",
  "no-moment": "This is no date or time that the calendar has.",
  "no-moment.hint": "Write it as 2026-09-01 or 2026-09-01T09:00.",
};
