import { byResource, classesOf, impliedBy } from "./cliques.js";
import { type CoverColumns, coverColumns } from "./cover-columns.js";
import type { Model } from "./model.js";
import { fitsDay } from "./model.js";
import { RowWriter } from "./row-writer.js";

/** A mixed-integer program in sparse rows. */
export interface Program {
  readonly costs: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Which column means what. */
export interface Columns {
  /** Column of "a lesson of kind k starts at p", by k × periods + p; -1 where it may not. */
  readonly lesson: Int32Array;
  /** Column of "team g has a block at p", by g × periods + p; -1 where it may not. */
  readonly block: Int32Array;
  /** Column of a team's missing blocks. */
  readonly missing: Int32Array;
  /** Columns of "a cover teacher takes a lesson at p"; absent where nobody covers. */
  readonly cover?: CoverColumns;
  readonly count: number;
}

/** What is free in a program; everything else stands as in the given week. */
export interface Scope {
  /** Starts of all occurrences in the week that the rest keeps. */
  readonly start: Int32Array;
  /** Occurrences that may move. */
  readonly free?: Uint8Array;
  /** Blocks of teams that are not free, as period lists; a team is free where absent. */
  readonly blocks?: readonly (readonly number[] | undefined)[];
  /** How the occurrences are covered that may not move; nobody covers them where absent. */
  readonly coverOf?: Int32Array;
}

/**
 * The exact model: lessons by kind, one clique row per person and period, blocks with the members' rows.
 * Its optimum is the fewest missing blocks (weight `missingCost`) and moved periods within the scope.
 */
export function programOf(
  model: Model,
  scope: Scope,
  missingCost: number,
): { program: Program; columns: Columns } {
  const { periods, kinds, teams, dayOf } = model;
  const lesson = new Int32Array(kinds.length * periods).fill(-1);
  const block = new Int32Array(teams.length * periods).fill(-1);
  const missing = new Int32Array(teams.length).fill(-1);
  const costs: number[] = [];
  const upper: number[] = [];
  const rows = new RowWriter();

  // Room left by what stands still.
  const left = Int32Array.from(model.capacity);
  // Room that each resource has left for blocks and for lessons that it takes for others.
  const room = model.blockRoom.slice();
  const freeCount = new Int32Array(kinds.length);
  const counted = new Int32Array(model.limits.length);
  for (let o = 0; o < scope.start.length; o++) {
    const k = model.kindOf[o]!;
    if (!scope.free || scope.free[o]) {
      freeCount[k]!++;
      continue;
    }
    const kind = kinds[k]!;
    for (const r of kind.resources)
      for (let i = 0; i < kind.duration; i++) left[r * periods + scope.start[o]! + i]!--;
    addEffects(kind.effects[scope.start[o]!]!, counted);
    const option = model.cover?.options[scope.coverOf?.[o] ?? -1];
    if (!option) continue;
    addEffects(option.effects, counted);
    for (let i = 0; i < kind.duration; i++) left[option.by * periods + scope.start[o]! + i] = 0;
    room[option.by]! -= kind.duration;
    room[option.member]! += kind.duration;
  }
  teams.forEach((team, g) => {
    const fixed = scope.blocks?.[g];
    if (fixed) {
      for (const p of fixed) for (const t of team.members) left[t * periods + p] = 0;
      for (const t of team.members) room[t]! -= fixed.length;
    }
  });

  kinds.forEach((kind, k) => {
    if (freeCount[k] === 0) return;
    for (let p = 0; p < periods; p++) {
      if (!kind.allowed[p] || !fitsDay(dayOf, p, kind.duration)) continue;
      let room = freeCount[k]!;
      for (const r of kind.resources)
        for (let i = 0; i < kind.duration; i++) room = Math.min(room, left[r * periods + p + i]!);
      if (room <= 0) continue;
      lesson[k * periods + p] = costs.length;
      costs.push(kind.present[p] ? 0 : kind.weight);
      upper.push(room);
    }
  });
  teams.forEach((team, g) => {
    if (scope.blocks?.[g] || team.blocks === 0) return;
    for (let p = 0; p < periods; p++) {
      if (!team.allowed[p] || team.members.some((t) => left[t * periods + p]! < 1)) continue;
      block[g * periods + p] = costs.length;
      costs.push(0);
      upper.push(1);
    }
    missing[g] = costs.length;
    costs.push(missingCost);
    upper.push(team.blocks);
  });

  const cover = model.cover && coverColumns(model, { lesson, block, left, first: costs.length });
  for (let i = 0; i < (cover?.all.length ?? 0); i++) {
    costs.push(0);
    upper.push(1);
  }

  // Every occurrence has its place.
  kinds.forEach((_, k) => {
    if (freeCount[k] === 0) return;
    for (let p = 0; p < periods; p++) rows.add(lesson[k * periods + p]!, 1);
    rows.close(freeCount[k]!, freeCount[k]!);
  });
  // Nobody is in two places; a block takes the whole of a member's period.
  const covering = byResource(model, lesson);
  const teamsOf = new Map<number, number[]>();
  teams.forEach((team, g) => {
    for (const t of team.members) teamsOf.set(t, [...(teamsOf.get(t) ?? []), g]);
  });
  const implied = impliedBy(model, teamsOf);
  for (let r = 0; r < model.resources; r++) {
    const other = implied[r]!;
    const implies = other >= 0 && !cover?.touched.has(r) && !cover?.touched.has(other);
    for (let p = 0; p < periods; p++) {
      const cell = r * periods + p;
      const most = left[cell]!;
      if (implies && left[other * periods + p]! <= Math.min(1, most)) continue;
      const freeing = cover?.freeing.get(cell) ?? [];
      let used = 0;
      for (const column of covering[cell] ?? []) {
        rows.add(column, 1);
        used += upper[column]!;
      }
      const taking = cover?.taking.get(cell) ?? [];
      for (const { column } of taking) {
        rows.add(column, most);
        used += most;
      }
      // Where somebody else takes a lesson a block may be, but no other lesson.
      if (freeing.length > 0 && used > most) {
        rows.close(-Infinity, most);
        for (const column of covering[cell] ?? []) rows.add(column, 1);
        for (const { column } of taking) rows.add(column, most);
      }
      for (const { column } of freeing) rows.add(column, -1);
      for (const g of teamsOf.get(r) ?? []) {
        const column = block[g * periods + p]!;
        if (column < 0) continue;
        rows.add(column, most);
        used += most;
      }
      if (used > most) rows.close(-Infinity, most);
      else rows.drop();
    }
  }
  if (cover) coverRows(model, cover, { lesson, block, teamsOf, rows });
  // Everybody keeps the periods that are their own.
  for (const t of new Set([...teamsOf.keys(), ...(cover?.touched ?? [])])) {
    let most = 0;
    for (const g of teamsOf.get(t) ?? []) {
      for (let p = 0; p < periods; p++) rows.add(block[g * periods + p]!, 1);
      if (missing[g]! >= 0) most += teams[g]!.blocks;
    }
    for (const { column, option } of cover?.all ?? []) {
      const { duration } = kinds[option.kind]!;
      if (option.member === t) rows.add(column, -duration);
      if (option.by !== t) continue;
      rows.add(column, duration);
      most += duration;
    }
    if (most > room[t]!) rows.close(-Infinity, room[t]!);
    else rows.drop();
  }
  // Daily limits and the school's counting rules.
  const terms: [number, number][][] = model.limits.map(() => []);
  kinds.forEach((kind, k) => {
    for (let p = 0; p < periods; p++) {
      const column = lesson[k * periods + p]!;
      const effects = kind.effects[p]!;
      if (column < 0) continue;
      for (let i = 0; i < effects.length; i += 2) terms[effects[i]!]!.push([column, effects[i + 1]!]);
    }
  });
  for (const { column, option } of cover?.all ?? []) {
    for (let i = 0; i < option.effects.length; i += 2)
      terms[option.effects[i]!]!.push([column, option.effects[i + 1]!]);
  }
  model.limits.forEach((limit, l) => {
    let most = counted[l]!;
    for (const [column, amount] of terms[l]!) {
      rows.add(column, amount);
      most += upper[column]! * amount;
    }
    if (most > limit.most || limit.least > counted[l]!)
      rows.close(limit.least - counted[l]!, limit.most - counted[l]!);
    else rows.drop();
  });
  // While a team plans, each class is with somebody else: the class's lessons with any member and the block exclude
  // each other. Follows from the rows above for whole numbers; without it a relaxation shares a teacher by halves.
  teams.forEach((team, g) => {
    if (missing[g]! < 0) return;
    const members = new Set(team.members);
    for (const { resource, kinds: taught } of classesOf(model, members)) {
      for (let p = 0; p < periods; p++) {
        if (block[g * periods + p]! < 0 || left[resource * periods + p] !== 1) continue;
        let found = 0;
        for (const k of taught) {
          for (let q = Math.max(0, p - kinds[k]!.duration + 1); q <= p; q++) {
            if (lesson[k * periods + q]! < 0) continue;
            rows.add(lesson[k * periods + q]!, 1);
            for (const { column, option } of cover?.ofLesson.get(k * periods + q) ?? [])
              if (members.has(option.member)) rows.add(column, -1);
            found++;
          }
        }
        rows.add(block[g * periods + p]!, 1);
        if (found > 1) rows.close(-Infinity, 1);
        else rows.drop();
      }
    }
  });
  // Blocks wanted, and how many of them a day.
  teams.forEach((team, g) => {
    if (missing[g]! < 0) return;
    for (let p = 0; p < periods; p++) rows.add(block[g * periods + p]!, 1);
    rows.add(missing[g]!, 1);
    rows.close(team.blocks, Infinity);
    for (let day = 0; day < model.days; day++) {
      let found = 0;
      for (let p = 0; p < periods; p++) {
        if (dayOf[p] !== day || block[g * periods + p]! < 0) continue;
        rows.add(block[g * periods + p]!, 1);
        found++;
      }
      if (found > model.blocksPerDay) rows.close(-Infinity, model.blocksPerDay);
      else rows.drop();
    }
  });
  const program = { costs: Float64Array.from(costs), upper: Float64Array.from(upper), ...rows.done() };
  const columns = { lesson, block, missing, ...(cover && { cover }), count: costs.length };
  return { program, columns };
}

/** A lesson is covered at most once, where it stands, and only while the member whose lesson it is has a block. */
function coverRows(
  { periods, kinds }: Model,
  { ofLesson }: CoverColumns,
  {
    lesson,
    block,
    teamsOf,
    rows,
  }: Pick<Columns, "lesson" | "block"> & {
    readonly teamsOf: ReadonlyMap<number, readonly number[]>;
    readonly rows: RowWriter;
  },
): void {
  for (const [key, columns] of ofLesson) {
    for (const { column } of columns) rows.add(column, 1);
    rows.add(lesson[key]!, -1);
    rows.close(-Infinity, 0);
    for (const member of new Set(columns.map(({ option }) => option.member))) {
      const mine = columns.filter(({ option }) => option.member === member);
      for (const { column } of mine) rows.add(column, 1);
      const { option, start } = mine[0]!;
      for (let i = 0; i < kinds[option.kind]!.duration; i++)
        for (const g of teamsOf.get(member) ?? []) rows.add(block[g * periods + start + i]!, -1);
      rows.close(-Infinity, 0);
    }
  }
}

function addEffects(effects: Int32Array, counts: Int32Array): void {
  for (let i = 0; i < effects.length; i += 2) counts[effects[i]!]! += effects[i + 1]!;
}
