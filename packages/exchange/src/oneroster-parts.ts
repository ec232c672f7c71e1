import type { Warnings } from "./counted-warnings.js";
import type { PlaceOf } from "./oneroster-cells.js";
import { type OpenPerson, personOf, roleOf } from "./oneroster-people.js";
import { classOf, courseOf, enrollmentOf, lineItemOf, orgOf, resultOf, sessionOf } from "./oneroster-rows.js";
import type { OneRosterVersion } from "./oneroster-tables.js";
import type {
  Course,
  Enrollment,
  LineItem,
  Org,
  Role,
  Roster,
  RosterClass,
  RosterPart,
  RosterResult,
  Session,
} from "./roster.js";

/** Rows as they are gathered from a package's files. */
export interface Parts {
  readonly orgs: Org[];
  readonly sessions: Session[];
  readonly people: OpenPerson[];
  readonly roles: { person: string; role: Role }[];
  readonly courses: Course[];
  readonly classes: RosterClass[];
  readonly enrollments: Enrollment[];
  readonly lineItems: LineItem[];
  readonly results: RosterResult[];
}

/** The part of a roster that a file fills. */
export const PART_OF: Readonly<Record<string, RosterPart>> = {
  orgs: "orgs",
  academicSessions: "sessions",
  courses: "courses",
  classes: "classes",
  users: "people",
  enrollments: "enrollments",
  lineItems: "lineItems",
  results: "results",
};

/** Nothing gathered yet. */
export function emptyParts(): Parts {
  return {
    orgs: [],
    sessions: [],
    people: [],
    roles: [],
    courses: [],
    classes: [],
    enrollments: [],
    lineItems: [],
    results: [],
  };
}

type Taker = (at: PlaceOf) => (cells: readonly string[]) => void;

const NOBODY: ReadonlySet<string> = new Set();

/** What to do with a row taken, by file. */
export function takers(parts: Parts): Readonly<Record<string, Taker>> {
  const into =
    <T>(list: T[], reader: (at: PlaceOf) => (cells: readonly string[]) => T): Taker =>
    (at) => {
      const read = reader(at);
      return (cells) => list.push(read(cells));
    };
  return {
    orgs: into(parts.orgs, orgOf),
    academicSessions: into(parts.sessions, sessionOf),
    courses: into(parts.courses, courseOf),
    classes: into(parts.classes, classOf),
    users: into(parts.people, personOf),
    roles: into(parts.roles, roleOf),
    enrollments: into(parts.enrollments, enrollmentOf),
    lineItems: into(parts.lineItems, lineItemOf),
    results: into(parts.results, resultOf),
  };
}

/** A package of changes on top of the roster that it changes. */
export interface Changes {
  readonly since: Roster;
  /** Files of the package that hold everything; all others hold changes, or are absent because nothing changed. */
  readonly whole: ReadonlySet<string>;
  /** Ids that the package ends, by file. */
  readonly ended: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The roster of a package's rows. References that files make to themselves are resolved last; what leads nowhere is left
 * out and counted.
 */
export function rosterOf(
  parts: Parts,
  version: OneRosterVersion,
  warnings: Warnings,
  changes?: Changes,
): Roster {
  const all = changes ? merged(parts, changes) : parts;
  const people = attached(all.people, parts.roles, changes);
  const known =
    changes || people.some(({ agents }) => agents.length > 0) ? new Set(people.map(({ id }) => id)) : NOBODY;
  const leftOut = (file: string, column: string) =>
    warnings.add(
      "reference-left-out",
      file,
      column,
      "name something that is not listed; the reference is left out.",
    );
  people.forEach((person, index) => {
    if (person.agents.every((agent) => known.has(agent))) return;
    leftOut("users", "agentSourcedIds");
    people[index] = { ...person, agents: person.agents.filter((agent) => known.has(agent)) };
  });
  const parents = <T extends { id: string; parent?: string }>(list: readonly T[], file: string): T[] => {
    const own = new Set(list.map((item) => item.id));
    return list.map((item) => {
      if (item.parent === undefined || own.has(item.parent)) return item;
      leftOut(file, "parentSourcedId");
      const { parent: _, ...rest } = item;
      return rest as T;
    });
  };
  const classes = new Set(all.classes.map((section) => section.id));
  const stays = ({ person, class: section }: Enrollment) => known.has(person) && classes.has(section);
  return {
    source: `oneroster-${version}`,
    orgs: parents(all.orgs, "orgs"),
    sessions: parents(all.sessions, "academicSessions"),
    people,
    courses: all.courses,
    classes: all.classes,
    // Who or what a package of changes ends takes its enrolments along.
    enrollments: changes ? all.enrollments.filter(stays) : all.enrollments,
    lineItems: all.lineItems,
    results: changes ? all.results.filter((result) => known.has(result.student)) : all.results,
  };
}

type Merged = { -readonly [K in RosterPart]: Parts[K] };

function merged(parts: Parts, { since, whole, ended }: Changes): Merged {
  const out: Merged = { ...parts };
  const old = new Map(since.people.map((person) => [person.id, person]));
  for (const [file, part] of Object.entries(PART_OF)) {
    if (whole.has(file)) continue;
    const fresh = new Map<string, { id: string }>(parts[part].map((item) => [item.id, item]));
    const gone = ended.get(file);
    const kept = since[part].filter(({ id }) => !gone?.has(id)).map((item) => fresh.get(item.id) ?? item);
    const known = new Set(since[part].map(({ id }) => id));
    const added = parts[part].filter(({ id }) => !known.has(id));
    (out as Record<RosterPart, unknown>)[part] = [...kept, ...added];
  }
  // In 1.2 roles stand in a file of their own; a changed person keeps them.
  out.people = out.people.map((person) => {
    const before = old.get(person.id)?.roles;
    return person.roles.length > 0 || before === undefined ? person : { ...person, roles: before };
  });
  return out;
}

function attached(
  people: readonly OpenPerson[],
  rows: Parts["roles"],
  changes: Changes | undefined,
): OpenPerson[] {
  const list = people as OpenPerson[];
  const gone = changes?.ended.get("roles");
  if (rows.length === 0 && !gone) return list;
  const byId = new Map(list.map((person, index) => [person.id, index]));
  const fresh = new Set(rows.map(({ role }) => role.id));
  if (changes) {
    const all = changes.whole.has("roles");
    list.forEach((person, index) => {
      const roles = person.roles.filter(
        ({ id }) => !all && !(id !== undefined && (gone?.has(id) || fresh.has(id))),
      );
      if (roles.length < person.roles.length) list[index] = { ...person, roles };
    });
  }
  for (const { person: id, role } of rows) {
    const index = byId.get(id);
    if (index === undefined) continue;
    const person = list[index]!;
    // Only people of this package may be changed in place; those of an earlier roster are somebody else's.
    if (changes) list[index] = { ...person, roles: [...person.roles, role] };
    else person.roles = [...person.roles, role];
  }
  return list;
}
