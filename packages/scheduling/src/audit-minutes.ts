import { fail, ok, type Result } from "@collegium/schema";
import { type AtSchoolOptions, atSchool } from "./at-school.js";
import { commonPeriods } from "./common-periods.js";
import { type Distribution, distributionOf } from "./distribution.js";
import { ownMeetings } from "./own-meetings.js";
import type { Team } from "./teams.js";
import { auditTexts } from "./texts/en/audit.js";
import type { Timetable } from "./timetable.js";
import { isBusy, type WeekGrid, weekGrid } from "./week-grid.js";
import { wordedIssue } from "./worded-issue.js";
import { english, say, type Wording } from "./wording.js";

/** What a school holds its shared time against. */
export interface MinutesOptions extends AtSchoolOptions {
  /** Length of a period where the timetable knows no bells. */
  readonly minutesPerPeriod?: number;
  /** Shared minutes a week that each team should have. */
  readonly target?: number;
  /** Minutes a week that a contract keeps for planning alone; 0 where absent. */
  readonly ownMinutes?: number;
  /** Shortest stretch of free periods that is of use, in minutes; 25 where absent. */
  readonly shortest?: number;
}

/** One team's week in minutes. */
export interface TeamMinutes {
  readonly id: string;
  readonly name?: string;
  /** Minutes of the team's own meetings that stand in the timetable. */
  readonly scheduled: number;
  /** Of these, minutes in which no member is booked a second time. */
  readonly protected: number;
  /** Minutes in which all members are free. */
  readonly common: number;
  /** Protected minutes, and common ones in stretches long enough that leave every member the contract's own minutes. */
  readonly usable: number;
  /** Minutes missing to the target; absent where there is none. */
  readonly missing?: number;
}

/** One teacher's week in minutes. */
export interface TeacherMinutes {
  readonly id: string;
  /** Minutes of the week without lesson, meeting or duty. */
  readonly free: number;
  /** Usable minutes with the teacher's teams, each period counted once. */
  readonly shared: number;
  /** Free minutes left for planning alone when all usable common time is used. */
  readonly own: number;
  /** Whether these are fewer than the contract's. */
  readonly belowContract: boolean;
}

/** A school's shared time in minutes, spread and not only mean. */
export interface MinutesAudit {
  readonly school: string;
  readonly teams: readonly TeamMinutes[];
  /** Teachers in the order of the timetable; never sort them. */
  readonly teachers: readonly TeacherMinutes[];
  /** Usable minutes of the teams. */
  readonly acrossTeams: Distribution | null;
  /** Shared minutes of the teachers, those in no team included with 0. */
  readonly acrossTeachers: Distribution | null;
  readonly teachersWithoutTeam: number;
  readonly teachersBelowContract: number;
  readonly comparison: NationalComparison;
}

/** What must be said beside a figure. */
export interface Caveat {
  readonly code: "self-report" | "mean-only" | "same-question";
  /** One plain sentence. */
  readonly message: string;
  /** The same as data, for another language: {@link inLanguage}. */
  readonly wording: Wording;
}

/** A school's figures beside the only national one, with what must be said about it. */
export interface NationalComparison {
  /** Hours of structured collaboration in a week, as teachers reported them in 2009. */
  readonly nationalMeanHours: 2.7;
  /** Share of teachers who reported more than three hours. */
  readonly nationalOverThreeHours: 0.24;
  /** The same from this timetable; null where it has no teachers. */
  readonly meanHours: number | null;
  readonly medianHours: number | null;
  readonly overThreeHours: number | null;
  readonly caveats: readonly Caveat[];
}

/**
 * Measures the shared time in a school's week in minutes: what stands in the timetable, what of it is protected, and
 * what teams could really use without taking the time that teachers plan alone.
 * Every minute counted as common is free for all members. A team's usable common time is chosen in time order, leaving
 * every member `ownMinutes`; a teacher of several teams may then still fall below, and is reported. Time in which a
 * member is not at school (`present`, and the timetable's own unavailable times) is nobody's free time.
 *
 * Issue codes: `unknown-minutes`, where the timetable has no bells and no length of a period is given.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0], placements: [] }));
 * const team = { id: "maths", members: ["t1"], source: "department" as const };
 * const audit = unwrap(auditMinutes(timetable, [team], { minutesPerPeriod: 45, target: 135 }));
 * audit.teams[0]; // => { id: "maths", scheduled: 0, protected: 0, common: 45, usable: 45, missing: 90 }
 * ```
 */
