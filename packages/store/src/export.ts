import { fail, type Result } from "@collegium/schema";
import type { Database, Queries } from "./database.js";
import { Refusal, settle } from "./failure.js";
import { onServer } from "./place.js";
import type { Exported } from "./store.js";

/** Tables in the order in which their rows may be written. */
const TABLES = ["stream", "event", "personal", "document", "due", "audit_head", "audit"] as const;

/** Rows per statement: well below the 65,535 values PostgreSQL takes. */
const BATCH = 500;

/** Copies an embedded database into an empty one on a server: one transaction, so all or nothing. */
export async function exportTo(source: Database, url: string): Promise<Result<Exported>> {
  if (source.kind !== "embedded") return fail(NOT_EMBEDDED);
  return settle(async () => {
    const target = await onServer(url);
    try {
      return await source.transaction("read", "", (from) =>
        target.transaction("write", "set local role collegium_district", (to) => copy(from, to)),
      );
    } finally {
      await target.close();
    }
  });
}

async function copy(from: Queries, to: Queries): Promise<Exported> {
  const districts = await from.query<{ id: string }>(
    TABLES.map((table) => `select district_id as id from collegium.${table}`).join(" union ") +
      " order by id",
  );
  const counts = new Map<string, number>();
  for (const { id } of districts) {
    await to.query(`set local collegium.district_id = '${id}'`);
    for (const table of TABLES) {
      const [there] = await to.query(`select 1 from collegium.${table} limit 1`);
      if (there) throw new Refusal(NOT_EMPTY);
      counts.set(table, (counts.get(table) ?? 0) + (await copyTable(from, to, table, id)));
    }
  }
  return {
    districts: districts.length,
    events: counts.get("event") ?? 0,
    documents: counts.get("document") ?? 0,
    auditRows: counts.get("audit") ?? 0,
  };
}

/** Copies one district's rows of one table as text, so that no value changes on its way. */
async function copyTable(from: Queries, to: Queries, table: string, districtId: string): Promise<number> {
  const columns = await from.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`collegium.${table}`],
  );
  const names = columns.map(({ name }) => name).join(", ");
  const texts = columns.map(({ name }) => `${name}::text`).join(", ");
  let count = 0;
  // The engine runs in this process and answers one query at a time, so a cursor is simply a declared one.
  await from.query(
    `declare rows_${table} no scroll cursor for select ${texts} from collegium.${table} where district_id = '${districtId}'`,
  );
  for (;;) {
    const rows = await from.query<Record<string, string | null>>(`fetch ${BATCH} from rows_${table}`);
    if (rows.length === 0) break;
    const values: (string | null)[] = [];
    const places = rows.map((row) => {
      const cells = columns.map(({ name, type }) => `$${values.push(row[name] ?? null)}::text::${type}`);
      return `(${cells.join(", ")})`;
    });
    await to.query(`insert into collegium.${table} (${names}) values ${places.join(", ")}`, values);
    count += rows.length;
  }
  await from.query(`close rows_${table}`);
  return count;
}

const NOT_EMBEDDED = {
  code: "not-embedded",
  path: [],
  message: "Only a folder can be exported this way.",
  hint: "Copy a server's data with pg_dump.",
} as const;

const NOT_EMPTY = {
  code: "target-not-empty",
  path: [],
  message: "The database to export to already holds data of this district.",
  hint: "Export to an empty database.",
};
