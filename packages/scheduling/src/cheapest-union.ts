/** Steps after which the best choice found so far is taken. */
const STEPS = 20_000;

/** People with the same set. */
interface Group {
  readonly set: ReadonlySet<number>;
  readonly count: number;
}

/**
 * Adds so many of the sets to a first one that the union grows least; none where there are too few sets.
 * Searches all choices, leaving out those that a bound shows to be no better: a set that is not inside the union costs
 * one item at least, and one more item completes no more sets than it stands in. Exact unless more than 20,000 choices
 * are left after that, which takes dozens of people with long, entangled sets; then the best found is given.
 */
export function cheapestUnion(
  sets: readonly ReadonlySet<number>[],
  wanted: number,
  start: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  if (wanted <= 0) return start;
  if (wanted > sets.length) return undefined;
  const groups = grouped(sets);
  let best = greedy(groups, wanted, start);
  let steps = 0;
  const choose = (chosen: ReadonlySet<number>, rest: readonly Group[], left: number) => {
    const open = rest.filter(({ set }) => !isInside(set, chosen));
    const missing =
      left - rest.reduce((sum, group) => sum + (isInside(group.set, chosen) ? group.count : 0), 0);
    if (missing <= 0) {
      if (chosen.size < best.size) best = chosen;
      return;
    }
    if (chosen.size + leastItems(open, chosen, missing) >= best.size || ++steps > STEPS) return;
    for (const [at, { set, count }] of open.entries()) {
      choose(union([chosen, set]), open.slice(at + 1), missing - count);
    }
  };
  choose(start, groups, wanted);
  return best;
}

/** The union of sets. */
export function union(sets: readonly ReadonlySet<number>[]): Set<number> {
  const all = new Set<number>();
  for (const set of sets) for (const item of set) all.add(item);
  return all;
}

/** Largest groups with the smallest sets first. */
function grouped(sets: readonly ReadonlySet<number>[]): Group[] {
  const groups = new Map<string, { set: ReadonlySet<number>; count: number }>();
  for (const set of sets) {
    const key = [...set].sort((a, b) => a - b).join();
    const group = groups.get(key) ?? { set, count: 0 };
    group.count++;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.set.size - b.set.size || b.count - a.count);
}

/** Fewest further items that could complete so many sets: the items that stand in most of them. */
function leastItems(groups: readonly Group[], chosen: ReadonlySet<number>, missing: number): number {
  const uses = new Map<number, number>();
  for (const { set, count } of groups) {
    for (const item of set) if (!chosen.has(item)) uses.set(item, (uses.get(item) ?? 0) + count);
  }
  let left = missing;
  let items = 0;
  for (const count of [...uses.values()].sort((a, b) => b - a)) {
    if (left <= 0) break;
    left -= count;
    items++;
  }
  return left > 0 ? Number.POSITIVE_INFINITY : items;
}

/** A choice that is good already: each step takes the group that adds least for each of its people. */
function greedy(groups: readonly Group[], wanted: number, start: ReadonlySet<number>): ReadonlySet<number> {
  let chosen = start;
  let left = wanted;
  const rest = [...groups];
  while (left > 0) {
    const cost = rest.map(({ set, count }) => added(set, chosen) / Math.min(count, left));
    const [next] = rest.splice(cost.indexOf(Math.min(...cost)), 1);
    chosen = union([chosen, next!.set]);
    left -= next!.count;
  }
  return chosen;
}

function added(set: ReadonlySet<number>, chosen: ReadonlySet<number>): number {
  let count = 0;
  for (const item of set) if (!chosen.has(item)) count++;
  return count;
}

function isInside(set: ReadonlySet<number>, chosen: ReadonlySet<number>): boolean {
  return added(set, chosen) === 0;
}
