/** Looking for a time when people are free, in English. */
export const slotTexts = {
  "ambiguous-person": "{n} of the people have an id that two timetables give to different names.",
  "ambiguous-person.hint": "Give them ids of their own.",
  "no-school-dates": "There is no school on these dates.",
  "no-school-dates.hint": "Ask for dates of a term.",
  "no-time-known": "{n} of the people or rooms have no time on this grid.",
  "no-time-known.hint": "Add them to the availability first.",
  "nobody-required": "A meeting needs at least one person.",
  "nobody-required.hint": "Name one.",
  "slot-too-long": "The meeting must be longer than no time and fit into one day of the grid.",
  "slot-too-long.hint": "Ask for up to {n} minutes.",
};
