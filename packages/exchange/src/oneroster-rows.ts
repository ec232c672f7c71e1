import { listOf, type PlaceOf, put, type Writable } from "./oneroster-cells.js";
import type { Course, Enrollment, LineItem, Org, RosterClass, RosterResult, Session } from "./roster.js";

/** The readers of the other files: each is made for a file's columns, then called for every row. */
export function orgOf(at: PlaceOf): (cells: readonly string[]) => Org {
  const sourcedId = at("sourcedId");
  const name = at("name");
  const type = at("type");
  const identifier = at("identifier");
  const parentSourcedId = at("parentSourcedId");
  return (cells) => {
    const org: Writable<Org> = {
      id: cells[sourcedId] ?? "",
      name: cells[name] ?? "",
      type: cells[type] ?? "",
    };
    put(org, "identifier", cells[identifier] ?? "");
    put(org, "parent", cells[parentSourcedId] ?? "");
    return org;
  };
}

export function sessionOf(at: PlaceOf): (cells: readonly string[]) => Session {
  const sourcedId = at("sourcedId");
  const title = at("title");
  const type = at("type");
  const startDate = at("startDate");
  const endDate = at("endDate");
  const schoolYear = at("schoolYear");
  const parentSourcedId = at("parentSourcedId");
  return (cells) => {
    const session: Writable<Session> = {
      id: cells[sourcedId] ?? "",
      title: cells[title] ?? "",
      type: cells[type] ?? "",
      start: cells[startDate] ?? "",
      end: cells[endDate] ?? "",
      schoolYear: cells[schoolYear] ?? "",
    };
    put(session, "parent", cells[parentSourcedId] ?? "");
    return session;
  };
}

export function courseOf(at: PlaceOf): (cells: readonly string[]) => Course {
  const sourcedId = at("sourcedId");
  const title = at("title");
  const orgSourcedId = at("orgSourcedId");
  const grades = at("grades");
  const subjects = at("subjects");
  const courseCode = at("courseCode");
  return (cells) => {
    const course: Writable<Course> = {
      id: cells[sourcedId] ?? "",
      title: cells[title] ?? "",
      org: cells[orgSourcedId] ?? "",
      grades: listOf(cells[grades] ?? ""),
      subjects: listOf(cells[subjects] ?? ""),
    };
    put(course, "code", cells[courseCode] ?? "");
    return course;
  };
}

export function classOf(at: PlaceOf): (cells: readonly string[]) => RosterClass {
  const sourcedId = at("sourcedId");
  const title = at("title");
  const classType = at("classType");
  const courseSourcedId = at("courseSourcedId");
  const schoolSourcedId = at("schoolSourcedId");
  const termSourcedIds = at("termSourcedIds");
  const grades = at("grades");
  const subjects = at("subjects");
  const periods = at("periods");
  const classCode = at("classCode");
  const location = at("location");
  return (cells) => {
    const made: Writable<RosterClass> = {
      id: cells[sourcedId] ?? "",
      title: cells[title] ?? "",
      type: cells[classType] ?? "",
      course: cells[courseSourcedId] ?? "",
      school: cells[schoolSourcedId] ?? "",
      terms: listOf(cells[termSourcedIds] ?? ""),
      grades: listOf(cells[grades] ?? ""),
      subjects: listOf(cells[subjects] ?? ""),
      periods: listOf(cells[periods] ?? ""),
    };
    put(made, "code", cells[classCode] ?? "");
    put(made, "location", cells[location] ?? "");
    return made;
  };
}

export function enrollmentOf(at: PlaceOf): (cells: readonly string[]) => Enrollment {
  const sourcedId = at("sourcedId");
  const classSourcedId = at("classSourcedId");
  const userSourcedId = at("userSourcedId");
  const role = at("role");
  const primary = at("primary");
  const beginDate = at("beginDate");
  const endDate = at("endDate");
  return (cells) => {
    const enrollment: Writable<Enrollment> = {
      id: cells[sourcedId] ?? "",
      class: cells[classSourcedId] ?? "",
      person: cells[userSourcedId] ?? "",
      role: cells[role] ?? "",
    };
    if (cells[primary]) enrollment.primary = cells[primary] === "true";
    put(enrollment, "from", cells[beginDate] ?? "");
    put(enrollment, "to", cells[endDate] ?? "");
    return enrollment;
  };
}

export function lineItemOf(at: PlaceOf): (cells: readonly string[]) => LineItem {
  const sourcedId = at("sourcedId");
  const title = at("title");
  const classSourcedId = at("classSourcedId");
  const categorySourcedId = at("categorySourcedId");
  const academicSessionSourcedId = at("academicSessionSourcedId");
  const gradingPeriodSourcedId = at("gradingPeriodSourcedId");
  const assignDate = at("assignDate");
  const dueDate = at("dueDate");
  const schoolSourcedId = at("schoolSourcedId");
  const resultValueMin = at("resultValueMin");
  const resultValueMax = at("resultValueMax");
  return (cells) => {
    const item: Writable<LineItem> = { id: cells[sourcedId] ?? "", title: cells[title] ?? "" };
    put(item, "class", cells[classSourcedId] ?? "");
    put(item, "category", cells[categorySourcedId] ?? "");
    put(item, "session", cells[academicSessionSourcedId] || (cells[gradingPeriodSourcedId] ?? ""));
    put(item, "assigned", cells[assignDate] ?? "");
    put(item, "due", cells[dueDate] ?? "");
    put(item, "school", cells[schoolSourcedId] ?? "");
    if (cells[resultValueMin]) item.minimum = Number(cells[resultValueMin]);
    if (cells[resultValueMax]) item.maximum = Number(cells[resultValueMax]);
    return item;
  };
}

export function resultOf(at: PlaceOf): (cells: readonly string[]) => RosterResult {
  const sourcedId = at("sourcedId");
  const lineItemSourcedId = at("lineItemSourcedId");
  const studentSourcedId = at("studentSourcedId");
  const scoreStatus = at("scoreStatus");
  const scoreDate = at("scoreDate");
  const score = at("score");
  const textScore = at("textScore");
  const classSourcedId = at("classSourcedId");
  return (cells) => {
    const result: Writable<RosterResult> = {
      id: cells[sourcedId] ?? "",
      lineItem: cells[lineItemSourcedId] ?? "",
      student: cells[studentSourcedId] ?? "",
      status: cells[scoreStatus] ?? "",
      date: cells[scoreDate] ?? "",
    };
    if (cells[score]) result.score = Number(cells[score]);
    put(result, "text", cells[textScore] ?? "");
    put(result, "class", cells[classSourcedId] ?? "");
    return result;
  };
}
