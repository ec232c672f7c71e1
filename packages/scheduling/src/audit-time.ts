import { type AtSchoolOptions, atSchool } from "./at-school.js";
import { commonPeriods } from "./common-periods.js";
import { ownMeetings } from "./own-meetings.js";
import type { Team, TeamSource } from "./teams.js";
import type { Timetable } from "./timetable.js";
import { type WeekGrid, weekGrid } from "./week-grid.js";

/** The shared time one team has. */
export interface TeamAudit {
  readonly id: string;
  readonly name?: string;
  readonly members: readonly string[];
  readonly source: TeamSource;
  /** Periods in which all members are free, in time order. */
  readonly commonPeriods: readonly string[];
  /** Periods in which the team's own meeting stands already: exactly its members, no students. */
  readonly meetingPeriods: readonly string[];
  /** The smaller of the target and the number of days with a common period. */
  readonly blocksNow: number;
  /** The same with the days counted on which the team's own meeting stands. */
  readonly blocksWithMeetings: number;
  /** Blocks wanted in a week: the team's own number, else the audit's. */
  readonly target: number;
}

/** How much shared time a school's teams have in its week. */
export interface TimeAudit {
  readonly school: string;
  readonly periodsPerWeek: number;
  readonly teams: readonly TeamAudit[];
}

/** What an audit counts with. */
export interface AuditOptions extends AtSchoolOptions {
  /** Blocks a week that a team should have; 3 where absent. */
  readonly target?: number;
}

/**
 * Counts the shared time each team has in the school day today, before anybody moves a lesson.
 * `blocksNow` is the smaller of the target and the number of days that have a period in which all members are free,
 * so one block a day counts. A standing meeting of the team itself is shared time too, but its members are busy in
 * it: it is reported in `meetingPeriods` and counted in `blocksWithMeetings` alone. Time in which a member
 * is not at school (`present`, and the timetable's own unavailable times) is nobody's free time.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0], placements: [] }));
 * const audit = auditTime(timetable, [{ id: "maths", members: ["t1"], source: "department" }], { target: 3 });
 * audit.teams[0]?.blocksNow; // => 1
 * ```
 */
export function auditTime(
  timetable: Timetable,
  teams: readonly Team[],
  { target = 3, ...options }: AuditOptions = {},
): TimeAudit {
  const week = weekGrid(timetable);
  const isHere = atSchool(timetable, options);
  const meetingsOf = ownMeetings(week);
  return {
    school: timetable.school,
    periodsPerWeek: timetable.periods.length,
    teams: teams.map((team) => {
      const common = commonPeriods(week, team.members).filter((period) =>
        team.members.every((member) => isHere(member, period)),
      );
      const meetings = meetingsOf(team.members).map((period) => week.periods[period]!.id);
      const wanted = team.blocks ?? target;
      return {
        id: team.id,
        ...(team.name !== undefined && { name: team.name }),
        members: team.members,
        source: team.source,
        commonPeriods: common,
        meetingPeriods: meetings,
        blocksNow: Math.min(wanted, days(week, common)),
        blocksWithMeetings: Math.min(wanted, days(week, [...common, ...meetings])),
        target: wanted,
      };
    }),
  };
}

function days(week: WeekGrid, periods: readonly string[]): number {
  return new Set(periods.map((id) => week.dayOf[week.periodIndex.get(id)!])).size;
}
