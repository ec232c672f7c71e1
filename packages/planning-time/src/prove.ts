import type { Snapshot } from "./anneal.js";
import type { Model } from "./model.js";
import { type Columns, programOf } from "./program.js";
import type { Bound } from "./report.js";
import type { Solver } from "./solver.js";

/** What an exact search over the whole week showed. */
export interface Proof {
  readonly bound: Bound;
  readonly better?: Snapshot;
}

/** Searches the whole week exactly, from a plan already found. */
export function prove(
  model: Model,
  best: Snapshot,
  solver: Solver,
  limits: {
    readonly weight: number | undefined;
    readonly shouldStop: (() => boolean) | undefined;
    readonly nodes: number | undefined;
  },
): Proof {
  const missingCost = limits.weight ?? 1000;
  const { program, columns } = programOf(model, { start: model.today }, missingCost);
  if (best.missing === 0) for (const column of columns.missing) if (column >= 0) program.upper[column] = 0;
  const relaxed = solver.solve(program, {
    relaxed: true,
    ...(limits.shouldStop && { shouldStop: limits.shouldStop }),
  });
  if (relaxed.status !== "optimal" || !relaxed.reduced) return { bound: { missing: 0, moved: 0 } };
  const cost = missingCost * best.missing + best.moved;
  for (let c = 0; c < columns.count; c++) {
    if (relaxed.objective + relaxed.reduced[c]! > cost - 1 + 1e-6 && program.upper[c]! > 0) {
      program.upper[c] = 0;
    }
  }
  const floor = Math.ceil(relaxed.objective - 1e-6);
  if (floor >= cost) return { bound: boundOf(floor, best, missingCost) };
  const answer = solver.solve(program, {
    ...(limits.shouldStop && { shouldStop: limits.shouldStop }),
    ...(limits.nodes !== undefined && { nodes: limits.nodes }),
    cutoff: cost - 0.5,
  });
  const better =
    answer.values && answer.objective < cost - 0.5 ? snapshotOf(model, columns, answer.values) : undefined;
  const shown = Math.min(cost, Math.max(floor, Math.ceil(answer.bound - 1e-6)));
  return {
    bound: boundOf(better ? Math.min(shown, answer.objective) : shown, better ?? best, missingCost),
    ...(better && { better }),
  };
}

/** A bound on cost as bounds on blocks and moves. */
function boundOf(cost: number, best: Snapshot, missingCost: number): Bound {
  const missing = Math.min(best.missing, Math.floor(cost / missingCost + 1e-9));
  return { missing, moved: Math.max(0, Math.round(cost - missingCost * best.missing)) };
}

/** The week that a solution of the exact model describes. */
export function snapshotOf(model: Model, columns: Columns, values: Float64Array): Snapshot {
  const { periods } = model;
  const start = model.today.slice();
  let moved = 0;
  model.kinds.forEach((kind, k) => {
    const places: number[] = [];
    for (let p = 0; p < periods; p++) {
      const column = columns.lesson[k * periods + p]!;
      const count = column < 0 ? 0 : Math.round(values[column]!);
      for (let i = 0; i < count; i++) places.push(p);
      if (!kind.present[p]) moved += count * kind.duration;
    }
    kind.occurrences.forEach((o, i) => {
      start[o] = places[i]!;
    });
  });
  const block: number[] = [];
  let missing = 0;
  model.teams.forEach((team, g) => {
    const found: number[] = [];
    for (let p = 0; p < periods && found.length < team.blocks; p++) {
      const column = columns.block[g * periods + p]!;
      if (column >= 0 && Math.round(values[column]!) > 0) found.push(p);
    }
    missing += team.blocks - found.length;
    while (found.length < team.blocks) found.push(-1);
    block.push(...found);
  });
  return { start, block: Int32Array.from(block), missing, moved };
}
