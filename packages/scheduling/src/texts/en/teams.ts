/** Teams files and timetables, in English. */
export const teamTexts = {
  "duplicate-team": "Another team before this one has the same id.",
  "duplicate-team.hint": "Give every team an id of its own.",
  "empty-team": "This team has no members.",
  "empty-team.hint": "List the ids of its teachers, or remove the team.",
  "unknown-teacher": "This teacher is not in the timetable.",
  "unknown-teacher.hint": "Name members by the ids the timetable gives its teachers.",
  "not-a-teacher": "This member is not a teacher there.",
  "not-a-teacher.hint": "Name members by the ids the timetable gives its teachers.",
  "no-teams": "The file lists no teams.",
  "no-teams.hint": "Add a team, or leave the file out to find teams in the timetable.",
  "repeated-member": "A member is listed more than once and counts once.",

  "duplicate-id": "Another one before it has the same id.",
  "no-such-day": "There is no such day.",
  "no-such-resource": "There is no such resource.",
  "no-such-lesson": "There is no such lesson.",
  "no-such-period": "There is no such period.",
  "day-torn": "This period's day was over: another day's period stands between.",
  "day-torn.hint": "List the periods in time order.",
  "ends-before-start": "The period ends before it starts.",
};
