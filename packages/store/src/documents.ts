import { asDistrict, type Database } from "./database.js";
import { Refusal, reading, refuse, settle, stale } from "./failure.js";
import { identifierIssue } from "./identifier.js";
import { toJsonText } from "./json-text.js";
import type { Store, StoredDocument } from "./store.js";

/** The part of the store that keeps documents. */
export function documents(
  database: Database,
): Pick<Store, "putDocument" | "getDocument" | "listDocuments" | "removeDocument"> {
  return {
    putDocument: (districtId, kind, id, document, { expectedRevision } = {}) =>
      settle(async () => {
        refuse(identifierIssue({ districtId, kind, id }));
        const text = toJsonText(document, ["document"]);
        return asDistrict(database, "write", districtId, async ({ query }) => {
          const [row] = await query<{ revision: number }>(
            `insert into collegium.document values ($1, $2, $3, 1, $4::json)
             on conflict (district_id, kind, id) do update
             set revision = document.revision + 1, document = excluded.document returning revision`,
            [districtId, kind, id, text],
          );
          const revision = row?.revision ?? 1;
          // Asked after the write, which has put writers in line; refusing undoes it.
          if (expectedRevision !== undefined && expectedRevision !== revision - 1) {
            throw new Refusal({ ...stale(revision - 1), path: ["expectedRevision"] });
          }
          return { revision };
        });
      }),

    getDocument: <Document>(districtId: string, kind: string, id: string) =>
      reading(async () => {
        refuse(identifierIssue({ districtId, kind, id }));
        const [row] = await asDistrict(database, "read", districtId, ({ query }) =>
          query<StoredDocument<Document>>(
            `select id, revision, document from collegium.document
             where district_id = $1 and kind = $2 and id = $3`,
            [districtId, kind, id],
          ),
        );
        return row;
      }),

    listDocuments: <Document>(districtId: string, kind: string) =>
      reading(async () => {
        refuse(identifierIssue({ districtId, kind }));
        return asDistrict(database, "read", districtId, ({ query }) =>
          query<StoredDocument<Document>>(
            `select id, revision, document from collegium.document
             where district_id = $1 and kind = $2 order by id`,
            [districtId, kind],
          ),
        );
      }),

    removeDocument: (districtId, kind, id) =>
      settle(async () => {
        refuse(identifierIssue({ districtId, kind, id }));
        const removed = await asDistrict(database, "write", districtId, ({ query }) =>
          query(
            "delete from collegium.document where district_id = $1 and kind = $2 and id = $3 returning id",
            [districtId, kind, id],
          ),
        );
        return removed.length > 0;
      }),
  };
}
