import { fail, ok, type Result } from "@collegium/schema";
import { parseTable } from "./csv-table.js";
import type { OneRosterVersion } from "./oneroster-tables.js";
import { peek, type RosterFile, textOf } from "./roster-file.js";

/** What a package says of itself. */
export interface Manifest {
  readonly version: OneRosterVersion | undefined;
  readonly modes: ReadonlyMap<string, string>;
}

/**
 * The manifest of a package; a lenient reader does without.
 *
 * Issue codes: `no-manifest`, `unknown-version`.
 */
export async function readManifest(file: RosterFile | undefined, strict: boolean): Promise<Result<Manifest>> {
  if (!file) {
    if (!strict) return ok({ version: undefined, modes: new Map() });
    return fail({ code: "no-manifest", path: ["manifest.csv"], message: "The package has no manifest.csv." });
  }
  const table = parseTable(await textOf(file.content), ",");
  if (!table.ok) return table;
  const rows = table.value.rows.map((row) => row.cells.map((cell) => cell.value));
  const values = new Map(rows.slice(1).map(([name = "", value = ""]) => [name.toLowerCase(), value]));
  const stated = values.get("oneroster.version") ?? "";
  const version = stated.startsWith("1.2") ? "1.2" : stated.startsWith("1.1") ? "1.1" : undefined;
  if (version === undefined && (strict || stated !== "")) {
    return fail({
      code: "unknown-version",
      path: ["manifest.csv", "oneroster.version"],
      message: "The manifest states no version of OneRoster that is read here.",
      hint: "Export version 1.1 or 1.2.",
    });
  }
  const modes = new Map<string, string>();
  for (const [name = "", value = ""] of rows.slice(1)) {
    if (name.toLowerCase().startsWith("file.")) modes.set(name.slice(5), value.toLowerCase());
  }
  return ok({ version, modes });
}

/** Without a manifest, people who carry their role themselves are of 1.1. */
export async function guessVersion(byName: Map<string, RosterFile>): Promise<OneRosterVersion> {
  const users = byName.get("users");
  if (byName.has("roles") || !users) return "1.2";
  const { head, content } = await peek(users.content);
  byName.set("users", { name: users.name, content });
  return /(?:^|,|")orgsourcedids(?:"|,|\r|\n|$)/im.test(head.split("\n")[0] ?? "") ? "1.1" : "1.2";
}
