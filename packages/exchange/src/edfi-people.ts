import { add, dates, deepText, descriptor, type EdfiRecords, missing, sectionKey } from "./edfi-keys.js";
import type { OpenPerson } from "./oneroster-people.js";
import { child, childrenOf, type Element, textOf } from "./xml.js";

export function readPerson(element: Element, records: EdfiRecords, idName: string) {
  const id = textOf(element, idName);
  const name = child(element, "Name");
  const [given, family] = [textOf(name, "FirstName"), textOf(name, "LastSurname")];
  if (id === undefined) return missing(idName);
  if (given === undefined || family === undefined) return missing("Name");
  const more: Record<string, string | undefined> = {
    middleName: textOf(name, "MiddleName"),
    preferredGivenName: textOf(name, "PreferredFirstName"),
    preferredFamilyName: textOf(name, "PreferredLastSurname"),
    username: textOf(element, "LoginId"),
    email: deepText(child(element, "ElectronicMail"), "ElectronicMailAddress"),
  };
  const identifiers = childrenOf(element, "StaffIdentificationCode").flatMap((code) => {
    const value = textOf(code, "IdentificationCode");
    return value === undefined
      ? []
      : [{ system: descriptor(textOf(code, "StaffIdentificationSystem")), value }];
  });
  const person: OpenPerson = {
    id,
    givenName: given,
    familyName: family,
    ...(Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >),
    enabled: true,
    grades: [],
    identifiers,
    roles: idName === "StudentUniqueId" ? [{ role: "student", org: "", primary: true }] : [],
    agents: [],
  };
  return add(records.people, id, person, idName);
}

const CLASSIFICATIONS: Readonly<Record<string, string>> = {
  Teacher: "teacher",
  "Substitute Teacher": "teacher",
  Principal: "principal",
  "Assistant Principal": "principal",
  "School Administrator": "siteAdministrator",
  "LEA Administrator": "districtAdministrator",
  Superintendent: "districtAdministrator",
  "LEA System Administrator": "systemAdministrator",
  Counselor: "counselor",
  "School Counselor": "counselor",
  "Instructional Aide": "aide",
};

export function readAssignment(element: Element, records: EdfiRecords) {
  const person = records.people.get(deepText(child(element, "StaffReference"), "StaffUniqueId") ?? "");
  if (!person) return { column: "StaffReference", code: "unknown-reference" as const };
  const said = descriptor(textOf(element, "StaffClassification"));
  const org = deepText(child(element, "EducationOrganizationReference"), "EducationOrganizationId") ?? "";
  const role = CLASSIFICATIONS[said] ?? `ext:${said.replace(/[^\w.-]/g, "-") || "staff"}`;
  person.roles = [...person.roles, { role, org, primary: person.roles.length === 0, ...dates(element) }];
  return undefined;
}

export function readSchoolAssociation(element: Element, records: EdfiRecords) {
  const person = records.people.get(deepText(child(element, "StudentReference"), "StudentUniqueId") ?? "");
  if (!person) return { column: "StudentReference", code: "unknown-reference" as const };
  const from = textOf(element, "EntryDate");
  const to = textOf(element, "ExitWithdrawDate");
  const org = deepText(child(element, "SchoolReference"), "SchoolId") ?? "";
  const role = {
    role: "student",
    org,
    primary: textOf(element, "PrimarySchool") !== "false",
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  // The school takes the place of the unknown organisation that every student begins with.
  person.roles = [...person.roles.filter((known) => known.org !== ""), role];
  const grade = descriptor(textOf(element, "EntryGradeLevel"));
  if (grade !== "" && !person.grades.includes(grade)) (person.grades as string[]).push(grade);
  return undefined;
}

export function readEnrollment(element: Element, records: EdfiRecords, idName: string, role: string) {
  const reference = child(element, idName === "StaffUniqueId" ? "StaffReference" : "StudentReference");
  const person = deepText(reference, idName);
  if (person === undefined || !records.people.has(person))
    return { column: idName, code: "unknown-reference" as const };
  const section = child(child(element, "SectionReference"), "SectionIdentity");
  const key = sectionKey(
    textOf(section, "SectionIdentifier") ?? "",
    child(child(section, "CourseOfferingReference"), "CourseOfferingIdentity"),
  );
  const found = records.classes.get(key);
  if (!found) return { column: "SectionReference", code: "unknown-reference" as const };
  const span = dates(element);
  const id = [key, person, span.from ?? ""].join("/");
  const position = descriptor(textOf(element, "ClassroomPosition"));
  const enrollment = {
    id,
    class: key,
    person,
    role,
    ...(position === "" ? {} : { primary: position === "Teacher of Record" }),
    ...span,
  };
  return add(records.enrollments, id, enrollment, "SectionReference");
}
