import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unwrap } from "@collegium/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableFromDuckDb } from "../src/duckdb.js";
import {
  cell,
  groupBy,
  mean,
  parseCsv,
  readCsv,
  standardDeviation,
  type Table,
  tableOf,
} from "../src/index.js";

const columns = { school: "text", score: "number" } as const;
const rowsOf = (table: Table) =>
  Array.from({ length: table.length }, (_, row) =>
    Object.keys(table.columns).map((name) => cell(table, name, row)),
  );

describe("reading CSV", () => {
  it("understands quotes, either line end, a byte order mark, blank lines and missing cells", () => {
    const text = '\uFEFFscore,note,school\r\n3,x,"North, ""old"""\r\n\r\n,y,South\n-1.5e1,,"two\nlines"';
    expect(rowsOf(unwrap(parseCsv(text, columns)))).toEqual([
      [3, 'North, "old"'],
      [null, "South"],
      [-15, "two\nlines"],
    ]);
  });

  it("gives the same table however the text is cut into pieces", async () => {
    const text = 'school,score\r\n"a ""b""\r\n, c",1\r\n,2\r\nd,\r\n';
    const whole = rowsOf(unwrap(parseCsv(text, columns)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 6 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        async function* pieces() {
          for (let i = 1; i < places.length; i++) yield text.slice(places[i - 1], places[i]);
        }
        expect(rowsOf(unwrap(await readCsv(pieces(), columns)))).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it("names every bad record and column, and never the value", () => {
    const bad = parseCsv("school,score\nNorth,three\nSouth\nEast,0x10\nWest,Infinity\n", columns);
    expect(bad.ok ? [] : bad.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["not-a-number", 1, "score"],
      ["ragged", 2],
      ["not-a-number", 3, "score"],
      ["not-a-number", 4, "score"],
    ]);
    expect(JSON.stringify(bad)).not.toContain("three");
  });

  it("refuses an empty file, a missing column and an open quote, and counts what it does not list", () => {
    const codes = (text: string) => {
      const read = parseCsv(text, columns);
      return read.ok ? [] : read.issues.map(({ code }) => code);
    };
    expect(codes("")).toEqual(["empty-file"]);
    expect(codes("school\nNorth\n")).toEqual(["missing-column"]);
    expect(codes('school,score\n"North,3\n')).toEqual(["open-quote"]);
    const many = codes(`school,score\n${"North,x\n".repeat(70)}`);
    expect([many.length, many.at(-1)]).toEqual([51, "more-issues"]);
  });
});

describe("group-by", () => {
  const table = tableOf({
    school: ["N", "S", "N", null, "N", "S"],
    year: [1, 1, 2, 1, 1, 1],
    score: [1e9 + 1, 5, 7, 8, 1e9 + 3, null],
  });

  it("gives n, mean, deviation and count by group, missing keys as a group, missing values left out", () => {
    const grouped = unwrap(groupBy(table, ["school", "year"], { of: "score", cut: 6 }));
    const rows = Array.from({ length: grouped.length }, (_, g) => [
      grouped.keys["school"]![g],
      grouped.keys["year"]![g],
      grouped.n[g],
      grouped.mean(g),
      grouped.deviation(g),
      grouped.count(g),
    ]);
    expect(rows).toEqual([
      [null, 1, 1, 8, null, 1],
      ["N", 1, 2, 1e9 + 2, Math.SQRT2, 2],
      ["N", 2, 1, 7, null, 1],
      ["S", 1, 1, 5, null, 0],
    ]);
  });

  it("equals a plain calculation, with few combinations of keys and with very many", () => {
    const random = (i: number) => (Math.imul(i + 1, 2654435761) >>> 0) / 2 ** 32;
    for (const spread of [7, 5000]) {
      const a = Array.from({ length: 4000 }, (_, i) => `a${Math.floor(random(i) * spread)}`);
      const b = Array.from({ length: 4000 }, (_, i) => `b${Math.floor(random(i + 9999) * spread)}`);
      const score = a.map((_, i) => 500 + 50 * random(i + 77));
      const grouped = unwrap(groupBy(tableOf({ a, b, score }), ["a", "b"], { of: "score" }));
      const own = new Map<string, number[]>();
      for (let i = 0; i < a.length; i++)
        own.set(`${a[i]} ${b[i]}`, [...(own.get(`${a[i]} ${b[i]}`) ?? []), score[i]!]);
      expect(grouped.length).toBe(own.size);
      for (let g = 0; g < grouped.length; g++) {
        const values = own.get(`${grouped.keys["a"]![g]} ${grouped.keys["b"]![g]}`)!;
        expect(grouped.mean(g)).toBeCloseTo(mean(values)!, 9);
        const deviation = standardDeviation(values);
        if (deviation === null) expect(grouped.deviation(g)).toBeNull();
        else expect(grouped.deviation(g)).toBeCloseTo(deviation, 8);
      }
    }
  });

  it("refuses columns that are not there or not numbers", () => {
    const codes = (keys: string[], of: string) => {
      const grouped = groupBy(table, keys, { of });
      return grouped.ok ? [] : grouped.issues.map(({ code }) => code);
    };
    expect(codes(["town"], "grade")).toEqual(["unknown-column", "unknown-column"]);
    expect(codes(["year"], "school")).toEqual(["not-a-number-column"]);
  });
});

describe("a DuckDB result", () => {
  it("becomes a table, chunk by chunk, with nulls kept", async () => {
    const chunks = [
      {
        rowCount: 2,
        getColumnValues: (c: number) =>
          [
            [null, "N"],
            [1n, null],
          ][c]!,
      },
      { rowCount: 1, getColumnValues: (c: number) => [["S"], [2.5]][c]! },
    ];
    const connection = {
      stream: async () => ({
        columnNames: () => ["school", "score"],
        fetchChunk: async () => chunks.shift() ?? null,
      }),
    };
    expect(rowsOf(await tableFromDuckDb(connection, "select 1"))).toEqual([
      [null, 1],
      ["N", null],
      ["S", 2.5],
    ]);
  });
});

const duckdb = join(
  "packages",
  "evidence",
  "bench",
  "node_modules",
  "@duckdb",
  "node-api",
  "lib",
  "index.js",
);

describe.skipIf(!existsSync(duckdb))("DuckDB itself (npm ci in packages/evidence/bench to run)", () => {
  it("reads Parquet with text, numbers, decimals, whole numbers, days and missing cells", async () => {
    const { DuckDBInstance } = await import(pathToFileURL(duckdb).href);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const file = join(mkdtempSync(join(tmpdir(), "collegium-duckdb-")), "scores.parquet");
    await connection.run(
      `copy (select 's' || (i % 7) school, case when i % 11 = 0 then null else i / 4.0 end score, (i / 4.0)::decimal(10, 2) points,
        i::hugeint whole, i % 2 = 0 flag, date '2026-01-01' + (i % 30)::int sat, 'nan'::double as unknown
        from range(5000) t(i)) to '${file}' (format parquet)`,
    );
    const table = await tableFromDuckDb(connection, `select * from '${file}' order by whole`);
    expect(table.length).toBe(5000);
    expect(rowsOf(table)[9]).toEqual(["s2", 2.25, 2.25, 9, 0, "2026-01-10", null]);
    expect(cell(table, "score", 11)).toBeNull();
    const grouped = unwrap(groupBy(table, ["school"], { of: "points" }));
    const own = Array.from({ length: 5000 }, (_, i) => i).filter((i) => i % 7 === 0);
    expect(grouped.mean(0)).toBeCloseTo(mean(own.map((i) => i / 4))!, 10);
    await expect(tableFromDuckDb(connection, "select wrong from nowhere")).rejects.toThrow();
  });
});
