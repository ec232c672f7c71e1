import {
  type Action,
  allows,
  grant,
  type Membership,
  type Purpose,
  type SubjectKind,
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
  return { person, memberships: [...memberships, { of, role: "staff", from: START }] };
}

const START = "2000-01-01";
const PURPOSES: readonly Purpose[] = ["teaching", "meeting-support", "reporting", "planning-time"];

/** What the person may do with something of a team: the first purpose of theirs that opens anything. */
export function grantFor(
  viewer: Viewer,
  subject: {
    readonly kind: SubjectKind;
    readonly id: string;
    readonly team: string;
    readonly school: string;
  },
  on: string,
): Grant {
  const grants = PURPOSES.map((purpose) => grant(viewer, subject, { on, purpose }));
  return grants.find(({ may }) => may.length > 0) ?? (grants[0] as Grant);
}

/** Whether a grant allows one action. */
export function may(given: Grant, action: Action): boolean {
  return allows(given, action);
}
