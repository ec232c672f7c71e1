import type { DistrictYear, GeneratedDistrict } from "./district.js";
import { ONE_ROSTER_COLUMNS, type OneRosterFile } from "./oneroster-columns.js";
import { gradebookRows } from "./oneroster-gradebook.js";
import type { DistrictStudent, StaffMember } from "./year.js";

/** One row by column name; absent cells are blank. */
export type Row = Readonly<Record<string, string>>;

/**
 * A district's roster as the OneRoster 1.2 CSV files of a bulk export, by file name.
 * Quotes only where needed, lines end in CRLF, `status` and `dateLastModified` are blank as a bulk export demands. The
 * next year has no results yet. The same district gives the same bytes.
 * @example
 * ```ts
 * const files = toOneRosterFiles(generateDistrict({ seed: 1, schools: 1 }));
 * files["orgs.csv"]?.split("\r\n")[2]; // => "school-01,,,Windmill Cross Middle School,school,101,district-1"
 * ```
 */
export function toOneRosterFiles(
  district: GeneratedDistrict,
  { year = "this" }: { readonly year?: "this" | "next" } = {},
): Record<string, string> {
  const roster = year === "this" ? district.thisYear : district.nextYear;
  const rows: Partial<Record<OneRosterFile, readonly Row[]>> = {
    academicSessions: sessions(roster),
    orgs: orgs(district, roster),
    courses: courses(district, roster),
    classes: classes(roster),
    users: [...roster.staff.map(staffUser), ...roster.students.map(studentUser)],
    roles: roles(roster),
    enrollments: enrollments(roster),
    demographics: roster.students.map(demographics),
    ...(year === "this" ? gradebookRows(district) : {}),
  };
  const names = Object.keys(ONE_ROSTER_COLUMNS) as OneRosterFile[];
  const manifest = [
    ["manifest.version", "1.0"],
    ["oneroster.version", "1.2"],
    ...names.map((name) => [`file.${name}`, rows[name] === undefined ? "absent" : "bulk"]),
    ["source.systemName", "Generated district"],
  ];
  const files: Record<string, string> = { "manifest.csv": csv([["propertyName", "value"], ...manifest]) };
  for (const name of names) {
    const own = rows[name];
    if (own === undefined) continue;
    const columns = ["sourcedId", "status", "dateLastModified", ...ONE_ROSTER_COLUMNS[name]];
    files[`${name}.csv`] = csv([columns, ...own.map((row) => columns.map((column) => row[column] ?? ""))]);
  }
  return files;
}

/**
 * Which id of a school's timetable is which id of the roster, as the CSV that joins the two: teachers to users on the
 * given day, lessons and groups to classes.
 * @example
 * ```ts
 * const district = generateDistrict({ seed: 1, schools: 1 });
 * toMatchTable(district, "school-01", "2026-11-24").split("\r\n").slice(0, 2);
 * // => ["timetableId,sourcedId", "t01,staff-0001"]
 * ```
 */
export function toMatchTable(district: GeneratedDistrict, school: string, on: string): string {
  const year = on > district.thisYear.last ? district.nextYear : district.thisYear;
  const staffed = year.schools.find(({ id }) => id === school);
  if (staffed === undefined) throw new RangeError("The district has no school with this id.");
  const here = staffed.holders.filter(({ from, to }) => from <= on && (to === undefined || on <= to));
  const order = staffed.school.teachers.map(({ id }) => id);
  const teachers = here.sort((a, b) => order.indexOf(a.post) - order.indexOf(b.post));
  return csv([
    ["timetableId", "sourcedId"],
    ...teachers.map(({ post, person }) => [post, person]),
    ...year.classes
      .filter((one) => one.school === school)
      .map(({ id, lesson, group }) => [lesson ?? group, id]),
  ]);
}

/** Rows as RFC 4180 text. */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export const sessionId = (roster: Pick<DistrictYear, "year">) => `year-${roster.year}`;

