import pg from "pg";
import type { Database } from "./database.js";
import { isConnectionError } from "./failure.js";
import { PARSERS } from "./value-types.js";

const types = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    PARSERS[type] ?? pg.types.getTypeParser(type, format),
};

/** Connects to a PostgreSQL server, version 15 or later. */
export function openServer(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, types, connectionTimeoutMillis: 5000 });
  // A connection that breaks while idle is replaced at the next use.
  pool.on("error", () => {});
  return {
    kind: "server",
    async transaction(_mode, preamble, work) {
      const client = await pool.connect();
      let failure: unknown;
      try {
        await client.query(`begin; ${preamble}`);
        const value = await work({
          query: async <Row>(text: string, values: readonly unknown[] = []) =>
            (await client.query(text, [...values])).rows as Row[],
        });
        await client.query("commit");
        return value;
      } catch (error) {
        failure = error;
        if (!isConnectionError(error)) await client.query("rollback").catch(() => {});
        throw error;
      } finally {
        client.release(failure !== undefined && isConnectionError(failure));
      }
    },
    close: () => pool.end(),
  };
}
