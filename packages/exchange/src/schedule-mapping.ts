/** What a column of a master schedule may hold. */
export type ScheduleField =
  | "teacher"
  | "teacherFirst"
  | "teacherId"
  | "coTeacher"
  | "course"
  | "courseId"
  | "section"
  | "group"
  | "grade"
  | "department"
  | "room"
  | "period"
  | "periodEnd"
  | "days"
  | "start"
  | "end"
  | "term"
  | "student"
  | "students";

/** A column that stands for a day, a period, or both: marks, period numbers or lessons stand below it. */
export interface SlotColumn {
  readonly header: string;
  /** The header's place from 0, since a grid may name two columns alike. */
  readonly column: number;
  readonly day?: string;
  readonly period?: string;
}

/**
 * What the columns of a school's master schedule mean. Plain data: it can be shown, corrected by a person,
 * remembered, and used for the next export of the same system.
 */
export interface ScheduleMapping {
  /**
   * `meetings`: one row per section meeting, or per student in it. `day-columns`: the same with one column per day.
   * `grid`: one row per teacher (or teacher and day), one column per period.
   */
  readonly layout: "meetings" | "day-columns" | "grid";
  /** Row of the header, counted from 1 as a spreadsheet shows it; titles may stand above it. */
  readonly headerRow: number;
  /** Row of day names above the header of a grid. */
  readonly dayRow?: number;
  /** Header of the column that holds each field; a field without a column is absent. */
  readonly columns: Readonly<Partial<Record<ScheduleField, string>>>;
  /** Columns of days or periods, in the sheet's order. */
  readonly slots?: readonly SlotColumn[];
  /** Days on which rows without days meet, in the words of a days column: `M-F`. */
  readonly everyDay?: string;
  /** Term whose week is read, where the sheet holds several; rows of the whole year belong to every term. */
  readonly term?: string;
  /** Empty cells of teacher, course and section repeat the cell above. */
  readonly fillDown?: boolean;
}

/** One column of a sheet as guessed. */
export interface GuessedColumn {
  readonly header: string;
  /** What it seems to hold; absent where it is not needed or not recognised. */
  readonly field?: ScheduleField | "slot";
  /** From 0, a guess in the dark, to 1, the very word. */
  readonly certainty: number;
}

/** A guess to be shown to a person, who confirms or corrects it. */
export interface GuessedMapping {
  readonly mapping: ScheduleMapping;
  /** Columns in the sheet's order. */
  readonly columns: readonly GuessedColumn[];
  /** How sure the least sure needed part is, from 0 to 1. */
  readonly certainty: number;
  /** What a person should look at, as codes: `no-days-column`, `several-terms`, `filled-down`, `class-or-group`. */
  readonly questions: readonly string[];
}
