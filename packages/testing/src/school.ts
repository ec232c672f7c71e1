import type { Team, Timetable } from "@collegium/scheduling";
import { type MadeUpName, madeUpNames } from "./names.js";
import { seededRandom } from "./random.js";
import { planStaff, type StaffPlan } from "./school-staff.js";
import { timetableOf } from "./school-timetable.js";

/** How large a generated school is. */
export interface SchoolSize {
  /** Default: 6, 7 and 8. */
  readonly grades?: readonly string[];
  /** Classes in each grade, 1 to 12; default 5. */
  readonly classesPerGrade?: number;
  /** Students in each class; default 24. */
  readonly studentsPerClass?: number;
}

/** A teacher of a generated school; the id is the timetable's. */
export interface GeneratedTeacher extends MadeUpName {
  readonly id: string;
  readonly department: string;
  /** Ids of the subjects taught. */
  readonly subjects: readonly string[];
  /** Present for members of a grade's team. */
  readonly grade?: string;
}

/** A student of a generated school. */
export interface GeneratedStudent extends MadeUpName {
  readonly id: string;
  readonly grade: string;
  /** The class, a group of the timetable. */
  readonly group: string;
}

/** A generated school: people, classes, teams and a week without clashes. */
export interface GeneratedSchool {
  readonly seed: number;
  readonly name: string;
  readonly teachers: readonly GeneratedTeacher[];
  readonly students: readonly GeneratedStudent[];
  /** Grade teams, then departments. */
  readonly teams: readonly Team[];
  readonly timetable: Timetable;
}

/**
 * A made-up middle school to try things on: its people, classes, teams and a week of 35 periods.
 * The same seed and size give the same bytes. Nobody is in two places at once, every class is taught in every period,
 * as a rule with one lesson of a subject a day and double lessons in art and technology; departments of three or more meet once a week.
 * Grade teams have almost no common time yet: the middle grade has none, so that there is something to gain.
 * @example
 * ```ts
 * const { timetable, teachers, students } = generateSchool({ seed: 1 });
 * [timetable.periods.length, teachers.length, students.length]; // => [35, 27, 360]
 * ```
 */
export function generateSchool({ seed, ...size }: { readonly seed: number } & SchoolSize): GeneratedSchool {
  const random = seededRandom(seed);
  const name = `${random.fork("school").pick(PLACES)} Middle School`;
  return makeSchool({ seed, name, draw: madeUpNames(random.fork("names")), ...size });
}

/** A school with a given name; `draw` names its teachers, then its students. */
export function makeSchool(
  options: { readonly seed: number; readonly name: string; readonly draw: () => MadeUpName } & SchoolSize,
): GeneratedSchool {
  const { seed, name, draw, grades = ["6", "7", "8"], classesPerGrade = 5, studentsPerClass = 24 } = options;
  if (classesPerGrade < 1 || classesPerGrade > 12) throw new RangeError("A grade has 1 to 12 classes.");
  const staff = planStaff(grades, classesPerGrade);
  const teachers = staff.posts.map(({ department, subjects, grade }, at) => ({
    id: `t${String(at + 1).padStart(2, "0")}`,
    ...draw(),
    department,
    subjects,
    ...(grade !== undefined && { grade }),
  }));
  const students = staff.classes.flatMap(({ id, grade }) =>
    Array.from({ length: studentsPerClass }, (_, at) => ({
      id: `${id}-s${String(at + 1).padStart(2, "0")}`,
      ...draw(),
      grade,
      group: id,
    })),
  );
  return {
    seed,
    name,
    teachers,
    students,
    teams: teamsOf(staff, teachers),
    timetable: timetableOf(name, seed, staff, teachers, seededRandom(seed).fork("week")),
  };
}

export const PLACES = [
  "Cloudberry Hill",
  "Foxglove Lane",
  "Lantern Bay",
  "Paper Mill",
  "Seven Kites",
  "Windmill Cross",
];

function teamsOf(staff: StaffPlan, teachers: readonly GeneratedTeacher[]): Team[] {
  const houses = [...new Set(staff.classes.map(({ house }) => house))];
  const departments = [...new Set(teachers.map(({ department }) => department))];
  const perGrade = houses.length / new Set(staff.classes.map(({ grade }) => grade)).size;
  return [
    ...houses.map((house) => {
      const { grade } = staff.classes.find((plan) => plan.house === house)!;
      const part = perGrade === 1 ? "" : ` ${"ABC"[house % perGrade]}`;
      return {
        id: `grade-${grade}${part.toLowerCase().replace(" ", "-")}`,
        name: `Grade ${grade}${part}`,
        members: teachers.filter((_, at) => staff.posts[at]!.house === house).map(({ id }) => id),
        blocks: 3,
        source: "grade" as const,
      };
    }),
    ...departments.map((department) => ({
      id: `department-${department.toLowerCase().replaceAll(" ", "-")}`,
      name: department,
      members: teachers.filter((teacher) => teacher.department === department).map(({ id }) => id),
      blocks: 1,
      source: "department" as const,
    })),
  ].filter(({ members }) => members.length >= 2);
}
