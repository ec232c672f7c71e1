import type { MadeUpName } from "../names.js";

/** A school day as `YYYY-MM-DD`. */
export type IsoDay = string;

/** A person who works for the district; one person keeps one id over the years. */
export interface StaffMember extends MadeUpName {
  readonly id: string;
  readonly school: string;
  readonly role: "teacher" | "principal" | "counselor";
  /** Present for teachers. */
  readonly department?: string;
  readonly from: IsoDay;
  /** Last day, where the person left. */
  readonly to?: IsoDay;
}

/** Groups whose results a school looks at apart. */
export type Subgroup = "low-income" | "english-learner" | "students-with-disabilities";

/** A student of the district; one student keeps one id over the years. */
export interface DistrictStudent extends MadeUpName {
  readonly id: string;
  readonly school: string;
  readonly grade: string;
  /** The class whose timetable the student has: a group of the school's timetable. */
  readonly group: string;
  readonly birthDate: IsoDay;
  readonly sex: "female" | "male" | "other" | "unspecified";
  /** Absent where the family gave none. */
  readonly race?: "asian" | "black" | "native" | "pacific" | "several" | "white";
  readonly hispanic?: boolean;
  readonly subgroups: readonly Subgroup[];
  /** First day in the district. */
  readonly from: IsoDay;
  /** Last day, where the student left. */
  readonly to?: IsoDay;
}

/** A class as the roster has it: a course taught to one group, or the group's homeroom. */
export interface RosterClass {
  readonly id: string;
  readonly school: string;
  readonly title: string;
  readonly type: "scheduled" | "homeroom";
  readonly course: string;
  readonly grade: string;
  readonly group: string;
  /** The lesson of the school's timetable; absent for homerooms. */
  readonly lesson?: string;
  readonly room?: string;
  /** Periods of the timetable in which it meets. */
  readonly periods: readonly string[];
}

/** A course of the district. */
export interface RosterCourse {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly grade: string;
}

/** One person in one class, dated. */
export interface RosterEnrollment {
  readonly id: string;
  readonly class: string;
  readonly school: string;
  readonly person: string;
  readonly role: "student" | "teacher";
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** A school year's roster, everything a student-information system exports. */
export interface RosterYear {
  /** The year in which it begins: 2026 for 2026-27. */
  readonly year: number;
  readonly first: IsoDay;
  readonly last: IsoDay;
  readonly staff: readonly StaffMember[];
  readonly students: readonly DistrictStudent[];
  readonly courses: readonly RosterCourse[];
  readonly classes: readonly RosterClass[];
  readonly enrollments: readonly RosterEnrollment[];
}

/** The first and last day of the school year that begins in a year. */
export function schoolYear(year: number): { first: IsoDay; last: IsoDay } {
  return { first: `${year}-08-24`, last: `${year + 1}-06-11` };
}
