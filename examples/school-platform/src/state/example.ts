import { type GeneratedDistrict, generateDistrict, quizGrid } from "@collegium/testing";
import { teachersByGroup, teachersOf } from "./people.js";
import type { ResultSet } from "./results-book.js";
import type { School } from "./school.js";

export const EXAMPLE = "example";

/** A generated school and the quizzes of one of its grades. */
interface Example {
  readonly school: School;
  readonly quizzes: readonly ResultSet[];
}

// A year's example is always the same, and generating a district for every page that asks would be a waste.
const made = new Map<number, Example>();

/** The generated school, the same on every start of a school year, and the quizzes of one of its grades. */
export function exampleSchool(today: string): Example {
  const year = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < 8 ? 1 : 0);
  const example = made.get(year) ?? generateExample(year);
  made.set(year, example);
  return example;
}

function generateExample(year: number): Example {
  const district = generateDistrict({ seed: 1, schools: 1, year });
  const staffed = district.thisYear.schools[0];
  if (!staffed) throw new Error("The generated district has no school.");
  const { timetable } = staffed.school;
  const teachers = teachersByGroup(timetable);
  const names = new Map(timetable.resources.map(({ id, name }) => [id, name]));
  const students = district.thisYear.students
    .filter((student) => student.to === undefined)
    .map((student) => ({
      id: student.id,
      name: `${student.familyName}, ${student.givenName}`,
      class: names.get(student.group) ?? student.group,
      groups: student.subgroups,
      teachers: teachers.get(student.group) ?? [],
    }));
  const school: School = {
    districtId: EXAMPLE,
    name: timetable.school,
    example: true,
    teachers: teachersOf(timetable),
    students,
    time: { timetable, fileName: "", format: "example", original: undefined, warnings: [] },
    calendar: district.thisYear.calendar,
  };
  return { school, quizzes: quizzesOf(district, school) };
}

/** The generated quizzes as a team of that grade would have pasted them. */
function quizzesOf(district: GeneratedDistrict, school: School): ResultSet[] {
  const known = new Map(school.students.map((student) => [student.id, student]));
  const gone = new Map(district.thisYear.students.map((s) => [s.id, `${s.familyName}, ${s.givenName}`]));
  return district.quizzes.map((quiz) => ({
    id: quiz.id,
    team: `grade-${quiz.grade}`,
    title: quiz.title,
    on: quiz.date,
    students: quiz.students.map(({ id, class: group }) => {
      const student = known.get(id);
      return { id, name: student?.name ?? gone.get(id) ?? id, class: student?.class ?? group ?? "" };
    }),
    items: quiz.items.map(({ id, key, standard }) => ({
      id,
      ...(key === undefined ? {} : { key }),
      ...(standard === undefined ? {} : { standard }),
    })),
    responses: quiz.responses,
    refused: 0,
  }));
}

/** A quiz as the grid that a teacher would copy out of a spreadsheet. */
export function asGrid(set: ResultSet): string {
  const names = new Map(set.students.map(({ id, name }) => [id, name]));
  return quizGrid(set, { student: (id) => names.get(id) ?? id, class: (name) => name });
}
