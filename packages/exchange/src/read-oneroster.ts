import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { Warnings } from "./counted-warnings.js";
import type { CellProfile } from "./oneroster-check.js";
import { type FileCount, type RefusedRow, readTable } from "./oneroster-file.js";
import { guessVersion, readManifest } from "./oneroster-manifest.js";
import { emptyParts, PART_OF, rosterOf, takers } from "./oneroster-parts.js";
import { oneRosterTables, UNREAD_FILES } from "./oneroster-tables.js";
import { chunksOf, type RosterFile } from "./roster-file.js";
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
  const { modes } = manifest.value;
  const { since } = options;
  for (const [name, mode] of modes) {
    if (mode === "delta" && !since) return fail(deltaWithout(name));
    const promised = mode === "bulk" || mode === "delta";
    if (promised && tables.has(name) && !byName.has(name.toLowerCase())) return fail(missingFile(name));
  }
  const isDelta = (name: string) => modes.get(name) === "delta";
  const changes = [...modes.values()].includes("delta");
  const found = [...tables.keys()].filter((name) => byName.has(name.toLowerCase()));
  if (!changes && !found.includes("users") && !found.includes("orgs")) return fail(noRoster());
  nameUnread([...byName.keys()], found, warnings);

  const parts = emptyParts();
  const counts: FileCount[] = [];
  const refused: RefusedRow[] = [];
  const ids = new Map<string, Set<string>>();
  const ended = new Map<string, Set<string>>();
  if (since && changes) {
    for (const [name, part] of Object.entries(PART_OF))
      ids.set(name, new Set(since[part].map(({ id }) => id)));
  }
  for (const name of found) {
    const profile: CellProfile = {
      strict,
      ...(options.dates === undefined ? {} : { dates: options.dates }),
      lenient: (column, what) =>
        warnings.add(`lenient-${what}`, name, column, `are written in ways the standard forbids (${what}).`),
    };
    const gone = new Set<string>();
    if (isDelta(name)) ended.set(name, gone);
    const { count, issue } = await readTable(chunksOf(byName.get(name.toLowerCase())!.content), {
      file: name,
      columns: tables.get(name)!,
      profile,
      delta: isDelta(name),
      ids,
      taker: takers(parts)[name] ?? (() => () => {}),
      end: (id) => gone.add(id),
      refuse: (row) => {
        if (refused.length < MOST_REFUSED) refused.push(row);
      },
      warn: (code, column) => warnings.add(code, name, column, WARNED[code] ?? "need a look."),
    });
    if (issue) return fail(issue);
    counts.push(count);
  }
  const whole = new Set(found.filter((name) => !isDelta(name)));
  const roster = rosterOf(parts, version, warnings, since && changes ? { since, whole, ended } : undefined);
  return ok(
    { roster, counts, refused, refusedInAll: sum(counts.map((count) => count.refused)) },
    warnings.issues(),
  );
}

const WARNED: Readonly<Record<string, string>> = {
  "status-in-bulk": "are filled, which a bulk file should not do; rows to be deleted are left out.",
  "date-left-out": "hold dates that may be day first or month first; they are left out.",
  "reference-left-out": "name something that is not listed; the reference is left out.",
};

function nameUnread(names: readonly string[], found: readonly string[], warnings: Warnings): void {
  for (const name of names) {
    const known = UNREAD_FILES.some((file) => file.toLowerCase() === name);
    if (known) warnings.add("file-not-read", `${name}.csv`, "", "is part of the standard but not read.");
    else if (name !== "manifest" && !found.some((file) => file.toLowerCase() === name))
      warnings.add("file-unknown", `${name}.csv`, "", "is not part of the standard and is left out.");
  }
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

function deltaWithout(name: string): Issue {
  return {
    code: "delta-without-roster",
    path: ["manifest.csv", `file.${name}`],
    message: `The package lists only changes of ${name}; the roster that they change is needed.`,
    hint: "Import the whole roster first, in bulk mode.",
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
