import type { MeetingRow, Person, Slot } from "./schedule-meetings.js";

/** Rows of one lesson that meet at the same times in the same rooms: one per co-teacher or student. */
export interface MeetingGroup {
  readonly slots: readonly Slot[];
  readonly rooms: readonly string[];
  readonly rows: readonly MeetingRow[];
}

/** One section as a schedule holds it. */
export interface ScheduledLesson {
  readonly id: string;
  readonly name: string;
  readonly course: string;
  readonly teachers: readonly Person[];
  readonly students: readonly string[];
  readonly groups: readonly string[];
  readonly grade: string;
  readonly meetings: readonly MeetingGroup[];
}

/**
 * Sections out of rows. Rows of one section at the same times are co-teachers, students or rooms of one meeting; meetings
 * with the same teachers are one lesson; where teachers differ by time, each has a lesson of its own.
 */
export function scheduledLessons(rows: readonly MeetingRow[]): ScheduledLesson[] {
  const taken = new Set<string>();
  return [...groupBy(rows, (row) => row.section).values()].flatMap((section) => {
    const meetings = [...groupBy(section, (row) => slotsKey(row.slots)).values()].map(meetingOf);
    const byTeachers = groupBy(meetings, (meeting) => teacherKey(meeting.rows));
    return [...byTeachers.values()].map((group): ScheduledLesson => {
      const all = group.flatMap((meeting) => meeting.rows);
      const first = all[0]!;
      return {
        id: unique(first.section, taken),
        name: first.name || first.section,
        course: first.course,
        teachers: distinctPeople(all),
        students: distinct(all.flatMap((row) => row.students)),
        groups: distinct(all.flatMap((row) => classesIn(row.group))),
        grade: first.grade,
        meetings: group,
      };
    });
  });
}

function meetingOf(rows: readonly MeetingRow[]): MeetingGroup {
  return { slots: rows[0]!.slots, rooms: distinct(rows.map((row) => row.room)), rows };
}

/** A set of slots as text, whatever their order. */
export function slotsKey(slots: readonly Slot[]): string {
  return distinct(slots.map((slot) => `${slot.day}\t${slot.period}`))
    .sort()
    .join("\n");
}

function teacherKey(rows: readonly MeetingRow[]): string {
  return distinct(rows.flatMap((row) => row.teachers.map((teacher) => teacher.id)))
    .sort()
    .join("\n");
}

function distinctPeople(rows: readonly MeetingRow[]): Person[] {
  return [...new Map(rows.flatMap((row) => row.teachers).map((teacher) => [teacher.id, teacher])).values()];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== "");
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function unique(name: string, taken: Set<string>): string {
  let id = name;
  for (let n = 2; taken.has(id); n++) id = `${name} (${n})`;
  taken.add(id);
  return id;
}

const CLASS_NAME = /^\d{1,2}\s*[-.]?\s*[A-Za-z]$/;

/** The classes of one cell, such as 7B / 7C; a cell that is not made of class names alone is one group. */
function classesIn(cell: string): string[] {
  const parts = cell.split(/\s*[/;,&+|]\s*/).filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => CLASS_NAME.test(part)) ? parts : [cell];
}
