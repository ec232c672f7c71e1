import type { Way } from "./ways.js";
import { minutesOf, type WaysWeek } from "./ways-week.js";

/** Teachers whom a way leaves with less time alone than the contract says, though they have enough today. */
export function contractOf(week: WaysWeek, left: (teacher: string) => number): Pick<Way, "belowContract"> {
  const own = week.question.contract?.ownMinutes;
  if (own === undefined) return {};
  const below = week.teachers.filter((id) => {
    const today = minutesOf(week, week.free.get(id)!);
    return today >= own && left(id) < own;
  });
  return { belowContract: below };
}

/**
 * What a year's instruction has to spare above the law, for the class that has least. Groups with less than four fifths
 * of the fullest group's minutes are parts of classes, which alone say nothing about a student's year.
 */
export function lawOf(week: WaysWeek, lost: (group: string) => number): Pick<Way, "law"> {
  const { law } = week.question;
  if (!law) return {};
  const taught = (id: string) => minutesOf(week, week.taught.get(id)!);
  const fullest = Math.max(0, ...week.groups.map(taught));
  const classes = week.groups.filter((id) => taught(id) >= 0.8 * fullest);
  const spare = Math.min(
    ...classes.map((id) => (taught(id) - lost(id)) * law.weeks - law.instructionMinutes),
  );
  return Number.isFinite(spare) ? { law: { kept: spare >= 0, spare: Math.round(spare) } } : {};
}

/** Minutes a week for all teams together. */
export function together(teams: Way["teams"]): Pick<Way, "teams" | "gained"> {
  return { teams, gained: teams.reduce((sum, { gained }) => sum + gained, 0) };
}
