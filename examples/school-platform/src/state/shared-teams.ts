import { asCalledAt, type Neighbour } from "./neighbours.js";
import type { School } from "./school.js";
import type { RegisteredTeam, TeamRegister } from "./team-register.js";

/** A team of another school of the district that has members from ours. */
export interface SharedTeam {
  readonly neighbour: Neighbour;
  readonly team: RegisteredTeam;
  /** Ours among its members, by our own ids. */
  readonly ours: readonly string[];
}

/** The teams of neighbouring schools that teachers of our school belong to. */
export async function sharedTeams(
  register: TeamRegister,
  school: School,
  neighbours: readonly Neighbour[],
): Promise<SharedTeam[]> {
  const known = new Set(school.teachers.map(({ id }) => id));
  const found = await Promise.all(
    neighbours.map(async (neighbour) => {
      const { districtId } = neighbour.school;
      return (await register.inUse(neighbour.school)).map((team): SharedTeam => {
        const called = (team.guests ?? []).map(({ id }) => asCalledAt(school, districtId, id));
        return { neighbour, team, ours: called.filter((id) => known.has(id)) };
      });
    }),
  );
  return found.flat().filter(({ ours }) => ours.length > 0);
}
