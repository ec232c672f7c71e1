import { append } from "./append.js";
import { asDistrict, type Database } from "./database.js";
import { type EventRow, SELECT_EVENTS, toEvent } from "./event-row.js";
import { reading, refuse, settle } from "./failure.js";
import { identifierIssue } from "./identifier.js";
import type { Hint, Store, StreamHead } from "./store.js";

/** The part of the store that keeps event streams. `announce` is called after each commit that added events. */
export function eventStreams(
  database: Database,
  announce: (hint: Hint) => void,
): Pick<Store, "append" | "read" | "streams" | "erasePersonal"> {
  return {
    async append(request) {
      const { districtId, stream } = request;
      const outcome = await settle(() => append(database, request));
      if (outcome.ok && !outcome.value.repeated && request.events.length > 0) {
        announce({ districtId, stream, version: outcome.value.version });
      }
      return outcome;
    },

    read: (districtId, stream, { after = 0 } = {}) =>
      reading(async () => {
        refuse(identifierIssue({ districtId, stream }));
        const rows = await asDistrict(database, "read", districtId, ({ query }) =>
          query<EventRow>(`${SELECT_EVENTS} and version > $3 order by version`, [districtId, stream, after]),
        );
        return rows.map((row) => toEvent(districtId, stream, row));
      }),

    streams: (districtId, prefix) =>
      reading(async () => {
        refuse(identifierIssue({ districtId }));
        return asDistrict(database, "read", districtId, ({ query }) =>
          query<StreamHead>(
            `select stream, version from collegium.stream
             where district_id = $1 and version > 0 and starts_with(stream, $2) order by stream`,
            [districtId, prefix],
          ),
        );
      }),

    erasePersonal: (districtId, stream, version) =>
      settle(async () => {
        refuse(identifierIssue({ districtId, stream }));
        const erased = await asDistrict(database, "write", districtId, ({ query }) =>
          query(
            `delete from collegium.personal
             where district_id = $1 and stream = $2 and version = $3 returning version`,
            [districtId, stream, version],
          ),
        );
        return erased.length > 0;
      }),
  };
}
