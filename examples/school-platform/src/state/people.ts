import type { School } from "./school.js";

/** A student as a team needs to know them. */
export interface KnownStudent {
  readonly id: string;
  readonly name: string;
  readonly class?: string;
  /** Subgroups on the roster, for targets that no average may hide. */
  readonly groups?: readonly string[];
}

/** People of a school beside its teachers. */
export interface SchoolPeople {
  readonly students: readonly KnownStudent[];
}

/** The students that belong to a team: those in a class that one of its members teaches. */
export interface PeopleSource {
  of(school: School, members: readonly string[]): Promise<SchoolPeople>;
}
