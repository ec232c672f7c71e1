import { studentsOf } from "./cliques.js";
import type { Explained } from "./explain.js";
import type { Model, ModelTeam } from "./model.js";
import type { Program } from "./program.js";
import { RowWriter } from "./row-writer.js";
import type { Solver } from "./solver.js";

/** Branch-and-bound nodes for one period; one that takes more stays open. */
const NODES = 100;

/**
 * What counting shows, with periods closed to the teams that miss blocks in a week: see {@link closePeriods}. Every
 * reason is a proof.
 */
export function withSpared(
  model: Model,
  explained: Explained,
  block: Int32Array,
  solver: Solver,
  shouldStop?: () => boolean,
): Explained {
  if (model.cover) return explained; // where others take lessons over, nobody has to teach
  let next = 0;
  const lacks = model.teams.map(({ blocks }) => {
    next += blocks;
    return block.subarray(next - blocks, next).some((p) => p < 0);
  });
  const reachable = closePeriods(model, solver, (g) => lacks[g]!, shouldStop);
  const most = explained.most.map((blocks, g) => Math.min(blocks, reachable[g]!));
  const alone = model.teams.reduce((sum, { blocks }, g) => sum + blocks - most[g]!, 0);
  return {
    most,
    missing: Math.max(explained.missing, alone),
    why(team, blocks, missed) {
      const days = most[team]!;
      if (blocks < days || days === explained.most[team]) return explained.why(team, blocks, missed);
      const values = { wanted: model.teams[team]!.blocks, days };
      return { code: days === 0 ? "never-spared" : "days-spared", values };
    },
  };
}

/**
 * Closes periods to a team in which somebody of it must teach, however lessons are moved: all classes that are at school
 * then cannot be taught without the team, because lessons that go together, fixed times, colleagues and rooms stand
 * against it. Each closed period is shown by an exact search over that one period. Returns how many blocks each team can
 * have at most; teams that are not asked about keep their periods.
 */
function closePeriods(
  model: Model,
  solver: Solver,
  asked: (team: number) => boolean,
  shouldStop?: () => boolean,
): number[] {
  const classes = classesAtSchool(model);
  const forced = forcedLessons(model);
  for (let p = 0; p < model.periods; p++) {
    // Who teaches in a week already known: what serves one team often serves another.
    const covers: ReadonlySet<number>[] = [];
    model.teams.forEach(({ members, allowed }, g) => {
      if (!allowed[p] || !asked(g) || shouldStop?.()) return;
      if (covers.some((busy) => members.every((t) => !busy.has(t)))) return;
      const cover = coverOf(model, p, new Set(members), classes[p]!, forced);
      const answer = cover && solver.solve(cover.program, { nodes: NODES });
      if (!cover || answer!.status === "infeasible") allowed[p] = 0;
      else if (answer!.values) covers.push(busyIn(model, cover.kinds, answer!.values));
    });
  }
  return model.teams.map((team) => mostOf(model, team));
}

/** Blocks that a team can have at most by the periods open to it. */
function mostOf(model: Model, { allowed, blocks }: ModelTeam): number {
  const perDay = new Int32Array(model.days);
  allowed.forEach((open, p) => {
    perDay[model.dayOf[p]!]! += open;
  });
  return Math.min(
    blocks,
    perDay.reduce((sum, open) => sum + Math.min(open, model.blocksPerDay), 0),
  );
}

function busyIn({ kinds }: Model, columns: readonly number[], values: Float64Array): ReadonlySet<number> {
  return new Set(columns.flatMap((k, column) => (values[column]! > 0.5 ? [...kinds[k]!.resources] : [])));
}

/** Groups and students that have a lesson, by period: moving lessons changes no student's day. */
function classesAtSchool(model: Model): ReadonlySet<number>[] {
  const students = studentsOf(model);
  const found = Array.from({ length: model.periods }, () => new Set<number>());
  model.today.forEach((start, o) => {
    const { resources, duration } = model.kinds[model.kindOf[o]!]!;
    for (const r of resources)
      for (let p = start; students.has(r) && p < start + duration; p++) found[p]!.add(r);
  });
  return found;
}

/** The only start of each kind that has just one; -1 for the others. */
function forcedLessons({ kinds }: Model): Int32Array {
  return Int32Array.from(kinds, ({ allowed }) => {
    const only = allowed.indexOf(1);
    return only >= 0 && allowed.lastIndexOf(1) === only ? only : -1;
  });
}

/** One period without some people: who teaches every class that is at school; nothing where a fixed lesson needs them. */
function coverOf(
  model: Model,
  p: number,
  without: ReadonlySet<number>,
  atSchool: ReadonlySet<number>,
  forced: Int32Array,
): { readonly program: Program; readonly kinds: readonly number[] } | undefined {
  const { kinds, periods, capacity, limits, dayOf } = model;
  const upper: number[] = [];
  const columns: number[] = [];
  const needed: number[] = [];
  const byResource = new Map<number, number[]>([...atSchool].map((r) => [r, []]));
  const rooms = new Map<number, [number, number][]>();
  for (const [k, kind] of kinds.entries()) {
    const isTeam = kind.resources.some((r) => without.has(r));
    for (let q = Math.max(0, p - kind.duration + 1); q <= p; q++) {
      if (!kind.allowed[q] || dayOf[q] !== dayOf[p]) continue;
      if (isTeam && forced[k] === q) return undefined;
      if (isTeam) continue;
      const column = upper.length;
      upper.push(kind.occurrences.length);
      columns.push(k);
      if (forced[k] === q) needed.push(column);
      for (const r of kind.resources) listOf(byResource, r).push(column);
      const effects = kind.effects[q]!;
      for (let i = 0; i < effects.length; i += 2) {
        if (limits[effects[i]!]!.rooms) listOf(rooms, effects[i]!).push([column, effects[i + 1]!]);
      }
    }
  }
  const rows = new RowWriter();
  for (const [r, own] of byResource) {
    for (const column of own) rows.add(column, 1);
    rows.close(atSchool.has(r) ? 1 : 0, capacity[r * periods + p]!);
  }
  for (const [l, terms] of rooms) {
    for (const [column, amount] of terms) rows.add(column, amount);
    rows.close(0, limits[l]!.most);
  }
  for (const column of needed) {
    rows.add(column, 1);
    rows.close(1, Infinity);
  }
  const costs = new Float64Array(upper.length);
  return { program: { costs, upper: Float64Array.from(upper), ...rows.done() }, kinds: columns };
}

function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
