import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { parseTable } from "./csv-table.js";
import type { CellProfile } from "./oneroster-check.js";
import { type FileCount, type RefusedRow, readTable } from "./oneroster-file.js";
import {
  classOf,
  courseOf,
  enrollmentOf,
  lineItemOf,
  type OpenPerson,
  orgOf,
  type PlaceOf,
  personOf,
  resultOf,
  roleOf,
  sessionOf,
} from "./oneroster-rows.js";
import { type OneRosterVersion, oneRosterTables, UNREAD_FILES } from "./oneroster-tables.js";
import type {
  Course,
  Enrollment,
  LineItem,
  Org,
  Role,
  Roster,
  RosterClass,
  RosterResult,
  Session,
} from "./roster.js";
import { chunksOf, peek, type RosterFile, textOf } from "./roster-file.js";
import type { ReadRoster, ReadRosterOptions } from "./roster-report.js";

const MOST_REFUSED = 1000;

/** Reads a OneRoster package, 1.1 or 1.2; see `readRoster`. */
export async function readOneRoster(
  files: readonly RosterFile[],
  options: ReadRosterOptions,
): Promise<Result<ReadRoster>> {
  const strict = options.profile === "strict";
  const warnings = new Warnings();
  const byName = new Map(files.map((file) => [plainName(file.name), file]));
  const manifest = await readManifest(byName.get("manifest"), strict);
  if (!manifest.ok) return manifest;
  const version = manifest.value.version ?? (await guessVersion(byName));
  const tables = oneRosterTables(version);
  for (const [name, mode] of manifest.value.modes) {
    if (mode === "delta") return fail(deltaUnsupported(name));
    if (mode === "bulk" && tables.has(name) && !byName.has(name.toLowerCase()))
      return fail(missingFile(name));
  }
  const found = [...tables.keys()].filter((name) => byName.has(name.toLowerCase()));
  if (!found.includes("users") && !found.includes("orgs")) return fail(noRoster());
  for (const name of byName.keys()) {
    const known = UNREAD_FILES.some((file) => file.toLowerCase() === name);
    if (known) warnings.add("file-not-read", `${name}.csv`, "", "is part of the standard but not read.");
    else if (name !== "manifest" && !found.some((file) => file.toLowerCase() === name))
      warnings.add("file-unknown", `${name}.csv`, "", "is not part of the standard and is left out.");
  }

  const parts = emptyParts();
  const counts: FileCount[] = [];
  const refused: RefusedRow[] = [];
  const ids = new Map<string, Set<string>>();
  for (const name of found) {
    const profile: CellProfile = {
      strict,
      ...(options.dates === undefined ? {} : { dates: options.dates }),
      lenient: (column, what) =>
        warnings.add(`lenient-${what}`, name, column, `are written in ways the standard forbids (${what}).`),
    };
    const { count, issue } = await readTable(chunksOf(byName.get(name.toLowerCase())!.content), {
      file: name,
      columns: tables.get(name)!,
      profile,
      ids,
      taker: takers(parts)[name] ?? (() => () => {}),
      end: () => {},
      refuse: (row) => {
        if (refused.length < MOST_REFUSED) refused.push(row);
      },
      warn: (code, column) => warnings.add(code, name, column, WARNED[code] ?? "need a look."),
    });
    if (issue) return fail(issue);
    counts.push(count);
  }
  attachRoles(parts);
  const roster = closed(parts, version, ids.get("users") ?? new Set(), warnings);
  return ok(
    { roster, counts, refused, refusedInAll: sum(counts.map((count) => count.refused)) },
    warnings.issues(),
  );
}

const WARNED: Readonly<Record<string, string>> = {
  "status-in-bulk": "are filled, which a bulk file should not do; rows to be deleted are left out.",
  "date-left-out": "hold dates that may be day first or month first; they are left out.",
  "reference-left-out": "name something that the package does not list; the reference is left out.",
};

interface Parts {
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

function emptyParts(): Parts {
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

function takers(parts: Parts): Readonly<Record<string, Taker>> {
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

function attachRoles(parts: Parts): void {
  if (parts.roles.length === 0) return;
  const people = new Map(parts.people.map((person) => [person.id, person]));
  for (const { person: id, role } of parts.roles) {
    const person = people.get(id);
    if (person) person.roles = [...person.roles, role];
  }
}

/** The roster with references that files make to themselves resolved, or left out and counted. */
function closed(
  parts: Parts,
  version: OneRosterVersion,
  users: ReadonlySet<string>,
  warnings: Warnings,
): Roster {
  const leftOut = (file: string, column: string) =>
    warnings.add("reference-left-out", file, column, WARNED["reference-left-out"]!);
  parts.people.forEach((person, index) => {
    if (person.agents.every((agent) => users.has(agent))) return;
    leftOut("users", "agentSourcedIds");
    parts.people[index] = { ...person, agents: person.agents.filter((agent) => users.has(agent)) };
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
  const { people, courses, classes, enrollments, lineItems, results } = parts;
  return {
    source: `oneroster-${version}`,
    orgs: parents(parts.orgs, "orgs"),
    sessions: parents(parts.sessions, "academicSessions"),
    people,
    courses,
    classes,
    enrollments,
    lineItems,
    results,
  };
}

/** Warnings of one kind about one column become one, with their number. */
class Warnings {
  readonly #found = new Map<
    string,
    { code: string; file: string; column: string; what: string; count: number }
  >();

  add(code: string, file: string, column: string, what: string): void {
    const key = `${code}\n${file}\n${column}`;
    const found = this.#found.get(key);
    if (found) found.count++;
    else this.#found.set(key, { code, file, column, what, count: 1 });
  }

  issues(): Issue[] {
    return [...this.#found.values()].map(({ code, file, column, what, count }) => ({
      code,
      path: column === "" ? [file] : [file, column],
      message: column === "" ? `${file} ${what}` : `${count} cells of ${column} in ${file} ${what}`,
      data: { count },
    }));
  }
}

interface Manifest {
  readonly version: OneRosterVersion | undefined;
  readonly modes: ReadonlyMap<string, string>;
}

async function readManifest(file: RosterFile | undefined, strict: boolean): Promise<Result<Manifest>> {
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
async function guessVersion(byName: Map<string, RosterFile>): Promise<OneRosterVersion> {
  const users = byName.get("users");
  if (byName.has("roles") || !users) return "1.2";
  const { head, content } = await peek(users.content);
  byName.set("users", { name: users.name, content });
  return /(?:^|,|")orgsourcedids(?:"|,|\r|\n|$)/im.test(head.split("\n")[0] ?? "") ? "1.1" : "1.2";
}

function plainName(name: string): string {
  return name
    .replace(/^.*[/\\]/, "")
    .replace(/\.csv$/i, "")
    .toLowerCase();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function deltaUnsupported(name: string): Issue {
  return {
    code: "delta-not-read",
    path: ["manifest.csv", `file.${name}`],
    message: `The package lists only changes of ${name}; a whole export is needed.`,
    hint: "Export the roster in bulk mode.",
  };
}

function missingFile(name: string): Issue {
  return {
    code: "file-missing",
    path: ["manifest.csv", `file.${name}`],
    message: `The manifest promises ${name}.csv, but the folder lacks it.`,
    hint: "Unpack or export the package again.",
  };
}

function noRoster(): Issue {
  return {
    code: "no-roster",
    path: [],
    message: "The folder holds neither users.csv nor orgs.csv, nor Ed-Fi's XML.",
    hint: "Give the folder of a OneRoster export or of Ed-Fi interchange files.",
  };
}
