import type {
  Course,
  Enrollment,
  Identifier,
  LineItem,
  Org,
  Person,
  Role,
  RosterClass,
  RosterResult,
  Session,
} from "./roster.js";

/** Where a column's cell stands in every row; an absent column has an empty cell at the end. */
export type PlaceOf = (column: string) => number;

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** A person whose roles may still be added. */
export type OpenPerson = Omit<Person, "roles"> & { roles: readonly Role[] };

const NONE: readonly string[] = Object.freeze([]);
/** Beyond so many different texts a column is not one that rows share. */
const MOST_SHARED = 500;
const NO_ROLES: readonly Role[] = Object.freeze([]);
const NO_IDENTIFIERS: readonly Identifier[] = Object.freeze([]);

export function orgOf(at: PlaceOf): (cells: readonly string[]) => Org {
  const sourcedId = at("sourcedId");
  const name = at("name");
  const type = at("type");
  const identifier = at("identifier");
  const parentSourcedId = at("parentSourcedId");
  return (cells) => {
    const org: Writable<Org> = { id: cells[sourcedId]!, name: cells[name]!, type: cells[type]! };
    put(org, "identifier", cells[identifier]!);
    put(org, "parent", cells[parentSourcedId]!);
    return org;
  };
}

export function sessionOf(at: PlaceOf): (cells: readonly string[]) => Session {
  const sourcedId = at("sourcedId");
  const title = at("title");
  const type = at("type");
  const startDate = at("startDate");
  const endDate = at("endDate");
  const schoolYear = at("schoolYear");
  const parentSourcedId = at("parentSourcedId");
  return (cells) => {
    const session: Writable<Session> = {
      id: cells[sourcedId]!,
      title: cells[title]!,
      type: cells[type]!,
      start: cells[startDate]!,
      end: cells[endDate]!,
      schoolYear: cells[schoolYear]!,
    };
    put(session, "parent", cells[parentSourcedId]!);
    return session;
  };
}

export function courseOf(at: PlaceOf): (cells: readonly string[]) => Course {
  const sourcedId = at("sourcedId");
  const title = at("title");
  const orgSourcedId = at("orgSourcedId");
  const grades = at("grades");
  const subjects = at("subjects");
  const courseCode = at("courseCode");
  return (cells) => {
    const course: Writable<Course> = {
      id: cells[sourcedId]!,
      title: cells[title]!,
      org: cells[orgSourcedId]!,
      grades: listOf(cells[grades]!),
      subjects: listOf(cells[subjects]!),
    };
    put(course, "code", cells[courseCode]!);
    return course;
  };
}

export function classOf(at: PlaceOf): (cells: readonly string[]) => RosterClass {
  const sourcedId = at("sourcedId");
  const title = at("title");
  const classType = at("classType");
  const courseSourcedId = at("courseSourcedId");
  const schoolSourcedId = at("schoolSourcedId");
  const termSourcedIds = at("termSourcedIds");
  const grades = at("grades");
  const subjects = at("subjects");
  const periods = at("periods");
  const classCode = at("classCode");
  const location = at("location");
  return (cells) => {
    const made: Writable<RosterClass> = {
      id: cells[sourcedId]!,
      title: cells[title]!,
      type: cells[classType]!,
      course: cells[courseSourcedId]!,
      school: cells[schoolSourcedId]!,
      terms: listOf(cells[termSourcedIds]!),
      grades: listOf(cells[grades]!),
      subjects: listOf(cells[subjects]!),
      periods: listOf(cells[periods]!),
    };
    put(made, "code", cells[classCode]!);
    put(made, "location", cells[location]!);
    return made;
  };
}

export function personOf(at: PlaceOf): (cells: readonly string[]) => OpenPerson {
  const userIds = at("userIds");
  const identifier = at("identifier");
  const userMasterIdentifier = at("userMasterIdentifier");
  const sourcedId = at("sourcedId");
  const givenName = at("givenName");
  const familyName = at("familyName");
  const enabledUser = at("enabledUser");
  const grades = at("grades");
  const agentSourcedIds = at("agentSourcedIds");
  const middleName = at("middleName");
  const preferredGivenName = at("preferredGivenName");
  const preferredFamilyName = at("preferredFamilyName");
  const username = at("username");
  const email = at("email");
  const role = at("role");
  const orgSourcedIds = at("orgSourcedIds");
  const gradesOf = sharedLists();
  const systemOf = sharedLists();
  return (cells) => {
    const person: Writable<OpenPerson> = {
      id: cells[sourcedId]!,
      givenName: cells[givenName]!,
      familyName: cells[familyName]!,
      enabled: cells[enabledUser]! === "true",
      grades: gradesOf(cells[grades]!),
      identifiers: identifiersOf(cells[userIds]!, cells[identifier]!, cells[userMasterIdentifier]!, systemOf),
      roles: NO_ROLES,
      agents: listOf(cells[agentSourcedIds]!),
    };
    if (cells[middleName]! !== "") person.middleName = cells[middleName]!;
    if (cells[preferredGivenName]! !== "") person.preferredGivenName = cells[preferredGivenName]!;
    if (cells[preferredFamilyName]! !== "") person.preferredFamilyName = cells[preferredFamilyName]!;
    if (cells[username]! !== "") person.username = cells[username]!;
    if (cells[email]! !== "") person.email = cells[email]!;
    // In 1.1 a person has one role, in every organisation listed.
    const only = cells[role]!;
    if (only !== "")
      person.roles = listOf(cells[orgSourcedIds]!).map((org, index) => ({
        role: only,
        org,
        primary: index === 0,
      }));
    return person;
  };
}