function sessions(roster: DistrictYear): Row[] {
  const id = sessionId(roster);
  const schoolYear = `${roster.year + 1}`;
  const whole = { sourcedId: id, type: "schoolYear", startDate: roster.first, endDate: roster.last };
  const half = (name: string, startDate: string, endDate: string) => ({
    sourcedId: `${id}-${name}`,
    title: `${name[0]!.toUpperCase()}${name.slice(1)} ${roster.year}-${schoolYear.slice(2)}`,
    type: "semester",
    startDate,
    endDate,
    parentSourcedId: id,
    schoolYear,
  });
  return [
    { ...whole, title: `School year ${roster.year}-${schoolYear.slice(2)}`, schoolYear },
    half("fall", roster.first, `${roster.year + 1}-01-22`),
    half("spring", `${roster.year + 1}-01-23`, roster.last),
  ];
}

function orgs({ id, name }: GeneratedDistrict, roster: DistrictYear): Row[] {
  return [
    { sourcedId: id, name, type: "district", identifier: "100" },
    ...roster.schools.map((one, at) => ({
      sourcedId: one.id,
      name: one.school.name,
      type: "school",
      identifier: `${101 + at}`,
      parentSourcedId: id,
    })),
  ];
}

function courses({ id }: GeneratedDistrict, roster: DistrictYear): Row[] {
  return roster.courses.map((course) => ({
    sourcedId: course.id,
    schoolYearSourcedId: sessionId(roster),
    title: course.title,
    courseCode: course.id.slice("course-".length),
    grades: gradeCode(course.grade),
    orgSourcedId: id,
    subjects: course.subject,
  }));
}

function classes(roster: DistrictYear): Row[] {
  return roster.classes.map((one) => ({
    sourcedId: one.id,
    title: one.title,
    grades: gradeCode(one.grade),
    courseSourcedId: one.course,
    classCode: one.lesson ?? one.group,
    classType: one.type,
    location: one.room ?? "",
    schoolSourcedId: one.school,
    termSourcedIds: sessionId(roster),
    periods: one.periods.join(","),
  }));
}

function staffUser(person: StaffMember): Row {
  return { ...user(person), identifier: `E${person.id.slice(-4)}` };
}

function studentUser(person: DistrictStudent): Row {
  return { ...user(person), identifier: `S${person.id.slice(-5)}`, grades: gradeCode(person.grade) };
}

function user({ id, givenName, familyName, school, to }: StaffMember | DistrictStudent): Row {
  const username = `${givenName}.${familyName}.${id.slice(id.indexOf("-") + 1)}`.toLowerCase();
  return {
    sourcedId: id,
    enabledUser: to === undefined ? "true" : "false",
    username,
    givenName,
    familyName,
    email: `${username}@example.org`,
    primaryOrgSourcedId: school,
  };
}

function roles(roster: DistrictYear): Row[] {
  const row = (role: string, { id, school, from, to }: StaffMember | DistrictStudent) => ({
    sourcedId: `role-${id}`,
    userSourcedId: id,
    roleType: "primary",
    role,
    beginDate: from,
    endDate: to ?? "",
    orgSourcedId: school,
  });
  return [
    ...roster.staff.map((one) => row(one.role, one)),
    ...roster.students.map((one) => row("student", one)),
  ];
}

function enrollments(roster: DistrictYear): Row[] {
  return roster.enrollments.map((one) => ({
    sourcedId: one.id,
    classSourcedId: one.class,
    schoolSourcedId: one.school,
    userSourcedId: one.person,
    role: one.role,
    primary: one.role === "teacher" ? "true" : "",
    beginDate: one.from,
    endDate: one.to,
  }));
}

const RACE_COLUMNS = {
  native: "americanIndianOrAlaskaNative",
  asian: "asian",
  black: "blackOrAfricanAmerican",
  pacific: "nativeHawaiianOrOtherPacificIslander",
  white: "white",
  several: "demographicRaceTwoOrMoreRaces",
} as const;

function demographics({ id, birthDate, sex, race, hispanic }: DistrictStudent): Row {
  const races = Object.entries(RACE_COLUMNS).map(([word, column]) => [
    column,
    race === undefined ? "" : String(word === race),
  ]);
  return {
    sourcedId: id,
    birthDate,
    sex,
    ...Object.fromEntries(races),
    hispanicOrLatinoEthnicity: hispanic === undefined ? "" : String(hispanic),
  };
}

/** Grades as two digits, the Common Education Data Standards' code. */
function gradeCode(grade: string): string {
  return grade.padStart(2, "0");
}
