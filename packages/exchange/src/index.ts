export type { Chunks } from "./csv-rows.js";
export { type Cell, parseTable, type Row, type Table } from "./csv-table.js";
export { type DiffRosterOptions, diffRoster, type PartDiff, type RosterDiff } from "./diff-roster.js";
export type { FetRule } from "./fet-rules.js";
export { guessMapping } from "./guess-mapping.js";
export type { KnownStudent } from "./match-names.js";
export {
  matchTimetable,
  type TimetableMatch,
  type TimetableMatching,
  type UnmatchedRow,
} from "./match-timetable.js";
export type { RowFault } from "./oneroster-check.js";
export type { FileCount, RefusedRow } from "./oneroster-file.js";
export type { Original } from "./original.js";
export { readRoster } from "./read-roster.js";
export { readTimetable } from "./read-timetable.js";
export type { GridFault } from "./result-cells.js";
export {
  type GridItem,
  type NameQuestion,
  type RefusedCell,
  type ResultGrid,
  type ResultGridOptions,
  readResultGrid,
} from "./result-grid.js";
export {
  type Course,
  type Enrollment,
  type Identifier,
  type LineItem,
  type Org,
  type Person,
  ROSTER_PARTS,
  type Role,
  type Roster,
  type RosterClass,
  type RosterPart,
  type RosterResult,
  type Session,
} from "./roster.js";
export type { RosterFile } from "./roster-file.js";
export type { ReadRoster, ReadRosterOptions } from "./roster-report.js";
export { readSchedule } from "./schedule-csv.js";
export type {
  GuessedColumn,
  GuessedMapping,
  ScheduleField,
  ScheduleMapping,
  SlotColumn,
} from "./schedule-mapping.js";
export { type Decoded, decode, type Encoding } from "./text-encoding.js";
export type { ReadTimetable, ReadTimetableOptions } from "./timetable-file.js";
export { timetableIssueIn } from "./timetable-issue-spanish.js";
export { timetableToXhstt } from "./timetable-to-xhstt.js";
export { type WriteTimetableOptions, writeTimetable } from "./write-timetable.js";
export type { LessonPair, PeriodGroup, XhsttRule, XhsttRuleKind } from "./xhstt-rules.js";
