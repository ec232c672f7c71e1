import { createHash } from "node:crypto";
import type { Issue } from "@collegium/schema";
import { asDistrict, type Database } from "./database.js";
import { Refusal, reading, refuse, settle } from "./failure.js";
import { identifierIssue, instantIssue } from "./identifier.js";
import type { AuditEntry, AuditRow, Store } from "./store.js";

/** Hash before the first row of a district. */
const START = "0".repeat(64);

interface Stored {
  readonly sequence: number;
  readonly text: string;
  readonly hash: string;
}

/** The part of the store that keeps the audit trail. */
export function auditTrail(database: Database): Pick<Store, "appendAudit" | "readAudit" | "verifyAudit"> {
  const rows = (districtId: string, after: number, limit: number) =>
    asDistrict(database, "read", districtId, ({ query }) =>
      query<Stored>(
        `select sequence, entry::text as text, hash from collegium.audit
         where district_id = $1 and sequence > $2 order by sequence limit $3::int`,
        [districtId, after, limit],
      ),
    );
  return {
    appendAudit: (districtId, entry) =>
      settle(async () => {
        refuse(identifierIssue({ districtId }));
        refuse(instantIssue("at", entry.at));
        const text = toText(entry);
        return asDistrict(database, "write", districtId, async ({ query }) => {
          // Locks the end of the chain until commit.
          const [head] = await query<{ sequence: number; hash: string }>(
            `insert into collegium.audit_head values ($1, 0, $2)
             on conflict (district_id) do update set sequence = audit_head.sequence returning sequence, hash`,
            [districtId, START],
          );
          const sequence = (head?.sequence ?? 0) + 1;
          const hash = link(head?.hash ?? START, text);
          await query("insert into collegium.audit values ($1, $2, $3::json, $4)", [
            districtId,
            sequence,
            text,
            hash,
          ]);
          await query("update collegium.audit_head set sequence = $2, hash = $3 where district_id = $1", [
            districtId,
            sequence,
            hash,
          ]);
          return toRow({ sequence, text, hash });
        });
      }),

    readAudit: (districtId, { after = 0, limit = 1000 } = {}) =>
      reading(async () => {
        refuse(identifierIssue({ districtId }));
        return (await rows(districtId, after, limit)).map(toRow);
      }),

    verifyAudit: (districtId) =>
      settle(async () => {
        refuse(identifierIssue({ districtId }));
        let count = 0;
        let hash = START;
        for (;;) {
          const page = await rows(districtId, count, 1000);
          for (const row of page) {
            hash = link(hash, row.text);
            count++;
            if (row.sequence !== count || row.hash !== hash) throw new Refusal(broken(count));
          }
          if (page.length === 0) break;
        }
        const [head] = await asDistrict(database, "read", districtId, ({ query }) =>
          query<{ sequence: number }>("select sequence from collegium.audit_head where district_id = $1", [
            districtId,
          ]),
        );
        if ((head?.sequence ?? 0) !== count) throw new Refusal(broken(count + 1));
        return count;
      }),
  };
}

function toText({ at, actor, action, subject, purpose }: AuditEntry): string {
  return JSON.stringify({ at, actor, action, subject, purpose });
}

function toRow({ sequence, text, hash }: Stored): AuditRow {
  return { sequence, ...(JSON.parse(text) as AuditEntry), hash };
}

function link(previous: string, text: string): string {
  return createHash("sha256").update(previous).update("\n").update(text).digest("hex");
}

function broken(sequence: number): Issue {
  return {
    code: "audit-broken",
    path: [],
    message: `The audit trail does not follow at entry ${sequence}.`,
    hint: "Entries were changed or removed outside this program: compare with a backup.",
    data: { sequence },
  };
}
