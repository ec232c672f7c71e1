/** Standing meetings and what stands in their way, in English. */
export const meetingTexts = {
  "change-without-meeting": "The series no longer meets on {date}.",
  "change-without-meeting.hint": "Remove the change if it is not wanted any more.",
  "moved-without-meeting": "The series no longer meets on {date}; the moved meeting is kept.",
  "moved-without-meeting.hint": "Remove the change if it is not wanted any more.",
  "no-meetings": "The series has no meeting in this year.",
  "no-meetings.hint": "Check its dates and its rule.",
  "unknown-series-rule": "This series follows a rule that this program does not know.",
  "unknown-series-rule.hint":
    "Give its dates by one of the known rules, or open it in the program that wrote it.",
  "moved-outside-school": "The meeting is moved to {date}, when there is no school.",
  "moved-outside-school.hint": "Choose a day of school if that is not meant.",
  "meeting-without-period": "The bells of {date} leave out the period of the meeting.",
  "meeting-without-period.hint": "Give this meeting another time.",

  "members.one": "one member is",
  "members.many": "{n} members are",
  "member-busy": "{series}, {date} at {time}: {members} busy.",
  "room-busy": "{series}, {date} at {time}: the room is taken.",
  "two-meetings": "{series} and {other}, {date} at {time}: {members} in both.",
  "same-room": "{series} and {other}, {date} at {time}: both have the same room.",
};