export function auditMinutes(
  timetable: Timetable,
  teams: readonly Team[],
  options: MinutesOptions = {},
): Result<MinutesAudit> {
  const { ownMinutes = 0, shortest = 25, target } = options;
  const week = weekGrid(timetable);
  const meetingsOf = ownMeetings(week);
  const lengths = week.periods.map(({ start, end }) =>
    start !== undefined && end !== undefined && end > start ? end - start : options.minutesPerPeriod,
  );
  if (lengths.some((length) => length === undefined || !(length > 0))) {
    return fail(wordedIssue(words, "unknown-minutes", ["periods"], { key: "unknown-minutes" }));
  }
  const isHere = atSchool(timetable, options);
  const here = (id: string, period: number) => isHere(id, week.periods[period]!.id);
  const minutes = (periods: Iterable<number>) =>
    [...periods].reduce((sum, period) => sum + lengths[period]!, 0);
  const teachers = week.resources.filter(({ kind }) => kind === "teacher");
  const freeMinutes = new Map(
    teachers.map(({ id }) => [id, minutes(freePeriodsOf(week, id).filter((period) => here(id, period)))]),
  );
  const shared = new Map<string, Set<number>>(teachers.map(({ id }) => [id, new Set()]));
  const takenFromOwn = new Map<string, Set<number>>(teachers.map(({ id }) => [id, new Set()]));

  const audits = teams.map((team): TeamMinutes => {
    const meetings = meetingsOf(team.members);
    const undisturbed = meetings.filter((period) => !isDoubled(week, team.members, period));
    const common = commonPeriods(week, team.members)
      .map((id) => week.periodIndex.get(id)!)
      .filter((period) => team.members.every((member) => here(member, period)));
    const spare = Math.min(...team.members.map((id) => freeMinutes.get(id) ?? 0)) - ownMinutes;
    const used = usablePeriods(week, common, lengths as number[], { shortest, spare });
    for (const member of team.members) {
      for (const period of used) takenFromOwn.get(member)?.add(period);
      for (const period of [...used, ...undisturbed]) shared.get(member)?.add(period);
    }
    const usable = minutes(undisturbed) + minutes(used);
    return {
      id: team.id,
      ...(team.name !== undefined && { name: team.name }),
      scheduled: minutes(meetings),
      protected: minutes(undisturbed),
      common: minutes(common),
      usable,
      ...(target !== undefined && { missing: Math.max(0, target - usable) }),
    };
  });

  const people = teachers.map(({ id }): TeacherMinutes => {
    const free = freeMinutes.get(id)!;
    const own = free - minutes(takenFromOwn.get(id)!);
    return { id, free, shared: minutes(shared.get(id)!), own, belowContract: own < ownMinutes };
  });
  const inTeams = new Set(teams.flatMap(({ members }) => members));
  return ok({
    school: timetable.school,
    teams: audits,
    teachers: people,
    acrossTeams: distributionOf(audits.map(({ usable }) => usable)),
    acrossTeachers: distributionOf(people.map((teacher) => teacher.shared)),
    teachersWithoutTeam: teachers.filter(({ id }) => !inTeams.has(id)).length,
    teachersBelowContract: people.filter(({ belowContract }) => belowContract).length,
    comparison: comparisonOf(people.map((teacher) => teacher.shared)),
  });
}

function freePeriodsOf(week: WeekGrid, id: string): number[] {
  const resource = week.resourceIndex.get(id)!;
  return [...week.periods.keys()].filter((period) => !isBusy(week, resource, period));
}

function isDoubled(week: WeekGrid, members: readonly string[], period: number): boolean {
  const { id } = week.periods[period]!;
  return week.doubled.some((one) => one.period === id && members.includes(one.resource));
}

/** Common periods that can be used: in stretches long enough, in time order, while every member can spare them. */
function usablePeriods(
  week: WeekGrid,
  common: readonly number[],
  lengths: readonly number[],
  { shortest, spare }: { readonly shortest: number; readonly spare: number },
): number[] {
  const stretches: number[][] = [];
  for (const period of common) {
    const last = stretches[stretches.length - 1];
    const before = last?.[last.length - 1];
    if (before === period - 1 && week.dayOf[before] === week.dayOf[period]) last!.push(period);
    else stretches.push([period]);
  }
  let left = spare;
  return stretches.flatMap((stretch) => {
    const taken: number[] = [];
    let length = 0;
    for (const period of stretch) {
      if (length + lengths[period]! > left) break;
      length += lengths[period]!;
      taken.push(period);
    }
    if (length < shortest) return [];
    left -= length;
    return taken;
  });
}

function comparisonOf(shared: readonly number[]): NationalComparison {
  const spread = distributionOf(shared);
  return {
    nationalMeanHours: 2.7,
    nationalOverThreeHours: 0.24,
    meanHours: spread && spread.mean / 60,
    medianHours: spread && spread.median / 60,
    overThreeHours: spread && shared.filter((minutes) => minutes > 180).length / spread.n,
    caveats: CAVEATS.map((code) => ({ code, message: say(words, { key: code }), wording: { key: code } })),
  };
}

const words = english(auditTexts);
const CAVEATS = ["self-report", "mean-only", "same-question"] as const;
