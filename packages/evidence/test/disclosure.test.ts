import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  attack,
  cellId,
  codeEnds,
  joinSets,
  jointBands,
  percentBand,
  protect,
  protectAgain,
  publishedSet,
  smallDifferences,
  uniformCells,
} from "../src/index.js";
import { wholeCounts } from "./whole-counts.js";

const table = {
  name: "t",
  rows: ["North", "South", "East"],
  columns: ["yes", "no"],
  counts: [
    [4, 30],
    [20, 25],
    [18, 40],
  ],
};
const set = unwrap(publishedSet(table));
const small = cellId("t", "North", "yes");

describe("the attacker", () => {
  it("pins a lone suppressed cell by subtraction", () => {
    expect(attack(set, new Set([small]))).toEqual([{ id: small, low: 4, high: 4 }]);
  });
  it("bounds a rectangle by what is left in its rows and columns", () => {
    const hidden = new Set([
      small,
      cellId("t", "North", "no"),
      cellId("t", "South", "yes"),
      cellId("t", "South", "no"),
    ]);
    const bounds = new Map(attack(set, hidden).map(({ id, low, high }) => [id, [low, high]]));
    expect(bounds.get(small)).toEqual([0, 24]);
    expect(bounds.get(cellId("t", "South", "no"))).toEqual([21, 45]);
  });
  it("uses a second table that shares a cell", () => {
    const other = {
      cells: [
        { id: small, count: 4 },
        { id: "boys", count: 3 },
        { id: "girls", count: 1 },
      ],
      sums: [{ total: small, parts: ["boys", "girls"] }],
    };
    const joined = unwrap(joinSets([set, other]));
    const hidden = unwrap(protect(set, { minimum: 10 })).suppressed;
    expect(attack(joined, hidden).find(({ id }) => id === small)).toEqual({ id: small, low: 4, high: 4 });
    const safe = unwrap(protect(joined, { minimum: 10, width: 3 }));
    expect(attack(joined, safe.suppressed).every(({ low, high }) => high - low >= 3)).toBe(true);
  });
  it("finds no upper end where no total is published", () => {
    expect(attack({ cells: [{ id: "a", count: 3 }], sums: [] }, new Set(["a"]))).toEqual([
      { id: "a", low: 0, high: Number.POSITIVE_INFINITY },
    ]);
  });
});

describe("protection", () => {
  it("hides the small cell and just enough others, and says so", () => {
    const made = unwrap(protect(set, { minimum: 10, width: 5 }));
    expect([...made.primary]).toEqual([small]);
    expect(made.complementary.size).toBe(3);
    expect(made.published).toBe(set.cells.length - 4);
  });
  it("leaves cells alone that were published before", () => {
    const before = new Set([cellId("t", "South", "yes"), cellId("t", "South", "no")]);
    const made = unwrap(protect(set, { minimum: 10, width: 5, alreadyPublished: before }));
    expect([...made.suppressed].some((id) => before.has(id))).toBe(false);
    expect(made.exposures.every(({ low, high }) => high - low >= 5)).toBe(true);
  });
  it("refuses where everything was published before", () => {
    const all = new Set(set.cells.map(({ id }) => id));
    expect(protect(set, { minimum: 10, alreadyPublished: all })).toMatchObject({
      ok: false,
      issues: [{ code: "cannot-be-protected" }],
    });
  });
  it("hides nothing where nothing is small", () => {
    const large = unwrap(
      publishedSet({
        ...table,
        counts: [
          [40, 30],
          [20, 25],
          [18, 40],
        ],
      }),
    );
    expect(unwrap(protect(large, { minimum: 10 })).suppressed.size).toBe(0);
  });
});

describe("two publications", () => {
  const release = { set, suppressed: unwrap(protect(set, { minimum: 10, width: 5 })).suppressed };
  /** The same schools by another question: totals are shared, so one table may undo what the other hides. */
  const other = unwrap(
    publishedSet({
      name: "t",
      rows: table.rows,
      columns: ["girls", "boys"],
      counts: [
        [16, 18],
        [24, 21],
        [3, 55],
      ],
    }),
  );
  it("are protected together: what was shown stays, what was hidden stays, nothing can be worked out", () => {
    const made = unwrap(protectAgain([release], other, { minimum: 10, width: 5 }));
    const shown = set.cells.map(({ id }) => id).filter((id) => !release.suppressed.has(id));
    expect(shown.filter((id) => made.suppressed.has(id))).toEqual([]);
    expect([...release.suppressed].filter((id) => !made.suppressed.has(id))).toEqual([]);
    const joined = unwrap(joinSets([set, other]));
    expect(attack(joined, made.suppressed).every(({ low, high }) => high - low >= 5)).toBe(true);
  });
  it("are refused where a student joined between them: the difference would be that student", () => {
    const later = unwrap(
      publishedSet({
        ...table,
        counts: [
          [4, 30],
          [21, 25],
          [18, 40],
        ],
      }),
    );
    expect(protectAgain([release], later, { minimum: 10 })).toMatchObject({
      ok: false,
      issues: [{ code: "counts-differ" }],
    });
  });
  it("hide a row in which everybody stands in one column", () => {
    const uniform = {
      ...table,
      counts: [
        [0, 34],
        [20, 25],
        [18, 40],
      ],
    };
    const also = uniformCells(uniform);
    expect([...also]).toEqual([cellId("t", "North", "no")]);
    const made = unwrap(protect(unwrap(publishedSet(uniform)), { minimum: 10, also }));
    expect(made.suppressed.has(cellId("t", "North", "no"))).toBe(true);
    expect(made.exposures.every(({ low, high }) => high - low >= 5)).toBe(true);
  });
});

