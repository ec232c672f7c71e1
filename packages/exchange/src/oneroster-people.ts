import { listOf, type PlaceOf, put, sharedLists, type Writable } from "./oneroster-cells.js";
import type { Identifier, Person, Role } from "./roster.js";

/** A person whose roles may still be added. */
export type OpenPerson = Omit<Person, "roles"> & { roles: readonly Role[] };

const NO_ROLES: readonly Role[] = Object.freeze([]);
const NO_IDENTIFIERS: readonly Identifier[] = Object.freeze([]);

/** The reader of users, for a file's columns. */
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
      id: cells[sourcedId] ?? "",
      givenName: cells[givenName] ?? "",
      familyName: cells[familyName] ?? "",
      enabled: cells[enabledUser] === "true",
      grades: gradesOf(cells[grades] ?? ""),
      identifiers: identifiersOf(
        cells[userIds] ?? "",
        cells[identifier] ?? "",
        cells[userMasterIdentifier] ?? "",
        systemOf,
      ),
      roles: NO_ROLES,
      agents: listOf(cells[agentSourcedIds] ?? ""),
    };
    if (cells[middleName]) person.middleName = cells[middleName];
    if (cells[preferredGivenName]) person.preferredGivenName = cells[preferredGivenName];
    if (cells[preferredFamilyName]) person.preferredFamilyName = cells[preferredFamilyName];
    if (cells[username]) person.username = cells[username];
    if (cells[email]) person.email = cells[email];
    // In 1.1 a person has one role, in every organisation listed.
    const only = cells[role] ?? "";
    if (only !== "")
      person.roles = listOf(cells[orgSourcedIds] ?? "").map((org, index) => ({
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
      id: cells[sourcedId] ?? "",
      role: cells[role] ?? "",
      org: cells[orgSourcedId] ?? "",
      primary: cells[roleType] === "primary",
    };
    put(made, "from", cells[beginDate] ?? "");
    put(made, "to", cells[endDate] ?? "");
    return { person: cells[userSourcedId] ?? "", role: made };
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
