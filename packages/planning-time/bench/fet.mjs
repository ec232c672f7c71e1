// A timetable and its teams as a FET file: lessons and, as activities without students, the teams' meetings.

const xml = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const tag = (name, content) => `<${name}>${content}</${name}>`;
const named = (list, kind, count, names) =>
  tag(
    list,
    (count ? tag(count, names.length) : "") + names.map((n) => tag(kind, tag("Name", xml(n)))).join(""),
  );

/** The file's text, and the ids of the activities that are meetings. */
export function fetFile(timetable, teams) {
  const kindOf = new Map(timetable.resources.map((r) => [r.id, r.kind]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const longest = Math.max(
    ...timetable.days.map((d) => timetable.periods.filter((p) => p.day === d.id).length),
  );
  const hours = Array.from({ length: longest }, (_, i) => String(i + 1));
  const of = (kind) => timetable.resources.filter((r) => r.kind === kind).map((r) => r.id);
  const activity = (id, group, teachers, students, duration) =>
    tag(
      "Activity",
      teachers.map((t) => tag("Teacher", xml(t))).join("") +
        tag("Subject", "any") +
        students.map((s) => tag("Students", xml(s))).join("") +
        tag("Duration", duration) +
        tag("Total_Duration", duration) +
        tag("Id", id) +
        tag("Activity_Group_Id", group) +
        tag("Active", "true") +
        tag("Comments", ""),
    );
  const activities = timetable.placements.map((placement, i) => {
    const people = [
      ...lessons.get(placement.lesson).resources,
      ...(placement.chosen ?? []).map((c) => c.resource),
    ];
    const kind = (k) => people.filter((id) => kindOf.get(id) === k);
    return activity(i + 1, 0, kind("teacher"), [...kind("group"), ...kind("student")], placement.duration);
  });
  const constraint = (name, inside) =>
    tag(name, tag("Weight_Percentage", 100) + inside + tag("Active", "true") + tag("Comments", ""));
  const apart = [];
  const meetings = [];
  for (const team of teams) {
    const ids = Array.from({ length: team.blocks }, () => {
      const id = activities.length + 1;
      activities.push(activity(id, 0, team.members, [], 1));
      return id;
    });
    meetings.push(...ids);
    if (ids.length > 1) {
      const inside = tag("Consecutive_If_Same_Day", "false") + tag("Number_of_Activities", ids.length);
      const list = ids.map((id) => tag("Activity_Id", id)).join("") + tag("MinDays", 1);
      apart.push(constraint("ConstraintMinDaysBetweenActivities", inside + list));
    }
  }
  // Hours that a shorter day does not have.
  const missing = timetable.days.flatMap(({ id }) => {
    const last = timetable.periods.filter(({ day }) => day === id).length;
    return hours.slice(last).map((hour) => tag("Break_Time", tag("Day", xml(id)) + tag("Hour", hour)));
  });
  if (missing.length > 0)
    apart.push(
      constraint("ConstraintBreakTimes", tag("Number_of_Break_Times", missing.length) + missing.join("")),
    );
  const years = [...of("group"), ...of("student")]
    .map((id) => tag("Year", tag("Name", xml(id)) + tag("Number_of_Students", 0)))
    .join("");
  const body = [
    tag("Institution_Name", "benchmark"),
    tag("Comments", ""),
    named(
      "Days_List",
      "Day",
      "Number_of_Days",
      timetable.days.map((d) => d.id),
    ),
    named("Hours_List", "Hour", "Number_of_Hours", hours),
    named("Subjects_List", "Subject", undefined, ["any"]),
    tag("Activity_Tags_List", ""),
    named("Teachers_List", "Teacher", undefined, of("teacher")),
    tag("Students_List", years),
    tag("Activities_List", activities.join("\n")),
    tag("Buildings_List", ""),
    tag("Rooms_List", ""),
    tag("Time_Constraints_List", constraint("ConstraintBasicCompulsoryTime", "") + apart.join("\n")),
    tag("Space_Constraints_List", constraint("ConstraintBasicCompulsorySpace", "")),
  ];
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<fet version="6.8.5">${body.join("\n")}</fet>\n`,
    meetings,
  };
}

/** What a solved week has: meetings placed, lessons placed, and periods that left their lesson's present starts. */
export function fetMoves(solved, timetable, meetings) {
  const present = new Map();
  for (const { lesson, start, duration } of timetable.placements)
    present.set(lesson, (present.get(lesson) ?? new Set()).add(`${start} ${duration}`));
  const byDay = new Map(timetable.days.map((d) => [d.id, timetable.periods.filter((p) => p.day === d.id)]));
  const isMeeting = new Set(meetings);
  let blocks = 0;
  let placed = 0;
  let moved = 0;
  for (const [, id, day, hour] of solved.matchAll(
    /<Id>(\d+)<\/Id>\s*<Day>([^<]*)<\/Day>\s*<Hour>([^<]*)<\/Hour>/g,
  )) {
    if (day === "") continue;
    if (isMeeting.has(Number(id))) {
      blocks++;
      continue;
    }
    placed++;
    const { lesson, duration } = timetable.placements[Number(id) - 1];
    const start = byDay.get(day)[Number(hour) - 1]?.id;
    if (!present.get(lesson).has(`${start} ${duration}`)) moved += duration;
  }
  return { blocks, placed, moved };
}
