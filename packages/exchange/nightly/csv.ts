import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import { type CsvSink, readCsvRows } from "../src/csv-rows.js";
import { parseTable, writeCell } from "../src/csv-table.js";

/** What a reader reports of a text, as plain data. */
async function reported(chunks: Iterable<Uint8Array | string>): Promise<unknown[]> {
  const found: unknown[] = [];
  const sink: CsvSink = {
    header: (cells) => found.push(["header", ...cells]),
    row: (cells, record) => found.push([record, ...cells]),
    bad: (bad) => found.push(bad),
  };
  found.push(await readCsvRows(chunks, sink));
  return found;
}

function pieces(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  );
}

/** Texts full of what breaks careless readers. */
const hostile = fc
  .array(
    fc.constantFrom("a", "é", "😀", ",", '"', '""', "\n", "\r\n", "\r", " ", "x1", '"b"', '"c,d"', '"e\nf"'),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

/** Reads each piece by itself, as if records never crossed pieces. */
async function forgetful(chunks: readonly Uint8Array[]): Promise<unknown[]> {
  return (await Promise.all(chunks.map((chunk) => reported([chunk])))).flat();
}

const sample = new TextEncoder().encode('id,name\n1,"Alpha, Ann"\n2,Beta\n');

const chunkSizes = law({
  name: "a file reads the same whatever the sizes of its pieces",
  gate: 300,
  nightly: 200_000,
  chunk: 5_000,
  values: fc.record({ text: hostile, size: fc.integer({ min: 1, max: 9 }) }),
  async holds({ text, size }) {
    const bytes = new TextEncoder().encode(text);
    const whole = JSON.stringify(await reported([bytes]));
    return whole === JSON.stringify(await reported(pieces(bytes, size)));
  },
  faults: [
    {
      name: "a reader that forgets what crosses pieces",
      caught: async () =>
        JSON.stringify(await forgetful(pieces(sample, 5))) !== JSON.stringify(await reported([sample])),
    },
  ],
});

/** Records of the same width as any program may write them. */
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(
    fc.array(fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", " ", ";") }), {
      minLength: width,
      maxLength: width,
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
);

const quoted = (cells: readonly (readonly string[])[]) =>
  cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");

const roundTrip = law({
  name: "what is written as RFC 4180 has it comes back cell by cell",
  gate: 200,
  nightly: 100_000,
  chunk: 5_000,
  values: table,
  async holds(rows) {
    const found = (await reported([quoted(rows)])).slice(0, -1) as unknown[][];
    return JSON.stringify(found.map((row) => row.slice(1))) === JSON.stringify(rows);
  },
  faults: [
    {
      name: "quotes that are not doubled",
      caught: async () => {
        return !JSON.stringify(await reported(['a\n"x"y"\n'])).includes('x\\"y');
      },
    },
  ],
});

const cells = law({
  name: "a sheet's rows and cells cover its text, and a written cell reads back",
  gate: 200,
  nightly: 100_000,
  chunk: 5_000,
  values: fc.record({
    text: hostile,
    value: fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", ";") }),
    quoted: fc.boolean(),
  }),
  holds({ text, value, quoted: quote }) {
    const parsed = parseTable(text, ",");
    if (parsed.ok) {
      let at = 0;
      for (const row of parsed.value.rows) {
        if (
          row.start !== at ||
          row.end <= row.start ||
          row.cells.some((c) => c.start < row.start || c.end > row.end)
        )
          return false;
        at = row.end;
      }
      if (at !== text.length) return false;
    }
    const again = parseTable(`${writeCell(value, ",", quote)},x`, ",");
    return again.ok && again.value.rows.length === 1 && again.value.rows[0]!.cells[0]!.value === value.trim();
  },
  faults: [
    {
      name: "a cell written without its quotes",
      caught: () => {
        const again = parseTable("a,b,x", ",");
        return again.ok && again.value.rows[0]!.cells[0]!.value !== "a,b";
      },
    },
  ],
});

export const laws: readonly Law[] = [chunkSizes, roundTrip, cells];
