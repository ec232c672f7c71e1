import { Simplex } from "./linear-program.js";
import type { PublishedSet } from "./published-set.js";

/** What an outsider can work out about one suppressed cell. */
export interface Exposure {
  readonly id: string;
  /** Least and greatest count that fit everything published. */
  readonly low: number;
  readonly high: number;
}

/**
 * The attacker: works out every suppressed cell from what stays published, as a neighbour with a spreadsheet or a student
 * of operations research would. Solves the whole system, all tables and levels at once, for the least and greatest value of
 * each cell (counts are not negative). `high` is Infinity where nothing bounds a cell.
 */
export function attack(set: PublishedSet, suppressed: ReadonlySet<string>): Exposure[] {
  const counts = new Map(set.cells.map(({ id, count }) => [id, count]));
  return components(set, suppressed).flatMap((part) => [...solve(part, counts)]);
}

/** Whether the attacker bounds some suppressed cell to a range narrower than `width`; stops at the first one. */
export function isExposed(set: PublishedSet, suppressed: ReadonlySet<string>, width: number): boolean {
  const counts = new Map(set.cells.map(({ id, count }) => [id, count]));
  for (const part of components(set, suppressed)) {
    for (const { low, high } of solve(part, counts)) if (high - low < width) return true;
  }
  return false;
}

interface Component {
  readonly ids: readonly string[];
  readonly equations: readonly {
    readonly plus: readonly string[];
    readonly minus: readonly string[];
    readonly known: number;
  }[];
}

/** Suppressed cells that hang together through an equation; most sets fall into small parts. */
function components(set: PublishedSet, suppressed: ReadonlySet<string>): Component[] {
  const counts = new Map(set.cells.map(({ id, count }) => [id, count]));
  const equations = set.sums
    .map(({ total, parts }) => {
      const open = parts.filter((id) => suppressed.has(id));
      const shown = parts.reduce((sum, id) => sum + (suppressed.has(id) ? 0 : counts.get(id)!), 0);
      return suppressed.has(total)
        ? { plus: open, minus: [total], known: -shown }
        : { plus: open, minus: [], known: counts.get(total)! - shown };
    })
    .filter(({ plus, minus }) => plus.length + minus.length > 0);
  const leader = new Map([...suppressed].map((id) => [id, id]));
  const find = (id: string): string => {
    let root = id;
    while (leader.get(root) !== root) root = leader.get(root)!;
    leader.set(id, root);
    return root;
  };
  for (const { plus, minus } of equations) {
    const first = plus[0] ?? minus[0]!;
    for (const id of [...plus, ...minus]) leader.set(find(id), find(first));
  }
  const parts = new Map<string, { ids: string[]; equations: Component["equations"][number][] }>();
  for (const id of suppressed) {
    const root = find(id);
    if (!parts.has(root)) parts.set(root, { ids: [], equations: [] });
    parts.get(root)!.ids.push(id);
  }
  for (const equation of equations)
    parts.get(find(equation.plus[0] ?? equation.minus[0]!))!.equations.push(equation);
  return [...parts.values()];
}

function* solve({ ids, equations }: Component, counts: ReadonlyMap<string, number>): Generator<Exposure> {
  const place = new Map(ids.map((id, j) => [id, j]));
  const rows = equations.map(({ plus, minus }) => {
    const row = new Array<number>(ids.length).fill(0);
    for (const id of plus) row[place.get(id)!]! += 1;
    for (const id of minus) row[place.get(id)!]! -= 1;
    return row;
  });
  const program = new Simplex({
    rows,
    right: equations.map(({ known }) => known),
    upper: ids.map(() => Number.POSITIVE_INFINITY),
  });
  // A set that contradicts itself tells an outsider nothing certain; take the worst, that each cell is known.
  if (!program.feasible) {
    for (const id of ids) yield { id, low: counts.get(id)!, high: counts.get(id)! };
    return;
  }
  const cost = new Float64Array(ids.length);
  for (const [j, id] of ids.entries()) {
    cost[j] = 1;
    const low = program.minimise(cost);
    cost[j] = -1;
    const high = -program.minimise(cost);
    cost[j] = 0;
    // Counts are whole: an outsider rounds a bound of 2.5 up to 3.
    yield { id, low: Math.ceil(low - 1e-6) + 0, high: Math.floor(high + 1e-6) };
  }
}
