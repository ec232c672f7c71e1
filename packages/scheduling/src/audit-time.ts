import { commonPeriods } from "./common-periods.js";
import type { Team, TeamSource } from "./teams.js";
import type { Timetable } from "./timetable.js";
import { attending, span, type WeekGrid, weekGrid } from "./week-grid.js";

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

/**
 * Counts the shared time each team has in the school day today, before anybody moves a lesson.
 * `blocksNow` is the smaller of the target and the number of days that have a period in which all members are free,
 * so one block a day counts. A standing meeting of the team itself is shared time too, but its members are busy in
 * it: it is reported in `meetingPeriods` and counted in `blocksWithMeetings` alone.
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
  { target = 3 }: { readonly target?: number } = {},
): TimeAudit {
  const week = weekGrid(timetable);
  return {
    school: timetable.school,
    periodsPerWeek: timetable.periods.length,
    teams: teams.map((team) => {
      const common = commonPeriods(week, team.members);
      const meetings = meetingPeriods(week, team.members);
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

/** Periods of meetings whose people are exactly the members, in time order. */
function meetingPeriods(week: WeekGrid, members: readonly string[]): string[] {
  const wanted = new Set(members);
  const periods = new Set<number>();
  for (const placement of week.timetable.placements) {
    const lesson = week.lessons[week.lessonIndex.get(placement.lesson) ?? -1];
    if (lesson?.kind !== "meeting" || !sameSet(people(week, attending(lesson, placement)), wanted)) continue;
    const [start, end] = span(week, placement);
    for (let period = start; period < end; period++) periods.add(period);
  }
  return week.periods.filter((_, period) => periods.has(period)).map(({ id }) => id);
}

function people(week: WeekGrid, ids: readonly string[]): Set<string> {
  return new Set(ids.filter((id) => week.resources[week.resourceIndex.get(id) ?? -1]?.kind !== "room"));
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
