import type { Issue } from "@collegium/schema";
import { type Chunks, readCsvRows } from "./csv-rows.js";
import { listOf, type PlaceOf } from "./oneroster-cells.js";
import { type CellCheck, type CellProfile, cellCheck, REASONS, type RowFault } from "./oneroster-check.js";
import type { Column } from "./oneroster-tables.js";

/** A row that was not taken. Says where and why, never what the row holds. */
export interface RefusedRow {
  readonly file: string;
  /** Counted from 1, the header included, as a spreadsheet shows rows. */
  readonly record: number;
  readonly column?: string;
  readonly code: RowFault;
  readonly reason: string;
}

/** What became of one file's records. */
export interface FileCount {
  readonly file: string;
  /** Records below the header. */
  readonly records: number;
  readonly taken: number;
  readonly refused: number;
  /** Records that say that they end something. */
  readonly ended: number;
}

/** How a file is read. */
export interface TableReading {
  readonly file: string;
  readonly columns: readonly Column[];
  readonly profile: CellProfile;
  /** Whether rows are changes, each with its status. */
  readonly delta: boolean;
  /** Ids taken so far, by file; this file's own set is filled. */
  readonly ids: Map<string, Set<string>>;
  /** Made once for the file's header, then called for every row taken. */
  readonly taker: (at: PlaceOf) => (cells: readonly string[]) => void;
  readonly end: (id: string) => void;
  readonly refuse: (row: RefusedRow) => void;
  readonly warn: (code: string, column: string) => void;
}

const FIRST: readonly Column[] = ["sourcedId", "status", "dateLastModified"].map((name) => ({
  name,
  required: name === "sourcedId",
  type: name === "sourcedId" ? "guid" : "text",
  isList: false,
  ownWords: false,
}));
/** Spellings met in real exports. */
const TYPOS: Readonly<Record<string, string>> = {
  prefferedgivenname: "preferredGivenName",
  prefferedmiddlename: "preferredMiddleName",
  prefferedfamilyname: "preferredFamilyName",
  usersourceid: "userSourcedId",
  classsourceid: "classSourcedId",
};
/** Files whose references to themselves are resolved after their last row. */
const SELF = new Set(["parentSourcedId", "agentSourcedIds"]);

interface Place {
  readonly column: Column;
  readonly at: number;
  readonly check: CellCheck | undefined;
  readonly ids: ReadonlySet<string> | undefined;
}

/**
 * Reads one file of a package row by row: what is right is taken, what is wrong is refused with its place and reason.
 *
 * Issue codes: `missing-column`, `unknown-column` (strict), `column-order` (strict), `wrong-encoding`,
 * `record-too-long`, `no-records`.
 */
