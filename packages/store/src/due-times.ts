import { asDistrict, asWorker, type Database } from "./database.js";
import { refuse, settle } from "./failure.js";
import { identifierIssue, instantIssue } from "./identifier.js";
import type { DueTime, Store } from "./store.js";

/** The part of the store that remembers when something waits to be done. */
export function dueTimes(database: Database): Pick<Store, "setDue" | "clearDue" | "claimDue"> {
  return {
    setDue: ({ districtId, stream, name, at }) =>
      settle(async () => {
        refuse(identifierIssue({ districtId, stream, name }));
        refuse(instantIssue("at", at));
        await asDistrict(database, "write", districtId, ({ query }) =>
          query(
            `insert into collegium.due values ($1, $2, $3, $4::timestamptz)
             on conflict (district_id, stream, name) do update set at = excluded.at, claimed_until = null`,
            [districtId, stream, name, at],
          ),
        );
      }),

    clearDue: (districtId, stream, name) =>
      settle(async () => {
        refuse(identifierIssue({ districtId, stream, name }));
        const cleared = await asDistrict(database, "write", districtId, ({ query }) =>
          query(
            "delete from collegium.due where district_id = $1 and stream = $2 and name = $3 returning name",
            [districtId, stream, name],
          ),
        );
        return cleared.length > 0;
      }),

    claimDue: ({ now, limit = 100, leaseSeconds = 60 }) =>
      settle(async () => {
        refuse(instantIssue("now", now));
        const claimed = await asWorker(database, ({ query }) =>
          query<DueTime>(
            `update collegium.due set claimed_until = $1::timestamptz + make_interval(secs => $3::float8)
             where (district_id, stream, name) in (
               select district_id, stream, name from collegium.due
               where at <= $1::timestamptz and (claimed_until is null or claimed_until <= $1::timestamptz)
               order by at limit $2::int for update skip locked)
             returning district_id as "districtId", stream, name, at`,
            [now, limit, leaseSeconds],
          ),
        );
        return claimed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      }),
  };
}