/** A row of 1.2's roles, with the person whose it is. */
export function roleOf(at: PlaceOf): (cells: readonly string[]) => { person: string; role: Role } {
  const sourcedId = at("sourcedId");
  const role = at("role");
  const orgSourcedId = at("orgSourcedId");
  const roleType = at("roleType");
  const beginDate = at("beginDate");
  const endDate = at("endDate");
  const userSourcedId = at("userSourcedId");
  return (cells) => {
    const made: Writable<Role> = {
      id: cells[sourcedId]!,
      role: cells[role]!,
      org: cells[orgSourcedId]!,
      primary: cells[roleType]! === "primary",
    };
    put(made, "from", cells[beginDate]!);
    put(made, "to", cells[endDate]!);
    return { person: cells[userSourcedId]!, role: made };
  };
}

export function enrollmentOf(at: PlaceOf): (cells: readonly string[]) => Enrollment {
  const sourcedId = at("sourcedId");
  const classSourcedId = at("classSourcedId");
  const userSourcedId = at("userSourcedId");
  const role = at("role");
  const primary = at("primary");
  const beginDate = at("beginDate");
  const endDate = at("endDate");
  return (cells) => {
    const enrollment: Writable<Enrollment> = {
      id: cells[sourcedId]!,
      class: cells[classSourcedId]!,
      person: cells[userSourcedId]!,
      role: cells[role]!,
    };
    if (cells[primary]! !== "") enrollment.primary = cells[primary]! === "true";
    put(enrollment, "from", cells[beginDate]!);
    put(enrollment, "to", cells[endDate]!);
    return enrollment;
  };
}

export function lineItemOf(at: PlaceOf): (cells: readonly string[]) => LineItem {
  const sourcedId = at("sourcedId");
  const title = at("title");
  const classSourcedId = at("classSourcedId");
  const categorySourcedId = at("categorySourcedId");
  const academicSessionSourcedId = at("academicSessionSourcedId");
  const gradingPeriodSourcedId = at("gradingPeriodSourcedId");
  const assignDate = at("assignDate");
  const dueDate = at("dueDate");
  const schoolSourcedId = at("schoolSourcedId");
  const resultValueMin = at("resultValueMin");
  const resultValueMax = at("resultValueMax");
  return (cells) => {
    const item: Writable<LineItem> = { id: cells[sourcedId]!, title: cells[title]! };
    put(item, "class", cells[classSourcedId]!);
    put(item, "category", cells[categorySourcedId]!);
    put(item, "session", cells[academicSessionSourcedId]! || cells[gradingPeriodSourcedId]!);
    put(item, "assigned", cells[assignDate]!);
    put(item, "due", cells[dueDate]!);
    put(item, "school", cells[schoolSourcedId]!);
    if (cells[resultValueMin]! !== "") item.minimum = Number(cells[resultValueMin]!);
    if (cells[resultValueMax]! !== "") item.maximum = Number(cells[resultValueMax]!);
    return item;
  };
}

export function resultOf(at: PlaceOf): (cells: readonly string[]) => RosterResult {
  const sourcedId = at("sourcedId");
  const lineItemSourcedId = at("lineItemSourcedId");
  const studentSourcedId = at("studentSourcedId");
  const scoreStatus = at("scoreStatus");
  const scoreDate = at("scoreDate");
  const score = at("score");
  const textScore = at("textScore");
  const classSourcedId = at("classSourcedId");
  return (cells) => {
    const result: Writable<RosterResult> = {
      id: cells[sourcedId]!,
      lineItem: cells[lineItemSourcedId]!,
      student: cells[studentSourcedId]!,
      status: cells[scoreStatus]!,
      date: cells[scoreDate]!,
    };
    if (cells[score]! !== "") result.score = Number(cells[score]!);
    put(result, "text", cells[textScore]!);
    put(result, "class", cells[classSourcedId]!);
    return result;
  };
}

/** Members of a list cell. */
export function listOf(cell: string): readonly string[] {
  if (cell === "") return NONE;
  if (!cell.includes(",")) return [cell.trim()];
  return cell.split(",").flatMap((part) => part.trim() || []);
}

/** Keeps one list for each of the few texts that many rows share, such as grades. */
function sharedLists(): (cell: string) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  return (cell) => {
    const known = lists.get(cell);
    if (known) return known;
    const list = listOf(cell);
    if (lists.size < MOST_SHARED) lists.set(cell, list);
    return list;
  };
}

function identifiersOf(
  userIds: string,
  plain: string,
  master: string,
  systemOf: (text: string) => readonly string[],
): readonly Identifier[] {
  if (userIds === "" && plain === "" && master === "") return NO_IDENTIFIERS;
  const found: Identifier[] = [];
  for (let open = userIds.indexOf("{"); open >= 0; open = userIds.indexOf("{", open + 1)) {
    const colon = userIds.indexOf(":", open);
    const close = userIds.indexOf("}", open);
    if (colon < 0 || close < colon) break;
    const [system = ""] = systemOf(userIds.slice(open + 1, colon));
    found.push({ system, value: userIds.slice(colon + 1, close).trim() });
  }
  if (plain !== "") found.push({ system: "identifier", value: plain });
  if (master !== "") found.push({ system: "master", value: master });
  // A copy has no spare room, which a hundred thousand people would pay for.
  return found.slice();
}

function put<T, K extends keyof T>(target: T, key: K, value: string): void {
  if (value !== "") target[key] = value as T[K];
}
