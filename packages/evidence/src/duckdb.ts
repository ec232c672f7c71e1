import { NumberBuilder, type Table, TextBuilder } from "./tables/table.js";

/** The part of a DuckDB connection (`@duckdb/node-api`) that is used; the package itself is the caller's. */
export interface DuckDbConnection {
  /** Runs a query and gives its result chunk by chunk. */
  readonly stream: (sql: string) => Promise<DuckDbResult>;
}

/** The part of a DuckDB result that is used. */
export interface DuckDbResult {
  /** Names of the columns, in order. */
  readonly columnNames: () => readonly string[];
  /** The next chunk; null or empty after the last. */
  readonly fetchChunk: () => Promise<DuckDbChunk | null>;
}

/** The part of a DuckDB data chunk that is used. */
export interface DuckDbChunk {
  readonly rowCount: number;
  /** Values of one column by its place. */
  readonly getColumnValues: (column: number) => readonly unknown[];
}

/**
 * Runs a query on Parquet files or data larger than memory in DuckDB and takes its result as a table.
 * Streams chunk by chunk. Numbers, decimals, whole numbers of 64 bits and booleans become number columns; everything else
 * becomes text; nulls, and what is not a finite number, are missing. The kind of a column is that of its first value.
 */
export async function tableFromDuckDb(connection: DuckDbConnection, sql: string): Promise<Table> {
  const result = await connection.stream(sql);
  const names = result.columnNames();
  const builders: (NumberBuilder | TextBuilder | undefined)[] = names.map(() => undefined);
  let length = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    for (const index of names.keys()) {
      let missing = builders[index] ? 0 : length;
      for (const value of chunk.getColumnValues(index)) {
        if (value === null || value === undefined) {
          if (builders[index]) builders[index].addMissing();
          else missing++;
          continue;
        }
        const builder = builders[index] ?? begin(value, missing);
        builders[index] = builder;
        if (builder instanceof TextBuilder) builder.add(String(value));
        else if (Number.isFinite(Number(value))) builder.add(Number(value));
        else builder.addMissing();
      }
    }
    length += chunk.rowCount;
  }
  return {
    length,
    columns: Object.fromEntries(names.map((name, i) => [name, (builders[i] ?? begin("", length)).finish()])),
  };
}

function begin(value: unknown, missing: number): NumberBuilder | TextBuilder {
  const isNumber = ["number", "bigint", "boolean"].includes(typeof value) || isDecimal(value);
  const builder = isNumber ? new NumberBuilder() : new TextBuilder();
  for (let i = 0; i < missing; i++) builder.addMissing();
  return builder;
}

/** A decimal of DuckDB, which is an object that knows its number. */
function isDecimal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "toDouble" in value;
}
