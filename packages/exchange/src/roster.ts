/** Another system's name for a person. */
export interface Identifier {
  readonly system: string;
  readonly value: string;
}

/** What a person is in an organisation, with the days from and to which it holds. */
export interface Role {
  /** The file's id of the role, where roles have ids. */
  readonly id?: string;
  readonly role: string;
  readonly org: string;
  readonly primary: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** A school, district or other unit; `parent` is the unit above it. */
export interface Org {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly identifier?: string;
  readonly parent?: string;
}

/** A school year, term or grading period; dates are `YYYY-MM-DD`. */
export interface Session {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly schoolYear: string;
  readonly parent?: string;
}

/** Somebody at school. Ids are those of the file; identifiers are what other systems call the person. */
export interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly middleName?: string;
  readonly preferredGivenName?: string;
  readonly preferredFamilyName?: string;
  readonly username?: string;
  readonly email?: string;
  readonly enabled: boolean;
  readonly grades: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly roles: readonly Role[];
  /** Ids of people who act for this one, such as parents. */
  readonly agents: readonly string[];
}

/** What is taught, whoever teaches it. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly code?: string;
  readonly org: string;
  readonly grades: readonly string[];
  readonly subjects: readonly string[];
}

/** A section: a course taught to some students in some terms. */
export interface RosterClass {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly code?: string;
  readonly course: string;
  readonly school: string;
  readonly terms: readonly string[];
  readonly grades: readonly string[];
  readonly subjects: readonly string[];
  readonly periods: readonly string[];
  readonly location?: string;
}

/** A person in a class, as student or teacher, with the days from and to which it holds. */
export interface Enrollment {
  readonly id: string;
  readonly class: string;
  readonly person: string;
  readonly role: string;
  readonly primary?: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** An assignment or assessment to which results belong. */
export interface LineItem {
  readonly id: string;
  readonly title: string;
  readonly class?: string;
  readonly category?: string;
  readonly session?: string;
  readonly assigned?: string;
  readonly due?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly school?: string;
}

/** What a student reached in a line item. */
export interface RosterResult {
  readonly id: string;
  readonly lineItem: string;
  readonly student: string;
  readonly status: string;
  readonly score?: number;
  readonly text?: string;
  readonly date: string;
  readonly class?: string;
}

/** Who is at school, in what, with what results, as a student information system says. */
export interface Roster {
  readonly source: "oneroster-1.1" | "oneroster-1.2" | "ed-fi";
  readonly orgs: readonly Org[];
  readonly sessions: readonly Session[];
  readonly people: readonly Person[];
  readonly courses: readonly Course[];
  readonly classes: readonly RosterClass[];
  readonly enrollments: readonly Enrollment[];
  readonly lineItems: readonly LineItem[];
  readonly results: readonly RosterResult[];
}

/** The parts of a roster that have ids. */
export const ROSTER_PARTS = [
  "orgs",
  "sessions",
  "people",
  "courses",
  "classes",
  "enrollments",
  "lineItems",
  "results",
] as const;

/** One of {@link ROSTER_PARTS}. */
export type RosterPart = (typeof ROSTER_PARTS)[number];