export async function readTable(
  chunks: Chunks,
  reading: TableReading,
): Promise<{ count: FileCount; issue?: Issue }> {
  const { file, profile, ids } = reading;
  const columns = [...FIRST, ...reading.columns];
  const own = new Set<string>();
  // Changes add to what earlier imports took.
  const listed = reading.delta ? (ids.get(file) ?? new Set<string>()) : own;
  ids.set(file, listed);
  let places: Place[] = [];
  let positions = new Map<string, number>();
  let statusAt = -1;
  let issue: Issue | undefined;
  let records = 0;
  let taken = 0;
  let ended = 0;
  let refused = 0;
  let take: (cells: readonly string[]) => void = () => {};
  let idAt = 0;
  const refuse = (record: number, code: RowFault, column?: string) => {
    refused++;
    reading.refuse({
      file,
      record,
      ...(column === undefined ? {} : { column }),
      code,
      reason: REASONS[code],
    });
  };
  const failure = await readCsvRows(chunks, {
    header(names) {
      const found = headerPlan(names, columns, file, profile.strict);
      if ("issue" in found) {
        issue = found.issue;
        return;
      }
      positions = found.positions;
      idAt = positions.get("sourcedId")!;
      take = reading.taker((name) => positions.get(name) ?? names.length);
      statusAt = positions.get("status") ?? -1;
      places = columns.flatMap((column) => {
        const at = positions.get(column.name);
        if (at === undefined || column.name === "status" || column.name === "dateLastModified") return [];
        const self = column.refersTo === file && SELF.has(column.name);
        // What a package leaves out cannot be checked; a strict reader wants it there.
        const target = column.refersTo === undefined ? undefined : ids.get(column.refersTo);
        const known = self
          ? undefined
          : (target ?? (profile.strict && column.refersTo ? new Set<string>() : undefined));
        const check = cellCheck(column, profile);
        return check || known || column.required ? [{ column, at, check, ids: known }] : [];
      });
    },
    row(cells, record) {
      records++;
      if (issue) return;
      const status = statusAt < 0 ? "" : cells[statusAt]!.toLowerCase();
      if (status !== "" && !reading.delta) reading.warn("status-in-bulk", "status");
      if (status === "tobedeleted") {
        ended++;
        listed.delete(cells[idAt]!);
        reading.end(cells[idAt]!);
        return;
      }
      if (reading.delta && status !== "active") {
        refuse(record, status === "" ? "missing" : "bad-status", "status");
        return;
      }
      for (const place of places) {
        const { column, at } = place;
        const value = cells[at]!;
        if (value === "") {
          if (!column.required) continue;
          refuse(record, "missing", column.name);
          return;
        }
        if (place.check) {
          const checked = place.check(value);
          if (typeof checked !== "string") {
            if (column.required || checked.fault !== "ambiguous-date") {
              refuse(record, checked.fault, column.name);
              return;
            }
            reading.warn("date-left-out", column.name);
            cells[at] = "";
          } else if (checked !== value) cells[at] = checked;
        }
        if (place.ids && !resolves(value, column, place.ids)) {
          if (column.required || profile.strict) {
            refuse(record, "unknown-reference", column.name);
            return;
          }
          reading.warn("reference-left-out", column.name);
          cells[at] = column.isList
            ? listOf(value)
                .filter((id) => place.ids!.has(id))
                .join(",")
            : "";
        }
      }
      const id = cells[idAt]!;
      if (own.has(id)) {
        refuse(record, "duplicate-id", "sourcedId");
        return;
      }
      own.add(id);
      listed.add(id);
      taken++;
      take(cells);
    },
    bad({ record, code }) {
      records++;
      refuse(record, code);
    },
  });
  const count = { file, records, taken, refused, ended };
  const found =
    issue ?? (failure && inFile(failure, file)) ?? (positions.size === 0 ? noRecords(file) : undefined);
  return found ? { count, issue: found } : { count };
}

function resolves(value: string, column: Column, known: ReadonlySet<string>): boolean {
  return column.isList ? listOf(value).every((id) => known.has(id)) : known.has(value);
}

function headerPlan(
  names: readonly string[],
  columns: readonly Column[],
  file: string,
  strict: boolean,
): { positions: Map<string, number> } | { issue: Issue } {
  const positions = new Map<string, number>();
  const exact = new Map(columns.map((column) => [column.name, column.name]));
  const loose = new Map(columns.map((column) => [column.name.toLowerCase(), column.name]));
  for (const [at, name] of names.entries()) {
    const plain = name.trim().toLowerCase();
    const known = strict ? exact.get(name) : (loose.get(plain) ?? TYPOS[plain]);
    if (known === undefined) {
      if (!strict || name.startsWith("metadata.")) continue;
      return {
        issue: headerIssue("unknown-column", file, at, `Column ${at + 1} of ${file} is not in the standard.`),
      };
    }
    if (strict && columns[at]?.name !== known) {
      return {
        issue: headerIssue("column-order", file, at, `Column ${at + 1} of ${file} is not in its place.`),
      };
    }
    if (!positions.has(known)) positions.set(known, at);
  }
  const absent = columns.find((column) => column.required && !positions.has(column.name));
  if (!absent) return { positions };
  const message = `${file} lacks the required column ${absent.name}.`;
  return { issue: headerIssue("missing-column", file, 0, message, { column: absent.name }) };
}

function headerIssue(
  code: string,
  file: string,
  at: number,
  message: string,
  data?: Record<string, unknown>,
): Issue {
  return { code, path: [file, 1, at], message, hint: "Export the package again.", ...(data ? { data } : {}) };
}

function inFile(issue: Issue, file: string): Issue {
  return { ...issue, path: [file, ...issue.path] };
}

function noRecords(file: string): Issue {
  return { code: "no-records", path: [file], message: `${file} is empty: it has not even a header.` };
}
