/** Looking for a time when people are free, in English. */
export const slotTexts = {
  "ambiguous-person": "{n} of the people have an id that two timetables give to different names.",
  "ambiguous-person.hint": "Give them ids of their own.",
  "no-school-dates": "There is no school on these dates.",
  "no-school-dates.hint": "Ask for dates of a term.",
  "no-time-known": "No time is known of this person or room.",
  "no-time-known.hint": "Use an id of the timetable, or add the person to the availability.",
  "quorum-too-large": "The quorum is larger than the number of people asked.",
  "quorum-too-large.hint": "Ask for at most {n}.",
  "nobody-required": "A meeting needs at least one person.",
  "nobody-required.hint": "Name one.",
  "slot-too-long": "The meeting must be longer than no time and fit into one day of the grid.",
  "slot-too-long.hint": "Ask for up to {n} minutes.",
};
