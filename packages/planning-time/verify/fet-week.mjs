// Reads a FET file with its locked starts as a week in the checker's own shape: times, resources, events, meetings.
import { all, one, textOf } from "./xml.mjs";

const inactive = (element) => textOf(element, "Active")?.toLowerCase() === "false";
const names = (list, element) => all(list, element).map((item) => textOf(item, "Name"));
const texts = (element, name) =>
  all(element, name)
    .map((item) => item.text.trim())
    .filter(Boolean);

/** The week of a FET file: what its 100 % starting times say; activities without one are not in it. */
export function readFetWeek(root) {
  const time = one(root, "Time_Constraints_List");
  const breaks = new Set();
  for (const rule of all(time, "ConstraintBreakTimes")) {
    if (inactive(rule)) continue;
    for (const cell of all(rule, "Break_Time")) breaks.add(`${textOf(cell, "Day")}\n${textOf(cell, "Hour")}`);
  }
  const times = [];
  for (const day of names(one(root, "Days_List"), "Day")) {
    for (const hour of names(one(root, "Hours_List"), "Hour")) {
      const id = `${day}\n${hour}`;
      // A break is a day of its own, so no lesson can run over it.
      times.push({ id, index: times.length, day: breaks.has(id) ? `break ${id}` : day, groups: [] });
    }
  }
  const smallest = smallestSets(one(root, "Students_List"));
  const resources = [
    ...names(one(root, "Teachers_List"), "Teacher").map((id) => ({ id, type: "Teacher", groups: [] })),
    ...[...new Set([...smallest.values()].flat())].map((id) => ({
      id: `students ${id}`,
      type: "Class",
      groups: [],
    })),
    ...names(one(root, "Rooms_List"), "Room").map((id) => ({ id: `room ${id}`, type: "Room", groups: [] })),
  ];
  const rooms = certain(one(root, "Space_Constraints_List"), "ConstraintActivityPreferredRoom");
  const starts = certain(time, "ConstraintActivityPreferredStartingTime");
  const at = new Map(times.map(({ id, index }) => [id, index]));
  const meetings = [];
  const events = [];
  for (const activity of all(one(root, "Activities_List"), "Activity")) {
    const id = textOf(activity, "Id");
    const fixed = starts.get(id);
    if (inactive(activity) || !fixed) continue;
    const room = rooms.get(id);
    const slots = [
      ...texts(activity, "Teacher"),
      ...texts(activity, "Students").flatMap((set) =>
        (smallest.get(set) ?? [set]).map((leaf) => `students ${leaf}`),
      ),
      ...(room ? [`room ${textOf(room, "Room")}`] : []),
    ];
    const start = at.get(`${textOf(fixed, "Preferred_Day")}\n${textOf(fixed, "Preferred_Hour")}`);
    if (start === undefined) throw new Error(`activity ${id} stands outside of the week`);
    const duration = Number(textOf(activity, "Duration") ?? 1);
    const event = { id, duration, groups: [], resources: slots.map((resource) => ({ resource })) };
    events.push(event);
    meetings.push({ event, duration, start, slots });
  }
  return { instance: undefined, times, resources, events, meetings };
}

/** Active constraints of one kind that FET demands with certainty, the first one of each activity. */
function certain(list, kind) {
  const found = new Map();
  for (const rule of all(list, kind)) {
    const id = textOf(rule, "Activity_Id");
    if (!inactive(rule) && Number(textOf(rule, "Weight_Percentage")) === 100 && !found.has(id))
      found.set(id, rule);
  }
  return found;
}

/** The smallest sets of students inside each set; a set may stand in several places of the list. */
function smallestSets(list) {
  const smallest = new Map();
  const walk = (set) => {
    const parts = [...all(set, "Group"), ...all(set, "Subgroup")];
    const name = textOf(set, "Name");
    const own = parts.length > 0 ? parts.flatMap(walk) : [name];
    smallest.set(name, [...new Set([...(smallest.get(name) ?? []), ...own])]);
    return own;
  };
  for (const year of all(list, "Year")) walk(year);
  return smallest;
}
