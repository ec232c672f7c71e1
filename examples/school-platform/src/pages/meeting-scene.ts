import type { ActionView, MeetingView, Need } from "@collegium/meeting-cycle";
import { type ResultSet, reportOf } from "../state/results-book.js";
import type { AtTeam } from "../state/team-door.js";
import { namesIn } from "../state/team-register.js";
import type { ChosenTime } from "../state/team-times.js";

/** A meeting as the person at the browser may see it, with what its page needs beside it. */
export interface MeetingScene extends AtTeam {
  readonly view: MeetingView;
  /** Members by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What was promised earlier and stands on this agenda. */
  readonly actions: readonly ActionView[];
  /** Groups of students from earlier meetings whose re-check stands on this agenda. */
  readonly rechecks: readonly Recheck[];
  /** The time of day, where a calendar or the team gave one. */
  readonly time?: ChosenTime;
  readonly path: string;
  readonly now: Date;
}

/** A group of students from an earlier meeting, with what newer results say of it. */
export interface Recheck {
  readonly meeting: string;
  readonly need: Need;
  /** From the newest results over the same standard; absent where there are none yet. */
  readonly now?: {
    readonly title: string;
    readonly there: number;
    readonly of: number;
    readonly still: readonly string[];
  };
}

/** Who of a group is there now, by the newest results after a day that look at the same standard. */
export function recheckNow(need: Need, after: string, sets: readonly ResultSet[]): Recheck["now"] {
  const set = sets.find((s) => s.on > after && s.items.some((item) => item.standard === need.standard));
  const report = set ? reportOf(set) : undefined;
  if (!set || !report?.ok) return undefined;
  const zones = new Map(
    report.value.students
      .filter((student) => student.present)
      .map((student) => [
        student.id,
        student.standards.find(({ standard }) => standard === need.standard)?.zone,
      ]),
  );
  const there = need.students.filter((id) => zones.get(id) === "above");
  return {
    title: set.title,
    there: there.length,
    of: need.students.length,
    still: need.students.filter((id) => !there.includes(id)),
  };
}

/** Names of a team's members. */
export function memberNames(at: AtTeam): Map<string, string> {
  const names = namesIn(at.frame.school, at.team);
  return new Map(at.team.members.map((id) => [id, names.get(id) ?? id]));
}

/** Names of students the team knows; an id where a name has been erased or is not known. */
export function studentNames(at: AtTeam): Map<string, string> {
  return new Map(at.people.students.map((student) => [student.id, student.name]));
}
