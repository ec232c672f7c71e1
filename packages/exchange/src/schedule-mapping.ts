/**
 * What the columns of a school's master schedule mean. Plain data: it can be shown, corrected by a person,
 * remembered and used for the next export of the same system.
 */
export interface ScheduleMapping {
  /** One row per section meeting, or a grid of teachers by periods. */
  readonly layout: "meetings" | "grid";
  /** Header of the column that holds each field; a field without a column is absent. */
  readonly columns: Readonly<Partial<Record<ScheduleField, string>>>;
}

/** What a column of a master schedule may hold. */
export type ScheduleField =
  | "teacher"
  | "course"
  | "section"
  | "room"
  | "period"
  | "days"
  | "term"
  | "students";
