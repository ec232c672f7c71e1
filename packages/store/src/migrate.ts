import { asOwner, type Database } from "./database.js";
import { Refusal, sqlState } from "./failure.js";
import { MIGRATIONS } from "./migrations.js";

/** Brings the tables up to date, all steps or none. Two servers that start at once wait for each other. */
export async function migrate(database: Database): Promise<void> {
  try {
    await asOwner(database, async ({ query }) => {
      await query("select pg_advisory_xact_lock(7265384)");
      const [found] = await query("select to_regclass('collegium.migration')::text as name");
      if (found?.["name"] == null) {
        await query("create schema if not exists collegium");
        await query("create table collegium.migration (number integer primary key)");
      }
      const [row] = await query<{ done: number }>(
        "select coalesce(max(number), 0) as done from collegium.migration",
      );
      const done = row?.done ?? 0;
      if (done > MIGRATIONS.length) throw new Refusal(NEWER);
      for (const [index, statement] of MIGRATIONS.entries()) {
        if (index < done) continue;
        await query(statement);
        await query("insert into collegium.migration values ($1)", [index + 1]);
      }
    });
  } catch (error) {
    if (sqlState(error) === "42501") throw new Refusal(NO_RIGHT);
    throw error;
  }
}

const NEWER = {
  code: "store-newer",
  path: [],
  message: "These data were written by a newer version of this program.",
  hint: "Update the program, then open them again.",
};

const NO_RIGHT = {
  code: "server-permission",
  path: [],
  message: "This database user may not create the tables and roles.",
  hint: "Let an administrator open the store once, or grant the user CREATE on the database and CREATEROLE.",
};
