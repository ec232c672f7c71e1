import { fail, ok, type Result } from "@collegium/schema";
import { attack, type Exposure, isExposed } from "./attack.js";
import { Simplex } from "./linear-program.js";
import type { PublishedSet } from "./published-set.js";

/** A policy of publication; the numbers are a school's or state's decision. */
export interface DisclosurePolicy {
  /** Smallest count of students that may be shown; 10 in most states. */
  readonly minimum: number;
  /** Narrowest range to which an outsider may work out a suppressed count; at least 1, 5 by default. */
  readonly width?: number;
  /** Cells that must stay as they were published before: a frozen snapshot against comparison between years. */
  readonly alreadyPublished?: ReadonlySet<string>;
  /** Cells suppressed for another reason, for example all or none of a group. */
  readonly also?: ReadonlySet<string>;
}

/** What may be published, with the proof. */
export interface ProtectedSet {
  /** Suppressed because they are small. */
  readonly primary: ReadonlySet<string>;
  /** Suppressed so that the small ones cannot be worked out. */
  readonly complementary: ReadonlySet<string>;
  readonly suppressed: ReadonlySet<string>;
  /** Cells that stay published. */
  readonly published: number;
  /** The attacker's result on what stays published: every range at least `width` wide. */
  readonly exposures: readonly Exposure[];
}

/**
 * Chooses what to suppress in a set of linked tables so that no suppressed count can be worked out, and proves it by
 * attack: primary (0 < n < minimum), then complementary cells across all tables and levels at once.
 * Guarantees that no suppressed cell, primary or complementary, is bounded to a range narrower than `width` by everything
 * that stays published; where that cannot be reached, nothing may be published.
 *
 * Issue code: `cannot-be-protected`.
 */
export function protect(set: PublishedSet, policy: DisclosurePolicy): Result<ProtectedSet> {
  const { minimum, width = 5, alreadyPublished = new Set<string>(), also = new Set<string>() } = policy;
  const counts = new Map(set.cells.map(({ id, count }) => [id, count]));
  const primary = new Set(
    set.cells.filter(({ id, count }) => (count > 0 && count < minimum) || also.has(id)).map(({ id }) => id),
  );
  for (const id of primary) if (alreadyPublished.has(id)) return fail(cannot(1));
  const search: Search = { set, counts, primary, fixed: alreadyPublished, width };
  const small = set.cells.length <= THOROUGH;
  const plans = (small ? [0, 1, 2] : [0]).flatMap((start) => plan(search, start) ?? []);
  if (plans.length === 0) return fail(cannot(primary.size));
  const best = plans.reduce((a, b) => (b.size < a.size ? b : a));
  const suppressed = small ? exchange(search, best) : best;
  return ok({
    primary,
    complementary: new Set([...suppressed].filter((id) => !primary.has(id))),
    suppressed,
    published: set.cells.length - suppressed.size,
    exposures: attack(set, suppressed),
  });
}

interface Search {
  readonly set: PublishedSet;
  readonly counts: ReadonlyMap<string, number>;
  readonly primary: ReadonlySet<string>;
  readonly fixed: ReadonlySet<string>;
  readonly width: number;
}

function cannot(cells: number) {
  return {
    code: "cannot-be-protected",
    path: [],
    message: "The tables cannot be published without giving away small groups.",
    hint: "Join rows or columns, leave out a table, or publish ranges of percent.",
    data: { cells },
  };
}

function isSafe({ set, width }: Search, suppressed: ReadonlySet<string>): boolean {
  return !isExposed(set, suppressed, width);
}

/** One way to hide enough, cell by cell from one of three starts; null where a cell cannot be helped. */
function plan(search: Search, start: number): Set<string> | null {
  const { set, counts, primary, width } = search;
  const suppressed = new Set(primary);
  while (true) {
    const open = attack(set, suppressed).filter(({ low, high }) => high - low < width);
    if (open.length === 0) break;
    const first = [
      open[0]!,
      open.at(-1)!,
      open.reduce((a, b) => (counts.get(b.id)! < counts.get(a.id)! ? b : a)),
    ][start]!;
    const added = widen(search, suppressed, first.id);
    if (!added || added.length === 0) return null;
    for (const id of added) suppressed.add(id);
  }
  return giveBack(search, suppressed, start === 2 ? 1 : -1);
}

