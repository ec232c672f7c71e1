import type { MoveCells } from "./move-cells.js";

/**
 * Moves in an order in which every step is possible: whoever stands in the way has left before, and where students are
 * concerned the lesson that leaves and the one that comes change places at once. Moves that wait for each other in a
 * circle are one step, in which each lesson is followed by the one whose place it takes. Steps are strongly connected
 * components in topological order (Tarjan 1972).
 */
export function stepsOf(moves: readonly number[], cells: MoveCells): number[][] {
  const own = new Set(moves);
  const before = new Map<number, Set<number>>(moves.map((index) => [index, new Set<number>()]));
  for (const { leaving, entering, students } of cells.byCell.values()) {
    for (const next of entering) {
      if (!own.has(next)) continue;
      for (const first of leaving) {
        if (first === next) continue;
        before.get(next)!.add(first);
        if (students) before.get(first)?.add(next);
      }
    }
  }
  const follows = displaced(cells);
  return components(moves, before).map((step) => chained(step, follows));
}

/** For each move those that leave the students' periods which it enters. */
function displaced({ byCell }: MoveCells): ReadonlyMap<number, readonly number[]> {
  const follows = new Map<number, number[]>();
  for (const { leaving, entering, students } of byCell.values()) {
    if (!students) continue;
    for (const move of entering) follows.set(move, [...(follows.get(move) ?? []), ...leaving]);
  }
  return follows;
}

/** The moves of one step class by class, each followed by the one whose place it takes. */
function chained(step: readonly number[], follows: ReadonlyMap<number, readonly number[]>): number[] {
  const left = new Set(step);
  const order: number[] = [];
  for (const first of step) {
    for (let next: number | undefined = first; next !== undefined && left.delete(next); ) {
      order.push(next);
      next = follows.get(next)?.find((move) => left.has(move));
    }
  }
  return order;
}

/** Strongly connected components, those that others wait for first. */
function components(nodes: readonly number[], before: ReadonlyMap<number, ReadonlySet<number>>): number[][] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const found: number[][] = [];
  const visit = (node: number): void => {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    open.push(node);
    for (const next of before.get(node)!) {
      if (!order.has(next)) {
        visit(next);
        low.set(node, Math.min(low.get(node)!, low.get(next)!));
      } else if (open.includes(next)) low.set(node, Math.min(low.get(node)!, order.get(next)!));
    }
    if (low.get(node) !== order.get(node)) return;
    const component = open.splice(open.indexOf(node));
    found.push(component.sort((a, b) => a - b));
  };
  for (const node of nodes) if (!order.has(node)) visit(node);
  return found;
}