describe("whole numbers", () => {
  it("an outsider knows that counts are whole, and rounds inwards", () => {
    // a + b = 5, b + c = 5, c + a = s with a, b, c and s hidden and s + r = 9, r ≥ 0: a = c, so 2a ≤ 9: a lies below 4.5.
    const bounds = attack(wholeCounts, new Set(["a", "b", "c", "s", "r"]));
    expect(bounds.find(({ id }) => id === "a")).toEqual({ id: "a", low: 0, high: 4 });
    expect(bounds.find(({ id }) => id === "b")).toEqual({ id: "b", low: 1, high: 5 });
  });
});

describe("tables", () => {
  it("have totals at three levels", () => {
    const grouped = unwrap(publishedSet({ ...table, groups: ["A", "A", "B"] }));
    const count = (row?: string, column?: string) =>
      grouped.cells.find(({ id }) => id === cellId("t", row, column))?.count;
    expect([count("group A", "yes"), count("group A"), count()]).toEqual([24, 79, 137]);
    const counts = new Map(grouped.cells.map(({ id, count: n }) => [id, n]));
    for (const { total, parts } of grouped.sums)
      expect(parts.reduce((sum, id) => sum + counts.get(id)!, 0)).toBe(counts.get(total));
  });
  it("are refused where ragged, not counted or named twice", () => {
    const codes = (change: object) => {
      const made = publishedSet({ ...table, ...change });
      return made.ok ? [] : made.issues.map(({ code }) => code);
    };
    expect(codes({ counts: [[1, 2]] })).toEqual(["ragged"]);
    expect(codes({ counts: [[1], [2, 3], [4, 5]] })).toEqual(["ragged"]);
    expect(
      codes({
        counts: [
          [1.5, Number.NaN],
          [-1, 3],
          [4, 5],
        ],
      }),
    ).toEqual(["not-a-count", "not-a-count", "not-a-count"]);
    expect(codes({ rows: ["North", "North", "*"] })).toEqual(["duplicate-name"]);
  });
  it("of two snapshots must agree on shared cells", () => {
    const other = { cells: [{ id: small, count: 5 }], sums: [] };
    expect(joinSets([set, other])).toMatchObject({ ok: false, issues: [{ code: "counts-differ" }] });
  });
});

describe("differences and ends", () => {
  it("names groups that give away few people by subtraction", () => {
    const group = (name: string, ...members: string[]) => ({ name, members: new Set(members) });
    const groups = [
      group("all", "a", "b", "c", "d"),
      group("without one", "a", "b", "c"),
      group("others", "c", "x"),
    ];
    expect(smallDifferences(groups, 3)).toEqual([{ larger: "all", smaller: "without one", people: 1 }]);
    expect(smallDifferences(groups, 1)).toEqual([]);
  });
  it("codes ends and never shows all or none", () => {
    expect(codeEnds([1, 50, 99], 5, 95)).toEqual([5, 50, 95]);
    expect(() => codeEnds([1], 5, 1)).toThrow(RangeError);
    for (const n of [10, 25, 80, 500]) {
      expect(percentBand(n, n)!.from).toBeLessThan(100);
      expect(percentBand(0, n)!.to).toBeGreaterThan(0);
    }
    expect(percentBand(0, 0)).toBeNull();
  });
  it("keeps bands so coarse that a known total tells nothing more of a few students", () => {
    type Bands = ReturnType<typeof jointBands>;
    const counts = (n: number) => Array.from({ length: n + 1 }, (_, x) => x);
    const fits = (band: Bands[number] | undefined, x: number, n: number) =>
      !band || ((100 * x) / n >= band.from && ((100 * x) / n < band.to || band.to === 100));
    // What is left of the first group's count, by trying every count of both.
    const left = ([a, b]: readonly { x: number; n: number }[], bands: Bands) =>
      counts(a!.n).filter(
        (x) =>
          fits(bands[0], x, a!.n) &&
          counts(b!.n).some((y) => x + y === a!.x + b!.x && fits(bands[1], y, b!.n)),
      );
    // Each band alone gives the small group away: exactly 12 of 14.
    const groups = (x: number, y: number) => [
      { x, n: 14 },
      { x: y, n: 344 },
    ];
    expect(left(groups(12, 341), [percentBand(12, 14), percentBand(341, 344)])).toEqual([12]);
    for (const x of counts(14)) {
      for (const y of [3, 171, 300, 341, 344]) {
        const bands = jointBands(groups(x, y));
        // Where all or hardly any of the whole count, no range of a part can hide it.
        if (y === 171 || y === 300) expect(bands[0]).not.toBeNull();
        if (bands[0] === null) continue;
        expect(left(groups(x, y), bands)).toEqual(counts(14).filter((c) => fits(bands[0], c, 14)));
      }
    }
    expect(jointBands(groups(5, 300).map(({ x }) => ({ x, n: x })))[0]).toBeNull();
  });
});
