import { suggestTeams } from "./suggest-teams.js";
import type { Team } from "./teams.js";
import type { Lesson, Resource, Timetable } from "./timetable.js";
import { attending } from "./week-grid.js";

/** A team read from a timetable, with the reason in a sentence. */
export interface FoundTeam extends Team {
  readonly because: string;
}

/**
 * Finds the teams a school has already, so that nobody starts with an empty list.
 * Meetings that stand in the timetable (two teachers or more, no students, not the whole staff) come first. Departments
 * and grades follow where no team found before has the same people or most of them; where all that finds nothing,
 * teachers of the same course; then those who teach one grade for most of their week. Where fewer than half of the teachers are in a team by then, teams guessed from shared
 * classes follow, whose source is `suggested`.
 * The same timetable gives the same teams; ids are unique.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({
 *   id: "t", school: "Example School",
 *   days: [{ id: "mon", name: "Monday" }],
 *   periods: [{ id: "mon-1", name: "1", day: "mon" }],
 *   resources: ["t1", "t2"].map((id) => ({ id, name: id, kind: "teacher" as const, department: "Mathematics" })),
 *   lessons: [], placements: [],
 * }));
 * findTeams(timetable)[0];
 * // => { id: "department-mathematics", name: "Mathematics", members: ["t1", "t2"], source: "department", because: "These 2 teachers have the department Mathematics in the timetable." }
 * ```
 */
export function findTeams(timetable: Timetable): FoundTeam[] {
  const teachers = timetable.resources.filter(({ kind }) => kind === "teacher");
  const found: FoundTeam[] = [];
  const add = (team: FoundTeam) => {
    if (found.some((other) => mostlySame(other.members, team.members))) return;
    const taken = found.filter(({ id }) => id === team.id || id.startsWith(`${team.id}~`)).length;
    found.push(taken === 0 ? team : { ...team, id: `${team.id}~${taken + 1}` });
  };
  for (const team of fromMeetings(timetable, teachers)) found.push(team);
  for (const team of bySharedField(teachers, "department")) add(team);
  for (const team of bySharedField(teachers, "grade")) add(team);
  if (found.length === 0) for (const team of fromCourses(timetable, teachers)) add(team);
  const listed = found.some(({ source }) => source === "meetings" || source === "grade");
  if (!listed) for (const team of gradesTaught(timetable, teachers)) add(team);
  const inTeams = new Set(found.flatMap(({ members }) => members));
  if (inTeams.size * 2 < teachers.length) for (const team of suggestTeams(timetable)) add(team);
  return found;
}

