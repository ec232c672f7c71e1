import type { Model } from "./model.js";
import { type Level, shareMissing, type Term, type Terms } from "./objective.js";
import type { Columns, Program, Scope } from "./program.js";
import { Extension, type Sum } from "./program-extension.js";

/** An exact model with the terms of the objective as sums of its columns, within its scope. */
export interface TermColumns {
  readonly program: Program;
  readonly sums: Readonly<Record<Term, Sum>>;
  /** Column of "this person's week changes", by resource; -1 where it cannot, or does anyhow. */
  readonly touched: Int32Array;
  /** Column of what the worst share of the free teams is above the others'; -1 where nobody asks. */
  readonly fairness: number;
  /** The worst share of the teams whose blocks stand. */
  readonly standing: number;
}

/** States the terms that are asked for in an exact model; the others stay empty sums. */
export function termColumns(
  model: Model,
  scope: Scope,
  exact: { readonly program: Program; readonly columns: Columns },
  asked: ReadonlySet<Term>,
): TermColumns {
  const { columns } = exact;
  const { periods, kinds, teams } = model;
  const sums: Record<Term, [number, number][]> = {
    missing: [...columns.missing].flatMap((column) => (column < 0 ? [] : [[column, 1]])),
    fairness: [],
    moved: [],
    touched: [],
    cover: [],
    unpopular: [],
  };
  const more = new Extension(exact.program);
  const free = Uint8Array.from(scope.start, (_, o) => (scope.free ? scope.free[o]! : 1));
  const away = new Int32Array(model.resources);
  scope.start.forEach((p, o) => {
    const kind = kinds[model.kindOf[o]!]!;
    if (!free[o] && !kind.present[p]) for (const r of kind.resources) away[r]!++;
  });
  scope.coverOf?.forEach((option, o) => {
    if (option < 0 || free[o]) return;
    const { member, by } = model.cover!.options[option]!;
    away[member]!++;
    away[by]!++;
  });
  // Lessons away from today's starts, by person and period.
  const cells = new Map<number, number[]>();
  kinds.forEach((kind, k) => {
    for (let p = 0; p < periods; p++) {
      const column = columns.lesson[k * periods + p]!;
      if (column < 0 || kind.present[p]) continue;
      sums.moved.push([column, kind.weight]);
      if (!asked.has("touched")) continue;
      for (const r of kind.resources) {
        if (!model.people[r] || away[r]! > 0) continue;
        for (let d = 0; d < kind.duration; d++) {
          const cell = r * periods + p + d;
          const list = cells.get(cell);
          if (list) list.push(column);
          else cells.set(cell, [column]);
        }
      }
    }
  });
  // Whoever covers or is covered has another week as well; he does so once in a period.
  for (const { column, option, start } of columns.cover?.all ?? []) {
    const { member, by, kind } = option;
    if (asked.has("cover")) sums.cover.push([column, kinds[kind]!.duration]);
    if (!asked.has("touched")) continue;
    for (const r of [member, by]) {
      if (away[r]! > 0) continue;
      const cell = r * periods + start;
      const list = cells.get(cell);
      if (list) list.push(column);
      else cells.set(cell, [column]);
    }
  }
  const touched = new Int32Array(model.resources).fill(-1);
  for (const [cell, lessons] of cells) {
    const r = Math.floor(cell / periods);
    if (touched[r]! < 0) {
      touched[r] = more.column(1);
      sums.touched.push([touched[r]!, 1]);
    }
    const most = Math.min(model.capacity[cell]! * (columns.cover ? 2 : 1), lessons.length);
    more.row([...lessons.map((column) => [column, 1] as const), [touched[r]!, -most]], -Infinity, 0);
  }
  if (asked.has("unpopular")) {
    columns.block.forEach((column, i) => {
      if (column >= 0 && model.unpopular[i % periods]) sums.unpopular.push([column, 1]);
    });
  }
  let fairness = -1;
  let standing = 0;
  if (asked.has("fairness") && sums.missing.length > 0) {
    teams.forEach(({ blocks }, g) => {
      const fixed = scope.blocks?.[g];
      if (fixed) standing = Math.max(standing, shareMissing(blocks - fixed.length, blocks));
    });
    fairness = more.column(100 - standing);
    sums.fairness.push([fairness, 1]);
    teams.forEach(({ blocks }, g) => {
      const column = columns.missing[g]!;
      if (column < 0) return;
      const share = [[column, 100] as const, [fairness, -blocks] as const];
      more.row(share, -Infinity, blocks * standing);
    });
  }
  return { program: more.done(), sums, touched, fairness, standing };
}

/** The values of all columns in a week that keeps the scope. */
export function valuesOf(
  model: Model,
  columns: Columns,
  stated: TermColumns,
  scope: Scope,
  blocks: (team: number) => readonly number[],
): Float64Array {
  const { periods, kinds, kindOf, teams } = model;
  const values = new Float64Array(stated.program.costs.length);
  scope.start.forEach((p, o) => {
    if (scope.free && !scope.free[o]) return;
    const k = kindOf[o]!;
    values[columns.lesson[k * periods + p]!]!++;
    if (kinds[k]!.present[p]) return;
    for (const r of kinds[k]!.resources) if (stated.touched[r]! >= 0) values[stated.touched[r]!] = 1;
  });
  scope.coverOf?.forEach((number, o) => {
    if (number < 0 || scope.free?.[o] === 0) return;
    const option = model.cover!.options[number]!;
    const found = columns
      .cover!.ofLesson.get(option.kind * periods + scope.start[o]!)
      ?.find((column) => column.option === option);
    if (!found) return;
    values[found.column] = 1;
    for (const r of [option.member, option.by]) if (stated.touched[r]! >= 0) values[stated.touched[r]!] = 1;
  });
  teams.forEach((team, g) => {
    if (columns.missing[g]! < 0) return;
    const own = blocks(g);
    for (const p of own) values[columns.block[g * periods + p]!] = 1;
    values[columns.missing[g]!] = team.blocks - own.length;
    if (stated.fairness < 0) return;
    const above = shareMissing(team.blocks - own.length, team.blocks) - stated.standing;
    values[stated.fairness] = Math.max(values[stated.fairness]!, above);
  });
  return values;
}

/** What columns with these values add up to, term by term. */
export function sumsIn({ sums }: TermColumns, values: Float64Array): Terms {
  const add = (sum: Sum) => sum.reduce((total, [column, amount]) => total + amount * values[column]!, 0);
  return {
    missing: add(sums.missing),
    fairness: add(sums.fairness),
    moved: add(sums.moved),
    touched: add(sums.touched),
    cover: add(sums.cover),
    unpopular: add(sums.unpopular),
  };
}

/** The program with prices, in which each of some levels is at most what it is in other terms. */
export function priced(
  { program, sums }: TermColumns,
  prices: Readonly<Record<Term, number>>,
  kept: readonly Level[],
  most: Terms,
): Program {
  const more = new Extension(program);
  const { costs } = more;
  costs.fill(0);
  for (const term of Object.keys(sums) as Term[])
    for (const [column, amount] of sums[term]) costs[column]! += prices[term] * amount;
  for (const level of kept) {
    const row = level.flatMap(([term, weight]) =>
      sums[term].map(([column, amount]) => [column, weight * amount] as const),
    );
    const limit = level.reduce((sum, [term, weight]) => sum + weight * most[term], 0);
    if (row.length > 0) more.row(row, -Infinity, limit);
  }
  return more.done();
}
