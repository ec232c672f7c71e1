/** Zones, dates, availability and slots, in English. */
export const timeTexts = {
  "unknown-zone": "This time zone is not in the time zone database.",
  "unknown-zone.hint": "Use an IANA name such as America/New_York.",
  "unknown-school": "The calendar has no school with this id.",
  "unknown-school.hint": "It has: {schools}.",
  "outside-year": "This date is not in the school year.",
  "outside-year.hint": "Ask for a date between the calendar's first and last.",
  "no-date": "This is no date.",
  "no-date.hint": "Write it as 2026-09-01.",
  "no-moment": "This is no date or time that the calendar has.",
  "no-moment.hint": "Write it as 2026-09-01 or 2026-09-01T09:00.",
  "no-time-known": "{n} of the people or rooms have no time on this grid.",
  "no-time-known.hint": "Add them to the availability first.",
  "nobody-required": "A meeting needs at least one person.",
  "nobody-required.hint": "Name one.",
  "slot-too-long": "The meeting must be longer than no time and fit into one day of the grid.",
  "slot-too-long.hint": "Ask for up to {n} minutes.",
};
