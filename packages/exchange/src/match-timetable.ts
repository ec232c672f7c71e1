import type { Timetable } from "@collegium/scheduling";
import { fail, ok, type Result } from "@collegium/schema";
import { parseTable } from "./csv-table.js";
import type { Roster } from "./roster.js";

/** One thing of a timetable and what the roster calls it. */
export interface TimetableMatch {
  readonly timetable: string;
  readonly sourcedId: string;
  readonly part: "people" | "classes" | "courses" | "orgs";
}

/** A row of a match file that joins nothing. */
export interface UnmatchedRow {
  readonly row: number;
  readonly code: "unknown-sourced-id" | "unknown-timetable-id" | "matched-twice" | "incomplete";
  readonly reason: string;
}

/** How a timetable and a roster belong together. */
export interface TimetableMatching {
  readonly matches: readonly TimetableMatch[];
  readonly unmatched: readonly UnmatchedRow[];
  /** Ids of the timetable's teachers whom no row joins to a person; empty where no timetable was given. */
  readonly teachersWithout: readonly string[];
}

const REASONS: Readonly<Record<UnmatchedRow["code"], string>> = {
  "unknown-sourced-id": "The roster has nothing of this sourcedId.",
  "unknown-timetable-id": "The timetable has nothing of this id.",
  "matched-twice": "An earlier row has already matched this id of the timetable.",
  incomplete: "The row lacks one of the two ids.",
};

/**
 * Joins a timetable to a roster by a file of two columns, the timetable's id and the roster's sourcedId.
 * Guarantees that every row either joins or is in the report of the unmatched.
 *
 * Issue codes: `no-match-columns`, `unclosed-quote`.
 * @param timetable - Checks the first column and lists teachers whom the file leaves out, where given.
 */
export function matchTimetable(
  roster: Roster,
  matchCsv: string,
  timetable?: Timetable,
): Result<TimetableMatching> {
  const table = parseTable(matchCsv);
  if (!table.ok) return table;
  const rows = table.value.rows.filter((row) => row.cells.some((cell) => cell.value !== ""));
  const parts = partsOf(roster);
  const ids = timetable && new Set([...timetable.resources, ...timetable.lessons].map(({ id }) => id));
  const columns = columnsOf(rows[0]?.cells.map((cell) => cell.value) ?? []);
  if (!columns) {
    return fail({
      code: "no-match-columns",
      path: ["rows", 1],
      message: "The match file needs two columns: the timetable's id and the roster's sourcedId.",
    });
  }
  const taken = new Set<string>();
  const matches: TimetableMatch[] = [];
  const unmatched: UnmatchedRow[] = [];
  for (const row of rows.slice(columns.header ? 1 : 0)) {
    const own = row.cells[columns.timetable]?.value ?? "";
    const sourcedId = row.cells[columns.sourcedId]?.value ?? "";
    const part = parts.get(sourcedId);
    const refuse = (code: UnmatchedRow["code"]) =>
      unmatched.push({ row: row.number, code, reason: REASONS[code] });
    if (own === "" || sourcedId === "") refuse("incomplete");
    else if (!part) refuse("unknown-sourced-id");
    else if (ids && !ids.has(own)) refuse("unknown-timetable-id");
    else if (taken.has(own)) refuse("matched-twice");
    else {
      taken.add(own);
      matches.push({ timetable: own, sourcedId, part });
    }
  }
  const people = new Set(matches.filter(({ part }) => part === "people").map((match) => match.timetable));
  const teachers = timetable?.resources.filter((resource) => resource.kind === "teacher") ?? [];
  const teachersWithout = teachers.map(({ id }) => id).filter((id) => !people.has(id));
  return ok({ matches, unmatched, teachersWithout });
}

function partsOf(roster: Roster): Map<string, TimetableMatch["part"]> {
  const found = new Map<string, TimetableMatch["part"]>();
  for (const part of ["orgs", "courses", "classes", "people"] as const) {
    for (const { id } of roster[part]) found.set(id, part);
  }
  return found;
}

function columnsOf(
  first: readonly string[],
): { timetable: number; sourcedId: number; header: boolean } | undefined {
  if (first.length < 2) return undefined;
  const plain = first.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ""));
  const sourcedId = plain.findIndex((cell) => /^(?:sourcedid|rosterid|sisid|oneroster(?:id)?)$/.test(cell));
  if (sourcedId < 0) return { timetable: 0, sourcedId: 1, header: false };
  const named = plain.findIndex(
    (cell, column) => column !== sourcedId && /timetable|schedule|^id$|resource/.test(cell),
  );
  return { timetable: named >= 0 ? named : sourcedId === 0 ? 1 : 0, sourcedId, header: true };
}
