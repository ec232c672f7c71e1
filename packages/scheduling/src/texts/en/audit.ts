/** The audit of shared minutes, in English. */
export const auditTexts = {
  "unknown-minutes": "The timetable does not say how long its periods are.",
  "unknown-minutes.hint": "Give the length of a period in minutes.",
  "self-report":
    "2.7 hours is what 1,003 teachers of American public schools reported in 2009 (MetLife Survey of the American Teacher, by telephone); a timetable shows what is possible, not what is used.",
  "mean-only":
    "2.7 hours is a mean; 24 % reported more than three hours. Look at the spread, not at one number.",
  "same-question": "Only answers of your own teachers to the same question can be compared with it.",
};
