import type { Timetable } from "@collegium/scheduling";
import { type Call, Misused, text } from "../command.js";

/** The ids of a flag, separated by commas. */
export function ids(call: Call, flag: string): string[] {
  return (text(call, flag) ?? "")
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

/** The members of the team that `--team` names; nobody where it is absent. */
export function teamMembers(
  call: Call,
  timetable: Timetable,
  teams: readonly { readonly id: string; readonly members: readonly string[] }[],
): readonly string[] {
  const id = text(call, "team");
  if (id === undefined) return [];
  const team = teams.find((one) => one.id === id);
  if (team === undefined)
    throw new Misused({
      en: `${timetable.school} has no team of this id; time audit --json lists them.`,
      es: `${timetable.school} no tiene ningún equipo con ese identificador; time audit --json los enumera.`,
    });
  return team.members;
}
