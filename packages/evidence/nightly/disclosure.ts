import { law } from "@collegium/testing";
import fc from "fast-check";
import { attack, type CountTable, cellId, type PublishedSet, protect, publishedSet } from "../src/index.js";

const WIDTH = 5;
const MINIMUM = 10;
const policy = { minimum: MINIMUM, width: WIDTH };

/** Tables up to 8×8 with many small counts, in three levels. */
const tables = fc
  .record({ rows: fc.integer({ min: 2, max: 8 }), columns: fc.integer({ min: 2, max: 8 }), seed: fc.nat() })
  .map(({ rows, columns, seed }): CountTable => {
    let state = seed + 1;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    return {
      name: "t",
      rows: Array.from({ length: rows }, (_, i) => `r${i}`),
      columns: Array.from({ length: columns }, (_, j) => `c${j}`),
      groups: Array.from({ length: rows }, (_, i) => `g${Math.floor(i / 3)}`),
      counts: Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => Math.floor(next() ** 3 * 60)),
      ),
    };
  });

const setOf = (table: CountTable): PublishedSet => {
  const made = publishedSet(table);
  if (!made.ok) throw new Error("The generator made a table that is not one.");
  return made.value;
};

const narrow = (set: PublishedSet, suppressed: ReadonlySet<string>) =>
  attack(set, suppressed).filter(({ low, high }) => high - low < WIDTH);

const small = (set: PublishedSet) =>
  new Set(set.cells.filter(({ count }) => count > 0 && count < MINIMUM).map(({ id }) => id));

const trueCountsInside = (set: PublishedSet, attacker: typeof attack): boolean => {
  const counts = new Map(set.cells.map(({ id, count }) => [id, count]));
  return attacker(set, small(set)).every(
    ({ id, low, high }) => low <= counts.get(id)! && counts.get(id)! <= high,
  );
};

/** Fewest complementary cells by trying every choice; null where even `most` are too few. */
function fewest(set: PublishedSet, primary: ReadonlySet<string>, most: number): number {
  const others = set.cells.map(({ id }) => id).filter((id) => !primary.has(id));
  const tryFrom = (start: number, left: number, chosen: Set<string>): boolean => {
    if (left === 0) return narrow(set, chosen).length === 0;
    for (let i = start; i <= others.length - left; i++) {
      const next = new Set(chosen).add(others[i]!);
      if (tryFrom(i + 1, left - 1, next)) return true;
    }
    return false;
  };
  for (let size = 0; size < most; size++) if (tryFrom(0, size, new Set(primary))) return size;
  return most;
}

const tiny = tables.map((table): CountTable => {
  const { groups: _, ...flat } = table;
  return {
    ...flat,
    rows: table.rows.slice(0, 3),
    columns: table.columns.slice(0, 4),
    counts: table.counts.slice(0, 3).map((row) => row.slice(0, 4)),
  };
});

/** A table with one cell that is too small to publish. */
const oneSmallCell = {
  name: "t",
  rows: ["a", "b"],
  columns: ["x", "y"],
  counts: [
    [3, 40],
    [50, 60],
  ],
};

export const laws = [
  law({
    name: "no suppressed cell is worked out",
    gate: 25,
    nightly: 100_000,
    values: tables,
    holds: (table) => {
      const set = setOf(table);
      const made = protect(set, policy);
      // Refusing to publish is safe; publishing must be.
      return !made.ok || narrow(set, made.value.suppressed).length === 0;
    },
    faults: [
      {
        name: "primary suppression only",
        caught: () => {
          const set = setOf(oneSmallCell);
          return narrow(set, small(set)).length > 0;
        },
      },
      {
        name: "one complementary cell in the same row only",
        caught: () => {
          const set = setOf(oneSmallCell);
          return narrow(set, new Set([cellId("t", "a", "x"), cellId("t", "a", "y")])).length > 0;
        },
      },
    ],
  }),
  law({
    name: "the true count lies inside every range the attacker finds",
    gate: 25,
    nightly: 20_000,
    values: tables,
    holds: (table) => trueCountsInside(setOf(table), attack),
    faults: [
      {
        name: "an attacker who takes every hidden cell for a five",
        caught: () => {
          const set = setOf(oneSmallCell);
          return !trueCountsInside(set, (_, hidden) => [...hidden].map((id) => ({ id, low: 5, high: 5 })));
        },
      },
    ],
  }),
  law({
    name: "at least 0.9 of what an exact search would publish stays published, taken over a hundred small tables",
    gate: 1,
    nightly: 20,
    chunk: 1,
    values: fc.array(tiny, { minLength: 100, maxLength: 100 }),
    holds: (list) => {
      let ours = 0;
      let best = 0;
      for (const table of list) {
        const set = setOf(table);
        const made = protect(set, policy);
        if (!made.ok) continue;
        ours += made.value.published;
        best +=
          set.cells.length -
          made.value.primary.size -
          fewest(set, made.value.primary, made.value.complementary.size);
      }
      return ours >= 0.9 * best;
    },
    faults: [
      {
        name: "everything suppressed",
        caught: () => {
          const set = setOf(oneSmallCell);
          return 0 < 0.9 * (set.cells.length - small(set).size - fewest(set, small(set), 9));
        },
      },
    ],
  }),
];
