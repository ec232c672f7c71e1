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

/** Checked cells by column name; an absent column or an empty cell is an empty text. */
export type Get = (column: string) => string;

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** A person whose roles may still be added. */
export type OpenPerson = Omit<Person, "roles"> & { readonly roles: Role[] };

const NONE: readonly string[] = Object.freeze([]);
const NO_IDENTIFIERS: readonly Identifier[] = Object.freeze([]);

export function orgOf(get: Get): Org {
  const org: Writable<Org> = { id: get("sourcedId"), name: get("name"), type: get("type") };
  put(org, "identifier", get("identifier"));
  put(org, "parent", get("parentSourcedId"));
  return org;
}

export function sessionOf(get: Get): Session {
  const session: Writable<Session> = {
    id: get("sourcedId"),
    title: get("title"),
    type: get("type"),
    start: get("startDate"),
    end: get("endDate"),
    schoolYear: get("schoolYear"),
  };
  put(session, "parent", get("parentSourcedId"));
  return session;
}

export function courseOf(get: Get): Course {
  const course: Writable<Course> = {
    id: get("sourcedId"),
    title: get("title"),
    org: get("orgSourcedId"),
    grades: listOf(get("grades")),
    subjects: listOf(get("subjects")),
  };
  put(course, "code", get("courseCode"));
  return course;
}

export function classOf(get: Get): RosterClass {
  const made: Writable<RosterClass> = {
    id: get("sourcedId"),
    title: get("title"),
    type: get("classType"),
    course: get("courseSourcedId"),
    school: get("schoolSourcedId"),
    terms: listOf(get("termSourcedIds")),
    grades: listOf(get("grades")),
    subjects: listOf(get("subjects")),
    periods: listOf(get("periods")),
  };
  put(made, "code", get("classCode"));
  put(made, "location", get("location"));
  return made;
}

export function personOf(get: Get): OpenPerson {
  const person: Writable<OpenPerson> = {
    id: get("sourcedId"),
    givenName: get("givenName"),
    familyName: get("familyName"),
    enabled: get("enabledUser") === "true",
    grades: listOf(get("grades")),
    identifiers: identifiersOf(get),
    roles: [],
    agents: listOf(get("agentSourcedIds")),
  };
  put(person, "middleName", get("middleName"));
  put(person, "preferredGivenName", get("preferredGivenName"));
  put(person, "preferredFamilyName", get("preferredFamilyName"));
  put(person, "username", get("username"));
  put(person, "email", get("email"));
  const role = get("role");
  // In 1.1 a person has one role, in every organisation listed.
  if (role !== "") {
    for (const [index, org] of listOf(get("orgSourcedIds")).entries())
      person.roles.push({ role, org, primary: index === 0 });
  }
  return person;
}

/** A row of 1.2's roles, with the person whose it is. */
export function roleOf(get: Get): { person: string; role: Role } {
  const role: Writable<Role> = {
    role: get("role"),
    org: get("orgSourcedId"),
    primary: get("roleType") === "primary",
  };
  put(role, "from", get("beginDate"));
  put(role, "to", get("endDate"));
  return { person: get("userSourcedId"), role };
}

export function enrollmentOf(get: Get): Enrollment {
  const enrollment: Writable<Enrollment> = {
    id: get("sourcedId"),
    class: get("classSourcedId"),
    person: get("userSourcedId"),
    role: get("role"),
  };
  if (get("primary") !== "") enrollment.primary = get("primary") === "true";
  put(enrollment, "from", get("beginDate"));
  put(enrollment, "to", get("endDate"));
  return enrollment;
}

export function lineItemOf(get: Get): LineItem {
  const item: Writable<LineItem> = { id: get("sourcedId"), title: get("title") };
  put(item, "class", get("classSourcedId"));
  put(item, "category", get("categorySourcedId"));
  put(item, "session", get("academicSessionSourcedId") || get("gradingPeriodSourcedId"));
  put(item, "assigned", get("assignDate"));
  put(item, "due", get("dueDate"));
  put(item, "school", get("schoolSourcedId"));
  if (get("resultValueMin") !== "") item.minimum = Number(get("resultValueMin"));
  if (get("resultValueMax") !== "") item.maximum = Number(get("resultValueMax"));
  return item;
}

export function resultOf(get: Get): RosterResult {
  const result: Writable<RosterResult> = {
    id: get("sourcedId"),
    lineItem: get("lineItemSourcedId"),
    student: get("studentSourcedId"),
    status: get("scoreStatus"),
    date: get("scoreDate"),
  };
  if (get("score") !== "") result.score = Number(get("score"));
  put(result, "text", get("textScore"));
  put(result, "class", get("classSourcedId"));
  return result;
}

/** Members of a list cell. */
export function listOf(cell: string): readonly string[] {
  if (cell === "") return NONE;
  if (!cell.includes(",")) return [cell.trim()];
  return cell.split(",").flatMap((part) => part.trim() || []);
}

function identifiersOf(get: Get): readonly Identifier[] {
  const userIds = get("userIds");
  const plain = get("identifier");
  const master = get("userMasterIdentifier");
  if (userIds === "" && plain === "" && master === "") return NO_IDENTIFIERS;
  const typed = [...userIds.matchAll(/\{([^{}:]+):([^{}]*)\}/g)].map((match) => ({
    system: match[1]!.trim(),
    value: match[2]!.trim(),
  }));
  if (plain !== "") typed.push({ system: "identifier", value: plain });
  if (master !== "") typed.push({ system: "master", value: master });
  return typed;
}

function put<T, K extends keyof T>(target: T, key: K, value: string): void {
  if (value !== "") target[key] = value as T[K];
}
