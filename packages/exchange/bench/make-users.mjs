/** A users.csv of OneRoster 1.2 with made-up people, as bytes. */
export function makeUsers(count) {
  const header =
    "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns";
  const lines = [header];
  for (let i = 0; i < count; i++) {
    const n = String(i).padStart(7, "0");
    const grade = String((i % 13) + 1).padStart(2, "0");
    const ids = i % 3 === 0 ? `"{Fed:f${n}},{SIS:s${n}}"` : `{Fed:f${n}}`;
    lines.push(
      `7d1f0c2e-5a4b-4c3d-9e8f-${n.padStart(12, "0")},,,true,user${n},${ids},Given${n},Family${n},,${n},user${n}@example.org,,,,${grade},,,,,,org-${i % 40},`,
    );
  }
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n`);
}

/** An orgs.csv that the users' schools are in. */
export function makeOrgs() {
  const rows = Array.from({ length: 40 }, (_, i) => `org-${i},,,School ${i},school,,`);
  return `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n${rows.join("\r\n")}\r\n`;
}
