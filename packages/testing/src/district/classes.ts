import type { GeneratedSchool } from "../school.js";
import { SUBJECTS } from "../school-plan.js";
import type {
  DistrictStudent,
  IsoDay,
  RosterClass,
  RosterCourse,
  RosterEnrollment,
  RosterYear,
} from "./year.js";

/** Who holds a post of a school's timetable, and when; a post changes hands when somebody leaves during the year. */
export interface PostHolder {
  /** The teacher's id in the timetable. */
  readonly post: string;
  readonly person: string;
  readonly from: IsoDay;
  readonly to?: IsoDay;
}

/** A school of the district with the people in its posts. */
export interface StaffedSchool {
  readonly id: string;
  readonly school: GeneratedSchool;
  readonly holders: readonly PostHolder[];
}

/** One course for each subject and grade, shared by the schools. */
export function rosterCourses(grades: readonly string[]): RosterCourse[] {
  const taught = [...SUBJECTS, { id: "homeroom", name: "Homeroom" }];
  return grades.flatMap((grade) =>
    taught.map(({ id, name }) => ({
      id: courseId(id, grade),
      title: `${name} ${grade}`,
      subject: name,
      grade,
    })),
  );
}

export function courseId(subject: string, grade: string): string {
  return `course-${subject}-${grade}`;
}

/** A class for every lesson of the timetable, and a homeroom for every group. */
export function rosterClasses({ id: schoolId, school }: StaffedSchool): RosterClass[] {
  const { timetable } = school;
  const groups = timetable.resources.filter(({ kind }) => kind === "group");
  const rooms = new Map(
    timetable.resources.filter(({ kind }) => kind === "room").map((room) => [room.id, room.name]),
  );
  const order = timetable.periods.map(({ id }) => id);
  return groups.flatMap(({ id: group, name, grade = "" }) => {
    const lessons = timetable.lessons.filter(({ resources }) => resources.includes(group));
    const scheduled = lessons.map((lesson) => {
      const room = lesson.resources
        .map((resource) => rooms.get(resource))
        .find((found) => found !== undefined);
      const own = timetable.placements.filter((placement) => placement.lesson === lesson.id);
      return {
        id: `${schoolId}-${lesson.id}`,
        school: schoolId,
        title: lesson.name,
        type: "scheduled" as const,
        course: courseId(lesson.id.slice(group.length + 1), grade),
        grade,
        group,
        lesson: lesson.id,
        ...(room !== undefined && { room }),
        periods: own.flatMap(({ start, duration }) => {
          const first = order.indexOf(start);
          return order.slice(first, first + duration);
        }),
      };
    });
    const homeroom = {
      id: `${schoolId}-${group}-homeroom`,
      school: schoolId,
      title: `Homeroom ${name}`,
      type: "homeroom" as const,
      course: courseId("homeroom", grade),
      grade,
      group,
      periods: [],
    };
    return [...scheduled, homeroom];
  });
}

/** Every student in the classes of the group, every holder of a post in the classes it teaches, each for their days. */
export function rosterEnrollments(
  schools: readonly StaffedSchool[],
  classes: readonly RosterClass[],
  students: readonly DistrictStudent[],
  year: Pick<RosterYear, "first" | "last">,
): RosterEnrollment[] {
  const within = (from: IsoDay, to: IsoDay | undefined) => ({
    from: from > year.first ? from : year.first,
    to: to !== undefined && to < year.last ? to : year.last,
  });
  const taught = schools.flatMap(({ id, school, holders }) => {
    const lessons = new Map(school.timetable.lessons.map((lesson) => [lesson.id, lesson]));
    return classes
      .filter((one) => one.school === id)
      .flatMap((one) => {
        // The homeroom teacher is the one who teaches the group reading.
        const lesson = lessons.get(one.lesson ?? `${one.group}-read`)!;
        return holders
          .filter(({ post }) => lesson.resources.includes(post))
          .map(({ person, from, to }) => ({
            id: `${one.id}-${person}`,
            class: one.id,
            school: id,
            person,
            role: "teacher" as const,
            ...within(from, to),
          }));
      });
  });
  const byGroup = new Map<string, RosterClass[]>();
  for (const one of classes) {
    const key = `${one.school} ${one.group}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), one]);
  }
  const learning = students.flatMap(({ id, school, group, from, to }) =>
    (byGroup.get(`${school} ${group}`) ?? []).map((one) => ({
      id: `${one.id}-${id}`,
      class: one.id,
      school,
      person: id,
      role: "student" as const,
      ...within(from, to),
    })),
  );
  return [...taught, ...learning];
}
