/** Common time, its reasons, and what stands in the way, in English. */
export const commonTimeTexts = {
  period: "period {name}",
  "period.day": "{day}, period {name}",
  "periods.day": "{day}, periods {names}",

  "free-alone": "{when}: free.",
  everyone: "{when}: all {of} can come.",
  "some-cannot": "{when}: {n} of {of} can come; {people} cannot.",
  "room-free": "Free then: {rooms}.",
  reluctant: "{person} would rather keep this time.",
  "reluctant-once": "{person} would rather keep this time, and has given way once before.",
  "reluctant-again": "{person} would rather keep this time, and has given way {n} times before.",
  "keeps-own-periods": "Everyone keeps at least {n} free periods in the week.",

  "lesson-for": "{lesson} ({people})",
  "only-lesson": "Only one lesson, {when}, stands in the way: {what}.",
  "only-duty": "Only one duty, {when}, stands in the way: {what}.",
  "only-meeting": "Only one meeting, {when}, stands in the way: {what}.",
  "only-other": "Only one {kind}, {when}, stands in the way: {what}.",
  "several-lessons": "{when}: {n} lessons stand in the way: {what}.",

  "nobody-asked": "A meeting needs people.",
  "nobody-asked.hint": "Name one.",
  "unknown-person": "This person is not in the timetable.",
  "unknown-person.hint": "Use the ids of the timetable.",
  "unknown-room": "This room is not in the timetable.",
  "unknown-room.hint": "Use the ids of the timetable.",
  "unknown-period": "This period is not in the timetable.",
  "unknown-period.hint": "Use the ids of the timetable.",
  "impossible-quorum": "The quorum is larger than the number of people asked.",
  "impossible-quorum.hint": "Ask for at most {n}.",
  "bad-length": "The length must be a whole number of periods that fits into a day.",
};
