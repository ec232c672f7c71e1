import type { MadeUpName } from "../names.js";
import type { SeededRandom } from "../random.js";
import { type GeneratedSchool, makeSchool, type SchoolSize } from "../school.js";
import type { StaffedSchool } from "./classes.js";
import { day, makeStudent } from "./students.js";
import type { DistrictStudent, IsoDay, StaffMember } from "./year.js";

/** Ids in the order in which people came to the district: `staff-0001`, `student-00001`. */
export interface Numbering {
  staff: number;
  student: number;
}

export function nextStaffId(numbers: Numbering): string {
  return `staff-${String(++numbers.staff).padStart(4, "0")}`;
}

export function nextStudentId(numbers: Numbering): string {
  return `student-${String(++numbers.student).padStart(5, "0")}`;
}

/** A school with its first people, in the fall of a year. */
export interface PeopledSchool {
  readonly staffed: StaffedSchool;
  readonly staff: readonly StaffMember[];
  readonly students: readonly DistrictStudent[];
}

/** Makes a school and gives its people ids, dates and backgrounds. */
export function peopleSchool(
  where: { id: string; seed: number; name: string; year: number; draw: () => MadeUpName; size: SchoolSize },
  numbers: Numbering,
  random: SeededRandom,
): PeopledSchool {
  const { id, seed, name, year, draw, size } = where;
  const school = makeSchool({ seed, name, draw, ...size });
  const hired = () => day(year - random.below(18), 8, 15);
  const teachers = school.teachers.map(({ givenName, familyName, department }) => ({
    id: nextStaffId(numbers),
    givenName,
    familyName,
    school: id,
    role: "teacher" as const,
    department,
    from: hired(),
  }));
  const office = (["principal", "counselor"] as const).map((role) => ({
    id: nextStaffId(numbers),
    ...draw(),
    school: id,
    role,
    from: hired(),
  }));
  const students = school.students.map(({ givenName, familyName, grade, group }) =>
    makeStudent(
      {
        id: nextStudentId(numbers),
        name: { givenName, familyName },
        school: id,
        grade,
        group,
        from: joined(year, random),
        year,
      },
      random,
    ),
  );
  const holders = school.teachers.map(({ id: post }, at) => ({
    post,
    person: teachers[at]!.id,
    from: teachers[at]!.from,
  }));
  return { staffed: { id, school, holders }, staff: [...teachers, ...office], students };
}

/** Most have been in the district since primary school; the others came at the start of one of the last school years. */
function joined(year: number, random: SeededRandom): IsoDay {
  return random.chance(0.8) ? day(year - 4, 8, 24) : day(year - random.below(3), 8, 24);
}

/**
 * In some classes a student leaves in September and another takes the seat a week or two later, so that classes keep
 * their size while the roster changes.
 */
export function studentsMoving(
  students: readonly DistrictStudent[],
  year: number,
  draw: () => MadeUpName,
  numbers: Numbering,
  random: SeededRandom,
): DistrictStudent[] {
  const leavers = new Map<string, IsoDay>();
  const newcomers: DistrictStudent[] = [];
  const seats = new Map<string, DistrictStudent[]>();
  for (const student of students) {
    const key = `${student.school} ${student.group}`;
    seats.set(key, [...(seats.get(key) ?? []), student]);
  }
  for (const members of seats.values()) {
    if (!random.chance(0.4)) continue;
    const { id, school, grade, group } = random.pick(members);
    leavers.set(id, day(year, 9, 4 + random.below(20)));
    newcomers.push(
      makeStudent(
        {
          id: nextStudentId(numbers),
          name: draw(),
          school,
          grade,
          group,
          from: day(year, 10, 1 + random.below(12)),
          year,
        },
        random,
      ),
    );
  }
  return [
    ...students.map((student) => {
      const to = leavers.get(student.id);
      return to === undefined ? student : { ...student, to };
    }),
    ...newcomers,
  ];
}

/** One teacher leaves in October and a substitute takes the post over: the timetable stays, the person changes. */
export function teacherLeaving(
  { staffed, staff }: PeopledSchool,
  year: number,
  name: MadeUpName,
  numbers: Numbering,
  random: SeededRandom,
): { staffed: StaffedSchool; staff: StaffMember[] } {
  const [leaver, last, first] = [random.pick(staffed.holders), day(year, 10, 16), day(year, 10, 19)];
  const before = staff.find(({ id }) => id === leaver.person)!;
  const substitute: StaffMember = {
    ...before,
    ...name,
    id: nextStaffId(numbers),
    from: first,
  };
  return {
    staffed: {
      ...staffed,
      holders: [
        ...staffed.holders.map((holder) => (holder === leaver ? { ...holder, to: last } : holder)),
        { post: leaver.post, person: substitute.id, from: first },
      ],
    },
    staff: [...staff.map((one) => (one === before ? { ...one, to: last } : one)), substitute],
  };
}

/** Names for a school's posts and seats, in the order in which a school asks for them. */
export function namesInOrder(names: readonly MadeUpName[]): () => MadeUpName {
  let next = 0;
  return () => {
    const name = names[next++];
    if (name === undefined) throw new Error("A school asked for more names than it has people.");
    return { givenName: name.givenName, familyName: name.familyName };
  };
}

/** The classes of a school, in the order of its seats. */
export function seatsOf({ students }: GeneratedSchool): { grade: string; group: string }[] {
  return students.map(({ grade, group }) => ({ grade, group }));
}
