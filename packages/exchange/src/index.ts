export type { Original } from "./original.js";
export { readTimetable } from "./read-timetable.js";
export type { ScheduleField, ScheduleMapping } from "./schedule-mapping.js";
export type { ReadTimetable, ReadTimetableOptions } from "./timetable-file.js";
export { timetableToXhstt } from "./timetable-to-xhstt.js";
export { type WriteTimetableOptions, writeTimetable } from "./write-timetable.js";
export type { LessonPair, PeriodGroup, XhsttRule, XhsttRuleKind } from "./xhstt-rules.js";
