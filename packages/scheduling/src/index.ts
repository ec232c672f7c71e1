export { type AtSchool, type AtSchoolOptions, atSchool } from "./at-school.js";
export {
  auditMinutes,
  type Caveat,
  type MinutesAudit,
  type MinutesOptions,
  type NationalComparison,
  type TeacherMinutes,
  type TeamMinutes,
} from "./audit-minutes.js";
export { type AuditOptions, auditTime, type TeamAudit, type TimeAudit } from "./audit-time.js";
export { auditWeeks, type TeamWeeks, type WeekMinutes } from "./audit-weeks.js";
export {
  type Availability,
  type AvailabilityGrid,
  availabilityGrid,
  createAvailability,
  isFree,
  markAvoided,
  markBusy,
} from "./availability.js";
export { bellsFor, changePeriods, periodsOf, type SchoolPeriod } from "./bell-schedule.js";
export { type BusyWindow, busyTimes, markBusyTimes } from "./busy-times.js";
export type { Attendee, BusySpan, CalendarEvent } from "./calendar-event.js";
export { checkCalendar } from "./check-calendar.js";
export { checkLessonDates } from "./check-lesson-dates.js";
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
export { commonStarts } from "./common-starts.js";
export type { CommonTimeRequest } from "./common-time-request.js";
export {
  type DatedAvailability,
  type DatedPeople,
  datedAvailability,
  type SchoolWeeks,
} from "./dated-availability.js";
export { type DatedLesson, datedLessons, type LessonDates } from "./dated-lessons.js";
export type { DatedObstacles } from "./dated-obstacles.js";
export { datesText } from "./dates-text.js";
export { type DayTable, dayOn, dayTable, type SchoolDay } from "./day-table.js";
export { dayText } from "./day-text.js";
export { type CalendarChange, diffCalendars } from "./diff-calendars.js";
export { type Distribution, distributionOf } from "./distribution.js";
export { type EventOccurrence, eventOccurrences, type OccurrenceWindow } from "./event-occurrences.js";
export { expandRule, type Occurrence, type RuleToExpand } from "./expand-rule.js";
export { type ExportChoices, exportCalendar } from "./export-calendar.js";
export { type CommonTime, type CommonTimes, findCommonTime, type TimeReason } from "./find-common-time.js";
export {
  type DatedTimeRequest,
  type DatedTimes,
  findDatedTime,
  slotStretches,
} from "./find-dated-time.js";
export { findSlots, planningMinutes, type Slot, type SlotQuery } from "./find-slots.js";
export { type FoundTeam, findTeams } from "./find-teams.js";
export { givenUp, type PastMeeting } from "./given-up.js";
export { type ReadCalendar, readCalendar } from "./ical-read.js";
export { type CalendarFile, writeCalendar } from "./ical-write.js";
export { inLanguage, type Worded } from "./in-language.js";
export { type MeetingConflict, meetingConflicts, type SeriesMeetings } from "./meeting-conflicts.js";
export { type MeetingEventChoices, meetingEvents } from "./meeting-events.js";
export { MeetingSeries } from "./meeting-series.js";
export { type Meeting, meetingsOf } from "./meetings.js";
export { basicText, isoText, type Moment, parseMoment, parseMoments } from "./moment.js";
export type { Obstacle, Obstacles } from "./obstacles.js";
export {
  buildAvailability,
  type PersonTime,
  type RecurringTime,
  type TimeOnDate,
  type TravelMinutes,
} from "./person-time.js";
export { type Presence, readPresence } from "./presence.js";
export {
  type ExpandOptions,
  type Expansion,
  expandRecurrence,
  type Recurrence,
} from "./recurrence.js";
export type { Effort } from "./recurrence-effort.js";
export { parseRule } from "./recurrence-parse.js";
export {
  type Frequency,
  type RecurrenceRule,
  type RuleMonth,
  type RuleWeekday,
  WEEKDAYS,
} from "./recurrence-rule.js";
export { renameResources } from "./rename-resources.js";
export {
  type BellSchedule,
  type CalendarException,
  type PeriodChange,
  SchoolCalendar,
} from "./school-calendar.js";
export { type ClockDecisions, type PeriodInstants, periodInstants } from "./school-time.js";
export { suggestTeams } from "./suggest-teams.js";
export { readTeams, type Team, type TeamSource, type Teams, teamsSolution } from "./teams.js";
export { type Lesson, type Period, type Placement, type Resource, Timetable } from "./timetable.js";
export { type UnavailableTime, unavailableDates } from "./unavailable-dates.js";
export {
  type GapDecision,
  localTime,
  type OverlapDecision,
  type Stretch,
  type WallTime,
  type WallTimeReader,
  wallTime,
  wallTimeReader,
} from "./wall-time.js";
export { attending, type DoubleBooking, isBusy, span, type WeekGrid, weekGrid } from "./week-grid.js";
export { type PictureCell, type WeekTextOptions, weekPicture, weekText } from "./week-picture.js";
export type { SchedulingLocale, Wording, WordingValue } from "./wording.js";
export { findZone, UTC, type Zone, type ZoneSpan, type ZoneTransition, zoneTransitions } from "./zone.js";
