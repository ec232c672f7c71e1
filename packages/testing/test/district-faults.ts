import type { DistrictYear, GeneratedDistrict } from "../src/index.js";

/** What is wrong with a generated district: references, dates, sizes and continuity, checked one by one. */
export function districtFaults(district: GeneratedDistrict): string[] {
  const { thisYear, nextYear, scores, turnover } = district;
  return [
    ...yearFaults(thisYear),
    ...yearFaults(nextYear),
    ...scoreFaults(district),
    ...continuityFaults(thisYear, nextYear, turnover),
    ...(scores.length === 0 ? ["no scores"] : []),
  ];
}

function yearFaults(year: DistrictYear): string[] {
  const faults: string[] = [];
  const people = new Map([...year.staff, ...year.students].map((person) => [person.id, person]));
  const classes = new Map(year.classes.map((one) => [one.id, one]));
  const courses = new Set(year.courses.map(({ id }) => id));
  if (people.size !== year.staff.length + year.students.length) faults.push("an id stands twice");
  if (classes.size !== year.classes.length) faults.push("a class stands twice");
  for (const one of year.classes) if (!courses.has(one.course)) faults.push(`${one.id} has no course`);
  const taught = new Set<string>();
  for (const { id, class: at, person, role, from, to, school } of year.enrollments) {
    const who = people.get(person);
    if (who === undefined || classes.get(at)?.school !== school) faults.push(`${id} points nowhere`);
    else if (who.school !== school) faults.push(`${id} is in another school`);
    else if (from < who.from || (who.to !== undefined && to > who.to))
      faults.push(`${id} outlasts the person`);
    if (from > to || from < year.first || to > year.last) faults.push(`${id} is outside the year`);
    if (role === "teacher") taught.add(at);
  }
  for (const id of classes.keys()) if (!taught.has(id)) faults.push(`${id} has no teacher`);
  for (const { id, school, holders } of year.schools) {
    for (const { post, person } of holders) {
      const name = school.timetable.resources.find((resource) => resource.id === post)?.name;
      const who = people.get(person);
      // A substitute who came during the year is not yet in the timetable's names.
      if (who === undefined || (who.from < year.first && name !== `${who.givenName} ${who.familyName}`)) {
        faults.push(`${post} of ${id} is not who the timetable says`);
      }
    }
  }
  return faults;
}

function scoreFaults({ thisYear, assessments, scores }: GeneratedDistrict): string[] {
  const students = new Map(thisYear.students.map((student) => [student.id, student]));
  const dates = new Map(assessments.map(({ id, date }) => [id, date]));
  return scores.flatMap(({ assessment, student, score, status }) => {
    const { from, to } = students.get(student)!;
    const date = dates.get(assessment)!;
    const there = from <= date && (to === undefined || date <= to);
    return there && (score !== null) === (status === "scored") ? [] : [`${assessment} of ${student}`];
  });
}

function continuityFaults(
  before: DistrictYear,
  after: DistrictYear,
  turnover: GeneratedDistrict["turnover"],
): string[] {
  const faults: string[] = [];
  const now = new Map(after.students.map((student) => [student.id, student]));
  const gone = new Set([...turnover.studentsFinished, ...turnover.studentsLeft]);
  for (const { id, to, grade, birthDate, givenName } of before.students) {
    const same = now.get(id);
    if ((same === undefined) !== (to !== undefined || gone.has(id))) faults.push(`${id} is lost or back`);
    if (same && (Number(same.grade) !== Number(grade) + 1 || same.birthDate !== birthDate))
      faults.push(`${id} changed`);
    if (same && same.givenName !== givenName) faults.push(`${id} has another name`);
  }
  const staff = new Set(after.staff.map(({ id }) => id));
  for (const { id, to } of before.staff) {
    if (staff.has(id) === (to !== undefined || turnover.staffLeft.includes(id)))
      faults.push(`${id} is lost or back`);
  }
  const known = new Set([...before.staff, ...before.students].map(({ id }) => id));
  for (const id of [...turnover.staffJoined, ...turnover.studentsJoined])
    if (known.has(id)) faults.push(`${id} is old`);
  return faults;
}
