import type { MadeUpName } from "../names.js";
import type { SeededRandom } from "../random.js";
import { makeSchool, type SchoolSize } from "../school.js";
import type { StaffedSchool } from "./classes.js";
import { type Numbering, namesInOrder, nextStaffId, nextStudentId, seatsOf } from "./people.js";
import { day, makeStudent } from "./students.js";
import type { DistrictStudent, StaffMember } from "./year.js";

/** Who came, went and moved up between two school years, by id. */
export interface Turnover {
  readonly staffLeft: readonly string[];
  readonly staffJoined: readonly string[];
  /** From one school of the district to another. */
  readonly staffMoved: readonly string[];
  /** Finished the last grade. */
  readonly studentsFinished: readonly string[];
  readonly studentsLeft: readonly string[];
  readonly studentsJoined: readonly string[];
}

/** The people of the next school year. */
export interface NextPeople {
  readonly schools: readonly StaffedSchool[];
  readonly staff: readonly StaffMember[];
  readonly students: readonly DistrictStudent[];
  readonly turnover: Turnover;
}

interface ThisYear {
  readonly year: number;
  readonly schools: readonly StaffedSchool[];
  readonly staff: readonly StaffMember[];
  readonly students: readonly DistrictStudent[];
  readonly size: SchoolSize;
}

/**
 * Moves a district into the next school year: one teacher in eight leaves, two change schools, students move up a
 * grade into mixed classes, a few leave, and new ones fill the seats. Everybody who stays keeps the id.
 */
export function nextPeople(
  { year, schools, staff, students, size }: ThisYear,
  draw: () => MadeUpName,
  numbers: Numbering,
  random: SeededRandom,
): NextPeople {
  const posts = nextStaff({ year, schools, staff }, draw, numbers, random.fork("staff"));
  const pupils = random.fork("students");
  const present = students.filter(({ to }) => to === undefined);
  const grades = [...new Set(schools.flatMap(({ school }) => school.students.map(({ grade }) => grade)))];
  const finished = present.filter(({ grade }) => grade === grades[grades.length - 1]);
  const moving = present.filter((student) => !finished.includes(student));
  const left = moving.filter(() => pupils.chance(0.04));
  const staying = moving.filter((student) => !left.includes(student));
  const joined: DistrictStudent[] = [];

  const next = schools.map((staffed) => {
    const seated = seatsOf(staffed.school).map((seat) => ({
      ...seat,
      student: undefined as DistrictStudent | undefined,
    }));
    for (const grade of grades) {
      const before = grades[grades.indexOf(grade) - 1];
      const coming = staying.filter((one) => one.school === staffed.id && one.grade === before);
      const seats = pupils.shuffle(seated.filter((seat) => seat.grade === grade));
      seats.forEach((seat, at) => {
        const student = coming[at];
        seat.student =
          student === undefined
            ? makeStudent(
                {
                  id: nextStudentId(numbers),
                  name: draw(),
                  school: staffed.id,
                  grade,
                  group: seat.group,
                  from: day(year + 1, 8, 24),
                  year: year + 1,
                },
                pupils,
              )
            : { ...student, grade, group: seat.group };
        if (student === undefined) joined.push(seat.student);
      });
    }
    const holders = posts.holders.get(staffed.id)!;
    const people = new Map(posts.staff.map((one) => [one.id, one]));
    const names = [
      ...holders.map(({ person }) => people.get(person)!),
      ...seated.map(({ student }) => student!),
    ];
    const school = makeSchool({
      seed: staffed.school.seed + 1000,
      name: staffed.school.name,
      draw: namesInOrder(names),
      ...size,
    });
    return { staffed: { id: staffed.id, school, holders }, students: seated.map(({ student }) => student!) };
  });

  const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);
  return {
    schools: next.map(({ staffed }) => staffed),
    staff: posts.staff,
    students: next.flatMap((one) => one.students),
    turnover: {
      ...posts.turnover,
      studentsFinished: ids(finished),
      studentsLeft: ids(left),
      studentsJoined: ids(joined),
    },
  };
}

/** Fills every post for the next year. */
function nextStaff(
  { year, schools, staff }: Pick<ThisYear, "year" | "schools" | "staff">,
  draw: () => MadeUpName,
  numbers: Numbering,
  random: SeededRandom,
) {
  const first = day(year + 1, 8, 15);
  const present = staff.filter(({ to }) => to === undefined);
  const posts = schools.flatMap(({ id, holders }) =>
    holders.filter(({ to }) => to === undefined).map((holder) => ({ school: id, ...holder })),
  );
  const order = schools.flatMap(({ id, school }) =>
    school.teachers.map((teacher) => ({ school: id, post: teacher.id })),
  );
  const held = order.map(
    ({ school, post }) => posts.find((one) => one.school === school && one.post === post)!,
  );

  // The first pair of the same post in two schools changes places.
  const swapped = schools.length > 1 ? [held.findIndex(({ school }) => school === schools[0]!.id), -1] : [];
  if (swapped.length > 0) {
    const { post } = held[swapped[0]!]!;
    swapped[1] = held.findIndex((one) => one.school === schools[1]!.id && one.post === post);
    const [a, b] = [held[swapped[0]!]!.person, held[swapped[1]!]!.person];
    held[swapped[0]!] = { ...held[swapped[0]!]!, person: b };
    held[swapped[1]!] = { ...held[swapped[1]!]!, person: a };
  }
  const people = new Map(present.map((one) => [one.id, one]));
  const left: string[] = [];
  const joined: StaffMember[] = [];
  const filled = held.map((one, at) => {
    const holder = people.get(one.person)!;
    if (swapped.includes(at) || !random.chance(0.125)) {
      people.set(holder.id, { ...holder, school: one.school });
      return { ...one, from: holder.from };
    }
    left.push(holder.id);
    people.delete(holder.id);
    const newcomer = { ...holder, ...draw(), id: nextStaffId(numbers), school: one.school, from: first };
    joined.push(newcomer);
    return { ...one, person: newcomer.id, from: first };
  });
  return {
    staff: [...people.values(), ...joined],
    holders: new Map(
      schools.map(({ id }) => [
        id,
        filled
          .filter(({ school }) => school === id)
          .map(({ post, person, from }) => ({ post, person, from })),
      ]),
    ),
    turnover: {
      staffLeft: left,
      staffJoined: joined.map(({ id }) => id),
      staffMoved: swapped.map((at) => held[at]!.person),
    },
  };
}
