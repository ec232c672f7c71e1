import type { Result } from "@collegium/schema";
import { readEdfi } from "./read-edfi.js";
import { readOneRoster } from "./read-oneroster.js";
import type { RosterFile } from "./roster-file.js";
import type { ReadRoster, ReadRosterOptions } from "./roster-report.js";

/**
 * Reads who is at school from a folder: a OneRoster package of CSV files (1.1 or 1.2, whole or as changes) or Ed-Fi interchange files in
 * XML. Streams every file, takes the rows that are right, and refuses the others by file, record and column, never
 * repeating what they hold.
 *
 * Issue codes: `no-roster`, `no-manifest`, `unknown-version`, `delta-without-roster`, `file-missing`, `missing-column`,
 * `unknown-column`, `column-order`, `wrong-encoding`, `record-too-long`, `no-records`, `broken-xml`;
 * warnings `lenient-…`, `status-in-bulk`, `date-left-out`, `reference-left-out`, `file-not-read`, `file-unknown`.
 * @example
 * ```ts
 * const read = await readRoster([
 *   { name: "orgs.csv", content: "sourcedId,name,type\no1,North School,school\n" },
 *   { name: "users.csv", content: "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName\nu1,true,o1,teacher,t1,Ann,Alpha\n" },
 * ]);
 * read.ok && read.value.roster.people.map((person) => person.roles[0]?.role); // => ["teacher"]
 * ```
 */
export async function readRoster(
  files: readonly RosterFile[],
  options: ReadRosterOptions = {},
): Promise<Result<ReadRoster>> {
  const xml = files.filter((file) => /\.xml$/i.test(file.name));
  const csv = files.filter((file) => /\.csv$/i.test(file.name));
  return xml.length > csv.length ? readEdfi(xml) : readOneRoster(csv, options);
}
