export { auditTime, type TeamAudit, type TimeAudit } from "./audit-time.js";
export {
  type CivilDate,
  civilDate,
  dayNumber,
  isoDate,
  parseDate,
  parseTime,
  timeText,
  weekdayOf,
} from "./civil-date.js";
export { commonPeriods, freeTogether } from "./common-periods.js";
export { expandRule, type Occurrence, type RuleToExpand } from "./expand-rule.js";
export { type FoundTeam, findTeams } from "./find-teams.js";
export { basicText, isoText, type Moment, parseMoment } from "./moment.js";
export {
  type ExpandOptions,
  type Expansion,
  expandRecurrence,
  type Recurrence,
} from "./recurrence.js";
export { parseRule } from "./recurrence-parse.js";
export {
  type Frequency,
  type RecurrenceRule,
  type RuleMonth,
  type RuleWeekday,
  WEEKDAYS,
} from "./recurrence-rule.js";
export { suggestTeams } from "./suggest-teams.js";
export { readTeams, type Team, type TeamSource, type Teams, teamsSolution } from "./teams.js";
export { type Lesson, type Period, type Placement, type Resource, Timetable } from "./timetable.js";
export { attending, type DoubleBooking, isBusy, span, type WeekGrid, weekGrid } from "./week-grid.js";
export {
  findZone,
  type GapDecision,
  localTime,
  type OverlapDecision,
  UTC,
  type WallTime,
  wallTime,
  wallTimeReader,
  type Zone,
  type ZoneSpan,
  type ZoneTransition,
  zoneTransitions,
} from "./zone.js";
