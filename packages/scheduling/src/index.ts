export { auditTime, type TeamAudit, type TimeAudit } from "./audit-time.js";
export { commonPeriods, freeTogether } from "./common-periods.js";
export { type FoundTeam, findTeams } from "./find-teams.js";
export { suggestTeams } from "./suggest-teams.js";
export { readTeams, type Team, type TeamSource, type Teams, teamsSolution } from "./teams.js";
export { type Lesson, type Period, type Placement, type Resource, Timetable } from "./timetable.js";
export { attending, type DoubleBooking, isBusy, span, type WeekGrid, weekGrid } from "./week-grid.js";
