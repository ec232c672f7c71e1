import {
  add,
  courseKey,
  deepText,
  descriptor,
  type EdfiRecords,
  missing,
  offeringKey,
  sectionKey,
  sessionKey,
} from "./edfi-keys.js";
import type { RosterClass } from "./roster.js";
import { child, childrenOf, type Element, textOf } from "./xml.js";

export function readOrg(
  element: Element,
  records: EdfiRecords,
  idName: string,
  type: string,
  above?: string,
) {
  const id = textOf(element, idName);
  const name = textOf(element, "NameOfInstitution");
  if (id === undefined) return missing(idName);
  if (name === undefined) return missing("NameOfInstitution");
  const parent =
    above === undefined ? undefined : deepText(child(element, above), above.replace("Reference", "Id"));
  const org = { id, name, type, ...(parent === undefined ? {} : { parent }) };
  return add(records.orgs, id, org, idName);
}

export function readSession(element: Element, records: EdfiRecords) {
  const key = sessionKey(element);
  const [start, end] = [textOf(element, "BeginDate"), textOf(element, "EndDate")];
  if (key === undefined) return missing("SessionName");
  if (start === undefined || end === undefined) return missing("BeginDate");
  const title = textOf(element, "SessionName")!;
  const schoolYear = textOf(element, "SchoolYear")?.slice(-4) ?? "";
  return add(records.sessions, key, { id: key, title, type: "term", start, end, schoolYear }, "SessionName");
}

export function readCourse(element: Element, records: EdfiRecords) {
  const code = textOf(element, "CourseCode");
  const title = textOf(element, "CourseTitle");
  const org = deepText(element, "EducationOrganizationId");
  if (code === undefined) return missing("CourseCode");
  if (title === undefined) return missing("CourseTitle");
  const id = courseKey(code, org);
  const subjects = childrenOf(element, "AcademicSubject").map((subject) => descriptor(subject.text));
  return add(records.courses, id, { id, title, code, org: org ?? "", grades: [], subjects }, "CourseCode");
}

export function readOffering(element: Element, records: EdfiRecords) {
  const code = deepText(child(element, "CourseReference"), "CourseCode");
  if (code === undefined) return missing("CourseCode");
  const org = deepText(child(element, "CourseReference"), "EducationOrganizationId");
  records.offerings.set(offeringKey(element), courseKey(code, org));
  return undefined;
}

export function readSection(element: Element, records: EdfiRecords) {
  const identifier = textOf(element, "SectionIdentifier");
  if (identifier === undefined) return missing("SectionIdentifier");
  const offering = child(child(element, "CourseOfferingReference"), "CourseOfferingIdentity");
  const key = sectionKey(identifier, offering);
  const course = records.offerings.get(offeringKey(offering)) ?? "";
  const school = deepText(offering, "SchoolId") ?? "";
  const session = sessionKey(child(child(offering, "SessionReference"), "SessionIdentity"));
  const location = deepText(child(element, "LocationReference"), "ClassroomIdentificationCode");
  const made: RosterClass = {
    id: identifier,
    title:
      textOf(element, "SectionName") ??
      records.courses.get(course)?.title ??
      textOf(offering, "LocalCourseCode") ??
      identifier,
    type: "scheduled",
    course,
    school,
    terms: session === undefined ? [] : [session],
    grades: [],
    subjects: records.courses.get(course)?.subjects ?? [],
    periods: childrenOf(element, "ClassPeriodReference").flatMap(
      (period) => deepText(period, "ClassPeriodName") ?? [],
    ),
    ...(location === undefined ? {} : { location }),
  };
  return add(records.classes, key, made, "SectionIdentifier");
}
