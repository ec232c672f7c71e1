import { IssueError } from "@collegium/schema";

/** A square table of counts: rows by the first scorer, columns by the second. */
export type AgreementTable = readonly (readonly number[])[];

/** How near misses count: not at all, by steps, by squared steps. */
export type KappaWeights = "none" | "linear" | "quadratic";

/** Agreement beyond chance of two scorers. */
export interface Kappa {
  readonly n: number;
  /** Weighted share of agreement seen, and expected from each scorer's own habits. */
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number;
  /** Large-sample standard error (Fleiss, Cohen and Everitt 1969). */
  readonly standardError: number;
}

/**
 * Cohen's kappa of two scorers, plain or weighted for ordered levels.
 * Null for an empty table or where both scorers always gave the same one level: chance then explains everything.
 * @example
 * ```ts
 * cohenKappa([[10, 0], [0, 10]], "none")?.kappa; // => 1
 * ```
 */
export function cohenKappa(table: AgreementTable, weights: KappaWeights): Kappa | null {
  requireSquare(table);
  const c = table.length;
  const n = table.flat().reduce((a, b) => a + b, 0);
  if (n === 0 || c < 2) return null;
  const p = table.map((row) => row.map((count) => count / n));
  const rows = p.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = p.map((_, j) => p.reduce((sum, row) => sum + row[j]!, 0));
  const w = (i: number, j: number) => weightOf(weights, i, j, c);
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < c; j++) {
      observed += w(i, j) * p[i]![j]!;
      expected += w(i, j) * rows[i]! * columns[j]!;
    }
  }
  if (1 - expected < 1e-12) return null;
  const kappa = (observed - expected) / (1 - expected);
  const rowMeans = p.map((_, i) => columns.reduce((sum, share, j) => sum + w(i, j) * share, 0));
  const columnMeans = p.map((_, j) => rows.reduce((sum, share, i) => sum + w(i, j) * share, 0));
  let spread = 0;
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < c; j++) {
      spread += p[i]![j]! * (w(i, j) - (rowMeans[i]! + columnMeans[j]!) * (1 - kappa)) ** 2;
    }
  }
  const error = spread - (kappa - expected * (1 - kappa)) ** 2;
  return { n, observed, expected, kappa, standardError: Math.sqrt(Math.max(0, error) / n) / (1 - expected) };
}

function weightOf(weights: KappaWeights, i: number, j: number, c: number): number {
  const step = Math.abs(i - j) / (c - 1);
  if (weights === "linear") return 1 - step;
  return weights === "quadratic" ? 1 - step * step : i === j ? 1 : 0;
}

/** Share of pieces on which two scorers are at most `within` levels apart; null for an empty table. */
export function shareWithin(table: AgreementTable, within: number): number | null {
  requireSquare(table);
  const n = table.flat().reduce((a, b) => a + b, 0);
  if (n === 0) return null;
  let near = 0;
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      if (Math.abs(i - j) <= within) near += count;
    });
  });
  return near / n;
}

/** Table of two scorers' levels over the pieces both scored; levels in the order given. */
export function agreementTable(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  levels: readonly number[],
): number[][] {
  const table = levels.map(() => levels.map(() => 0));
  first.forEach((a, s) => {
    const b = second[s] ?? null;
    if (a === null || b === null) return;
    const [i, j] = [levels.indexOf(a), levels.indexOf(b)];
    if (i < 0 || j < 0) throw unknownLevel(s);
    table[i]![j]!++;
  });
  return table;
}

function unknownLevel(piece: number): IssueError {
  return new IssueError([
    {
      code: "unknown-level",
      path: ["ratings", piece],
      message: "A rating is not one of the levels of the rubric.",
    },
  ]);
}

function requireSquare(table: AgreementTable): void {
  for (const row of table) {
    if (row.length !== table.length || row.some((count) => !(count >= 0 && Number.isFinite(count)))) {
      throw new IssueError([
        { code: "not-a-square-table", path: ["table"], message: "Expected a square table of counts." },
      ]);
    }
  }
}
