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
  }
  teams.forEach((team, g) => {
    const fixed = scope.blocks?.[g];
    if (fixed) {
      for (const p of fixed) for (const t of team.members) left[t * periods + p] = 0;
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
    for (let p = 0; p < periods; p++) {
      const room = left[r * periods + p]!;
      if (other >= 0 && left[other * periods + p]! <= Math.min(1, room)) continue;
      let most = 0;
      for (const column of covering[r * periods + p] ?? []) {
        rows.add(column, 1);
        most += upper[column]!;
      }
      for (const g of teamsOf.get(r) ?? []) {
        const column = block[g * periods + p]!;
        if (column < 0) continue;
        rows.add(column, room);
        most += room;
      }
      if (most > room) rows.close(-Infinity, room);
      else rows.drop();
    }
  }
  // Everybody keeps the periods that are their own.
  for (const [t, own] of teamsOf) {
    let most = 0;
    for (const g of own) {
      for (let p = 0; p < periods; p++) rows.add(block[g * periods + p]!, 1);
      most += teams[g]!.blocks;
    }
    if (most > model.blockRoom[t]!) rows.close(-Infinity, model.blockRoom[t]!);
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
  return { program, columns: { lesson, block, missing, count: costs.length } };
}

function addEffects(effects: Int32Array, counts: Int32Array): void {
  for (let i = 0; i < effects.length; i += 2) counts[effects[i]!]! += effects[i + 1]!;
}

/** Resources that are groups or students. */
export function studentsOf({ problem, resourceIds }: Model): ReadonlySet<number> {
  const kinds = new Map(problem.timetable.resources.map(({ id, kind }) => [id, kind]));
  const isStudent = (id: string) => ["group", "student"].includes(kinds.get(id) ?? "");
  return new Set(resourceIds.flatMap((id, r) => (isStudent(id) ? [r] : [])));
}

/** Classes that two members of a team or more teach, with the kinds of lessons concerned. */
function classesOf(model: Model, members: ReadonlySet<number>): { resource: number; kinds: number[] }[] {
  const found = new Map<number, { kinds: number[]; teachers: Set<number> }>();
  const students = studentsOf(model);
  model.kinds.forEach((kind, k) => {
    const teachers = [...kind.resources].filter((r) => members.has(r));
    if (teachers.length === 0) return;
    for (const r of kind.resources) {
      if (members.has(r) || !students.has(r)) continue;
      const entry = found.get(r) ?? { kinds: [], teachers: new Set() };
      entry.kinds.push(k);
      for (const t of teachers) entry.teachers.add(t);
      found.set(r, entry);
    }
  });
  const classes = [...found]
    .filter(([, entry]) => entry.teachers.size > 1)
    .map(([resource, { kinds }]) => ({ resource, kinds }))
    .sort((a, b) => b.kinds.length - a.kinds.length);
  // A class that is in no lesson without another one adds nothing to what the other one's rows say.
  const single = ({ resource }: { resource: number }) =>
    model.capacity
      .subarray(resource * model.periods, (resource + 1) * model.periods)
      .every((room) => room === 1);
  const kept: { resource: number; kinds: ReadonlySet<number> }[] = [];
  return classes.filter((entry) => {
    if (kept.some((other) => entry.kinds.every((k) => other.kinds.has(k)))) return false;
    if (single(entry)) kept.push({ resource: entry.resource, kinds: new Set(entry.kinds) });
    return true;
  });
}

/** For each resource another one that is in all its lessons and blocks, so that the other's rows say more; -1 is none. */
function impliedBy(model: Model, teamsOf: ReadonlyMap<number, readonly number[]>): Int32Array {
  const kindsOf: number[][] = Array.from({ length: model.resources }, () => []);
  model.kinds.forEach((kind, k) => {
    for (const r of kind.resources) kindsOf[r]!.push(k);
  });
  return Int32Array.from(kindsOf, (mine, r) => {
    if (mine.length === 0) return -1;
    const teams = teamsOf.get(r) ?? [];
    const scarce = mine.reduce((a, b) =>
      model.kinds[b]!.resources.length < model.kinds[a]!.resources.length ? b : a,
    );
    for (const other of model.kinds[scarce]!.resources) {
      if (other === r || kindsOf[other]!.length < mine.length) continue;
      // Of two that are always together the first one keeps its rows.
      const alike =
        kindsOf[other]!.length === mine.length && (teamsOf.get(other) ?? []).length === teams.length;
      if (alike && other > r) continue;
      const theirs = new Set(kindsOf[other]);
      if (mine.every((k) => theirs.has(k)) && teams.every((g) => teamsOf.get(other)?.includes(g)))
        return other;
    }
    return -1;
  });
}

/** Lesson columns that keep a resource busy, by resource × periods + period. */
function byResource(model: Model, lesson: Int32Array): (number[] | undefined)[] {
  const { periods } = model;
  const covering: (number[] | undefined)[] = new Array(model.resources * periods);
  model.kinds.forEach((kind, k) => {
    for (let p = 0; p < periods; p++) {
      const column = lesson[k * periods + p]!;
      if (column < 0) continue;
      for (const r of kind.resources) {
        for (let i = 0; i < kind.duration; i++) {
          const cell = r * periods + p + i;
          const list = covering[cell];
          if (list) list.push(column);
          else covering[cell] = [column];
        }
      }
    }
  });
  return covering;
}
