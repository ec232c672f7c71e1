import type { Timetable } from "@collegium/scheduling";
import type { ResultsBook } from "./results-book.js";
import type { School } from "./school.js";

/** A student as a team needs to know them. */
export interface KnownStudent {
  readonly id: string;
  readonly name: string;
  readonly class?: string;
  /** Subgroups on the roster, for targets that no average may hide. */
  readonly groups?: readonly string[];
}

/** A teacher as pages name them. */
export interface KnownTeacher {
  readonly id: string;
  readonly name: string;
  readonly department?: string;
}

/** The teachers of a timetable. */
export function teachersOf(timetable: Timetable): KnownTeacher[] {
  return timetable.resources
    .filter(({ kind }) => kind === "teacher")
    .map(({ id, name, department }) => ({ id, name, ...(department === undefined ? {} : { department }) }));
}

/** A student on a school's roster, with the timetable ids of the teachers who teach them. */
export interface RosterStudent extends KnownStudent {
  readonly teachers: readonly string[];
}

/** People of a team beside its members. */
export interface SchoolPeople {
  readonly students: readonly KnownStudent[];
}

/** The students that belong to a team. */
export interface PeopleSource {
  of(
    school: School,
    team: { readonly id: string; readonly members: readonly string[] },
  ): Promise<SchoolPeople>;
}

/** Students taught by a team's members, and those whom its own results name though no roster does. */
export function peopleSource(results: ResultsBook): PeopleSource {
  return {
    async of(school, team) {
      const members = new Set(team.members);
      const taught = school.students.filter((student) =>
        student.teachers.some((teacher) => members.has(teacher)),
      );
      const known = new Map<string, KnownStudent>(
        taught.map(({ teachers: _, ...student }) => [student.id, student]),
      );
      for (const set of await results.of(school.districtId, team.id)) {
        for (const student of set.students) if (!known.has(student.id)) known.set(student.id, student);
      }
      return { students: [...known.values()] };
    },
  };
}

/** Teachers of each group of students, from the timetable's lessons. */
export function teachersByGroup(timetable: Timetable): Map<string, string[]> {
  const kinds = new Map(timetable.resources.map(({ id, kind }) => [id, kind]));
  const found = new Map<string, Set<string>>();
  for (const lesson of timetable.lessons) {
    const teachers = lesson.resources.filter((id) => kinds.get(id) === "teacher");
    for (const group of lesson.resources.filter((id) => kinds.get(id) === "group")) {
      const set = found.get(group) ?? new Set();
      for (const teacher of teachers) set.add(teacher);
      found.set(group, set);
    }
  }
  return new Map([...found].map(([group, teachers]) => [group, [...teachers]]));
}
