import { readCourse, readOffering, readOrg, readSection, readSession } from "./edfi-classes.js";
import type { EdfiRecords, RecordFault } from "./edfi-keys.js";
import { readAssignment, readEnrollment, readPerson, readSchoolAssociation } from "./edfi-people.js";
import {
  readAssessment,
  readGradebookEntry,
  readGradebookResult,
  readObjective,
  readStudentAssessment,
} from "./edfi-results.js";
import type { Element } from "./xml.js";

type Reader = (element: Element, records: EdfiRecords) => RecordFault | undefined;

/** Readers by the name of a record; records of other names are not needed here. */
export const EDFI_READERS: Readonly<Record<string, Reader>> = {
  School: (e, r) => readOrg(e, r, "SchoolId", "school", "LocalEducationAgencyReference"),
  LocalEducationAgency: (e, r) =>
    readOrg(e, r, "LocalEducationAgencyId", "district", "EducationServiceCenterReference"),
  EducationServiceCenter: (e, r) => readOrg(e, r, "EducationServiceCenterId", "ext:service-center"),
  Session: readSession,
  Course: readCourse,
  CourseOffering: readOffering,
  Section: readSection,
  Staff: (e, r) => readPerson(e, r, "StaffUniqueId"),
  Student: (e, r) => readPerson(e, r, "StudentUniqueId"),
  StaffEducationOrganizationAssignmentAssociation: readAssignment,
  StudentSchoolAssociation: readSchoolAssociation,
  StaffSectionAssociation: (e, r) => readEnrollment(e, r, "StaffUniqueId", "teacher"),
  StudentSectionAssociation: (e, r) => readEnrollment(e, r, "StudentUniqueId", "student"),
  Assessment: readAssessment,
  ObjectiveAssessment: readObjective,
  StudentAssessment: readStudentAssessment,
  GradebookEntry: readGradebookEntry,
  StudentGradebookEntry: readGradebookResult,
};
