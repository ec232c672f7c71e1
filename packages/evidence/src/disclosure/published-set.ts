import { fail, type Issue, ok, type Result } from "@collegium/schema";

/** One count that is published or suppressed; the same id in two tables is the same count. */
export interface Cell {
  readonly id: string;
  readonly count: number;
}

/** A total and the cells it is the sum of. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Everything an outsider can put side by side: cells of all tables and levels, and how they add up. */
export interface PublishedSet {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
}

/** A table of counts; `groups` names the upper level of each row (school of a grade, district of a school). */
export interface CountTable {
  /** Starts every cell id, so that two tables of one publication can share cells or keep them apart. */
  readonly name: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly groups?: readonly string[];
}

/** Name of a total in cell ids. */
const ALL = "*";

/** The id of a cell; leave out row or column for a total. */
export function cellId(table: string, row: string = ALL, column: string = ALL): string {
  return JSON.stringify([table, row, column]);
}

/**
 * The published set of one table with its row, column, group and grand totals: three levels where groups are given.
 * Issue codes: `ragged`, `not-a-count`, `duplicate-name`.
 */
export function publishedSet(table: CountTable): Result<PublishedSet> {
  const { name, rows, columns, counts, groups } = table;
  const issues = tableIssues(table);
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
  const cells = new Map<string, number>();
  const sums: Sum[] = [];
  const line = (row: string, values: readonly number[]) => {
    for (const [j, column] of columns.entries()) cells.set(cellId(name, row, column), values[j]!);
    cells.set(
      cellId(name, row),
      values.reduce((a, b) => a + b, 0),
    );
    sums.push({ total: cellId(name, row), parts: columns.map((column) => cellId(name, row, column)) });
  };
  const stack = (total: string, parts: readonly string[]) => {
    for (const column of [...columns, ALL]) {
      sums.push({ total: cellId(name, total, column), parts: parts.map((row) => cellId(name, row, column)) });
    }
  };
  const add = (indices: readonly number[]) =>
    columns.map((_, j) => indices.reduce((sum, i) => sum + counts[i]![j]!, 0));
  for (const [i, row] of rows.entries()) line(row, counts[i]!);
  const all = rows.map((_, i) => i);
  if (groups) {
    const upper = [...new Set(groups)];
    for (const group of upper) {
      const own = all.filter((i) => groups[i] === group);
      line(groupName(group), add(own));
      stack(
        groupName(group),
        own.map((i) => rows[i]!),
      );
    }
    stack(ALL, upper.map(groupName));
  } else stack(ALL, rows);
  line(ALL, add(all));
  return ok({ cells: [...cells].map(([id, count]) => ({ id, count })), sums });
}

/**
 * Cells of rows in which everybody stands in one column: such a count tells of each person, however many they are.
 * Give it to `protect` as `also`. Empty rows tell of nobody.
 */
export function uniformCells({ name, rows, columns, counts }: CountTable): Set<string> {
  return new Set(
    rows.flatMap((row, i) => {
      const filled = columns.filter((_, j) => (counts[i]?.[j] ?? 0) > 0);
      return filled.length === 1 && columns.length > 1 ? [cellId(name, row, filled[0])] : [];
    }),
  );
}

function groupName(group: string): string {
  return `group ${group}`;
}

/**
 * Joins what is published in several tables or years. Cells with one id must have one count.
 * Issue code: `counts-differ`.
 */
export function joinSets(sets: readonly PublishedSet[]): Result<PublishedSet> {
  const cells = new Map<string, number>();
  for (const { id, count } of sets.flatMap((set) => set.cells)) {
    if (cells.has(id) && cells.get(id) !== count) {
      return fail({
        code: "counts-differ",
        path: ["cells", id],
        message: "Two tables give this cell different counts.",
        hint: "Freeze one snapshot and make every table from it.",
      });
    }
    cells.set(id, count);
  }
  return ok({
    cells: [...cells].map(([id, count]) => ({ id, count })),
    sums: sets.flatMap((set) => set.sums),
  });
}

function tableIssues({ rows, columns, counts, groups }: CountTable): Issue[] {
  const issues: Issue[] = [];
  if (counts.length !== rows.length || (groups && groups.length !== rows.length)) {
    issues.push({ code: "ragged", path: ["counts"], message: `Expected ${rows.length} rows.` });
  }
  for (const [name, list] of [
    ["rows", rows],
    ["columns", columns],
  ] as const) {
    if (new Set(list).size !== list.length || list.includes(ALL)) {
      issues.push({
        code: "duplicate-name",
        path: [name],
        message: "Names must differ, and none may be a star.",
      });
    }
  }
  counts.forEach((row, i) => {
    if (row.length !== columns.length) {
      issues.push({ code: "ragged", path: ["counts", i], message: `Expected ${columns.length} counts.` });
    }
    row.forEach((count, j) => {
      if (!(Number.isInteger(count) && count >= 0)) {
        issues.push({
          code: "not-a-count",
          path: ["counts", i, j],
          message: "Expected a whole number from 0 up.",
        });
      }
    });
  });
  return issues;
}
