import type { Original } from "@collegium/exchange";
import type { SchoolCalendar, Timetable } from "@collegium/scheduling";
import type { Issue } from "@collegium/schema";
import type { KnownTeacher, RosterStudent } from "./people.js";

/** One school as the platform holds it in memory; everything in it can be read again from the store. */
export interface School {
  /** The tenant; schools never share rows. */
  readonly districtId: string;
  readonly name: string;
  /** Generated people and results; shown on every page. */
  readonly example: boolean;
  /** Teachers, by the timetable's ids where there is a timetable. */
  readonly teachers: readonly KnownTeacher[];
  /** The roster's students; empty until a roster was brought in. */
  readonly students: readonly RosterStudent[];
  /** Absent until a timetable was brought in. */
  readonly time: SchoolTime | undefined;
  /** The calendar that comes with a generated school. */
  readonly calendar?: SchoolCalendar;
}

/** A school's timetable with the file it came from. */
export interface SchoolTime {
  readonly timetable: Timetable;
  readonly fileName: string;
  readonly format: string;
  /** Opaque; lets a plan be written back into the school's own file. */
  readonly original: Original | undefined;
  /** What the reader noticed and a person should know. */
  readonly warnings: readonly Issue[];
}
