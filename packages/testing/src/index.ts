export { documentsOf, faultyDocumentsOf } from "./arbitrary.js";
export type { FaultyDocument } from "./arbitrary-faults.js";
export { valuesOf } from "./arbitrary-values.js";
export type { PostHolder, StaffedSchool } from "./district/classes.js";
export {
  type DistrictSize,
  type DistrictYear,
  type GeneratedDistrict,
  generateDistrict,
} from "./district/district.js";
export type { AssessedSubject, Assessment, AssessmentScore, TrueGrowth } from "./district/growth.js";
export { toMatchTable, toOneRosterFiles } from "./district/oneroster.js";
export { type GeneratedQuiz, quizGrid } from "./district/quiz.js";
export type { Turnover } from "./district/turnover.js";
export type {
  DistrictStudent,
  IsoDay,
  RosterClass,
  RosterCourse,
  RosterEnrollment,
  RosterYear,
  StaffMember,
  Subgroup,
} from "./district/year.js";
export { gate, type Law, law, type PlantedFault } from "./law.js";
export { type MadeUpName, madeUpNames } from "./names.js";
export { type SeededRandom, seededRandom } from "./random.js";
export {
  type GeneratedSchool,
  type GeneratedStudent,
  type GeneratedTeacher,
  generateSchool,
  type SchoolSize,
} from "./school.js";