/**
 * Further cells to suppress so that one cell can lie `width` apart: the cheapest change of hidden counts, up and down
 * together, that keeps every total (a linear programme; each cell costs once, already hidden ones nothing).
 * Null where there is none.
 */
function widen(
  { set, counts, fixed, width }: Search,
  suppressed: ReadonlySet<string>,
  target: string,
): string[] | null {
  const free = set.cells.filter(({ id }) => !fixed.has(id));
  const place = new Map(free.map(({ id }, j) => [id, j]));
  const n = free.length;
  const rows = set.sums.map(({ total, parts }) => {
    const row = new Array<number>(2 * n).fill(0);
    const put = (id: string, sign: number) => {
      const j = place.get(id);
      if (j === undefined) return;
      row[j]! += sign;
      row[n + j]! -= sign;
    };
    for (const id of parts) put(id, 1);
    put(total, -1);
    return row;
  });
  const at = place.get(target);
  if (at === undefined) return null;
  const own = counts.get(target)!;
  // Up by the width where possible, else down as far as the count goes and up by the rest.
  for (const [up, down] of [
    [width, 0],
    [Math.max(0, width - own), Math.min(own, width)],
  ] as const) {
    const added = new Set<string>();
    let found = true;
    for (const [part, amount] of [
      [0, up],
      [1, down],
    ] as const) {
      if (amount === 0) continue;
      const force = new Array<number>(2 * n).fill(0);
      force[part * n + at] = 1;
      const upper = [
        ...free.map((_, j) => (part === 1 && j === at ? 0 : Number.POSITIVE_INFINITY)),
        ...free.map(({ count }, j) => (part === 0 && j === at ? 0 : count)),
      ];
      const program = new Simplex({ rows: [...rows, force], right: [...rows.map(() => 0), amount], upper });
      if (!program.feasible) {
        found = false;
        break;
      }
      const cost = free.map(({ id, count }) =>
        suppressed.has(id) || added.has(id) ? 0 : 1 + 1e-3 * Math.log1p(count),
      );
      program.minimise([...cost, ...cost]);
      program.solution().forEach((value, j) => {
        const { id } = free[j % n]!;
        if (value > 1e-7 && !suppressed.has(id)) added.add(id);
      });
    }
    if (found) return [...added];
  }
  return null;
}

/** Publishes complementary cells again, by size, wherever the attacker still learns nothing. */
function giveBack(search: Search, suppressed: Set<string>, direction: 1 | -1): Set<string> {
  const { counts, primary } = search;
  const spare = [...suppressed]
    .filter((id) => !primary.has(id))
    .sort((a, b) => direction * (counts.get(a)! - counts.get(b)!));
  for (const id of spare) {
    suppressed.delete(id);
    if (!isSafe(search, suppressed)) suppressed.add(id);
  }
  return suppressed;
}

/** Sets up to this many cells are searched from three starts and then by exchange; larger ones once. */
const THOROUGH = 40;
/** Attacks an exchange may cost. */
const EFFORT = 150;

/** Exchanges two complementary cells for one as long as that is safe: what a greedy choice overlooked. */
function exchange(search: Search, start: Set<string>): Set<string> {
  const { set, primary, fixed } = search;
  let suppressed = start;
  let effort = EFFORT;
  for (let better = true; better; ) {
    better = false;
    const spare = [...suppressed].filter((id) => !primary.has(id));
    const others = set.cells.filter(({ id }) => !suppressed.has(id) && !fixed.has(id));
    for (let i = 1; i < spare.length && !better; i++) {
      for (let j = 0; j < i && !better; j++) {
        for (const { id } of others) {
          if (effort-- <= 0) return suppressed;
          const next = new Set(suppressed).add(id);
          next.delete(spare[i]!);
          next.delete(spare[j]!);
          if (!isSafe(search, next)) continue;
          suppressed = giveBack(search, next, -1);
          better = true;
          break;
        }
      }
    }
  }
  return suppressed;
}
