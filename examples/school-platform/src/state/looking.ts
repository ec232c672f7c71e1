import {
  type Action,
  allows,
  grant,
  type Membership,
  type Purpose,
  type Subject,
  type Viewer,
} from "@collegium/access";
import type { Grant } from "@collegium/schema";
import { LEADER } from "../request.js";
import type { School } from "./school.js";
import type { RegisteredTeam } from "./team-register.js";

/** Memberships of the person at the browser, from the school's teams; a leader belongs to the school alone. */
export function viewerIn(school: School, person: string, teams: readonly RegisteredTeam[]): Viewer {
  const of = { kind: "school", id: school.districtId } as const;
  if (person === LEADER) return { person, memberships: [{ of, role: "leader", from: START }] };
  const memberships: Membership[] = teams
    .filter((team) => team.state === "in use" && team.members.includes(person))
    .map((team) => ({ of: { kind: "team", id: team.id }, role: "member", from: team.since ?? START }));
  // A guest of a team is staff of another school.
  const isStaff = school.teachers.some(({ id }) => id === person);
  return {
    person,
    memberships: isStaff ? [...memberships, { of, role: "staff", from: START }] : memberships,
  };
}

/** The same person as the staff of a district, which schools belong to that keep its calendar. */
export function inDistrict(viewer: Viewer, district: string): Viewer {
  const membership: Membership = { of: { kind: "district", id: district }, role: "staff", from: START };
  return { ...viewer, memberships: [...viewer.memberships, membership] };
}

/** Whether a person may learn when somebody is busy: at the own school, or at another one of the district. */
export function mayAskFor(
  viewer: Viewer,
  whom: { readonly person: string; readonly school: string; readonly district?: string },
  on: string,
): boolean {
  const { person, school, district } = whom;
  const subject = { kind: "appointments", id: person, owner: person, school } as const;
  return may(grantFor(viewer, district === undefined ? subject : { ...subject, district }, on), "read-busy");
}

const START = "2000-01-01";
const PURPOSES: readonly Purpose[] = ["teaching", "meeting-support", "reporting", "planning-time"];

/** What the person may do with something of a team: the first purpose of theirs that opens anything. */
export function grantFor(viewer: Viewer, subject: Subject, on: string): Grant {
  const grants = PURPOSES.map((purpose) => grant(viewer, subject, { on, purpose }));
  return grants.find(({ may }) => may.length > 0) ?? (grants[0] as Grant);
}

/** Whether a grant allows one action. */
export function may(given: Grant, action: Action): boolean {
  return allows(given, action);
}
