import { findTeams } from "@collegium/scheduling";
import type { Store } from "@collegium/store";
import type { School } from "./school.js";

/** A member from another school of the district. */
export interface Guest {
  /** As the team's members name them: the school on this machine, and the id there. */
  readonly id: string;
  readonly name: string;
  /** What the district's calendar calls the school. */
  readonly school: string;
}

/** A team as the school keeps it. */
export interface RegisteredTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  /** Those of the members who are at other schools of the district, with the names they had when they came. */
  readonly guests?: readonly Guest[];
  /** Blocks of common planning time wanted a week. */
  readonly blocks: number;
  readonly source: "file" | "meetings" | "department" | "course" | "grade" | "suggested" | "school";
  /** Why the program took these people for a team. */
  readonly because?: string;
  /** First day of the team, `YYYY-MM-DD`; absent for teams the timetable had from the start. */
  readonly since?: string;
  /** Suggested teams count only after a person said so. */
  readonly state: "in use" | "suggested" | "dismissed";
}

/** Default target: three blocks a week. */
export const TARGET = 3;

/** The members of a team who are at its own school. */
export function ownMembers({ members, guests = [] }: Pick<RegisteredTeam, "members" | "guests">): string[] {
  return members.filter((id) => guests.every((guest) => guest.id !== id));
}

/** Teams whose time one school's timetable decides alone: no bells of another school are theirs too. */
export function atOneSchool(teams: readonly RegisteredTeam[]): RegisteredTeam[] {
  return teams.filter(({ guests = [] }) => guests.length === 0);
}

/** Names of a school's teachers and of a team's guests, who are named with their school. */
export function namesIn(
  school: School,
  { guests = [] }: Pick<RegisteredTeam, "guests">,
): Map<string, string> {
  return new Map([
    ...school.teachers.map(({ id, name }) => [id, name] as const),
    ...guests.map(({ id, name, school: at }) => [id, `${name} (${at})`] as const),
  ]);
}

/** The teams of each school: found in its timetable, confirmed and changed by people. */
export class TeamRegister {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** All teams of a school, dismissed ones too; found in the timetable the first time. */
  async all(school: School): Promise<RegisteredTeam[]> {
    const saved = await this.#store.getDocument(school.districtId, "teams", "teams");
    if (saved) return (saved.document as unknown as { teams: RegisteredTeam[] }).teams;
    if (!school.time) return [];
    const teams = findTeams(school.time.timetable).map(
      (team): RegisteredTeam => ({
        id: team.id,
        name: plainName(team.name ?? team.id),
        members: team.members,
        blocks: team.blocks ?? TARGET,
        source: team.source,
        ...(team.because === undefined ? {} : { because: team.because }),
        state: team.source === "suggested" ? "suggested" : "in use",
      }),
    );
    await this.#save(school, teams);
    return teams;
  }

  async inUse(school: School): Promise<RegisteredTeam[]> {
    return (await this.all(school)).filter((team) => team.state === "in use");
  }

  async find(school: School, id: string): Promise<RegisteredTeam | undefined> {
    return (await this.all(school)).find((team) => team.id === id);
  }

  /** Adds a team or replaces the one of the same id. */
  async put(school: School, team: RegisteredTeam): Promise<void> {
    const teams = await this.all(school);
    const known = teams.some(({ id }) => id === team.id);
    await this.#save(
      school,
      known ? teams.map((old) => (old.id === team.id ? team : old)) : [...teams, team],
    );
  }

  async #save(school: School, teams: readonly RegisteredTeam[]): Promise<void> {
    await this.#store.putDocument(school.districtId, "teams", "teams", { teams } as never);
  }
}

/** The team's name out of its meeting's: `English faculty meeting` and `EnglishFacultyMeeting_1` are the English faculty. */
function plainName(text: string): string {
  const words = text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/_/g, " ");
  return words.replace(/\s+meeting(\s+\d+)?$/i, "") || text;
}
