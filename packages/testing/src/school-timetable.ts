import { Timetable } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import type { SeededRandom } from "./random.js";
import type { GeneratedTeacher } from "./school.js";
import { BELLS, DAYS, PERIOD_MINUTES } from "./school-plan.js";
import type { StaffPlan } from "./school-staff.js";
import { arrangeWeek, type WeekWishes } from "./school-week.js";

/** The generated school's week as a timetable: its people, classes, rooms, lessons and standing meetings. */
export function timetableOf(
  school: string,
  seed: number,
  staff: StaffPlan,
  teachers: readonly GeneratedTeacher[],
  random: SeededRandom,
): Timetable {
  const wishes = wishesFor(staff, random);
  const week = arrangeWeek(staff.teachings, staff.classes.length, teachers.length, wishes, random);
  const periods = DAYS.flatMap((day) =>
    BELLS.map((start, at) => ({
      id: `${day.id}-${at + 1}`,
      name: `${at + 1}`,
      day: day.id,
      start,
      end: start + PERIOD_MINUTES,
    })),
  );
  const lessons: Timetable["lessons"] = [];
  const placements: Timetable["placements"] = [];
  staff.teachings.forEach(({ group, teacher, subject, periods: duration }, unit) => {
    const { id, name, grade } = staff.classes[group]!;
    const lesson = `${id}-${subject.id}`;
    lessons.push({
      id: lesson,
      name: `${subject.name} ${name}`,
      kind: "teaching",
      course: `${subject.name} ${grade}`,
      duration,
      resources: [teachers[teacher]!.id, id, roomOf(teachers[teacher]!)],
    });
    const row = week.byGroup[group]!;
    for (let period = 0; period < periods.length; period++) {
      if (row[period] !== unit) continue;
      const together =
        subject.double === true && row[period + 1] === unit && (period + 1) % BELLS.length !== 0;
      placements.push({ lesson, start: periods[period]!.id, duration: together ? 2 : 1 });
      if (together) period++;
    }
  });
  for (const { department, members, period } of standingMeetings(wishes, week.byTeacher)) {
    const lesson = `meeting-${department.toLowerCase().replaceAll(" ", "-")}`;
    lessons.push({
      id: lesson,
      name: `${department} faculty meeting`,
      kind: "meeting",
      duration: 1,
      resources: [...members.map((member) => teachers[member]!.id), "library"],
    });
    placements.push({ lesson, start: periods[period]!.id, duration: 1 });
  }
  return unwrap(
    Timetable.create({
      id: `generated-school-${seed}`,
      school,
      days: DAYS,
      periods,
      resources: [
        ...teachers.map(({ id, givenName, familyName, department, grade }) => ({
          id,
          name: `${givenName} ${familyName}`,
          kind: "teacher" as const,
          department,
          ...(grade !== undefined && { grade }),
        })),
        ...staff.classes.map(({ id, name, grade }) => ({
          id,
          name,
          kind: "group" as const,
          grade,
        })),
        ...teachers.map((teacher) => ({
          id: roomOf(teacher),
          name: roomName(teacher),
          kind: "room" as const,
        })),
        { id: "library", name: "Library", kind: "room" as const },
      ],
      lessons,
      placements,
    }),
  );
}

/** Every teacher has a room, as in most schools of this size; lessons of one class move, not the furniture. */
function roomOf({ id }: GeneratedTeacher): string {
  return `room-${id.slice(1)}`;
}

function roomName({ id, subjects }: GeneratedTeacher): string {
  const special: Record<string, string> = {
    pe: "Gym",
    art: "Art studio",
    music: "Music room",
    tech: "Workshop",
  };
  const kind = subjects.map((subject) => special[subject]).find((word) => word !== undefined);
  return `${kind ?? "Room"} ${100 + Number(id.slice(1))}`;
}

/** Departments of three or more meet, each in a period of its own; the middle team has no common period, others one. */
function wishesFor(staff: StaffPlan, random: SeededRandom): WeekWishes & { departments: readonly string[] } {
  const indexes = staff.posts.map((_, at) => at);
  const departments = [...new Set(staff.posts.map(({ department }) => department))];
  const members = departments.map((name) => indexes.filter((at) => staff.posts[at]!.department === name));
  const count = DAYS.length * BELLS.length;
  const slots = random.shuffle(Array.from({ length: count }, (_, period) => period));
  const meeting = departments.map((_, at) => at).filter((at) => members[at]!.length >= 3);
  const houses = [...new Set(staff.classes.map(({ house }) => house))];
  const middle = Math.floor(houses.length / 2);
  return {
    departments: meeting.map((at) => departments[at]!),
    meetings: meeting.map((at, order) => ({ teachers: members[at]!, period: slots[order]! })),
    teams: houses.map((house) => ({
      teachers: indexes.filter((at) => staff.posts[at]!.house === house),
      busy: house === middle ? [1, 1, 1, 1, 2] : [0, 1, 1, 1, 2],
    })),
  };
}

/** Meetings that found a period in which all their people are free: the wished one, else the first. */
function standingMeetings(
  { meetings, departments }: WeekWishes & { departments: readonly string[] },
  byTeacher: readonly Int32Array[],
) {
  const taken = new Set<number>();
  return meetings.flatMap(({ teachers, period: wished }, at) => {
    const others = Array.from({ length: DAYS.length * BELLS.length }, (_, period) => period);
    const period = [wished, ...others].find(
      (p) => !taken.has(p) && teachers.every((teacher) => byTeacher[teacher]![p] === -1),
    );
    if (period === undefined) return [];
    taken.add(period);
    return [{ department: departments[at]!, members: teachers, period }];
  });
}