/** One team for each set of people with a meeting of their own. */
function fromMeetings(timetable: Timetable, teachers: readonly Resource[]): FoundTeam[] {
  const order = new Map(teachers.map(({ id }, position) => [id, position]));
  const kinds = new Map(timetable.resources.map(({ id, kind }) => [id, kind]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const teams = new Map<string, { lesson: Lesson; members: string[] }>();
  for (const placement of timetable.placements) {
    const lesson = lessons.get(placement.lesson);
    if (lesson?.kind !== "meeting") continue;
    const people = attending(lesson, placement);
    const members = people.filter((id) => order.has(id)).sort((a, b) => order.get(a)! - order.get(b)!);
    const students = people.some((id) => ["group", "student"].includes(kinds.get(id) ?? ""));
    if (students || members.length < 2 || isWholeStaff(members.length, teachers.length)) continue;
    const key = JSON.stringify(members);
    if (!teams.has(key)) teams.set(key, { lesson, members });
  }
  const ids = new Map<string, number>();
  return [...teams.values()].map(({ lesson, members }) => {
    const times = (ids.get(lesson.id) ?? 0) + 1;
    ids.set(lesson.id, times);
    return {
      id: times === 1 ? lesson.id : `${lesson.id}~${times}`,
      name: lesson.name,
      members,
      source: "meetings" as const,
      because: `The meeting ${lesson.name} stands in the timetable with these ${members.length} teachers and no students.`,
    };
  });
}

/** A staff meeting brings everyone together and makes no team of them. */
function isWholeStaff(members: number, teachers: number): boolean {
  return teachers > 8 && members > teachers / 2;
}

function bySharedField(teachers: readonly Resource[], field: "department" | "grade"): FoundTeam[] {
  const groups = new Map<string, string[]>();
  for (const teacher of teachers) {
    const value = teacher[field];
    if (value !== undefined && value !== "") groups.set(value, [...(groups.get(value) ?? []), teacher.id]);
  }
  return [...groups]
    .filter(([, members]) => members.length >= 2)
    .map(([value, members]) => ({
      id: `${field}-${slug(value)}`,
      name: field === "grade" ? `Grade ${value.replace(/^grade\s+/i, "")}` : value,
      members,
      source: field,
      because: `These ${members.length} teachers have the ${field} ${value} in the timetable.`,
    }));
}

function fromCourses(timetable: Timetable, teachers: readonly Resource[]): FoundTeam[] {
  const isTeacher = new Set(teachers.map(({ id }) => id));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const courses = new Map<string, Set<string>>();
  for (const placement of timetable.placements) {
    const lesson = lessons.get(placement.lesson);
    if (lesson?.course === undefined || lesson.kind !== "teaching") continue;
    const members = courses.get(lesson.course) ?? new Set();
    for (const id of attending(lesson, placement)) if (isTeacher.has(id)) members.add(id);
    courses.set(lesson.course, members);
  }
  return [...courses]
    .filter(([, members]) => members.size >= 2 && !isWholeStaff(members.size, teachers.length))
    .map(([course, members]) => ({
      id: `course-${slug(course)}`,
      name: course,
      members: teachers.map(({ id }) => id).filter((id) => members.has(id)),
      source: "course" as const,
      because: `These ${members.size} teachers teach the course ${course}.`,
    }));
}

/** Teachers who have students of one grade in at least three of five periods: a grade's team where nobody lists one. */
function gradesTaught(timetable: Timetable, teachers: readonly Resource[]): FoundTeam[] {
  const gradeOf = new Map(
    timetable.resources.flatMap(({ id, kind, grade }) =>
      kind === "group" && grade !== undefined ? [[id, plainGrade(grade)] as const] : [],
    ),
  );
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const taught = new Map(teachers.map(({ id }) => [id, new Map<string, number>()]));
  for (const placement of timetable.placements) {
    const lesson = lessons.get(placement.lesson);
    if (lesson?.kind !== "teaching") continue;
    const people = attending(lesson, placement);
    const grades = new Set(people.map((id) => gradeOf.get(id) ?? "").filter(Boolean));
    if (grades.size !== 1) continue;
    const [grade = ""] = grades;
    for (const id of people) {
      const periods = taught.get(id);
      periods?.set(grade, (periods.get(grade) ?? 0) + placement.duration);
    }
  }
  const members = new Map<string, string[]>();
  for (const [id, periods] of taught) {
    const total = [...periods.values()].reduce((sum, n) => sum + n, 0);
    for (const [grade, n] of periods) {
      if (n * 5 >= total * 3) members.set(grade, [...(members.get(grade) ?? []), id]);
    }
  }
  return [...members]
    .filter(([, ids]) => ids.length >= 3 && !isWholeStaff(ids.length, teachers.length))
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([grade, ids]) => ({
      id: `grade-${slug(grade)}`,
      name: `Grade ${grade}`,
      members: ids,
      source: "grade" as const,
      because: `These ${ids.length} teachers have students of grade ${grade} for most of their week.`,
    }));
}

const plainGrade = (grade: string) => grade.replace(/^grade\s+/i, "").replace(/^0+(?=\d)/, "");

/** At least two thirds of the people of both together are in both. */
function mostlySame(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((id) => b.includes(id)).length;
  return shared * 3 >= (a.length + b.length - shared) * 2;
}

function slug(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words === null ? "unnamed" : words.join("-");
}
