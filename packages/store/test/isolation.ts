import { unwrap } from "@collegium/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { asDistrict, asOwner, asWorker, type Database } from "../src/database.js";
import type { Store } from "../src/index.js";
import { storeOn } from "../src/open-store.js";
import { AT, note, request } from "./requests.js";

const TABLES = ["stream", "event", "personal", "document", "due", "audit_head", "audit"];

/** The wall between districts, asked by SQL of a caller who forgets to name the district. */
export function describeIsolation(open: () => Database): void {
  describe("isolation of districts", () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      database = open();
      store = storeOn(database);
      for (const district of ["north", "south"]) {
        unwrap(
          await store.append(request(district, { events: [note({ district }, { personal: { district } })] })),
        );
        unwrap(await store.putDocument(district, "team", "t1", { district }));
        unwrap(await store.setDue({ districtId: district, stream: "meeting:1", name: "end", at: AT }));
        const entry = { at: AT, actor: "p", action: "read", subject: "s", purpose: "team-work" };
        unwrap(await store.appendAudit(district, entry));
      }
    });

    it("keeps every table in it", async () => {
      const tables = await asOwner(database, ({ query }) =>
        query<{ name: string }>(
          `select relname as name from pg_class where relnamespace = 'collegium'::regnamespace and relkind = 'r'
           and relrowsecurity and relforcerowsecurity order by 1`,
        ),
      );
      expect(tables.map(({ name }) => name)).toEqual([...TABLES].sort());
    });

    it.each(TABLES)("shows rows of %s to their own district only", async (table) => {
      for (const district of ["north", "south", "elsewhere"]) {
        const rows = await asDistrict(database, "read", district, ({ query }) =>
          query<{ district: string }>(`select district_id as district from collegium.${table}`),
        );
        expect(rows).toEqual(district === "elsewhere" ? [] : [{ district }]);
      }
      const noDistrict = database.transaction("read", "set local role collegium_district", ({ query }) =>
        query(`select * from collegium.${table}`),
      );
      expect(await noDistrict).toEqual([]);
    });

    it.each(TABLES)("lets nobody write rows of %s for another district", async (table) => {
      const columns = await asOwner(database, ({ query }) =>
        query<{ name: string }>(
          "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 1 order by attnum",
          [`collegium.${table}`],
        ),
      );
      const names = columns.map(({ name }) => name).join(", ");
      const copy = asDistrict(database, "write", "north", ({ query }) =>
        query(
          `insert into collegium.${table} (district_id, ${names}) select 'south', ${names} from collegium.${table}`,
        ),
      );
      await expect(copy).rejects.toMatchObject({ code: "42501" });
    });

    it("lets nobody change or remove a past event or an audit entry", async () => {
      for (const statement of [
        "update collegium.event set type = 'other'",
        "delete from collegium.event",
        "update collegium.audit set hash = ''",
        "delete from collegium.audit",
        "truncate collegium.event",
        "delete from collegium.stream",
      ]) {
        const attempt = asDistrict(database, "write", "north", ({ query }) => query(statement));
        await expect(attempt, statement).rejects.toMatchObject({ code: "42501" });
      }
    });

    it("lets the worker of due times see nothing else", async () => {
      for (const table of TABLES.filter((name) => name !== "due")) {
        const attempt = asWorker(database, ({ query }) => query(`select * from collegium.${table}`));
        await expect(attempt, table).rejects.toMatchObject({ code: "42501" });
      }
      expect(
        unwrap(await store.claimDue({ now: AT }))
          .map(({ districtId }) => districtId)
          .sort(),
      ).toEqual(["north", "south"]);
    });
  });
}

/** The audit trail under someone who edits the tables; `open` must give an owner whom no policy binds. */
export function describeTampering(open: () => Database): void {
  describe("the audit trail of tables that someone edits", () => {
    const entry = { at: AT, actor: "p", action: "read", subject: "s", purpose: "team-work" };

    it("notices a changed, a removed, a swapped and a cut-off entry", async () => {
      const database = open();
      const store = storeOn(database);
      const tamper: Record<string, string> = {
        changed: `update collegium.audit set entry = '{"at":"2026"}' where sequence = 2`,
        removed: "delete from collegium.audit where sequence = 2",
        swapped: `update collegium.audit set entry = (select other.entry from collegium.audit other
        where other.district_id = audit.district_id and other.sequence = 3 - audit.sequence) where sequence < 3`,
        "cut off": "delete from collegium.audit where sequence = 3",
      };
      for (const [name, statement] of Object.entries(tamper)) {
        const district = name.replace(" ", "-");
        for (let n = 1; n <= 3; n++) await store.appendAudit(district, { ...entry, subject: `s${n}` });
        expect(unwrap(await store.verifyAudit(district))).toBe(3);
        await asOwner(database, ({ query }) => query(`${statement} and district_id = '${district}'`));
        expect(await store.verifyAudit(district), name).toMatchObject({
          ok: false,
          issues: [{ code: "audit-broken" }],
        });
      }
    });
  });
}
