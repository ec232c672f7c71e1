import type { ActionView, MeetingView, Need } from "@collegium/meeting-cycle";
import type { AtTeam } from "../state/team-door.js";

/** A meeting as the person at the browser may see it, with what its page needs beside it. */
export interface MeetingScene extends AtTeam {
  readonly view: MeetingView;
  /** Members by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What was promised earlier and stands on this agenda. */
  readonly actions: readonly ActionView[];
  /** Groups of students from earlier meetings whose re-check stands on this agenda. */
  readonly rechecks: readonly { readonly meeting: string; readonly need: Need }[];
  readonly path: string;
  readonly now: Date;
}

/** Names of a team's members. */
export function memberNames(at: AtTeam): Map<string, string> {
  const names = new Map(at.frame.school.teachers.map(({ id, name }) => [id, name]));
  return new Map(at.team.members.map((id) => [id, names.get(id) ?? id]));
}

/** Names of students the team knows; an id where a name has been erased or is not known. */
export function studentNames(at: AtTeam): Map<string, string> {
  return new Map(at.people.students.map((student) => [student.id, student.name]));
}
